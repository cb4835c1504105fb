"""Amounts told by a verb and its object together."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia sold $5 billion worth of chips to Chinese buyers.", "revenue"),
        ("AMD sold some $5 billion of such processors in 2024.", "revenue"),
        ("Siemens sold products worth $5 billion in China.", "revenue"),
        ("The games division contributed $5 billion.", "revenue"),
        ("Cloud services contributed $5 billion, the report shows.", "cloud-revenue"),
        ("Baidu wrote down the value of its servers by $5 billion.", "charge"),
        ("Samsung wrote down its stake by $5 billion.", "charge"),
        ("Meta wrote $5 billion off its assets.", "charge"),
        (
            "Electronic Arts has agreed to be bought for $5 billion by a group of investors led by a fund.",
            "acquisition-price",
        ),
        ("Oracle sold its cloud unit to SAP for $5 billion.", "acquisition-price"),
        ("The rout wiped $5 billion off Tencent.", "market-cap-loss"),
        ("The slump cost Huawei $5 billion in market value.", "market-cap-loss"),
        ("Oracle shares tumbled, erasing $5 billion.", "market-cap-loss"),
        ("Siemens bagged a $5 billion order from Lufthansa.", "contract-value"),
        ("The pledge has a value of $5 billion.", "contract-value"),
        ("Intel, a $5 billion start-up, hires fast.", "valuation"),
        ("Tencent bought $5 billion of its own shares.", "share-buyback"),
        ("Tesla plans to retire $5 billion of stock.", "share-buyback"),
        ("Oracle has stripped out $5 billion of costs.", "cost-savings"),
        ("Tencent lowered its operating expenses by $5 billion.", "cost-savings"),
        ("ByteDance chewed through $5 billion of cash.", "cash-burn"),
        ("Siemens paid its boss $5 million last year.", "pay-package"),
        ("The chief executive took home $5 million.", "pay-package"),
    ],
)
def test_a_verb_and_its_object_tell_an_amount_together(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia sold $5 billion of shares in Arm.", "equity-stake-value"),
        ("Nvidia sold $5 billion of bonds.", "bond-sale"),
        ("Nvidia bought $5 billion worth of chips.", "ai-chip-purchase-budget"),
        ("Amazon contributed $5 billion to the round.", "investment"),
        ("The unit contributed $5 billion to a fund.", "investment"),
        ("Meta wrote to $5 billion worth of creditors.", "other"),
        ("The rain wiped $5 billion off the harvest.", "other"),
        ("Intel is a customer of a $5 billion fund.", "other"),
        ("Tencent bought $5 million of art.", "acquisition-price"),
        ("Siemens paid its suppliers $5 million last year.", "other"),
    ],
)
def test_another_object_tells_something_else(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent bought 15,000 of Nvidia's flagship Blackwell GPUs.", ["chips-purchased"]),
        ("Nvidia promised to build AI servers worth $500 billion in America.", ["investment"]),
        ("SoftBank put $30bn into OpenAI and $2bn into Intel.", ["investment", "investment"]),
        ("Shareholders rejected a pay package valued at $56bn.", ["pay-package"]),
        ("Intel up 15% after earnings\n\nThe company declined to comment.", ["stock-price-change"]),
        ("Intel profit up 15% after cuts\n\nThe company declined to comment.", ["profit-change"]),
    ],
)
def test_owners_places_and_headlines_leave_the_measure_to_the_object(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borealis struck a $9 billion deal for Kestrin in May.", "acquisition-price"),
        ("Regulators cleared Acme's $9 billion deal for Kestrin.", "acquisition-price"),
        ("Borealis struck a $9 billion deal for Kestrin chips in May.", "chip-contract"),
        ("Borealis has a $9 billion deal for jets.", "contract-value"),
        ("The transaction, valued at about $9 billion including debt, will close in May.", "acquisition-price"),
        ("The merger, valued at $9 billion, failed.", "acquisition-price"),
        ("The order was worth about $9 billion.", "contract-value"),
        ("The agreement could give Kestrin a price tag of $9 billion.", "valuation"),
        ("A deal could value the start-up at $9 billion.", "valuation"),
        ("The global AI industry will reach a value of $9 billion by 2030.", "other"),
        ("The chip market, worth $9 billion, is shrinking.", "other"),
        ("The shipments had a total value of more than $9 million.", "other"),
        ("The owner of the market is worth $9 billion.", "valuation"),
        ("The start-up behind the software is worth $9 billion.", "valuation"),
    ],
)
def test_what_is_worth_so_much_may_be_a_deal_or_goods(text, expected):
    assert measures(text) == [expected]
