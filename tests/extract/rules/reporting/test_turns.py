"""Conversations in print: whose words a paragraph holds is told by the label that opens it."""

import pytest

from kg.extract.rows import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

CALL = """Kestrin third-quarter call

Ana Rivera, Chief Executive: We sold 4 million meters in the quarter. That is 9% more than a year ago.

We also hired 300 people.

Operator: The next caller, please.

Analyst (Harrow Bank): Is a margin of 12% still your goal?

Tom Berg (finance): Our margin was 14%, and Harrow Bank said it would reach 20%.
"""


def told(text: str) -> list[tuple[str, list[str], str | None]]:
    """Return each figure as printed, and whom it is credited to."""
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return [(row["text"], row["attributed_to"], row["origin"]) for row in rows(read) if row["kind"] == "figure"]


def test_what_follows_a_label_is_said_by_whom_it_names():
    assert told(CALL) == [
        ("4 million meters", ["Ana Rivera"], None),
        ("9%", ["Ana Rivera"], None),
        ("300", ["Ana Rivera"], None),
        ("12%", [], "Analyst (Harrow Bank)"),
        ("14%", ["Tom Berg"], None),
        ("20%", ["Tom Berg", "Harrow Bank"], None),
    ]


def test_a_name_and_an_office_on_a_line_of_their_own_open_a_turn():
    text = CALL.replace(", Chief Executive: ", " -- Chief Executive\n\n").replace(
        " (finance): ", " – Finance Chief\n\n"
    )
    assert told(text) == told(CALL)


@pytest.mark.parametrize(
    "text",
    [
        "Rich list\n\nAna Rivera: Her shares are worth $4 billion.\n\nTom Berg: His stake is worth $3 billion.\n",
        "Results\n\nRevenue: We counted $4 billion.\n\nProfit: We counted $1 billion.\n",
        "Interview\n\nAna Rivera, Chief Executive: We sold 4 million meters.\n\nSales rose 9%.\n",
    ],
)
def test_lists_and_single_labels_are_no_conversation(text):
    assert all(not names and origin is None for _, names, origin in told(text))
