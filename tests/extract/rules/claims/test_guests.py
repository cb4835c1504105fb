import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BYD sold 4 million cars. For 2026 it is eyeing 5 million, Citi analysts wrote.", ["BYD", "BYD"]),
        ("Baidu's revenue was $9 billion. UBS cut its price target by 20 per cent.", ["Baidu", "Baidu"]),
        (
            "Oracle has plans. At Citi, by contrast, Ann Lee holds that capital expenditure of $9 billion will do.",
            ["Oracle"],
        ),
        (
            "Baidu spent $9 billion on servers. Barclays has committed $2 billion.\n\nRevenue was $1 billion.",
            ["Baidu", "Barclays", "Baidu"],
        ),
    ],
)
def test_a_bank_that_speaks_or_lends_is_not_whom_the_text_goes_on_about(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HSBC made a profit of $9 billion. It cut its price target for Baidu.\n\nCosts fell by 4%.", "HSBC"),
        ("Barclays earned $9 billion. It lifted its target for savings to $2 billion.", "Barclays"),
    ],
)
def test_a_bank_may_be_whom_the_text_is_about(text, expected):
    assert set(subjects(text)) == {expected}


def test_a_round_values_who_raised_it():
    text = (
        "Kestrin Labs has raised $500 million in a funding round. Ferrous Ventures put in money, too.\n\n"
        "The round values the company at $4 billion."
    )
    assert subjects(text) == ["Kestrin Labs", "Kestrin Labs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Amazon plans capital expenditure of $9 billion.\n\nOracle has named no sum. Analysts look for $4 billion.",
            ["Amazon", "Oracle"],
        ),
        ("Amazon plans capital expenditure of $9 billion. Meta is at $7 billion.", ["Amazon", "Meta"]),
        ("Amazon's capital expenditure was $9 billion.\n\nOracle? It was $4 billion.", ["Amazon", "Oracle"]),
        (
            "Amazon's capital expenditure was $9 billion. It paid for servers. Analysts look for $4 billion.",
            ["Amazon", "Amazon"],
        ),
    ],
)
def test_who_leads_a_sentence_since_is_whom_a_figure_that_goes_on_is_about(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SK Hynix took 48% of revenue, with Samsung on 30% and Micron on 19%.", ["SK Hynix", "Samsung", "Micron"]),
        ("Oracle works with Samsung on 22% of its orders.", ["Oracle"]),
    ],
)
def test_with_sets_another_and_its_figure_apart(text, expected):
    assert subjects(text) == expected
