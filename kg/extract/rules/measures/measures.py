"""What a figure measures: a code of `v:measures`, from the words that stand near it.

Every measure that can have the figure's unit is scored: by its own name near the figure, or by a sign of it, a set of
notions that all stand near. A sign counts as much as its notions weigh together, times the nearness of the farthest. A
number that counts something is measured by what it counts, so one of the words must stand in the counted noun phrase.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.frames import ANY, frame
from kg.extract.rules.measures.notions import Hit, Hits, things
from kg.extract.rules.measures.terms import OTHER, Term, terms
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words
from kg.model import Span

_LEAST = 0.3
"""Signs that are less near than this say nothing; a measure whose score stays below it is not told."""
_HEAD = 1.8
"""How much more the noun tells that the amount itself modifies."""
_MODIFIER = 0.95
"""How much a word tells that only modifies the noun behind it, of what the noun tells."""
_BEHIND = re.compile(r"[ -]([a-z][a-z-]+)")
_VALUE = "value"
_GOVERNS = 1.6
"""How much more a noun tells that "of", for values "at", ties to the amount ("a yield of only 50%")."""
_OF_AMOUNT = re.compile(r"s?\s(?:(?:rate|ratio|level)\s)?of\s(?:[a-z]+\s){0,2}")
_AT_AMOUNT = re.compile(r"\s(?:(?:[\w’'.-]+\s){0,6}at\s)?(?:[a-z]+\s){0,3}")
_ARTICLE = re.compile(r"(?:\b(?:an?|the|its|their|this|that|another)|['’]s)\s(?:[a-z]+\s)?\Z")
_ARTICLE_REACH = 24
_DURATION = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?|minutes?)\Z")
_INSIDE = 1.1
"""The nearness of a word in the counted noun phrase."""
RANK = "rank"
"""The unit, and the measure, of a place in an order that no words tell more of."""
_MONEY = re.compile(r"[A-Z]{3}")
_POWER = frozenset({"W", "kW", "MW", "GW", "TW"})
_PART = re.compile(r"\sof\s(?:its|their|the|these|those)(?:\s[\w-]+){1,4}")
"""What is counted a part of: "600 of its flagship chips"."""
_PHRASE = re.compile(r"(?:\s+(?:of|in|for|on|worth of)\b)?((?:\s+[\w&'’.-]*\w){1,6})")
_SHARE_OF_ALL = re.compile(r"\s+of (?:the|its|their) (?:[\w-]+ )?(?:total|overall)\b")
_SHARE_OF_IT = re.compile(
    r"\s+(?:of\s+)?(?:the|that|this|its|their) (?:total |whole |entire |planned |same )?"
    r"(?:amount|sum|money|budget|spending|total|figure|outlay|investment|expenditure|funds|cash)\b"
    r"|\s+of (?:it|that|this|which)\b(?!\s+(?!would|will|could|should|went|goes|comes|came)[a-z]{4,})"
)
_Near: TypeAlias = Mapping[tuple[str, bool], tuple[float, Hit]]
"""(code, is a notion) -> the nearest word of it: how near (for a measure's name times its weight), and where."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for one figure: the measure, how surely, by which rule and on which words.

    `frame` is what the words beside a percentage ask for.
    """

    measure: str
    score: float
    rule: str
    span: Span | None = None
    text: str | None = None
    frame: str | None = None


@cache
def unit_kind(unit: str) -> str:
    """Return what kind of unit a quantity has: money, power, or the unit itself (percent, count, ratio, rank, ...)."""
    if _MONEY.fullmatch(unit):
        return "money"
    return "power" if unit in _POWER else unit


def measure(figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits) -> Reading:
    """Return the measure that the sentence's own words tell, `other` with a noun phrase where they tell none.

    Words inside the mention of a source ("people familiar with the deal") tell nothing.
    """
    near = _near(figure, sentence, read, around, signs)
    kind = unit_kind(figure.quantity.unit)
    known = terms(kind)
    told = known.told((code for code, notion in near if not notion), (code for code, notion in near if notion))
    asked = frame(figure, sentence, read.text, signs)
    best = Reading(OTHER, 0.0, "unknown-measure", figure.noun, phrase(figure, sentence, read.text), asked)
    for term in told:
        if asked and term.frame not in (asked, ANY):
            continue
        if kind == "money" and not _in_bounds(term, figure):
            continue
        score, hits = _score(term, near)
        score *= _tie(hits, figure, read.text)
        if score > max(best.score, _LEAST) and _may_measure(term, figure, hits, read.fold):
            best = Reading(term.code, score, "words", _cover(hits), frame=asked)
    if best.measure == OTHER and kind == RANK:
        return Reading(RANK, 0.0, "unit", figure.span)
    return best


def share_of_it(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of an amount named before ("half of the amount")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_IT.match(text, figure.span.end))


def share_of_all(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of a total that is not named before ("12% of its global total")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_ALL.match(text, figure.span.end))


def phrase(figure: Figure, sentence: Span, text: str) -> str:
    """Return the words that name what is measured: the counted noun, else what stands beside the figure."""
    if figure.noun:
        return figure.noun.of(text)
    found = _PHRASE.match(text, figure.span.end, sentence.end)
    if found:
        return " ".join(found[1].split())
    return " ".join(text[sentence.start : figure.span.start].split()[-6:])


def _near(figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits) -> _Near:
    others = read.within(read.figures, sentence)
    sources = _sources(figure, read)
    aside = asides(sentence, figure.span, read.text)
    found: dict[tuple[str, bool], tuple[float, Hit]] = {}
    told = signs.within(sentence)
    for hit in told:
        if sources and any(source.covers(hit.span) for source in sources):
            continue
        inside = figure.noun is not None and figure.noun.overlaps(hit.span)
        close = _INSIDE if inside else _past(aside, figure, hit, around, others)
        if close < _LEAST:
            continue
        sign = hit.sign
        key = (sign.code, sign.notion)
        worth = close * (1 if sign.notion else sign.weight)
        if key not in found or worth > found[key][0]:
            found[key] = (worth, hit)
    if unit_kind(figure.quantity.unit) != "money":
        return found
    return _with_their_nouns(found, {hit.span.start: hit for hit in told if hit.sign.notion}, read.text)


def _with_their_nouns(found: dict[tuple[str, bool], tuple[float, Hit]], starts: Mapping[int, Hit], text: str) -> _Near:
    """Return the words that tell something, a word that modifies others ("H200 AI chips") no nearer than their noun.

    A thing that modifies a noun which is no notion ("a chip start-up", "a chip design unit") tells nothing; `starts`
    are those of all notions.
    """
    nouns = {hit.sign.code: worth for (_, notion), (worth, hit) in found.items() if notion}
    near: dict[tuple[str, bool], tuple[float, Hit]] = {}
    for key, (worth, hit) in found.items():
        joined = key[1] and text[hit.span.end : hit.span.end + 1] in (" ", "-")
        last = _last_noun(hit, starts) if joined else hit
        noun = nouns.get(last.sign.code, 0.0) if last.sign.code != key[0] else 0.0
        if noun:
            near[key] = (min(worth, noun * _MODIFIER), hit)
        elif not (joined and last == hit and key[0] in things() and _modifies(hit.span, text)):
            near[key] = (worth, hit)
    return near


def _last_noun(hit: Hit, starts: Mapping[int, Hit]) -> Hit:
    """Return the last of the notions that stand right behind one another from `hit` on."""
    last = hit
    while (behind := starts.get(last.span.end + 1)) is not None:
        last = behind
    return last


def _modifies(thing: Span, text: str) -> bool:
    """Tell whether a thing in the singular stands before the noun it only modifies: "a chip start-up"."""
    behind = _BEHIND.match(text, thing.end)
    return behind is not None and not text.startswith("s", thing.end - 1) and not grammar().function(behind[1])


def _past(aside: Sequence[Span], figure: Figure, hit: Hit, around: Breaks, others: Sequence[Figure]) -> float:
    """Return how near a word is to the figure, asides between them left out; a word in an aside is not near at all."""
    if not aside:
        return nearness(figure.span, hit.span, around, others)
    if any(one.covers(hit.span) for one in aside):
        return 0.0
    first = next((one for one in aside if one.start >= hit.span.end), None)
    if first is None:
        return nearness(figure.span, hit.span, around, others)
    opening, closing = Span(first.start, first.start), Span(aside[-1].end, aside[-1].end)
    return nearness(opening, hit.span, around, ()) * nearness(figure.span, closing, around, ())


def _sources(figure: Figure, read: Annotated) -> tuple[Span, ...]:
    index = read.index_at(figure.span.start)
    acts = read.acts_at(index) if index is not None else ()
    telling = (act for act in acts if act.cue.of(read.fold) not in words("notions", "own-results"))
    return tuple(act.source for act in telling if act.source and not act.source.overlaps(figure.span))


def _tie(hits: Sequence[Hit], figure: Figure, text: str) -> float:
    """Return how much more words tell that are tied to the amount: its head noun, or "a loss of $2"."""
    if any(_is_head(hit, figure, text) for hit in hits):
        return _HEAD
    if len(hits) != 1:
        return 1
    tie = _AT_AMOUNT if hits[0].sign.code == _VALUE else _OF_AMOUNT
    return _GOVERNS if tie.fullmatch(text, hits[0].span.end, figure.span.start) else 1


def _is_head(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether the word is the noun that an amount with an article modifies ("a $300bn contract")."""
    start = figure.span.start
    if text[figure.span.end : hit.span.start] not in (" ", "-", " a year ", " worth of "):
        return False
    return _ARTICLE.search(text, max(0, start - _ARTICLE_REACH), start) is not None


def _score(term: Term, near: _Near) -> tuple[float, Sequence[Hit]]:
    best: float = 0.0
    hits: Sequence[Hit] = ()
    if named := near.get((term.code, False)):
        best, hits = named[0], (named[1],)
    for sign in term.signs:
        parts = [part for notion in sign if (part := near.get((notion, True)))]
        if len(parts) < len(sign):
            continue
        score = sum(hit.sign.weight for _, hit in parts) * min(close for close, _ in parts)
        if score > best:
            best, hits = score, [hit for _, hit in parts]
    return best * term.weight, hits


def _in_bounds(term: Term, figure: Figure) -> bool:
    """Tell whether the amount is of a size that the measure has: $75 is a price and no company's revenue."""
    return term.least <= figure.quantity.value and (term.most is None or figure.quantity.value <= term.most)


def _may_measure(term: Term, figure: Figure, hits: Sequence[Hit], fold: str) -> bool:
    """Tell whether the words stand where the measure wants them: behind the figure, or in what is counted."""
    if term.behind and any(hit.span.start < figure.span.start for hit in hits):
        return False
    if figure.quantity.unit != "count":
        return True
    if figure.noun is None:
        lasting = _DURATION.search(fold, figure.span.start, figure.span.end)
        return lasting is None or any(hit.span.overlaps(figure.span) for hit in hits)
    part = _PART.match(fold, figure.span.end)
    counted = Span(figure.span.start, max(figure.noun.end, part.end() if part else 0))
    if term.counts_any or any(counted.overlaps(hit.span) for hit in hits):
        return True
    return figure.noun.of(fold).rsplit(" ", maxsplit=1)[-1] in words("notions", "any-count")


def _cover(hits: Sequence[Hit]) -> Span | None:
    return Span(min(hit.span.start for hit in hits), max(hit.span.end for hit in hits)) if hits else None
