"""What figures measure in ordinary forms of news: expected and moved-on values, relative clauses, staff, parts."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vestas posted sales of 4.2bn euros, a rise of 12% but falling short of analyst expectations of 4.5bn.",
            ["revenue", "revenue-growth", "revenue"],
        ),
        ("Quarterly sales are now put at 58 billion kronor (previously 61 billion).", ["revenue", "revenue"]),
        ("Real Madrid made 1 billion euros in revenue; Valencia 715 million.", ["revenue", "revenue"]),
        ("Capex will be 70 to 72 billion yuan, up from 50-52 billion.", ["capital-expenditure"] * 2),
        ("Revenue climbed from 2bn euros in 2021 to 5bn in 2023 before slipping back to 4bn.", ["revenue"] * 3),
        (
            "Instacart's valuation slid from $39 billion to $13 billion and then climbed to $24 billion.",
            ["valuation"] * 3,
        ),
        ("Sales were $2.8 billion. Wall Street had dreamed of $8.4 billion.", ["revenue"] * 2),
        (
            "Stripe's valuation fell from $95 billion to $50 billion before recovering to $70 billion in a share sale.",
            ["valuation"] * 3,
        ),
        ("Headcount rose from 12,000 in 2020 to 19,000 in 2022, then shrank to 15,000.", ["employees"] * 3),
        ("The workforce shrank to 15,000 from 19,000.", ["employees"] * 2),
    ],
)
def test_what_a_value_is_held_against_or_became_measures_the_same(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund holds 9 billion euros and Siemens employs 3 million.", ["other", "employees"]),
        ("The app earned 9 million euros and won 4 million users.", ["profit", "total-users"]),
        ("Sales were 9 billion euros, and 3 million people use the app.", ["revenue", "total-users"]),
    ],
)
def test_another_number_is_no_value_of_the_same(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bayer reported growth in sales of Nubeqa, which rose 78% to 1.5 billion euros.",
            ["revenue-growth", "revenue"],
        ),
        ("Meta was helped by advertising revenue, which grew 16% last year.", ["revenue-growth"]),
        ("Investors feared for capital spending, which has soared 60%.", ["capital-expenditure-growth"]),
        ("Novo was lifted by sales of treatments which rose 157% to $18 billion.", ["revenue-growth", "revenue"]),
        ("A 12.4% total sales increase was outpaced by costs.", ["revenue-growth"]),
        ("Cloud growth of 28% outpaced a 12.4% total sales increase.", ["cloud-revenue-growth", "revenue-growth"]),
        ("Samsung saw a significant decrease in smartphone shipments by 5%.", ["shipments-growth"]),
        (
            "Sales growth keeps slowing at DocuSign. The third quarter brought a 7% rise to $755 million.",
            ["revenue-growth", "revenue"],
        ),
        ("Profit growth slowed at Diageo. The second half saw a 1% increase.", ["profit-change"]),
    ],
)
def test_a_change_is_of_what_its_clause_or_the_sentence_before_speaks_of(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit at Diageo slowed. Barley saw a 7% rise in price.", ["price-change"]),
        ("Broadcom faces an earnings report. The chipmaker has posted a 68% gain this year.", ["growth-rate"]),
        ("Databricks raised money in a round, which was valued at $3 billion.", ["valuation"]),
        ("It put capital spending at 90 billion yuan, which is 17% more than in 2024.", ["capital-expenditure"]),
    ],
)
def test_other_sentences_and_clauses_lend_no_change(text, expected):
    assert measures(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Despite the layoffs, headcount rose 8% last year.", ["growth-rate"]),
        ("The bank cut 5% of its staff but intends to raise headcount by 9%.", ["workforce-cut", "growth-rate"]),
        ("After the job cuts Klaviyo is growing its team by 15%.", ["growth-rate"]),
        ("After the job cuts headcount fell 8%.", ["workforce-cut"]),
        ("The bank will reduce its headcount by 9%.", ["workforce-cut"]),
    ],
)
def test_a_staff_that_grows_is_not_cut(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its China business managed a measly $150 million.", ["revenue"]),
        ("The gaming division raked in $5.6 billion.", ["revenue"]),
        ("Revenue at home was $30 billion, and Korea pocketed $8 billion.", ["revenue", "revenue"]),
        ("India contributed $900 million, a mere 4% of Apple's quarterly sales.", ["revenue", "share-of-revenue"]),
        ("Phones contributed 62 percent, cars 9 percent.", ["share-of-revenue", "share-of-revenue"]),
    ],
)
def test_what_a_part_or_a_market_brings_in_is_revenue(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway contributed $3 billion to the fund.", ["investment"]),
        ("Sweden pulled in $2 billion in venture funding.", ["funding-round"]),
        ("Its asset management unit manages $400 billion.", ["other"]),
        ("Its wealth arm managed $400 billion.", ["other"]),
        ("The unit netted $400 million from investors.", ["funding-round"]),
        ("The cloud business turned in a profit of $1.1 billion.", ["profit"]),
        ("Housing contributed 0.3 percentage points to inflation.", ["other"]),
    ],
)
def test_money_that_others_give_is_none(text, expected):
    assert measures(text) == expected
