"""What an amount of money goes into, where no verb of spending tells it: "lined up $9 billion for data centres".

Data: the notion of the things that a measure pays for (`kg:paysFor` of `v:measures`).
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes

_GOES_INTO = Construction(
    r"\s(?:for|on|into|in|towards?|to\s{building-up})\s(?:(?:its|their|the|{more-recent})\s){0,2}"
    r"(?:[A-Z][\w.&-]*\s)?"
)
_ENDS = Construction(r"s?(?:\s?[.,;:)]|\Z|\s(?:{grammar:preposition}|and|as|which|this|next|last|each|between)\b)")
_LEAST_PLAN = 1_000_000
"""Less money is the price of a thing."""


def given_to(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the thing right behind it that it is meant for, where no words tell what it measures."""
    figure, text = sight.figure, sight.read.text
    money = unit_kind(figure.quantity.unit) == MONEY and figure.quantity.value >= _LEAST_PLAN
    if best.measure != OTHER or not money:
        return None
    into = _GOES_INTO.match(text, figure.span.end)
    if into is None:
        return None
    things = (hit for hit in sight.told if hit.sign.notion and hit.span.start == into.end())
    hit = next((hit for hit in things if hit.sign.code in _paid_by()), None)
    if hit is None or not _ENDS.match(text, hit.span.end):
        return None
    return Reading(_paid_by()[hit.sign.code], LEAST, "given-to", hit.span)


@cache
def _paid_by() -> Mapping[str, str]:
    measures = codes.scheme("measures").values()
    pairs = ((notion, measure.code) for measure in measures for notion in measure.facts.get("paysFor", ()))
    return MappingProxyType(dict(pairs))
