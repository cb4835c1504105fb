"""Whom "it" and "its" mean in a clause that hangs on another, and on whom a text does not go on."""

import pytest

from tests.extract.rules.references.test_references import meant


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Tencent spends less than Baidu, which in March said it would invest $9 billion.", "Baidu"),
        ("Oracle signed a contract with Nokia, which on Monday announced that it had cut 900 jobs.", "Nokia"),
        ("Meta rose 4% after Google said last week it would spend $85 billion.", "Google"),
        ("Meta gained 2% as Oracle told investors that it would spend $9 billion more.", "Oracle"),
        ("Oracle shares jumped after OpenAI's statement that it will rent 5 gigawatts.", "OpenAI"),
        ("Nvidia welcomed TikTok's announcement last week that it would shed 300 jobs.", "TikTok"),
        ("Intel said in a statement on Tuesday that it would cut 9,000 jobs.", "Intel"),
        ("Nokia denied Ericsson's claim that it had copied phones.", "Nokia"),
        ("Microsoft bought 9% of Nokia from Elliott, making it the largest holder.", "Microsoft"),
    ],
)
def test_what_somebody_says_of_it_is_said_of_itself(text, entity):
    assert ("it", entity) in meant(text, "pronoun")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        (
            "After ceding the rights to Disney, Netflix lost 8.4 million users, bringing its total to 61 million.",
            "Netflix",
        ),
        ("In a deal with Oracle, Micron sold 9 million shares, cutting its stake to 4%.", "Micron"),
        ("Nvidia lost ground to AMD, which gained 3 points, bringing its share to 12%.", "AMD"),
        ("Boeing delivered 40 jets to Ryanair in May, bringing its tally for the year to 210.", "Boeing"),
        ("Amazon gave $4 billion, while OpenAI secured $5.5 billion, bringing its total to $17 billion.", "OpenAI"),
        ("Microsoft spoke of OpenAI's plan, saying its stake would fall to 27%.", "Microsoft"),
        ("Regulators fined Apple $9 million, saying its rules hurt rivals.", "Apple"),
    ],
)
def test_what_somebody_does_besides_is_done_to_their_own(text, entity):
    assert ("its", entity) in meant(text, "pronoun")


@pytest.mark.parametrize(
    ("text", "printed", "entity"),
    [
        (
            "Barclays fell. Barclays paid.\n\nHSBC has been under a similar cap.\n\nThe bank will close 40.",
            "The bank",
            "Barclays",
        ),
        (
            "Nokia cut 900 jobs. Nokia fell.\n\nEricsson made a similar move.\n\nThe company sold units.",
            "The company",
            "Nokia",
        ),
        (
            "Barclays fell. Barclays paid.\n\nHSBC plans to close branches.\n\nThe bank will cut jobs.",
            "The bank",
            "HSBC",
        ),
        (
            "Shares of Nintendo rose.\n\nSources said Sony and the Kato family have met over the company.",
            "the company",
            "Nintendo",
        ),
    ],
)
def test_a_text_goes_on_about_nobody_whom_it_only_sets_beside_another(text, printed, entity):
    assert (printed, entity) in meant(text)
