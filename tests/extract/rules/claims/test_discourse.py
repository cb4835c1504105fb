"""What a figure takes over from figures before it."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xiaomi's shipments grew 23% year on year, to reach 40.7 million.", ["shipments-growth", "shipments"]),
        ("Dell's profit fell 5% to $2 billion.", ["profit-change", "profit"]),
        ("Dell's profit fell 5%. It employs 4,000 people.", ["profit-change", "employees"]),
    ],
)
def test_a_change_leads_to_an_amount_of_what_changed(text, expected):
    assert measures(text) == expected


def test_a_level_does_not_go_on_with_a_change():
    assert measures("Dell shares rose 3%. It makes one percent of all parts.") == ["stock-price-change", "other"]
    assert measures("Dell shares rose 3%. On Friday they lost 2%.") == ["stock-price-change"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dell will spend $9 billion on AI chips. This marks an increase from the estimated outlay of $5 billion.",
            ["ai-chip-purchase-budget"] * 2,
        ),
        ("Dell's profit was $9 million. That was a drop from the $12 million of May.", ["profit"] * 2),
        (
            "Dell's profit was $9 million. This year the state made an investment of $5 billion.",
            ["profit", "investment"],
        ),
        ("Dell's profit came to $9 million, reversing a net loss of $2 million.", ["profit", "loss"]),
    ],
)
def test_older_values_in_a_sentence_of_their_own(text, expected):
    assert measures(text) == expected


def test_this_is_a_change_of_what_was_told_last():
    text = "Dell's revenue rose 5%. The offer values it at $90 billion. This is a drop of 26%."
    assert measures(text) == ["revenue-growth", "valuation", "growth-rate"]
    assert measures("Dell's revenue rose 5% in May. Growth was 4% in June.") == ["revenue-growth"] * 2


def test_a_count_without_a_noun_is_of_what_was_counted_before():
    text = "Doubao has 71 million monthly active users, while Ernie followed with 13 million."
    assert measures(text) == ["monthly-active-users"] * 2


def test_a_part_of_an_amount_named_before_takes_its_measure():
    text = "Baidu put its capital expenditure at $4 billion. About half of the amount will be spent abroad."
    assert measures(text) == ["capital-expenditure", "share-of-capital-expenditure"]


def test_an_older_value_has_the_measure_of_the_new_one():
    text = "Meta's capital expenditure was $17 billion, up from $9 billion a year before."
    assert measures(text) == ["capital-expenditure", "capital-expenditure"]


def test_parallel_clauses_share_a_measure():
    text = "Alphabet spent $14 billion on capital expenditure, whereas Microsoft spent $16 billion."
    assert measures(text) == ["capital-expenditure", "capital-expenditure"]


def test_an_amount_named_again_keeps_its_measure():
    text = "Oracle signed a $30 billion cloud deal with OpenAI. The $30 billion deal starts in 2027."
    assert measures(text) == ["cloud-contract", "cloud-contract"]


def test_a_share_given_with_or_is_of_the_whole_of_the_amount_before():
    assert measures("Of its sales, cloud services brought in $6.7 billion, or 42%.")[1] == "share-of-revenue"


def test_what_is_set_against_an_amount_has_its_measure():
    assert measures("Oracle owed $111 billion in August, against $84 billion a year earlier.") == ["debt", "debt"]


def test_a_conversion_in_words_keeps_the_measure():
    text = "Tencent has put down 14 billion yuan for AI chips. At that rate that is $2 billion."
    assert measures(text) == ["ai-chip-purchase-budget"] * 2


def test_a_change_without_a_name_is_that_of_the_amount_before():
    text = "Nokia's total revenue was $9 billion. It guided to growth of 4%."
    assert measures(text) == ["revenue", "revenue-growth"]


def test_a_bare_count_goes_on_counting_what_was_counted_before():
    text = "Vodafone lost 49,000 mobile customers. Its rival won 300,000, and then 80,000 more."
    assert measures(text) == ["subscribers"] * 3


def test_a_count_with_a_noun_of_its_own_does_not():
    assert measures("Vodafone lost 49,000 mobile customers. It painted 900 doors.")[1] != "subscribers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The factory makes 150,000 vans a year but that will grow to 250,000 vans.", ["production"] * 2),
        ("Ericsson will cut 4,000 jobs in Kista and another 550 jobs in Lund.", ["job-cuts"] * 2),
        ("Of the 2,600 job losses, 2,300 are behind it.", ["job-cuts"] * 2),
        ("Baidu ordered 90,000 H20 chips but got only 30,000 units.", ["chip-orders"] * 2),
        ("Baidu ordered 90,000 H20 chips and employs 30,000 people.", ["chip-orders", "employees"]),
        ("Nokia's gross margin was 43%, down from 45% a year ago.", ["margin", "margin"]),
        ("Sales rose 8% to $430 million and net profit was up 4%.", ["revenue-growth", "revenue", "profit-change"]),
        ("It pays a dividend of $0.88 a share compared with $0.34 a share.", ["dividend", "dividend"]),
        ("It pays a dividend of $0.88 a share and sells at $34 a share.", ["dividend", "price-per-share"]),
    ],
)
def test_a_figure_goes_on_from_the_one_before(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boeing will cut 4,000 jobs in the air and 550 jobs on the ground.", ["job-cuts", "job-cuts"]),
        ("Boeing will cut 4,000 jobs. Some 550 jobs are in Ohio.", ["job-cuts", "job-cuts"]),
        ("Boeing will cut 4,000 jobs. It employs 90,000 people.", ["job-cuts", "employees"]),
        ("Nio's margin was 13%, down from 20%.", ["margin", "margin"]),
        ("Profit rose 4% in the period to $129 million, while net debt fell.", ["profit-change", "profit"]),
        ("Nokia shares were down 4% at $0.79.", ["stock-price-change", "price-per-share"]),
        (
            "Nokia had capex of $9 billion in the quarter, marking a 91% increase.",
            ["capital-expenditure", "capital-expenditure-growth"],
        ),
        (
            "Dell had revenue of $9 billion for the quarter, representing a rise of 11%, and net profit of $3 billion.",
            ["revenue", "revenue-growth", "profit"],
        ),
        ("Nokia's dividend rose by 9% to 8.4 pence a share.", ["growth-rate", "dividend"]),
        (
            "Analysts had foreseen capital spending of $60 billion. Meta guided for $70 billion.",
            ["capital-expenditure", "capital-expenditure"],
        ),
        (
            "Reflection raised $2 billion at a valuation of $8 billion, including $800 million from Nvidia.",
            ["funding-round", "valuation", "funding-round"],
        ),
        (
            "ByteDance plans spending of 160 billion yuan, including 85 billion yuan for AI processors.",
            ["spending", "ai-chip-purchase-budget"],
        ),
        (
            "Amazon's capex for next year is put at $150 billion. Google's is seen at $130 billion.",
            ["capital-expenditure"] * 2,
        ),
        ("Capital spending worried investors. Oracle now foresees $50 billion.", ["capital-expenditure"]),
        ("What each plans in capex:\n\n- Amazon: $200 billion\n- Google: $180 billion", ["capital-expenditure"] * 2),
        ("Boeing let go of 65 people in Seattle, some 9% of the unit.", ["job-cuts", "workforce-cut"]),
        ("Boeing hired 65 people, some 9% of those it wants.", ["jobs-created", "other"]),
    ],
)
def test_what_a_figure_beside_measures_goes_on(text, expected):
    assert measures(text) == expected


def test_an_older_value_is_that_of_the_amount_alike():
    text = (
        "Nokia made a profit of $23 million, or 7 cents a share, down from $81 million, or 25 cents a share, in 2023."
    )
    assert measures(text)[2] == "profit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dell was fined $9 million on Friday and Acer $8 million, as the budget for spending was set.", ["fine"] * 2),
        (
            "Dell was valued at $9 billion in 2023 and as high as $12 billion in 2022, and filed for an IPO.",
            ["valuation"] * 2,
        ),
        ("Dell spent $9 billion in 2023 and paid $8 billion in dividends.", ["spending", "dividend"]),
        ("Dell was fined $9 million and Acer $8 million in net profit, it turned out.", ["fine", "profit"]),
    ],
)
def test_only_who_or_when_is_told_anew(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dell's profit was $9 million ($0.31 per share), against $7 million ($0.24).",
            ["profit", "earnings-per-share"] * 2,
        ),
        ("Dell will pay dividends of $9 million, or 31 cents per share.", ["dividend"] * 2),
        ("Dell had sales of $9 million. Its shares closed at 31 cents per share.", ["revenue", "price-per-share"]),
    ],
)
def test_sums_are_told_for_each_share(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla's year\n\nTesla's sales in Spain fell 40% in May.", ["shipments-growth"]),
        ("BYD goes on\n\nBYD increased its sales by 20% in July.", ["shipments-growth"]),
        ("Tesla's year\n\nTesla's sales fell 40% in May and its profit vanished.", ["revenue-growth"]),
        ("Walmart's year\n\nWalmart's sales fell 4% in May.", ["revenue-growth"]),
    ],
)
def test_sales_of_a_maker_are_pieces_where_no_money_is_told(text, expected):
    assert measures(text) == expected
