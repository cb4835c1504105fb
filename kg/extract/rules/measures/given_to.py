"""What an amount of money goes into, where no verb of spending tells it: "lined up $9 billion for data centres".

Data: the notion of the things that a measure pays for (`kg:paysFor` of `v:measures`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes

_INVESTED, _BOUGHT_FIRM = "investment", "acquisition-price"
_DETERMINED = r"(?:its|their|the|{more-recent})\s|(?-i:[A-Z][\w.&-]*)(?:['’]s?)?\s"
_GOES_INTO = Construction(
    r",?\s(?:{mostly}\s)?(?:for|on|into|in|towards?|to\s{building-up})\s(?:"
    + _DETERMINED
    + r"){0,2}|,?\s(?:{mostly}\s)?to\s"
)
_MADE_OF = re.compile(r"\s(?:worth\s)?of\s(?:[\w’'-]+\s){0,2}?")
_BUYS = Construction(r"\b{notions:acquire}\s(?:{grammar:focus|additive|bounds:*}\s)*\Z")
_ENDS = Construction(r"s?(?:\s?[.,;:)]|\Z|\s(?:{grammar:preposition|grammar:time}|and|as|which|that|each)\b)")
_LEAST_PLAN, _REACH = 1_000_000, 40
"""Less money is the price of a thing."""
_FOR_THEMSELVES = frozenset({"data-centre", "server", "train"})
"""Things for which money is meant whatever else is said of it: what is invested in AI may be put into firms."""
_INFINITIVE = "train"
"""The only thing that is a verb."""


def given_to(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the thing behind it that it is meant for or buys, where words tell no more than a payment."""
    figure = sight.figure
    open_ = best.measure in (OTHER, _INVESTED, _BOUGHT_FIRM)
    if not open_ or unit_kind(figure.quantity.unit) != MONEY or figure.quantity.value < _LEAST_PLAN:
        return None
    hit = _bought(sight) if best.measure != _INVESTED else None
    if hit is None and best.measure != _BOUGHT_FIRM:
        hit = _meant_for(sight, best)
    return Reading(_paid_by()[hit.sign.code], LEAST, "given-to", hit.span) if hit else None


def _meant_for(sight: Sight, best: Reading) -> Hit | None:
    """Return the thing that the preposition behind the amount leads to."""
    text = sight.read.text
    into = _GOES_INTO.match(text, sight.figure.span.end)
    if into is None:
        return None
    bare = into[0].endswith("to ")
    things = [hit for hit in _things(sight) if hit.span.start == into.end()]
    things = [hit for hit in things if best.measure == OTHER or hit.sign.code in _FOR_THEMSELVES]
    if bare:
        return next((hit for hit in things if hit.span.of(sight.read.fold) == _INFINITIVE), None)
    return next((hit for hit in things if _ENDS.match(text, hit.span.end)), None)


def _bought(sight: Sight) -> Hit | None:
    """Return the thing that so much is bought of: "bought $9 billion of AI servers"."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    if not text.startswith((" of ", " worth of "), end):
        return None
    if not _BUYS.search(sight.read.fold, max(0, start - _REACH), start):
        return None
    things = (hit for hit in _things(sight) if hit.span.start > end and _ENDS.match(text, hit.span.end))
    return next((hit for hit in things if _MADE_OF.fullmatch(text, end, hit.span.start)), None)


def _things(sight: Sight) -> Iterator[Hit]:
    return (hit for hit in sight.told if hit.sign.notion and hit.sign.code in _paid_by())


@cache
def _paid_by() -> Mapping[str, str]:
    measures = codes.scheme("measures").values()
    pairs = ((notion, measure.code) for measure in measures for notion in measure.facts.get("paysFor", ()))
    return MappingProxyType(dict(pairs))
