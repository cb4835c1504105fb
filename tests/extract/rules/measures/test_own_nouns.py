"""The noun right by a figure says of what it is, known or not; only one that says little leaves that to the text."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryanair's revenue grew 9% on a 4% rise in passenger numbers.", ["revenue-growth", "growth-rate"]),
        ("Ryanair's profit rose 9%. It saw a 7% increase in bag searches.", ["profit-change", "growth-rate"]),
        ("Ryanair's profit rose 9%. The board foresees passenger growth of 3%.", ["profit-change", "growth-rate"]),
        ("Ryanair's profit rose 9%. It carried 3% more passengers in May.", ["profit-change", "growth-rate"]),
        ("Vodafone's sales rose 2%. Its ARPU grew 3% in May.", ["revenue-growth", "growth-rate"]),
        ("Vodafone's sales rose 2% and the number of calls fell by 4%.", ["revenue-growth", "growth-rate"]),
        ("Vodafone's sales rose 2%, with landing fees up 14%.", ["revenue-growth", "growth-rate"]),
    ],
)
def test_a_change_is_one_of_the_noun_beside_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryanair's revenue grew 9%, at a load factor of 94%.", ["revenue-growth", "other"]),
        ("Nokia's profit was $9 million. It expects a $3 million rebate.", ["profit", "other"]),
        ("Nokia's profit was $9 million. It sent a donation of $3 million.", ["profit", "other"]),
    ],
)
def test_a_level_or_amount_is_one_of_the_noun_beside_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's revenue grew 9%. It foresees a 5% annual increase in the quarter.", ["revenue-growth"] * 2),
        ("Nokia's revenue grew 9%. It foresees modest growth of 5%.", ["revenue-growth"] * 2),
        (
            "Nokia's capital expenditure was $9 billion. It first announced a $7 billion package.",
            ["capital-expenditure"] * 2,
        ),
        ("Nokia's revenue grew 9%. The unit saw a 5% rise in its home market.", ["revenue-growth"] * 2),
    ],
)
def test_a_noun_that_says_little_leaves_the_measure_to_the_text(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia's profit rose 9%. Landing fees fell by 10%, with a 15% decrease in May and a 7% decrease in June.",
            ["profit-change", "growth-rate", "growth-rate", "growth-rate"],
        ),
        (
            "Nokia's profit rose 9%. Its ARPU is expected to rise 5% in May and 17% on the year.",
            ["profit-change", "growth-rate", "growth-rate"],
        ),
    ],
)
def test_nothing_told_before_such_a_noun_is_carried_on_past_it(text, expected):
    assert measures(text) == expected
