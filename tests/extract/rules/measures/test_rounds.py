"""A numbered list of rounds names a company and what it raised, without a word for it at the amount."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize("between", [", ", ": ", " – ", " — ", " - "])
@pytest.mark.parametrize("number", ["{}. ", "{}) "])
def test_an_amount_behind_a_name_in_a_list_of_rounds_is_one(number, between):
    lines = [f"{number.format(at)}{who}{between}${much}m" for at, who, much in ((1, "Nokia", 90), (2, "Ericsson", 40))]
    assert measures("\n\n".join(["The biggest rounds of the week:", *lines])) == ["funding-round"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The biggest payouts of the week:\n\n1. Nokia, $90m. It makes radios.",
        "The biggest rounds of the week are over. Nokia, $90m.",
        "1. Nokia, $90m. It makes radios.\n\nThese are the biggest rounds of the week.",
    ],
)
def test_a_list_of_anything_else_tells_no_round(text):
    assert measures(text) == ["other"]
