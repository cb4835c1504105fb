"""Where the chain of each passage ends: what is kept is what a query over the whole graph finds."""

import pytest
from fixtures.linking import BYTEDANCE, FT, NVIDIA, PEOPLE, REUTERS, Line, Linked, article, figure, linked_store, money
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocab
from kg.model import Entity, Step, Unnamed

ANALYST, BROKER = Entity("Ada Vance", "Person"), Entity("Quay Research", "Organization")
DEPTH = "?root kg:via/kg:citing* ?step . ?step kg:report ?cited ."
BY_QUERY = f"""
PREFIX kg: <{vocab.KG}>
PREFIX prov: <{vocab.PROV}>
SELECT ?root (MIN(STR(?end)) AS ?origin) (MIN(STR(?cited)) AS ?last) WHERE {{
  ?root kg:states ?claim ; kg:inDocument ?document .
  ?claim kg:measure ?measure .
  MINUS {{ ?root kg:negated true }}
  OPTIONAL {{ ?document kg:carries ?work }}
  OPTIONAL {{
    {DEPTH}
    MINUS {{ {DEPTH} ?step kg:citing+ ?deeper . ?deeper kg:report ?another }}
    OPTIONAL {{ ?cited kg:identifiedAs ?known }}
  }}
  OPTIONAL {{
    ?root kg:via/kg:citing* ?last_step . ?last_step prov:agent ?speaker .
    MINUS {{ ?last_step kg:citing ?beyond }}
    MINUS {{ ?last_step kg:report ?its_report }}
    MINUS {{ ?speaker a kg:AnonymousSource }}
    MINUS {{ ?speaker a kg:Outlet }}
  }}
  BIND(COALESCE(?speaker, ?known, ?cited, ?work, ?document) AS ?end)
}}
GROUP BY ?root"""

steps = st.sampled_from(
    (
        PEOPLE,
        Step((FT,)),
        Step((FT,), date="2025-01-21"),
        Step((REUTERS,)),
        Step((ANALYST,)),
        Step((BROKER, ANALYST)),
        Step((Unnamed("an adviser", 1), ANALYST)),
        Step((Entity("Little Gazette", "Company"),)),
    )
)


@st.composite
def lines(draw) -> Line:
    value = draw(st.sampled_from(("9", "12", "20")))
    claim = figure(money(value), subject=draw(st.sampled_from((BYTEDANCE, NVIDIA))))
    chain = tuple(draw(st.lists(steps, max_size=3)))
    return Line(f"It is {value} billion.", value, claim, chain, negated=draw(st.sampled_from((False, False, True))))


@st.composite
def articles(draw):
    outlet = draw(st.sampled_from(("Reuters", "Financial Times", "Little Gazette", None)))
    day = draw(st.sampled_from(("2025-01-21", "2025-01-22", None)))
    title = draw(st.sampled_from(("Plan", "Larger plan", "Plan again")))
    return article(title, outlet, day, *draw(st.lists(lines(), min_size=1, max_size=3)))


@settings(max_examples=40, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=5))
def test_what_is_kept_is_what_a_query_over_everything_finds(made):
    with linked_store(made) as (store, found):
        kept: dict[str, dict[str, str]] = {"origin": {}, "lastCited": {}}
        for quad in found:
            if (name := quad.predicate.value.removeprefix(vocab.KG)) in kept:
                assert kept[name].setdefault(quad.subject.value, quad.object.value) == quad.object.value
        rows = list(store.query(BY_QUERY).rows)
        assert kept["origin"] == {root.value: origin.value for root, origin, _ in rows}
        assert kept["lastCited"] == {root.value: last.value for root, _, last in rows if last is not None}


def ends(*made) -> dict[str, str]:
    """Return article and figure -> the end of the IRI of its origin."""
    return dict(Linked(*made).pairs("origin"))


def told(*chain: Step) -> Line:
    return Line("It is 12 billion.", "12", figure(money("12")), chain)


REPORT = article("Plan", "Financial Times", "2025-01-21", told(PEOPLE))


@pytest.mark.parametrize(
    ("chain", "origin"),
    [
        ((), "report/organization/chip-ledger/2025-01-22/relay"),
        ((PEOPLE,), "report/organization/chip-ledger/2025-01-22/relay"),
        ((Step((REUTERS,)), PEOPLE), "report/reuters/undated/cited/bytedance"),
        ((Step((FT,)), PEOPLE), "report/financial-times/2025-01-21/plan"),
        ((Step((REUTERS,)), Step((FT,)), PEOPLE), "report/financial-times/2025-01-21/plan"),
        ((Step((FT,)), Step((ANALYST,))), "person/ada-vance"),
        ((Step((BROKER, ANALYST)),), "organization/quay-research"),
        ((Step((Unnamed("an adviser", 1), ANALYST)),), "person/ada-vance"),
    ],
)
def test_a_chain_ends_with_a_speaker_a_cited_report_or_its_own(chain, origin):
    assert ends(REPORT, article("Relay", "Chip Ledger", "2025-01-22", told(*chain)))["Relay: 12"] == origin


def test_an_origin_follows_when_the_report_that_is_cited_comes_into_the_corpus():
    relay = article("Relay", "Chip Ledger", "2025-01-22", told(Step((FT,)), PEOPLE))
    assert ends(relay) == {"Relay: 12": "report/financial-times/undated/cited/bytedance"}
    assert ends(relay, REPORT)["Relay: 12"] == "report/financial-times/2025-01-21/plan"
