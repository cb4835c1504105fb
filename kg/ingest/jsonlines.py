"""A feed of articles, one JSON object a line: text (needed), title, outlet, date, byline, url, id."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.errors import InputError
from kg.ingest.dates import iso_date
from kg.ingest.decoding import MAX_LINE, text_of
from kg.ingest.header import names
from kg.ingest.protocol import Reading, Source
from kg.model import Document

_FIELDS = ("text", "title", "outlet", "date", "byline", "url", "id")
_HALF = "\\ud"
"""How a surrogate is written in JSON, in small letters."""
_ENTRY = '{"text": ..., "outlet": ..., "date": ...}'


class JsonLinesReader:
    """Reads `.jsonl`. Offsets count in each article's own text, which is its title, an empty line and its text."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def read(self, source: Source) -> Reading:
        """Return the articles; a line that is no object or lacks its text is a problem, and the rest goes on.

        What is left out of the others, a date that is none or a field of another name, is a note for each kind.
        """
        documents, problems = [], []
        left_out: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(text_of(source.data).removeprefix("\ufeff").split("\n"), 1):
            if not line.strip():
                continue
            try:
                value = _object(line)
                documents.append(_document(source, number, value))
            except InputError as problem:
                problems.append(f"{source.path}:{number}: {problem}")
                continue
            for what in _left_out(value):
                left_out[what].append(number)
        if problems and not documents:
            lines = f"{len(problems)} line{'' if len(problems) == 1 else 's'}"
            raise InputError(f"holds no article ({lines}): {problems[0].removeprefix(source.path + ':')}")
        notes = tuple(f"{source.path}:{_at(lines)}: {what}, left out" for what, lines in sorted(left_out.items()))
        return Reading(tuple(documents), tuple(problems), notes)


def _object(line: str) -> dict[str, object]:
    if len(line) > MAX_LINE:
        raise InputError(f"the line has {len(line)} characters, more than any article")
    try:
        value = json.loads(line, parse_int=_whole)
    except RecursionError as problem:
        raise InputError("no JSON that can be read: it is nested too deeply") from problem
    except ValueError as problem:
        raise InputError(f"no JSON: {problem}") from problem
    if not isinstance(value, dict):
        raise InputError(f"no JSON object: each line is one article, {_ENTRY}")
    if not isinstance(value.get("text"), str) or not str(value["text"]).strip():
        raise InputError(f'the article lacks its "text": each line is one article, {_ENTRY}')
    if _HALF in line.lower():
        _refuse_halves(value)
    return value


def _refuse_halves(value: dict[str, object]) -> None:
    """Raise InputError for a lone surrogate: it is no character, and no file or graph could hold it."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as problem:
        raise InputError("the article holds half of a surrogate pair, which is no character") from problem


def _whole(digits: str) -> float:
    """Return a whole number; one of more digits than Python reads is beyond all others."""
    try:
        return int(digits)
    except ValueError:
        return float(digits)


def _document(source: Source, number: int, value: dict[str, object]) -> Document:
    title, date, url = _string(value, "title"), _string(value, "date"), _string(value, "url")
    lead = f"{title}\n\n" if title else ""
    return Document(
        text=lead + str(value["text"]),
        source=source.name,
        path=source.path,
        part=_string(value, "id") or str(number),
        url=url if _is_address(url) else None,
        title=title,
        outlet=_string(value, "outlet"),
        byline=tuple(_people(value.get("byline"))),
        date=iso_date(date) if date else None,
        body=len(lead),
    )


def _string(value: Mapping[str, object], key: str) -> str | None:
    """Return a field on one line; an `id` may be a whole number."""
    found = value.get(key)
    if key == "id" and isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return " ".join(found.split()) or None if isinstance(found, str) else None


def _people(byline: object) -> Iterator[str]:
    """Yield who wrote an article: one text, or names and things with a name in a list."""
    if isinstance(byline, str):
        yield from names(byline)
        return
    for one in byline if isinstance(byline, list) else [byline]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield " ".join(name.split())


def _left_out(value: Mapping[str, object]) -> Iterator[str]:
    """Yield what an article states that cannot be kept, in words for people."""
    if strange := sorted(value.keys() - set(_FIELDS)):
        shown = ", ".join(f'"{name}"' for name in strange)
        yield f"no field of an article ({', '.join(_FIELDS)}) is called {shown}"
    for key in ("title", "outlet", "date", "url", "id"):
        if value.get(key) not in (None, "") and _string(value, key) is None:
            yield f'the "{key}" is no text'
    date, url, byline = _string(value, "date"), _string(value, "url"), value.get("byline")
    if date and iso_date(date) is None:
        yield 'the "date" is no full date that can be read in one way, such as 2025-01-31'
    if url and not _is_address(url):
        yield 'the "url" is no http(s) address'
    if byline and len(list(_people(byline))) < (len(byline) if isinstance(byline, list) else 1):
        yield 'somebody of the "byline" has no name'


def _at(lines: list[int]) -> str:
    """Return the number of the first of some lines, and how many there are besides."""
    return f"{lines[0]}" if len(lines) == 1 else f"{lines[0]} and {len(lines) - 1} more"


def _is_address(url: str | None) -> bool:
    return url is not None and url.startswith(("http://", "https://"))
