"""The figures of tables in the units of their columns."""

from decimal import Decimal

import pytest

from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.tables.entries import entered
from kg.extract.rules.tables.grids import cells


def amounts(text: str) -> list[tuple[str, Decimal, str]]:
    found = figures(text)
    return [
        (figure.span.of(text), figure.quantity.value, figure.quantity.unit)
        for figure in entered(found, cells(text, found), text)
    ]


def table(head: str, entry: str) -> str:
    return f"| Year | {head} |\n|---|---|\n| 2024 | {entry} |\n| 2025 | {entry} |\n"


@pytest.mark.parametrize(
    ("head", "entry", "value", "unit"),
    [
        ("Outlays ($B)", "$44.5", 44_500_000_000, "USD"),
        ("Outlays ($B)", "44.5", 44_500_000_000, "USD"),
        ("Outlays ($B)", "1,250", 1_250_000_000_000, "USD"),
        ("Outlays, in millions", "$44", 44_000_000, "USD"),
        ("Outlays ($B)", "$44 million", 44_000_000, "USD"),
        ("Outlays ($B)", "€44", 44, "EUR"),
        ("Users (millions)", "170", 170_000_000, "count"),
        ("Change (%)", "12.5", Decimal("12.5"), "percent"),
    ],
)
def test_an_entry_has_the_unit_of_its_column_unless_it_says_its_own(head, entry, value, unit):
    assert {(found, one) for _, found, one in amounts(table(head, entry))} == {(Decimal(value), unit)}


def test_a_bare_number_below_no_unit_and_a_year_are_no_figures():
    assert amounts(table("Place", "4")) == []
    assert amounts(table("First made ($B)", "2019")) == []


def test_both_ends_of_a_range_are_in_the_unit():
    text = table("Outlays ($B)", "$70-72")
    high = {figure.quantity.high for figure in entered(figures(text), cells(text, figures(text)), text)}
    assert high == {Decimal(72_000_000_000)}


@pytest.mark.parametrize(("title", "head"), [("Results, in billions of dollars", "2024"), ("Results", "2024 ($B)")])
def test_what_stands_over_all_rows_scales_amounts_and_makes_no_money_of_counts(title, head):
    text = f"{title}\n| | {head} |\n|---|---|\n| Sales | $44.5 |\n| Employees | 159,000 |\n| Plants | 9 |\n"
    assert amounts(text) == [("$44.5", Decimal(44_500_000_000), "USD"), ("159,000", Decimal(159_000), "count")]


def test_the_label_of_a_row_marks_its_entries():
    text = "| | 2024 |\n|---|---|\n| Sales ($B) | 44.5 |\n| Employees | 159,000 |\n"
    assert amounts(text) == [("44.5", Decimal(44_500_000_000), "USD"), ("159,000", Decimal(159_000), "count")]


def test_prose_stays_as_it_is():
    text = "Outlays ($B)\n\nNvidia spent $44 on chips."
    assert amounts(text) == [("$44", Decimal(44), "USD")]
