"""HTML through trafilatura. The extracted text is what offsets count in, and what is kept."""

import json
from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.ingest.dates import iso_date
from kg.ingest.decoding import page_text_of
from kg.ingest.header import names
from kg.ingest.protocol import Reading, Source
from kg.model import Document

_TITLE = ("og:title", "twitter:title")
_OUTLET = ("og:site_name", "application-name")
_DATE = ("article:published_time", "datePublished", "date", "dc.date", "parsely-pub-date")
_STORY = 300
"""Characters of the paragraphs of an article of several: more than a teaser has."""
_AUTHOR = ("author", "article:author", "parsely-author")


class HtmlReader:
    """Reads `.html`. Title, outlet, author, date and URL come from the page's own metadata or are absent."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, source: Source) -> Reading:
        """Return the article of the page, or each of several: its title, an empty line, its text."""
        import trafilatura
        from lxml import etree

        if not source.data.strip():
            raise InputError("is empty")
        tree = trafilatura.load_html(page_text_of(source.data))
        if tree is None:
            raise InputError("is no HTML that can be read")
        try:
            meta = _metadata(tree)
            if several := _several(source, tree, meta):
                return Reading(several)
            text = _text(tree)
        except (etree.LxmlError, ValueError, RecursionError) as problem:
            raise InputError(f"is no HTML that can be read: {problem}") from problem
        if not text:
            raise InputError("holds no article text")
        return Reading((_document(source, text, meta),))


def _text(tree: Any) -> str:  # noqa: ANN401 - lxml's elements carry no types
    """Return the article text of a page, nothing where it has none. What is taken out of the tree is gone from it."""
    import trafilatura

    found = trafilatura.extract(tree, include_comments=False, include_tables=True, deduplicate=False)
    return found if found and found.strip() else ""


def _several(source: Source, tree: Any, meta: dict[str, str]) -> tuple[Document, ...]:  # noqa: ANN401
    """Return the articles of a page that marks several as such, and what stands around them; none for other pages.

    A page may mark teasers and comments as articles too: those count that have a heading and are longer than a teaser.
    What the page states of itself is true of the one that has its title, else of what
    stands around them; of the others only the outlet is.
    """
    import trafilatura
    from lxml import html

    marked = [one for one in tree.iter("article") if next(one.iterancestors("article"), None) is None]
    stories = [one for one in marked if _heading(one) and sum(len(p.text_content()) for p in one.iter("p")) >= _STORY]
    if len(stories) < 2:  # noqa: PLR2004 - one is the page's own
        return ()
    found = []
    theirs = {key: text for key, text in meta.items() if key == "outlet"}
    titles = [_heading(story) for story in stories]
    for number, (story, title) in enumerate(zip(stories, titles, strict=True), 1):
        own = {"date": _time(story)} | (meta if title == meta.get("title") else theirs | {"title": title})
        text = _text(trafilatura.load_html(f"<html><body>{html.tostring(story, encoding='unicode', with_tail=False)}"))
        if not text:
            return ()
        found.append(_document(source, text, own, str(number), meta.get("date")))
    for story in stories:
        story.drop_tree()
    around = _text(tree)
    if len(around) < _STORY:
        return tuple(found)
    own = theirs if meta.get("title") in titles else meta
    return (_document(source, around, own, "page", meta.get("date")), *found)


def _heading(story: Any) -> str:  # noqa: ANN401
    """Return the first heading of an article on one line, nothing where it has none."""
    found = next(story.iter("h1", "h2", "h3"), None)
    return "" if found is None else " ".join(found.text_content().split())


def _time(story: Any) -> str:  # noqa: ANN401
    return next((time.get("datetime") for time in story.iter("time") if time.get("datetime")), "")


def _document(
    source: Source, text: str, meta: dict[str, str], part: str | None = None, page_date: str | None = None
) -> Document:
    title = meta.get("title")
    if title:
        text = text.removeprefix(title).lstrip("\n")
    lead = f"{title}\n\n" if title else ""
    return Document(
        text=lead + text,
        source=source.name,
        path=source.path,
        part=part,
        url=meta.get("url"),
        title=title,
        outlet=meta.get("outlet"),
        byline=names(meta["author"]) if "author" in meta else (),
        date=iso_date(meta.get("date", "")),
        page_date=iso_date(page_date) if page_date else None,
        body=len(lead),
    )


def _metadata(tree: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's elements carry no types
    """Return title, outlet, date, author and url as the page states them; nothing is looked for in its prose."""
    tags: dict[str, str] = {}
    for tag in tree.iterfind(".//meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if key and (content := " ".join((tag.get("content") or "").split())):
            tags.setdefault(key.strip(), content)
    linked = _linked_data(tree)
    found = {
        "title": _first(tags, _TITLE) or linked.get("headline"),
        "outlet": _first(tags, _OUTLET) or linked.get("publisher"),
        "date": _first(tags, _DATE) or linked.get("datePublished"),
        "author": _first(tags, _AUTHOR) or linked.get("author"),
        "url": tags.get("og:url") or _canonical(tree),
    }
    if not found["title"]:
        heading = tree.find(".//h1")
        found["title"] = " ".join(heading.text_content().split()) if heading is not None else None
    if (found["author"] or "").startswith("http"):
        found["author"] = None
    if not (found["url"] or "").startswith(("http://", "https://")):
        found["url"] = None
    return {key: value for key, value in found.items() if value}


def _first(tags: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((tags[key] for key in keys if key in tags), None)


def _canonical(tree: Any) -> str | None:  # noqa: ANN401
    return next((link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")), None)


def _linked_data(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """Return headline, publisher, datePublished and author of the first JSON-LD block that has a headline."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for block in _blocks(data):
            if isinstance(block, dict) and isinstance(block.get("headline"), str):
                return {
                    key: text
                    for key in ("headline", "publisher", "datePublished", "author")
                    if (text := _named(block.get(key)))
                }
    return {}


def _blocks(data: object) -> Iterator[object]:
    """Yield the things that a block of JSON-LD describes: itself, those of a list, or those of a graph."""
    if isinstance(data, list):
        for one in data:
            yield from _blocks(one)
    elif isinstance(data, dict) and isinstance(data.get("@graph"), list | dict):
        yield from _blocks(data["@graph"])
    else:
        yield data


def _named(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := _named(item))) or None
    if isinstance(value, dict):
        return _named(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None
