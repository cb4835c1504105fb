"""Lines of a page between the paragraphs of a report: it is read as if they were not there, and they for themselves."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.ingest.plain import PlainReader
from kg.ingest.protocol import Source
from kg.model import Document, Extraction, FigureClaim, Mention

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))
EXTRACTOR = RuleExtractor(statements=True)
LINES = [
    "Also read: Tesla sold 1.8 million cars in 2023",
    "Image: Microsoft",
    "The logo of Samsung at a fair in Barcelona, March 3, 2024. REUTERS/Ann Lee/File Photo",
    "Facebook Twitter LinkedIn Email",
    "Related stories\n\nTesla recalls 200,000 cars\n\nWhy Intel lost $16 billion in a quarter",
]


def documents(text: str) -> tuple[Document, ...]:
    return PlainReader().read(Source("a.txt", "a.txt", text.encode())).documents


def told(found: Extraction, mention: Mention) -> tuple[object, ...]:
    text, of = found.document.text, mention.part_of
    whole = None if of is None else found.mentions[of].figure.of(text)
    credited = tuple((step.agents, step.span and step.span.of(text)) for step in mention.via)
    return mention.claim, mention.quote.of(text), mention.figure.of(text), credited, whole


def said(found: Extraction) -> Counter[object]:
    answers = ((one.agent, one.stance, one.quote.of(found.document.text)) for one in found.responses)
    return Counter([*(told(found, mention) for mention in found.mentions), *answers])


def with_lines(text: str, lines: str) -> str:
    """Put `lines` in the middle of the report."""
    ends = [found.end() for found in re.finditer(r"[.”]\n\n", text)]
    middle = ends[len(ends) // 2]
    return f"{text[:middle]}{lines}\n\n{text[middle:]}"


@pytest.mark.parametrize("lines", LINES)
def test_a_report_with_such_lines(lines: str) -> None:
    own = said(EXTRACTOR.extract(Document(f"News\n\nIt rained.\n\n{lines}", "t", "t")))
    for file in EXAMPLES:
        text = file.read_text(encoding="utf-8")
        before = [said(EXTRACTOR.extract(one)) for one in documents(text)]
        after = [said(EXTRACTOR.extract(one)) for one in documents(with_lines(text, lines))]
        assert sum(after, Counter()) == sum(before, Counter()) + own, file.name


def test_such_a_line_is_read_for_itself() -> None:
    text = (
        "Kestrin doubles budget\n\nKestrin will spend $12 billion on chips, the company said.\n\n"
        "Also read: Tesla sold 1.8 million cars in 2023\n\nIt spent $6 billion before, "
        "of which $2 billion went to Nvidia."
    )
    figures = {
        mention.figure.of(text): mention.claim.subject.name
        for mention in EXTRACTOR.extract(Document(text, "t", "t")).mentions
        if isinstance(mention.claim, FigureClaim) and mention.claim.subject
    }
    assert figures["1.8 million"] == "Tesla"
    assert figures["$6 billion"] == figures["$2 billion"] == "Kestrin"


def test_acts_of_reporting_are_in_order() -> None:
    text = "Acme grew, Reuters reported.\n\nRelated: Orbel will shrink, Bloomberg says\n\nAcme shrank, the FT said."
    acts = EXTRACTOR.reported(Document(text, "t", "t"))
    assert [act.cue.of(text) for act in acts] == ["reported", "says", "said"]
