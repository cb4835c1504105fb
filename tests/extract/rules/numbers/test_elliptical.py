"""Counts that leave out what they count."""

import pytest

from kg.extract.rules.numbers.figures import figures


def values(text: str) -> list[int]:
    return [int(found.quantity.value) for found in figures(text) if found.quantity.unit == "count"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bank has 211 branches, down from 220.", [211, 220]),
        ("The bank has 90 shops, against 120 a year earlier.", [90, 120]),
        ("The chain shrank from 213 restaurants to 164.", [213, 164]),
        ("The fleet grew to 615 planes from 584.", [615, 584]),
        ("The number of shops fell from 220 to 211 last year.", [220, 211]),
        ("A total of restaurants up from 40 to 55, it said.", [40, 55]),
        ("The group's plants will fall from 17 to 10.", [17, 10]),
        ("Almost 200 branches will close this year and 645 were shut in 2023.", [200, 645]),
        ("It sold 40 ships in May and 55 in June.", [40, 55]),
    ],
)
def test_counts_of_the_same(text: str, told: list[int]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It moved 40 people from room 9 to room 12.", [40]),
        ("It sold 40 ships between 2019 and 2021, up from 2018.", [40]),
        ("It has 40 shops from 9 to 5 on weekdays.", [40]),
        ("It has 40 shops, and 3 is its lucky number.", [40]),
        ("It won 30 prizes in Hall 7.", [30]),
        ("The number of the room changed from 9A to 12.", []),
        ("It rose from 9 to 12.", []),
        ("The shares fell from 17 to 10.", []),
    ],
)
def test_numbers_that_count_nothing(text: str, told: list[int]) -> None:
    assert values(text) == told
