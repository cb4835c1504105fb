"""Every command that reads a store, on a real server and on the folder it was pushed from: the same output."""

import pytest
from click.testing import CliRunner
from fixtures.flaky import proxy
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.cli import group
from kg.export.push import plan, push
from kg.rdf.encode import encode
from kg.rdf.turtle import turtle
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.endpoint import LEDGER

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
FIRST = min(DOCUMENTS)
MENTIONS = f"SELECT ?m WHERE {{ ?m a <{vocab.KG}Mention> }} ORDER BY ?m"
COMMANDS = {
    "query": ("query", "figure-sources", "--store", "STORE", "--format", "json"),
    "query of one's own": ("query", "-f", "QUERY", "--store", "STORE", "--format", "csv"),
    "explain": ("explain", "ByteDance 12 billion", "--store", "STORE"),
    "validate": ("validate", "FILE", "--against", "STORE"),
    "validate in full": ("validate", "--store", "STORE"),
    "diff with itself": ("diff", "FOLDER", "STORE"),
    "diff with less": ("diff", "LESS", "STORE"),
    "diff with more": ("diff", "STORE", "LESS"),
    "diff since": ("diff", "STORE", "--since", "2025-01-23"),
    "conflicts": ("conflicts", "--store", "STORE"),
    "network": ("network", "--store", "STORE"),
    "export": ("export", "--store", "STORE", "--format", "nquads"),
    "export of a table": ("export", "--store", "STORE", "--format", "csv"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("store") / "graph"
    with open_for_writing(place) as store:
        for name, quads in DOCUMENTS.items():
            store.put(name, quads)
    return place


@pytest.fixture
def files(tmp_path):
    """One document with a mention that has lost its claim, a query, and a store of all documents but one."""
    lost = [quad for quad in DOCUMENTS[FIRST] if quad.predicate.value != vocab.KG + "states"]
    (tmp_path / "changed.ttl").write_bytes(turtle(lost, vocab.DATA))
    (tmp_path / "mentions.rq").write_text(MENTIONS, encoding="utf-8")
    with open_for_writing(tmp_path / "less") as store:
        for name, quads in DOCUMENTS.items():
            if name != FIRST:
                store.put(name, quads)
    places = {"FILE": "changed.ttl", "QUERY": "mentions.rq", "LESS": "less"}
    return {word: str(tmp_path / name) for word, name in places.items()}


@pytest.fixture
def pushed(folder, target):
    with open_for_reading(folder) as store:
        push(store, target, plan(store, target), lambda *_: None)


def output(words, places):
    done = CliRunner().invoke(group, [places.get(word, word) for word in words], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value or 0, done.stdout_bytes


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("pushed")
def test_a_command_says_the_same_of_a_server_as_of_the_folder(folder, server, files, command):
    expected = output(COMMANDS[command], {**files, "STORE": str(folder), "FOLDER": str(folder)})
    found = output(COMMANDS[command], {**files, "STORE": server.url, "FOLDER": str(folder)})
    assert found[1].replace(server.url.encode(), b"") == expected[1].replace(str(folder).encode(), b"")
    assert found[0] == expected[0]


def test_a_dry_run_of_a_push_tells_what_would_change_and_changes_nothing(tmp_path, target, server):
    place = tmp_path / "graph"
    kept, changed, gone = sorted(DOCUMENTS)
    with open_for_writing(place) as store:
        for name, quads in DOCUMENTS.items():
            store.put(name, quads)
    dry = ("push", server.url, "--store", str(place), "--dry-run")

    def told(*lines, sent, removed, unchanged, triples):
        total = f"{sent} graphs would be sent, {removed} would be removed, {unchanged} unchanged"
        return [*lines, f"{server.url}: {total} ({triples} triples in {sent + unchanged} graphs)"]

    first = [f"send {name}" for name in (kept, changed, gone)]
    everything = sum(map(len, DOCUMENTS.values()))
    assert lines_of(dry) == told(*first, sent=3, removed=0, unchanged=0, triples=everything)
    assert (target.graphs(), target.graph(vocab.DATA + LEDGER)) == ((), ())
    output(dry[:-1], {})
    assert lines_of(dry) == told(sent=0, removed=0, unchanged=3, triples=everything)
    with open_for_writing(place) as store:
        store.put(changed, DOCUMENTS[changed][:-1])
        store.remove(gone)
    before = set(target.dump()), set(target.graph(vocab.DATA + LEDGER))
    left = everything - len(DOCUMENTS[gone]) - 1
    lines = (f"send {changed}", f"remove {gone}")
    assert lines_of(dry) == told(*lines, sent=1, removed=1, unchanged=1, triples=left)
    assert (set(target.dump()), set(target.graph(vocab.DATA + LEDGER))) == before


def lines_of(words):
    return output(words, {})[1].decode().splitlines()


@pytest.mark.usefixtures("pushed")
def test_checking_a_change_asks_for_its_slice_whatever_else_is_there(target, server, files):
    def asked():
        with proxy(server.url) as line:
            output(COMMANDS["validate"], {**files, "STORE": line.url})
            return len(line.passed), sum(passed.answered for passed in line.passed)

    before = asked()
    for number in range(4):
        graph = NamedNode(f"{vocab.DATA}doc/other{number}")
        label = NamedNode(vocab.SKOS + "prefLabel")
        quads = [
            Quad(NamedNode(f"{vocab.DATA}company/n{number}-{one}"), label, Literal(f"Company {one}"), graph)
            for one in range(500)
        ]
        target.replace(graph.value, quads)
    requests, size = asked()
    assert (requests, size) == pytest.approx(before, rel=0.05)
    assert requests < 300
