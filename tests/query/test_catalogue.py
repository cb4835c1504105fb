from pathlib import Path

import pytest

from kg.errors import QueryError, UsageError
from kg.query.catalogue import catalogue, named, parse, value_line

GOOD = """\
#+ summary: Things
#+ description: All things
#+ tags:
#+   - one
#+ params:
#+   - {"name": "thing", "type": "entity", "default": null, "description": "which"}
#+ example: kg query things

SELECT ?thing WHERE {
  VALUES ?thing { UNDEF }
  ?thing ?p ?o
}
"""


def test_a_header_is_read():
    query = parse("things", GOOD)
    assert (query.summary, query.tags) == ("Things", ("one",))
    assert query.parameter("thing").kind == "entity"
    assert query.parameter("thing").default == ()


@pytest.mark.parametrize("name", catalogue())
def test_each_stored_query_says_what_it_answers(name):
    query = catalogue()[name]
    assert query.summary
    assert query.description.endswith(".")
    assert query.tags
    assert query.example.startswith(f"kg query {name}")
    for parameter in query.parameters:
        assert f"--{parameter.name}" in query.example or parameter.description
        assert parameter.description


@pytest.mark.parametrize("name", catalogue())
def test_a_default_is_what_the_line_binds(name):
    query = catalogue()[name]
    for parameter in query.parameters:
        stands = value_line(parameter.name).findall(query.text)
        wanted = " ".join(f"v:{value}" if parameter.kind == "code" else value for value in parameter.default)
        assert set(stands) == {wanted or "UNDEF"}


@pytest.mark.parametrize("name", catalogue())
def test_no_stored_query_leans_on_what_engines_order_differently(name):
    body = "\n".join(line for line in catalogue()[name].text.splitlines() if not line.startswith("#"))
    assert "GROUP_CONCAT" not in body
    assert "ORDER BY" in body
    assert "COUNT(?" not in body


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("#+ summary: Things\n", "", "summary"),
        ("#+ tags:", "#+ tags", "neither"),
        ('"type": "entity"', '"type": "colour"', "colour"),
        ('{"name"', "{name", "JSON"),
        ("  VALUES ?thing { UNDEF }\n", "", "VALUES ?thing"),
        ("  VALUES ?thing { UNDEF }\n", "  VALUES ?thing { UNDEF }\n  VALUES ?thing { 1 }\n", "the same wherever"),
    ],
)
def test_a_malformed_query_is_refused_in_one_line(before, after, says):
    with pytest.raises(QueryError, match=r".") as caught:
        parse("things", GOOD.replace(before, after))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_query_lists_the_known_ones():
    with pytest.raises(UsageError, match=r"no query 'figures': there are .*figure-sources"):
        named("figures", catalogue())


def test_sparql_instead_of_a_name_is_told_where_it_goes():
    with pytest.raises(UsageError, match="give SPARQL in a file with -f"):
        named("SELECT * { ?s ?p ?o }", catalogue())


def test_an_unknown_parameter_lists_the_known_ones():
    with pytest.raises(UsageError, match="has no parameter 'who': it has subject, measure"):
        catalogue()["figure-sources"].parameter("who")


def test_a_folder_adds_queries(tmp_path: Path):
    (tmp_path / "things.rq").write_text(GOOD)
    found = catalogue(tmp_path)
    assert found["things"].summary == "Things"
    assert set(catalogue()) < set(found)


def test_a_folder_cannot_replace_a_query(tmp_path: Path):
    (tmp_path / "figure-drift.rq").write_text(GOOD)
    with pytest.raises(QueryError, match="figure-drift"):
        catalogue(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(UsageError, match="nowhere"):
        catalogue(tmp_path / "nowhere")


def test_a_file_that_is_no_text_is_named(tmp_path: Path):
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match=r"bad\.rq"):
        catalogue(tmp_path)
