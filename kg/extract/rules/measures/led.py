"""What is counted, where the verb before the number tells it: "has built 90 million handsets", "will have 8,400 staff".

Data: the verbs (`kg:ledBy`), which measures they overrule, and of which measure a number is the loss or gain ("the
headcount fell by 900").
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import COUNT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER, facts, named_by, terms
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_LEADING = r"\s(?:{grammar:focus|bounds:*}\s){0,2}\Z"
_BY = r"\s(?:[a-z]+ly\s)?by" + _LEADING
_FEWER, _MORE = Construction(r"\b{shrinking}" + _BY), Construction(r"\b{expanding}" + _BY)
_TO = Construction(r"\bto" + _LEADING)
_OF = Construction(r"\s(?:of|{attaining})" + _LEADING)
_ALL_STAFF = frozenset({"headcount", "payroll"})
_REACH = 40
_LISTED = re.compile(
    r"(?:\s(?:at|in|from|across)\s[^,;.]{2,40}?)?(?:,\s(?:and\s)?|\sand\s)(?:(?:another|a\sfurther)\s)?"
)


@asked(COUNT)
def led(sight: Sight, best: Reading) -> Reading | None:
    """Read what a number counts by the verb right before it, or before the list that it is in, else None."""
    figure = sight.figure
    if figure.noun is None and best.measure != OTHER:
        return None
    first = _first(figure, sight)
    for measure, verb in _verbs().items() if first.per is None else ():
        known = facts(measure)
        open_ = best.measure in named_by(measure, "overrules") or (best.measure == OTHER and "anyObject" in known)
        many = figure.quantity.value >= Decimal(known.get("fewest", ("0",))[0])
        if open_ and many and _stands(verb, first, sight):
            return Reading(measure, LEAST, "led", figure.noun or figure.span)
    return None


@asked(COUNT)
def lost_or_gained(sight: Sight, best: Reading) -> Reading | None:
    """Read by or to how many what is counted changed: "the headcount fell by 900", "cut staff to 9,000", else None."""
    for verb, fact in ((_FEWER, "lossOf"), (_MORE, "gainOf")):
        change = _changes(fact).get(best.measure)
        if change and _stands(verb, sight.figure, sight):
            return Reading(change, LEAST, "became-so-many", sight.figure.span)
        levels = named_by(best.measure, fact)
        if levels and _is_so_large(levels[0], sight):
            return Reading(levels[0], LEAST, "so-large", sight.figure.span)
        if levels and _stands(_TO, sight.figure, sight) and sight.heads(_counting(levels[0], sight)):
            return Reading(levels[0], LEAST, "became-so-many", sight.figure.span)
    return None


def _is_so_large(level: str, sight: Sight) -> bool:
    """Tell whether a noun for all that is counted leads to the number: "posts to go from a workforce of 9,000"."""
    fold, start = sight.read.fold, sight.figure.span.start
    if sight.figure.noun is not None:
        return False
    teams = words("notions", "team")
    nouns = (hit for hit in _counting(level, sight) if hit.span.of(fold) in teams or hit.span.of(fold) in _ALL_STAFF)
    return any(_OF.fullmatch(fold, hit.span.end, start) for hit in nouns)


def _counting(measure: str, sight: Sight) -> Iterator[Hit]:
    """Yield the words that tell this measure of what is counted, alone or with another."""
    notions = {
        notion for term in terms("count").listed if term.code == measure for sign in term.signs for notion in sign
    }
    return (hit for hit in sight.told if hit.sign.code == measure or (hit.sign.notion and hit.sign.code in notions))


def _stands(verb: Construction, figure: Figure, sight: Sight) -> bool:
    start = figure.span.start
    return verb.search(sight.read.fold, max(0, start - _REACH), start) is not None


def _first(figure: Figure, sight: Sight) -> Figure:
    """Return the first number of the list of counted things that `figure` stands in."""
    for one in reversed(sight.others):
        end = one.noun.end if one.noun else one.span.end
        if (
            one.quantity.unit == "count"
            and end < figure.span.start
            and _LISTED.fullmatch(sight.read.text, end, figure.span.start)
        ):
            figure = one
    return figure


@cache
def _verbs() -> Mapping[str, Construction]:
    counted = (term.code for term in terms("count").listed)
    fields = {code: field for code in counted for field in facts(code).get("ledBy", ())}
    return MappingProxyType({code: Construction(rf"\b{{{field}}}" + _LEADING) for code, field in fields.items()})


@cache
def _changes(fact: str) -> Mapping[str, str]:
    counted = (term.code for term in terms("count").listed)
    return MappingProxyType({level: code for code in counted for level in named_by(code, fact)})
