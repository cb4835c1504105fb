"""Figures that lie above others: the pairs that are kept are those that a query over the whole graph finds."""

from dataclasses import replace

import pytest
from fixtures.linking import BYTEDANCE, FT, NVIDIA, PEOPLE, Line, Linked, article, figure, linked_store, money
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocab
from kg.model import Entity, Period, Step

SUV, SEDAN = (Entity(name, "Product") for name in ("Ridge SUV", "Vale Sedan"))
CHINA, WORLD = Entity("China", "Place"), Entity("global", "Scope")

SIDE = """
  { SELECT ?a ?subject ?measure ?mode ?period ?rest ?unit ?low_a ?high_a
           (MIN(?report) AS ?first_a) (MAX(?report) AS ?last_a)
    WHERE {
      ?mention kg:states ?a ; kg:inDocument ?document .
      FILTER NOT EXISTS { ?mention kg:negated true }
      OPTIONAL { ?document kg:carries ?work }
      BIND(STR(COALESCE(?work, ?document)) AS ?report)
      ?a kg:subject ?subject ; kg:measure ?measure ; kg:mode ?mode ; kg:period ?period ; kg:quantity ?quantity .
      ?quantity schema:currency|schema:unitText ?unit .
      OPTIONAL { ?quantity schema:minValue ?low_a } OPTIONAL { ?quantity schema:maxValue ?high_a }
      OPTIONAL { ?a kg:scope ?scope } OPTIONAL { ?a kg:ofWhole ?whole } OPTIONAL { ?a kg:measureText ?text }
      OPTIONAL { ?a kg:comparedWith ?base }
      FILTER(?measure != v:other || BOUND(?text))
      BIND(CONCAT(COALESCE(STR(?scope), ""), " ", COALESCE(STR(?whole), ""), " ",
                  COALESCE(?text, ""), " ", COALESCE(STR(?base), "")) AS ?rest)
    }
    GROUP BY ?a ?subject ?measure ?mode ?period ?rest ?unit ?low_a ?high_a
    HAVING (COUNT(?mention) > 0) }"""
BY_QUERY = f"""
PREFIX kg: <{vocab.KG}>
PREFIX v: <{vocab.CODES}>
PREFIX schema: <{vocab.SCHEMA}>
SELECT ?a ?b WHERE {{
  {SIDE}
  {SIDE.replace("?a ", "?b ").replace("_a", "_b")}
  FILTER(?a != ?b && (?first_a != ?last_a || ?first_b != ?last_b || ?first_a != ?first_b))
  MINUS {{ ?part kg:states ?a ; kg:partOf ?total . ?total kg:states ?b }}
  MINUS {{ ?part kg:states ?b ; kg:partOf ?total . ?total kg:states ?a }}
  FILTER(!(EXISTS {{ ?a kg:object ?its }} && EXISTS {{ ?b kg:object ?others }})
         || EXISTS {{ ?a kg:object ?both . ?b kg:object ?both }})
  BIND(IF(COALESCE(?low_a, ?high_a) > COALESCE(?high_b, ?low_b), 1, 0) AS ?above)
  BIND(COALESCE(IF(?low_a <= ?high_b && ?low_b <= ?high_a, 1, 0), 0) AS ?settled)
}}
GROUP BY ?a ?b
HAVING (MAX(?above) = 1 && MAX(?settled) = 0)"""
STATED = f"""
PREFIX kg: <{vocab.KG}>
PREFIX schema: <{vocab.SCHEMA}>
SELECT ?claim (MIN(?place) AS ?first) (COUNT(DISTINCT ?report) AS ?reports) WHERE {{
  {{ SELECT DISTINCT ?claim WHERE {{ {{ ?claim kg:exceeds ?other }} UNION {{ ?other kg:exceeds ?claim }} }} }}
  ?mention kg:states ?claim ; kg:inDocument ?document ; kg:printedStart ?start .
  MINUS {{ ?mention kg:negated true }}
  ?document kg:carries ?report ; schema:datePublished ?date .
  OPTIONAL {{ ?document schema:publisher ?publisher }}
  BIND(EXISTS {{ ?mention kg:lastCited ?cited }} AS ?relays)
  BIND(EXISTS {{ ?mention kg:via ?step }} AS ?sourced)
  BIND(CONCAT(IF(?relays, "1", "0"), IF(?sourced, "0", "1"), STR(1000 + ?start), " ", STR(?mention)) AS ?within)
  BIND(CONCAT(STR(?date), ?within, " ", COALESCE(STR(?publisher), "")) AS ?place)
}}
GROUP BY ?claim
HAVING (COUNT(?mention) > 0)"""


CITING = (Step((FT,)), PEOPLE)


def line(value: str, bound: str = "exact", *more, unit: str = "USD", negated=False, via=CITING, **rest) -> Line:
    claim = figure(money(value, unit, bound), *more, **rest)
    return Line(f"It is {value} billion.", value, claim, via, negated=negated)


@st.composite
def lines(draw) -> Line:
    converted = draw(st.sampled_from(((), (), (money("70", "CNY"),), (money("90", "CNY"),))))
    return line(
        draw(st.sampled_from(("9", "10", "10.4", "12", "20"))),
        draw(st.sampled_from(("exact", "exact", "about", "more_than", "up_to"))),
        *converted,
        unit=draw(st.sampled_from(("USD", "USD", "EUR"))),
        negated=draw(st.sampled_from((False, False, False, True))),
        via=draw(st.sampled_from(((), (PEOPLE,), CITING))),
        subject=draw(st.sampled_from((BYTEDANCE, BYTEDANCE, NVIDIA, None))),
        measure=draw(st.sampled_from(("revenue", "revenue", "other"))),
        scope=draw(st.sampled_from((None, None, CHINA, WORLD))),
        objects=draw(st.sampled_from(((), (), (SUV,), (SEDAN,), (SUV, SEDAN)))),
        period=draw(st.sampled_from((Period("2025"), Period("2025"), Period("by-2025"), None))),
    )


@st.composite
def articles(draw):
    listed = draw(st.lists(lines(), min_size=1, max_size=4))
    if len(listed) > 1 and draw(st.booleans()):
        listed[-1] = replace(listed[-1], part_of=0)
    title = draw(st.sampled_from(("Plan", "Larger plan")))
    outlet = draw(st.sampled_from(("Reuters", "Chip Ledger", None)))
    day = draw(st.sampled_from(("2025-01-21", "2025-01-22")))
    return article(title, outlet, day, *listed)


@settings(max_examples=20, deadline=None)
@given(st.lists(articles(), min_size=2, max_size=6))
def test_what_is_kept_is_what_a_query_over_everything_finds(made):
    with linked_store(made) as (store, found):
        kept = {(q.subject.value, q.object.value) for q in found if q.predicate.value == vocab.KG + "exceeds"}
        assert kept == {(a.value, b.value) for a, b in store.query(BY_QUERY).rows}
        first, outlet, reports = (
            {quad.subject.value: quad.object.value for quad in found if quad.predicate.value == vocab.KG + name}
            for name in ("firstMention", "firstOutlet", "reports")
        )
        stated = store.query(STATED).rows
        places = {claim.value: place.value.split(" ")[1:] for claim, place, _ in stated}
        assert first == {claim: mention for claim, (mention, _) in places.items()}
        assert outlet == {claim: publisher for claim, (_, publisher) in places.items() if publisher}
        assert reports == {claim.value: number.value for claim, _, number in stated}
        assert first.keys() == {claim for pair in kept for claim in pair}


def two(*listed: Line) -> set[tuple[str, str]]:
    """Return which amounts lie above which, each told by an article of its own."""
    outlets = ("Reuters", "Chip Ledger", "Harbour Wire", "Quay Times")
    made = [
        article(f"Plan {place}", outlet, "2025-01-21", one)
        for place, (outlet, one) in enumerate(zip(outlets, listed, strict=False))
    ]
    return pairs(*made)


def pairs(*made) -> set[tuple[str, str]]:
    linked = Linked(*made)
    amounts = {
        quad.subject.value: quad.object.value.rpartition("/")[2]
        for quad in linked.store.dump()
        if quad.predicate.value == vocab.KG + "statedQuantity"
    }
    kept = [quad for quad in linked.quads if quad.predicate.value == vocab.KG + "exceeds"]
    return {(amounts[quad.subject.value], amounts[quad.object.value]) for quad in kept}


def test_the_higher_amount_exceeds_the_lower_one():
    assert two(line("12"), line("20"), line("20.2")) == {("USD-20e9", "USD-12e9"), ("USD-20.2e9", "USD-12e9")}


def test_an_open_side_ends_at_its_stated_end():
    assert two(line("12", "more_than"), line("20", "up_to")) == {("USD-20e9-up-to", "USD-12e9-more-than")}
    assert two(line("12", "up_to"), line("12", "more_than")) == set()


@pytest.mark.parametrize(
    "other",
    [
        {"subject": NVIDIA},
        {"measure": "revenue"},
        {"period": Period("2026")},
        {"mode": "actual"},
        {"scope": CHINA},
        {"period": None},
        {"unit": "EUR"},
        {"negated": True},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_figures_of_different_questions_are_not_compared(other):
    assert two(line("20"), line("12")) == {("USD-20e9", "USD-12e9")}
    assert two(line("20"), line("12", **other)) == set()


def test_a_plan_told_weeks_later_is_a_revision():
    def told(day: str, mode: str):
        first = article("Plan 0", "Reuters", "2025-01-21", line("20", mode=mode))
        return pairs(first, article("Plan 1", "Chip Ledger", day, line("12", mode=mode)))

    assert told("2025-02-21", "planned") == {("USD-20e9", "USD-12e9")}
    assert told("2025-04-21", "planned") == told("2025-01-24", "actual") == set()
    assert told("2025-01-22", "actual") == {("USD-20e9", "USD-12e9")}


def test_different_objects_are_not_compared_unless_one_is_shared():
    assert two(line("20", objects=(SUV,)), line("12", objects=(SEDAN,))) == set()
    assert two(line("20", objects=(SUV,)), line("12", objects=(SEDAN, SUV))) == {("USD-20e9", "USD-12e9")}
    assert two(line("20", objects=(SUV,)), line("12")) == {("USD-20e9", "USD-12e9")}


def test_an_overlap_in_one_unit_settles_the_matter():
    assert two(line("20", "exact", money("80", "CNY")), line("12", "exact", money("80", "CNY"))) == set()


def test_one_report_does_not_contradict_itself_nor_does_its_part():
    told = article("Plan", "Reuters", "2025-01-21", line("20"), line("12"))
    assert pairs(told) == set()
    assert pairs(told, article("Another", "Chip Ledger", "2025-01-22", line("12"))) == {("USD-20e9", "USD-12e9")}
    parted = article("Plan", "Reuters", "2025-01-21", line("20"), replace(line("12"), part_of=0))
    assert pairs(parted, article("Another", "Chip Ledger", "2025-01-22", line("12"))) == set()
