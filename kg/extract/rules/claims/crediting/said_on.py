"""When somebody said something, where the sentence dates the act of reporting itself: "Reuters reported on Tuesday".

A time does so right behind the verb or who speaks ("said in a statement on Monday"), between them ("the paper on Monday
reported"), in front of both ("On Monday, the paper reported") or inside the words for a paper ("a January 21 report").
It is told as precisely as the text tells it against the report's date. What stands in the words that are reported is
theirs, and what comes after the report's own date dates no reporting.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Reported
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Evidence, Mention, Response, Span, Step

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_YEAR, _MONTH, _DAY = len("2025"), len("2025-01"), len("2025-01-21")
_BOOKING = "semantic-fields", "booking"
_NEAR = re.compile(r"\b(?:today|yesterday)\b", re.IGNORECASE)
_LAST_WEEK = "last week"
_REACH = 70
"""Characters behind a verb within which a time may stand that dates it: "said in a statement to the exchange on"."""
_PARTED = re.compile(r"[,;:.()]|\s(?:about|after|before|by|for|of|since|that|until)\s")
"""What lets a time behind a verb of reporting be that of something else."""
_DETERMINED = re.compile(r"(?:earlier\s|later\s)?(?:this|last)\s", re.IGNORECASE)
_LED = Construction(r"\s(?:(?:on|in|earlier|{time-adverbs:phase})\s)+\Z", re.IGNORECASE)
_PLACED = re.compile(r"\s(?:(?:already|also|earlier|first)\s)?(?:(?:at|in|to|with)\s[^,]*|(?:on|in)\s)?")
"""What may stand before a month or a year behind a verb; what is told there may have times of its own."""
_SOON = len(", that ")
"""Characters behind a time within which what is said may begin, so that the time is no part of it."""
_SPEAKS = Construction(
    r"(?:,\s[^,]{1,60},|,?\s(?:which|who))?\s(?:also\s)?(?:(?:on|in|earlier|{time-adverbs:phase})\s)*", re.IGNORECASE
)
_THEN = re.compile(r",?\s(?:(?:again|also|first|had|has)\s){0,2}")
"""What may stand between who speaks and a time, and between that and the verb: "the paper, which on Monday first"."""
_OPENS = Construction(
    r"(?:(?:But|And|Separately,)\s)?(?:(?:on|in|earlier|{time-adverbs:phase})\s)*"
    r"|(?:In|At)\s(?:an?|its|their|his|her|the)\s(?:[\w’'-]+\s){1,6}?(?:{coming-out}\s)?(?:on\s)?",
    re.IGNORECASE,
)
_COMMA = re.compile(r",?\s(?:the\s)?")
_PAPER = (
    r"(?:\s\([^()]{1,12}\))?\s(?:[a-z-]+\s)?"
    r"(?:{sources:publication|sources:paper|sources:document|dated-papers})\b"
)
_OF_DAY = Construction(_PAPER)
"""What makes a day before it that of a paper: "a January 21 report", "a Tuesday (Nov. 5) story"."""
_OF_MONTH = Construction(r"\s(?:{sources:publication|sources:paper|dated-papers})\b")
"""What makes a month before it that of a paper: "a March report", where "the March figures" are figures of March."""
_OWN = r"(?:\b(?:an?|its|their|his|her|our|whose)|[’']s|s[’'])\s(?:{time-adverbs:phase}[\s-])?\Z"
_SOME = Construction(_OWN)
_THE = Construction(r"\b(?:the|this|that|in)\s\Z|" + _OWN, re.IGNORECASE)
_SHORT = 12
_PAPER_OPENS = re.compile(r"In\s(?:an?|its|their|his|her)\s")
_PAPER_COMMA = Construction(_PAPER + r"(?:\s(?:by|from|to|with)\s[^,]{1,40})?,\s(?:the\s)?")
_AHEAD = Construction(r"\b{grammar:modal}\s(?:[a-z]+ly\s|be\s|have\s)?\Z")
"""What makes an act one that is still to come, or that nobody knows to have come: "will report on Friday"."""
_OUT = Construction(r"(?:\b{coming-out}(?:\s{time-adverbs:phase})?(?:\s(?:on|in))?|[A-Za-z]\son)\s\Z")
"""What makes a time behind it that of a paper: "a poll released on Friday", "a filing dated May 5"."""


@dataclass(frozen=True, slots=True)
class When:
    """A date with the words that tell it and how they stand to the words of reporting."""

    date: str
    span: Span
    rule: str


class Dates:
    """Tells of the steps of chains when they were said; acts of reporting are known by where their source stands."""

    def __init__(self, read: Annotated) -> None:
        self._when = dict(_dated(read))

    def mention(self, one: Mention) -> Mention:
        """Return a mention whose steps have their dates, with what these rest on."""
        via, evidence = _with_dates(one.via, self._when)
        return replace(one, via=via, evidence=(*one.evidence, *evidence)) if evidence else one

    def response(self, one: Response) -> Response:
        """Return an answer whose steps have their dates, with what these rest on."""
        via, evidence = _with_dates(one.via, self._when)
        return replace(one, via=via, evidence=(*one.evidence, *evidence)) if evidence else one


def _with_dates(via: Iterable[Step], when: Mapping[Span, When]) -> tuple[tuple[Step, ...], tuple[Evidence, ...]]:
    steps = [(step, when.get(step.span) if step.span else None) for step in via]
    evidence = (Evidence("said_on", told.rule, told.span) for _, told in steps if told)
    return tuple(replace(step, date=told.date) if told else step for step, told in steps), tuple(evidence)


def _dated(read: Annotated) -> Iterator[tuple[Span, When]]:
    """Yield where the source of each act stands that its sentence dates; of several times the nearest to the verb."""
    for act in read.reported:
        index = read.index_at(act.cue.start)
        if act.kind == "attitude" or index is None or _AHEAD.search(read.text, 0, act.cue.start):
            continue
        sentence = read.sentences[index].span
        found = [
            When(code, span, rule)
            for code, span in _times(sentence, read)
            if (rule := _how(act, span, code, sentence, read.text)) is not None
        ]
        if found:
            yield act.source or act.cue, min(found, key=lambda one: abs(one.span.start - act.cue.end))


def _times(sentence: Span, read: Annotated) -> Iterator[tuple[str, Span]]:
    """Yield the times in a sentence that are a day, a month or a year and not after the report's date."""
    as_of = read.document.as_of
    names = [name.span for name in read.within(read.names, sentence)]  # "The Mail on Sunday"
    for time in read.within(read.timexes, sentence):
        if any(name.covers(time.span) for name in names):
            continue
        code = time.period.code if time.period and not time.inferred else None
        if code is None and time.span.of(read.fold) == _LAST_WEEK:
            code = _week_before(as_of)
        if code and _ISO.fullmatch(code) and (as_of is None or code <= as_of[: len(code)]):
            yield code, time.span
    if as_of and len(as_of) == _DAY:
        day = date.fromisoformat(as_of)
        for found in _NEAR.finditer(read.text, sentence.start, sentence.end):
            if found.start() == sentence.start or found[0].islower():  # "the Today programme"
                yield (day - timedelta(days=found[0].lower() != "today")).isoformat(), Span(*found.span())


def _week_before(as_of: str | None) -> str | None:
    """Return the month, or the year, that holds all the days of the week before a day; None where none does."""
    if as_of is None or len(as_of) != _DAY:
        return None
    day = date.fromisoformat(as_of)
    monday = day - timedelta(days=day.weekday() + 7)
    sunday = monday + timedelta(days=6)
    if (monday.year, monday.month) == (sunday.year, sunday.month):
        return monday.isoformat()[:_MONTH]
    return str(monday.year) if monday.year == sunday.year else None


def _how(act: Reported, time: Span, code: str, sentence: Span, text: str) -> str | None:
    """Return how a time stands that dates the act, None for one that does not."""
    if any(part.overlaps(time) for part in act.content):
        return None
    source, cue = act.source, act.cue
    if source and source.covers(time):
        return "of-paper" if len(code) > _YEAR and _of_paper(source, time, code, text) else None
    behind = [cue, *([source] if source and cue.end <= source.start else [])]
    if any(_behind(head, time, code, act, text) for head in behind):
        return "behind"
    if source is None or source.start >= cue.start or (cue.of(text) in words(*_BOOKING) and len(code) < _DAY):
        return None  # "In May, Nokia reported sales of": results are of the time before them
    if source.end <= time.start and time.end <= cue.start:
        led = _SPEAKS.fullmatch(text, source.end, time.start) and _THEN.fullmatch(text, time.end, cue.start)
        return "between" if led else None
    return "opens" if time.end <= source.start and _opens(time, source, sentence, text) else None


def _of_paper(source: Span, time: Span, code: str, text: str) -> bool:
    """Tell whether a time in the words for a paper is when it came out: "a January 21 report", "a poll out Friday"."""
    before = max(0, time.start - _SHORT)
    if len(code) == _DAY and _OF_DAY.match(text, time.end, source.end):
        return _THE.search(text, before, time.start) is not None or time.start == source.start
    if _OF_MONTH.match(text, time.end, source.end):
        return _SOME.search(text, before, time.start) is not None
    return _OUT.search(text, source.start, time.start) is not None


def _behind(head: Span, time: Span, code: str, act: Reported, text: str) -> bool:
    """Tell whether a time stands behind the verb or who speaks, with nothing of what is said between."""
    if not head.end <= time.start <= head.end + _REACH or _PARTED.search(text, head.end, time.start):
        return False
    if any(part.start < time.end and part.end > head.end for part in act.content):
        return False
    of_paper = _OF_DAY.match(text, time.end) is not None
    if len(code) == _DAY:
        return True
    if of_paper:
        return _of_paper(Span(head.end, len(text)), time, code, text)
    led = _LED.search(text, head.end, time.start) or _DETERMINED.match(text, time.start)
    near = _PLACED.fullmatch(text, head.end, time.start) or any(
        0 <= part.start - time.end <= _SOON for part in act.content
    )
    return bool(led and near)


def _opens(time: Span, source: Span, sentence: Span, text: str) -> bool:
    """Tell whether a time opens the sentence right before who speaks: "On Monday, X", "In a May report, X"."""
    if _OPENS.fullmatch(text, sentence.start, time.start):
        return _COMMA.fullmatch(text, time.end, source.start) is not None
    paper = _PAPER_OPENS.fullmatch(text, sentence.start, time.start)
    return paper is not None and _PAPER_COMMA.fullmatch(text, time.end, source.start) is not None
