"""The period of a figure, chosen among the time expressions of its sentence, else taken over from what it refers to.

Left aside are times that date something else: when the report was made ("said in June"), what the figure is compared
with ("up from last year"), another action joined to the figure's own, and single days, which date an event and hardly
ever a figure.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.claims.dating import bases, elsewhere, older_side, placed
from kg.extract.rules.claims.dating.actions import JOINED, of_other_action
from kg.extract.rules.claims.dating.apart import apart
from kg.extract.rules.claims.dating.of_now import of_now
from kg.extract.rules.claims.dating.respective import respective
from kg.extract.rules.claims.dating.said_when import booked, dates_reporting, foreseen_for
from kg.extract.rules.claims.dating.sight import Dated, Sight
from kg.extract.rules.claims.dating.views import earlier_view
from kg.extract.rules.temporal.dates import is_day
from kg.extract.rules.temporal.outlook import to_come
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import nearness
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import word_start
from kg.model import Period, Span

_TO_NEWER = re.compile(r"(?:\s[^\s,;.]+){0,4}?\sto\s(?:[^\s,;.]+\s){0,3}")
"""What leads from an older value to the newer one, whose time stands behind both: "from 4% to 9% by 2030"."""
_BESIDE = 0.7
"""The nearness at which a time stands beside an older value."""
_COMPARED = Construction(
    r"\b(?:{comparison}|from|(?<!more )(?<!less )(?<!fewer )than|than (?:in|during|for)"
    r"|over|above|below|against|since"
    r"|(?:that|{level}) of|same\s(?:{amount|level}\s)?as)\s+"
    r"(?:\w+\s+)?(?:the\s+|all\s+of\s+|the\s+{whole-of}\s+of\s+)?(?:{time-nouns:edge|time-nouns:closing}\sof\s(?:the\s)?)?\Z"
)
_HELD_NUMBER = Construction(
    r"\b(?:{comparison}|from|against)\s(?:(?:an?|its|the)\s)?(?:[a-z]+\s){0,2}[0-9][0-9.,]*\s{scales:*}\s\Z"
)
_NUMBER_REACH = 50
_COMING = Construction(r"(?i:{time-nouns:coming})\s")
_TIMES_WHAT = Construction(r"\b{multiplier}\s(?:of\s)?(?:what|that|as\s\w+\sas|(?:the|its|their)\s\w+)\b[^,;.]*\Z")
_TIMES_YEAR = Construction(r"\b{multiplier|multiplying}\s\Z")
_VERB = re.compile(r"\b(?:to|will|would|could|can|should|may|might)\s\Z")
_CLAUSE = Construction(r"\b(?:what|that|it|they|he|she|{level|amount|former}|of\sthe)\b|\sof\s\Z")
_SUPERLATIVE = Construction(r"\b{superlative}\b[^,;.]*\Z")
_MADE_KNOWN = Construction(r"\b{publicising}\s(?:(?:in|on|{time-adverbs:phase})\s)?\Z")
_MADE_KNOWN_THEN = Construction(r"\s{publicising}\b")
_MAKES_KNOWN = Construction(r"\b{publicising}\s(?:(?:an?|the|its|their|another)\s)(?:[\w-]+\s){0,2}\Z")
_OF_PLAN = re.compile(r"(?:\s(?!in\b)[\w-]+){1,6}\sin\s")
"""What stands between what is made known and when: "announced the $10 billion project in December"."""
_MONTH_NAMED = Construction(r"{months:*}\b|(?i:{time-shifts:*}\s{time-nouns:month})\b")
_EVENT = Construction(r"(?:,|\b(?:which|that|and|{notions:to-come}))\s[^.;]{0,60}?\b{milestone}\s(?:[a-z]+\s){0,3}\Z")
_FAR_BACK = 100
_RANGED = re.compile(r"\s(?:to|through|until|till|and)\s|[-–—](?![a-z])")
_LENGTH = Construction(r"\b{time-nouns:reporting}s\b")
"""What makes a time one that lasts so long, over which something changed: "up 9% over the three months to June"."""
_SAME = Construction(rf"{word_start('the', 'that')}(?: same(?: [a-z]+)?|(?<=that)) " r"{time-nouns:reporting}s?\b")
_MORE_THAN = Construction(r"\s{held-higher}\sthan\s(?:(?:in|during|for|at)\s)?(?:the\s)?")
"""What stands between a percentage and the time whose value it starts from: "3% more than a year ago"."""
_BOOKED_THEN = Construction(
    r"\s(?:(?:that|which)\s)?(?:(?:it|they|was|were|had)\s){0,2}{booking|notions:spend}\s(?:(?:in|for)\s)?(?:the\s)?"
)
_NEXT = 12
"""How far (characters) behind a figure the older value that it is held against may stand."""
_AS_AT = re.compile(r"(?:\s[\w-]+){0,4}?\s(?:on|at|as\sof|as\sat)\s")
_AS_OF, _AS_REACH = re.compile(r"\bAs\s(?:of|at)\s\Z"), 8
_HAD = re.compile(r",\s[^,;]*")
"""What leads from the day as of which something stood to how much it was: "As of June 30, Acme had 900 employees"."""
_WITHIN = Construction(
    r"\b(?:between|from|in|by|during|within|for)\s(?:the\s)?(?:end\sof\s|{time-adverbs:phase}[\s-])?\Z"
)
_MADE_THEN = Construction(r"\s(?:{time-shifts:0|time-shifts:1|time-shifts:-1})\s{time-nouns:reporting}\b(?!['’])")
"""What tells behind a multiple when it was reached: "doubled this year", not "double last year's output"."""
_OF_AMOUNT = re.compile(r"\s(?:of\s)?(?:(?:the|its|their)\s)?(?:(?!(?:to|and|or|in)\b)[\w-]+\s){0,2}")
"""What leads from a multiple to the amount that is multiplied: "half of the 2% it had in 2024"."""
_COMES_TO = Construction(r"\sto\s(?:{grammar:focus|bounds:*}\s)*")
"""What leads from a multiple to what comes of it, whose time is the multiple's: "to triple to $4 billion this year"."""
_RATIO = "ratio"
_DETERMINED = len(", their ,")
_OPENING = 25
"""A time within so many characters from the start of the sentence holds for all of it."""


def dated(sight: Sight, *, days: bool, last: Period | None, state: bool = False) -> Dated:
    """Return the period that the figure's own sentence gives.

    `days` lets single days count, `state` those on which something stood at so much; `last` is what "the same
    period" stands for.
    """
    listed = sight.read.within(sight.read.timexes, sight.sentence)
    if len(listed) > 1 and (own := respective(sight.figure, sight.others, listed, sight.text)):
        return Dated(own.period, "respective", own.span, seen=True)
    if told := of_now(sight, listed) or placed.at_end_of_range(sight, listed):
        return told
    times = [time for time in listed if _may_date(time, sight, days=days or (state and _stood(time.span, sight)))]
    elsewhere = [time for time in times if of_other_action(time, sight) or apart(time, sight)]
    times = [time for time in times if time not in elsewhere]
    if not times and not elsewhere and (same := _SAME.search(sight.text, sight.sentence.start, sight.sentence.end)):
        span = Span(*same.span())
        compared = any(time.span.overlaps(span) for time in listed)
        return Dated(last, "same-period", span, seen=last is not None and not compared)
    if not times:
        return _of_joined_clause(elsewhere, sight)
    behind = (time for time in times if placed.right_behind(time.span, sight))
    owner = (
        time for time in times if bases.possesses(time.span, sight.figure, sight.text) or placed.led(time.span, sight)
    )
    led = (time for time in times if bases.opens_clause(time.span, sight.figure, sight.text))
    older = (time for time in times if _of_opened(time.span, sight))
    best = (
        next(owner, None)
        or next(behind, None)
        or next(older, None)
        or next(led, None)
        or placed.of_clause(times, sight)
        or placed.of_conjunct(times, sight)
        or placed.of_infinitive(times, sight)
        or min(times, key=lambda time: (-_near(time, sight), time.span))
    )
    if best.period is None:
        return Dated(None, "unresolved-period", best.span, seen=True)
    best = placed.of_part(best, times, sight) or best
    return Dated(best.period, "time-in-sentence", best.span, seen=True)


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
    last = elsewhere[-1].span if elsewhere else None
    return Dated(None, "other-action" if elsewhere else "no-time", last, seen=bool(elsewhere))


def _held_against(elsewhere: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the time that a clause joined to another goes on with, as the old value beside tells its own.

    "Profit rose to $4 billion in 2023, and exports grew to $9 billion from $7 billion in 2022".
    """
    start, end = sight.figure.span.start, sight.figure.span.end
    before = [time for time in elsewhere if time.span.end <= start and JOINED.match(sight.text, time.span.end, start)]
    old = next((one for one in sight.others if one.role == "from" and 0 < one.span.start - end <= _NEXT), None)
    times = sight.read.within(sight.read.timexes, sight.sentence)
    dated_old = old is not None and any(_of_old(time, old, sight) for time in times)
    return before[-1] if before and dated_old else None


def _of_old(time: Timex, old: Figure, sight: Sight) -> bool:
    return (
        time.span.start > old.span.end and placed.OWN.fullmatch(sight.text, old.span.end, time.span.start) is not None
    )


def _near(time: Timex, sight: Sight) -> float:
    near = nearness(sight.figure.span, time.span, sight.around, sight.others)
    opens = time.span.start - sight.sentence.start <= _OPENING
    return max(near, 0.5) if opens else near


def _may_date(time: Timex, sight: Sight, *, days: bool) -> bool:
    """Tell whether a time may be that of the figure: no other figure, clause or act of saying has it for its own."""
    figure = sight.figure
    if time.span.overlaps(figure.span) or (not days and _is_day(time.period)) or _announced(time.span, sight):
        return False
    if (
        elsewhere.behind_aside(time, figure, sight.sentence, sight.text)
        or elsewhere.passes(time, figure, sight.others, sight.text)
        or elsewhere.is_denied(time.span, sight.text)
        or elsewhere.begins(time, figure, sight.text)
    ):
        return False
    if bases.possesses(time.span, figure, sight.text) or older_side.holds(
        time.span, figure, sight.sentence, sight.text
    ):
        return True
    if _of_others(time, sight):
        return False
    if figure.role == "from" and not _heads_view(time.span, sight):
        return time.span.start >= figure.span.end and _of_older(time.span, sight) and not _is_newest(time, sight)
    return not (_held_apart(time, sight) or _of_saying(time, sight))


def _heads_view(time: Span, sight: Sight) -> bool:
    """Tell whether a time before an older value is that of the view it was: "its 2026 forecast was cut from 4% to"."""
    start = sight.figure.span.start
    if time.end > start or any(one.span.start < start for one in sight.others):
        return False  # of two views the newer one tells
    return earlier_view(sight.figure, sight.sentence, sight.text)


def _of_others(time: Timex, sight: Sight) -> bool:
    """Tell whether a time is another figure's own, stands in an aside before the figure, or dates what tells of it."""
    if any(bases.possesses(time.span, one, sight.text) for one in sight.others) or elsewhere.of_paper(time, sight.text):
        return True
    if bases.names_part(time.span, sight.figure, sight.others, sight.text):
        return True
    behind = (one for one in sight.others if one is not sight.figure and one.quantity.unit != _RATIO)
    if any(sight.text[time.span.end : one.span.start] == " " for one in behind):
        return True  # "a 2023 $4 billion fine", not "last year doubled its budget"
    opens = time.span.start - sight.sentence.start <= _OPENING
    if elsewhere.parted(time.span, sight.figure, sight.others, sight.text, opens=opens):
        return True
    if elsewhere.on_top(time.span, sight.figure.span, sight.text) or elsewhere.happened(
        time.span, sight.figure.span, sight.text
    ):
        return True
    others = asides(sight.sentence, sight.figure.span, sight.text)
    return any(one.covers(time.span) and not _is_all_of(one, time.span) for one in others)


def _is_all_of(aside: Span, time: Span) -> bool:
    """Tell whether an aside only names a time another way: "in this period, its fiscal fourth quarter, sales rose"."""
    return (aside.end - aside.start) - (time.end - time.start) <= _DETERMINED


def _held_apart(time: Timex, sight: Sight) -> bool:
    """Tell whether a time is of what the figure is held against, or of a clause or event behind it."""
    figure = sight.figure
    if (
        _compared(time, sight)
        or _of_bare_number(time.span, sight)
        or bases.compared(time, figure, sight.others, sight.text)
    ):
        return True
    if figure.quantity.unit == _RATIO and _of_base(time.span, sight):
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
        if not booked(time, act, sight.read.fold) and not foreseen_for(time, act, sight.read)
    )


def _behind(figure: Figure, time: Timex) -> tuple[int, int]:
    """Return what stands between a figure and a time behind it, nothing where it stands before."""
    return figure.span.end, max(figure.span.end, time.span.start)


def _of_older(time: Span, sight: Sight) -> bool:
    """Tell whether a time behind an older value is its own."""
    figure = sight.figure.span
    if older_side.ends(time, sight.figure, sight.others, sight.text):
        return True
    newer = (one.span.start for one in sight.others if figure.end < one.span.start < time.start)
    if any(_TO_NEWER.fullmatch(sight.text, figure.end, start) for start in newer):
        return False
    return nearness(figure, time, sight.around, sight.others) > _BESIDE


def _of_base(time: Span, sight: Sight) -> bool:
    """Tell whether a time behind a multiple may date what is multiplied: "double its 2024 output", not "in 2026"."""
    if time.start <= sight.figure.span.end or _MADE_THEN.match(sight.text, sight.figure.span.end):
        return False
    others = (one.span.start for one in sight.others if one.span.start < time.start)
    if any(_OF_AMOUNT.fullmatch(sight.text, sight.figure.span.end, start) for start in others):
        return True
    if bases.parts_with(time, sight.figure, sight.text):
        return False
    if any(_COMES_TO.fullmatch(sight.text, sight.figure.span.end, one.span.start) for one in sight.others):
        return False
    opened = time.of(sight.read.fold).startswith(("by ", "in ", "next "))
    return not opened and _WITHIN.search(sight.text, max(0, time.start - 20), time.start) is None


def _announced(time: Span, sight: Sight) -> bool:
    """Tell whether `time` stands beside a verb of making known: "warned this month of", "in March announced"."""
    if _MONTH_NAMED.match(sight.text, time.start) and (
        _MADE_KNOWN_THEN.match(sight.text, time.end) or _ends_making_known(time, sight)
    ):
        return True
    return bool(_MADE_KNOWN.search(sight.text, max(sight.sentence.start, time.start - 25), time.start))


def _ends_making_known(time: Span, sight: Sight) -> bool:
    """Tell whether a month is when the plan that the figure is of was made known."""
    figure = sight.figure
    if figure.quantity.unit == "percent" or not _OF_PLAN.fullmatch(sight.text, figure.span.end, time.start):
        return False
    return _MAKES_KNOWN.search(sight.text, sight.sentence.start, figure.span.start) is not None


def _compared(time: Timex, sight: Sight) -> bool:
    """Tell whether `time` belongs to what the figure is compared with."""
    newer = not older_side.opens(sight.figure, sight.sentence, sight.text)
    others = [one for one in sight.others if newer and _may_be_held_against(one, time, sight)]
    held = next((one for one in others if _dates_old_value(time.span, one, sight)), None)
    if held is not None and not (held.role == "from" and _is_newest(time, sight)):
        return True
    percentages = (one.span.end for one in sight.others if one.quantity.unit == "percent")
    if any(_MORE_THAN.fullmatch(sight.text, end, time.span.start) for end in percentages if end < time.span.start):
        return True
    if bases.opens_clause(time.span, sight.figure, sight.text):
        return False
    before = sight.text[max(sight.sentence.start, time.span.start - _FAR_BACK) : time.span.start]
    if sight.text[time.span.start].isdecimal() and _TIMES_YEAR.search(before):
        return True
    own = placed.right_behind(time.span, sight) or sight.text.startswith("by ", time.span.start)
    own = own or bases.parts_with(time.span, sight.figure, sight.text)
    if (not own and _of_multiplied(before)) or _of_superlative(time.span, sight):
        return True
    words = time.span.of(sight.text)
    ranged = (time.period is not None and "/" in time.period.code and _RANGED.search(words)) or _LENGTH.search(words)
    ahead = _COMING.match(sight.text, time.span.start) is not None
    return not (ranged or ahead) and bool(_COMPARED.search(sight.text, max(0, time.span.start - 25), time.span.start))


def _of_bare_number(time: Span, sight: Sight) -> bool:
    """Tell whether a time is of a number without its unit: "7 trillion yen, against 0.4 trillion a year earlier"."""
    start = time.start
    if not sight.text.endswith("llion ", 0, start):
        return False
    number = _HELD_NUMBER.search(sight.text, max(sight.sentence.start, start - _NUMBER_REACH), start)
    return number is not None and not any(number.start() < one.span.start < start for one in sight.others)


def _of_superlative(time: Span, sight: Sight) -> bool:
    """Tell whether a time is what something stands out of: "9%, its best in 2024", "its best quarter this year, 9%"."""
    figure = sight.figure.span
    if time.end <= figure.start:
        comma = sight.text.startswith(", ", time.end)
        return (
            comma
            and _SUPERLATIVE.search(sight.text, max(sight.sentence.start, time.start - _FAR_BACK), time.start)
            is not None
        )
    return time.start > figure.end and _SUPERLATIVE.search(sight.text, figure.end, time.start) is not None


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
    return older_side.ends(time, one, sight.others, sight.text) and older_side.stands_on(
        one, sight.others, sight.sentence, sight.text
    )


def _is_newest(time: Timex, sight: Sight) -> bool:
    """Tell whether a time behind an older value is that of the newer: "to $4bn from $3bn in the quarter"."""
    if not older_side.is_newest(time, sight.read.document.as_of, sight.text):
        return False
    return len(sight.read.within(sight.read.timexes, sight.sentence)) == 1 and not to_come(
        time.span.start, time.span.end, sight.text
    )


def _stood(time: Span, sight: Sight) -> bool:
    """Tell whether the figure says how much there was on a day: "had 42,000 employees on June 30, 2024"."""
    if not any(char.isdecimal() for char in time.of(sight.text)):
        return False
    if _AS_OF.search(sight.text, max(sight.sentence.start, time.start - _AS_REACH), time.start):
        return _HAD.fullmatch(sight.text, time.end, sight.figure.span.start) is not None
    return _AS_AT.fullmatch(sight.text, sight.figure.span.end, time.start) is not None


def _is_day(period: Period | None) -> bool:
    return period is not None and is_day(period.code.removeprefix("by-"))


def _said_after(time: Span, sight: Sight) -> bool:
    """Tell whether a time is of what is said behind the figure: "spent $4 billion and said it will grow in 2026"."""
    figure = sight.figure.span
    if _BOOKED_THEN.fullmatch(sight.text, figure.end, time.start):
        return False
    later = (act for act in sight.acts if figure.end <= act.cue.start and act.cue.end <= time.start)
    return any(
        any(span.covers(time) for span in act.content) and not any(span.covers(figure) for span in act.content)
        for act in later
    )
