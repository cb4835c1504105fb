"""Citations of one report that the corpus lacks, dated in different ways, are one report."""

from itertools import permutations

import pytest
from fixtures.linking import FT, PEOPLE, Line, Linked, article, figure, money, original, relay
from hypothesis import given
from hypothesis import strategies as st

from kg.link.fellows import together
from kg.model import Step

HOME = "report/financial-times"


def retold(number: int, said: str | None, written: str = "2025-01-24"):
    """Return a relay that credits the Financial Times with a figure, naming the day so."""
    claim = figure(money(str(12 + number)))
    via = (Step((FT,), date=said), PEOPLE)
    return relay(claim, f"${12 + number} billion", via=via, date=written, title=f"Retold {number}")


def cited(said: str | None) -> str:
    return f"{HOME}/{said or 'undated'}/cited/bytedance"


@pytest.mark.parametrize(
    ("dates", "pairs"),
    [
        (("2025-01-21", None), {(None, "2025-01-21")}),
        (("2025-01-21", "2025-01-22", None), {("2025-01-22", "2025-01-21"), (None, "2025-01-21")}),
        (("2025-01-21", "2025-01", "2025", None), {(one, "2025-01-21") for one in ("2025-01", "2025", None)}),
        (("2025-01", None), {(None, "2025-01")}),
        # Two reports fit what is not dated, or only the month of which is told.
        (("2025-01-10", "2025-01-21", None), set()),
        (("2025-01-10", "2025-01-21", "2025-01"), set()),
        # An undated citation reaches back a few weeks, and never ahead.
        (("2024-06-03", None), set()),
        (("2025-03-03", None), set()),
    ],
)
def test_a_citation_is_the_one_report_that_fits(dates, pairs):
    linked = Linked(*(retold(number, said) for number, said in enumerate(dates)))
    assert linked.pairs("identifiedAs") == {(cited(one), cited(other)) for one, other in pairs}


def test_passages_that_date_one_report_differently_have_one_origin():
    linked = Linked(retold(0, "2025-01-21"), retold(1, None), retold(2, "2025-01"))
    assert {origin for _, origin in linked.pairs("origin")} == {cited("2025-01-21")}


def test_a_report_of_the_corpus_is_what_all_citations_of_it_are():
    linked = Linked(original(), retold(0, "2025-01-22"), retold(1, "2025-01"), retold(2, None))
    assert {other for _, other in linked.pairs("identifiedAs")} == {f"{HOME}/2025-01-21/big-plan"}


def test_a_report_known_by_its_figures_is_what_a_citation_with_a_day_is_too():
    lines = tuple(
        Line(f"ByteDance plans ${value} billion.", f"${value} billion", figure(money(str(value))), (PEOPLE,))
        for value in (12, 13, 14)
    )
    relays = (retold(0, None), retold(1, None), retold(2, None), retold(3, "2025-01-22"))
    linked = Linked(article("Whole plan", None, None, *lines), *relays)
    found = dict(linked.pairs("identifiedAs"))
    assert set(found) == {cited(None), cited("2025-01-22")}
    assert len(set(found.values())) == 1
    assert next(iter(found.values())).startswith("report/doc/")


def test_a_citation_is_no_report_of_another_day_than_its_own():
    linked = Linked(original(date="2025-01-19"), retold(1, "2025-01-21"), retold(2, "2025-01-22"))
    assert dict(linked.pairs("identifiedAs")) == {cited("2025-01-21"): f"{HOME}/2025-01-19/big-plan"}


def test_nothing_is_restated_from_a_report_that_is_not_there():
    linked = Linked(retold(0, "2025-01-21"), retold(0, None, "2025-01-25"))
    assert linked.pairs("restates") == set()


DAYS = ("2025-01-20", "2025-01-21", "2025-01-23", "2025-01-25", "2025-02-11", "2025-01", "2025-02", "2025")
days = st.sampled_from(DAYS)


@given(st.lists(days, unique=True, max_size=6))
def test_who_belongs_together_does_not_hang_on_the_order(dates):
    dated = [(one, f"cited {one}") for one in dates]
    clusters = together(dated)
    assert sorted(one for cluster in clusters for one in cluster) == sorted(dated)
    days = [[at for at, _ in cluster if len(at) == len(DAYS[0])] for cluster in clusters]
    assert all(at == sorted(at) for at in days)
    for order in list(permutations(dated))[:20]:
        assert together(order) == clusters
