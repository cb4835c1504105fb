"""Which earlier mention a mention passes on, and whom it has its figure from by itself.

A mention that cites an outlet restates the mention of that outlet's report with the same or nearly the same figure
about the same subject, whatever else drifted. Where the report it credits is in the corpus and holds no such figure
while another report does, it restates that one: the credit is wrong, the origin is not. A mention without any source,
in a document that cites reports, restates what these say of the same measure; one that only tells a figure to be denied
or unanswered restates the report that has it as its own. What names people or companies of its own is new. A copy
restates its original. Of the passages in which one document prints one figure, others restate the fullest, and so do
those that repeat it without a source of their own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode, Quad

from kg.lexicon import codes
from kg.link.amounts import buckets, shared
from kg.link.citations import same_as
from kg.link.dates import BACK, LATE, not_after
from kg.link.fullest import fullest
from kg.link.index import Index
from kg.link.origins import stated
from kg.link.propagation import Look, Stage, by_date
from kg.link.records import Figure, Record
from kg.link.reports import known_report
from kg.link.said import LAST, Said
from kg.rdf.concepts import concept, is_currency
from kg.rdf.iris import Iris
from kg.rdf.standing import days_apart
from kg.rdf.terms import kg

_FIGURE = {"same": 6, "overlapping": 4, "near": 3}
_LATEST = 50
"""Of the figures in one bucket only the latest before the article are compared, so that work grows with the corpus."""
_FACTOR = 2
"""How far off, as a factor, a figure of the same measure, scope and period may be that a relay got wrong."""
_TELLING = 2
_MEASURE, _SAME_FIELD, _CREDITED = 3, 1, 2
Fits = Callable[[Figure, Figure], bool]
"""Tells whether a figure of a relay can be one of the report it credits."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of an original, with its report, its document's date and whether that document cites anybody."""

    figure: Figure
    report: str
    date: str | None
    citing: bool


@dataclass(frozen=True, slots=True)
class Around:
    """A document whose figures are asked for: its date and report, whether it is a copy, and what it cites.

    `outlets`: cited report -> outlet; `same`: cited report -> report of the corpus.
    """

    date: str | None
    report: str
    copied: bool
    outlets: Mapping[str, str]
    same: Mapping[str, str]


class Restated(Stage):
    """Which mentions the mentions of each document restate, and where their chains end. Its nodes are documents."""

    name = "restated"

    def __init__(self, index: Index) -> None:
        self._index = index
        self._graph = NamedNode(Iris(index.base).links)

    def turn(self, name: str, index: Index) -> Iterable[tuple[str, str]]:
        """Have documents asked by date, so that what one looks at the next finds in memory."""
        yield by_date(name, index)

    def say(self, name: str, look: Look) -> Said | None:
        """Find what each figure passes on."""
        carried, known = look.one("carried", name), look.record(name)
        if carried is None or known is None:
            return None
        same = {cited: report for cited in known.cited if (report := same_as(cited, look)) is not None}
        outlets = {cited.report: cited.outlet for cited in known.reports}
        here = {cited: report for cited, report in same.items() if known_report(report, look) is not None}
        around = Around(known.article.date, carried.item, carried.value == "copy", outlets, here)
        search = _Search(around, look, self._index)
        full = fullest(known.figures)
        found = {figure.mention: search.source(figure) for figure in known.figures}
        sources = {
            figure.mention: search.head(target)
            for figure in known.figures
            if (target := found[figure.mention]) is not None and not _outdone(figure, target, known.figures, found)
        }
        pairs = ((figure.mention, _passed_on(figure, full[figure.mention], sources)) for figure in known.figures)
        restated = (
            Quad(NamedNode(mention), kg("restates"), NamedNode(source), self._graph)
            for mention, source in pairs
            if source is not None
        )
        ends = (quad for figure in known.figures for quad in stated(figure, carried.item, same, self._graph))
        return Said((), tuple(sorted(map(str, (*restated, *ends)))))


class _Search:
    """Where to look for what the figures of one document come from."""

    def __init__(self, around: Around, look: Look, index: Index) -> None:
        self._around = around
        self._look = look
        self._index = index
        self._told: dict[str, tuple[Candidate, ...]] = {}

    def head(self, target: Candidate) -> str:
        """Return the fullest passage of a figure's document with that figure."""
        known = self._look.record(target.figure.document)
        return target.figure.mention if known is None else fullest(known.figures)[target.figure.mention].mention

    def source(self, figure: Figure) -> Candidate | None:
        """Return what a figure comes from."""
        if not figure.amounts:
            return None
        for cited in figure.cited:
            if (best := self._by_credit(figure, cited)) is not None:
                return best
        if (original := self._copied(figure)) is not None:
            return original
        if figure.cited or (figure.chain and not figure.answered):
            return None
        pool = (one for report in sorted(set(self._around.same.values())) for one in self._told_by(report))
        found = self._best(figure, (one for one in pool if _silently(figure, one.figure)), None)
        return found or (self._stated(figure) if figure.answered else None)

    def _by_credit(self, figure: Figure, cited: str) -> Candidate | None:
        credited = self._around.same.get(cited)
        told = self._told_by(credited) if credited else ()
        best = self._best(figure, [*told, *self._pool(figure, self._around.outlets.get(cited, "?"))], credited)
        if best is not None or credited is None:
            return best
        if (converted := self._only(figure, told, _converted)) is not None:
            return converted
        elsewhere = (one for one in self._owned(figure) if one.figure.measure == figure.measure)
        return self._best(figure, elsewhere, None) or self._only(figure, told, _misprint)

    def _stated(self, figure: Figure) -> Candidate | None:
        """Return where a figure was stated that a passage without any source only tells to be denied or unanswered."""
        return self._best(figure, (one for one in self._owned(figure) if _silently(figure, one.figure)), None)

    def _owned(self, figure: Figure) -> Iterator[Candidate]:
        """Yield the figures near this one that recent reports have as their own."""
        return (one for one in self._pool(figure, "") if _own(one) and self._recent(one))

    def _told_by(self, report: str) -> tuple[Candidate, ...]:
        """Return the figures of a report's original."""
        if report not in self._told:
            listed = known_report(report, self._look)
            known = self._look.record(listed.documents[0]) if listed else None
            self._told[report] = _candidates(report, known) if known else ()
        return self._told[report]

    def _pool(self, figure: Figure, outlet: str) -> Iterator[Candidate]:
        """Yield the figures of an outlet ("" for all) about the same subject in the buckets around this one's."""
        until = (self._around.date or LATE) + LAST
        for unit, place in sorted({(amount.unit, near) for amount in figure.amounts for near in buckets(amount)}):
            for found in self._look.latest(("figure of", outlet, figure.subject, unit, str(place)), until, _LATEST):
                report, citing, _ = json.loads(found.value)
                known = self._index.record(found.item.partition("/mention/")[0])
                listed = known.figures if known else ()
                other = next((one for one in listed if one.mention == found.item), None)
                if other is not None:
                    yield Candidate(other, report, None if found.at == LATE else found.at, bool(citing))

    def _best(self, figure: Figure, pool: Iterable[Candidate], credited: str | None) -> Candidate | None:
        ranked = []
        for one in {candidate.figure.mention: candidate for candidate in pool}.values():
            other = one.figure
            agreement = shared(figure.amounts, other.amounts)
            if agreement and self._possible(figure, one) and _plausible(figure, other, agreement):
                score = _score(figure, other, agreement) + (_CREDITED if one.report == credited else 0)
                units = {amount.unit for amount in figure.amounts} & {amount.unit for amount in other.amounts}
                rank = (-score, -len(units), not other.chain, one.date or LATE, other.start, other.mention)
                ranked.append((rank, one))
        return min(ranked, key=lambda row: row[0])[1] if ranked else None

    def _possible(self, figure: Figure, one: Candidate) -> bool:
        """Tell whether the other mention stands in another report that is no later, and is about the same subject."""
        if one.report == self._around.report or figure.subject != one.figure.subject:
            return False
        return not_after(one.date, self._around.date)

    def _recent(self, one: Candidate) -> bool:
        """Tell whether the other figure's document is recent enough to be what a relay has in mind."""
        days = days_apart(one.date, self._around.date)
        return days is None or days <= BACK

    def _copied(self, figure: Figure) -> Candidate | None:
        """Return the passage of the original that one of a copy repeats: the same words, else the same amounts."""
        ranked = [
            ((_mark(other) != _mark(figure), -_score(figure, other, agreement), other.start, other.mention), one)
            for one in (self._told_by(self._around.report) if self._around.copied else ())
            if (other := one.figure).subject == figure.subject
            and (agreement := shared(figure.amounts, other.amounts))
            and _plausible(figure, other, agreement)
        ]
        return min(ranked, key=lambda row: row[0])[1] if ranked else None

    def _only(self, figure: Figure, pool: Iterable[Candidate], can_be: Fits) -> Candidate | None:
        """Return where the credited report tells the one figure that this can be a conversion or a misprint of."""
        fitting = [one for one in pool if self._possible(figure, one) and can_be(figure, one.figure)]
        return fitting[0] if len({one.figure.amounts[0] for one in fitting}) == 1 else None


def _candidates(report: str, known: Record) -> tuple[Candidate, ...]:
    citing = bool(known.cited)
    return tuple(Candidate(figure, report, known.article.date, citing) for figure in known.figures)


def _outdone(
    figure: Figure, target: Candidate, figures: Iterable[Figure], found: Mapping[str, Candidate | None]
) -> bool:
    """Tell whether another figure of the document is the one it would have from there, and this is of another time.

    "1.6 billion in 2024, down from 1.8 billion in 2023" has the first from a report of 1.6 billion in 2024.
    """
    other = target.figure
    if shared(figure.amounts, other.amounts) == "same" or (figure.scope, figure.period) == (other.scope, other.period):
        return False
    return any(
        rival.measure == figure.measure
        and (rival.scope, rival.period) == (other.scope, other.period)
        and shared(rival.amounts, other.amounts) == "same"
        for rival in figures
        if (its := found[rival.mention]) is not None and its.report == target.report
    )


def _passed_on(figure: Figure, head: Figure, sources: Mapping[str, str]) -> str | None:
    """Return what a passage restates, given the fullest one of its document with this figure.

    One that repeats it without a source of its own has the origin of the fullest, so that no headline is an origin.
    """
    own, of_head = sources.get(figure.mention), sources.get(head.mention)
    if head is figure or (figure.chain and own is not None):
        return own
    return head.mention if of_head is None else own or of_head


def _mark(figure: Figure) -> str:
    """Return the end of a mention's IRI: claim and ordinal, equal in texts that are equal."""
    return figure.mention.partition("/mention/")[2]


def _plausible(figure: Figure, other: Figure, agreement: str) -> bool:
    """Tell whether the measures allow it: only a telling figure is recognised under another measure."""
    if _related(figure.measure, other.measure):
        return True
    return agreement == "same" and _telling(figure)


def _own(one: Candidate) -> bool:
    """Tell whether a figure is its report's own: without an outlet, from a source it names or where nobody is cited."""
    return not one.figure.cited and not one.figure.answered and (bool(one.figure.chain) or not one.citing)


def _silently(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure without any source can be one of a report that its document cites elsewhere."""
    return shared(figure.amounts, other.amounts) in ("same", "overlapping") and _related(figure.measure, other.measure)


def _telling(figure: Figure) -> bool:
    """Tell whether a figure is rare enough to be known again: money, or a number of at least two digits."""
    first = figure.amounts[0]
    return first.unit.isupper() or (len(_digits(first.value)) >= _TELLING and first.unit not in ("share", "rank"))


def _score(figure: Figure, other: Figure, agreement: str) -> int:
    measure = _MEASURE if figure.measure == other.measure else int(_related(figure.measure, other.measure))
    fields = ((figure.scope, other.scope), (figure.period, other.period))
    return _FIGURE[agreement] + measure + sum(_SAME_FIELD for one, two in fields if one == two)


def _converted(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure can be another one in other money: one measure, and nothing that both give differs."""
    if figure.measure != other.measure or figure.measure == concept("measures", "other").value:
        return False
    ones, others = ({amount.unit for amount in one.amounts} for one in (figure, other))
    pairs = ((figure.scope, other.scope), (figure.period, other.period))
    differing = any(one != two and one and two for one, two in pairs)
    return not differing and bool(others) and not ones & others and all(map(is_currency, ones | others))


def _misprint(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure can be another one misprinted: all else agrees, and so do its digits or nearly its size."""
    alike = (figure.measure, figure.scope, figure.period) == (other.measure, other.scope, other.period)
    if not alike or figure.period is None or not other.amounts or figure.amounts[0].unit != other.amounts[0].unit:
        return False
    one, two = figure.amounts[0], other.amounts[0]
    small, large = sorted((abs(one.value), abs(two.value)))
    return large <= small * _FACTOR or _digits(one.value) == _digits(two.value)


def _digits(value: Decimal) -> tuple[int, ...]:
    """Return the digits of a number without zeros at its ends: "million" for "billion" leaves them as they are."""
    return value.normalize().as_tuple().digits


@cache
def _related(one: str, other: str) -> bool:
    """Tell whether two measures are the same, or one is broader, or both have a broader one in common."""
    return one == other or bool(_family(one) & _family(other))


@cache
def _family(measure: str) -> frozenset[str]:
    concepts = {concept.iri: concept for concept in codes.scheme("measures").values()}
    found: set[str] = set()
    queue = [measure]
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue.extend(concepts[node].broader if node in concepts else ())
    return frozenset(found)
