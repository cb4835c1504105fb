from dataclasses import replace
from decimal import Decimal

from kg.extract.grounding import grounded
from kg.model import Document, Entity, Extraction, FigureClaim, Mention, Quantity, Response, Span

TEXT = "Acme earned $3 billion. Half of it was spent."
DOCUMENT = Document(TEXT, "t", "t.txt")
CLAIM = FigureClaim(Entity("Acme", "Company"), "profit", (Quantity(Decimal(3_000_000_000), "USD"),))
WHOLE = Mention(CLAIM, Span(0, 23), Span(12, 22))
PART = Mention(CLAIM, Span(24, len(TEXT)), Span(24, 28), part_of=0)


def test_what_stands_in_the_text_passes():
    extraction = Extraction(DOCUMENT, (WHOLE, PART))
    assert grounded(extraction) == extraction


def test_a_figure_outside_its_quote_is_refused_with_a_remark():
    found = grounded(Extraction(DOCUMENT, (replace(WHOLE, figure=Span(24, 28)),)))
    assert found.mentions == ()
    assert [remark.rule for remark in found.warnings] == ["ungrounded"]


def test_a_quote_beyond_the_text_is_refused():
    assert grounded(Extraction(DOCUMENT, (replace(WHOLE, quote=Span(0, 900)),))).mentions == ()


def test_a_blank_figure_is_refused():
    assert grounded(Extraction(DOCUMENT, (replace(WHOLE, figure=Span(4, 5)),))).mentions == ()


def test_a_part_whose_whole_is_refused_points_nowhere():
    refused = replace(WHOLE, figure=Span(24, 28))
    (kept,) = grounded(Extraction(DOCUMENT, (refused, PART))).mentions
    assert kept.part_of is None


def test_parts_keep_pointing_at_their_whole_when_others_are_refused():
    refused = replace(WHOLE, figure=Span(24, 28))
    kept = grounded(Extraction(DOCUMENT, (refused, WHOLE, replace(PART, part_of=1)))).mentions
    assert kept[1].part_of == 0


def test_a_response_needs_its_quote():
    answer = Response(Entity("Acme", "Company"), "denies", Span(100, 120))
    found = grounded(Extraction(DOCUMENT, (), (answer,)))
    assert found.responses == ()
    assert found.warnings[0].rule == "ungrounded"
