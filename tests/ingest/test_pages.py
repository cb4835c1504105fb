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


QUAY = "Quay Works plans to spend $%d billion on data centres this year, two people familiar with the matter said. " * 2
LORRY = "Lorry Freight has cut %d00 jobs, because demand for lorries fell, and expects to cut more in the autumn. " * 2


def story(number: int, words: str = QUAY + LORRY) -> str:
    told = words % ((number,) * words.count("%d"))
    return f'<article><h2>Story  {number}</h2><time datetime="2025-03-0{number}">x</time><p>{told}</p></article>'


def several(body: str, head: str = "") -> list:
    data = f"""<html><head><title>t</title><meta property="og:site_name" content="Quay Daily"/>
<meta property="article:published_time" content="2025-03-09"/>{head}</head><body>{body}</body></html>"""
    return list(HtmlReader().read(Source("a.html", "a", data.encode())).documents)


def test_a_page_of_several_articles_is_several_documents():
    head = '<meta property="og:title" content="Story 2"/><meta name="author" content="Ann Lee"/>'
    one, two, three = several("<main>" + "".join(map(story, (1, 2, 3))) + "</main>", head)
    assert [(doc.part, doc.title, doc.date) for doc in (one, two, three)] == [
        ("1", "Story 1", "2025-03-01"),
        ("2", "Story 2", "2025-03-09"),
        ("3", "Story 3", "2025-03-03"),
    ]
    assert [doc.byline for doc in (one, two, three)] == [(), ("Ann Lee",), ()]
    for number, document in enumerate((one, two, three), 1):
        assert (document.outlet, document.page_date) == ("Quay Daily", "2025-03-09")
        assert document.text.startswith(f"Story {number}\n\nQuay Works plans to spend ${number} billion")
        assert document.text[document.body :].startswith("Quay Works")
        assert document.text.count(f"{number}00 jobs") == 2


def test_what_stands_around_articles_is_one_of_its_own():
    page, one, two = several(f"<div><h1>Main</h1><p>{QUAY % (7, 7)}{LORRY % (8, 8)}</p></div>{story(1)}{story(2)}")
    assert [(doc.part, doc.title, doc.date) for doc in (page, one, two)] == [
        ("page", "Main", "2025-03-09"),
        ("1", "Story 1", "2025-03-01"),
        ("2", "Story 2", "2025-03-02"),
    ]
    assert "$7 billion" in page.text
    assert "$1 billion" not in page.text


@pytest.mark.parametrize(
    "body",
    [
        story(1) + story(2, "A short teaser on %d lorries.") + story(3, "Another on %d chips."),
        f"<article><h1>Main</h1><p>{QUAY % (7, 7)}{LORRY % (8, 8)}</p>{story(1)}{story(2)}</article>",
        story(1).replace("h2", "b") + story(2),
    ],
)
def test_teasers_and_what_stands_inside_an_article_are_none_of_several(body):
    (document,) = several(body)
    assert document.part is None
