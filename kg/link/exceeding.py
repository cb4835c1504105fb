"""Which figures lie above which others that answer the same question: what a contradiction of figures comes down to.

It is kept, so that asking what contradicts what reads pairs instead of comparing all with all. Of each claim in such a
pair is kept as well which passage states it first, in which outlet, and how many reports do. How far an open side
("more than", "up to") reaches is left to whoever asks: here it ends at its stated end, the nearest that it can be.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, permutations

from pyoxigraph import NamedNode, Quad

from kg.link.dates import LATE
from kg.link.propagation import Look, Stage
from kg.link.records import Record
from kg.link.said import Entry, Said, tight
from kg.rdf.iris import Iris
from kg.rdf.reading import Known, Rows, every, first
from kg.rdf.standing import left_open, replaced
from kg.rdf.terms import integer, kg, schema

Extent = tuple[str, str | None, str | None]
"""A unit, and the lowest and highest value in it; an open side is None."""
Place = tuple[str, bool, bool, int, str, str]
"""Where a claim stands, to be sorted by: date, whether a report is cited, whether nobody is, position, mention; outlet.

The outlet decides nothing, as no two places have one mention; "" where it is not known.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure claim as one document states it: the question it answers, how much, and about which objects.

    `apart` are claims that it is part of, or that are part of it; `first` is where the document states it first, None
    where it only negates it. `mode` and `period` are the codes of those that the question has.
    """

    question: str
    claim: str
    extents: tuple[Extent, ...]
    objects: tuple[str, ...]
    apart: tuple[str, ...]
    first: Place | None
    mode: str
    period: str


class Exceeding(Stage):
    """The figures of one question of which one lies above another, and who states them. Its nodes are questions."""

    name = "exceeding"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).derived)

    def say(self, name: str, look: Look) -> Said | None:
        """Compare all that answers a question."""
        found = look.under(self.name, name)
        if not found:
            return None

        def report(document: str) -> str:
            return next(iter(look.items("carried", document)), document)

        told = [(_from_json(name, one.item, one.value), one.item.partition(" ")[2]) for one in found]
        return Said((), tuple(map(str, exceeding(told, report, self._graph))))


def exceeding(told: Iterable[tuple[Answer, str]], report: Callable[[str], str], graph: NamedNode) -> tuple[Quad, ...]:
    """Return which claims of one question lie above which others, and of each of them who states it; sorted.

    Answers come with their documents; `report` gives the report that a document carries. Two claims of which both stand
    in one and the same report alone are not compared, nor are a part and its whole, nor claims about different objects.
    Where two closed amounts overlap in one unit, neither lies above the other, whatever other units say. A plan is not
    compared with one first told weeks later, nor a running total with that of another day.
    """
    claims: dict[str, Answer] = {}
    places: dict[str, dict[str, Place]] = {}
    apart: set[tuple[str, str]] = set()
    for answer, document in told:
        claims[answer.claim] = answer
        apart.update((answer.claim, other) for other in answer.apart)
        if answer.first is not None:
            places.setdefault(answer.claim, {})[document] = answer.first
    extents = {claim: _extents(claims[claim]) for claim in sorted(places)}
    above = [
        (one, other)
        for one, other in permutations(extents, 2)
        if _above(extents[one], extents[other])
        and not {(one, other), (other, one)} & apart
        and _comparable(claims[one].objects, claims[other].objects)
        and not _replaced(claims[one], min(places[one].values()), min(places[other].values()))
    ]
    found = [pair for pair in above if not _of_one_report({*places[pair[0]], *places[pair[1]]}, report)]
    pairs = (Quad(NamedNode(one), kg("exceeds"), NamedNode(other), graph) for one, other in found)
    stated = (
        quad for claim in sorted({*chain(*found)}) for quad in _stated(NamedNode(claim), places[claim], report, graph)
    )
    return (*pairs, *stated)


def _stated(
    claim: NamedNode, places: Mapping[str, Place], report: Callable[[str], str], graph: NamedNode
) -> Iterator[Quad]:
    """Yield a claim's earliest passage, of one day one with a source of its own; its outlet; in how many reports."""
    *_, mention, outlet = min(places.values())
    yield Quad(claim, kg("firstMention"), NamedNode(mention), graph)
    if outlet:
        yield Quad(claim, kg("firstOutlet"), NamedNode(outlet), graph)
    yield Quad(claim, kg("reports"), integer(len({report(document) for document in places})), graph)


def answers(table: Rows, known: Record) -> Iterator[Answer]:
    """Yield what a document's graph, as a table of its nodes and as its record, answers: each claim once, sorted."""
    mentions = {node: claim for node, found in table.items() for claim in found.get(kg("states"), ())}
    apart: dict[str, set[str]] = {}
    for node, claim in mentions.items():
        for whole in {mentions[whole] for whole in table[node].get(kg("partOf"), ()) if whole in mentions}:
            apart.setdefault(claim, set()).add(whole)
            apart.setdefault(whole, set()).add(claim)
    date, outlet = known.article.date or LATE, known.article.outlet or ""
    places: dict[str, list[Place]] = {}
    for figure in known.figures:
        place = (date, bool(figure.cited), not figure.chain, figure.start, figure.mention, outlet)
        places.setdefault(mentions[figure.mention], []).append(place)
    for claim in sorted(set(mentions.values())):
        question, extents = _question(table.get(claim, {})), _measured(table.get(claim, {}), table)
        if question is not None and extents:
            objects = every(table[claim], kg("object"))
            first = min(places.get(claim, ()), default=None)
            mode, period = (min(table[claim][kg(name)]) for name in ("mode", "period"))
            code = min(table.get(period, {}).get(kg("code"), ()), default="")
            around = tuple(sorted(apart.get(claim, ())))
            yield Answer(question, claim, extents, objects, around, first, mode.rpartition("/")[2], code)


def entries(told: Iterable[Answer], document: str) -> Iterator[Entry]:
    """Yield what a document says of what its figures answer."""
    for one in told:
        key = (Exceeding.name, one.question)
        yield Entry(key, f"{one.claim} {document}", value=_to_json(one), wakes=key)


def _question(claim: Known) -> str | None:
    """Return what a claim answers: whom it is about, what it measures of it, when and in which mode; None if open."""
    names = ("subject", "measure", "mode", "period", "scope", "ofWhole", "comparedWith", "measureText")
    subject, measure, mode, period, *rest = (first(claim, kg(name)) for name in names)
    scope, whole, _, text = rest
    if None in (subject, mode, period) or measure is None or left_open(measure, text, scope, whole):
        return None
    return tight([subject, measure, mode, period, *rest])


def _measured(claim: Known, table: Rows) -> tuple[Extent, ...]:
    found: set[Extent] = set()
    for quantity in (table.get(node, {}) for node in claim.get(kg("quantity"), ())):
        low, high = (first(quantity, schema(end)) for end in ("minValue", "maxValue"))
        units = (unit for name in ("currency", "unitText") for unit in quantity.get(schema(name), ()))
        found.update((unit, low, high) for unit in units)
    return tuple(sorted(found, key=str))


def _extents(answer: Answer) -> list[tuple[str, Decimal, Decimal, bool]]:
    """Return each unit with both ends, an open one where the other is, and whether both are stated."""
    ends = [(unit, low or high, high or low, None not in (low, high)) for unit, low, high in answer.extents]
    return [(unit, Decimal(low), Decimal(high), closed) for unit, low, high, closed in ends if low and high]


def _above(one: list[tuple[str, Decimal, Decimal, bool]], other: list[tuple[str, Decimal, Decimal, bool]]) -> bool:
    above = False
    for unit, low, high, closed in one:
        for its_unit, its_low, its_high, its_closed in other:
            if unit != its_unit:
                continue
            if closed and its_closed and low <= its_high and its_low <= high:
                return False
            above = above or low > its_high
    return above


def _comparable(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def _replaced(answer: Answer, one: Place, other: Place) -> bool:
    """Tell whether two answers to one question were first told so far apart that each may hold."""
    first, second = (None if place[0] == LATE else place[0] for place in (one, other))
    return replaced(answer.mode, answer.period, first, second)


def _of_one_report(documents: Collection[str], report: Callable[[str], str]) -> bool:
    """Tell whether documents carry one report, asking of no more of them than it takes to see that they do not."""
    first, *rest = sorted(documents)
    carried = report(first)
    return all(report(document) == carried for document in rest)


def _to_json(one: Answer) -> str:
    return tight([one.extents, one.objects, one.apart, one.first, one.mode, one.period])


def _from_json(question: str, item: str, value: str) -> Answer:
    extents, objects, apart, first, mode, period = json.loads(value)
    return Answer(
        question,
        item.partition(" ")[0],
        tuple((unit, low, high) for unit, low, high in extents),
        tuple(objects),
        tuple(apart),
        tuple(first) if first else None,
        mode,
        period,
    )
