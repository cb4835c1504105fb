from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kg.link.amounts import bucket, buckets, near, overlapping, same, shared
from kg.link.dates import agree, days_apart, not_after
from kg.link.records import Amount

values = st.decimals("0.001", "1e15", places=3)


def usd(value, low=None, high=None):
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Amount("USD", Decimal(value), *ends)


@given(values, st.decimals("0.88", "1.12", places=4))
def test_near_amounts_meet_in_a_bucket(value, factor):
    one, other = usd(value), usd(value * factor)
    assert not near(one, other) or bucket(other) in buckets(one)


@given(values, values)
def test_near_is_symmetric(one, other):
    assert near(usd(one), usd(other)) == near(usd(other), usd(one))


def test_zero_has_a_bucket():
    assert bucket(usd(0)) in buckets(usd(0))


def test_one_unit_only():
    euro = Amount("EUR", Decimal(12), None, None)
    assert not same(usd(12), euro)
    assert shared([usd(12), euro], [euro]) == "same"
    assert shared([usd(12)], [euro]) is None


def test_intervals_overlap_or_not():
    assert overlapping(usd("20.64", "20.63", "20.65"), usd(20, 19, 21))
    assert not overlapping(usd(75, 74, 76), usd(71, 70, 72))
    assert overlapping(usd(12, low=12), usd("12.5", 12, 13))


def test_partial_dates_compare_as_far_as_both_go():
    assert days_apart("2025-01-21", "2025-02-01") == 11
    assert days_apart("2025-01", "2025-02-01") is None
    assert not_after("2025-01", "2025-01-21")
    assert not not_after("2025-02", "2025-01-21")
    assert agree("2025-01", "2025-01-31", within=0)
    assert not agree("2025-01-20", "2025-01-24", within=2)
    assert agree(None, "2025-01-24", within=0)
