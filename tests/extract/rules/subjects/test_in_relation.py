"""Whom a text goes on about behind a sentence, or an aside, that tells of somebody else in relation to it."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "between",
    [
        "Uber has long outspent it on marketing.",
        "Uber competes with it in a few cities.",
        "Uber has taken customers from it.",
        "Uber has been lending cars to it since 2022.",
        "Uber, its far larger rival, has copied many of its features.",
        "Uber, which once tried to buy it, has copied its features.",
        "Uber, with which it shares drivers, is under investigation.",
        "Uber, whose drivers it hires away, is under investigation.",
        "Uber, to which it sells maps, is under investigation.",
        "Like Uber, it depends on drivers.",
        "As with Uber, its drivers want more.",
        "Uber accounts for most of its sales.",
        "Uber remains its largest customer.",
    ],
)
def test_the_text_goes_on_about_whom_another_is_told_in_relation_to(between):
    assert subjects(f"Lyft's bookings rose 16%. {between} Revenue reached $2 billion.")[-1] == "Lyft"


@pytest.mark.parametrize(
    "between",
    [
        "Uber then reported its results.",
        "Uber, meanwhile, had a good quarter.",
        "Uber said it had raised its prices.",
        "Uber raised its forecast.",
        "Uber has drivers who want more of it.",
    ],
)
def test_the_text_goes_on_about_who_only_tells_of_itself(between):
    assert subjects(f"Lyft's bookings rose 16%. {between} Revenue reached $2 billion.")[-1] == "Uber"


@pytest.mark.parametrize("rival", ["a far larger rival", "its larger rival", "which once tried to buy it"])
def test_the_company_of_a_new_paragraph_is_no_rival_of_the_paragraph_before(rival):
    text = f"Results\n\nLyft's bookings rose 16%.\n\nUber, {rival}, grew 20%.\n\nThe company had 9 million users."
    assert subjects(text) == ["Lyft", "Uber", "Lyft"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lyft lost money. Uber makes up 30% of its sales. Profit was $2 billion.", ["Lyft", "Lyft"]),
        ("Lyft lost money. Uber makes up 30% of Lyft's sales.", ["Lyft"]),
        ("Lyft lost money. Uber makes 30% of its sales abroad.", ["Uber"]),
    ],
)
def test_a_part_of_its_whole_is_told_of_whose_the_whole_is(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "in which Nvidia holds 2%",
        "into which Nvidia has put money",
        "for which Nvidia makes chips",
        "from which Nvidia has taken customers",
        "which Nvidia overtook in 2022",
        "which Nvidia once bought for $3 billion",
    ],
)
@pytest.mark.parametrize(
    "does", ["made $2 billion", "has $2 billion", "expects sales of $2 billion", "earns $2 billion"]
)
def test_the_main_clause_is_not_about_who_acts_in_an_aside(aside, does):
    assert subjects(f"Intel, {aside}, {does}.")[-1] == "Intel"
    assert subjects(f"Intel ({aside}) {does}.")[-1] == "Intel"


@pytest.mark.parametrize("aside", ["to which Nvidia paid $2 billion", "whose chips Nvidia bought for $2 billion"])
def test_what_an_aside_tells_is_of_who_acts_in_it(aside):
    assert subjects(f"Intel, {aside}, is growing.") == ["Nvidia"]
