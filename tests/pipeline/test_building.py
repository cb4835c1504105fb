"""What a build reads: files one after the other, twice, and never all of them at once."""

from pathlib import Path

from kg.errors import InputError
from kg.extract.rules.extractor import RuleExtractor
from kg.ingest import files
from kg.link import Linking
from kg.pipeline import corpus
from kg.pipeline.building import Built, fill
from kg.pipeline.reading import named
from kg.store.embedded import memory, open_for_writing
from kg.store.maintenance import copy

TEXT = "{0} makes chips\nChip Ledger\n2025-03-0{1}\n\n{0} expects revenue of ${1} billion in 2025.\n"


def written(folder: Path, *names: str) -> list[str]:
    for number, name in enumerate(names, start=1):
        (folder / f"{name}.txt").write_text(TEXT.format(name, number), encoding="utf-8")
    return [str(folder)]


def filled(store, arguments: list[str]) -> Built:
    with named(arguments) as found:
        return fill(store, found, RuleExtractor())


def test_files_and_documents_at_hand_make_the_same_store(tmp_path):
    arguments = written(tmp_path, "Alpha", "Beta", "Gamma")
    with memory() as one, memory() as other, named(arguments) as found:
        done = fill(one, found, RuleExtractor())
        assert len(done.added) == 3
        assert done.added == fill(other, corpus(arguments), RuleExtractor()).added
        assert set(one.dump()) == set(other.dump())


def test_one_file_is_read_at_a_time_and_only_what_is_new_is_extracted(tmp_path, monkeypatch):
    arguments = written(tmp_path, "Alpha", "Beta")
    reads, extracted = [], []
    read, extract = files.read, RuleExtractor.extract
    monkeypatch.setattr(files, "read", lambda found: reads.append(found.name) or read(found))
    monkeypatch.setattr(RuleExtractor, "extract", lambda self, one: extracted.append(reads[-1]) or extract(self, one))
    with memory() as store:
        filled(store, arguments)
        assert (reads, extracted) == (["Alpha", "Beta"] * 2, ["Alpha", "Beta"])
        written(tmp_path, "Alpha", "Beta", "Gamma")
        filled(store, arguments)
        assert extracted == ["Alpha", "Beta", "Gamma"]


def test_a_file_that_goes_between_the_two_readings_is_left_for_the_next_build(tmp_path, monkeypatch):
    arguments = written(tmp_path, "Alpha", "Beta")
    read, reads = files.read, []

    def once(found):
        reads.append(found.name)
        if len(reads) > 2 and found.name == "Beta":
            return files.Reading(problems=(str(InputError("gone")),))
        return read(found)

    monkeypatch.setattr(files, "read", once)
    with memory() as store:
        done = filled(store, arguments)
        assert [Path(path).name for path in done.added] == ["Alpha.txt"]
        assert len(store.documents()) == 1


def test_a_restored_store_knows_what_linking_knew(tmp_path):
    (tmp_path / "texts").mkdir()
    arguments = written(tmp_path / "texts", "Alpha", "Beta")
    with open_for_writing(tmp_path / "store") as store:
        filled(store, arguments)
    copy(tmp_path / "store", tmp_path / "copy")
    with open_for_writing(tmp_path / "copy") as store, Linking(store) as linking:
        assert linking.follow(()) == 0
    (tmp_path / "copy" / "links.sqlite").unlink()
    with open_for_writing(tmp_path / "copy") as store, Linking(store) as linking:
        assert linking.follow(()) > 0
