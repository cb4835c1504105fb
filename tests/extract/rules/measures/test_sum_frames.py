"""Amounts told by their verb and what it leads to, whatever words of other clauses tell."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme paid $9 million to end the dispute with its workers.", "settlement"),
        (
            "In a 2021 agreement Acme agreed to pay $9 million, including a civil fine, to settle the case.",
            "settlement",
        ),
        ("Borealis will pay as much as $9 million to resolve a probe by the regulator.", "settlement"),
        ("Borealis will invest $9 billion in Kestrin, in a deal that also involves the supply of chips.", "investment"),
        ("Borealis is putting $900 million into the start-up under a contract for its chips.", "investment"),
        ("The government will give Kestrin another 300 billion yen.", "subsidy"),
        ("The ministry is to grant the chipmaker an additional 300 billion yen in funding.", "subsidy"),
        ("Germany handed €2 billion to Kestrin for its factory in Dresden.", "subsidy"),
        ("The curbs will take a $600 million bite out of revenue.", "loss"),
        ("Acme warned that the ban would reduce annual sales by about $600 million.", "loss"),
        ("Annual sales would be reduced by about $600 million.", "loss"),
        ("High costs drained its coffers, leaving it with just $4 million in reserve.", "cash-holdings"),
        ("Of the money that Kestrin raised, only $4 million remained at the end of May.", "cash-holdings"),
        ("Kestrin shares ended $3.20 higher on Friday.", "stock-price-change"),
        ("Kestrin stock closed $12 (2.5%) lower.", "stock-price-change"),
    ],
)
def test_the_verb_of_an_amount_tells_it_with_what_it_leads_to(text, expected):
    assert measures(text)[0 if "2021" not in text else -1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme agreed to pay $9 million over five years to end the contract.", "contract-value"),
        ("Borealis will invest $900 million in Nvidia chips.", "ai-chip-purchase-budget"),
        ("Germany gave Ukraine €2 billion.", "other"),
        ("The deal will lift Kestrin's revenue by $900 million.", "revenue"),
        ("The purchase leaves Kestrin with $3 billion in debt.", "debt"),
        ("Borealis has $4 billion in cash.", "cash-holdings"),
        ("Kestrin shares ended higher at $32.", "price-per-share"),
    ],
)
def test_what_leads_elsewhere_is_left_alone(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Borealis bought Kestrin for 30 million shares and $4 billion in cash.",
        "Borealis agreed to acquire Kestrin through a mix of its stock and $4 billion in cash.",
    ],
)
def test_what_of_a_price_is_paid_in_cash_is_no_cash_that_is_held(text):
    assert measures(text)[-1] == "acquisition-price"
