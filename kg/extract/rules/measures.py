"""What a figure measures: a code of `v:measures`, from the words that stand near it.

Every measure that can have the figure's unit is scored: by its own name near the figure, or by a sign of it, a set of
notions that all stand near. A sign counts as much as its notions weigh together, times the nearness of the farthest. A
number that counts something is measured by what it counts, so one of the words must stand in the counted noun phrase.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.clauses import Breaks, nearness
from kg.extract.rules.notions import Hit, Hits
from kg.lexicon import codes
from kg.lexicon.codes import Concept
from kg.lexicon.wordlists import words as words_of
from kg.model import Span

OTHER = "other"
_LEAST = 0.3
"""Signs that are less near than this say nothing; a measure whose score stays below it is not told."""
_LEAST_MONEY = "10000"
"""Amounts of money below this, in any currency, measure only what says that it may be less (`kg:least`)."""
_INSIDE = 1.1
"""The nearness of a word in the counted noun phrase."""
_MONEY = re.compile(r"[A-Z]{3}")
_POWER = frozenset({"W", "kW", "MW", "GW", "TW"})
_PHRASE = re.compile(r"(?:\s+(?:of|in|for|on|worth of)\b)?((?:\s+[\w&'’.-]*\w){1,6})")
_SHARE_OF_ALL = re.compile(r"\s+of (?:the|its|their) (?:[\w-]+ )?(?:total|overall)\b")
_SHARE_OF_IT = re.compile(
    r"\s+of (?:(?:the|that|this|its|their) (?:total |whole |entire |planned |same )?"
    r"(?:amount|sum|money|budget|spending|total|figure|outlay|investment|expenditure|funds|cash)|it|that|this|which)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for one figure: the measure, how surely, by which rule and on which words."""

    measure: str
    score: float
    rule: str
    span: Span | None = None
    text: str | None = None


def unit_kind(unit: str) -> str:
    """Return what kind of unit a quantity has: money, power, or the unit itself (percent, count, ratio, rank, ...)."""
    if _MONEY.fullmatch(unit):
        return "money"
    return "power" if unit in _POWER else unit


def measure(figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits) -> Reading:
    """Return the measure that the sentence's own words tell, `other` with a noun phrase where they tell none."""
    near = _near(figure, sentence, read, around, signs)
    kind = unit_kind(figure.quantity.unit)
    counted = Span(figure.span.start, figure.noun.end) if kind == "count" and figure.noun else None
    best = Reading(OTHER, 0.0, "unknown-measure", figure.noun, phrase(figure, sentence, read.text))
    for concept in _by_kind().get(kind, ()):
        if kind == "money" and not _in_bounds(concept, figure):
            continue
        score, words = _score(concept, near)
        if counted and not _counts(concept, counted, words, read.fold):
            continue
        if "behind" in concept.facts.get("position", ()) and any(hit.span.start < figure.span.start for hit in words):
            continue
        if score > max(best.score, _LEAST):
            best = Reading(concept.code, score, "words", _cover(words))
    return best


def _in_bounds(concept: Concept, figure: Figure) -> bool:
    """Tell whether the amount is of a size that the measure has: $75 is a price and no company's revenue."""
    least = Decimal(concept.facts.get("least", (_LEAST_MONEY,))[0])
    most = concept.facts.get("most", ())
    return least <= figure.quantity.value and (not most or figure.quantity.value <= Decimal(most[0]))


def _counts(concept: Concept, counted: Span, words: Sequence[Hit], fold: str) -> bool:
    """Tell whether the measure is of what is counted: a word of it stands there, or it may count anything."""
    if any(counted.overlaps(hit.span) for hit in words) or "true" in concept.facts.get("countsAny", ()):
        return True
    return counted.of(fold).rsplit(" ", maxsplit=1)[-1] in words_of("notions", "any-count")


def share_of_it(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of an amount named before ("half of the amount")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_IT.match(text, figure.span.end))


def share_of_all(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of a total that is not named before ("12% of its global total")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_ALL.match(text, figure.span.end))


@cache
def share_measures() -> Mapping[str, str]:
    """Return measure -> the measure of a share of it (first by code)."""
    found: dict[str, str] = {}
    for code, concept in codes.scheme("measures").items():
        for whole in whole_of(concept):
            if code.startswith("share-of-"):
                found.setdefault(whole, code)
    return MappingProxyType(found)


def whole_of(concept: Concept) -> tuple[str, ...]:
    """Return the codes of the measures that this one is a share of."""
    known = _by_iri()
    return tuple(known[iri] for iri in concept.facts.get("whole", ()) if iri in known)


@cache
def ancestors(code: str) -> frozenset[str]:
    """Return the codes of all measures broader than `code`."""
    listed, known = codes.scheme("measures"), _by_iri()
    found: set[str] = set()
    queue = [code]
    while queue:
        concept = listed.get(queue.pop())
        for iri in concept.broader if concept else ():
            if iri in known and known[iri] not in found:
                found.add(known[iri])
                queue.append(known[iri])
    return frozenset(found)


def generic(code: str) -> bool:
    """Tell whether a measure only stands in where the text names no narrower one (`kg:generic`)."""
    return "true" in codes.scheme("measures")[code].facts.get("generic", ())


def phrase(figure: Figure, sentence: Span, text: str) -> str:
    """Return the words that name what is measured: the counted noun, else what stands beside the figure."""
    if figure.noun:
        return figure.noun.of(text)
    found = _PHRASE.match(text, figure.span.end, sentence.end)
    if found:
        return " ".join(found[1].split())
    return " ".join(text[sentence.start : figure.span.start].split()[-6:])


def _near(
    figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits
) -> Mapping[tuple[str, bool], tuple[float, Hit]]:
    """Return (code, is a notion) -> the nearest word of it with its weight times nearness and its nearness."""
    others = read.within(read.figures, sentence)
    found: dict[tuple[str, bool], tuple[float, Hit]] = {}
    for hit in signs.within(sentence):
        inside = figure.noun is not None and figure.noun.overlaps(hit.span)
        close = _INSIDE if inside else nearness(figure.span, hit.span, around, others)
        key = (hit.sign.code, hit.sign.notion)
        worth = close * (1 if hit.sign.notion else hit.sign.weight)
        if close >= _LEAST and (key not in found or worth > found[key][0]):
            found[key] = (worth, hit)
    return found


def _score(concept: Concept, near: Mapping[tuple[str, bool], tuple[float, Hit]]) -> tuple[float, list[Hit]]:
    best, words = 0.0, []
    if named := near.get((concept.code, False)):
        best, words = named[0], [named[1]]
    for sign in _signs_of(concept.code):
        parts = [near.get((notion, True)) for notion in sign]
        present = [part for part in parts if part is not None]
        if len(present) < len(parts):
            continue
        score = sum(hit.sign.weight for _, hit in present) * min(close for close, _ in present)
        if score > best:
            best, words = score, [hit for _, hit in present]
    return best * float(concept.facts.get("weight", ("1",))[0]), words


def _cover(words: Sequence[Hit]) -> Span | None:
    return Span(min(hit.span.start for hit in words), max(hit.span.end for hit in words)) if words else None


@cache
def _signs_of(code: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sign.split()) for sign in codes.scheme("measures")[code].facts.get("sign", ()))


@cache
def _by_kind() -> Mapping[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {}
    for concept in codes.scheme("measures").values():
        for kind in concept.facts.get("unitKind", ()):
            found.setdefault(kind, []).append(concept)
    return MappingProxyType({kind: tuple(concepts) for kind, concepts in sorted(found.items())})


@cache
def _by_iri() -> Mapping[str, str]:
    return MappingProxyType({concept.iri: code for code, concept in codes.scheme("measures").items()})
