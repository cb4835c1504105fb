"""What heads of tables say of the unit of the entries below them."""

import pytest

from kg.extract.rules.tables.marks import Mark, end_of_mark, mark


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Capex ($B)", Mark("USD", 9)),
        ("Sales (RMB bn)", Mark("CNY", 9)),
        ("Sales (CNY, billions)", Mark("CNY", 9)),
        ("Revenue, in millions of dollars", Mark("USD", 6)),
        ("Net profit (Rs crore)", Mark("INR", 7)),
        ("Users (millions)", Mark("count", 6)),
        ("Price ($)", Mark("USD", 0)),
        ("Change (%)", Mark("percent", 0)),
        ("Capacity (GW)", Mark("GW", 0)),
        ("€m", Mark("EUR", 6)),
        ("Outlays ($B) and growth (%)", Mark("USD", 9)),
    ],
)
def test_a_unit_that_makes_an_amount_with_a_number_marks_the_column(head, expected):
    assert mark(head) == expected


@pytest.mark.parametrize(
    "head",
    ["2025", "2025 (guidance)", "FY2024 (June)", "Notes (5)", "Company (ticker)", "Sales ($B), costs (€M)", ""],
)
def test_what_names_no_unit_or_two_marks_nothing(head):
    assert mark(head) is None


def test_a_mark_ends_behind_its_bracket():
    assert end_of_mark("Year Outlays ($bn) Change") == len("Year Outlays ($bn)")
    assert end_of_mark("Year Outlays Change (%)") == len("Year Outlays Change (%)")
