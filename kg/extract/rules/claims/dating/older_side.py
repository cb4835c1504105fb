"""The older side of a comparison: "up from 15 million units and a 25 percent share in the second quarter of 2024".

A time that ends it dates what stands on that side, and nothing that is held against it.
"""

import re
from collections.abc import Iterable, Sequence

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.temporal.dates import parsed, shifted_quarter
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_BEHIND = 12
"""How far (characters) behind an older value its own time may stand, whatever is between."""
_REACH = 90
"""How far (characters) the older side may go on from its first value to its time."""
_NOUN = r"(?:\s(?!(?:and|or|but|as|while|when|after|before|which|that|who|to|by|with|on|because|if)\b)[a-z-]+)"
_OPENER = Construction(
    r"\b(?:{comparison|reversal}|from|against|{held-higher}\sthan)\s"
    r"(?:(?:an?|its|the|their|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)?['’]s?)\s)?"
    r"(?:(?!(?:and|or|but|to|is|are|was|were)\b)[a-z’'-]+\s){0,3}(?:of\s)?\Z"
)
_NUMBERED = Construction(r"(?i:{quarters:*}[\s-]quarter|q[1-4])\b(?![\s-]*(?:to\b|FY|20[0-9]|['’]))")
_JOINED = re.compile(
    rf"{_NOUN}{{0,3}}?(?:\s(?:in|for|during|at)\s[^,;.]{{2,40}}?)?,?\sand\s(?:an?\s|its\s|the\s)?(?:[a-z-]+\s){{0,2}}(?:of\s)?"
)
_REST = re.compile(
    rf"(?:\s\([^()]*\))?{_NOUN}{{0,3}}?(?:,?\s(?:and|or)\s(?:an?\s|its\s|the\s)?(?:[a-z-]+\s){{0,2}}(?:of\s)?#{_NOUN}{{0,3}}?,?)?"
    r",?(?:\s(?:in|for|during|of|over))?(?:\sthe same \w+(?:\s(?:of|in))?|\sthe)?\s?"
)
"""Another value in brackets, nouns, perhaps a second value with its own, what opens a time; `#` stands for a value."""


def opens(one: Figure, sentence: Span, text: str) -> bool:
    """Tell whether a value is what others are held against: "up from $7 billion", "against a loss of $2 billion"."""
    if one.role == "from":
        return True
    return _OPENER.search(text, max(sentence.start, one.span.start - _REACH), one.span.start) is not None


def holds(time: Span, one: Figure, sentence: Span, text: str) -> bool:
    """Tell whether `time` stands between what opens an older side and its value: "compared with year-ago sales of"."""
    found = _OPENER.search(text, max(sentence.start, one.span.start - _REACH), one.span.start)
    return found is not None and found.start() < time.start and time.end <= one.span.start


def stands_on(one: Figure, here: Sequence[Figure], sentence: Span, text: str) -> bool:
    """Tell whether a value stands on an older side: it opens one, or is joined to what does."""
    if opens(one, sentence, text):
        return True
    ahead = (other for other in here if other.span.end <= one.span.start and opens(other, sentence, text))
    return any(_JOINED.fullmatch(text, other.span.end, one.span.start) for other in ahead)


def is_newest(time: Timex, as_of: str | None, text: str) -> bool:
    """Tell whether a time is the quarter that was over last by the report's date, of which results are told."""
    report = parsed(as_of)
    if time.period is None or report is None or report.quarter is None:
        return False
    if _NUMBERED.match(text, time.span.start) is None:
        return False
    return time.period.code == shifted_quarter(report.year, report.quarter, -1)


def ends(time: Span, one: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether `time` ends the side that the value `one` opens, a second value joined to it or not."""
    gap = time.start - one.span.end
    if one.role == "from" and 0 <= gap <= _BEHIND:
        return not any(one.span.end < other.span.start < time.start for other in others)
    if not 0 <= gap <= _REACH:
        return False
    parts, at = [], one.span.end
    for other in sorted(others, key=lambda other: other.span.start):
        if at <= other.span.start and other.span.end <= time.start:
            parts += [text[at : other.span.start], "#"]
            at = other.span.end
    return _REST.fullmatch("".join((*parts, text[at : time.start]))) is not None
