"""Whom a figure is about where words other than its name call it: what it owns, what it is made, what it supplies."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner of the apps WeChat and QQ earned 194 billion yuan last year.", ["Tencent"]),
        ("The owner of the video app TikTok took in $155 billion last year.", ["ByteDance"]),
        ("The owner of TikTok and its Chinese sister app Douyin took in $43 billion.", ["ByteDance"]),
        ("The owner of Instagram, WhatsApp and Facebook spent $72 billion.", ["Meta"]),
        ("The parent of the fashion chain Zara had sales of 38 billion euros.", ["Inditex"]),
        ("The operator of the social network Threads spent $72 billion.", ["Meta"]),
        ("The company behind the chatbot ChatGPT had revenue of $13 billion.", ["OpenAI"]),
        ("The start-up behind the chatbot Grok raised $20 billion.", ["xAI"]),
        ("The group behind the luxury brands Gucci and Yves Saint Laurent cut debt by 2 billion euros.", ["Kering"]),
        ("Ryanair grew. The company behind the video game Fortnite cut 830 jobs.", ["Epic Games"]),
        ("Revenue at the owner of the video app TikTok reached $43 billion.", ["ByteDance"]),
        ("Snap fell 3%, while the owner of the search engine Google added 2%.", ["Snap", "Alphabet"]),
    ],
)
def test_an_owner_is_told_by_what_its_things_are_called(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The maker of Apple's iPhones had sales of $2 trillion.", "Apple"),
        ("The owner of a stake in TikTok sold shares for $3 billion.", "ByteDance"),
        ("An owner of the app TikTok took in $3 billion.", "ByteDance"),
        ("The people behind ChatGPT spent $5 million.", "Anthropic"),
    ],
)
def test_who_owns_something_else_is_not_the_owner(text, other):
    assert other not in subjects(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The push has made ByteDance Nvidia's largest customer, with $15 billion spent last year.", ["ByteDance"]),
        ("That makes Lufthansa Airbus's biggest customer in Europe, with 300 jets on order.", ["Lufthansa"]),
        ("The deal made Microsoft OpenAI's largest shareholder, with a stake of 27%.", ["Microsoft"]),
        ("The surge made Broadcom Nvidia's main rival, with revenue of $20 billion.", ["Broadcom"]),
        ("The purchase made Uber Delivery Hero's second-biggest shareholder with 7%.", ["Uber"]),
    ],
)
def test_who_is_made_somebodys_something_has_what_it_is_made_with(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia made Foxconn's factories busier. Its revenue reached $9 billion.", ["Nvidia"]),
        ("Lufthansa and Airbus's customers spent $9 billion. Airbus's profit was $2 billion.", ["Lufthansa", "Airbus"]),
    ],
)
def test_whose_thing_is_made_has_what_is_its(text, expected):
    assert subjects(text)[-1] == expected[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TSMC will report soon. The supplier to Nvidia and Apple expects revenue of $35 billion.", ["TSMC"]),
        ("ASML cut its forecast. The supplier to TSMC and Intel expects sales of 30 billion euros.", ["ASML"]),
        ("SK Hynix grew. The supplier to Nvidia said profit was $2 billion.", ["SK Hynix"]),
    ],
)
def test_a_supplier_speaks_itself_and_not_whom_it_supplies(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AT&T's Average Revenue Per User (ARPU) rose to $57.", ["AT&T"]),
        ("Micron's Average Selling Price (ASP) rose to $12 per unit.", ["Micron"]),
        ("Airbnb's Gross Booking Value (GBV) reached $23.5 billion.", ["Airbnb"]),
        ("Snowflake's Net Revenue Retention (NRR) was 125%.", ["Snowflake"]),
        ("Ferrous Systems (FRS) earned $3 million.", ["Ferrous Systems"]),
    ],
)
def test_what_is_measured_and_its_short_form_are_no_company(text, expected):
    assert subjects(text) == expected


def test_nouns_for_funds_and_exchanges_stand_for_them():
    text = "Elliott Management waits at BP. The New York hedge fund has built a stake of 5% in the British major."
    assert subjects(text) == ["Elliott Management"]
    text = (
        "Kraken raised $800 million. Citadel Securities put in $200 million. The crypto exchange is worth $20 billion."
    )
    assert subjects(text) == ["Kraken", "Citadel Securities", "Kraken"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M&S had a good Christmas. Food, however, grew by 7.8 per cent.", ["Marks & Spencer"]),
        ("Tesco did well. Food grew by 5.6 per cent. Clothing fell 3%.", ["Tesco", "Tesco"]),
        ("Maersk earned $571 million. Logistics & Services lifted its margin to 5.5%.", ["Maersk", "Maersk"]),
        ("Barnes & Noble opened 60 shops.", ["Barnes & Noble"]),
    ],
)
def test_what_parts_of_a_company_are_called_by_is_no_company(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent's order adds $300 million to Nvidia's revenue.", ["Nvidia"]),
        ("Microsoft's order adds $2 billion to the backlog of Nebius.", ["Nebius"]),
        ("Tariffs knocked $800 million off the profit of Ford.", ["Ford"]),
        ("TSMC's stumble cut $4 billion from the value of ASML.", ["ASML"]),
        ("Apple added $9 billion to its buyback.", ["Apple"]),
        ("Amazon added $5 billion to Anthropic.", ["Amazon"]),
        ("SoftBank contributed $30 billion to OpenAI's round.", ["SoftBank"]),
        ("Intel added 400 staff to the site in Ohio.", ["Intel"]),
    ],
)
def test_a_sum_is_of_whose_thing_it_is_added_to(text, expected):
    assert subjects(text) == expected


def test_the_other_side_of_a_comparison_may_stand_behind_of():
    text = "Coca-Cola's margin was 30%, compared with the 17% margin of PepsiCo."
    assert subjects(text) == ["Coca-Cola", "PepsiCo"]
    assert subjects("Nokia earned 9%, against growth of 4% a year ago.") == ["Nokia", "Nokia"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spotify was punished for making users choose between ads and paying a monthly fee, at first $9.99.",
            ["Spotify"],
        ),
        ("Netflix raised what it charges, so that people pay a monthly fee of $17.99.", ["Netflix"]),
        ("Lee, who is a fan, said that paying a monthly fee of $11 was fine.", [None]),
    ],
)
def test_a_fee_is_of_who_charges_it_in_its_clause(text, expected):
    assert subjects(text) == expected
