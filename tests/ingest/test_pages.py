"""Web pages: what they state of themselves, and in which encoding they are."""

import pytest

from kg.errors import InputError
from kg.ingest.decoding import MAX_BYTES
from kg.ingest.hypertext import HtmlReader
from kg.ingest.protocol import Source

HTML = """<html><head><title>t</title><meta property="og:title" content="Fab &amp; yield"/>
<meta property="og:site_name" content="Chip Ledger"/>
<meta property="article:published_time" content="2025-02-03T10:00:00Z"/>
<meta name="author" content="Staff"/></head><body><nav>Home Shop Login</nav><article><h1>Fab &amp; yield</h1>
<p>The maker said its yield reached 60% in January, up from 40% a year before, and that it would add two lines.</p>
<p>A second paragraph follows with more words so that the article is long enough to be kept by any extractor.</p>
</article><footer>Imprint</footer></body></html>"""


def test_html_gives_its_text_and_stated_metadata():
    (document,) = HtmlReader().read(Source("a.html", "a", HTML.encode())).documents
    assert (document.title, document.outlet, document.date) == ("Fab & yield", "Chip Ledger", "2025-02-03")
    assert "yield reached 60% in January" in document.text
    assert "Login" not in document.text
    assert document.text[document.body :].startswith("The maker")


@pytest.mark.parametrize("data", [b"", b"   ", b"<html><body></body></html>", b"\xff\xfe\x00<", b"<" * 5000])
def test_html_without_an_article_is_refused(data):
    with pytest.raises(InputError):
        HtmlReader().read(Source("a.html", "a", data))


PAGE_IN_LATIN = HTML.replace("its yield", "the café’s yield of £5 billion")


def page(text: str, encoding: str, head: str = "") -> bytes:
    return text.replace("<head>", f"<head>{head}").encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        page(PAGE_IN_LATIN, "utf-8"),
        page(PAGE_IN_LATIN, "utf-8-sig"),
        page(PAGE_IN_LATIN, "utf-16"),
        page(PAGE_IN_LATIN, "cp1252", '<meta charset="iso-8859-1"/>'),
        page(PAGE_IN_LATIN, "cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"/>'),
        b'<?xml version="1.0" encoding="windows-1252"?>\n' + page(PAGE_IN_LATIN, "cp1252"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_states(data):
    (document,) = HtmlReader().read(Source("a.html", "a", data)).documents
    assert "the café’s yield of £5 billion" in document.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (page(PAGE_IN_LATIN, "cp1252"), r"is not UTF-8 \(byte \d+\) and states no other encoding: convert it"),
        (page(PAGE_IN_LATIN, "cp1252", '<meta charset="utf-8"/>'), "is not in utf-8, the encoding that it states"),
        (page(PAGE_IN_LATIN, "cp1252", '<meta charset="nosuch"/>'), "is not in nosuch, the encoding that it states"),
        (page(PAGE_IN_LATIN, "cp1252", '<meta charset="rot13"/>'), "is not in rot13, the encoding that it states"),
        (b"<html>" + bytes(64), "is binary"),
        (b"<" * (MAX_BYTES + 1), "is larger than 64 MiB: split it into several files"),
    ],
)
def test_no_encoding_of_a_page_is_guessed(data, says):
    with pytest.raises(InputError, match=says):
        HtmlReader().read(Source("a.html", "a", data))


@pytest.mark.parametrize(
    ("data", "outlet"),
    [
        ('{"@graph": 5, "headline": "H", "publisher": "Quay Daily"}', "Quay Daily"),
        ('{"@graph": {"headline": "H", "publisher": {"name": "Quay Daily"}}}', "Quay Daily"),
        ('[{"@graph": [3, {"headline": "H", "publisher": ["Quay Daily"]}]}]', "Quay Daily"),
        ('{"@graph": null}', None),
        ("[[[4]]]", None),
    ],
)
def test_data_about_a_page_may_have_any_shape(data, outlet):
    html = HTML.replace("<meta", f'<script type="application/ld+json">{data}</script><meta', 1)
    html = html.replace("og:site_name", "x")
    (document,) = HtmlReader().read(Source("a.html", "a", html.encode())).documents
    assert document.outlet == outlet
