import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia earned $9 billion, more than Samsung's chip division's $4 billion.", ["Nvidia", "Samsung"]),
        ("Micron's profit of $3 billion topped Intel foundry unit's $1 billion.", ["Micron", "Intel"]),
        ("Nvidia spent $9 billion, above Intel's announced $4 billion.", ["Nvidia", "Intel"]),
        ("Nvidia spent $9 billion, which tops Meta's previous record $8 billion.", ["Nvidia", "Meta"]),
        ("Nvidia's profit rose to $9 billion as AMD's sales fell.", ["Nvidia"]),
    ],
)
def test_an_amount_behind_a_possessive_is_the_owners(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Google put $2 billion into Anthropic — which had raised $5 billion in May — and took a 9% stake.",
            ["Google", "Anthropic", "Google"],
        ),
        ("The duty also hits groups such as Tesla -- which faces a levy of 8 percent.", ["Tesla"]),
        ("Ford and Rivian (which received a loan of $6 billion) would suffer.", ["Rivian"]),
        (
            "Google put $2 billion into Anthropic — which said Amazon would add $5 billion — in May.",
            ["Google", "Amazon"],
        ),
    ],
)
def test_a_dash_or_bracket_opens_a_clause_about_the_name_before_it(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huawei grew. The launch of its chip set off a 6% drop in Nvidia's stock.", ["Nvidia"]),
        ("DeepSeek grew. Its model caused a 4 percent slide in shares of AMD's stock.", ["AMD"]),
        ("Nvidia reported a 6% drop in China sales.", ["Nvidia"]),
    ],
)
def test_a_fall_in_shares_is_that_of_whose_they_are(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amazon put in $3 billion, followed by another $1 billion from Google.", ["Amazon", "Google"]),
        ("Microsoft committed $10 billion and a further $1 billion from Nvidia came in May.", ["Microsoft", "Nvidia"]),
        ("Anthropic raised $4 billion from Amazon.", ["Anthropic"]),
    ],
)
def test_a_further_sum_is_that_of_whom_it_comes_from(text, expected):
    assert subjects(text) == expected


def test_a_follower_has_its_share_also_behind_an_article():
    text = "Samsung accounted for 52% of shipments, followed by Micron with a 21% share."
    assert subjects(text) == ["Samsung", "Micron"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BYD sells cars. The EU set the tariffs: 17% for BYD, 19% for Geely and 35% for SAIC Motor.",
            ["BYD", "Geely", "SAIC Motor"],
        ),
        ("The Commission set a tariff for Tesla of 8%.", ["Tesla"]),
        ("BYD paid $3 billion for its plants and Geely $2 billion.", ["BYD", "Geely"]),
    ],
)
def test_rates_are_those_of_whom_they_are_for(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BYD grows. American tech companies like Apple, Nvidia and Intel are to invest $300 billion.",
            ["US tech companies"],
        ),
        (
            "BYD grows. US cloud service providers such as Oracle, Amazon, and Meta will invest $300 billion.",
            ["US hyperscalers"],
        ),
        ("To pay for its bet on Oracle, Microsoft borrowed $9 billion.", ["Microsoft"]),
    ],
)
def test_examples_of_a_group_do_not_act(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba's Hong Kong shares rose 2% while NYSE shares climbed 3%.", ["Alibaba", "Alibaba"]),
        ("Tencent gained. Its Nasdaq-listed shares rose 2%.", ["Tencent"]),
        ("Euronext earned $2 billion.", ["Euronext"]),
    ],
)
def test_shares_that_a_market_is_named_before_are_anothers(text, expected):
    assert subjects(text) == expected


def test_a_participle_of_the_subject_names_no_other_subject():
    text = "Qwen, intended to compete with OpenAI's ChatGPT, recorded 10 million downloads."
    assert subjects(text) == ["Qwen"]
