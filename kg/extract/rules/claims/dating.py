"""The period of a figure, chosen among the time expressions of its sentence, else taken over from what it refers to.

Left aside are times that date something else: when the report was made ("said in June"), what the figure is compared
with ("up from last year"), another action joined to the figure's own, and single days, which date an event and hardly
ever a figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported, Timex
from kg.extract.rules.claims import bases, elsewhere, older_side
from kg.extract.rules.claims.reach import contrasted
from kg.extract.rules.claims.respective import respective
from kg.extract.rules.claims.said_when import booked, dates_reporting
from kg.extract.rules.temporal.dates import is_day, is_part
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import word_start
from kg.model import Period, Span

_BESIDE = 0.7
"""The nearness at which a time stands beside an older value."""
_COMPARED = Construction(
    r"\b(?:{comparison}|from|(?<!more )(?<!less )(?<!fewer )than|than (?:in|during|for)|over|against|since"
    r"|(?:that|{level}) of)\s+"
    r"(?:\w+\s+)?(?:the\s+)?\Z"
)
_COMING = Construction(r"(?i:{time-nouns:coming})\s")
_TIMES_WHAT = Construction(r"\b{multiplier}\s(?:of\s)?(?:what|that|as\s\w+\sas|the\s\w+)\b[^,;.]*\Z")
_TIMES_YEAR = Construction(r"\b{multiplier|multiplying}\s\Z")
_VERB = re.compile(r"\b(?:to|will|would|could|can|should|may|might)\s\Z")
_CLAUSE = Construction(r"\b(?:what|that|it|they|he|she|{level|amount|former}|of\sthe)\b|\sof\s\Z")
_SUPERLATIVE = Construction(r"\b{superlative}\b[^,;.]*\Z")
_WHEN = re.compile(r",?\s(?:when|where)\b")
_MADE_KNOWN = Construction(r"\b{publicising}\s(?:(?:in|on|{time-adverbs:phase})\s)?\Z")
_EVENT = Construction(r"(?:,|\b(?:which|that|and|{notions:to-come}))\s[^.;]{0,60}?\b{milestone}\s(?:[a-z]+\s){0,3}\Z")
_AT_PRESENT = Construction(r"\b{time-adverbs:present}\b")
_BROUGHT_OUT = Construction(r"\b{milestone}\s(?:in|on|since)\s\Z")
"""What makes a time tell since when a thing exists: "a model launched in 2023, which has 10 million users"."""
_FAR_BACK = 100
_NAMES_PART = re.compile(r"(?:[a-z]+|[1-4][a-z]{2})-(?:quarter|half)|q[1-4]|[1-4]q|h[12]")
_RANGED = re.compile(r"\s(?:to|through|until|till|and)\s|[-–—](?![a-z])")
_SAME = Construction(rf"{word_start('the', 'that')}(?: same|(?<=that)) " r"{time-nouns:reporting}\b")
_JOINED = re.compile(
    r",?\s+and\s+(?!the\b|a\b|an\b|its\b|another\b|about\b|over\b|around\b|some\b|nearly\b|more\b)(?=[a-z]{3})"
)
_MORE_THAN = Construction(r"\s{held-higher}\sthan\s(?:(?:in|during|for|at)\s)?(?:the\s)?")
"""What stands between a percentage and the time whose value it starts from: "3% more than a year ago"."""
_THEN_IS = re.compile(r",\s(?:and|while)\s(?:the|its|their)\s[a-z]+\s(?:is|was|are|were)\s")
"""What opens a clause on how something stands: "gained 24% this year, and the group is valued at"."""
_OPENED = re.compile(
    r"(?:Although|Though|While|Whereas|After|When|Since|Because|If|Having|Despite|Once|Before|Unlike)\s[^,.;]*,"
)
_WAS_MADE = re.compile(r"[A-Z][a-z]+ed\s(?:[a-z]+\s){0,3}?(?:in|on|since)\s[^,.;]{1,40},\s(?:\w+[^,.;]*,\s)?")
"""What opens a sentence with what was done to its subject at a time: "Founded in 2012, Acme employs"."""
_ASIDE = re.compile(r",\s(?:which|who|whose)\b[^,]*,")
_NEW_CLAUSE = re.compile(r"\b(?:but|and (?:it|its|they|their|he|she))\b")
_OF_NAME = re.compile(r"\b[A-Z][\w.&-]*,\s(?:which|whose|who)\s")
"""What opens a clause about somebody named behind a figure: "49% of Acme, which had revenue last year of"."""
_PART_OF_IT = re.compile(r",\s(?:including|among them|such as)\s")
"""What opens a list of parts."""
_AT_ONCE = re.compile(r"(?:[a-z-]+\s){0,3}")
_JOINED_BEHIND = re.compile(r",\s+and\s+(?:[a-z]+ly\s+)?[a-z]+ed\s")
_OWN = re.compile(r"\s(?:(?:in|for|during)\s(?:the\s)?)?")
"""What stands between a figure and its own time: "$4 billion in FY25, $6 billion in FY26"."""
_SINCE_THEN = re.compile(r"\bsince (?:then|that time)\b", re.IGNORECASE)
_EARLIER_VIEW = Construction(r"\b{former}\s+(?:\w+\s+)?{outlook|expectation|interval|plan}")
_REVISED_VIEW = Construction(r"\b{revising}\s[^.;]{0,80}?\b{outlook|expectation|expenditure}\b(?:\s|,)[^;]{0,80}\Z")
"""What makes an older value the view that was held before: "raised its forecast to $7 billion from"."""
_BOOKED_THEN = Construction(
    r"\s(?:(?:that|which)\s)?(?:(?:it|they|was|were|had)\s){0,2}{booking}\s(?:(?:in|for)\s)?(?:the\s)?"
)
_NEXT = 12
"""How far (characters) behind a figure the older value that it is held against may stand."""
_AS_AT = re.compile(r"(?:\s[\w-]+){0,4}?\s(?:on|at|as\sof|as\sat)\s")
_WITHIN = Construction(r"\b(?:in|by|during|within|for)\s(?:the\s)?(?:end\sof\s|{time-adverbs:phase}[\s-])?\Z")
_OPENING = 25
"""A time within so many characters from the start of the sentence holds for all of it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A figure in its sentence, with the other figures and the acts of reporting there."""

    figure: Figure
    sentence: Span
    read: Annotated
    around: Breaks
    others: tuple[Figure, ...]
    acts: tuple[Reported, ...]

    @property
    def text(self) -> str:
        """Return the document's text."""
        return self.read.text


@dataclass(frozen=True, slots=True)
class Dated:
    """The period chosen, the rule and the words; `seen` tells that the sentence has a time that may be the figure's."""

    period: Period | None
    rule: str
    span: Span | None = None
    seen: bool = False


def dated(sight: Sight, *, days: bool, last: Period | None, state: bool = False) -> Dated:
    """Return the period that the figure's own sentence gives.

    `days` lets single days count, `state` those on which something stood at so much; `last` is what "the same
    period" stands for.
    """
    listed = sight.read.within(sight.read.timexes, sight.sentence)
    if len(listed) > 1 and (own := respective(sight.figure, sight.others, listed, sight.text)):
        return Dated(own.period, "respective", own.span, seen=True)
    reach = sight.sentence.start, sight.figure.span.start
    if sight.read.fold.find("since th", *reach) >= 0 and _SINCE_THEN.search(sight.text, *reach):
        return Dated(None, "since-then", seen=True)
    times = [time for time in listed if _may_date(time, sight, days=days or (state and _stood(time.span, sight)))]
    elsewhere = [time for time in times if _of_other_action(time, sight)]
    times = [time for time in times if time not in elsewhere]
    if not times and not elsewhere and (same := _SAME.search(sight.text, sight.sentence.start, sight.sentence.end)):
        span = Span(*same.span())
        compared = any(time.span.overlaps(span) for time in listed)
        return Dated(last, "same-period", span, seen=last is not None and not compared)
    if not times:
        return _of_joined_clause(elsewhere, sight)
    behind = (time for time in times if _OWN.fullmatch(sight.text, sight.figure.span.end, time.span.start))
    owner = (time for time in times if bases.possesses(time.span, sight.figure, sight.text))
    older = (time for time in times if _of_opened(time.span, sight))
    best = (
        next(owner, None)
        or next(behind, None)
        or next(older, None)
        or min(times, key=lambda time: (-_near(time, sight), time.span))
    )
    if best.period is None:
        return Dated(None, "unresolved-period", best.span, seen=True)
    best = _part_told(best, times, sight) or best
    return Dated(best.period, "time-in-sentence", best.span, seen=True)


def _part_told(year: Timex, times: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the part of a year behind the figure that names what is measured: "Q4 revenue of $9 billion for 2024"."""
    start, end = sight.figure.span.start, sight.figure.span.end
    if year.period is None or year.span.start < end:
        return None
    before = (time for time in times if time.span.end <= start and "," not in sight.text[time.span.end : start])
    named = next((time for time in before if _NAMES_PART.fullmatch(time.span.of(sight.read.fold))), None)
    return named if named and named.period and is_part(named.period.code, year.period.code) else None


def _of_opened(time: Span, sight: Sight) -> bool:
    """Tell whether a time ends the older side that the figure opens: "against $4 billion, or 2 cents, in 2023"."""
    figure = sight.figure
    return older_side.ends(time, figure, sight.others, sight.text) and older_side.opens(
        figure, sight.sentence, sight.text
    )


def _of_joined_clause(elsewhere: Sequence[Timex], sight: Sight) -> Dated:
    """Return the time of the clause before where the figure's goes on with it, else what stands in the way."""
    if resumed := _held_against(elsewhere, sight):
        return Dated(resumed.period, "resumed", resumed.span, seen=True)
    return Dated(None, "other-action" if elsewhere else "no-time", seen=bool(elsewhere))


def _held_against(elsewhere: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the time that a clause joined to another goes on with, as the old value beside tells its own.

    "Profit rose to $4 billion in 2023, and exports grew to $9 billion from $7 billion in 2022".
    """
    start, end = sight.figure.span.start, sight.figure.span.end
    before = [time for time in elsewhere if time.span.end <= start and _JOINED.match(sight.text, time.span.end, start)]
    old = next((one for one in sight.others if one.role == "from" and 0 < one.span.start - end <= _NEXT), None)
    times = sight.read.within(sight.read.timexes, sight.sentence)
    dated_old = old is not None and any(_of_old(time, old, sight) for time in times)
    return before[-1] if before and dated_old else None


def _of_old(time: Timex, old: Figure, sight: Sight) -> bool:
    return time.span.start > old.span.end and _OWN.fullmatch(sight.text, old.span.end, time.span.start) is not None


def earlier_view(figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether the figure is an earlier forecast of the same thing.

    "Up from a previous estimate of $6 billion", "raised its forecast to $7 billion from $6 billion".
    """
    if figure.role == "from" and _REVISED_VIEW.search(text, sentence.start, figure.span.start):
        return True
    return bool(_EARLIER_VIEW.search(text, max(sentence.start, figure.span.start - 60), figure.span.start))


def _near(time: Timex, sight: Sight) -> float:
    near = nearness(sight.figure.span, time.span, sight.around, sight.others)
    opens = time.span.start - sight.sentence.start <= _OPENING
    return max(near, 0.5) if opens else near


def _may_date(time: Timex, sight: Sight, *, days: bool) -> bool:
    figure = sight.figure
    if time.span.overlaps(figure.span) or (not days and _is_day(time.period)) or _announced(time.span, sight):
        return False
    if bases.possesses(time.span, figure, sight.text) or older_side.holds(
        time.span, figure, sight.sentence, sight.text
    ):
        return True
    if _of_others(time, sight):
        return False
    if figure.role == "from":
        return time.span.start >= figure.span.end and _of_older(time.span, sight)
    return not (_held_apart(time, sight) or _of_saying(time, sight))


def _of_others(time: Timex, sight: Sight) -> bool:
    """Tell whether a time is another figure's own, stands in an aside before the figure, or dates what tells of it."""
    if any(bases.possesses(time.span, one, sight.text) for one in sight.others) or elsewhere.of_paper(time, sight.text):
        return True
    if bases.names_part(time.span, sight.figure, sight.others, sight.text):
        return True
    return any(one.covers(time.span) for one in asides(sight.sentence, sight.figure.span, sight.text))


def _held_apart(time: Timex, sight: Sight) -> bool:
    """Tell whether a time is of what the figure is held against, or of a clause or event behind it."""
    figure = sight.figure
    if _compared(time, sight) or bases.compared(time, figure, sight.others, sight.text):
        return True
    if figure.quantity.unit == "ratio" and _of_base(time.span, sight):
        return True
    if elsewhere.behind(time, figure, sight.others, sight.text) or _said_after(time.span, sight):
        return True
    return figure.quantity.unit != "count" and bool(_EVENT.search(sight.text[slice(*_behind(figure, time))]))


def _of_saying(time: Timex, sight: Sight) -> bool:
    """Tell whether a time says when something was reported."""
    figure = sight.figure
    acts = () if _BOOKED_THEN.fullmatch(sight.text, *_behind(figure, time)) else sight.acts
    return any(
        dates_reporting(time.span, figure.span, act, sight.text)
        for act in acts
        if not booked(time, act, sight.read.fold)
    )


def _behind(figure: Figure, time: Timex) -> tuple[int, int]:
    """Return what stands between a figure and a time behind it, nothing where it stands before."""
    return figure.span.end, max(figure.span.end, time.span.start)


def _of_older(time: Span, sight: Sight) -> bool:
    """Tell whether a time behind an older value is its own."""
    ends = older_side.ends(time, sight.figure, sight.others, sight.text)
    return ends or nearness(sight.figure.span, time, sight.around, sight.others) > _BESIDE


def _of_base(time: Span, sight: Sight) -> bool:
    """Tell whether a time behind a multiple may date what is multiplied: "double its 2024 output", not "in 2026"."""
    behind = time.start > sight.figure.span.end
    opened = time.of(sight.read.fold).startswith(("by ", "in "))
    return behind and not opened and _WITHIN.search(sight.text, max(0, time.start - 20), time.start) is None


def _announced(time: Span, sight: Sight) -> bool:
    """Tell whether `time` stands right behind a verb of making known: "warned this month of"."""
    return bool(_MADE_KNOWN.search(sight.text, max(sight.sentence.start, time.start - 25), time.start))


def _compared(time: Timex, sight: Sight) -> bool:
    """Tell whether `time` belongs to what the figure is compared with."""
    if any(_dates_old_value(time.span, one, sight) for one in sight.others if _may_be_held_against(one, time, sight)):
        return True
    percentages = (one.span.end for one in sight.others if one.quantity.unit == "percent")
    if any(_MORE_THAN.fullmatch(sight.text, end, time.span.start) for end in percentages if end < time.span.start):
        return True
    before = sight.text[max(sight.sentence.start, time.span.start - _FAR_BACK) : time.span.start]
    if sight.text[time.span.start].isdecimal() and _TIMES_YEAR.search(before):
        return True
    if _of_multiplied(before) or (time.span.start > sight.figure.span.end and _SUPERLATIVE.search(before)):
        return True
    if _WHEN.match(sight.text, time.span.end) and time.span.end <= sight.figure.span.start:
        return False
    ranged = time.period is not None and "/" in time.period.code and _RANGED.search(time.span.of(sight.text))
    ahead = _COMING.match(sight.text, time.span.start) is not None
    return not (ranged or ahead) and bool(_COMPARED.search(sight.text, max(0, time.span.start - 25), time.span.start))


def _of_multiplied(before: str) -> bool:
    """Tell whether a time ends what is multiplied: "twice the level of 2024", no verb: "triple the output in 2026"."""
    found = _TIMES_WHAT.search(before)
    return found is not None and not (_VERB.search(before, 0, found.start()) and not _CLAUSE.search(found[0]))


def _may_be_held_against(one: Figure, time: Timex, sight: Sight) -> bool:
    """Tell whether `one` is not the figure itself, nor what the figure is joined to, before their time."""
    start = sight.figure.span.start
    return one is not sight.figure and not one.span.end <= start < time.span.start


def _dates_old_value(time: Span, one: Figure, sight: Sight) -> bool:
    """Tell whether `time` ends an older side that `one` opens: "up from $7 billion in 2023"."""
    return older_side.ends(time, one, sight.others, sight.text) and older_side.opens(one, sight.sentence, sight.text)


def _stood(time: Span, sight: Sight) -> bool:
    """Tell whether the figure says how much there was on a day: "had 42,000 employees on June 30, 2024"."""
    dated_day = any(char.isdecimal() for char in time.of(sight.text))
    return dated_day and _AS_AT.fullmatch(sight.text, sight.figure.span.end, time.start) is not None


def _is_day(period: Period | None) -> bool:
    return period is not None and is_day(period.code.removeprefix("by-"))


def _of_other_action(time: Timex, sight: Sight) -> bool:
    """Tell whether `time` dates an action joined before the figure's, or a clause that opens the sentence."""
    start = sight.figure.span.start
    if time.span.end > start:
        between = (sight.figure.span.end, time.span.start)
        marked = any(mark.search(sight.text, *between) for mark in (_NEW_CLAUSE, _JOINED_BEHIND, _OF_NAME))
        return marked or _of_part(sight, time.span)
    if contrasted(time.span, sight.figure.span, sight.text) and _AT_PRESENT.search(sight.text, time.span.end, start):
        return True
    if _THEN_IS.search(sight.text, time.span.end, start):
        return True
    if _JOINED.match(sight.text, time.span.end, start) or _of_thing(time.span, start, sight):
        return True
    opening = _OPENED.match(sight.text, sight.sentence.start, start)
    opening = opening or _WAS_MADE.match(sight.text, sight.sentence.start, start)
    if opening is not None and time.span.end <= opening.end():
        return True
    asides = _ASIDE.finditer(sight.text, sight.sentence.start, start)
    return any(aside.start() < time.span.start and time.span.end <= aside.end() for aside in asides)


def _said_after(time: Span, sight: Sight) -> bool:
    """Tell whether a time is of what is said behind the figure: "spent $4 billion and said it will grow in 2026"."""
    figure = sight.figure.span
    later = (act for act in sight.acts if figure.end <= act.cue.start and act.cue.end <= time.start)
    return any(
        any(span.covers(time) for span in act.content) and not any(span.covers(figure) for span in act.content)
        for act in later
    )


def _of_part(sight: Sight, time: Span) -> bool:
    """Tell whether `time` dates an amount that is a part of the figure: "$13 billion, including $1 billion in 2019"."""
    listed = _PART_OF_IT.search(sight.text, sight.figure.span.end, time.start)
    others = (one.span.start for one in sight.others if listed and listed.end() <= one.span.start < time.start)
    return listed is not None and any(_AT_ONCE.fullmatch(sight.text, listed.end(), start) for start in others)


def _of_thing(time: Span, figure: int, sight: Sight) -> bool:
    """Tell whether `time` ends an aside on what was brought out then, before the clause of the figure."""
    parted = sight.text.startswith((",", ")", " –", " —"), time.end) and time.end < figure
    return (
        parted and _BROUGHT_OUT.search(sight.text, max(sight.sentence.start, time.start - 30), time.start) is not None
    )
