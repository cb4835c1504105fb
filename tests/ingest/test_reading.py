"""Files of every kind in, documents out; what cannot be read is one clear line and the rest goes on."""

import os
import subprocess
import sys
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, KgError
from kg.ingest import aggregated, dates, files
from kg.ingest.decoding import MAX_LINE
from kg.ingest.header import header, names
from kg.ingest.hypertext import HtmlReader
from kg.ingest.jsonlines import JsonLinesReader
from kg.ingest.listing import Found, Listing
from kg.ingest.plain import PlainReader
from kg.ingest.protocol import Source

ARTICLE = (
    "Chipmaker orders rise\nOutlet: Harbour Tech Wire\nDate: 3 March 2025\nBy: A. Writer and B. Writer\n\n"
    "Orders rose 5%.\n"
)


def plain(text: str | bytes) -> tuple:
    data = text if isinstance(text, bytes) else text.encode()
    return PlainReader().read(Source("a.txt", "a", data)).documents


def test_header_lines_are_read_and_the_body_starts_behind_them():
    (document,) = plain(ARTICLE)
    assert document.title == "Chipmaker orders rise"
    assert document.outlet == "Harbour Tech Wire"
    assert document.date == "2025-03-03"
    assert document.byline == ("A. Writer", "B. Writer")
    assert document.text == ARTICLE
    assert document.text[document.body :].startswith("Orders rose")


def test_what_the_text_does_not_state_is_absent():
    (document,) = plain("Orders rose 5% this year, the firm said.\nMore may follow.\n")
    assert (document.title, document.outlet, document.date, document.byline) == (None, None, None, ())
    assert document.body == 0


def test_an_agency_in_the_dateline_is_the_outlet():
    (document,) = plain("Plant to open\nSEOUL (Kyodo) - A plant opens in May.\n")
    assert document.outlet == "Kyodo"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Fab opens early - SiliconANGLE\nThe fab opened.\n", "SiliconANGLE"),
        ("Fab opens early By Investing.com\nThe fab opened.\n", "Investing.com"),
        ("Fab opens early\nInvesting.com -- The fab opened.\n", "Investing.com"),
        ("Fab opens early - Tuesday edition\nThe fab opened.\n", None),
        ("Fab opens early - WSJ\nThe fab opened, the Wall Street Journal reported on Monday.\n", None),
        ("Fab opens early - FT\nCiting two people, the FT said that the fab had opened.\n", None),
        ("Fab opens early - Nikkei\nThe fab opened, according to a report by Nikkei.\n", None),
        ("Fab opens early - FT\nThe fab opened, the owner told the Financial Times.\n", "Financial Times"),
        ("Fab opens early - FT\nThe fab opened. The FT reported in May that it was late.\n", "Financial Times"),
        ("Fab opens early - FT\nThe fab, as first reported by the FT, was late.\n", "Financial Times"),
        ("A plan - and a cost\nThe plan - as told - is dear.\n", None),
    ],
)
def test_an_outlet_known_to_the_registry_is_read_from_headline_or_opening(text, outlet):
    assert plain(text)[0].outlet == outlet


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Plant opens\n\nMAR 3, 2025\nThe plant has opened.", "2025-03-03"),
        ("Plant opens\n\nChip Ledger Published 03 Mar, 2025 05:17pm\n\nThe plant has opened.", "2025-03-03"),
        ("Plant opens\n\nIt took three years.\n\nby A. Writer\nMarch 3, 2025\n\nThe plant has opened.", "2025-03-03"),
        ("TAIPEI, Mar. 3, 2025 /Newswire/ — The plant has opened.", "2025-03-03"),
        ("The plant opened on March 3, 2025. It took three years.", None),
        ("Plant opens\n\nThe plant that was promised for March 3, 2025 has opened at last.", None),
    ],
)
def test_the_head_of_a_text_may_state_its_date(text, iso):
    assert plain(text)[0].date == iso


def test_newlines_and_a_byte_order_mark_stay_so_that_offsets_hold():
    (document,) = plain("\ufeffTitle here\r\n\r\nBody of it.\r\n")
    assert document.text == "\ufeffTitle here\r\n\r\nBody of it.\r\n"
    assert document.title == "Title here"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_at_the_head_may_end_in_any_way(end):
    (document,) = plain(end.join(("Title here", "Outlet: Quay Daily", "Date: 2025-03-04", "", "Body of it.", "")))
    assert (document.title, document.outlet, document.date) == ("Title here", "Quay Daily", "2025-03-04")
    assert document.text[document.body :].startswith("Body of it.")


PAGE = "Collected news\nOn Wed, 22 Jan, 8:02 AM UTC\n© 2025 Collector\n[1]\nFirst\nBody one.\n[3]\nThird\nBody three.\n"


def test_an_aggregated_page_becomes_documents_with_offsets_into_the_file():
    page, first, third = plain(PAGE)
    assert (page.part, first.part, third.part) == ("page", "1", "3")
    for document in (page, first, third):
        assert PAGE[document.offset : document.offset + len(document.text)] == document.text
    assert (first.title, first.date, first.page_date) == ("First", None, "2025-01-22")


def test_one_bracketed_number_is_a_footnote_and_falling_numbers_are_no_page():
    assert len(aggregated.parts("Text\n[1]\nNote\n")) == 1
    assert len(aggregated.parts("a\n[2]\nb\n[1]\nc\n")) == 1


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("21 January 2025", "2025-01-21"),
        ("Jan. 21, 2025", "2025-01-21"),
        ("2025-01-21T08:00:00Z", "2025-01-21"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("31 February 2025", None),
        ("2025-13", None),
        ("soon", None),
    ],
)
def test_dates(written, iso):
    assert dates.iso_date(written) == iso


def test_a_day_without_year_needs_a_weekday_that_fits():
    assert dates.dated_by_weekday("Wed, 22 Jan", 2025) == "2025-01-22"
    assert dates.dated_by_weekday("Wed, 22 Jan", 2024) is None


def test_names_of_a_byline():
    assert names("Ann Lee, Bo Chen and Cy Dee") == ("Ann Lee", "Bo Chen", "Cy Dee")
    assert names("By Ann Lee and Byron Chen") == ("Ann Lee", "Byron Chen")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x00\x01\x02", "is binary"),
        ("naïve".encode("latin-1"), "is not UTF-8 (byte 2)"),
        ("text".encode("utf-16"), "is UTF-16"),
        ("text".encode("utf-32"), "is UTF-32, not UTF-8: convert it with 'iconv -f UTF-32"),
        (b"x" * (MAX_LINE + 1), "line 1 has"),
    ],
)
def test_what_cannot_be_read_says_why(data, says):
    with pytest.raises(InputError, match=says.replace("(", r"\(").replace(")", r"\)")):
        plain(data)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_read_without_end_is_named_and_left_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text("A line.\n")
    os.mkfifo("in/pipe.txt")
    Path("in/zero.txt").symlink_to("/dev/zero")
    with files.find(["in", "in/pipe.txt"]) as found:
        assert [file.path for file in found.files] == ["in/a.txt"]
        assert found.problems == tuple(
            f"in/{name}.txt: is neither a file nor a folder" for name in ("pipe", "pipe", "zero")
        )


def test_a_link_to_a_folder_is_a_note_unless_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "other/b.txt"):
        Path(name).parent.mkdir()
        Path(name).write_text("A line.\n")
    Path("in/link").symlink_to("../other")
    Path("in/round").symlink_to(".")
    for named, paths in ((["in"], ["in/a.txt"]), (["in", "in/link"], ["in/a.txt", "in/link/b.txt"])):
        with files.find(named) as found:
            assert [file.path for file in found.files] == paths
            assert found.notes == tuple(
                f"in/{name}: is a link to a folder, passed over: name it to have it read" for name in ("link", "round")
            )


def test_more_than_is_read_is_not_held(tmp_path):
    with (tmp_path / "a.html").open("wb") as stream:
        stream.truncate(1 << 40)
    found = Found(str(tmp_path / "a.html"), "a.html", "a", HtmlReader())
    assert files.read(found).problems == ("a.html: is larger than 64 MiB: split it into several files",)


def test_the_texts_of_a_store_are_no_articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in/kg-store/texts").mkdir(parents=True)
    for name in ("in/a.txt", "in/kg-store/kg-store.json", "in/kg-store/texts/b.txt"):
        Path(name).write_text("A line.\n")
    with files.find([".", "in/kg-store"]) as found:
        assert [file.path for file in found.files] == ["in/a.txt"]
        assert found.notes == ("in/kg-store: is a store, passed over",)
        assert found.problems == ("in/kg-store: is a store, not articles: name the files that it was built from",)


def test_a_path_that_cannot_be_looked_up_is_a_problem_and_other_files_are_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("A line.\n")
    Path("round.txt").symlink_to("round.txt")
    with files.find(["a" * 300, "round.txt", "a.txt", "a.txt/b.txt", "c\0.txt"]) as found:
        assert [file.path for file in found.files] == ["a.txt"]
        assert [line.partition(": ")[2] for line in found.problems] == [
            "no such file or folder",
            "cannot be read: File name too long",
            "no such file or folder",
            "cannot be read: Too many levels of symbolic links",
        ]


def test_an_address_is_told_as_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with files.find(["https://kestrin.example/news"]) as found:
        assert found.problems == ("https://kestrin.example/news: is an address: fetch the page, and give its file",)


def test_a_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    file = tmp_path / "a.txt"
    file.write_text("A line.\n")
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(InputError, match="the folder that this runs in is gone"):
        files.find([str(file)])


def test_names_are_utf_8_in_every_locale(tmp_path):
    (tmp_path / "café.txt").write_text("A line.\n")
    script = "from kg.ingest import files; print(ascii([file.path for file in files.find(['.']).files]))"
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, check=True)
    assert done.stdout.decode().strip() == ascii(["café.txt"])


def test_files_are_found_once_in_order_and_strange_ones_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in/.hidden").mkdir(parents=True)
    for name in ("in/b.txt", "in/a.md", "in/c.pdf", "in/.hidden/d.txt"):
        Path(name).write_text("Text of it.\nMore.\n")
    with files.find(["in/b.txt", "in", "missing.txt", "in/c.pdf"]) as found:
        assert [file.path for file in found.files] == ["in/a.md", "in/b.txt"]
    assert len(found.problems) == 2
    assert "in/b.txt: is the same file as in/b.txt, read once" in found.notes
    assert any("missing.txt: no such file" in line for line in found.problems)
    assert any("no reader for this ending" in line for line in found.problems)


def test_a_passed_over_file_of_a_folder_is_a_note(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/c.pdf").write_bytes(b"%PDF")
    with files.find(["in"]) as found:
        assert (list(found.files), found.problems) == ([], ())
    assert "c.pdf" in found.notes[0]


def test_files_of_one_name_are_told_apart_by_the_shortest_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in map(Path, ("x/a/n.txt", "x/b/n.txt", "x/b/m.txt", "y/a/n.txt", "y/a/b.m.txt")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A line.\n")
    with files.find(["y", "x"]) as found:
        names = {file.path: file.name for file in found.files}
        assert names == {
            "x/a/n.txt": "x/a/n",
            "x/b/m.txt": "m",
            "x/b/n.txt": "b/n",
            "y/a/b.m.txt": "b.m",
            "y/a/n.txt": "y/a/n",
        }
        assert list(names) == sorted(names)


def test_standard_input_and_a_file_called_like_it_are_two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("stdin.txt").write_text("A line.\n")
    with files.find(["-", "stdin.txt", "-"]) as found:
        assert [(file.place, file.path, file.name) for file in found.files] == [
            (None, "stdin", "stdin"),
            ("stdin.txt", "stdin.txt", "stdin"),
        ]
        assert found.problems == ()
        assert found.notes == ("stdin: is the same file as stdin, read once",)


def test_paths_are_not_kept_in_memory():
    reader = PlainReader()
    with Listing({".txt": reader}) as listing:
        tracemalloc.start()
        try:
            held = []
            for number in range(4000):
                path = f"a/folder/of/articles/{number}/text-{number // 2}.txt"
                listing.add(path, path, path, ".txt")
                if number % 2000 == 1999:
                    held.append(tracemalloc.get_traced_memory()[0])
            listing.tell_apart()
        finally:
            tracemalloc.stop()
        assert sum(1 for _ in listing) == 4000
    assert held[1] - held[0] < 4000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' names of files are Unicode")
def test_a_name_that_is_not_utf_8_is_a_problem_and_other_files_are_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in (b"in/odd\xff.txt", b"in/plain.txt", b"odd\xff/in/plain.txt"):
        Path(os.fsdecode(path)).parent.mkdir(parents=True, exist_ok=True)
        Path(os.fsdecode(path)).write_text("A line.\n")
    with files.find(["in"]) as found:
        assert [file.path for file in found.files] == ["in/plain.txt"]
        assert found.problems == (
            "in/odd\\xff.txt: the name is not UTF-8, so that no graph can hold it: rename the file",
        )
    monkeypatch.chdir(tmp_path / os.fsdecode(b"odd\xff"))
    with files.find([str(Path.cwd() / "in")]) as found:
        assert [files.read(file).documents[0].text for file in found.files] == ["A line.\n"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), max_size=8))
def test_files_are_listed_by_path_whatever_their_names(paths):
    reader = PlainReader()
    with Listing({".txt": reader}) as listing:
        before = [listing.add(path, path, path, ".txt") for path in paths]
        listing.tell_apart()
        assert [found.path for found in listing] == sorted(set(paths))
        assert [found.place for found in listing] == sorted(set(paths))
    assert sum(one is not None for one in before) == len(paths) - len(set(paths))


def test_an_unreadable_file_is_a_problem(tmp_path):
    found = Found(str(tmp_path / "gone.txt"), "gone.txt", "gone", PlainReader())
    assert "gone.txt: cannot be read" in files.read(found).problems[0]


@given(st.text(max_size=400))
def test_header_never_fails_and_its_body_lies_inside(text):
    assert 0 <= header(text).body <= len(text)


@given(st.binary(max_size=400))
def test_any_bytes_give_documents_or_a_clear_refusal(data):
    for reader in (PlainReader(), JsonLinesReader()):
        try:
            documents = reader.read(Source("x", "x", data)).documents
        except KgError:
            continue
        assert all(document.text for document in documents)


@given(st.lists(st.sampled_from(["[1]", "[2]", "[7]", "words here", "", "Title"]), max_size=12))
def test_parts_never_overlap_and_slice_back(lines):
    text = "\n".join(lines)
    spans = [(start, end) for _, start, end in aggregated.parts(text)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
