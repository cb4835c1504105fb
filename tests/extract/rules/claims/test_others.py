"""Figures of people or companies as such, and of what no company has, which are not whom the text told of before."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "Airlines worldwide will make $39 billion.",
        "Airlines will make $39 billion, the trade body IATA said.",
        "European airlines made $11 billion.",
        "Airlines in Europe made $11 billion.",
        "In Europe, airlines made $11 billion.",
        "Households hold $50 trillion.",
        "Utilities plan to spend $1.1 trillion.",
        "State governments gave $10 billion.",
        "Employers in America announced 153,000 job cuts.",
        "Venture capitalists put in $190 billion.",
        "Start-ups in Europe raised $12 billion.",
        "Publishers and authors want $1.5 billion.",
        "Local vendors will supply 55% of the market.",
        "Domestic suppliers could take half of the market.",
        "Makers of medicines as a group will supply 55% of the market.",
        "Its rivals have a share of 10%.",
        "Some $190 billion has been put into start-ups.",
        "Nearly 950,000 job cuts were announced by employers.",
        "Some 40% of teenagers in America say so.",
        "Data centres use 4.4% of the electricity.",
    ],
)
def test_what_others_do_is_of_no_company_told_of_before(sentence):
    assert subjects(f"Boeing lost $5 billion. {sentence}")[-1] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue rose to $39 billion.",
        "Deliveries to airlines in Europe rose by 9%.",
        "Analysts had expected $39 billion.",
        "Investors expect sales of $39 billion.",
        "Its customers in Europe paid $11 billion.",
        "Customers paid $11 billion.",
        "Employees will get raises of 2%.",
        "Other related businesses contributed $2 billion.",
        "Shareholders will get $2 billion.",
    ],
)
def test_what_its_own_people_do_is_told_of_a_company(sentence):
    assert subjects(f"Boeing lost $5 billion. {sentence}")[-1] == "Boeing"


@pytest.mark.parametrize(
    "sentence",
    [
        "The dollar index rose 0.3%.",
        "The yield on the 10-year bond fell to 4%.",
        "The tax credit of $7,500 expired.",
        "In Europe, registrations of electric cars rose 26%.",
        "Investment in factories worldwide will reach $6 trillion.",
        "A $7,500 federal tax credit expired.",
    ],
)
def test_what_no_company_has_is_of_none(sentence):
    assert subjects(f"Ford took a charge of $9 billion. {sentence}")[-1] is None


def test_who_acts_beside_a_company_in_its_sentence_is_another():
    assert subjects("Boeing lost $5 billion, while airlines lost $9 billion.") == ["Boeing", None]
    assert subjects("Boeing lost $5 billion, while airlines took 160 jets from Airbus.") == ["Boeing", None]


def test_a_tariff_is_on_whose_goods_it_is_laid():
    assert subjects("Walmart sold more. The tariff on goods from China stands at 47%.")[-1] == "China"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba has 36% of China's cloud market, which grew 55%.", ["Alibaba", None]),
        ("Alibaba has 36% of the cloud market, which grew 55%.", ["Alibaba", None]),
        ("Alibaba has 36% of the cloud market, and grew 55%.", ["Alibaba", "Alibaba"]),
    ],
)
def test_a_market_in_a_country_grows_by_itself(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel waits. Analysts put the price of a new plant at $20 billion.", None),
        ("Intel waits. Industry estimates peg the cost of building a 1-gigawatt site at around $50 billion.", None),
        ("Intel waits. Analysts put the cost of its new plant at $20 billion.", "Intel"),
    ],
)
def test_what_any_of_a_kind_costs_is_nobodys(text: str, expected: str | None) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia grew. Nokia is large. The watchdog said it closed 175 files.", None),
        ("Nokia grew. Nokia is large. The trade body said on Monday that it had lost $4 million.", None),
        ("Nokia grew. Nokia is large. The company said it lost $4 million.", "Nokia"),
        ("Nokia grew. Nokia is large. The watchdog said Nokia lost $4 million and it must pay.", "Nokia"),
    ],
)
def test_somebody_without_a_name_speaks_of_itself(text: str, expected: str | None) -> None:
    assert subjects(text)[-1] == expected
