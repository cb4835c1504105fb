"""What was read of the figures before, and what a figure takes over from one of them."""

from dataclasses import dataclass

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.terms import OTHER, ancestors, facts, generic, whole_of
from kg.lexicon.wordlists import words
from kg.model import Entity, Period

STILL_AHEAD = frozenset({"estimated", "guidance", "planned"})
FORESEEN = frozenset({"estimated", "guidance"})
INTENDED = frozenset({"guidance", "planned"})
"""The modes of what is to come; those of them that are views of it; those that are of whoever will bring it about."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as read: where (sentence, mention) and what; `rule` is that by which its subject was found."""

    figure: Figure
    sentence: int
    mention: int
    reading: Reading
    subject: Entity | None
    period: Period | None
    mode: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A measure settled with the help of an earlier figure; `whole` tells that the figure is a share of that one.

    `total` is the amount that this one is told to be a part of, whatever the part measures ("$9bn, of which $2bn").
    """

    reading: Reading
    earlier: Told | None = None
    whole: bool = False
    total: Told | None = None


def taken(own: Reading, earlier: Told, rule: str) -> Carried:
    """Return the measure of an earlier figure, where the figure's own words tell no other."""
    if own.measure not in (OTHER, earlier.reading.measure) and own.measure not in ancestors(earlier.reading.measure):
        return Carried(own, earlier)
    if earlier.reading.rule == OTHER_NOUN:
        rule = OTHER_NOUN
    return Carried(Reading(earlier.reading.measure, own.score, rule, own.span, earlier.reading.text), earlier)


def bare(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a count of what was counted before: "lost 49,000 customers and then 80,000 more"."""
    counted = figure.noun is None or figure.noun.of(text).lower() in words("semantic-fields", "further")
    return figure.quantity.unit == "count" and counted


def tells_more(measure: str, than: str) -> bool:
    """Tell whether `measure` says what `than` leaves open: any against none, a narrower one against a broader."""
    return measure != OTHER and (than == OTHER or (than in ancestors(measure) and generic(than)))


def goes_on(code: str, planned: str) -> bool:
    """Tell whether what has the measure `code` can be a plan told before, or a part of it.

    It is of its measure, of none that is told, or a share.
    """
    part = any("perPeriod" not in facts(whole) for whole in whole_of(code))
    return part or code in (OTHER, planned) or code in ancestors(planned) or planned in ancestors(code)
