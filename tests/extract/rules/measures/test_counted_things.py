"""What a number counts stands in its own noun phrase, not in a thing told beside it."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The phone has two cameras and 15 sensors.", ["other", "other"]),
        ("Borealis interviewed 14,000 mobile phone owners.", ["other"]),
        ("Acme is drawing up two processors: one for phones and one for cars.", ["other"]),
        ("It gave up at least five land parcels meant for more data centre capacity.", ["other"]),
        ("Acme walked away from several deals and at least five land parcels.", ["other"]),
        ("The site counted 240 million average daily visits.", ["other"]),
        ("The group's plants will fall from 17 to 10.", ["other", "other"]),
        ("Munich Re registered 300 natural and man-made disasters.", ["other"]),
        ("Ford delivered 90,000 fully electric and plug-in hybrid vehicles.", ["vehicle-deliveries"]),
        ("Tesla's sales figures for May fell to 90,000 units.", ["vehicle-deliveries"]),
        ("Acme shipped 90 million phones.", ["shipments"]),
        ("The firm trained its model on 2,048 GPUs.", ["cluster-size"]),
    ],
)
def test_things_beside_what_is_counted(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 14,000 out of Acme's 140,000 workers will likely be let go.", ["job-cuts", "employees"]),
        ("About 14,000 of its 140,000 workers will lose their jobs.", ["job-cuts", "employees"]),
        ("About 14,000 of its 140,000 workers are in Spain.", ["employees", "employees"]),
        ("Acme will lay off 2,700 at its Texas plant and another 3,300 workers in Spain.", ["job-cuts", "job-cuts"]),
    ],
)
def test_a_part_of_a_staff_that_goes(text: str, expected: list[str]) -> None:
    assert measures(text) == expected
