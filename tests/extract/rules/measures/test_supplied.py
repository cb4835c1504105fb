"""Orders of a supplier, contracts for computing power, and counts told by what stands around them."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia can see $500 billion of orders for Blackwell systems.", ["contract-backlog"]),
        ("Marvell has $5 billion in orders for AI chips.", ["contract-backlog"]),
        ("AMD secured more than $5 billion in AI infrastructure orders.", ["chip-contract"]),
        ("More than $5 billion in orders for H20 chips came from Tencent.", ["chip-contract"]),
        ("Siemens sits on orders worth 80 billion euros.", ["contract-backlog"]),
        ("Airbus ended May with orders worth 80 billion euros on its books.", ["contract-backlog"]),
        ("Amazon has secured a $38 billion U.S. deal to provide cloud services.", ["cloud-contract"]),
        ("OpenAI has committed itself to buying $250 billion of Azure services.", ["cloud-contract"]),
        ("The deal obliges Meta to buy $27 billion of cloud capacity.", ["cloud-contract"]),
        ("Anthropic committed itself to $30 billion of Azure services.", ["cloud-contract"]),
        ("OpenAI enlarged its commitment to CoreWeave by $6 billion to $22 billion.", ["cloud-contract"] * 2),
    ],
)
def test_orders_and_contracts_of_a_supplier_are_told_by_both_sides(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent placed orders for $5 billion of H20 chips.", ["ai-chip-purchase-budget"]),
        ("Tencent plans $5 billion of AI infrastructure.", ["ai-infrastructure-spending"]),
        ("Snap will spend $400 million a year on cloud services.", ["cloud-spending"]),
        ("Meta committed $5 billion to the fund.", ["investment"]),
        ("Meta raised its stake in EssilorLuxottica to $5 billion.", ["equity-stake-value"]),
    ],
)
def test_outlays_of_a_buyer_are_none(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nintendo now sees 19 million Switch 2 sales.", ["shipments"]),
        ("Nintendo lifted the outlook for its Switch 2 to 19 million units.", ["shipments"]),
        ("Tencent ordered 90,000 chips, above Nvidia's stock of 70,000 units.", ["chip-orders", "other"]),
        ("Anthropic signed up for one million TPU chips.", ["chip-orders"]),
        ("A $290 million contract for 6,000 B200 chips.", ["chip-contract", "chips-purchased"]),
        ("The site will expand its capacity to 100,000 GPUs.", ["cluster-size"]),
        ("An $18 billion all-stock deal would create a miner worth $42 billion.", ["acquisition-price", "valuation"]),
        ("Maersk commands 21% of shipping capacity.", ["market-share"]),
        ("The losses reduced its quarterly profit by $3 billion.", ["charge"]),
        ("Its margin was 13% of sales, down from 23%.", ["margin", "margin"]),
        ("The Fed cut rates to 4%.", ["interest-rate"]),
        ("Spotify raised the monthly fee to $12.99.", ["subscription-price"]),
    ],
)
def test_figures_are_told_by_what_stands_right_around_them(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nintendo has 19 million Switch 2 owners.", "shipments"),
        ("Micron has a capacity of 90,000 wafers.", "cluster-size"),
        ("Meta won a $2 billion contract for phones.", "chip-contract"),
        ("SAP agreed to a takeover that created worries worth $2 billion.", "valuation"),
        ("Siemens cut its profit forecast to $3 billion.", "charge"),
        ("Its margin was 13%, and its tax rate fell from 23%.", "market-share"),
    ],
)
def test_other_words_around_them_tell_no_such_thing(text, expected):
    assert expected not in measures(text)
