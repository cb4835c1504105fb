"""What a figure takes over from figures before it: the same amount named again, its older value, a part, a parallel.

Works on what was already read of the document, the latest last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.carrying.compared import LEAD_REACH, is_foreseen, older
from kg.extract.rules.claims.carrying.parallels import parallel
from kg.extract.rules.claims.carrying.shares import OR, share
from kg.extract.rules.claims.carrying.totals import part_of, total_of
from kg.extract.rules.claims.told import Carried, Told, bare, taken, tells_more
from kg.extract.rules.measures.headcounts import ALL_STAFF
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.terms import (
    OTHER,
    asked_by,
    at_most,
    facts,
    level_of,
)
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_NEAR, _FAR = 2, 12
"""How many sentences back a figure without a measure, or with a general one, looks for one."""
_KEPT = 80
"""How many figures back are kept in mind."""
LEAST_AMOUNT = 10_000
"""Smaller amounts of money are prices, which no amount before them explains."""
_CHANGE = "growth-rate"
_DEFINITE = re.compile(r"\b(?:the|that|this|those|these|same|its|their|said)\s+\Z", re.IGNORECASE)
_FORECAST = Construction(
    r"\b(?:{outlook|expectation|interval}\b[^.;:]{0,40}|{guiding}\s(?:{grammar:focus|bounds:*}\s)*)\Z"
)
_ANOTHERS = Construction(
    r"(?:[.;!?]|,|\band|\bwhile)\s[A-Z][\w&.-]*[’']s\s"
    r"(?:{grammar:be|grammar:modal|grammar:auxiliary|notions:amounts-to|change-verb})\s(?:[a-z]+\s){0,4}\Z"
)
_CONVERTS = Construction(r"\b(?:that|which)\s(?:is|was|would be|{equalling})\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_OF_ELSE = re.compile(r"\sof\s(?!(?:it|this|that|these|those|which|them)\b)")
_FROM_OLDER = Construction(r"\b(?:{change-noun}|up|down)\sfrom\s(?:[\w’'-]+\s){0,6}\Z")
_THIS_IS = Construction(r"(?:^|[.!?\n]\s)(?:(?:This|That)(?:\s[a-z]+)?|It)\s(?:is|was|{representing})\s[^.!?]*\Z")
_THE_RISE = Construction(r"[.!?\n]\s(?:The|That|This)\s(?:[a-z-]+\s)?{change-noun}\sfrom\s(?:[a-z]+\s){0,2}\Z")
_TO = Construction(r"\bto\s(?:[a-z]+\s){0,2}\Z")
_THE_FIGURE = Construction(
    r"(?:^|[.!?\n]\s)(?:[^.!?]*\b)?(?:The|That|This|latest|new)\s{amount}\b[^.!?]*?\b{surpassing|outstripping}\b[^.!?]*\Z"
)
_LED_TO = Construction(
    r",?\s(?:(?:[\w-]+|\([A-Za-z/]+\))\s){0,5}?(?:to|at|to\s{attain}|{attaining})\s(?:[a-z]+\s){0,3}"
)
_OR_EACH = re.compile(r",?\s+or\s+(?:[a-z]+\s){0,2}|\s\((?:[a-z]+\s)?")
_EACH_SHARE = {
    "dividend": "dividend",
    "loss": "earnings-per-share",
    "operating-profit": "earnings-per-share",
    "profit": "earnings-per-share",
}
"""What a sum is where it is told for each share."""
_SHARE_EARNS = 1_000
"""A share mostly earns less than this."""
_STAFF, _CUTS = "employees", "job-cuts"
_CONTRACT = "contract-value"
"""What any deal may be worth, unless the same amount was told before to be what a company is worth or costs."""
_PRICED = frozenset({"acquisition-price", "equity-stake-value", "valuation"})
_CARRIED = frozenset({"money", "percent", "power", "ratio"})


def settled(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried:
    """Return the figure's measure: its own words', unless an earlier figure tells it better."""
    told = told[-_KEPT:]
    known = Carried(own) if own.rule in (OTHER_NOUN, ALL_STAFF) else _settled(figure, own, sentence, text, told)
    total = total_of(figure, sentence, text, told)
    carried = part_of(total, figure, own, text) or known
    return carried if carried.total is total else replace(carried, total=total)


def _settled(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried:
    """Try, surest first, what earlier figures lend: an older value, a change or share, the same again, a parallel."""
    kind = unit_kind(figure.quantity.unit)
    same = [one for one in told if unit_kind(one.figure.quantity.unit) == kind]
    same = [one for one in same if asked_by(one.reading.measure, own.frame)]
    here = [one for one in same if one.sentence == sentence]
    if before := older(figure, own, here, text):
        return before
    told_of = (
        _per_share(figure, own, here, text)
        or share(figure, own, sentence, text, told)
        or _changed_to(figure, own, sentence, text, told)
        or _older_of(figure, own, sentence, text, same)
        or _change_of_what_was_told(figure, own, text, told)
    )
    if told_of:
        return told_of
    if again := _so_much(figure, told, text) or _named_again(figure, own, text, same):
        deal = own.measure == _CONTRACT and again.reading.measure != _CONTRACT
        return taken(replace(own, measure=OTHER) if deal else own, again, "named-again")
    if gone_on := parallel(figure, own, here, text):
        return gone_on
    if _of_posts(own, figure, text) and any(one.reading.measure == _CUTS for one in told):
        return Carried(Reading(_CUTS, own.score, "posts-cut", own.span))
    if own.measure == _CHANGE:
        same = [one for one in same if not _is_of_others_share(one, sentence, told)]
        same = (
            here if here and here[-1].reading.measure == _CHANGE else same
        )  # "up 14% from May and up 82% on the year"
    return _carried_on(figure, own, sentence, text, same)


def _of_posts(own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether posts are counted, not people: in a text that cuts posts they are those that go."""
    posts = figure.noun is not None and figure.noun.of(text).lower().rsplit(" ")[-1] in words("notions", "post")
    return own.measure == _STAFF and posts


def _older_of(figure: Figure, own: Reading, sentence: int, text: str, same: Sequence[Told]) -> Carried | None:
    """Read the older value of the amount just told: "This marks an increase from $3 billion"."""
    last = same[-1] if same and 0 < sentence - same[-1].sentence <= _NEAR else None
    if last is None or last.reading.measure == OTHER:
        return None
    opened = _THIS_IS.search(text, max(0, figure.span.start - 120), figure.span.start)
    led = _FROM_OLDER.search(text, opened.start(), figure.span.start) if opened else None
    rise = _THE_RISE.search(text, max(0, figure.span.start - LEAD_REACH), figure.span.start)
    if rise:  # "raised capex to $9 billion, $5 billion of it on chips. The increase from $7 billion"
        led = rise
        last = next((one for one in reversed(same) if sentence - one.sentence <= _NEAR and _is_risen(one, text)), last)
    if not led and not _foreseen_of_it(figure, text):
        return None
    return Carried(Reading(last.reading.measure, own.score, "older-value", own.span), last)


def _is_risen(one: Told, text: str) -> bool:
    """Tell whether a figure is what something rises or falls to."""
    start = one.figure.span.start
    return _TO.search(text, max(0, start - 24), start) is not None


def _foreseen_of_it(figure: Figure, text: str) -> bool:
    """Tell whether it is what others foresaw of the figure just told: "That number beat estimates of $3 billion"."""
    start = figure.span.start
    found = is_foreseen(figure, text)
    return found and _THE_FIGURE.search(text, max(0, start - 160), start) is not None


def _change_of_what_was_told(figure: Figure, own: Reading, text: str, told: Sequence[Told]) -> Carried | None:
    """Read "This is a drop of 26%": a change of what was told last, which no measure of a change fits."""
    if own.measure != _CHANGE or not told:
        return None
    opened = _THIS_IS.search(text, max(0, figure.span.start - LEAD_REACH), figure.span.start)
    return Carried(own) if opened else None


def _is_of_others_share(before: Told, sentence: int, told: Sequence[Told]) -> bool:
    """Tell whether a move of shares told before is of somebody else than the figures of this sentence."""
    here = {one.subject for one in told if one.sentence == sentence and one.subject is not None}
    return "dayPeriod" in facts(before.reading.measure) and bool(here) and before.subject not in here


def _carried_on(figure: Figure, own: Reading, sentence: int, text: str, same: Sequence[Told]) -> Carried:
    kind = unit_kind(figure.quantity.unit)
    same = [one for one in same if kind != "money" or at_most(figure.quantity.value, one.reading.measure)]
    if kind == "percent" and own.measure == OTHER and _OF_ELSE.match(text, figure.span.end):
        return Carried(own)
    carried = bare(figure, text) or (
        kind in _CARRIED and not (kind == "money" and figure.quantity.value < LEAST_AMOUNT)
    )
    forecast = _is_forecast(figure, text) or _is_of_another(figure, text)
    before = _before(own, sentence, same, forecast=forecast) if carried else None
    return taken(own, before, "forecast-of" if forecast else "carried-on") if before else Carried(own)


def _so_much(figure: Figure, told: Sequence[Told], text: str) -> Told | None:
    """Return the amount just named that this one only converts ("that is $5 billion")."""
    last = told[-1] if told else None
    if last is None or unit_kind(figure.quantity.unit) != "money" or last.figure.quantity.unit == figure.quantity.unit:
        return None
    money = unit_kind(last.figure.quantity.unit) == "money"
    return last if money and _CONVERTS.search(text, max(0, figure.span.start - 40), figure.span.start) else None


def _per_share(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read "earned $9 million, or 31 cents a share": the profit, loss or payout right before it, told for each share.

    Brackets alone tell it of an older value: "profit of $9 million ($0.31 a share) against $7 million ($0.24)".
    """
    last = here[-1] if here else None
    small = figure.per == "share" or figure.quantity.value < _SHARE_EARNS
    if last is None or unit_kind(figure.quantity.unit) != "money" or not small:
        return None
    measure = _EACH_SHARE.get(last.reading.measure)
    if measure is None or last.figure.quantity.value < LEAST_AMOUNT:
        return None
    again = any(one.reading.measure == measure and one.figure.quantity.value < LEAST_AMOUNT for one in here)
    between = (_OR_EACH if figure.per or again else OR).fullmatch(text, last.figure.span.end, figure.span.start)
    return Carried(Reading(measure, own.score, "per-share", own.span), last) if between else None


def _changed_to(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried | None:
    """Read "grew 23% to 40 million units": the amount that the change right before it has led to."""
    open_ = own.measure == OTHER or (own.span is not None and own.span.start >= figure.span.end)
    last = told[-1] if told and open_ and told[-1].sentence == sentence else None
    level = level_of(last.reading.measure) if last else None
    fits = level is not None and unit_kind(figure.quantity.unit) in facts(level).get("unitKind", ())
    if last is None or not fits or not _LED_TO.fullmatch(text, last.figure.span.end, figure.span.start):
        return None
    return Carried(Reading(level or OTHER, 1.0, "changed-to", last.figure.span), last)


def _named_again(figure: Figure, own: Reading, text: str, same: Sequence[Told]) -> Told | None:
    """Return the latest earlier figure of the same amount, where that one tells more or the words point back to it."""
    definite: bool | None = None
    for one in reversed(same):
        equal = one.figure.quantity.value == figure.quantity.value and one.figure.quantity.unit == figure.quantity.unit
        if not equal:
            continue
        if definite is None:
            definite = bool(_DEFINITE.search(text, max(0, figure.span.start - 8), figure.span.start))
        if not definite and _counts_else(figure, one.figure, text):
            continue
        priced = own.measure == _CONTRACT and one.reading.measure in _PRICED
        if (
            priced
            or own.measure == OTHER
            or (definite and (one.reading.measure == own.measure or tells_more(one.reading.measure, own.measure)))
        ):
            return one if one.reading.measure != OTHER else None
    return None


def _counts_else(figure: Figure, before: Figure, text: str) -> bool:
    """Tell whether two counts are of different things: "400 people", "400 patents"."""
    heads = [one.noun.of(text).lower().rsplit(" ", 1)[-1] for one in (figure, before) if one.noun]
    return len(set(heads)) > 1


def _before(own: Reading, sentence: int, same: Sequence[Told], *, forecast: bool) -> Told | None:
    reach = _NEAR if own.measure == OTHER and not forecast else _FAR
    for one in reversed(same):
        if sentence - one.sentence > reach:
            return None
        if one.reading.rule == OTHER_NOUN and own.measure == one.reading.measure:
            return one
        if tells_more(one.reading.measure, own.measure):
            return one
    return None


def _is_of_another(figure: Figure, text: str) -> bool:
    """Tell whether it is another's of what was told: "Amazon's capex is $9 billion. Google's is seen at $8 billion"."""
    start = figure.span.start
    return _ANOTHERS.search(text, max(0, start - LEAD_REACH), start) is not None


def _is_forecast(figure: Figure, text: str) -> bool:
    start = max(0, figure.span.start - LEAD_REACH)
    return bool(_FORECAST.search(text, start, figure.span.start))
