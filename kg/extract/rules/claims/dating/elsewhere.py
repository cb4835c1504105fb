"""Times behind a figure that date something else: a clause of its own, or the paper that tells of it.

"Sales rose 4% after Acme opened shops in 2023", "$4 billion this year, with more to follow in 2026", "a $4 billion plan
unveiled, per a December news release".
"""

import re
from collections.abc import Iterable

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.claims.dating.clauses import RATE
from kg.extract.rules.temporal.dates import is_day, month_of
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_WITH = re.compile(r",\swith\s[^,;]*\Z")
_CLAUSE = Construction(
    r",?\s(?!{breaks:none}\b)(?:after|before|although|though|whereas|since)\s(?!(?:the\s)?(?:{time-nouns:edge|time-nouns:closing})\b)"
    r"(?:[a-z]+ing\s|(?:[\w’'&.-]+\s){2,})[^,;]*\Z"
)
_BESIDE = Construction(r"\b(?:after|following|{conforming|on-top})\s(?:an?|the|its|their|another)\s[^,;]*\Z")
"""What brings in another figure, with its own time: "raised $2 billion, following a $1 billion round in May"."""
_ENDED = Construction(r",\s(?:which|who)\s(?:(?:was|were|is|are|has|have|had)\s)?(?:been\s)?{ending-it}\b[^,;]*\Z")
_AT_WHICH = re.compile(r"\s(?:at|in|for|by|with)\swhich\s[^,;]*\Z")
"""What dates another figure: "$9 billion, twice the $4 billion at which it raised money in March"."""
_HAD_DONE = re.compile(
    r"\b(?:an?|the|its|their)\s(?:[\w-]+\s){1,3}?(?:(?:that|which)\s)?(?:it|they|he|she)\shad\s(?:[a-z]+\s){1,3}(?:in|on|last)\s\Z"
)
"""What had been done to something else: "$9 billion, in line with a goal it had set in March"."""
_HAVING = re.compile(r",\shaving\s[^,;]*\Z")
_PURPOSE = Construction(
    r",\s(?:(?:to|which\s(?:would|will|should|could))\s(?!(?:the|an?|be|have|about|some)\b)[a-z]+|{notions:saving}|of\swhich)\s[^,;]*\Z"
)
"""What is to come of it, with its own time: "will cut 900 jobs, to save $1 billion by 2026"."""
_BRINGING = re.compile(r",\s[a-z]+ing\s(?!(?:the|its|their|it|them)\s)[^;]*\Z")
"""What else is to come of it by a deadline: "spent $4 billion on masts, connecting 9 million homes by 2028"."""
_IN_RESPONSE = Construction(
    r"\b(?:after|following|since|to|of|over)\s(?:the|its|their)\s(?:[\w-]+\s){0,2}?{past-event}\s(?:of\s[^,;]*?\s)?(?:in|on)\s\Z"
)
"""What happened then: "$9 billion more, in response to the collapse of Acme in 2023"."""
_HELD_TO = re.compile(r"\b(?:above|below|beyond|under)\sthe\s(?:[a-z-]+\s){0,3}\Z")
_RECORD = Construction(
    r"\b{surpassing|outstripping|beside-mark|over-mark|breaking}\s(?:the|its|their|an?)\s"
    r"(?:(?!{grammar:preposition}\b)[a-z-]+\s){0,2}{record-mark}\s[^;]*\Z"
)
"""The best so far, which the figure is only held to: "$9 billion, beating its record of $8 billion set in 2018"."""
_HAPPENED = Construction(r"\b[Tt]he\s(?:[a-z-]+\s)?(?:{past-event|time-nouns:edge|time-nouns:closing})\s(?:in|on)\s\Z")
_OF_A = re.compile(r"\sof\s(?:an?|the|its)\s(?:[a-z-]+\s){0,3}")
_HAVE_DONE = re.compile(r",\s(?:which|who)\s(?:(?:has|have|had)|(?:is|are|was|were)\s(?:still\s)?(?:up|down))\s[^,]*\Z")
_UNDER, _NOUN = re.compile(r"\b(?:under|Under)\s(?:the|an?|its|their|this)\s\Z"), re.compile(r"\s[a-z]")
_NEXT_ONE = re.compile(r"[,;]?\s(?:and|but|while)\s(?:the|its|their)\s(?:[a-z-]+\s){1,3}(?:for|of|in)\s(?:the\s)?\Z")
"""What brings in another figure with its time before it: "is $3 billion, and the target for 2027 is $4 billion"."""
_UNTIL = re.compile(r",\s(?:[^;]*\s)?until\s(?:the\s)?\Z")
"""Until when something else holds, behind a comma: "cut 900 jobs, as the firm, until 2023 the biggest, shrinks"."""
_PROLONGED = Construction(r"(?:,|\sand)\s(?:[a-z-]+\s){0,2}?{prolonging}\s[^,;]*?\b(?:until|till|through|to)\s\Z")
"""Until when something else lasts: "paid $2 billion and extended the deal to 2029"."""
_PAPER = Construction(r"\s(?:[a-z]+\s){0,2}?{told-paper|outlook}\b")
_TOLD_PAPER = Construction(r"\s(?:[a-z]+\s){0,2}?{told-paper}\b")
_OUTLOOK_OF = Construction(r"\b{outlook|estimating}\s(?:[a-z]+(?:ed|en)\s)?(?:in|from|on)\s\Z")
_ON_TOP = Construction(r"\b{on-top}\b[^;]*\Z")
_ONE = re.compile(r"\b(?:an?|the|its|their|his|her|in|from|per|to)\s\Z")
_CLAUSE_ON = re.compile(r",\s(?:which|who)\s[^,;]*\Z")
_DENIED = re.compile(r"\b(?:not|rather\sthan|instead\sof)\s(?:in\s|for\s)?\Z")
_ADDING = Construction(r",\s{adding-to-past}\s[^;,]*\Z")
"""What came before, with its own time: "rose 5%, adding to its gains in 2024"."""
_LASTS = Construction(
    r"(?:\s(?:in|on)\s[a-z]+(?:\s[a-z]+)?)?\sover\s(?:the\s)?(?:{time-nouns:coming}\s)?(?:{numbers:*}|several|[0-9]+)\s{time-nouns:reporting}s\b"
)
_YEAR = re.compile(r"20[0-9]{2}")


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
    if _of_another(between, figure, others) or _of_consequence(between, when, figure, others, text):
        return True
    named = _NEXT_ONE.search(between)
    if named and any(one.span.start > time.end for one in others):
        return True
    beside = _BESIDE.search(between)
    if beside and any(figure.span.end + beside.start() < one.span.start < time.start for one in others):
        return True
    added = _WITH.search(between)
    start = figure.span.end + added.start() if added else 0
    return added is not None and not any(start <= one.span.start < time.start for one in others)


def _of_consequence(between: str, when: Timex, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time is of what is to come of the figure, of what that answers to or is held against."""
    if ", " in between and _PURPOSE.search(between):
        return True
    if between.endswith((" in ", " on ")) and _IN_RESPONSE.search(between):
        return True
    held = [one.span.start for one in others if figure.span.end < one.span.start < when.span.start]
    if held and when.period and when.period.code.startswith("by-") and _BRINGING.search(text, figure.span.end, held[0]):
        return True
    return any(
        _HELD_TO.search(text, figure.span.end, start) or _RECORD.search(text, figure.span.end, start) for start in held
    )


def parted(when: Span, figure: Figure, others: Iterable[Figure], text: str, *, opens: bool) -> bool:
    """Tell whether brackets or a semicolon part a time from a figure; one that `opens` a sentence holds for it all."""
    if _in_brackets(when, figure, others, text) or _in_brackets_before(when, figure, others, text):
        return True
    return not opens and _across(when, figure, others, text)


def _across(when: Span, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a semicolon parts a figure from a time behind, or from one before that dates something else.

    "Acme was listed in May; its losses passed $9 billion", "sales rose 9%; its cash flow for the year was $4 billion".
    """
    if when.start >= figure.span.end:
        return (
            any(one.span.start > figure.span.end for one in others)
            and text.find("; ", figure.span.end, when.start) >= 0
        )
    stop = text.find("; ", when.end, figure.span.start)
    if stop < 0:
        return False
    start = max(text.rfind(mark, 0, when.start) for mark in ("; ", ". ", "\n"))
    return not any(start < one.span.start < stop for one in others)


def _in_brackets(when: Span, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time behind a figure is that of another in brackets: "$9 billion (prior year: $8 billion)"."""
    opened = text.rfind("(", figure.span.end, when.start)
    if opened < 0 or text.find(")", opened, when.start) >= 0:
        return False
    closed = text.find(")", when.end)
    return any(when.end <= one.span.start < closed for one in others)


def _in_brackets_before(when: Span, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a time before a figure is that of another in brackets: "$4 billion ($3 billion in 2023), and $2"."""
    closed = text.find(")", when.end, figure.span.start) if when.end <= figure.span.start else -1
    if closed < 0:
        return False
    opened = text.rfind("(", 0, when.start)
    return opened > text.rfind(")", 0, when.start) and any(opened < one.span.start < closed for one in others)


def is_denied(time: Span, text: str) -> bool:
    """Tell whether a time is said to be the wrong one: "in 2026, not 2025", "in 2026 rather than 2025"."""
    return _DENIED.search(text, max(0, time.start - 20), time.start) is not None


def begins(when: Timex, figure: Figure, text: str) -> bool:
    """Tell whether a month or day only tells when what lasts for years was begun: "in May pledged $9bn over six"."""
    return _is_short(when) and when.span.end <= figure.span.start and _LASTS.match(text, figure.span.end) is not None


def _is_short(when: Timex) -> bool:
    """Tell whether a time is a month or a day."""
    return when.period is not None and (month_of(when.period.code) is not None or is_day(when.period.code))


def passes(when: Timex, figure: Figure, others: Iterable[Figure], text: str) -> bool:
    """Tell whether a month or day is of what was done once, by somebody who does the figure all the time.

    "It burns $1 billion a month and took $10 billion in July", "In July Acme, which burns $1 billion a month, took".
    """
    if not _is_short(when) or not RATE.match(text, figure.span.end):
        return False
    if when.span.end <= figure.span.start:
        return _CLAUSE_ON.search(text, when.span.end, figure.span.start) is not None
    return any(figure.span.end < one.span.start < when.span.start for one in others)


def _of_another(between: str, figure: Figure, others: Iterable[Figure]) -> bool:
    """Tell whether what stands between a figure and a time tells what that is the time of instead."""
    if " which " in between and (found := _AT_WHICH.search(between)):
        start = figure.span.end + found.start()
        return any(one.span.end == start for one in others if one is not figure)
    if " had " in between and _HAD_DONE.search(between):
        return True
    if ", having " in between and _HAVING.search(between):
        return True
    if "ing " in between and _ADDING.search(between):
        return True
    return ("until" in between and _UNTIL.search(between) is not None) or _PROLONGED.search(between) is not None


def happened(time: Span, figure: Span, text: str) -> bool:
    """Tell whether a time before a figure is when what it is of came about: "the end in May of a $9 billion scheme"."""
    if (
        time.end > figure.start
        or not text.startswith(" of ", time.end)
        or not _OF_A.fullmatch(text, time.end, figure.start)
    ):
        return False
    return _HAPPENED.search(text, max(0, time.start - 40), time.start) is not None


def behind_aside(when: Timex, figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether a day is of what goes on behind an aside on how the shares have gone before.

    "The shares, which have gained 60% since then, fell 4% on Friday".
    """
    if when.period is None or not is_day(when.period.code) or when.span.start < figure.span.end:
        return False
    opened = _HAVE_DONE.search(text, sentence.start, figure.span.start) if text.find(",", sentence.start) >= 0 else None
    return opened is not None and text.find(", ", figure.span.end, when.span.start) >= 0


def on_top(time: Span, figure: Span, text: str) -> bool:
    """Tell whether a time and a figure stand on two sides of what comes on top of something."""
    first, last = (time, figure) if time.end <= figure.start else (figure, time)
    return _ON_TOP.search(text, first.end, last.start) is not None


def of_paper(time: Timex, text: str) -> bool:
    """Tell whether a time is only that of what tells something.

    "According to a January filing", "a 2023 presentation", "an estimate in July of $4 billion".
    """
    if time.period is None:
        return False
    month = month_of(time.period.code) is not None
    before = max(0, time.span.start - 12)
    if (
        text.find("nder ", before, time.span.start) >= 0
        and _UNDER.search(text, before, time.span.start)
        and _NOUN.match(text, time.span.end)
    ):
        return True
    if month and _OUTLOOK_OF.search(text, max(0, time.span.start - 30), time.span.start):
        return True
    paper = _PAPER if month else _TOLD_PAPER
    if not (month or _YEAR.fullmatch(time.period.code)) or not paper.match(text, time.span.end):
        return False
    return _ONE.search(text, max(0, time.span.start - 8), time.span.start) is not None
