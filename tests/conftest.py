"""What tests share and is made once a run: a store of the examples, and real servers. Properties have no deadlines."""

import fcntl
import gc
import os
from pathlib import Path

import pytest
from fixtures.servers import EACH, SERVERS
from hypothesis import settings

from kg import pipeline, vocab
from kg.store.endpoint import LEDGER
from kg.store.remote import RemoteStore

settings.register_profile("kg", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("kg")
"""How long an example takes is the machine's affair: a busy one must not fail a property. A change is tried on the same
examples wherever it is tried; new ones are looked for by `--hypothesis-profile=search`, in `make test-long`."""


gc.freeze()
gc.set_threshold(5_000, 20, 100)
"""Garbage is looked for less often than Python would: each time it walks through all that tests have loaded."""

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def examples_store(tmp_path_factory) -> Path:
    """Return the folder of a store of all example articles, for reading; the processes that run tests share it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    store = shared / "examples-store"
    with (shared / "examples-store.lock").open("w") as lock, pytest.MonkeyPatch.context() as patch:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not store.exists():
            patch.chdir(ROOT)
            pipeline.build(["examples/articles"], str(shared / "examples-part"))
            (shared / "examples-part").rename(store)
    return store


@pytest.fixture(scope="session", params=EACH)
def server(request, tmp_path_factory):
    """Run one server after the other, with the credentials in the environment."""
    with (
        pytest.MonkeyPatch.context() as patch,
        SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as running,
    ):
        for name, value in running.environment.items():
            patch.setenv(name, value)
        yield running


@pytest.fixture
def target(server):
    """Open the server for writing, without any graph of ours."""
    with RemoteStore(server.url, vocab.DATA, writable=True) as opened:
        for name in (*opened.graphs(), vocab.DATA + LEDGER):
            opened.replace(name, ())
        yield opened
