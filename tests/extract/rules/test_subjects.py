import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def subjects(text: str) -> list[str | None]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-02-03"))
    claims = [mention.claim for mention in found.mentions if isinstance(mention.claim, FigureClaim)]
    return [claim.subject.name if claim.subject else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will invest $9 billion in data centres.", ["ByteDance"]),
        ("Nvidia's revenue rose to $30 billion.", ["Nvidia"]),
        ("Server spending was led by Microsoft's $31 billion and Tencent's $9 billion.", ["Microsoft", "Tencent"]),
        ("Some 90,000 chips were bought by Tencent.", ["Tencent"]),
        ("About 40% of Tencent's chip orders would go to local suppliers.", ["Tencent"]),
        ("Chip stocks slid, with Broadcom down 9% and Nvidia off 4%.", ["Broadcom", "Nvidia"]),
        ("Tencent said it would cut 900 jobs.", ["Tencent"]),
        ("Analysts at Omdia said Tencent bought 90,000 chips.", ["Tencent"]),
        ("The order allows TikTok to remain open for 75 days.", ["TikTok"]),
        ("The agency fined TikTok $4 million.", ["TikTok"]),
        ("Nvidia reported a profit of $12 billion.", ["Nvidia"]),
        ("Tencent's WeChat has 1.3 billion monthly active users.", ["WeChat"]),
        ("TSMC, which makes Nvidia's chips, said it would invest $50 billion.", ["TSMC"]),
        ("In Taiwan, TSMC spent $9 billion, while Samsung spent $8 billion in Texas.", ["TSMC", "Samsung"]),
    ],
)
def test_the_grammar_of_the_sentence_tells_the_subject(text, expected):
    assert subjects(text) == expected


def test_a_sentence_without_a_name_is_about_whom_the_text_is_about():
    text = "ByteDance earned $8 billion. That follows 2,000 job cuts."
    assert subjects(text) == ["ByteDance", "ByteDance"]


def test_a_heading_without_a_name_is_not():
    assert subjects("Tencent earned $8 billion.\n\nCombined revenue: $70 billion\n\nThey grew.")[1] is None


def test_a_price_needs_a_subject_of_its_own():
    assert subjects("Samsung makes drives. Fast card (512GB) for $75 at Walmart.")[-1] is None


def test_an_exchange_rate_is_about_the_currency():
    assert subjects("ByteDance spent 2 billion yuan. ($1 = 7.25 yuan)")[-1] == "US dollar"


def test_an_outlet_is_not_the_subject_of_what_it_reports():
    text = "ByteDance is growing. Bloomberg reported a plan for up to $7 billion to buy chips."
    assert subjects(text) == ["ByteDance"]
