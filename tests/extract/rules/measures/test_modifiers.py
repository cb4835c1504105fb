"""Words that are part of something else tell nothing of a figure."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal makes Nokia a big shipping company, with 400 vessels.", ["other"]),
        ("Sales at Taiwan Semiconductor Manufacturing fell 11%.", ["revenue-growth"]),
        ("Nokia was shipping 400 phones.", ["shipments"]),
    ],
)
def test_words_that_describe_a_company_or_are_part_of_its_name_measure_nothing(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Nokia will spend $4 billion on its cloud business.", "Spending on Nokia’s cloud business will be $4 billion."],
)
def test_what_somebody_owns_describes_no_company(text):
    assert measures(text) == ["cloud-spending"]


def test_part_of_something_of_a_company_is_no_stake():
    assert measures("Some 25% of the company's code was written by machines.") == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court grants the two men bail over a $9 million swindle.", "other"),
        ("The watchdog granted a licence for the $9 million drug.", "other"),
        ("The state granted Kestrin $9 million.", "grant-funding"),
    ],
)
def test_a_right_that_is_granted_is_no_money(text, expected):
    assert measures(text) == [expected]
