"""What the figures of tables are read as: by the head, the label and the lines above, never by the prose around."""

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Extraction, FigureClaim

EXTRACTOR = RuleExtractor()


def read(text: str) -> Extraction:
    return EXTRACTOR.extract(Document(text, "t", "t.txt", date="2026-01-15"))


def claims(text: str) -> list[tuple[str, str | None, str, str | None, str]]:
    """Return (printed, subject, measure, period, mode) of each figure."""
    return [
        (
            mention.figure.of(text),
            mention.claim.subject.name if mention.claim.subject else None,
            mention.claim.measure,
            mention.claim.period.code if mention.claim.period else None,
            mention.claim.mode,
        )
        for mention in read(text).mentions
        if isinstance(mention.claim, FigureClaim)
    ]


def test_label_and_head_tell_whose_and_of_when_and_a_line_above_of_what():
    text = "Capital expenditure\n\n| Company | 2024 | 2025E |\n|---|---|---|\n| Meta | $37 billion | $70 billion |\n"
    assert claims(text) == [
        ("$37 billion", "Meta", "capital-expenditure", "2024", "actual"),
        ("$70 billion", "Meta", "capital-expenditure", "2025", "estimated"),
    ]


def test_a_column_of_changes_tells_how_the_column_before_it_changed():
    rows = "| 2024 | 44.5 | +39% |\n| 2026 (guidance) | 94 | +6% |"
    text = f"Oracle\n\n| Year | Capex ($B) | Change |\n|---|---|---|\n{rows}\n"
    assert claims(text) == [
        ("44.5", "Oracle", "capital-expenditure", "2024", "actual"),
        ("+39%", "Oracle", "capital-expenditure-growth", "2024", "actual"),
        ("94", "Oracle", "capital-expenditure", "2026", "guidance"),
        ("+6%", "Oracle", "capital-expenditure-growth", "2026", "guidance"),
    ]


def test_labels_may_be_the_measures():
    text = "Oracle\n| | 2024 | 2025 |\n|---|---|---|\n| Revenue | $53bn | $57bn |\n| Employees | 159,000 | 162,000 |\n"
    assert [(printed, measure, period) for printed, _, measure, period, _ in claims(text)] == [
        ("$53bn", "revenue", "2024"),
        ("$57bn", "revenue", "2025"),
        ("159,000", "employees", "2024"),
        ("162,000", "employees", "2025"),
    ]


def test_a_table_of_which_only_spaces_are_left_is_read_by_its_head():
    text = "Amazon\n\nPeriod Capex ($B) Growth Remarks\n2024 $77 +45% A record\n2025 (guidance) $125 +62% Raised\n"
    assert claims(text) == [
        ("$77", "Amazon", "capital-expenditure", "2024", "actual"),
        ("+45%", "Amazon", "capital-expenditure-growth", "2024", "actual"),
        ("$125", "Amazon", "capital-expenditure", "2025", "guidance"),
        ("+62%", "Amazon", "capital-expenditure-growth", "2025", "guidance"),
    ]


def test_prose_lends_a_table_nothing_and_a_table_lends_prose_nothing():
    text = (
        "Meta spent $9 billion on chips in 2024, and its stock fell 11%.\n\n"
        "| Quarter | All makers |\n|---|---|\n| Q1 | +50% |\n| Q2 | +63% |\n\n"
        "The gap grew to 20%.\n"
    )
    assert [subject for printed, subject, *_ in claims(text) if printed.startswith("+")] == [None, None]
    assert all(measure == "other" for printed, _, measure, *_ in claims(text) if printed.startswith("+"))


def test_what_a_table_leaves_open_is_said():
    text = "| Item | Column |\n|---|---|\n| First | $4 billion |\n| Second | $5 billion |\n"
    assert {remark.rule for remark in read(text).warnings} == {"unknown-subject", "unknown-measure"}


def test_the_quotation_of_an_entry_is_its_row():
    text = "| Company | Capex ($B) |\n|---|---|\n| Meta | 37 |\n| Amazon | 77 |\n"
    assert [mention.quote.of(text) for mention in read(text).mentions] == ["| Meta | 37 |", "| Amazon | 77 |"]
