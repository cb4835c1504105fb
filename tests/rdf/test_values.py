"""Intervals of quantities and bounds of periods, case by case."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Quantity
from kg.rdf import terms
from kg.rdf.periods import bounds
from kg.rdf.quantities import interval


@pytest.mark.parametrize(
    ("quantity", "least", "greatest"),
    [
        (Quantity(Decimal("20e9"), "USD", scale=9), "19e9", "21e9"),
        (Quantity(Decimal("5.50e9"), "USD", scale=9), "5.4e9", "5.6e9"),
        (Quantity(Decimal(17300), "count"), "17299", "17301"),
        (Quantity(Decimal("150e9"), "CNY", "about", scale=9), "142.5e9", "157.5e9"),
        (Quantity(Decimal("5e9"), "CNY", "about", scale=9), "4e9", "6e9"),
        (Quantity(Decimal(-5), "percent", "about"), "-6", "-4"),
        (Quantity(Decimal("12e9"), "USD", "more_than", scale=9), "12e9", None),
        (Quantity(Decimal("12e9"), "USD", "at_least", scale=9), "12e9", None),
        (Quantity(Decimal("12e9"), "USD", "up_to", scale=9), None, "12e9"),
        (Quantity(Decimal("12e9"), "USD", "at_most", scale=9), None, "12e9"),
        (Quantity(Decimal("70e9"), "USD", "range", Decimal("72e9"), 9), "69e9", "73e9"),
        (Quantity(Decimal("5.5e9"), "USD", "range", Decimal("6e9"), 9), "5.4e9", "6.1e9"),
    ],
)
def test_interval_holds_what_wording_and_rounding_allow(quantity, least, greatest):
    assert interval(quantity) == (least and Decimal(least), greatest and Decimal(greatest))


@given(st.decimals(-(10**15), 10**15, places=4), st.sampled_from([0, 6, 9]), st.sampled_from(["exact", "about"]))
def test_a_quantity_lies_inside_its_own_interval(value, scale, bound):
    least, greatest = interval(Quantity(value, "USD", bound, scale=scale))
    assert least is not None
    assert greatest is not None
    assert least < value < greatest


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2025", "2025", "2025"),
        ("2024-12", "2024-12", "2024-12"),
        ("2024-12-03", "2024-12-03", "2024-12-03"),
        ("2025-Q3", "2025-07", "2025-09"),
        ("2025-H2", "2025-07", "2025-12"),
        ("2024-Q1/2024-Q3", "2024-01", "2024-09"),
        ("2024-06/2025-07", "2024-06", "2025-07"),
        ("by-2025", None, "2025"),
        ("by-2025-Q2", None, "2025-06"),
        ("FY2024-06", "2023-07", "2024-06"),
        ("FY2024-12", "2024-01", "2024-12"),
        ("FY2024", None, None),
        ("FY2024-13", None, None),
        ("2025-H3", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_period_bounds(code, first, last):
    assert bounds(code) == (first, last)


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2025", "gYear"),
        ("2025-01", "gYearMonth"),
        ("2025-01-22", "date"),
        ("2025-02-30", "string"),
        ("2025-13", "string"),
        ("Wednesday", "string"),
        ("２０２５", "string"),
    ],
)
def test_a_partial_date_has_the_datatype_of_its_precision(value, datatype):
    literal = terms.date(value)
    assert literal.value == value
    assert literal.datatype.value.endswith("#" + datatype)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_plain_numbers_keep_their_value_without_exponent(value):
    digits = terms.plain(value)
    assert Decimal(digits) == value
    assert "E" not in digits
    assert digits != "-0"
