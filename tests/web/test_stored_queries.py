"""Stored queries as addresses: the rows of the command line, in the form that is asked for."""

import csv
import io

import pytest
from fixtures.web import get, serving

from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.store.embedded import open_for_reading


def test_a_stored_query_has_the_rows_that_the_command_line_has(url, folder):
    with open_for_reading(folder) as store:
        expected = ask(store, catalogue()["figure-sources"], {"subject": "ByteDance"}, machine=True)
    found = get(f"{url}/queries/figure-sources", subject="ByteDance")
    assert found.headers["Content-Type"] == "application/json"
    assert [tuple(row.values()) for row in found.json()] == list(expected.rows)
    rows = list(csv.reader(io.StringIO(get(f"{url}/queries/figure-sources", subject="ByteDance", format="csv").text)))
    assert len(rows) == len(expected.rows) + 1
    page = get(f"{url}/queries/figure-sources", subject="ByteDance", accept="text/html,*/*;q=0.5")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "<td>Financial Times" in page.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/queries/nothing", 404, "no query 'nothing': there are"),
        ("/queries/figure-sources?sub=x", 400, "has no parameter 'sub'"),
        ("/queries/figure-sources?subject=Bytedanse", 400, "nothing here is called 'Bytedanse'"),
        ("/queries/figure-sources?format=pdf", 406, "on offer"),
        ("/nowhere", 404, "nothing at /nowhere"),
        ("/id/nobody", 404, "nothing is known of"),
        ("/id/a%20b?format=%3Cscript%3E", 400, ""),
    ],
)
def test_what_is_not_there(url, path, status, said):
    found = get(url + path)
    assert found.status_code in (status, 404)
    assert said in found.text


def test_pages_escape_what_they_are_given(url):
    page = get(f"{url}/queries/figure-sources", measure='"><script>alert(1)</script>', format="html")
    assert "<script" not in page.text or page.headers["Content-Type"].startswith("text/plain")


def test_the_openapi_document_lists_every_query(url):
    document = get(f"{url}/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    for name, query in catalogue().items():
        operation = document["paths"][f"/queries/{name}"]["get"]
        assert {one["name"] for one in operation["parameters"]} == {p.name for p in query.parameters} | {"format"}
        answered = get(f"{url}/queries/{name}")
        assert str(answered.status_code) in operation["responses"]
        assert answered.headers["Content-Type"] in operation["responses"]["200"]["content"]
    listed = get(f"{url}/queries").json()
    assert [one["name"] for one in listed] == list(catalogue())
    assert all(f"/queries/{name}" in get(f"{url}/").text for name in catalogue())


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_rows_beyond_the_limit_are_cut_and_the_answer_says_so(folder, form):
    with serving(folder, rows=2, processes=1, seconds=20.0) as server:
        found = get(f"{server.url}/queries/figure-sources", subject="ByteDance", format=form)
    assert found.headers["X-SPARQL-MaxRows"] == "2"
    if form == "json":
        assert len(found.json()) == 2
    elif form == "csv":
        assert len(list(csv.reader(io.StringIO(found.text)))) == 1 + 2
    else:
        assert "rows, of which these are the first 2<" in found.text


def test_each_of_several_values_has_a_field_of_its_own(url):
    page = get(f"{url}/queries/figure-sources?subject=ByteDance&subject=Financial%20Times", format="html").text
    assert '<input name="subject" value="ByteDance">' in page
    assert '<input name="subject" value="Financial Times">' in page
    assert '<input name="measure" value="">' in page
