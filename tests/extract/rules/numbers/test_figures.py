import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.numbers.figures import figures


def spans(text: str) -> list[str]:
    return [found.span.of(text) for found in figures(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The group spent 9 billion yuan ($1.25 billion) on it.", ["9 billion yuan ($1.25 billion)"]),
        ("It paid 27bn yuan (£2.9bn; $3.8bn) for it.", ["27bn yuan (£2.9bn; $3.8bn)"]),
        ("It will be between $7bn (£5bn) to $8bn.", ["between $7bn (£5bn) to $8bn"]),
        ("It set aside 38 billion yuan, or about $5.3 billion.", ["38 billion yuan, or about $5.3 billion"]),
        ("It rose by $5bn (12%).", ["$5bn", "12%"]),
        ("It made $5bn, or 12% of sales.", ["$5bn", "12%"]),
        ("(€1=$1.08)", ["$1.08"]),
        ("It pays €1.2 billion or $0.15 gross on each share.", ["€1.2 billion", "$0.15"]),
        ("It cost 400 billion rupiah ($25 million).", ["400 billion rupiah ($25 million)"]),
    ],
)
def test_a_conversion_beside_an_amount_is_folded_in(text: str, printed: list[str]) -> None:
    assert spans(text) == printed


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It was fined $1.2 billion CAD.", "CAD"),
        ("It was fined $5 million Cdn over this.", "CAD"),
        ("It was fined Cdn$5 million.", "CAD"),
        ("It was fined $5 million AUD.", "AUD"),
        ("It was fined $5 million USD.", "USD"),
        ("It was fined $5 million in Canada.", "USD"),
    ],
)
def test_a_currency_named_behind_dollars_tells_whose_they_are(text: str, unit: str) -> None:
    assert [found.quantity.unit for found in figures(text)] == [unit]


def test_a_folded_conversion_keeps_value_unit_and_bound() -> None:
    (found,) = figures("It has over 9 billion yuan ($1.25 billion) left.")
    (also,) = found.also
    assert (str(also.value), also.unit, also.bound) == ("1250000000", "USD", "more_than")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It plans three new fabs in Spain.", ["three"]),
        ("It operates 14 stores and 1,200 kiosks.", ["14", "1,200"]),
        ("At least 20 of the 50 states agreed.", ["At least 20"]),
        ("Sales reached 4 million, up from 3 million.", ["4 million", "3 million"]),
        ("The move delays the rule for 60 days.", ["60 days"]),
        ("It won a 60-day extension.", ["60-day"]),
        ("A court ordered a 14 day pause.", ["14 day"]),
        ("The ferry was halted for three years.", ["three years"]),
        ("More than two ports closed.", ["More than two"]),
        ("Two lighthouses will be sold.", ["Two"]),
        ("Two firms were fined.", ["Two"]),
        ("Two of its four cranes broke.", ["Two"]),
        ("The tunnel is three miles long.", ["three miles"]),
        ("Kestrin to Cut 400 Jobs", ["400"]),
        ("Kestrin Announces 400 Layoffs in May", ["400"]),
    ],
)
def test_numbers_that_say_how_many(text: str, printed: list[str]) -> None:
    assert spans(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "The plan for 2026 follows that of 2024.",
        "On 3 May and June 12 they met.",
        "The 45-year-old founder, Ada Roe, 45, left.",
        "It runs Windows 11 and version 3 of the tool.",
        "The 3nm process is new.",
        "Two people familiar with the plan said so.",
        "The two firms and all three rivals agreed.",
        "One of the chips is the old one.",
        "A two-pronged approach and a one-time charge.",
        "It was founded 12 years ago and grew over the next five years.",
        "The group has worked there for 20 years.",
        "1. Chips\n2. Servers\n",
        "The S&P 500 and the Magnificent Seven.",
        "They met three times.",
        "The model Lama 3 70B is open.",
        "The permit covers two harbours: Ada and Bryn.",
        "The dredger is larger than two earlier ships.",
        "Three rivals share the coast.",
        "Two of the three piers stand.",
        "It was the best season for three years.",
        "The reactor at Nine Mile Point restarted.",
        "It rests on the word of two unnamed people, which is little.",
        "It lost tens of millions of dollars and hundreds of thousands of users.",
        "Kestrin Windows 11 Updates",
    ],
)
def test_numbers_that_name_or_date_something(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The dividend is 63 cents.", "0.63", "USD"),
        ("Shares stood at 850 pence.", "8.5", "GBP"),
        ("The ban was put off by 60 days.", "60", "count"),
        ("Shares stood at 850p.", "8.5", "GBP"),
    ],
)
def test_units_of_figures(text: str, value: str, unit: str) -> None:
    (found,) = figures(text)
    assert (str(found.quantity.value), found.quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "La empresa invertirá 500 millones de euros en la planta de los Andes.",
        "Der Konzern will 12 Werke und die Zahl der Stellen um 500 senken.",
        "Компания вложит 500 млрд рублей в 12 заводов.",
        "同社は8億ドルを投資し、10％増加した。",
        "Le groupe va investir $12 milliards dans les usines du pays.",
    ],
)
def test_other_languages_yield_no_nonsense(text: str) -> None:
    assert spans(text) == []


def test_an_english_line_beside_a_foreign_one_is_read() -> None:
    assert spans("Der Konzern und die Stadt mit 12 Werken.\nThe group has 12 plants in the city.") == ["12"]


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    end = 0
    for found in figures(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.covers(found.number)
        end = found.span.end


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It set aside Rmb30bn for ships.", "30000000000", "CNY"),
        ("The pier cost SKr4bn.", "4000000000", "SEK"),
        ("It owes NKr 60m to the port.", "60000000", "NOK"),
        ("They raised DKr2.5 billion.", "2500000000", "DKK"),
        ("The yard paid Y200bn.", "200000000000", "JPY"),
        ("The yard borrowed W3tn.", "3000000000000", "KRW"),
        ("A mine sold for R20bn.", "20000000000", "ZAR"),
        ("The bank earned N1.8 trillion.", "1800000000000", "NGN"),
        ("The canal needs Bt40bn.", "40000000000", "THB"),
    ],
)
def test_letters_glued_to_the_digits_are_a_currency(text: str, value: str, unit: str) -> None:
    (found,) = figures(text)
    assert (str(found.quantity.value), found.quantity.unit) == (value, unit)


@pytest.mark.parametrize("text", ["The Y2K scare passed.", "They ran R1 and W3 there.", "The R4B model is small."])
def test_a_letter_before_digits_is_mostly_no_currency(text: str) -> None:
    assert spans(text) == []


def test_a_letter_behind_digits_stays_a_unit() -> None:
    (found,) = figures("The lamp draws 60W at night.")
    assert found.quantity.unit == "W"


def test_or_joins_a_conversion_and_no_other_amount_of_the_same_currency() -> None:
    assert spans("It cost 30 yuan or $4.20 at the pier.") == ["30 yuan or $4.20"]
    assert spans("It made $3 million or 36 cents per share.") == ["$3 million", "36 cents"]
    assert spans("It made $3 million, or equivalent to 2 million euros.") == [
        "$3 million, or equivalent to 2 million euros"
    ]
    assert spans("It made $3 million, or $2 a share.") == ["$3 million", "$2"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Kestrel Air ordered two 787 Dreamliners and four 777 freighters.", ["two", "four"]),
        ("The airline took three 747-400s, five 787-9s and 60 cheaper 737s.", ["three", "five", "60"]),
        ("Kestrel Air ordered 787 cars in 2024.", ["787"]),
        ("It holds orders for 23 of its older freight planes.", ["23"]),
        ("Boeing booked 70 orders, compared with 18 for Airbus.", ["70", "18"]),
        ("Boeing sold 70 planes, up from 18 in the same month.", ["70", "18"]),
        ("It has a range like that of an Airbus, compared with a 747 for freight.", []),
        ("Of the 63 orders that Kestrel placed, 50 were for larger planes.", ["63", "50"]),
        ("Of the 63 orders that Kestrel placed, traders wrote that 50 were for larger planes.", ["63", "50"]),
        ("Boeing won 70 orders, versus 18 a quarter.", ["70", "18"]),
        ("Boeing had 584 orders, compared with Airbus' 13 orders, including 4 for freighters.", ["584", "13", "4"]),
        ("It employs staff in many places, including 4 Privet Drive.", []),
        ("It foresees profit in the range of $31 million and $36 million.", ["$31 million and $36 million"]),
        ("It foresees a profit of $250 million and a loss of $290 million.", ["$250 million", "$290 million"]),
        ("They say three of Kestrel's biggest customers---banks all---will leave.", ["three"]),
        ("Shares fell 14c after it paid 8.8c a share.", ["14c", "8.8c"]),
        ("The iPhone 5c went on sale, and the Moto 4c, too.", []),
        ("(€1 = 0.8448 pounds)", ["0.8448 pounds"]),
    ],
)
def test_counts_of_models_counts_compared_and_cents_are_figures(text: str, printed: list[str]) -> None:
    assert spans(text) == printed


def test_a_sign_that_two_currencies_share_is_of_the_one_that_the_conversion_is_not_in() -> None:
    (figure,) = figures("Alibaba spent ¥4 billion (200 million yuan) in Beijing.")
    assert figure.quantity.unit == "JPY"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Acme's share climbed 3 percentage points in May and 6 points in June.",
            [("3", "percentage-point"), ("6", "percentage-point")],
        ),
        ("Acme's share fell three points to 12%.", [("3", "percentage-point"), ("12", "percent")]),
        ("The index rose 300 points.", [("300", "count")]),
        ("Rates rose 3 percentage points and shares 300 points.", [("3", "percentage-point"), ("300", "count")]),
        ("The two were valued at 20.5 and 18.1 times sales.", [("20.5", "ratio"), ("18.1", "ratio")]),
        ("Sales rose 9 and 12 percent.", [("9", "percent"), ("12", "percent")]),
        ("It left several 100+ megawatt deals.", [("100", "MW")]),
        ("It hired 100+ engineers.", [("100", "count")]),
        ("Acme will pay 275 billion CFA to Mali.", [("275000000000", "XOF")]),
        ("The offer is worth Stg 31.1 billion.", [("31100000000", "GBP")]),
        ("Borealis maintained second place with 8% of the market.", [("2", "rank"), ("8", "percent")]),
        ("One of the big four lenders said so.", []),
    ],
)
def test_units_told_beside_another_number(text: str, told: list[tuple[str, str]]) -> None:
    assert [(str(found.quantity.value), found.quantity.unit) for found in figures(text)] == told
