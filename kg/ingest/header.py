"""What a plain text says about itself: headline, then lines such as "Outlet: X", a dateline with an agency's name."""

import re
from dataclasses import dataclass

from kg.ingest.dates import iso_date

_FIELD = re.compile(
    r"(?P<key>Outlet|Source|Publisher|Date|Published|By|Byline|Author|URL|Link)[ \t]*:[ \t]*(?P<value>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By[ \t]+(?P<value>\S.{1,80})")
_BARE_DATE = re.compile(
    r"\W{0,2}(?:\w{3,9},?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+\.? \d{4}|[A-Z][a-z]+\.? \d{1,2}, \d{4})\W{0,2}"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.,/ ]{2,40}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? \((?P<outlet>[A-Z][\w.& ]{1,30})\) ?[-–—]"
)
_KEYS = {"source": "outlet", "publisher": "outlet", "published": "date", "byline": "by", "author": "by", "link": "url"}
_LONGEST_TITLE = 200
_URL = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head of a text; `body` is the position where its prose starts."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    body: int = 0


def header(text: str) -> Header:
    """Read the first lines of `text`. A title is a first line that is no sentence and is followed by other lines."""
    lines = _lines(text)
    first = next(((at, line) for at, line in lines if line.strip()), None)
    if first is None:
        return Header()
    title = _title(first[1], more=any(line.strip() for at, line in lines if at > first[0]))
    rest = (
        [(at, line) for at, line in lines if at > first[0]]
        if title
        else [(at, line) for at, line in lines if at >= first[0]]
    )
    fields: dict[str, str] = {}
    body = _fields(rest, fields, default=first[0] if title is None else len(text))
    prose = text[body : body + 400]
    dateline = _DATELINE.match(prose.lstrip())
    return Header(
        title=title,
        outlet=fields.get("outlet") or (dateline["outlet"].strip() if dateline else None),
        byline=names(fields["by"]) if "by" in fields else (),
        date=iso_date(fields["date"]) if "date" in fields else None,
        url=fields["url"] if _URL.fullmatch(fields.get("url", "")) else None,
        body=body,
    )


def names(byline: str) -> tuple[str, ...]:
    """Split a byline into its names: "A, B and C" gives three; "Staff" stays as printed."""
    parts = re.split(r"\s*(?:,|;|&|\band\b)\s*", byline.strip())
    return tuple(part for part in parts if part)


def _title(line: str, *, more: bool) -> str | None:
    stripped = line.strip().lstrip("\ufeff#").strip()
    sentence = stripped.endswith((".", "!", "?", ":", "”", '"')) and not stripped.endswith(("?",))
    short = len(stripped) <= _LONGEST_TITLE
    return stripped if more and short and not sentence and not _FIELD.fullmatch(stripped) else None


def _fields(lines: list[tuple[int, str]], fields: dict[str, str], *, default: int) -> int:
    """Fill `fields` from the header lines and return where the first line that is none of them starts."""
    for at, line in lines:
        stripped = line.strip()
        if not stripped:
            continue
        key, value = _field(stripped)
        if key is None or key in fields:
            return at + len(line) - len(line.lstrip())
        fields[key] = value
    return default


def _field(line: str) -> tuple[str | None, str]:
    if found := _FIELD.fullmatch(line):
        key = found["key"].lower()
        return _KEYS.get(key, key), found["value"].strip()
    if _BARE_DATE.fullmatch(line):
        return "date", line
    if (found := _BYLINE.fullmatch(line)) and not line.endswith("."):
        return "by", found["value"].strip()
    return None, ""


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line.removesuffix("\r")))
        at += len(line) + 1
    return found
