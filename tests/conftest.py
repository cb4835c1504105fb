"""Real servers for all tests of stores on the network, each started once a run; properties without deadlines."""

import pytest
from fixtures.servers import EACH, SERVERS
from hypothesis import settings

from kg import vocab
from kg.store.endpoint import LEDGER
from kg.store.remote import RemoteStore

settings.register_profile("kg", deadline=None)
settings.load_profile("kg")
"""How long an example takes is the machine's affair: a busy one must not fail a property."""


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
