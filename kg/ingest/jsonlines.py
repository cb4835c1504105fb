"""A feed of articles, one JSON object a line: text (needed), title, outlet, date, byline, url, id."""

import json

from kg.errors import InputError
from kg.ingest.dates import iso_date
from kg.ingest.decoding import MAX_LINE, text_of
from kg.ingest.header import names
from kg.ingest.protocol import Reading, Source
from kg.model import Document


class JsonLinesReader:
    """Reads `.jsonl`. Offsets count in each article's own text, which is its title, an empty line and its text."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def read(self, source: Source) -> Reading:
        """Return the articles; a line that is no object or lacks its text is a problem, and the rest goes on."""
        documents, problems = [], []
        for number, line in enumerate(text_of(source.data).removeprefix("\ufeff").split("\n"), 1):
            if not line.strip():
                continue
            try:
                documents.append(_document(source, number, _object(line)))
            except InputError as problem:
                problems.append(f"{source.path}:{number}: {problem}")
        if problems and not documents:
            raise InputError(f"holds no article ({len(problems)} lines): {problems[0].removeprefix(source.path + ':')}")
        return Reading(tuple(documents), tuple(problems))


def _object(line: str) -> dict[str, object]:
    if len(line) > MAX_LINE:
        raise InputError(f"the line has {len(line)} characters, more than any article")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise InputError(f"no JSON: {problem}") from problem
    if not isinstance(value, dict):
        raise InputError('no JSON object: each line is one article, {"text": ..., "outlet": ..., "date": ...}')
    if not isinstance(value.get("text"), str) or not str(value["text"]).strip():
        raise InputError('the article lacks its "text"')
    return value


def _document(source: Source, number: int, value: dict[str, object]) -> Document:
    title, date, url = _string(value, "title"), _string(value, "date"), _string(value, "url")
    lead = f"{title}\n\n" if title else ""
    byline = value.get("byline")
    people = (
        tuple(str(name) for name in byline)
        if isinstance(byline, list)
        else names(byline)
        if isinstance(byline, str)
        else ()
    )
    return Document(
        text=_unpaired(lead + str(value["text"])),
        source=source.name,
        path=source.path,
        part=_string(value, "id") or str(number),
        url=url if url and url.startswith(("http://", "https://")) else None,
        title=title,
        outlet=_string(value, "outlet"),
        byline=people,
        date=iso_date(date) if date else None,
        body=len(lead),
    )


def _string(value: dict[str, object], key: str) -> str | None:
    found = value.get(key)
    return " ".join(found.split()) or None if isinstance(found, str) else None


def _unpaired(text: str) -> str:
    """Refuse a lone surrogate: it is no character, and no file could hold it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise InputError("the text holds half of a surrogate pair, which is no character") from problem
    return text
