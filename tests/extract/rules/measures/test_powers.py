"""Power that data centres draw, and that plants make."""

import pytest
from fixtures.measured import measures

DRAWN, MADE = "data-centre-capacity", "production-capacity"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI's 10GW commitment is huge.", [DRAWN]),
        ("AMD lands a 6GW OpenAI order.", [DRAWN]),
        ("A 600MW expansion near Abilene was cancelled.", [DRAWN]),
        ("OpenAI will deploy 10GW of Nvidia systems.", [DRAWN]),
        ("Meta's data centre will draw 1GW. By 2030 it is to reach 5GW.", [DRAWN, DRAWN]),
        ("Crusoe's data centre has 2GW. With a second one, it delivers over 5.5GW.", [DRAWN, DRAWN]),
    ],
)
def test_power_that_is_ordered_or_deployed_is_that_of_data_centres(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The wind farm has a capacity of 1.4GW.",
        "The reactor produces 1.1GW.",
        "The three gas plants supply 2.3GW.",
        "Siemens won an order for 3GW of wind turbines.",
        "The nuclear plant will add 835MW to the grid.",
    ],
)
def test_power_in_a_sentence_about_plants_alone_is_not_drawn(text):
    assert measures(text)[0] in (MADE, "other")
