"""Times behind a figure that date something else: a clause of its own, or the paper that tells of it.

"Sales rose 4% after Acme opened shops in 2023", "$4 billion this year, with more to follow in 2026", "a $4 billion plan
unveiled, per a December news release".
"""

import re
from collections.abc import Iterable

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.temporal.dates import is_day
from kg.extract.rules.text.constructions import Construction

_WITH = re.compile(r",\swith\s[^,;]*\Z")
_CLAUSE = Construction(
    r",?\s(?:after|before|although|though|whereas|since)\s(?!(?:the\s)?(?:{time-nouns:edge|time-nouns:closing})\b)"
    r"(?:[\w’'&.-]+\s){2,}[^,;]*\Z"
)
_BESIDE = Construction(r"\b(?:after|following|{on-top})\s(?:an?|the|its|their|another)\s[^,;]*\Z")
"""What brings in another figure, with its own time: "raised $2 billion, following a $1 billion round in May"."""
_ENDED = Construction(r",\s(?:which|who)\s(?:(?:was|were|is|are|has|have|had)\s)?(?:been\s)?{ending-it}\b[^,;]*\Z")
_PAPER = Construction(r"\s(?:[a-z]+\s){0,2}?{told-paper|outlook}\b")
_ONE = re.compile(r"\b(?:an?|the|its|their|his|her|in|from|per|to)\s\Z")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def behind(when: Timex, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time behind a figure stands in a clause, or an addition, of its own.

    A day on which something happened is also that of what came right after it: "fell 4% after the report on Monday".
    """
    time = when.span
    between = text[figure.span.end : time.start]
    found = _CLAUSE.search(between)
    day = when.period is not None and is_day(when.period.code)
    if (found and not (day and found[0].lstrip(", ").startswith("after "))) or _ENDED.search(between):
        return True
    beside = _BESIDE.search(between)
    if beside and any(figure.span.end + beside.start() < one.span.start < time.start for one in others):
        return True
    added = _WITH.search(between)
    start = figure.span.end + added.start() if added else 0
    return added is not None and not any(start <= one.span.start < time.start for one in others)


def of_paper(time: Timex, text: str) -> bool:
    """Tell whether a month is only that of what tells something: "according to a January filing"."""
    if time.period is None or not _MONTH.fullmatch(time.period.code) or not _PAPER.match(text, time.span.end):
        return False
    return _ONE.search(text, max(0, time.span.start - 8), time.span.start) is not None
