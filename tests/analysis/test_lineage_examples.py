"""The examples in `examples/lineage`: each kind of change is found where it was made and not in its control.

Each kind is shown twice: on values read by hand, which proves the analysis, and on the articles as the rules read them.
"""

import csv
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from kg import resources
from kg.analysis.citations import citations
from kg.analysis.drift import Hop, hops
from kg.analysis.facts import facts
from kg.link import links
from kg.model import (
    Document,
    Entity,
    Extraction,
    FigureClaim,
    Mention,
    Period,
    Quantity,
    Span,
    Step,
    Unnamed,
)
from kg.pipeline import memory_store
from kg.pipeline.reading import corpus
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.store.embedded import memory

EXAMPLES = {path.name: path for path in resources.files("examples", "lineage/*.txt")}
(TABLE,) = resources.files("examples", "lineage/expected.csv")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
ROW = {row["kind"]: row for row in ROWS}


def read_hops(*names: str) -> tuple[Hop, ...]:
    with memory_store(corpus([str(EXAMPLES[name]) for name in names]).documents) as store:
        return hops(facts(store))


def kinds(found: tuple[Hop, ...]) -> set[str]:
    return {change.kind for hop in found for change in hop.changes}


@pytest.mark.parametrize("kind", ROW)
def test_the_change_is_found_in_the_articles(kind):
    assert kind in kinds(read_hops(ROW[kind]["origin"], ROW[kind]["drift"]))


@pytest.mark.parametrize("kind", ROW)
def test_the_control_is_linked_and_has_no_such_change(kind):
    found = read_hops(ROW[kind]["origin"], ROW[kind]["control"])
    assert found
    assert kind not in kinds(found)


# The same figures, read by hand.

GAZETTE = Entity("Wafer Gazette", "Outlet")
PEOPLE = Step((Unnamed("two people with knowledge of the plan", 2),))
ANALYSTS = Step((Entity("Brackwell Research", "Organization"),))
GERMANY, GLOBAL = Entity("Germany", "Place", "germany"), Entity("global", "Scope", "scope-global")
DOUBAO = Entity("Doubao", "Product", "doubao")


def usd(value: str, bound: str = "exact", unit: str = "USD") -> Quantity:
    return Quantity(Decimal(value) * 10**9, unit, bound, scale=9)


CLAIM = FigureClaim(
    Entity("Samsung", "Company", "samsung"), "investment", (usd("3.87"),), period=Period("2026"), mode="planned"
)


@dataclass(frozen=True)
class Told:
    """One passage by hand: its claim, who is behind it, and how it is put."""

    claim: FigureClaim = CLAIM
    source: Step = PEOPLE
    hedge: str | None = None
    misspelt: tuple[tuple[str, Entity], ...] = ()


def told(**fields) -> Told:
    return Told(replace(CLAIM, **fields))


def swapped(measure: str, *, with_part: bool) -> tuple[Told, ...]:
    whole = told(measure="cloud-spending", quantities=(usd("92", unit="CNY"),))
    part = told(measure=measure, quantities=(usd("23", unit="CNY"),))
    return (whole, part) if with_part else (whole,)


BY_HAND = {
    "rounding": (told(), told(quantities=(usd("4"),))),
    "bound-dropped": (told(quantities=(usd("17.5", "more_than"),)), told(quantities=(usd("17.5"),))),
    "conversion-added": (
        told(quantities=(usd("9.6", unit="SEK"),)),
        told(quantities=(usd("9.6", unit="SEK"), usd("0.895"))),
    ),
    "conversion-recomputed": (
        told(quantities=(usd("480", unit="JPY"), usd("3.2"))),
        told(quantities=(usd("480", unit="JPY"), usd("3.25"))),
    ),
    "scope-widened": (told(scope=GERMANY), told(scope=GLOBAL)),
    "share-whole-swapped": (
        swapped("ai-chip-purchase-budget", with_part=True),
        told(measure="ai-chip-purchase-budget", quantities=(usd("92", unit="CNY"),)),
    ),
    "measure-swapped": (told(measure="revenue"), told(measure="profit")),
    "period-shifted": (told(), told(period=Period("by-2026"))),
    "planned-became-actual": (told(), told(mode="actual")),
    "attribution-swapped": (Told(source=ANALYSTS), Told(source=Step((CLAIM.subject,)))),
    "hedge-dropped": (Told(hedge="may"), Told()),
    "name-garbled": (Told(), Told(misspelt=(("Samsnug", CLAIM.subject),))),
}


def written(title: str, outlet: str, date: str, passages: tuple[Told, ...], *credit: Step) -> Extraction:
    """Return an article that states these passages, one sentence each; the second is part of the first."""
    text, mentions = f"{title}\n", []
    for number, one in enumerate(passages):
        start, printed = len(text), f"sum {number}"
        text += f"Of it, {printed} was named.\n"
        figure = Span(start + 7, start + 7 + len(printed))
        mentions.append(
            Mention(
                one.claim,
                Span(start, len(text) - 1),
                figure,
                (*credit, one.source),
                hedge=one.hedge,
                misspelt=one.misspelt,
                part_of=0 if number else None,
            )
        )
    return Extraction(Document(text, title, f"{title}.txt", title=title, outlet=outlet, date=date), tuple(mentions))


def hops_by_hand(first, second) -> tuple[Hop, ...]:
    origin = written("First", "Wafer Gazette", "2025-05-06", first if isinstance(first, tuple) else (first,))
    relay = written("Second", "Pylon Markets", "2025-05-07", (second,), Step((GAZETTE,)))
    with memory() as store:
        for one in (origin, relay):
            store.put(Iris().document(one.document), encode(one), one.document.text)
        store.put(Iris().links, [quad for quad in links(store) if quad.graph_name.value == Iris().links])
        return hops(facts(store))


def test_every_kind_of_the_examples_is_read_by_hand_too():
    assert set(BY_HAND) == set(ROW)


@pytest.mark.parametrize("kind", BY_HAND)
def test_the_change_alone_is_found_by_hand(kind):
    (hop,) = hops_by_hand(*BY_HAND[kind])
    assert [change.kind for change in hop.changes] == [kind]


@pytest.mark.parametrize("kind", BY_HAND)
def test_nothing_is_found_where_nothing_changed_by_hand(kind):
    first = BY_HAND[kind][0]
    second = first[0] if isinstance(first, tuple) else first
    (hop,) = hops_by_hand(first, second)
    assert hop.changes == ()


def test_the_wrong_outlet_is_a_swap_of_attribution():
    origin = written("First", "Reuters", "2025-05-06", (Told(),))
    other = written("Other", "Wafer Gazette", "2025-05-06", (told(quantities=(usd("9"),), measure="revenue"),))
    relay = written("Second", "Pylon Markets", "2025-05-07", (Told(),), Step((GAZETTE,)))
    with memory() as store:
        for one in (origin, other, relay):
            store.put(Iris().document(one.document), encode(one), one.document.text)
        store.put(Iris().links, [quad for quad in links(store) if quad.graph_name.value == Iris().links])
        (hop,) = hops(facts(store))
    assert [(one.kind, one.before, one.after) for one in hop.changes] == [
        ("attribution-swapped", "Reuters", "Wafer Gazette")
    ]


@pytest.fixture(scope="module")
def shared_reports():
    """Return the groups of example files that carry one report, all examples being in one store."""
    with memory_store(corpus([str(path) for _, path in sorted(EXAMPLES.items())]).documents) as store:
        groups: dict[str, set[str]] = {}
        for article in citations(store).articles.values():
            groups.setdefault(article.report, set()).add(article.place.rpartition("/")[2])
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def test_three_copies_are_found_and_no_lookalike(shared_reports):
    assert shared_reports == {frozenset({f"copy{n}-a.txt", f"copy{n}-b.txt"}) for n in (1, 2, 3)}
