"""What a plain text says about itself: headline, lines such as "Outlet: X", a byline, a date, an agency's dateline.

A date alone on a line is that of the text only at its head: among the header lines, or behind one or two lines of a
standfirst, beside the byline or as the only such line: a text with more of them is a chronicle.
"""

import re
from dataclasses import dataclass

from kg.ingest.datelines import by_whom, date_line, dated_outlet, month_line, opening_date
from kg.ingest.dates import iso_date

_FIELD = re.compile(
    r"(?P<key>Outlet|Source|Publisher|Date|Published|By|Byline|Author|URL|Link)[ \t]*:[ \t]*(?P<value>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?=[A-Z])\S.{1,80}")
_DATELINE = re.compile(
    r"[A-Z][A-Z.,/ ]{2,40}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? \((?P<outlet>[A-Z][\w.& ]{1,30})\) ?[-–—]"
)
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_BY = re.compile(r"\Aby\s+", re.IGNORECASE)
_KEYS = {"source": "outlet", "publisher": "outlet", "published": "date", "byline": "by", "author": "by", "link": "url"}
_LONGEST_TITLE = 200
_LONGEST_LABEL = 60
_LONGEST_STANDFIRST = 300
_STANDFIRST = 2
_HEAD = 8
_SENTENCE_END = (".", "!", "?", ":", "”", '"')
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
    filled = [(at, line) for at, line in _lines(text) if line.strip()]
    fields: dict[str, str] = {}
    if len(filled) > 1 and _alone(filled[0][1]):
        fields |= _dated(filled[0][1].strip())
        filled = filled[1:]
    months = [(number, month) for number, (_, line) in enumerate(filled) if (month := month_line(line.strip()))]
    if len(months) == 1 and months[0][0] <= 1 < len(filled):
        filled.pop(months[0][0])
        fields["date"] = months[0][1]
    if not filled:
        return Header()
    title = _title(filled[0][1], more=len(filled) > 1)
    rest = filled[1:] if title else filled
    body = _fields(rest, fields, default=filled[0][0] if title is None else len(text))
    prose = text[body : body + 400].lstrip()
    if not fields.keys() & {"date", "updated"}:
        _behind_standfirst([line.strip() for at, line in rest if at + len(line) > body], fields)
    dateline = _DATELINE.match(prose)
    return Header(
        title=title,
        outlet=fields.get("outlet") or (dateline["outlet"].strip() if dateline else None),
        byline=names(fields["by"]) if "by" in fields else (),
        date=iso_date(fields.get("date") or fields.get("updated") or "") or opening_date(prose),
        url=fields["url"] if _URL.fullmatch(fields.get("url", "")) else None,
        body=body,
    )


def names(byline: str) -> tuple[str, ...]:
    """Split a byline into its names: "By A, B and C" gives three; "Staff" stays as printed."""
    parts = re.split(r"\s*(?:,|;|&|\band\b)\s*", _BY.sub("", byline.strip()))
    return tuple(part for part in parts if part)


def _title(line: str, *, more: bool) -> str | None:
    stripped = line.strip().lstrip("\ufeff#").strip()
    sentence = stripped.endswith(_SENTENCE_END) and not stripped.endswith(("?",))
    short = len(stripped) <= _LONGEST_TITLE
    return stripped if more and short and not sentence and not _FIELD.fullmatch(stripped) else None


def _fields(lines: list[tuple[int, str]], fields: dict[str, str], *, default: int) -> int:
    """Fill `fields` from the header lines and return where the first line that is none of them starts."""
    for at, line in lines:
        found = _field(line.strip())
        if not found or found.keys() & fields.keys():
            return at + len(line) - len(line.lstrip())
        fields |= found
    return default


def _behind_standfirst(lines: list[str], fields: dict[str, str]) -> None:
    """Fill in the byline and date that stand behind a standfirst and labels, if the text has no other such line."""
    sentences = 0
    for index, line in enumerate(lines[:_HEAD]):
        if found := _dated(line):
            if "by" in found.keys() | fields.keys() or not any("date" in _dated(line) for line in lines[index + 1 :]):
                fields |= found | fields
            return
        if byline := _byline(line):
            fields.setdefault("by", byline)
        elif len(line) > _LONGEST_LABEL or line.endswith(_SENTENCE_END):
            sentences += 1
            if sentences > _STANDFIRST or len(line) > _LONGEST_STANDFIRST:
                return


def _field(line: str) -> dict[str, str]:
    """Return the fields that a header line states, none for any other line."""
    found = _FIELD.fullmatch(line)
    key = _KEYS.get(found["key"].lower(), found["key"].lower()) if found else None
    if (key in {None, "by", "date"}) and (dated := _dated(line)):
        return dated
    outlet = dated_outlet(found["value"].strip()) if found and key == "outlet" else None
    if outlet:
        return {"outlet": outlet[0], "date": outlet[1]}
    if found and key:
        return {key: found["value"].strip()}
    byline = _byline(line)
    return {"by": byline} if byline else {}


def _dated(line: str) -> dict[str, str]:
    found = date_line(line)
    if found is None:
        return {}
    return {"updated" if found.updated else "date": found.date} | ({"by": found.by} if found.by else {})


def _alone(line: str) -> bool:
    found = date_line(line.strip())
    return found is not None and found.alone


def _byline(line: str) -> str | None:
    opening = None if line.endswith(".") else by_whom(line)
    found = _BYLINE.fullmatch(line, opening.end()) if opening else None
    return found[0].strip() if found else None


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines, however they end, and where each starts."""
    found, at = [], 0
    for end in _LINE_END.finditer(text):
        found.append((at, text[at : end.start()]))
        at = end.end()
    return [*found, (at, text[at:])]
