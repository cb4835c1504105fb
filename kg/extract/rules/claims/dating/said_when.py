"""Times that say when something was said: "said in June", "warned this month of", and those that only look like it."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Reported, Timex
from kg.extract.rules.temporal.dates import end_of_quarter
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_STRETCH = re.compile(r"(?:FY)?[0-9]{4}|[0-9]{4}-Q[1-4]|FY[0-9]{4}-[0-9]{2}|[0-9Q-]{7}/[0-9Q-]{7}")
"""Periods of results, which no single month or day is."""
_YEAR = re.compile(r"(?:FY)?([0-9]{4})(?:-[0-9]{2})?")
_THIS_YEAR = Construction(r"{time-shifts:0}\syear")
_A_PART = Construction(r"quarter|half|{time-nouns:fiscal}\syear")
_OF_NOUN = re.compile(r"[a-z]\s(?:in|for|of)\s(?:the\s)?\Z")
"""What makes a time part of the noun before it, of which something is expected: "its outlay for 2023 is expected"."""
_ROUNDING_OFF = re.compile(r",\swith\s(?:the\s)?\Z")
_OF_OUTLOOK = Construction(r"(?:\s(?:and|[\w-]+)){0,6}?\s{outlook|expectation|interval}\b")
_HEADS_AMOUNTS = Construction(
    r"\s(?:[\w-]+\s){0,2}?{expenditure|notions:capital-expenditure-words}\s(?:[a-z]+\s)?{amount|plan|expenditure}\b"
)
_MONTH = Construction(r"{months:*}\b")
_FOR = re.compile(r"\bfor\s(?:the\s|its\s)?(?:[a-z]+\s(?:of\s)?)?\Z", re.IGNORECASE)
_AT_TIME = re.compile(r"\b(?:in|on|at|during|since|from|until)\s(?:the\s|its\s)?\Z")
_FOR_REACH = 24
_PART_NAMED = Construction(r"(?i:(?:{quarters:*|halves:*})[\s-](?:quarter|half)|q[1-4]|h[12])\b(?!,)")
"""Times that stand before what they are of and, without a preposition, date no saying."""
_IS_FORESEEN = Construction(r"\b(?:is|are)\s(?:[a-z]+\s)?{forecasts:verb|estimating}\Z")
_EXPECTS = Construction(r"\s(?:that\s)?(?:it|they)\s(?:[a-z]+ly\s)?{awaiting}\b")
_AWAITS = Construction(r"{awaiting}\b")
_MARKS = frozenset(",;:.")
_AFTER_CUE = 18
"""How far (characters) behind the words of reporting a time may stand that dates the reporting."""


def booked(time: Timex, act: Reported, fold: str) -> bool:
    """Tell whether `time` is what results are for: "In the third quarter, Acme reported", "in 2024 Acme posted".

    So is the quarter before "Acme said it expects".
    """
    if time.span.end > act.cue.start:
        return False
    if time.period and end_of_quarter(time.period.code) and _expects(act, fold):
        return True
    if act.cue.of(fold) not in words("semantic-fields", "booking"):
        return False
    if time.period is None:
        return _A_PART.search(time.span.of(fold)) is not None
    return _STRETCH.fullmatch(time.period.code) is not None


def foreseen_for(time: Timex, act: Reported, read: Annotated) -> bool:
    """Tell whether a year that opens a sentence is what is foreseen of: "In 2026, Acme expects sales of $4 billion"."""
    year = _YEAR.fullmatch(time.period.code) if time.period else None
    if year is None or time.span.end > act.cue.start or not _expects(act, read.fold):
        return False
    this = _THIS_YEAR.fullmatch(read.fold, time.span.start, time.span.end)
    now = year[1] if this else (read.document.as_of or "")[:4]
    return bool(now) and (year[1] > now or (year[1] == now and not act.cue.of(read.fold).endswith("ed")))


def _expects(act: Reported, fold: str) -> bool:
    """Tell whether somebody foresees something: "expects", "said it expects"."""
    return (_EXPECTS.match(fold, act.cue.end) or _AWAITS.match(fold, act.cue.start)) is not None


def dates_reporting(time: Span, figure: Span, act: Reported, text: str) -> bool:
    """Tell whether `time` says when `act` took place: it stands outside what is said, or right behind the cue."""
    led = _OF_OUTLOOK.match(text, time.end) or _HEADS_AMOUNTS.match(text, time.end)
    if led and not _MONTH.match(text, time.start):
        return False  # these are of the time before them: "its fiscal 2026 revenue forecast", "2026 spending figures"
    if time.of(text)[:4].startswith(("By ", "for ", "For ")) or _FOR.search(
        text, max(0, time.start - _FOR_REACH), time.start
    ):
        return False  # what is said may be for a time or due by it, saying it is not
    if act.cue.end <= time.start and _PART_NAMED.match(text, time.start) and not _AT_TIME.search(text, 0, time.start):
        return False  # what is reported is of that time: "reported Q3 revenue of"
    if act.kind == "passive" and time.end <= act.cue.start and _IS_FORESEEN.search(text, time.end, act.cue.end):
        return False  # what is foreseen now is of that time: "in 2026 sales are expected to reach"
    spoken = any(span.covers(figure) for span in act.content) and not _alongside(act, time, text)
    if spoken and not any(span.overlaps(time) for span in act.content):
        of_noun = act.kind == "passive" and time.end <= act.cue.start
        return not (of_noun and _OF_NOUN.search(text, max(0, time.start - 30), time.start))
    heads = [act.cue, *([act.source] if act.source and not _acts_first(act.source, act.cue, figure) else [])]
    return any(_right_behind(head, time, text) for head in heads) and not any(
        span.covers(figure) and span.overlaps(time) for span in act.content
    )


def _acts_first(source: Span, cue: Span, figure: Span) -> bool:
    """Tell whether who says it did something before: "Acme lost $4 billion last year and has warned of more"."""
    return source.end <= figure.start and figure.end <= cue.start


def _alongside(act: Reported, time: Span, text: str) -> bool:
    """Tell whether who says it only rounds off a clause with its time: "led in 2023, with Acme counting 40 users"."""
    start = act.source.start if act.source else act.cue.start
    return (
        time.end <= start
        and _ROUNDING_OFF.search(text, time.end, start) is not None
        and act.cue.of(text).endswith("ing")
    )


def _right_behind(head: Span, time: Span, text: str) -> bool:
    """Tell whether a time stands behind words of reporting, no comma between: "said in June", "says, in June" not."""
    between = text[head.end : time.start]
    if _PART_NAMED.match(text, time.start) and not _AT_TIME.search(between):
        return False  # what is foreseen is of that time: "expects Q3 revenue of"
    return (
        0 <= time.start - head.end <= _AFTER_CUE
        and not _MARKS.intersection(between)
        and not between.startswith(" that ")
    )
