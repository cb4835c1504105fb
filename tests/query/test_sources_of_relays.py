"""What stored queries tell of relays: whose report they cite, what it rests on, where a figure goes beyond the data."""

from fixtures.linking import FT, NVIDIA, PEOPLE, REUTERS, Line, article, figure, linked_store, money

from kg.model import Extraction, FigureClaim, Step
from kg.query.catalogue import catalogue
from kg.query.run import ask

QUERIES = catalogue()
CLAIM = figure(money("12"), subject=NVIDIA)
OTHER = figure(money("20"), subject=NVIDIA)


def told(title: str, outlet: str, date: str, claim: FigureClaim, *via: Step) -> Extraction:
    printed = f"${claim.quantities[0].value:.0f}"
    return article(title, outlet, date, Line(f"It will spend {printed}.", printed, claim, via))


def rows(name: str, *made: Extraction) -> list[dict[str, object]]:
    with linked_store(made) as (store, _):
        table = ask(store, QUERIES[name], {})
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_of_two_reports_of_an_outlet_each_relay_cites_the_one_it_has_its_figure_from() -> None:
    found = rows(
        "report-citations",
        told("First", "Financial Times", "2025-01-21", CLAIM, PEOPLE),
        told("Second", "Financial Times", "2025-01-28", OTHER, PEOPLE),
        told("Relay", "Chip Ledger", "2025-01-29", OTHER, Step((FT,))),
        told("Late relay", "Silicon Quay", "2025-01-30", CLAIM, Step((FT,))),
    )
    assert {(row["headline"], row["known_as"]) for row in found} == {("Relay", "Second"), ("Late relay", "First")}


def test_a_relay_that_leaves_the_people_out_changes_nothing_in_what_a_figure_rests_on() -> None:
    found = rows(
        "single-anonymous-source",
        told("Relay", "Chip Ledger", "2025-01-22", CLAIM, Step((REUTERS,)), PEOPLE),
        told("Shorter relay", "Silicon Quay", "2025-01-22", CLAIM, Step((REUTERS,))),
    )
    assert [(row["source"], row["origin_outlet"], row["articles"]) for row in found] == [
        ("two people familiar with the plan", "Reuters", "2")
    ]


def test_a_report_that_gives_no_people_does_not_rest_on_any() -> None:
    found = rows("single-anonymous-source", told("Relay", "Chip Ledger", "2025-01-22", CLAIM, Step((REUTERS,))))
    assert found == []


def test_an_outlet_whose_report_has_another_figure_is_beyond() -> None:
    found = rows(
        "figure-origin",
        told("Revenue", "Financial Times", "2025-01-21", figure(money("70"), subject=NVIDIA, measure="revenue")),
        told("Relay", "Chip Ledger", "2025-01-22", CLAIM, Step((FT,))),
    )
    assert {(row["outlet"], row["beyond"]) for row in found} == {
        ("Financial Times", None),
        ("Chip Ledger", "Financial Times"),
    }
