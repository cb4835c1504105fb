"""What pieces and contracts are of a trade: those sold by a maker of cars are cars, a cloud's contracts for cloud."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import Told
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, ancestors, facts
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.lexicon.nouns import trades
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity

_NEAR = 1
"""How many sentences back a contract was told of that a sentence goes on about."""
_TO_SUM = Construction(
    r"\sto\s(?:[a-z]+\s){0,2}(?:{#money}|[0-9.,]+\s?{large-scale}\b(?!\s(?:{notions:any-count|notions:vehicle}|[a-z]+s)\b))"
)
_TO_PIECES = Construction(
    r"\sto\s(?:{grammar:focus|bounds:*}\s)*[0-9][0-9.,]*(?:\s{scales:*})?\s(?:[a-z-]+\s)?(?:{notions:vehicle|notions:phone|notions:any-count})\b"
)
"""What makes sales that move ones of pieces, whoever makes them: "sales rose 3 percent to 41 million phones"."""
_TIMES = "times "
_REVENUE, _SALES_GROWTH, _PIECES_GROWTH = "revenue", "revenue-growth", "shipments-growth"
_PIECES, _CONTRACT = "shipments", "contract-value"


def of_the_trade(case: Case, subject: Entity | None, told: Sequence[Told], fold: str) -> Case:
    """Return the case with the measure of what its subject makes, where a number is only told to be one of pieces."""
    figure, reading = case.figure, case.carried.reading
    if reading.measure == _SALES_GROWTH:
        grew = _counts_pieces(figure, reading, fold) or (
            subject is not None
            and not any(one.reading.measure == _REVENUE for one in told)
            and _is_of_a_maker(figure, reading, subject, fold)
        )
        return replace(case, carried=replace(case.carried, reading=_read_as(_PIECES_GROWTH, reading))) if grew else case
    if figure.quantity.unit != "count" or reading.measure not in (OTHER, _PIECES):
        return case
    counted = figure.noun.of(fold) if figure.noun else ""
    if counted.startswith(_TIMES):
        return case  # "123 times its yearly sales" counts no sales
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


def of_the_part(case: Case, subject: Entity | None) -> Case:
    """Return the case with the narrower measure of its subject, a part of a company: the revenue of a cloud unit."""
    reading = case.carried.reading
    nouns = registry().fact(subject, "kindNoun") if subject and reading.measure in _broader() else ()
    for code in _broader().get(reading.measure, ()):
        if not set(nouns).isdisjoint(facts(code)["ofPart"]):
            return replace(case, carried=replace(case.carried, reading=_read_as(code, reading)))
    return case


@cache
def _broader() -> Mapping[str, tuple[str, ...]]:
    """Return measure -> the narrower ones that it is for some parts of companies (`kg:ofPart`)."""
    found: dict[str, tuple[str, ...]] = {}
    for code in codes.scheme("measures"):
        if "ofPart" in facts(code):
            nearest = next(one for one in ancestors(code) if ancestors(code) == {one, *ancestors(one)})
            found[nearest] = (*found.get(nearest, ()), code)
    return found


def _counts_pieces(figure: Figure, reading: Reading, fold: str) -> bool:
    """Tell whether sales are told to have come to so many pieces."""
    told = reading.span.of(fold) if reading.span else ""
    return "sales" in told and _TO_PIECES.match(fold, figure.span.end) is not None


def _is_of_a_maker(figure: Figure, reading: Reading, subject: Entity, fold: str) -> bool:
    """Tell whether sales that grew are ones of pieces: a maker of them is told of, and no money that it takes."""
    told = reading.span.of(fold) if reading.span else ""
    if _TO_SUM.match(fold, figure.span.end):
        return False  # "sales fell 9% to $4bn"
    if "sales" not in told or not any(True for _ in _made_by(subject)):
        return False
    return not any(word in fold for word in words("semantic-fields", "takings"))


def of_the_parties(case: Case, told: Sequence[Told], read: Annotated) -> Case:
    """Return the case with the kind of contract that one of its parties sells, where only that it is one is told."""
    reading = case.carried.reading
    if reading.measure != _CONTRACT:
        return case
    parties = {name.entity for name in read.within(read.names, case.sentence) if name.entity.kind == "Company"}
    sold = {code for party in parties for code in _contracts_of(party)}
    last = told[-1] if told and not sold and case.index - told[-1].sentence <= _NEAR else None
    if last and _CONTRACT in ancestors(last.reading.measure):  # "A second one, with Acme, is worth $3 billion"
        sold = {last.reading.measure}
    if len(sold) != 1:
        return case
    return replace(case, carried=replace(case.carried, reading=_read_as(sold.pop(), reading)))


def _is_of_pieces(one: Told) -> bool:
    return _PIECES in ancestors(one.reading.measure) and "soldBy" in facts(one.reading.measure)


def _read_as(measure: str, reading: Reading) -> Reading:
    return replace(reading, measure=measure, rule="of-the-trade", text=None)


def _made_by(subject: Entity) -> Iterator[str]:
    """Yield the measures of pieces that only makers of the subject's kind sell (`kg:soldBy`)."""
    nouns = registry().fact(subject, "kindNoun")
    kinds = trades(nouns)
    return (code for code in codes.scheme("measures") if not kinds.isdisjoint(facts(code).get("soldBy", ())))


def _contracts_of(party: Entity) -> Iterator[str]:
    """Yield the measures of contracts that those of the party's kind sign (`kg:contractOf`), none of who makes much."""
    known, nouns = concept_of("nouns"), registry().fact(party, "kindNoun")
    made = {thing for noun in nouns if noun in known for thing in known[noun].facts.get("produces", ())}
    for code in codes.scheme("measures"):
        kinds = facts(code).get("contractOf", ())
        if not set(nouns).isdisjoint(kinds) and len(made) <= 1:
            yield code
