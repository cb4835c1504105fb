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

_INVESTED = "investment"
_GOES_INTO = Construction(
    r",?\s(?:{mostly}\s)?(?:for|on|into|in|towards?|to\s{building-up})\s"
    r"(?:(?:its|their|the|{more-recent})\s|(?-i:[A-Z][\w.&-]*)(?:['’]s?)?\s){0,2}"
)
_ENDS = Construction(r"s?(?:\s?[.,;:)]|\Z|\s(?:{grammar:preposition|grammar:time}|and|as|which|that|each)\b)")
_LEAST_PLAN = 1_000_000
"""Less money is the price of a thing."""
_FOR_THEMSELVES = frozenset({"data-centre", "server", "train"})
"""Things for which money is meant whatever else is said of it: what is invested in AI may be put into firms."""


def given_to(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the thing that a preposition behind it leads to, where words tell no more than a payment."""
    figure, text = sight.figure, sight.read.text
    open_ = best.measure in (OTHER, _INVESTED)
    if not open_ or unit_kind(figure.quantity.unit) != MONEY or figure.quantity.value < _LEAST_PLAN:
        return None
    into = _GOES_INTO.match(text, figure.span.end)
    if into is None:
        return None
    things = (hit for hit in sight.told if hit.sign.notion and hit.span.start == into.end())
    things = (hit for hit in things if best.measure == OTHER or hit.sign.code in _FOR_THEMSELVES)
    thing = next((hit for hit in things if hit.sign.code in _paid_by() and _ENDS.match(text, hit.span.end)), None)
    return Reading(_paid_by()[thing.sign.code], LEAST, "given-to", thing.span) if thing else None


@cache
def _paid_by() -> Mapping[str, str]:
    measures = codes.scheme("measures").values()
    pairs = ((notion, measure.code) for measure in measures for notion in measure.facts.get("paysFor", ()))
    return MappingProxyType(dict(pairs))
