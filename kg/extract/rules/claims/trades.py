"""What a maker's pieces are: a number sold or delivered by a maker of cars is one of cars."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import Told
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, ancestors, facts
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity

_PIECES = "shipments"


def of_the_trade(case: Case, subject: Entity | None, told: Sequence[Told], fold: str) -> Case:
    """Return the case with the measure of what its subject makes, where a number is only told to be one of pieces."""
    figure, reading = case.figure, case.carried.reading
    if figure.quantity.unit != "count" or reading.measure not in (OTHER, _PIECES):
        return case
    counted = figure.noun.of(fold) if figure.noun else ""
    last = counted.rsplit(" ", maxsplit=1)[-1]
    sold = last in words("semantic-fields", "sold-pieces")
    if reading.measure == OTHER and not sold:
        return case
    vague = sold or not counted or counted in words("notions", "any-count")
    before = next(
        (one.reading.measure for one in reversed(told) if one.subject == subject and _is_of_pieces(one)), None
    )
    made = next((code for code in _made_by(subject) if vague), _PIECES) if subject else _PIECES
    made = before if before and vague and made == _PIECES else made
    if made == reading.measure:
        return case
    return replace(case, carried=replace(case.carried, reading=_read_as(made, reading)))


def _is_of_pieces(one: Told) -> bool:
    return _PIECES in ancestors(one.reading.measure) and "soldBy" in facts(one.reading.measure)


def _read_as(measure: str, reading: Reading) -> Reading:
    return replace(reading, measure=measure, rule="of-the-trade", text=None)


def _made_by(subject: Entity) -> Iterator[str]:
    """Yield the measures of pieces that only makers of the subject's kind sell (`kg:soldBy`)."""
    nouns = registry().fact(subject, "kindNoun")
    kinds = {concept_of("nouns")[noun].code for noun in nouns if noun in concept_of("nouns")}
    return (code for code in codes.scheme("measures") if not kinds.isdisjoint(facts(code).get("soldBy", ())))
