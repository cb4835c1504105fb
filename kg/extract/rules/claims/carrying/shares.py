"""What a percentage tells of the amounts before it: how one of them changed, or what part of one it makes up.

And the other way round: a count beside a percentage that says the same in other units.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.carrying.compared import is_compared
from kg.extract.rules.claims.told import Carried, Told, taken
from kg.extract.rules.measures.frames import CHANGE, LEVEL
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.terms import OTHER, ancestors, change_of, losing_share, loss_of, share_measures, whole_of
from kg.extract.rules.measures.wholes import share_of_all, share_of_it
from kg.extract.rules.text.constructions import Construction

_NEAR, _FAR = 2, 12
"""How many sentences back a figure without a measure, or with a general one, looks for one."""
_CHANGE = "growth-rate"
_IN_BRACKETS = Construction(r"\s?\((?:an?\s)?(?:up|down|{change-noun|change-verb})(?:\s(?:of|by))?\s?")
_APPOSED = re.compile(r"(?:\sof\s(?:[\w’'-]+\s?){1,5})?(?:,\s(?:or\s)?|\s\(|\s[–—-]\s?|—)(?!which\s)(?:[a-z]+\s){0,2}")
_SOME_OF = re.compile(r"(?:\s(?:in|at|across|from)(?:\s[\w’'-]+){1,3})?(?:,|\s\(|\s[–—-])\s?(?:or\s)?(?:[a-z]+\s){0,2}")
_ALIKE = Construction(
    r"(?:,|\s[–—-]|—|\s\()?\s?(?:which\s(?:is|are)\s)?(?:[a-z]+ly\s)?{quantity-alike}\s(?:[a-z]+\s){0,2}"
)
_BESIDE = Construction(
    r"(?:\s(?:in|for|during|over|at|by|as\sof)\s(?:[\w’'-]+\s?){1,5})?,\s(?:and\s)?(?:{showing-change}\s|{change-verb}\sat\s(?:an?\s)?(?:[a-z]+\s){0,3}?)?"
    r"(?:(?:(?:an?\s)?(?:{rate-period|time-adverbs:annual}\s)?{change-noun}\sof|an?|up|down|or)\s)?(?:{grammar:focus|bounds:*}\s)*"
)
OR = re.compile(r",?\s+or\s+(?:[a-z]+\s){0,2}")
_OF_THE = re.compile(r"\b[Oo]f (?:the|its|their|those|these|[A-Z][\w&.-]*['’]s?)\s(?:[a-z]+\s)?\Z")

_FILLED = r"\s(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
_OF_WHICH = Construction(
    r"[,(]\s?(?:and\s)?of\swhich\s(?:(?!and\b)[\w’'&.-]+\s){0,6}?(?:{grammar:focus|bounds:*}\s)*\Z"
)
_MAKES_UP = Construction(r"\b{making-part}" + _FILLED)
_WITH = Construction(r",\swith" + _FILLED)
_FROM = re.compile(r"\sfrom\s")
_ALONE = re.compile(r"\s?(?:[.,;)]|\Z|\n)|\s(?:and|while|in\s20)")
_BY_SO_MUCH = Construction(
    r"\b(?:{change-verb}(?:\s[a-z]+ly)?(?:\sby)?|(?:up|down)(?:\sby)?|{change-noun}\sof)" + _FILLED
)
"""What leads to the amount by which something changed, which a percentage then tells again: "fell by $9bn, or 4%"."""
_CHANGED_REACH = 48


def share(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried | None:
    """Return the measure of a percentage that says how an amount before it changed or what part it makes up."""
    now = [one for one in told if one.sentence == sentence]
    return (
        _in_brackets(figure, own, now, text)
        or _change(figure, own, now, told, sentence)
        or _or_share(figure, own, now, text)
        or _of_all(figure, own, now, text)
        or _so_many(figure, own, now, text)
        or _part(figure, own, sentence, text, told)
        or _divided(figure, own, sentence, text, told)
    )


def _in_brackets(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read the change of the amount right before, beside or in brackets: "revenue of $9bn (up 3%) and a loss"."""
    last = next((one for one in reversed(here) if one.figure.span.end <= figure.span.start), None)
    if last is None or figure.quantity.unit != "percent" or own.frame == LEVEL:
        return None
    change = change_of(last.reading.measure)
    between = (last.figure.noun or last.figure.span).end, figure.span.start
    if own.frame == CHANGE and _BESIDE.fullmatch(text, *between):
        if last.reading.measure != OTHER:
            return Carried(Reading(change or _CHANGE, own.score, "change-of", own.span))
        if last.reading.rule == OTHER_NOUN or last.figure.noun is not None:
            return Carried(Reading(_CHANGE, own.score, OTHER_NOUN, own.span))
    beside = _IN_BRACKETS.fullmatch(text, *between)
    return Carried(Reading(change, own.score, "change-of", own.span)) if change and beside else None


def _change(figure: Figure, own: Reading, here: Sequence[Told], told: Sequence[Told], sentence: int) -> Carried | None:
    """Read "sold 900 cars, up 12%": the change of what the figure before it measures.

    Where the sentence has no other figure, the last one of the sentence before counts that can change.
    """
    if figure.quantity.unit != "percent" or own.measure != _CHANGE:
        return None
    last = told[-1].sentence if told else sentence
    before = [one for one in told if one.sentence == last] if sentence - last <= _NEAR else []
    for one in reversed(here or before):
        if one.reading.rule == OTHER_NOUN and one.reading.measure == _CHANGE:
            return None
        if change := change_of(one.reading.measure):
            return Carried(Reading(change, own.score, "change-of", own.span))
    return None


def _or_share(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read "brought in $3 billion, or 12%": the share that the amount right before makes up of its whole.

    Where that is by how much something changed, it is the change: "fell by $3 billion, or 12%".
    """
    last = here[-1] if here else None
    if last is None or figure.quantity.unit != "percent":
        return None
    if lost := _part_of_staff(last, figure, own, text):
        return lost
    if unit_kind(last.figure.quantity.unit) != "money":
        return None
    if not OR.fullmatch(text, last.figure.span.end, figure.span.start):
        return None
    if text.startswith(" of ", figure.span.end):
        told = own.measure in share_measures().values()  # "capital spending came to $9 billion, or 4% of sales"
        return None if told else _share_of_total(last, own)
    return _change_by(last, own, text) or _share_of_total(last, own)


def _change_by(last: Told, own: Reading, text: str) -> Carried | None:
    """Return the change of what rose or fell by an amount, which is no part of a total."""
    start = last.figure.span.start
    if not _BY_SO_MUCH.search(text, max(0, start - _CHANGED_REACH), start):
        return None
    change = change_of(last.reading.measure)
    return Carried(Reading(change, 1.0, "change-of", own.span, frame=CHANGE)) if change else None


def _share_of_total(last: Told, own: Reading) -> Carried | None:
    """Return what part of its whole an amount makes up, where a measure stands for such parts."""
    share = _share_measure(last)
    return Carried(Reading(share, 1.0, "share-of-total", own.span)) if share else None


def _share_measure(whole: Told) -> str | None:
    """Return the measure of a part of what a figure measures, or of the first broader measure that has one."""
    measures = (whole.reading.measure, *sorted(ancestors(whole.reading.measure)))
    return next((share_measures()[one] for one in measures if one in share_measures()), None)


def _part_of_staff(last: Told, figure: Figure, own: Reading, text: str) -> Carried | None:
    """Read "let go of 65 people, some 9% of the unit": the part of all that the number lost makes up."""
    end = (last.figure.noun or last.figure.span).end
    beside = last.figure.quantity.unit == "count" and _SOME_OF.fullmatch(text, end, figure.span.start)
    share = losing_share(last.reading.measure) if beside and text.startswith(" of ", figure.span.end) else None
    return Carried(Reading(share, own.score, "so-many", own.span)) if share else None


def _of_all(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read "$3 billion in revenue, or 12% of its total": the share that the amount before it makes up."""
    for one in reversed(here) if own.measure == OTHER and share_of_all(figure, text) else ():
        if unit_kind(one.figure.quantity.unit) == "money" and (share := share_measures().get(one.reading.measure)):
            return Carried(Reading(share, 1.0, "share-of-total", own.span), None)
    return None


def _so_many(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read "dismiss 8% of its staff, 388 people", "900 modules, equivalent to 7,200 chips": the same in other units."""
    last = here[-1] if here else None
    if last is None or figure.quantity.unit != "count" or figure.noun is None:
        return None
    if own.measure == OTHER and _ALIKE.fullmatch(text, (last.figure.noun or last.figure.span).end, figure.span.start):
        return taken(own, last, "so-many")
    if last.figure.quantity.unit != "percent":
        return None
    loss = next((loss for one in whole_of(last.reading.measure) if (loss := loss_of(one))), None)
    if loss is None or own.measure not in (OTHER, *whole_of(last.reading.measure)):
        return None
    beside = _APPOSED.fullmatch(text, last.figure.span.end, figure.span.start)
    return Carried(Reading(loss, own.score, "so-many", own.span)) if beside else None


def _part(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried | None:
    it = share_of_it(figure, text)
    for one in reversed(told) if it or (own.measure == OTHER and figure.quantity.unit == "percent") else ():
        if sentence - one.sentence > (_FAR if it else 0) or not (it or _of_the_amount(one, text)):
            return None
        held_against = one.figure.role == "from" or is_compared(one.figure, text)
        if unit_kind(one.figure.quantity.unit) == "money" and not held_against:
            share = _share_measure(one)
            reading = Reading(share, 1.0, "part-of", own.span) if share else own
            return Carried(reading, one, whole=True)
    return None


def _divided(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried | None:
    """Read the part of the amount just told that somebody has: "sales of $9bn, of which Spain accounted for 9%"."""
    last = told[-1] if told and own.measure == OTHER and figure.quantity.unit == "percent" else None
    if last is None or sentence - last.sentence > 1 or unit_kind(last.figure.quantity.unit) != "money":
        return None
    share = share_measures().get(last.reading.measure)
    if share is None or last.figure.role == "from" or is_compared(last.figure, text):
        return None
    lead = max(last.figure.span.end, figure.span.start - 90), figure.span.start
    here = last.sentence == sentence
    divided = here and (
        _OF_WHICH.search(text, *lead) or (_FROM.match(text, figure.span.end) and _WITH.search(text, *lead))
    )
    divided = divided or (_ALONE.match(text, figure.span.end) and _MAKES_UP.search(text, *lead))
    return Carried(Reading(share, 1.0, "part-of", own.span), last, whole=True) if divided else None


def _of_the_amount(one: Told, text: str) -> bool:
    """Tell whether an amount is one that the sentence divides: "Of the $9 billion spent, 60% went on chips"."""
    start = one.figure.span.start
    return _OF_THE.search(text, max(0, start - 24), start) is not None
