"""A push over a bad line, against real servers: it comes to the same end, whatever goes wrong and when."""

import os
import signal
import subprocess
import sys
from itertools import cycle

import pytest
from fixtures.flaky import FAULTS, proxy
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.errors import StoreError
from kg.export import ledger
from kg.export.push import plan, push
from kg.rdf.encode import encode
from kg.store import http, remote
from kg.store.embedded import open_for_writing
from kg.store.remote import RemoteStore

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
LONG = NamedNode(vocab.DATA + "graph/links")
LINES = [
    Quad(NamedNode(f"{vocab.DATA}company/n{number}"), NamedNode(vocab.SKOS + "prefLabel"), Literal(f"№ {number}"), LONG)
    for number in range(60)
]
QUADS = {quad for quads in (*DOCUMENTS.values(), LINES) for quad in quads}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(http._READING, "backoff_factor", 0)
    monkeypatch.setattr(http._WRITING, "backoff_factor", 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("store") / "graph"
    with open_for_writing(place) as store:
        for name, quads in {**DOCUMENTS, LONG.value: LINES}.items():
            store.put(name, quads)
    return place


def pushed(folder, url):
    with open_for_writing(folder) as store, RemoteStore(url, vocab.DATA, writable=True) as through:
        push(store, through, plan(store, through), lambda *_: None)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_now_and_then_is_tried_again(folder, target, server, monkeypatch, fault):
    # A long graph comes in pieces and is copied, so every kind of request meets the fault.
    monkeypatch.setattr(remote, "PIECE", 2000)
    with proxy(server.url) as line:
        line.fault = lambda number: fault if number % 3 == 2 else None
        pushed(folder, line.url)
    assert sum(passed.fault == fault for passed in line.passed) > 10
    assert set(target.dump()) == QUADS
    assert target.counts().graphs == len(DOCUMENTS) + 1
    assert not ledger.read(target).open
    assert target.united() in (None, len({quad.triple for quad in QUADS}))


def test_a_server_that_stays_busy_is_an_error_and_the_push_is_on_record(folder, target, server):
    with proxy(server.url) as line:
        line.fault = lambda _: "busy" if ledger.read(target).open else None
        with pytest.raises(StoreError, match="503"):
            pushed(folder, line.url)
    assert ledger.read(target).open
    pushed(folder, server.url)
    assert set(target.dump()) == QUADS


def test_a_push_that_is_killed_is_finished_by_the_next(folder, target, server):
    """Kill the command at one request after the other, the server having done it, half of it, or none."""
    for at, fault in zip(range(3, 40, 7), cycle(["refused", "lost", "cut"]), strict=False):
        with proxy(server.url) as line:
            command = [sys.executable, "-m", "kg", "push", line.url, "--store", str(folder)]
            process = subprocess.Popen(command, env=os.environ, stderr=subprocess.PIPE, stdout=subprocess.PIPE)

            def killing(number, at=at, fault=fault, process=process):
                if number != at:
                    return None
                process.send_signal(signal.SIGKILL)
                return fault

            line.fault = killing
            process.communicate(timeout=120)
        states = {name: set(target.graph(name)) for name in DOCUMENTS}
        assert all(states[name] in (set(), set(DOCUMENTS[name])) for name in DOCUMENTS)
        if process.returncode == 0:
            break
    pushed(folder, server.url)
    assert target.united() in (None, len({quad.triple for quad in QUADS}))
    assert set(target.dump()) == QUADS
    assert not ledger.read(target).open
