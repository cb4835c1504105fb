"""Over what stretch of the world a figure counts: a place, or a scope such as overseas or global."""

import re
from collections.abc import Iterator
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
_RESULT = Construction(r"\s(?:[a-z-]+\s)?{result-of-part}\b")
"""What a place stands before that is of there: "European registrations", "China revenue"."""
_SEAT = Construction(r"\b{seated}\s(?:in|within|from)\s(?:mainland\s)?(?:the\s)?(?:[A-Z][\w.-]*,\s)?\Z")
"""Before the place where somebody has a seat, which is not where the figure counts: "Acme, based in Dublin, sold"."""
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
    if _OUTSIDE.search(before) or _SEAT.search(before) or _ORIGIN.match(text, span.end):
        return False
    counted = figure.noun is not None and figure.noun.covers(span)
    return counted or bool(_INTO.search(before)) or _RESULT.match(text, span.end) is not None


@latest
def _worded(fold: str, sentence: Span) -> tuple[tuple[Span, Entity], ...]:
    """Return the words for scopes in a sentence; kept, since each of its figures asks for them."""
    hits, start = _matcher().hits(sentence.of(fold)), sentence.start
    found = ((Span(low + start, high + start), where) for low, high, where in hits)
    return tuple(one for one in found if one[1].kind == "Scope" or _RESULT.match(fold, one[0].end, sentence.end))


def _of_the_world() -> Iterator[codes.Concept]:
    """Yield the scopes that are stretches of the world, no parts of a firm."""
    listed = codes.scheme("scopes")
    parts = {listed[code].iri for code in listed if listed[code].broader}
    above = {iri for code in listed for iri in listed[code].broader}
    yield from (concept for concept in listed.values() if concept.iri not in parts | above)  # "together" has no words


@cache
def _matcher() -> Matcher[Entity]:
    """Return the words for stretches of the world, and the adjectives of places."""
    known = registry()
    of_places = {
        adjective: entity
        for slug, entity in sorted(known.entities.items())
        if entity.kind == "Place"
        for adjective in known.facts[slug].get("demonym", ())
    }
    scopes = {word: Entity(concept.code, "Scope") for concept in _of_the_world() for word in concept.words}
    return Matcher(of_places | scopes)
