"""What an amount of money is a price of by how it stands."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese companies pay $14,000 for each processor.", ["price"]),
        ("Resellers charge 800,000 yuan for each server.", ["price"]),
        ("Each H200 module costs about 1.4 million yuan.", ["price"]),
        ("Meta paid $14.3 billion for 49% of Scale AI.", ["acquisition-price", "equity-stake"]),
        ("The takeover of Norfolk Southern by Union Pacific is worth $85 billion.", ["acquisition-price"]),
        ("Shell sold its refinery near Singapore for $500 million.", ["acquisition-price"]),
    ],
)
def test_parts_of_firms_and_each_of_several_things_are_priced(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank put revenue at $8 billion.", ["revenue"]),
        ("Nokia will spend $90 million on chips for each site.", ["ai-chip-purchase-budget"]),
        ("MGX will chip in $7 billion for a 15% slice of the venture.", ["investment", "equity-stake"]),
        ("One of the plants cost about $4 billion.", ["investment"]),
    ],
)
def test_what_is_no_firm_and_no_piece_is_not(text, expected):
    assert measures(text) == expected
