"""Parts of a whole that do or are something are no shares that anybody holds, and no part of a staff that goes."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    "text",
    [
        "Some 15% of Kestrin's American workforce holds a permit.",
        "Acme put its targets up after fewer than 20% of staff at one unit reached theirs.",
        "About a third of its baggage staff called in sick.",
        "Women make up 30% of the workforce at Borealis.",
        "The survey found that 9% of managers plan to buy the software.",
        "The survey found that 90% of PCs are infected with spyware.",
        "Half of all phones now run the system.",
        "By July over 60% of the orders had been delivered.",
    ],
)
def test_a_part_that_something_is_said_of(text: str) -> None:
    assert measures(text) == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 9% of the workforce will lose their jobs, Acme said.", ["workforce-cut"]),
        ("Acme will cut 900 posts. That is 9% of its staff.", ["job-cuts", "workforce-cut"]),
        ("Acme will cut 900 jobs, or 11.5 percent of its work force.", ["job-cuts", "workforce-cut"]),
        ("A third of the smartphone market is held by Acme.", ["market-share"]),
        ("Acme shipped 12 million phones in May, 25% of all smartphones shipped.", ["shipments", "market-share"]),
        ("Some 40% of the chip orders went to Borealis.", ["share-of-chip-orders"]),
        ("About 60% of Acme's chip orders would be given to local suppliers.", ["share-of-chip-orders"]),
    ],
)
def test_a_part_that_somebody_has_or_that_goes(text: str, expected: list[str]) -> None:
    assert measures(text) == expected
