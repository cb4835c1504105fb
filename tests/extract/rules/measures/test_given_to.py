"""What an amount is for, told by the thing that it goes to."""

import pytest
from fixtures.measured import measures

CHIPS, DATA_CENTRES, RESEARCH = "ai-chip-purchase-budget", "data-centre-investment", "research-spending"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent directed $2 billion towards high-end chips.", CHIPS),
        ("Tencent steered $2 billion into semiconductors for AI.", CHIPS),
        ("Tencent's $2 billion splurge on GPUs is over.", CHIPS),
        ("Tencent plans $2 billion of spending on graphics processors this year.", CHIPS),
        ("About $2 billion of it will go to Nvidia chips, Tencent said.", CHIPS),
        ("Tencent said spending on AI accelerators would reach $2 billion.", CHIPS),
        ("Some $2 billion will be spent on AI processors, Tencent said.", CHIPS),
        ("Tencent steered $2 billion into new data centres in Ohio.", DATA_CENTRES),
        ("Tencent plans $2 billion of spending on server farms.", DATA_CENTRES),
        ("Tencent's $2 billion spree on data centers, though, is over.", DATA_CENTRES),
        ("Tencent has committed $2 billion to research and development.", RESEARCH),
        ("Tencent directed $2 billion towards R&D.", RESEARCH),
        ("Tencent plans $2 billion of spending on R&D.", RESEARCH),
        ("Tencent plans $2 billion of spending on cloud services this year.", "cloud-spending"),
        ("About $2 billion of it will go to servers, Tencent said.", "server-spending"),
        ("$2 billion has been set aside for new factories by Tencent.", "investment"),
        ("Tencent devoted $2 billion to a battery plant.", "investment"),
        ("Of that, $2 billion is earmarked for a chip plant in Arizona.", "investment"),
    ],
)
def test_an_amount_is_spent_on_the_thing_that_it_goes_to(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent spent $2 billion on lawyers and data.", "spending"),
        ("Tencent gave $2 billion to Nvidia, which makes chips.", "other"),
        ("Tencent invested $2 billion in artificial intelligence start-ups.", "investment"),
        ("Tencent spent $2 billion on marketing for a chip maker.", "spending"),
        ("Tencent lost $2 billion on data centres.", "loss"),
    ],
)
def test_an_amount_that_goes_to_something_else_is_not_of_a_thing_farther_off(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrin pays Amazon $9 million a month for cloud services.", "cloud-spending"),
        ("Kestrin was on track to pay $9 million for computing power in May.", "cloud-spending"),
        ("Kestrin agreed to pay Amazon $9 billion over seven years for cloud services.", "cloud-contract"),
        ("Kestrin bought $9 billion worth of U.S.-built batteries.", "spending"),
        ("Kestrin cut its $9 billion infrastructure budget.", "capital-expenditure"),
    ],
)
def test_computing_power_is_paid_for_as_it_is_used_or_by_contract(text, expected):
    assert measures(text) == [expected]
