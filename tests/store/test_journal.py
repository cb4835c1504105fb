"""The journal of a run survives a killed process and a line cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store.embedded import memory, open_for_writing
from kg.store.journal import Journal, Unfinished, between


def test_what_is_left_is_known_after_any_interruption(tmp_path):
    journal = Journal(tmp_path)
    assert journal.unfinished() is None
    journal.begin(["a.txt", "b\n.txt", "ü.txt"])
    journal.done("b\n.txt")
    with (tmp_path / "open.jsonl").open("a") as lines:
        lines.write('"a.t')
    left = Journal(tmp_path).unfinished()
    assert left == Unfinished(("a.txt", "b\n.txt", "ü.txt"), frozenset({"b\n.txt"}))
    assert left.left == ("a.txt", "ü.txt")
    journal.finish()
    journal.finish()
    assert journal.unfinished() is None


@given(cut=st.integers(0, 60))
def test_a_journal_cut_anywhere_is_read_or_refused(tmp_path_factory, cut):
    folder = tmp_path_factory.mktemp("runs")
    journal = Journal(folder)
    journal.begin(["one", "two"])
    journal.done("one")
    journal.done("two")
    file = folder / "open.jsonl"
    file.write_bytes(file.read_bytes()[:cut])
    try:
        left = journal.unfinished()
    except StoreError as problem:
        assert (cut < len('["one", "two"]'), "build again" in str(problem)) == (True, True)  # noqa: PT017 - or no error
    else:
        assert left.plan == ("one", "two")
        assert left.done <= {"one", "two"}


def test_only_a_folder_that_is_written_to_has_one(tmp_path):
    assert memory().journal is None
    with open_for_writing(tmp_path / "store") as store:
        store.journal.begin(["x"])
    with open_for_writing(tmp_path / "store") as store:
        assert store.journal.unfinished().left == ("x",)


def test_a_journal_that_cannot_be_written_is_one_line(tmp_path):
    journal = Journal(tmp_path / "missing")
    with pytest.raises(StoreError, match=r"cannot be written"):
        journal.begin(["x"])
    with pytest.raises(StoreError, match=r"cannot be written"):
        journal.done("x")


@pytest.mark.parametrize(
    ("before", "after", "quiet", "taken"),
    [
        (b"", b"", True, b""),
        (b'["a"]\n"a"\n', b'["a"]\n"a"\n"b"\n', True, b'["a"]\n"a"\n'),
        (b"", b'["a"]\n"a"\n', True, b'["a"]\n'),
        (b'["a"]\n"a"\n', b"", True, b'["a"]\n'),
        (b'["a"]\n"a"\n', b'["b"]\n', True, b'["b"]\n'),
        (b"", b"", False, b"[]\n"),
    ],
)
def test_the_journal_of_a_moment_has_what_was_done_before_it_or_a_run_that_may_have_been_at_work(
    before, after, quiet, taken
):
    assert between(before, after, quiet=quiet) == taken


@pytest.mark.parametrize("content", [b"", b"null\n", b"5\n", b"\xff", b"[" * 100_000])
def test_a_journal_that_kg_never_wrote_is_told(content, tmp_path):
    (tmp_path / "open.jsonl").write_bytes(content)
    with pytest.raises(StoreError, match="cannot be read: remove it and build again"):
        Journal(tmp_path).unfinished()
