"""Pages show hostile names as text, never as markup."""

from html.parser import HTMLParser

import pytest
from fixtures.web import DOCUMENTS, get, serving
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.store.embedded import open_for_writing

NAMES = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table><h1>gone", "{title} & &lt;b&gt;")
BYTEDANCE, REUTERS = (NamedNode(vocab.DATA + name) for name in ("bytedance", "reuters"))
KNOWN = {"html", "head", "meta", "title", "style", "body", "p", "a", "h1", "h2", "table", "tr", "th", "td", "form"}
KNOWN |= {"input", "label", "button", "ul", "li", "header", "main", "nav", "thead", "tbody", "code", "footer", "div"}
KNOWN |= {"time"}


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
