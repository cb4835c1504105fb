"""Banks and brokers that foresee what others do: "Ferrous Bank now sees capital expenditures of $300 billion".

What they foresee of spending on machines, of chips or of clouds is never their own.
"""

from collections.abc import Mapping

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.references.watchers import lends, stands_at, states, watches
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.model import Entity

_NOT_OF_LENDERS = "notOfLenders"
_FORESEES = Construction(
    r"(?:\s\([^()]{1,20}\))?(?:['’]s?(?:\s[\w-]+){1,3}|\s{analyst})?(?:\s(?:is|was|has|have|had|also|itself|{grammar:adverb}|{grammar:time}|[a-z]+ly)){0,2}"
    r"\s(?:(?:{forecasts:verb|forecasts:reporting|estimating|surveying})\b(?!\s(?:its|their)\b)"
    r"|{verbs:saying}\sthat\s(?!(?:its?|we)\b)|[a-z]+(?:ed|s)\s(?:[\w$.%]+\s){0,5}?its\s(?:[\w-]+\s){0,3}?{outlook|expectation}\b)"
)
"""What follows who foresees something, or changes what they foresaw; of their own they foresee "its profit"."""

_RECKONS = Construction(
    r"(?:['’]s?)?\s(?:[a-z-]+\s)?{notions:account|expectation|price-goal}\s(?:of|at|for)\s(?:[a-z]+\s){0,3}(?={#amount}|\d)"
)
"""What makes a number only one that somebody reckons of others: "Lee's estimate of about $4 billion"."""
_THERE = Construction(
    r"(?:,[^.;]{0,60}?)?\s(?:that|{forecasts:verb|forecasts:reporting|estimating|surveying|verbs:saying})\b(?!\s(?:its|their)\b)"
)
"""What is foreseen at a bank: "At Ferrous Bank, by contrast, Ann Lee holds that", "at Ferrous Bank they expect"."""


def foresees(name: Name, known: Mapping[str, tuple[str, ...]], read: Annotated) -> bool:
    """Tell whether `name` only foresees what the measure, of which `known` is told, is of others."""
    if _NOT_OF_LENDERS in known and foretells(name, read.text):
        return True
    if stands_at(name.span, read.text) is not None and lends(name.entity):
        return True
    if name.entity.kind == "Person" and _RECKONS.match(read.text, name.span.end):
        return True
    others = lends(name.entity) or watches(name.entity) or name.entity.kind in ("Outlet", "Person")
    return others and states(name.span, read.text) is not None


def foretells(name: Name, text: str) -> bool:
    """Tell whether `name` is that of a bank which foresees what others do."""
    if not lends(name.entity):
        return False
    apart = text.endswith(("At ", "at "), 0, name.span.start) and _THERE.match(text, name.span.end)
    return bool(apart) or _FORESEES.match(text, name.span.end) is not None


def foresaw(entity: Entity | None, known: Mapping[str, tuple[str, ...]], read: Annotated) -> bool:
    """Tell whether the text has a bank foresee things, so that what is told on is not of the bank either."""
    if entity is None or _NOT_OF_LENDERS not in known or not lends(entity):
        return False
    return entity in _forecasters(read.text, read.names)


@latest
def _forecasters(text: str, names: tuple[Name, ...]) -> frozenset[Entity]:
    return frozenset(name.entity for name in names if foretells(name, text))
