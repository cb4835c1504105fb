"""Who only stands by: in brackets, in another clause, as a part of a company, or a whole market."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TikTok was fined €530 million. The fine, after those on Amazon (€7M) and Meta (€9M), tops one of €3M.",
            ["TikTok", "Amazon", "Meta", "TikTok"],
        ),
        ("Intel spent $9 billion, compared with $5 billion for AMD. Profit was $2 billion.", ["Intel", "AMD", "Intel"]),
        ("Intel spent $9 billion. AMD spent $5 billion. Profit was $2 billion.", ["Intel", "AMD", "AMD"]),
    ],
)
def test_a_text_does_not_go_on_about_who_is_told_of_in_passing(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BYD sold 3 million cars.\n\nProfits across the sector fell by 23%. Net profit sank to $27 billion.",
            ["BYD", None, None],
        ),
        ("The chip market grew by 7%. Sales came to $600 billion. Intel earned $2 billion.", [None, None, "Intel"]),
        ("The chip market grew by 7%. Intel earned $2 billion. Sales came to $60 billion.", [None, "Intel", "Intel"]),
        ("Lisa Su said the market for AI chips in India could reach $20 billion.", [None]),
    ],
)
def test_what_is_told_of_a_market_goes_on_about_it(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent's ad sales grew 21%, while the Services to Business (StB) segment grew 10%.", ["Tencent", "Tencent"]),
        ("Nestle reported sales growth of 4% and Real Internal Growth (RIG) of 1.5%.", ["Nestle", "Nestle"]),
        ("Google said AWS, a division of Amazon, earned $3 billion.", ["Amazon Web Services"]),
    ],
)
def test_a_part_and_what_is_measured_are_no_company(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OpenAI is to raise $40 billion in a round led by Son's SoftBank at a valuation of $300 billion.",
            ["OpenAI", "OpenAI"],
        ),
        ("Sequoia bought shares in sales that pushed Stripe’s valuation up to $70bn.", ["Stripe"]),
        ("In May, Tesla sales in the EU shrank by 38%.", ["Tesla"]),
        ("Huawei grew 64%. Sales of Honor phones, meanwhile, fell 2%.", ["Huawei", "Honor"]),
        ("UBS will cut 30% of its staff, with headcount at Credit Suisse now at 45,000.", ["UBS", "Credit Suisse"]),
        (
            "Despite Cambricon's surge, stocks fell, with the Shanghai Composite Index falling 1.8%.",
            ["Shanghai Composite"],
        ),
        ("Apple took over from Samsung, with 66% and 31% of the market, respectively.", ["Apple", "Samsung"]),
        ("Apple took over from Samsung, with 66% of the market.", ["Apple"]),
    ],
)
def test_whose_a_figure_is(text, expected):
    assert subjects(text) == expected


def test_an_officer_without_a_first_name_is_no_company():
    text = "Nestle stock gains 5% after CEO Navratil unveils 14,000 job cuts\n\nNestle's shares leapt on Friday."
    assert subjects(text) == ["Nestle", "Nestle"]


def test_tariffs_on_goods_are_not_of_the_country_before():
    text = "The US has put curbs on China. Donald Trump said he intends to impose tariffs of 25% on imports of chips."
    assert subjects(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barclays rose 2%. HSBC has a plan.\n\nThis step will save the bank $2 billion.", ["Barclays", "HSBC"]),
        ("Barclays rose 2%. HSBC has a plan.\n\nThis step will save $2 billion.", ["Barclays", "Barclays"]),
    ],
)
def test_the_only_company_that_is_referred_to(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lloyds has 9,000 shops. And 4,000 HSBC customers complained.", ["Lloyds Banking Group", "HSBC"]),
        ("Lloyds bought 4,000 Nvidia chips.", ["Lloyds Banking Group"]),
    ],
)
def test_people_counted_with_a_name_are_of_the_name(text, expected):
    assert subjects(text) == expected


def test_what_people_without_a_name_have_spent_is_not_of_whom_the_text_is_about():
    text = (
        "Anthropic raised $30 billion.\n\nHalf of the $190bn spent by American venture capitalists went to start-ups."
    )
    assert subjects(text) == ["Anthropic", None, None]


def test_who_is_surpassed_does_not_act():
    assert subjects("Nvidia soared, surpassing Apple to become the dearest share at a price of $900.") == ["Nvidia"]
    assert subjects("Ferrous Bank was expecting Apple to pay $9 million.") == ["Apple"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryanair's profit rose 9%. Average fares fell by 10%.", ["Ryanair", "Ryanair"]),
        ("Ryanair's profit rose 9%. Oil prices fell by 10%.", ["Ryanair", None]),
    ],
)
def test_fares_are_of_the_company_that_a_text_is_about(text, expected):
    assert subjects(text) == expected


def test_a_new_paragraph_does_not_go_on_about_a_part_of_whom_the_text_is_about():
    text = "Amazon earned $3 billion.\n\nThe growth of AWS slowed to 15%.\n\nNet profit stood at $2 billion."
    assert subjects(text) == ["Amazon", "Amazon Web Services", "Amazon"]
    assert subjects("Amazon earned $3 billion. AWS earned $2 billion. Sales rose 8%.") == [
        "Amazon",
        "Amazon Web Services",
        "Amazon Web Services",
    ]
