"""Over what stretch of the world a figure counts: a place, or a scope such as overseas or global."""

import re
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.lexicon.names import registry
from kg.model import Entity, Span

_DOMESTIC = Entity("domestic", "Scope")
_LEAST = 0.55
"""A place that is less near than this belongs to something else in the sentence."""
_INTO = re.compile(r"\b(?:in|within|across|inside|throughout|from|of)\s+(?:mainland\s+)?(?:the\s+)?\Z")
_OPENS = re.compile(r"(?:In|Inside|Within|Across)\s(?:mainland\s)?(?:the\s)?")
_OUTSIDE = re.compile(r"\b(?:outside|beyond)\s+(?:of\s+)?(?:mainland\s+)?(?:the\s+)?\Z")
_ORIGIN = Construction(r"['’]s\b|[-\s]{tying-to-place}\b")


def scope(
    figure: Figure, sentence: Span, read: Annotated, around: Breaks, who: Entity | None
) -> tuple[Entity, Span] | None:
    """Return the scope that stands nearest to `figure` with the words that name it, None where the clause names none.

    A place counts behind "in" and the like, or as the adjective of what is counted ("170 million Indian users").
    """
    others = read.within(read.figures, sentence)
    found: list[tuple[float, Span, Entity]] = []
    for span, wide in _worded(read.fold, sentence):
        found.append((nearness(figure.span, span, around, others) + 0.05, span, wide))
    found += [
        (_near(figure, name.span, sentence, read, around), name.span, name.entity)
        for name in read.within(read.names, sentence)
        if name.entity.kind == "Place" and _placed(figure, name.span, sentence, read.text)
    ]
    near = [item for item in found if item[0] >= _LEAST]
    if not near:
        return None
    best = min(near, key=lambda item: (-item[0], item[1]))
    home = _at_home(who) if best[2] == _DOMESTIC else None
    return home or best[2], best[1]


def _near(figure: Figure, place: Span, sentence: Span, read: Annotated, around: Breaks) -> float:
    """Return how near a place is; one that opens the sentence ("In China, ...") holds for all of it."""
    opens = _OPENS.fullmatch(read.text, sentence.start, place.start) and read.text.startswith(",", place.end)
    near = nearness(figure.span, place, around, read.within(read.figures, sentence))
    return max(near, _LEAST) if opens else near


def _at_home(who: Entity | None) -> Entity | None:
    """Return the country that `who` is at home in, as far as the registry tells."""
    known = registry()
    seats = known.related(who, "basedIn")
    return next((place for place in seats if any(place in known.related(seat, "within") for seat in seats)), None)


def _placed(figure: Figure, span: Span, sentence: Span, text: str) -> bool:
    before = text[sentence.start : span.start]
    if _OUTSIDE.search(before) or _ORIGIN.match(text, span.end):
        return False
    counted = figure.noun is not None and figure.noun.covers(span)
    return counted or bool(_INTO.search(before))


@latest
def _worded(fold: str, sentence: Span) -> tuple[tuple[Span, Entity], ...]:
    """Return the words for scopes in a sentence; kept, since each of its figures asks for them."""
    hits, start = _matcher().hits(sentence.of(fold)), sentence.start
    return tuple((Span(low + start, high + start), Entity(code, "Scope")) for low, high, code in hits)


@cache
def _matcher() -> Matcher[str]:
    return Matcher({word: concept.code for concept in codes.scheme("scopes").values() for word in concept.words})
