"""What is denied is something said, by those who answer for a body; to move, foresee or suppose is no answer."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def answers(text: str) -> list[tuple[str, str]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return sorted({(response.agent.name, response.stance) for response in read.responses})


def denied(name: str) -> list[tuple[str, str]]:
    return [(name, "denies")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is pushed back is a report or a date.
        ("Nokia pushed back the launch of its phone to May.", []),
        ("Nokia said it was pushing back deliveries because of the strike.", []),
        ("Nokia pushed back to spring a plan for new offices.", []),
        ("Nokia pushed back on the report.", denied("Nokia")),
        ("Nokia pushed back Friday against claims that its phones overheat.", denied("Nokia")),
        ("Nokia pushed back hard on the notion that it would leave Oulu.", denied("Nokia")),
        # The noun that is shut down or dismissed counts, not one behind a preposition.
        ("Nokia shut down two works over fears of a flood.", []),
        ("Nokia dismissed two managers over reports of theft.", []),
        ("Nokia shot down talk of a sale.", denied("Nokia")),
        ("Nokia dismissed as baseless reports of a sale.", denied("Nokia")),
        # A dispute with somebody is a noun.
        ("Papers from Nokia's old dispute with Ericsson show that it paid $9 million.", []),
        ("Nokia disputes the figure.", denied("Nokia")),
        # Who admits that something was wrong denies nothing.
        ("Nokia admitted that its figures were wrong.", [("Nokia", "confirms")]),
        # Who is confirmed in an office.
        ("Anna Berg was confirmed by Ardania's parliament last month.", []),
        ("The deal was confirmed by Nokia last month.", [("Nokia", "confirms")]),
        # Who is denied something, and a report that says what was approved.
        ("Reuters wrote that Ericsson had been denied by Nokia.", []),
        ("Nokia denies Reuters report naming Ericsson's approval of the sale.", denied("Nokia")),
        ("Nokia denied the request for approval.", []),
        ("Nokia itself denied it.", denied("Nokia")),
        # Who does not return to a place.
        ("Nokia has not returned to court since May.", []),
        ("Nokia has not returned messages.", [("Nokia", "no_response")]),
        # A posts' contents are no verdict on them.
        ("Nokia removed 900 posts for spreading misinformation, it said.", []),
        ("Nokia said the posts were misinformation.", denied("Nokia")),
    ],
)
def test_matter(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What others do may be wrong: that answers nobody.
        ('"What they are doing is wrong," Anna Berg told the council of the town.', []),
        ('"What the paper wrote is wrong," Anna Berg said.', denied("Anna Berg")),
        ('"That is not true," Anna Berg said.', denied("Anna Berg")),
        # What somebody looking on foresees, supposes or thinks.
        ("Nokia said it no longer expects a deal to be struck this year.", []),
        ("Nokia said it is no longer in talks.", denied("Nokia")),
        ("Even if Ardania does not retaliate, sales will fall, according to Nokia.", []),
        ("The news shows that Nokia has no plans to build phones, according to Anna Berg.", []),
        ('"I do not think anyone wants this deal," Anna Berg said in response to a question.', []),
        (
            'A report said Nokia would sell. "I have no intention of selling Nokia," Anna Berg said.',
            denied("Anna Berg"),
        ),
        ("A report said Nokia would sell. Nokia said there was no deal.", denied("Nokia")),
        ('"There is no easy money in phones," Nokia chief executive Anna Berg told a paper.', []),
        ("A ministry spokesman said he was not aware of the situation.", []),
    ],
)
def test_statements(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What people close to a body say is no answer of the body itself.
        ("A person close to Nokia denied the figure.", []),
        ("Insiders say Nokia will sell; a Nokia insider said the report was false.", []),
        ("A person close to Nokia confirmed the figure.", []),
        ("An investor in Nokia denied the report.", []),
        # Those who speak for a product, or for a body that is not known.
        (
            "Oracle is a buyer. Oracle wants more.\n\nTikTok spokeswoman Anna Berg said the report was false.",
            denied("TikTok"),
        ),
        (
            "Oracle is a buyer. It wants more.\n\nAnna Berg, a spokeswoman for the Lindqvist Group, called it false.",
            denied("Lindqvist Group"),
        ),
        (
            "BaFin, the ECB and the German Finance Ministry denied it, as did Nokia.",
            sorted(
                (
                    *denied("European Central Bank"),
                    *denied("BaFin"),
                    *denied("German Finance Ministry"),
                    *denied("Nokia"),
                )
            ),
        ),
        # A ministry with a capital is that of the country named before.
        (
            "China buys more chips.\n\nForeign Ministry spokesman Guo Wen dismissed the US claim as groundless.",
            denied("China's Foreign Ministry"),
        ),
    ],
)
def test_who_denies(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected
