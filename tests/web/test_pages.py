"""Pages show hostile names as text, never as markup."""

from html import unescape
from html.parser import HTMLParser

import pytest
import requests
from fixtures.web import DOCUMENTS, filled, get, serving
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.store.embedded import open_for_writing

NAMES = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table><h1>gone", "{title} & &lt;b&gt;")
BYTEDANCE, REUTERS = (NamedNode(vocab.DATA + name) for name in ("bytedance", "reuters"))
KNOWN = {"html", "head", "meta", "title", "style", "body", "p", "a", "h1", "h2", "table", "tr", "th", "td", "form"}
KNOWN |= {"input", "label", "button", "ul", "li", "header", "main", "nav", "thead", "tbody", "code", "footer", "div"}
KNOWN |= {"time", "textarea", "br"}


class Reader(HTMLParser):
    """The tags, the attributes that run something, and the text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.running, self.text = set(), [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.running += [name for name, value in attrs if name.startswith("on") or "script:" in (value or "")]

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile") / "graph"
    label = NamedNode(vocab.SKOS + "prefLabel")
    with open_for_writing(place) as store:
        for name, quads in DOCUMENTS.items():
            graph = NamedNode(name)
            plain = [quad for quad in quads if quad.predicate != label or quad.subject not in (BYTEDANCE, REUTERS)]
            hostile = [Quad(node, label, Literal(text), graph) for node in (BYTEDANCE, REUTERS) for text in NAMES]
            store.put(name, [*plain, *hostile])
    with serving(place, processes=1, seconds=20.0) as server:
        yield server.url


@pytest.mark.parametrize("path", ["/id/bytedance", "/queries/figure-sources", "/queries/company-profile", "/"])
def test_names_are_text(url, path):
    answered = get(url + path, accept="text/html")
    page = Reader(answered.text)
    assert answered.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert page.tags <= KNOWN
    assert page.running == []
    if path == "/id/bytedance":
        assert all(name in page.text for name in NAMES)


@pytest.mark.parametrize("path", ["/id/bytedance", "/queries/figure-sources"])
def test_pages_say_what_their_parts_are(url, path):
    page = get(url + path, accept="text/html").text
    assert '<html lang="en">' in page
    assert page.count("<nav>") == page.count("<main>") == 1
    assert page.count('<th scope="col">') == page.count("<th ") > 0
    assert 'tabindex="0"' in page


def test_what_is_said_of_a_thing_comes_before_where_it_is_named(url):
    page = get(f"{url}/id/bytedance", accept="text/html").text
    assert 0 < page.index("prefLabel") < page.index("claim/")


def test_what_a_form_is_given_is_text(url):
    answered = get(f"{url}/queries/report-citations", format="html", outlet=NAMES[1])
    assert Reader(answered.text).running == [] or answered.headers["Content-Type"].startswith("text/plain")


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
HOSTILE = "</textarea><script>alert(1)</script>"


def test_a_browser_gets_a_page_to_ask_from_and_its_query_gives_rows(url):
    page = get(f"{url}/sparql", accept=BROWSER)
    assert page.headers["Content-Type"].startswith("text/html")
    assert '<label for="query">' in page.text
    query = unescape(page.text.partition('cols="100">')[2].partition("</textarea>")[0])
    answered = requests.post(f"{url}/sparql", data={"query": query}, headers={"Accept": BROWSER}, timeout=60)
    assert "<p>20 rows</p>" in answered.text or "<p>8 rows</p>" in answered.text
    assert '<th scope="col">passage</th>' in answered.text
    assert unescape(answered.text.partition('cols="100">')[2].partition("</textarea>")[0]) == query


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ASK {}", "<p>yes</p>"),
        ("ASK { FILTER(false) }", "<p>no</p>"),
        ('CONSTRUCT { <urn:a> <urn:b> "c" } {}', "<p>1 triple</p>"),
        ("SELECT ?x {}", "<p>1 row</p>"),
        (f'SELECT ("{HOSTILE}" AS ?x) {{}}', "<p>1 row</p>"),
        ("SELECT * { ?s ?p ?o }", "there are more"),
    ],
)
def test_answers_are_shown_as_text(tmp_path_factory, query, said):
    with serving(filled(tmp_path_factory.mktemp("plain") / "graph"), rows=20, processes=1, seconds=20.0) as server:
        answered = get(f"{server.url}/sparql", query=query, accept=BROWSER)
    page = Reader(answered.text)
    assert said in answered.text
    assert page.tags <= KNOWN
    assert page.running == []
