"""Build, query, export and retract as a user would; bad input is one clear line, exit code 2, and the rest is done."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples" / "articles"


@pytest.fixture
def kg(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ARTICLES, tmp_path / "articles")

    def run(*words: str) -> Result:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main(list(words))
        out, err = capfd.readouterr()
        return Result(CliRunner(), out.encode(), err.encode(), b"", None, int(left.value.code or 0), None)

    return run


def out(result: Result) -> str:
    return result.stdout_bytes.decode()


def err(result: Result) -> str:
    return result.stderr_bytes.decode()


def test_building_again_changes_nothing_and_a_changed_file_only_itself(kg):
    first = kg("build", "articles", "--store", "s")
    assert first.exit_code == 0, err(first)
    assert "22 documents added" in out(first)
    before = out(kg("export", "--store", "s", "--format", "nquads"))
    assert "0 documents added, 22 unchanged" in out(kg("build", "articles", "--store", "s"))
    assert out(kg("export", "--store", "s", "--format", "nquads")) == before
    changed = Path("articles/04-relay-rounds.txt")
    changed.write_text(changed.read_text() + "\nOne more line of 3 million dollars.\n")
    assert "1 document added, 21 unchanged, 1 removed" in out(kg("build", "articles", "--store", "s"))


def test_what_cannot_be_read_is_named_and_the_rest_is_done(kg):
    Path("articles/broken.txt").write_bytes(b"\x00\x01")
    Path("articles/empty.txt").write_text("")
    Path("articles/latin.txt").write_bytes("caf\xe9 opens".encode("latin-1"))
    Path("articles/bad.jsonl").write_text('{"title": "no text"}\n')
    done = kg("build", "articles", "gone.txt", "--store", "s")
    assert done.exit_code == 2
    assert "22 documents added" in out(done)
    for name in ("broken.txt", "empty.txt", "latin.txt", "bad.jsonl", "gone.txt"):
        assert name in err(done)
    assert "Traceback" not in err(done)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("query", "figure-source", "--store", "s"), "figure-sources"),
        (("query", "figure-sources", "--subjekt", "x", "--store", "s"), "subject"),
        (("query", "figure-sources", "--store", "s", "--subject"), "--subject needs a value"),
        (("export", "--store", "s", "--format", "tutle"), "turtle"),
        (("build", "articles", "--extractor", "rulez", "--store", "s"), "rules"),
        (("build", "articles", "--base", "no iri", "--store", "t"), "base"),
        (("retract", "nobody.txt", "--store", "s"), "nobody.txt"),
        (("query", "figure-sources", "--store", "nowhere"), "nowhere"),
        (("query", "-f", "missing.rq", "--store", "s"), "missing.rq"),
        (("query", "--store", "s"), "kg query --list"),
        (("explode",), "build"),
        (("export", "--store", "s", "--format", "tutle"), "kg: no format 'tutle': there are csv, gexf"),
        (("extract", "articles", "--extractor", "rulez"), "kg: no extractor 'rulez': there are rules"),
        (("extract", "articles", "--format", "turtle", "--kind", "relation"), "kg: Turtle holds what a graph holds"),
        (
            ("query", "figure-sources", "--store", "file:///s"),
            "opens 'file:///s': give a folder, or the http(s) address",
        ),
        (("query", "-f", "q.rq", "--describe", "--store", "s"), "kg: --describe tells of a stored query"),
        (("serve", "--store", "http://127.0.0.1/"), "kg: 'http://127.0.0.1/' is an address"),
        (("validate", "a.ttl", "--report", "sarif"), "kg: 'sarif' is no FORM=FILE"),
        (("validate", "a.ttl", "--report", "sarif="), "kg: 'sarif=' is no FORM=FILE"),
        (("export", "--store", "s", "-o", "articles"), "kg: articles: cannot be written: Is a directory"),
        (("export", "--store", "s", "--format", "turtle-files", "-o", "articles"), "and not an empty folder"),
        (
            ("export", "--store", "s", "--format", "turtle-files", "-o", "a" * 300),
            f"kg: {'a' * 300}: File name too long",
        ),
        (("query", "--list", "--queries", "a" * 300), "there is no folder of queries"),
        (("validate", "a" * 300 + ".ttl"), "cannot be read: File name too long"),
        (("validate", "a.ttl", "--texts", "a" * 300), "cannot be read: File name too long"),
        (("validate", "a.ttl", "--against", "a" * 300), "cannot be read: File name too long"),
        (("store", "backup", "a" * 300, "--store", "s"), "no store can be made at"),
    ],
)
def test_unknown_names_list_the_known_ones(kg, words, says):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    done = kg(*words)
    assert done.exit_code == 2, out(done)
    assert says in err(done)
    assert "Traceback" not in err(done)
    assert "unexpected" not in err(done)


def test_a_traceback_changes_no_exit_code(kg):
    done = kg("query", "nothing-called-so", "--debug")
    assert (done.exit_code, err(done).startswith("Traceback")) == (2, True)
    assert err(done).splitlines()[-1].startswith("kg: no query 'nothing-called-so'")


def test_rows_of_all_kinds_are_one_table_of_csv(kg):
    kinds = ("figure", "response", "relation")
    listed = [json.loads(line) for line in out(kg("extract", "articles")).splitlines()]
    rows = list(csv.DictReader(io.StringIO(out(kg("extract", "articles", "--format", "csv")))))
    assert Counter(row["kind"] for row in rows) == Counter(row["kind"] for row in listed)
    assert [row["kind"] for row in rows] == sorted((row["kind"] for row in rows), key=kinds.index)
    assert not any(None in row or None in row.values() for row in rows)
    assert {row["subject"] for row in rows if row["kind"] == "response"} == {""}
    assert (
        out(kg("extract", "articles", "--format", "csv", "--kind", "response")).splitlines()[-1].startswith("response,")
    )


def test_a_format_of_several_files_goes_into_an_empty_folder(kg):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    Path("there").mkdir()
    assert kg("export", "--store", "s", "--format", "turtle-files", "-o", "there").exit_code == 0
    assert list(Path("there").rglob("*.ttl"))


@pytest.mark.parametrize(
    "written", ["./articles/03-the-information-original.txt", "articles/../{here}/{path}", "{path}"]
)
def test_a_document_is_retracted_by_its_path_as_a_shell_completes_it(kg, written, tmp_path):
    path = "articles/03-the-information-original.txt"
    kg("build", path, "--store", "s")
    done = kg("retract", written.format(here=f"../{tmp_path.name}", path=path), "--store", "s")
    assert (done.exit_code, out(done).startswith("retracted https://")) == (0, True), err(done)
    assert "in the store: there are none" in err(kg("retract", path, "--store", "s"))


def test_a_document_of_that_name_elsewhere_is_offered(kg):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    assert err(kg("retract", "03-the-information-original.txt", "--store", "s")).endswith(
        "did you mean articles/03-the-information-original.txt?\n"
    )


def test_a_file_in_the_way_of_a_store_is_told(kg):
    Path("taken").write_text("A line.\n")
    done = kg("build", "articles", "--store", "taken/store")
    assert err(done) == "kg: no store can be made at 'taken/store': a file is where a folder is needed\n"


def test_documents_that_are_not_listed_are_counted(kg):
    Path("x.jsonl").write_text("".join(f'{{"text": "Quay {n} spent $5bn."}}\n' for n in range(7)))
    kg("build", "x.jsonl", "--store", "s")
    listed = ", ".join(f"x.jsonl [{n}]" for n in range(1, 6))
    assert err(kg("retract", "nobody", "--store", "s")) == (
        f"kg: no document 'nobody' in the store: there are {listed} and 2 more\n"
    )


def test_sparql_may_come_from_standard_input(kg, tmp_path):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "query", "-f", "-", "--store", str(tmp_path / "s"), "--format", "csv"],
        input="ASK { ?s ?p ?o }", capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert done.stdout == "answer\ntrue\n"


def test_no_terminal_obeys_what_an_article_is_called(kg):
    Path("two\nlines\x1b[31m.txt").write_text("Quay Works spent \x1b[31m$5 billion in 2025, it said.\n")
    Path("x.jsonl").write_text('{"text": "Quay Works spent $6 billion in 2025.", "outlet": "Quay\\u009b31mDaily"}\n')
    built = out(kg("build", "two\nlines\x1b[31m.txt", "x.jsonl", "--store", "s", "--verbose"))
    assert "  added two\\nlines\\x1b[31m.txt\n" in built
    for words in (("explain", "5 billion"), ("explain", "6 billion"), ("diff", "--since", "2000", "s"), ("conflicts",)):
        told = out(kg(*words, *(() if words[0] == "diff" else ("--store", "s"))))
        assert not set(built + told) & {"\x1b", "\x9b"}


def test_rdf_below_a_folder_that_cannot_be_looked_into_is_not_left_out(kg, monkeypatch):
    Path("rdf/closed").mkdir(parents=True)
    Path("rdf/a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert err(kg("validate", "rdf")) == "kg: 'rdf/closed' cannot be read: Permission denied\n"


def test_a_store_held_by_another_process_or_of_another_layout_is_left_alone(kg):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    mark = Path("s/kg-store.json")
    old = mark.read_text()
    mark.write_text(old.replace('"layout": 1', '"layout": 0'))
    done = kg("build", "articles", "--store", "s")
    assert done.exit_code == 2
    assert "layout" in err(done)
    mark.write_text(old)
    assert kg("query", "figure-sources", "--store", "s").exit_code == 0


def test_injected_sparql_is_a_name_nobody_has(kg):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    done = kg("query", "figure-sources", "--subject", '"} DROP ALL #', "--store", "s", "--format", "json")
    assert done.exit_code in (0, 2)
    assert "Traceback" not in err(done)
    assert json.loads(out(kg("query", "figure-sources", "--subject", "ByteDance", "--store", "s", "--format", "json")))


def test_updates_are_refused(kg):
    kg("build", "articles/03-the-information-original.txt", "--store", "s")
    Path("u.rq").write_text("DELETE WHERE { ?s ?p ?o }")
    done = kg("query", "-f", "u.rq", "--store", "s")
    said = "kg: only SELECT, ASK, CONSTRUCT and DESCRIBE are asked of a store\n"
    assert (done.exit_code, out(done), err(done)) == (2, "", said)
    Path("none.rq").write_text("# SELECT * { ?s ?p ?o }\n")
    assert err(kg("query", "-f", "none.rq", "--store", "s")) == said


def test_rows_point_at_their_words(kg):
    done = kg("extract", "articles/11-aggregator-page.txt", "articles/01-ft-original.txt")
    assert done.exit_code == 0
    rows = [json.loads(line) for line in out(done).splitlines()]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in Path("articles").glob("*.txt")}
    figures = [row for row in rows if row["kind"] == "figure"]
    assert len(figures) > 10
    for row in figures:
        text = texts[row["source"]]
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["quote_start"] <= row["start"] < row["end"] <= row["quote_end"]


def test_two_files_of_one_name_are_told_apart(kg):
    for name in ("one", "two"):
        Path(name).mkdir()
        Path(name, "a.txt").write_text(f"Firm {name} will spend $5 billion, it said.\nMore.\n")
    rows = [json.loads(line) for line in out(kg("extract", "one", "two")).splitlines()]
    assert {row["source"] for row in rows} == {"one/a", "two/a"}


def test_markup_and_paths_in_names_do_no_harm(kg):
    Path("x.jsonl").write_text(
        json.dumps(
            {
                "text": "Acme <script>x</script> Corp. said it will spend $5 billion.",
                "outlet": '../../"><b>',
                "id": "../../etc",
            }
        )
    )
    assert kg("build", "x.jsonl", "--store", "s").exit_code == 0
    assert kg("export", "--store", "s", "-o", "g.ttl").exit_code == 0
    assert kg("export", "--store", "s", "-o", "no/such/folder/g.ttl").exit_code == 2


def test_building_where_the_store_is_reads_no_text_of_its_own(kg):
    first = kg("build", "articles/03-the-information-original.txt")
    assert first.exit_code == 0, err(first)
    again = kg("build", ".")
    assert "21 documents added, 1 unchanged, 0 removed" in out(again)
    assert "kg: note: kg-store: is a store, passed over" in err(again)


def test_what_stands_twice_is_read_once_and_no_fault(kg):
    Path("x.jsonl").write_text('{"text": "Quay Works spent $5bn."}\n' * 2)
    done = kg("build", "x.jsonl", "x.jsonl", "--store", "s")
    assert (done.exit_code, "1 document added" in out(done)) == (0, True)
    assert err(done) == (
        "kg: note: x.jsonl: is the same file as x.jsonl, read once\n"
        "kg: note: x.jsonl [2]: is the same text as x.jsonl [1], read once\n"
    )
