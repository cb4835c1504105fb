"""RDF files as people and machines write them: read as what they say, or refused in one line that names the file."""

import json
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.validate import Place, lines, reading, validate

_HEAD = "@prefix kg: <https://w3id.org/kg-news/ns#> .\n@prefix ex: <http://example.org/> .\n"
_COMPANY = _HEAD + "ex:a a kg:Company .\n"


def _file(tmp_path: Path, content: str | bytes, name: str = "own.ttl") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (_COMPANY.encode("utf-16"), "Invalid UTF-8"),
        (_HEAD + "<http://example.org/a b> a kg:Company .", "Invalid IRI"),
        (_HEAD + "ex:a a kg:Company", "cannot be read as Turtle"),
        (_HEAD + "ex:a ex:p <<( ex:b ex:c ex:d )>> .", "triples inside triples"),
        (_HEAD + "ex:a ex:p ex:b {| ex:q 1 |} .", "triples inside triples"),
        (_HEAD + 'ex:a ex:p "x"@en--ltr .', "text direction"),
        (_HEAD + f'ex:a ex:p "{"x" * 17_000_000}" .', "longer than 16 MB"),
        (b"\x00\x01\x02", "cannot be read as Turtle"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_file(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        reading.read([_file(tmp_path, content)])
    assert "own.ttl" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_json_that_refers_to_a_context_elsewhere_is_refused_and_nothing_is_fetched(tmp_path: Path) -> None:
    remote = '{"@context": "https://schema.org/", "@id": "http://example.org/a", "name": "x"}'
    with pytest.raises(InputError, match=r"cannot be read as JSON-LD: it refers to a context elsewhere.* put the"):
        reading.read([_file(tmp_path, remote, "own.jsonld")])


_JSON_LEVELS = {
    "objects": ('{"@id":"http://example.org/a","http://example.org/p":', "}"),
    "lists": ('{"http://example.org/p":{"@list":', "}}"),
    "graphs": ('{"@graph":', "}"),
}


@pytest.mark.parametrize("kind", sorted(_JSON_LEVELS))
def test_json_that_is_nested_too_deep_is_refused_and_does_not_end_the_process(tmp_path: Path, kind: str) -> None:
    begins, ends = _JSON_LEVELS[kind]
    with pytest.raises(InputError, match=r"own\.jsonld.* brackets are nested"):
        reading.read([_file(tmp_path, begins * 20_000 + "{}" + ends * 20_000, "own.jsonld")])
    assert reading.read([_file(tmp_path, begins * 100 + "{}" + ends * 100, "own.jsonld")]).quads is not None


def test_triples_that_are_nested_too_deep_are_refused_and_do_not_end_the_process(tmp_path: Path) -> None:
    inner = "<<( <http://example.org/a> <http://example.org/p> "
    deep = f"<http://example.org/a> <http://example.org/p> {inner * 50_000}<http://example.org/b>{' )>>' * 50_000} ."
    for name in ("own.ttl", "own.trig", "own.nt", "own.nq"):
        with pytest.raises(InputError, match="brackets are nested"):
            reading.read([_file(tmp_path, deep, name)])


def test_brackets_in_quotes_and_beside_each_other_are_not_nested(tmp_path: Path) -> None:
    node = {"@id": "http://example.org/a", "http://example.org/p": '{"[\\' * 3000}
    (quad,) = reading.read([_file(tmp_path, json.dumps([node] * 2), "own.jsonld")]).quads
    assert quad.object.value == node["http://example.org/p"]  # type: ignore[union-attr] # a literal
    quoted = ("'<<('", '"<<( \\" <<("', "'''<<( ' <<('''", '"""<<( " <<("""')
    flat = ", ".join(f"{text}, {number}" for number in range(300) for text in quoted)
    assert len(reading.read([_file(tmp_path, f"{_HEAD}ex:a ex:p {flat} .")]).quads) == 303


def _xml(declared: str, name: str) -> str:
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/"'
    body = f'<rdf:Description rdf:about="http://example.org/a"><ex:p>&{name};</ex:p></rdf:Description>'
    return f"<!DOCTYPE rdf:RDF [{declared}]><rdf:RDF {rdf}>{body}</rdf:RDF>"


def _nested(depth: int) -> str:
    names = ["x" * 10, *(f"&e{number};" * 10 for number in range(depth))]
    return "".join(f'<!ENTITY e{number} "{value}">' for number, value in enumerate(names))


@pytest.mark.parametrize("declared", [_nested(8), "<!ENTITY e8 '&b;'><!ENTITY b '&e8;'>"], ids=["many", "itself"])
def test_entities_that_stand_for_more_than_fits_are_refused_at_once(tmp_path: Path, declared: str) -> None:
    with pytest.raises(InputError, match=r"own\.rdf.*entities stand for too much"):
        reading.read([_file(tmp_path, _xml(declared, "e8"), "own.rdf")])


def test_entities_that_shorten_are_read(tmp_path: Path) -> None:
    (quad,) = reading.read([_file(tmp_path, _xml(_nested(2), "e2"), "own.rdf")]).quads
    assert quad.object.value == "x" * 1000  # type: ignore[union-attr] # a literal


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + _COMPANY.encode(),
        _COMPANY.replace("\n", "\r\n"),
        _HEAD + 'ex:a a kg:Company ; ex:p """\n<http://[oops> ex:q\n""" .\n',
        _HEAD + "ex:a a kg:Company ; ex:p " + "[ ex:p " * 5000 + "1" + " ]" * 5000 + " .\n",
        _HEAD + "ex:a a kg:Company ; ex:p (" + " 1" * 20_000 + ") .\n",
        _HEAD + "ex:a a kg:Company ; ex:p " + "9" * 5000 + ".5 .\n",
    ],
    ids=["mark", "crlf", "literal", "deep", "list", "digits"],
)
def test_what_is_odd_but_right_is_read(tmp_path: Path, content: str | bytes) -> None:
    data = reading.read([_file(tmp_path, content)])
    assert "entity-name" in {finding.rule for finding in validate(data.quads).findings}


def test_blank_nodes_of_two_files_stay_two_and_have_the_same_names_every_time(tmp_path: Path) -> None:
    one = _file(tmp_path, _HEAD + "_:x a kg:Company . [] a kg:Company ; ex:p [ ex:q 1 ] .", "one.ttl")
    other = _file(tmp_path, _HEAD + "_:x a kg:Company .", "other.ttl")
    found = [validate(reading.read([one, other]).quads) for _ in range(2)]
    assert found[0] == found[1]
    assert len({finding.focus for finding in found[0].findings}) == 3
    more = _file(tmp_path, _HEAD + "ex:new a kg:Company . [] ex:p [ ex:q 2 ] .\n" + one.read_text()[len(_HEAD) :])
    known = {finding.fingerprint for finding in validate(reading.read([one]).quads).findings}
    assert known < {finding.fingerprint for finding in validate(reading.read([more]).quads).findings}


def test_a_file_without_anything_to_check_says_so(tmp_path: Path) -> None:
    report = validate(reading.read([_file(tmp_path, _HEAD + "ex:a ex:p 1 .")]).quads)
    assert [notice.rule for notice in report.notices] == ["nothing-checked"]


_TURTLE = """@prefix ex: <http://example.org/> . # ex:not a ex:Subject .
@base <http://example.org/base/> .
PREFIX : <http://example.org/empty#>
BASE <deeper/>

  ex:one a ex:C ; ex:p "ex:no a ex:C .", 'ex:no .' ;
    ex:q [ ex:r ex:no ] , ( ex:no ) .
ex:two.point ex:p 1.5 , \"\"\"
ex:no a ex:C .
\"\"\" . ex:three ex:p 1. ex:four ex:p <relative> .
[ ex:p ex:no ] ex:p ex:no .
<last> ex:p "x"@en . :\\,comma ex:p "1"^^ex:no .
ex:one ex:p 2 .
"""


def test_subjects_are_told_by_line_and_column() -> None:
    assert lines.described(_TURTLE) == {
        "http://example.org/one": (6, 3),
        "http://example.org/two.point": (8, 1),
        "http://example.org/three": (10, 7),
        "http://example.org/base/deeper/last": (12, 1),
        "http://example.org/four": (10, 24),
        "http://example.org/empty#,comma": (12, 22),
    }


def test_names_of_graphs_are_no_subjects(tmp_path: Path) -> None:
    text = (
        "<urn:g> { <urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 }\nGRAPH <urn:h> { <urn:c> <urn:p> 1 }\n<urn:d> <urn:p> 1 .\n"
    )
    assert lines.described(text) == {"urn:a": (1, 11), "urn:b": (1, 31), "urn:c": (2, 17), "urn:d": (3, 1)}
    data = reading.read([_file(tmp_path, text, "own.trig")])
    assert data.lines["urn:d"] == Place((tmp_path / "own.trig").as_posix(), 3, 1)


_TERM = st.sampled_from(["http://example.org/a", "http://example.org/b#c", "urn:x:y", "http://example.org/é.f"])
_LITERAL = st.text(max_size=20).filter(lambda text: not any(0xD800 <= ord(char) <= 0xDFFF for char in text))


@given(st.lists(st.tuples(_TERM, _TERM, _LITERAL | _TERM.map(rdflib.URIRef)), min_size=1, max_size=12))
def test_every_subject_that_rdflib_writes_is_found_where_its_line_says(rows: list[tuple[str, str, str]]) -> None:
    graph = rdflib.Graph()
    graph.bind("ex", "http://example.org/")
    graph.bind("b", "http://example.org/b#")
    for s, p, o in rows:
        graph.add((rdflib.URIRef(s), rdflib.URIRef(p), o if isinstance(o, rdflib.URIRef) else rdflib.Literal(o)))
    text = graph.serialize(format="turtle")
    found = lines.described(text)
    assert set(found) == {s for s, _, _ in rows}
    assert sorted(found.values()) == sorted(set(found.values()))
