"""Things that only texts know, read from a store of a few texts of our own."""

import pytest

from kg import pipeline
from kg.analysis.quoting import printing
from kg.analysis.unregistered import Named, known_by_now, registered, unregistered

FIRST = """Outlet: Fjord Ledger
Date: 2025-03-12

Robot maker Kestrin Dynamics Ltd said its revenue rose to $40 million in 2024. It will hire 300 people this year, chief
executive Mara Lindqvist said. Chinese chipmakers sold it chips for $9 million."""
SECOND = """Outlet: Fjord Ledger
Date: 2025-03-14

Kestrin Dynamics sold robots for $3 million in February, Mara Lindqvist told reporters. Intel said it had paid half."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    (folder / "0.txt").write_text(FIRST, encoding="utf-8")
    (folder / "1.txt").write_text(SECOND, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made, _ = pipeline.build_in_memory(["."])
    with made:
        yield made


@pytest.fixture(scope="module")
def found(store):
    return {one.thing.name: one for one in unregistered(store)}


def test_what_the_registry_lacks_is_found_with_its_class(found):
    told = {name: (one.thing.id, one.thing.kind) for name, one in found.items()}
    assert told["Kestrin Dynamics"] == ("organization/kestrin-dynamics", "Company")
    assert told["Fjord Ledger"] == ("organization/fjord-ledger", "Outlet")
    assert told["Mara Lindqvist"] == ("person/mara-lindqvist", "Person")
    assert "Intel" not in told


def test_it_is_counted_and_its_documents_named(found):
    kestrin = found["Kestrin Dynamics"]
    assert sorted(kestrin.documents) == ["0.txt", "1.txt"]
    assert kestrin.mentions >= kestrin.figures >= 2
    assert kestrin.weight == (kestrin.mentions, kestrin.figures, 2)


def test_a_quote_prints_the_name_and_is_of_the_first_document(found):
    for one in found.values():
        assert one.thing.name in one.quote or one.thing.described
        assert one.documents[0] == ("1.txt" if one.quote in SECOND and one.quote not in FIRST else "0.txt")
    assert found["Fjord Ledger"].quote == "Outlet: Fjord Ledger"


def test_things_in_most_documents_come_first(found):
    numbers = [len(one.documents) for one in found.values()]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Chinese chipmakers", True),
        ("robots", True),
        ("Kestrin", False),
        ("iRobo", False),
        ("kestrin.com", False),
        ("K2", False),
        ("中芯国际", False),
        ("3", False),
        ("", True),
    ],
)
def test_what_is_described_ends_in_a_word_without_a_capital(name, described):
    assert Named("x", name, ("Company",), (name,)).described is described


def test_of_the_registry_all_have_their_names_and_no_misspellings(store):
    known = {one.id: one for one in registered(store)}
    assert "Walmart" in known["walmart"].labels
    assert all(one.known and one.name in one.labels for one in known.values())


def test_what_the_registry_has_got_is_known_by_now():
    assert known_by_now(Named("organization/intel", "Intel", ("Company",), ("Intel",), known=False))
    assert not known_by_now(Named("organization/kestrin", "Kestrin", ("Company",), ("Kestrin",), known=False))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Rain fell. Then Kestrin\nDynamics opened. It rained.", "Then Kestrin\nDynamics opened."),
        ("“Buy!” said J. Kestrin Dynamics of Oslo\nMore", "said J. Kestrin Dynamics of Oslo"),
        ("KESTRIN DYNAMICS", "KESTRIN DYNAMICS"),
        ("Kestrin Dynamicson", None),
        ("", None),
    ],
)
def test_the_sentence_that_prints_a_name(text, sentence):
    assert printing(text, "Kestrin Dynamics") == sentence


def test_a_text_without_ends_is_cut():
    assert len(printing("a " * 9_000 + "Kestrin" + " b" * 9_000, "Kestrin") or "") < 700
    assert printing("Kestrin", "") is None
    assert printing("a (b", "(b") == "a (b"
