import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baidu wants to list Kunlunxin. Baidu earned $2 billion.\n\nThe unit was valued at $3 billion.", "Kunlunxin"),
        ("Baidu wants to list Kunlunxin. Baidu earned $2 billion. A round valued the unit at $3 billion.", "Kunlunxin"),
        ("Baidu wants to list Kunlunxin. Baidu earned $2 billion. The offer could value Baidu at $3 billion.", "Baidu"),
    ],
)
def test_the_unit_is_the_one_part_that_the_text_names(text, expected):
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lloyds set aside $900 million for compensation. Lenders would pay out $8 billion.",
            ["Lloyds Banking Group", None],
        ),
        ("Tesla sold 90,000 cars. Carmakers have sold 80,000.", ["Tesla", None]),
        ("Tesla sold 90,000 cars. Investors expect sales of 80,000.", ["Tesla", "Tesla"]),
    ],
)
def test_what_companies_as_such_do_is_not_of_whom_was_told_before(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba released 200 models. China's computing power reached 725 EFLOPS.", ["Alibaba", "China"]),
        (
            "Google builds a $6 billion data centre. India's data centre capacity will be 8 GW.",
            ["Google", "India"],
        ),
        ("TSMC gained 2%. Taiwan makes over 60% of all chips.", ["TSMC", "Taiwan"]),
        ("TSMC gained 2%. In Taiwan revenue rose by 9%.", ["TSMC", "TSMC"]),
        ("Petrobras spent $9 billion. Brazil's state oil company will invest $4 billion.", ["Petrobras", "Petrobras"]),
        ("TSMC gained 2%. China sales of its chips rose by 9%.", ["TSMC", "TSMC"]),
    ],
)
def test_a_place_that_acts_is_whom_its_sentence_is_about(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "'China's little Nvidia' speaks\n\nCambricon is growing. Cambricon sells chips.\n\nRevenue was $2 billion.",
            "Cambricon",
        ),
        (
            "Wegovy maker to fend off Lilly\n\nThe drug business is changing.\n\nRevenue was $2 billion.",
            "Novo Nordisk",
        ),
        (
            "Intel to meet AMD\n\nAMD said it had met Intel. Intel sold little.\n\nRevenue was $2 billion.",
            "Intel",
        ),
    ],
)
def test_a_text_is_about_who_opens_its_prose_or_whose_maker_its_headline_names(text, expected):
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JPMorgan has lent $2 billion to Electronic Arts. Can EA bear it? It took in $7 billion.", "Electronic Arts"),
        ("Apple rose 4%. Elsewhere, Oracle rose 2%.", "Oracle"),
        ("UPS shed 900 posts. Target is shedding 80 posts.", "Target"),
        ("UPS cut posts. Target is at hand: UPS shed 900 posts.", "UPS"),
    ],
)
def test_a_question_and_a_verb_show_a_name(text, expected):
    assert subjects(text)[-1] == expected
