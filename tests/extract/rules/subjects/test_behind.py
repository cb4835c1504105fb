import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$9 billion is what Baidu wants to spend on chips.", ["Baidu"]),
        ("A bill of $9 billion for servers awaits Baidu.", ["Baidu"]),
        ("Four chip plants are to rise on Intel's site in Ohio.", ["Intel"]),
        ("Some 90 million people turn to Doubao every day.", ["Doubao"]),
        ("At $90 billion, Stripe is worth more than ever.", ["Stripe"]),
        ("The new chips cost Baidu $9 billion.", ["Baidu"]),
        ("Some $9 billion was spent on Nvidia's chips.", [None]),
    ],
)
def test_what_is_said_of_a_figure_that_opens_its_sentence_tells_whose_it_is(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Swiss watches are subject to a tariff of 39%.", ["Switzerland"]),
        ("Indian exporters face duties of 50% in the United States.", ["India"]),
        ("A tariff of 30% on goods from Canada hurts American makers.", ["Canada"]),
    ],
)
def test_a_tariff_is_on_the_country_whose_goods_are_named(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia put $3 billion into Cohere at a valuation of $9 billion.", "Cohere"),
        ("The deal put a value of $9 billion on Cohere.", "Cohere"),
    ],
)
def test_a_value_is_of_whom_money_is_put_into(text, expected):
    assert subjects(text)[-1] == expected


def test_a_comma_between_names_makes_no_list_where_the_second_acts():
    assert subjects("To pay for its bet on OpenAI, SoftBank has borrowed $40 billion.") == ["SoftBank"]


def test_what_each_of_several_does_is_of_each():
    assert subjects("Baidu and Tencent each ordered 30,000 chips.") == ["Baidu", "Tencent"]
