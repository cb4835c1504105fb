"""What an amount of money goes into, where no verb of spending tells it: "lined up $9 billion for data centres".

Data: the notion of the things that a measure pays for (`kg:paysFor` of `v:measures`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.nouns import is_firm

GIVEN_TO = "given-to"
_INVESTED, _BOUGHT_FIRM, _SPENT = "investment", "acquisition-price", "spending"
_OPEN = frozenset({OTHER, _INVESTED, _BOUGHT_FIRM, _SPENT})
_GOES_INTO = Construction(
    r"(?:\s(?:this|next)\s(?:[a-z]+\s)?{time-nouns:unit})?,?\s(?:(?:of|in)\s)?(?:{expenditure|splurge}\s)?(?:of\s(?:it|that|this|which)\s)?"
    r"(?P<meant>(?:(?:which|that)\s)?(?:{grammar:modal|grammar:auxiliary}\s){0,3}{meant-for}\s)?"
    r"(?:{mostly}\s)?(?P<to>for|on|into|in|at|towards?|to(?:\s{building-up})?)\s"
)
_GIVES = Construction(r"\b{meant-for}\s(?:{grammar:focus|additive|bounds:*}\s)*\Z")
_LEADS_TO = Construction(
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction}|[a-z]+ing)\s)(?:[a-z-]+|(?-i:[A-Z][\w.&-]*)(?:['’]s?)?)\s){0,3}"
)
_MADE_OF = re.compile(r"\s(?:worth\s)?of\s(?:[\w’'-]+\s){0,2}?")
_NO_GOODS = r"(?!(?:the|its|their|an?|{notions:stake|dealt-in|notions:business-unit|notions:debt})\b)"
_WORTH_OF = Construction(
    r"(?:['’]?\sworth\sof|\sof(?=\s[A-Z]))\s(?:"
    + _NO_GOODS
    + r"[\w’'.-]+\s){0,3}?"
    + _NO_GOODS
    + r"(?P<last>[a-z][a-z-]+)"
    r"(?=\s?[.,;:)]|\Z|\s(?:{grammar:preposition|grammar:conjunction|grammar:subordinator|grammar:time|grammar:auxiliary}"
    r"|last|this|each|every|{made-so})\b)"
)
"""Goods that an amount buys: "$9 billion worth of equipment", "$9 billion of Russian crude", no shares and no debt."""
_BUYS = Construction(r"\b{notions:acquire}\s(?:{grammar:focus|additive|bounds:*}\s)*\Z")
_ENDS = Construction(
    r"s?(?:\s?[.,;:)]|\Z|\s(?:{grammar:preposition|grammar:time|grammar:auxiliary|grammar:modal}|and|as|which|that|each)\b)"
)
_LEAST_PLAN, _REACH = 1_000_000, 40
"""Less money is the price of a thing."""
_FOR_THEMSELVES = frozenset({"data-centre", "research", "server", "train"})
"""Things for which money is meant whatever else is said of it: what is invested in AI may be put into firms."""
_INFINITIVE = "train"
"""The only thing that is a verb."""


@asked(MONEY, of=_OPEN)
def given_to(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the thing behind it that it is meant for or buys, where words tell no more than a payment."""
    figure = sight.figure
    if figure.quantity.value < _LEAST_PLAN:
        return None
    hit = _bought(sight) if best.measure in (OTHER, _BOUGHT_FIRM) else None
    if hit is None and best.measure != _BOUGHT_FIRM:
        hit = _meant_for(sight, best)
    if hit is None and best.measure == _BOUGHT_FIRM and _buys_goods(sight):
        return Reading(_SPENT, LEAST, GIVEN_TO, figure.span)
    return Reading(_paid_by()[hit.sign.code], LEAST, GIVEN_TO, hit.span) if hit else None


def _buys_goods(sight: Sight) -> bool:
    """Tell whether things and no company are bought: "purchased $9 billion worth of equipment"."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    found = _WORTH_OF.match(text, end)
    if found is None or not _BUYS.search(sight.read.fold, max(0, start - _REACH), start):
        return False
    return not is_firm(found["last"].removesuffix("s"))


def _meant_for(sight: Sight, best: Reading) -> Hit | None:
    """Return the thing that the preposition behind the amount leads to."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    into = _GOES_INTO.match(text, end)
    if into is None:
        return None
    things = [hit for hit in _things(sight) if best.measure != _INVESTED or hit.sign.code in _FOR_THEMSELVES]
    things = [hit for hit in things if _LEADS_TO.fullmatch(text, into.end(), hit.span.start)]
    if into["to"] == "to" and not into["meant"] and not _GIVES.search(sight.read.fold, max(0, start - _REACH), start):
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
