"""Whom a sentence without a subject of its own goes on about: whose business was told of, or a government."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("B&Q's trading varied by region. Scottish sales fell 2.1%.", "B&Q"),
        ("Zara's results differed widely by market. Spanish revenue rose 4.2%.", "Zara"),
        ("Zara's start to the year was strong. Sales rose 9% in seven weeks.", "Zara"),
        ("Skoda's year was uneven. Deliveries in India rose 11%.", "Skoda"),
        ("Target's quarter was poor. Comparable sales fell 2.7%.", "Target"),
        ("Unilever's results were mixed. Volumes rose 1.3%.", "Unilever"),
        ("Sephora's momentum was strong. Sales grew 8% in North America.", "Sephora"),
        ("B&Q's trading in the summer was weak. Sales fell 2.1%.", "B&Q"),
        ("Nissan's woes have deepened. Sales fell 2.1%.", "Nissan"),
    ],
)
def test_a_sentence_goes_on_about_whose_business_fared_in_some_way(sentence, expected):
    assert subjects(f"Kingfisher raised its outlook on Tuesday.\n{sentence}") == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Adeo's rival did well. Sales fell 2.1%.",
        "Amazon's growth has hurt the company. Sales fell 2.1%.",
        "Amazon's growth has slowed deliveries. Sales fell 2.1%.",
        "TSMC's problems had delayed goods. Revenue rose 62%.",
    ],
)
def test_it_does_not_where_the_business_of_another_only_bears_on_it(sentence):
    assert subjects(f"Kingfisher raised its outlook on Tuesday.\n{sentence}") == ["Kingfisher"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last week, the government unveiled a $10 billion incentive programme.",
        "In March the government approved a $2.7 billion scheme for electronic components.",
        "Police arrested four people after the attacks.",
        "Parliament approved 5 billion kronor for the region.",
        "The state has set aside 4 billion euros for battery plants.",
        "The government has promised £2.5 billion for the programme.",
        "The city will build 20,000 homes.",
    ],
)
def test_what_a_government_does_is_of_no_company(sentence):
    assert subjects(f"Boeing is building a plant in India. {sentence}")[-1:] in ([None], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The government holds 9.9% of the company.",
        "The government estimates that costs would rise by $8 billion.",
        "The court set the fine at $244 million.",
        "The regulator allowed it to raise bills by 35%.",
        "The ministry said that 900 jobs would go.",
    ],
)
def test_what_a_government_does_to_a_company_is_of_that_company(sentence):
    assert subjects(f"Boeing lost $5 billion. {sentence}")[-1] == "Boeing"
