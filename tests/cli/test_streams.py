"""Standard streams that are closed, full, unread or in another encoding, and arguments that are no Unicode."""

import json
import os
import subprocess
import sys

import pytest

from kg.cli import main

LIST = (sys.executable, "-m", "kg", "query", "--list")


def shell(line: str, **more: str) -> tuple[int, str, str]:
    """Run a line of the shell in which `$@` is the command that lists the stored queries."""
    done = subprocess.run(
        ["bash", "-c", line, "bash", *LIST],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **more},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(("where", "why"), [("/dev/full", "No space left on device"), ("&-", "Bad file descriptor")])
def test_an_answer_that_cannot_be_printed_is_an_error_in_one_line(where, why):
    said = f"kg: standard output cannot be written: {why}; what was printed is not whole\n"
    assert shell(f'"$@" >{where}') == (2, "", said)


def test_a_reader_that_has_enough_is_no_error():
    assert shell('"$@" | true; echo ${PIPESTATUS[0]}') == (0, "0\n", "")


def test_errors_that_nobody_can_read_still_have_their_code():
    assert shell('"$@" --format nonsense 2>/dev/full') == (2, "", "")
    assert shell('"$@" --format nonsense 2>&-') == (2, "", "")


def test_standard_input_that_is_closed_is_one_line():
    status, _, err = shell(f'"{sys.executable}" -m kg extract - <&-')
    assert (status, err.splitlines()[0]) == (2, "kg: stdin: cannot be read: Bad file descriptor")


def test_what_is_printed_is_utf_8_in_every_locale(tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Zürich Chips kostete “€5 billion” in 2024, a person said.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "extract", str(text), "--format", "json"],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert any("€5 billion" in row["text"] for row in json.loads(done.stdout.decode()))


NOT_UNICODE = os.fsdecode(b"caf\xe9")


@pytest.mark.parametrize(
    "words",
    [
        ("query", "figure-sources", "--subject", NOT_UNICODE),
        ("query", "figure-sources", f"--subject={NOT_UNICODE}"),
        ("conflicts", "--subject", NOT_UNICODE),
        ("explain", NOT_UNICODE),
        ("retract", NOT_UNICODE),
        ("push", f"http://127.0.0.1:1/{NOT_UNICODE}"),
        ("build", "any.txt", "--base", f"https://example.org/{NOT_UNICODE}/"),
    ],
)
def test_words_for_a_graph_that_are_not_utf_8(words, examples_store, capsys):
    with pytest.raises(SystemExit) as left:
        main([*words, "--store", str(examples_store)])
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (2, "")
    assert err.startswith("kg: '")
    assert err.endswith("' is not UTF-8, and no graph holds such a text: give it in UTF-8\n")
    assert "caf\\xe9" in err


def test_words_are_read_as_utf_8_in_every_locale(examples_store):
    said = shell(
        f'"{sys.executable}" -m kg explain Überbrücker --store "{examples_store}"',
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert said[2].startswith("kg: no figure in the store fits 'Überbrücker': ")


def test_retracting_makes_no_store(tmp_path, capsys):
    with pytest.raises(SystemExit) as left:
        main(["retract", "any.txt", "--store", str(tmp_path / "none")])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("kg: there is no store at ")
    assert not (tmp_path / "none").exists()
