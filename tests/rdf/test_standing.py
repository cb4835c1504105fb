import pytest

from kg.rdf.standing import days_apart, replaced


def test_days_are_counted_between_whole_dates_only():
    assert days_apart("2025-01-30", "2025-02-01") == 2
    assert days_apart("2025-02-01", "2025-01-30") == -2
    assert days_apart("2025-01", "2025-02-01") is days_apart(None, "2025-02-01") is None


@pytest.mark.parametrize("mode", ["planned", "guidance", "estimated"])
def test_a_plan_of_another_season_is_a_revision(mode):
    assert replaced(mode, "2025", "2025-02-04", "2025-07-23")
    assert replaced(mode, "2025", "2025-07-23", "2025-02-04")
    assert not replaced(mode, "2025", "2025-01-21", "2025-01-23")


def test_what_has_come_about_of_a_year_grows_until_it_ends():
    assert replaced("actual", "2025", "2025-10-15", "2025-11-20")
    assert replaced("actual", "FY2026-01", "2025-08-28", "2026-02-26")
    assert not replaced("actual", "2025", "2025-10-15", "2025-10-16")
    assert not replaced("actual", "2025", "2026-01-03", "2026-02-20")


@pytest.mark.parametrize("period", ["2025-07-25", "2025-Q2", None, "FY2025"])
def test_what_was_over_when_it_was_told_stays(period):
    assert not replaced("actual", period, "2025-07-25", "2025-08-30")


def test_of_what_is_undated_nothing_is_assumed():
    assert not replaced("planned", "2025", None, "2025-07-23")
    assert not replaced("actual", "2025", "2025-05", "2025-07-23")
