"""Places and indices whose a figure is, where it is nobody's."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sold more than 90,000 electric cars in May.", ["Norway"]),
        ("Spain's monthly car sales stood at 90,000 units.", ["Spain"]),
        ("Last month 90,000 electric cars were sold in Spain.", ["Spain"]),
        ("Nokia hired a chef. The inflation rate in Kenya rose to 6.7%.", ["Kenya"]),
    ],
)
def test_a_place_is_the_subject_where_the_text_is_about_nobody(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia sold fewer phones. Spain saw sales fall by 4%.", ["Nokia"]),
        ("Nokia said growth had slowed. In Spain, revenue grew by 4%.", ["Nokia"]),
        ("Spain accounts for 4% of car sales.", [None]),
        ("They have 400 branches in Norway.", [None]),
        ("OSLO, May 4 - Analysts saw sales of $4 million.", [None]),
    ],
)
def test_a_place_is_none_where_a_company_is_or_where_it_is_a_part(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia rose 5%, while the Nasdaq fell 4%.", ["Nokia", "Nasdaq Composite"]),
        ("Nokia rose 5%. The FTSE 100 was down 4%.", ["Nokia", "FTSE 100"]),
        ("Nokia's shares on the Nasdaq rose 4%.", ["Nokia"]),
        ("The FTSE 100 engine maker Rolls-Royce posted a profit of $4 billion.", ["Rolls-Royce"]),
    ],
)
def test_an_index_is_a_subject_and_no_market_or_description(text, expected):
    assert subjects(text) == expected
