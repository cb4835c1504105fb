"""When a text appeared: dates at its head, not those in its sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.datelines import DateLine, date_line, opening_date
from kg.ingest.header import header


@pytest.mark.parametrize(
    ("line", "date", "by"),
    [
        ("November 14, 2025", "2025-11-14", None),
        ("APR 19, 2024", "2024-04-19", None),
        ("Wire Desk Published 01 Sep, 2025 05:17pm", "2025-09-01", None),
        ("By Ann Lee | Jan 8, 2026", "2026-01-08", "Ann Lee"),
        ("By Ann Lee and Bo Ito, Jan. 8, 2026 6:30 am ET", "2026-01-08", "Ann Lee and Bo Ito"),
        ("Updated 9 Jan 2026 | Published 8 Jan 2026", "2026-01-08", None),
        ("Wednesday, January 7th, 2026 at 3:05 PM EST", "2026-01-07", None),
        ("2026-01-08T09:00:00+08:00", "2026-01-08", None),
        ("8 January 2026 • 5 min read", "2026-01-08", None),
        ("SINGAPORE, 8 January 2026", "2026-01-08", None),
        ("HW Bureau Published: Jan 08, 2026, 10:15:00 AM IST", "2026-01-08", None),
        ("Thu, Jan 8, 2026, 5:17 PM 3 min read", "2026-01-08", None),
        ("Posted on January 8, 2026 by Ann Lee", "2026-01-08", None),
        ("By our rail editor, Thursday 8 January 2026", "2026-01-08", None),
        ("By a staff reporter, The Quay Gazette, January 8, 2026", "2026-01-08", None),
        ("Ports correspondent, Lisbon, 8 January 2026", "2026-01-08", None),
        ("Dockside newsletter no. 7 - 8 January 2026", "2026-01-08", None),
        ("By QWN | Published: January 8, 2026 09:25 IST", "2026-01-08", "QWN"),
        ("By AFX - Published: 8 January 2026", "2026-01-08", "AFX"),
        ("Written by Ann Lee | 8 January 2026", "2026-01-08", "Ann Lee"),
        ("Compiled by Quay Roundup, Jan 8, 2026 9:00 am", "2026-01-08", "Quay Roundup"),
        ("Technology | By Ann Lee | 8 January 2026", "2026-01-08", "Ann Lee"),
        ("Posted on January 8, 2026 by the Quay staff", "2026-01-08", None),
        ("Published January 8, 2026 by admin", "2026-01-08", None),
        ("January 8, 2026 | Ports and shipping", "2026-01-08", None),
        ("Ports and shipping • January 8, 2026 • 5 min read", "2026-01-08", None),
        ("Business / Jan 8, 2026", "2026-01-08", None),
        ("Quay Daily January 8, 2026", "2026-01-08", None),
        ("This article was first published on January 8, 2026.", "2026-01-08", None),
        ("Created: 28-01-2026 10:10 IST", "2026-01-28", None),
    ],
)
def test_a_line_of_date_labels_and_names_says_when_the_text_appeared(line, date, by):
    found = date_line(line)
    assert found is not None
    assert (found.date, found.by, found.updated) == (date, by, False)


def test_a_date_of_change_is_told_from_one_of_publication():
    assert date_line("Last updated on January 8, 2026 10:15 (GMT+8)") == DateLine(
        "2026-01-08", updated=True, alone=True
    )


@pytest.mark.parametrize(
    "line",
    [
        "Chipmaker shares fell on Jan 8, 2026",
        "Earnings call set for Jan 8, 2026",
        "Foundry One to report on January 8, 2026",
        "January 8, 2026 Orders rose",
        "Reporters to meet the editor, 8 January 2026",
        "By our own count it ended on 8 January 2026",
        "Ann Lee 8 Jan 2026",
        "Quay Daily to close January 8, 2026",
        "This plant was first opened on January 8, 2026",
        "The port was busy last week, and it will be closed for days. | January 8, 2026",
        "January 8, 2026 | It was a day on which hardly any ship left the port.",
        "03/04/2025",
        "January 2026",
    ],
)
def test_a_date_in_a_sentence_or_headline_is_no_date_line(line):
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("TAIPEI, Feb. 26, 2025 /NewsWire/ — Foundry One said", "2025-02-26"),
        ("SHANGHAI, Jan 8, 2026 (Harbour Wire) - Orders rose", "2026-01-08"),
        ("LONDON, 8 January 2026: The fund", "2026-01-08"),
        ("Santa Clara, Calif., Jan. 8, 2026 -- The maker", "2026-01-08"),
        ("(Lisbon, 8 January 2026) Foundry One said", "2026-01-08"),
        ("[Lisbon, 8 January 2026] Foundry One said", "2026-01-08"),
        ("Lisbon, Jan 8, 2026 (QWN) Foundry One said", "2026-01-08"),
        ("NEW YORK | January 8, 2026 — Foundry One said", "2026-01-08"),
        ("January 8, 2026, Lisbon – Foundry One said", "2026-01-08"),
        ("(January 8, 2026 was cold) Foundry One said", None),
        ("Lisbon, Jan 8, 2026 (the day it shut) Foundry One said", None),
        ("On Jan 8, 2026 - a Thursday - the maker", None),
        ("TAIPEI, Jan 8 (Harbour Wire) - Orders rose", None),
    ],
)
def test_a_dateline_opens_a_text_and_needs_its_year(opening, date):
    assert opening_date(opening) == date


@pytest.mark.parametrize(
    ("head", "date", "byline"),
    [
        ("Fab opens\nThe first wafers leave it in May.\n\nby Ann Lee\nJanuary 8, 2026\n\n", "2026-01-08", ("Ann Lee",)),
        ("Fab opens\nTechnology\nThe first wafers leave it in May.\n8 January 2026\n", "2026-01-08", ()),
        ("Fab opens\nUpdated: 9 January 2026\nPublished: 8 January 2026\n", "2026-01-08", ()),
        ("Fab opens\nUpdated: 9 January 2026\n", "2026-01-09", ()),
        ("8 January 2026\nFab opens\n", "2026-01-08", ()),
    ],
)
def test_the_date_stands_at_the_head_perhaps_behind_a_standfirst(head, date, byline):
    found = header(head + "The maker sold 300 tools last month.\nIt plans more.\n")
    assert (found.title, found.date, found.byline) == ("Fab opens", date, byline)


def test_an_outlet_may_have_the_date_beside_it():
    found = header("Fab opens\nSource: Quay Daily | 8 January 2026\n\nThe maker sold 300 tools last month.\n")
    assert (found.outlet, found.date) == ("Quay Daily", "2026-01-08")
    assert header("Fab opens\nSource: Quay Daily of London\n\nIt sold 300 tools.\n").outlet == "Quay Daily of London"


def test_dates_further_down_are_those_of_what_stands_there():
    chronicle = "How it began\nA long story.\nJanuary 8, 2024\nThe fab opened.\nMarch 3, 2025\nIt closed.\n"
    assert header(chronicle).date is None
    prose = "Fab opens\n" + "The maker sold 300 tools. It plans more.\n" * 3 + "January 8, 2026\nThe fab opened.\n"
    assert header(prose).date is None


def test_a_headline_that_ends_in_a_date_stays_the_headline():
    assert header("Chip Roundup: January 8, 2026\nOrders rose.\n").title == "Chip Roundup: January 8, 2026"


@given(st.text(alphabet="AaBy ,.:|-0123456789Jan2026", max_size=200))
def test_any_line_is_read_or_left_alone(line):
    date_line(line)
    opening_date(line)


@pytest.mark.parametrize("head", ["Plant opens\nJanuary 2026\n\n", "January 2026\n\n"])
def test_a_month_alone_at_the_head_dates_a_text_with_no_other_such_line(head):
    story = "The maker sold 300 tools last month.\nIt plans more.\n"
    assert header(head + story).date == "2026-01"
    assert header(head + story + "\nFebruary 2026\n\nThe plant shut.\n").date is None
    assert header("Plant opens\n\n" + story + "January 2026\n").date is None
