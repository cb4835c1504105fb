"""A page that holds several articles, marked by lines "[1]", "[2]", ... of their own; numbers may be missing."""

import re

from kg.ingest.dates import dated_by_weekday, iso_date

_MARK = re.compile(r"^[ \t]*\[(\d{1,3})\][ \t]*\r?$", re.MULTILINE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(\d{4})", re.IGNORECASE)


def parts(text: str) -> tuple[tuple[str | None, int, int], ...]:
    """Return label, start and end of each part of `text`.

    One part without label unless two marks stand in rising order.  The part before the first mark is the page's own
    text and has the label "page".
    """
    marks = list(_MARK.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    if len(marks) < 2 or numbers != sorted(set(numbers)):  # noqa: PLR2004 - one mark alone is a footnote
        return ((None, 0, len(text)),)
    starts = [_skip(text, mark.end()) for mark in marks]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found = [(str(number), start, end) for number, start, end in zip(numbers, starts, ends, strict=True)]
    whole = [("page", 0, marks[0].start()), *found]
    return tuple((label, start, end) for label, start, end in whole if text[start:end].strip())


def page_date(head: str) -> str | None:
    """Return the date that the page's own text states.

    A full date, or a weekday and day that fit its copyright year.
    """
    if full := iso_date(head):
        return full
    year = _COPYRIGHT.search(head)
    return dated_by_weekday(head, int(year[1])) if year else None


def _skip(text: str, at: int) -> int:
    """Return where the part's own text starts behind its mark line."""
    newline = text.find("\n", at)
    return len(text) if newline < 0 else newline + 1
