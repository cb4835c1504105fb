"""What a figure is only held against, and whose time is that of the base: "up 4% on September", "last year's total".

Complements `older_side`, which knows the two sides by their values: here the base is named by its time, or by what was
done then.
"""

import re
from collections.abc import Iterable

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.claims.dating.placed import ENDS
from kg.extract.rules.temporal.dates import is_day
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_SHARES = frozenset({"percent", "percentage-point", "ratio"})
_REACH = 90
_ON_REACH = 40
_ON = re.compile(r"\s(?:[\w-]+\s){0,3}on\s(?:the\s)?")
_POSSESSED = re.compile(r"['’]s?\s(?:(?:[\w-]+\s){1,4}?of\s)?")
_THAN = re.compile(r"\b(?:more|less|fewer)\sthan\s(?:the\s)?\Z")
_AGO = Construction(r"(?:\b|-){time-adverbs:relative}\Z", re.IGNORECASE)
_BESTED = Construction(r"\b{surpassing|outstripping}\s[^,;.]*\Z")
_BY = re.compile(r"\sby\s(?:[a-z]+\s){0,2}")
_DONE_THEN = Construction(
    r"\bthan\s(?:the|its|their|his|her|what|any|it|they|those|that)\s[^,;.]*?\b(?:[a-z]{2,}ed|{irregular-doing|done-then})"
    r"\s(?:(?:back\s)?(?:in|for|during)\s(?:the\s|all\sof\s)?)?\Z"
)
_BASE_OF = Construction(
    r"\b{comparison}\s(?:the\s|its\s|their\s)?(?:(?!{expectation|outlook|foreseers}\b)[\w’'.&-]+\s){1,8}?"
    r"(?:in|of|for|from|during)\s(?:the\s)?\Z"
)
"""What leads to the time of a base that is not told in figures: "a 23% increase compared to passenger numbers in"."""
_MULTIPLIED = Construction(r"\b{multiplying}\s(?:what|that|the\s(?:{amount|level}))\b[^,;.]*\Z")
"""What is multiplied: "nearly doubling what it spent in 2024"."""
_TIMES_ITS = Construction(r"\b(?:{multiplying}|{multiplier}(?:\sof)?)\s(?:(?:its|their|the)\s)?\Z")
"""What makes a time that owns something the base of a multiple: "double last year's output"."""
_RATIO = "ratio"
_MULTIPLE_OF = re.compile(r"(?:\sof)?\s(?:the|its|their|what|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)?['’]s?)\s[^,;.]*\Z")
"""What leads from a multiple to the time of what it is one of: "$9 billion, triple Acme's sales last year"."""
_THIS_YEAR = Construction(r"(?:{time-shifts:0|time-shifts:-1})\s{time-nouns:reporting}", re.IGNORECASE)
_FROM_MARK = Construction(
    r"\b(?:from|below|under)\s(?:its|their|the|an?|[\w.&-]+['’]s?)\s(?:(?!{grammar:preposition}\b)[a-z-]+\s){0,3}?"
    r"{record-mark|low-mark}\s(?:{mark-set}\s)?(?:in|on|of|back\sin)\s(?:{time-adverbs:phase}\s)?\Z"
)
"""What makes a time that of the mark from which something moved: "fell 28% from its peak in June"."""
_OWNS = ("'", "’")
_WHEN = re.compile(r",?\s(?:when|where)\b")
_HEADED = re.compile(r"[\s-](?:[a-z-]+\s){1,3}(?:of|at)\s(?:[a-z]+\s){0,2}")
_ARTICLE = re.compile(r"\b(?:an?|its|their)\s\Z")


def possesses(time: Span, figure: Figure, text: str) -> bool:
    """Tell whether the figure is that of a time that owns it: "last year's $9 billion", "last year's sales of"."""
    return _POSSESSED.fullmatch(text, time.end, figure.span.start) is not None


def names_part(time: Span, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time behind a figure is in the name of another: "4 million, for a full-year total of 9"."""
    if time.start < figure.span.end or not _ARTICLE.search(text, max(0, time.start - 8), time.start):
        return False
    return any(_HEADED.fullmatch(text, time.end, one.span.start) for one in others if one.span.start > time.end)


def opens_clause(time: Span, figure: Figure, text: str) -> bool:
    """Tell whether a time tells when the clause behind it is so: "less than last year, when it burned $9 billion"."""
    return time.end <= figure.span.start and _WHEN.match(text, time.end) is not None


def compared(time: Timex, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether `time` belongs to what `figure`, or a change told with it, is held against."""
    before = text[max(0, time.span.start - _REACH) : time.span.start]
    if not (time.period and is_day(time.period.code)) and any(
        _changes_on(one, time.span, text) for one in (figure, *others)
    ):
        return True
    if time.span.start >= figure.span.end:
        between = text[figure.span.end : time.span.start]
        if _DONE_THEN.search(between) or _BASE_OF.search(between) or _multiplies(time.span, figure, before, text):
            return True
        if _of_multiple(time.span, figure, others, text) or _from_mark(time.span, figure, text):
            return True
    elif _BESTED.search(before) and _BY.match(text, time.span.end, figure.span.start):
        return True
    if opens_clause(time.span, figure, text):
        return False
    return _THAN.search(before) is not None and _AGO.search(time.span.of(text)) is None


def _multiplies(time: Span, figure: Figure, before: str, text: str) -> bool:
    """Tell whether a time is of what is multiplied, the figure standing before that."""
    owned = _TIMES_ITS.search(before) if text[time.end : time.end + 1] in _OWNS else None
    found = _MULTIPLIED.search(before) or owned
    return found is not None and figure.span.start <= time.start - len(before) + found.start()


def _from_mark(time: Span, figure: Figure, text: str) -> bool:
    """Tell whether a time is that of the peak or low from which a change is counted."""
    return figure.quantity.unit in _SHARES and _FROM_MARK.search(text, figure.span.end, time.start) is not None


def parts_with(time: Span, figure: Figure, text: str) -> bool:
    """Tell whether a time at the end of a clause is when a part was lost or won: "lost half its value this year"."""
    worded = figure.quantity.unit in _SHARES and not text[figure.number.start].isdecimal()
    if not worded or (figure.quantity.unit == _RATIO and figure.quantity.value >= 1) or time.start < figure.span.end:
        return False
    if text.endswith(" of ", 0, time.start):
        return False
    return ENDS.match(text, time.end) is not None and _THIS_YEAR.fullmatch(time.of(text)) is not None


def _of_multiple(time: Span, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time is of what another figure, behind this one, is a multiple of."""
    multiples = (one.span.end for one in others if one.quantity.unit == _RATIO and one.span.start > figure.span.end)
    return any(end < time.start and _MULTIPLE_OF.fullmatch(text, end, time.start) is not None for end in multiples)


def _changes_on(one: Figure, time: Span, text: str) -> bool:
    """Tell whether a share says by how much something changed since a time: "up 4% on September"."""
    behind = one.quantity.unit in _SHARES and 0 <= time.start - one.span.end <= _ON_REACH
    return behind and _ON.fullmatch(text, one.span.end, time.start) is not None
