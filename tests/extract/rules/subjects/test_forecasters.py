import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morgan Stanley is predicting that hyperscaler capex will reach $300 billion.", ["hyperscalers"]),
        ("AI matters, with Goldman Sachs (NYSE:GS) now projecting $315 billion in capex.", [None]),
        ("Barclays expects capital expenditure of $9 billion. It was $7 billion in 2024.", [None, None]),
        ("UBS raised its hyperscaler capex forecast by 10%, or $28 billion.", [None, None]),
        (
            "HSBC reports that capital expenditure for the five largest tech giants is set to hit $9 billion.",
            ["tech giants"],
        ),
        ("Citigroup's latest note projects that Meta, Oracle and Baidu will spend $80 billion on capex.", ["Meta"]),
    ],
)
def test_what_a_bank_foresees_of_machines_is_not_its_own(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JPMorgan plans to spend $2 billion on AI infrastructure.", ["JPMorgan"]),
        ("JPMorgan expects its capital expenditure to reach $3 billion.", ["JPMorgan"]),
        ("JPMorgan's capital expenditure was $2 billion.", ["JPMorgan"]),
        ("Nvidia expects capital expenditure of $3 billion.", ["Nvidia"]),
    ],
)
def test_a_bank_may_spend_too(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Meta's capex rises from $40 billion to $60 billion in 2026. Oracle climbs from $7 billion to $9 billion.",
            ["Meta", "Meta", "Oracle", "Oracle"],
        ),
        (
            "Meta's capex rises from $40 billion to $60 billion. Baidu moves from $3 billion to $5 billion.",
            ["Meta", "Meta", "Baidu", "Baidu"],
        ),
        ("Meta's capex is $60 billion, up from $40 billion.", ["Meta", "Meta"]),
    ],
)
def test_an_older_value_is_that_of_who_opens_its_sentence(text, expected):
    assert subjects(text) == expected


def test_who_makes_a_thing_is_told_in_an_aside():
    text = "Moonshot AI, developer of the Kimi models, saw an investor put in $150 million."
    assert subjects(text) == ["Moonshot AI"]


def test_a_group_with_examples_acts_itself():
    text = "Chinese companies including Baidu, Alibaba Group and Tencent have ordered $6 billion of Nvidia chips."
    assert subjects(text) == ["Chinese companies"]


def test_whom_investors_count_among_them_do_not_act_alone():
    text = "Moonshot AI grew. Existing investors including Alibaba, Tencent and 5Y Fund have paid in $700 million."
    assert subjects(text) == ["Moonshot AI"]


def test_subsidies_are_those_of_whom_they_are_for():
    text = "Ann Lee of Kestrin Investments said the $6 billion in U.S. subsidies for Intel's new plants would help."
    assert subjects(text) == ["Intel"]


def test_a_group_may_be_told_by_the_country_that_owns_it():
    text = "China's leading tech firms, including ByteDance and Tencent, have bought nearly 4 million Nvidia chips."
    assert subjects(text) == ["Chinese tech companies"]


def test_a_company_called_by_the_name_of_another_is_not_that_one():
    text = "Moore Threads, often referred to as China's Nvidia, earned $4 billion. Year-to-date, its shares rose 9%."
    assert subjects(text) == ["Moore Threads", "Moore Threads"]


def test_whom_a_rate_is_set_for_is_not_what_the_text_goes_on_about():
    text = "BYD sells cars. It pays 17% tariffs. The EU set a tariff for Tesla of 8%. Sales fell by 4%."
    assert subjects(text) == ["BYD", "Tesla", "BYD"]


def test_one_of_a_group_is_not_the_group():
    text = "ByteDance is one of China's largest tech firms based in Asia and was valued at $500 billion."
    assert subjects(text) == ["ByteDance"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Goldman Sachs predicts a profit decline of 31% for the internet sector, after a drop of 9%.",
            [None, None],
        ),
        (
            "Barclays anticipates Alibaba's profit to reach $46 billion, above the company's target of $38 billion.",
            ["Alibaba", "Alibaba"],
        ),
        ("JPMorgan expects income of $90 billion. JPMorgan earned $15 billion.", ["JPMorgan", "JPMorgan"]),
        ("JPMorgan earned $15 billion. The company employs 300,000 people.", ["JPMorgan", "JPMorgan"]),
    ],
)
def test_a_text_that_a_bank_foretells_in_is_not_about_the_bank(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI grew. Projected sales for AMD in 2026 are put at $36 billion.", ["AMD"]),
        ("OpenAI grew. Sales at Tesla in the third quarter rose 5%.", ["Tesla"]),
        ("OpenAI grew. Its sales in 2024 rose 5%.", ["OpenAI"]),
    ],
)
def test_a_time_may_part_whose_sales_they_are_from_the_verb(text, expected):
    assert subjects(text) == expected
