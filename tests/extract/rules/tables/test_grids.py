"""Which lines of a text are tables, and what stands above and beside an entry."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.tables.grids import cells


def entries(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return (entry, label of its row, head of its column) of each entry in `text`."""
    return [
        (cell.span.of(text), cell.label and cell.label.of(text), cell.head and cell.head.of(text))
        for cell in cells(text, figures(text))
    ]


def test_bars_part_the_entries_of_a_table():
    text = "Outlays\n\n| Maker | 2024 | 2025 |\n|---|---|---|\n| Nvidia | $3bn | $5bn |\n| AMD | | $1bn |\n"
    assert entries(text) == [
        ("$3bn", "Nvidia", "2024"),
        ("$5bn", "Nvidia", "2025"),
        ("$1bn", "AMD", "2025"),
    ]
    assert [title.of(text) for title in cells(text, figures(text))[0].titles] == ["Outlays"]


def test_tabs_part_the_entries_of_a_table():
    assert entries("Year\tSales\n2024\t$3 billion\n2025\t$5 billion\n") == [
        ("$3 billion", "2024", "Sales"),
        ("$5 billion", "2025", "Sales"),
    ]


def test_a_first_row_with_amounts_is_no_head():
    assert entries("| Nvidia | $3 billion |\n| AMD | $1 billion |\n") == [
        ("$3 billion", "Nvidia", None),
        ("$1 billion", "AMD", None),
    ]


def test_below_a_head_lines_of_a_label_and_amounts_are_rows():
    text = "Year Outlays ($bn) Change Remarks\n2024 $30 +12% A slow year\n2025 ~$41 +37%\n"
    assert entries(text) == [
        ("$30", "2024", "Year Outlays ($bn)"),
        ("+12%", "2024", "Change Remarks"),
        ("~$41", "2025", "Year Outlays ($bn)"),
        ("+37%", "2025", "Change Remarks"),
    ]


def test_an_amount_in_the_note_of_a_row_stands_in_no_column():
    text = "Year Outlays ($bn)\n2024 $30 after $21bn of orders\n2025 $41 as planned\n"
    assert entries(text)[:2] == [("$30", "2024", "Year Outlays ($bn)"), ("$21bn", "2024", None)]


def test_lines_of_prose_headlines_and_lists_are_no_rows():
    for text in (
        "Chip makers\n\nNvidia raises outlays to $30 billion\nAMD sells $4 billion of notes\n",
        "Outlays\n- Nvidia: $30 billion, 12%\n- AMD: $4 billion, 9%\n",
        "Nvidia spent $30 billion, 12% more.\nAMD spent $4 billion, 9% more.\n",
        "Reuters | Technology | 4 May 2025\nNvidia spent $30 billion.\n",
        "Markets | Technology\nNvidia | Chips\n",
    ):
        assert entries(text) == []


def test_a_line_above_that_ends_a_sentence_is_no_title():
    text = "Both makers spent more last year.\n\n| Maker | Outlays |\n|---|---|\n| Nvidia | $3 billion |\n"
    assert cells(text, figures(text))[0].titles == ()


LINES = st.lists(
    st.text("|\t $1%a.-–—\u2028\x85é", max_size=12) | st.sampled_from(["| a | $1 |", "|---|---|", "a ($B)", "a $1 2%"]),
    max_size=8,
)


@given(LINES.map("\n".join))
def test_entries_are_in_order_and_inside_their_rows_whatever_the_text(text):
    found = cells(text, figures(text))
    assert all(cell.row.covers(cell.span) and cell.span.of(text).strip() for cell in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
