import json
from decimal import Decimal

from kg.extract.rows import attribution_rows, number, rows
from kg.extract.rules.annotations import Reported
from kg.model import (
    Document,
    Entity,
    Extraction,
    FigureClaim,
    Mention,
    Period,
    Quantity,
    RelationClaim,
    Response,
    Span,
    Step,
    Unnamed,
)

TEXT = "Acme made about 40 billion yuan ($5.5 billion), Reuters said."
ACME = Entity("Acme", "Company")
REUTERS = Entity("Reuters", "Outlet", "reuters")
DOCUMENT = Document(TEXT, "page", "page.txt", offset=100, part="2")
CLAIM = FigureClaim(
    subject=ACME,
    measure="revenue",
    quantities=(Quantity(Decimal("4E10"), "CNY", "about"), Quantity(Decimal(5500000000), "USD")),
    period=Period("by-2025"),
    mode="planned",
)
MENTION = Mention(
    claim=CLAIM,
    quote=Span(0, len(TEXT)),
    figure=Span(10, 46),
    via=(Step((REUTERS,)), Step((Unnamed("two people"),))),
)


def test_a_figure_row_has_the_keys_and_counts_in_the_file():
    (row,) = rows(Extraction(DOCUMENT, (MENTION,)))
    assert row["start"] == 110
    assert row["end"] == 146
    assert row["text"] == "about 40 billion yuan ($5.5 billion)"
    assert (row["value"], row["high"], row["unit"]) == (40_000_000_000, None, "CNY")
    assert row["also"] == [{"value": 5_500_000_000, "unit": "USD"}]
    assert row["bound"] == "about"
    assert row["subject"] == "Acme"
    assert row["attributed_to"] == ["Reuters"]
    assert row["origin"] == "two people"
    assert (row["quote_start"], row["quote_end"]) == (100, 100 + len(TEXT))
    assert (row["source"], row["document"]) == ("page", "page#2")
    assert json.loads(json.dumps(row)) == row


def test_a_deadline_is_told_apart_from_its_year():
    (row,) = rows(Extraction(DOCUMENT, (MENTION,)))
    assert (row["period"], row["deadline"]) == ("2025", True)


def test_what_only_the_text_around_credits_is_not_printed_as_credit():
    context = Mention(CLAIM, Span(0, len(TEXT)), Span(10, 46), via=(Step((REUTERS,)),), contextual=True)
    (row,) = rows(Extraction(DOCUMENT, (context,)))
    assert row["attributed_to"] == []


def test_rows_stand_in_order_of_position():
    link = Mention(RelationClaim(ACME, "competesWith", REUTERS), Span(0, len(TEXT)), Span(0, 55))
    answer = Response(ACME, "denies", Span(20, 40), about="a plan")
    found = rows(Extraction(DOCUMENT, (MENTION, link), (answer,)))
    assert [row["kind"] for row in found] == ["relation", "figure", "response"]
    assert [row["start"] for row in found] == [100, 110, 120]


def test_numbers_are_whole_where_they_can_be():
    assert number(Decimal("3.00")) == 3
    assert number(Decimal("0.25")) == 0.25


def test_attributions_show_source_cue_and_content():
    act = Reported(cue=Span(56, 60), content=(Span(0, 46),), source=Span(48, 55), agents=(REUTERS,))
    (row,) = attribution_rows(DOCUMENT, (act,))
    assert row["cue"] == {"start": 156, "end": 160, "text": "said"}
    assert row["source_span"]["text"] == "Reuters"
    assert row["content"][0]["text"].startswith("Acme made")
    assert row["agents"] == ["Reuters"]
