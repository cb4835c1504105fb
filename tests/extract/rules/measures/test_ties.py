"""Words that grammar ties to an amount tell its measure, whatever else stands nearer."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The most advanced of Intel's processors has a yield of only about 50%.", ["yield"]),
        ("After its initial public offering Klarna had a loss of around $3 billion.", ["loss"]),
        ("Databricks is preparing an initial public offering that will value it at $90 billion.", ["valuation"]),
        ("The value was unclear; the listing of Databricks brought in $90 billion.", ["ipo-proceeds"]),
    ],
)
def test_the_word_that_of_or_at_ties_to_an_amount_tells_most(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will pay for the deal by raising $2 billion in new debt.", ["debt"]),
        ("Closing the sites would bring Nokia $400 million in savings.", ["cost-savings"]),
        ("Acme invested $2 billion in a rival with $300 million in debt.", ["investment", "debt"]),
        (
            "Nokia sold the maker of its routers, its oldest business, to Ericsson for $3 billion.",
            ["acquisition-price"],
        ),
        (
            "With its purchase of Silicon Crest, a small designer of chips - for an estimated $90 million - Arm grows.",
            ["acquisition-price"],
        ),
        (
            "Intel, which has bought rivals, has set aside $4 billion for research spending.",
            ["research-spending"],
        ),
        ("Oracle has won an order worth $5 billion.", ["cloud-contract"]),
        ("Its stake in Arm is valued at $90 billion.", ["equity-stake-value"]),
        ("The maker of chips is valued at $90 billion.", ["valuation"]),
        ("Nokia made $1.2 billion in the quarter.", ["profit"]),
        ("Nokia sold $300 million worth of routers.", ["revenue"]),
        ("Acme sold $300 million worth of its bonds.", ["bond-sale"]),
        ("The plant will have a capacity of 40 GWh.", ["production-capacity"]),
        ("The mine produced 3 million tonnes of copper.", ["production"]),
        ("The lorry carries 40 tonnes of copper.", ["other"]),
        ("Ericsson will part with 9% of its Swedish workforce.", ["workforce-cut"]),
        ("The phones made up 22% of worldwide smartphone shipments.", ["market-share"]),
        ("Pay went up 9% at the workforce's request.", ["growth-rate"]),
        ("Nio will open five new car plants.", ["fabs-planned"]),
        ("Nio will show five new car models.", ["other"]),
        ("Acme's profit before tax and one-off items rose to $70 million.", ["profit"]),
        ("Acme pays $70 million in sales-related fees.", ["other"]),
    ],
)
def test_a_word_that_grammar_ties_to_an_amount_tells_its_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia raised $4 billion in new debt.", "debt"),
        ("Nokia paid $3 million in fines.", "fine"),
        ("Nokia paid $3 billion in cash for the business.", "acquisition-price"),
        ("Baidu will pour $4 billion into Nvidia chips as it builds AI infrastructure.", "ai-chip-purchase-budget"),
        ("Nokia signed an order worth $4 billion.", "contract-value"),
        ("Nokia won a deal valued at $4 billion.", "contract-value"),
        ("SoftBank's stake was worth $4 billion.", "equity-stake-value"),
        ("Nokia wants to slash $70 million in costs.", "cost-savings"),
        ("Nokia made $1.8 billion in the quarter.", "profit"),
        ("Nokia raised its dividend to 6.1 pence a share.", "dividend"),
        ("Nokia earned $5.24 a share.", "earnings-per-share"),
        ("Nokia will buy back 10% of its stock.", "share-buyback"),
        ("Samsung had a 22% share.", "market-share"),
        ("CATL's battery capacity rose to 40 GWh.", "production-capacity"),
        ("BP will produce 10 million tons of gas.", "production"),
        ("Nokia lowered its forecast by 8%.", "growth-rate"),
        ("Nokia paid $2 billion in tariff-related costs and fees.", "other"),
    ],
)
def test_the_noun_that_an_amount_is_in_tells_what_it_measures(text, expected):
    assert measures(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal, valued at $3 billion, was signed.", ["contract-value"]),
        ("Valued at $3.5 million, this contract with Nokia ends in 2027.", ["contract-value"]),
        ("Valued at $3.5 billion, Nokia is looking for money.", ["valuation"]),
    ],
)
def test_what_is_valued_stands_behind_a_comma_too(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beside them only Orlane, at 7.1 percent of the stock, owns a part of Nokia.", ["equity-stake"]),
        ("Orlane controls 48% of the group.", ["equity-stake"]),
        ("Nokia will let 20% of the company's staff go.", ["workforce-cut"]),
        ("Nokia asked 24% of the business leaders it met.", ["other"]),
    ],
)
def test_a_part_of_a_company_is_a_stake_and_one_of_what_it_has_is_not(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme broke ground on a $4 billion battery factory.", "investment"),
        ("The firm opened its $9 billion solar cell plant.", "investment"),
        ("It won a $9 billion five-year defence contract.", "contract-value"),
        ("The bank approved €5 billion of Spanish state aid for the plant.", "subsidy"),
        ("Acme has a $9 billion plan to invest in AI infrastructure.", "ai-infrastructure-spending"),
    ],
)
def test_an_amount_modifies_the_last_noun_of_a_compound(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The loss is small beside the $13 billion it plans to spend.", "spending"),
        ("Profit will not cover the $9 billion the group has borrowed.", "debt"),
        ("Earnings are small beside the $9 billion that Kestrin raised.", "funding-round"),
        ("Acme made $9 billion and plans to spend more.", "profit"),
    ],
)
def test_a_clause_about_an_amount_tells_it_by_its_verb(text, expected):
    assert measures(text) == [expected]
