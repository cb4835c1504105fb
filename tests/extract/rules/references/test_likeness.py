"""Which of two companies a description means by the trade that it tells."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("The AI company", "OpenAI"),
        ("The artificial intelligence company", "OpenAI"),
        ("The AI lab", "OpenAI"),
        ("The media company", "Disney"),
        ("The entertainment group", "Disney"),
        ("The company", "Disney"),
        ("The technology company", "Disney"),
    ],
)
def test_of_two_companies_the_one_of_the_trade_is_meant(description, expected):
    assert subjects(f"Disney will invest in OpenAI. {description} had revenue of $13 billion.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Starbucks sold shops to Carlyle. The private equity firm had sales of $2 billion.", "Carlyle"),
        ("Oracle sells computing to Meta. The social media company spent $19 billion.", "Meta"),
        ("Oracle sells computing to Meta. The software company spent $19 billion.", "Oracle"),
        ("Nvidia buys memory from SK Hynix. The memory maker earned $8 billion.", "SK Hynix"),
        ("Nvidia buys chips from TSMC. The contract chipmaker earned $8 billion.", "TSMC"),
        ("Tencent owns a part of Ubisoft. The games publisher lost $9 million.", "Ubisoft"),
        ("Intel makes chips. The software company earned $8 billion.", "Intel"),
        ("Nvidia buys memory from SK Hynix. The South Korean company earned $8 billion.", "SK Hynix"),
    ],
)
def test_words_before_the_noun_tell_the_trade(text, expected):
    assert subjects(text) == [expected]


def test_the_company_is_whose_unit_was_told_of():
    assert subjects(
        "Amazon reported sales of $180 billion. AWS grew 20%. The company expects sales of $206 billion."
    ) == [
        "Amazon",
        "Amazon Web Services",
        "Amazon",
    ]
    assert subjects("AWS grew 20%. The company expects sales of $206 billion.") == [
        "Amazon Web Services",
        "Amazon Web Services",
    ]
