"""What a figure measures where a pronoun or bare noun points to the sentence before, which gives none."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel announced layoffs on Monday. The number could reach 30,000.", "job-cuts"),
        ("Intel said on Monday that it would cut jobs. It could be as many as 30,000.", "job-cuts"),
        ("Tencent placed orders for Nvidia chips. The total came to 30,000.", "chip-orders"),
        ("Nvidia plans to ship chips to China. The figure could climb to 30,000.", "chip-shipments"),
        ("Toyota published its production for May. In 2024 it was 30,000.", "production"),
        ("Netflix gave its number of subscribers. The figure was 300 million.", "subscribers"),
        ("Intel gave its headcount on Tuesday.\n\nThe number was 30,000.", "employees"),
        ("Alibaba will buy more Nvidia chips next year. The bill could reach $2 billion.", "ai-chip-purchase-budget"),
        ("Alibaba will build data centres in Ohio. The sum is $2 billion.", "data-centre-investment"),
        ("Alibaba agreed to buy Wiz. The amount, $2 billion, is a record.", "acquisition-price"),
        ("Wiz plans an IPO in Hong Kong. The figure is expected to be $2 billion.", "ipo-proceeds"),
        ("Alibaba will buy back shares. It is to be as much as $2 billion.", "share-buyback"),
        ("Wiz is burning cash. It came to $2 billion last year.", "cash-burn"),
        ("Siemens won a contract in Egypt. The total is $2 billion.", "contract-value"),
        ("Alibaba agreed to settle the lawsuit. The sum was $2 billion.", "settlement"),
        ("ByteDance decided how much to spend on chips. The figure was $2 billion.", "ai-chip-purchase-budget"),
    ],
)
def test_a_pronoun_or_bare_noun_points_to_what_was_just_told_of(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba will build data centres in Ohio. It rose to $120 in New York.", "other"),
        ("Alibaba agreed to buy Wiz. It has deposits of $2 billion.", "other"),
        ("Tencent ordered chips from Nvidia. It reached 30,000 villages.", "other"),
        ("Alibaba agreed to buy Wiz. Its boss, who is 40, gave away $2 billion.", "spending"),
        ("Intel announced layoffs on Monday. Its rivals have put up with 30,000.", "other"),
        ("Intel will cut jobs, and Nvidia will ship chips. The number could reach 30,000.", "other"),
        ("Wiz plans an IPO in Hong Kong. Schools were told. The figure was $2 billion.", "other"),
    ],
)
def test_what_points_to_nothing_or_to_several_things_tells_no_measure(text, expected):
    assert measures(text) == [expected]
