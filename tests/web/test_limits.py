"""What the server does when a query, a client or a store is not as it should be."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from fixtures.web import DOCUMENTS, GRAPH, MENTIONS, get, serving

from kg.errors import UsageError
from kg.store.embedded import open_for_writing
from kg.web.server import Settings, WebServer

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_query_that_runs_over_is_stopped_for_good_and_the_next_is_answered(folder):
    with serving(folder, seconds=0.7, processes=1) as server:
        get(f"{server.url}/sparql", query="ASK {}")
        worker = server.pool._idle.queue[0]._process.pid
        refused = get(f"{server.url}/sparql", query=ENDLESS)
        assert (refused.status_code, "was stopped" in refused.text) == (503, True)
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
        assert wait_for(lambda: get(f"{server.url}/sparql", query="ASK {}").status_code == 200)


def wait_for(condition):
    """A new process may take longer to start than a query may take."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_a_changed_store_is_seen(tmp_path):
    place = tmp_path / "graph"
    with open_for_writing(place) as store:
        store.put(GRAPH, DOCUMENTS[GRAPH])
    with serving(place, processes=1) as server:
        before = len(get(f"{server.url}/sparql", query=MENTIONS).json()["results"]["bindings"])
        with open_for_writing(place) as store:
            for name, quads in DOCUMENTS.items():
                store.put(name, quads)
        after = len(get(f"{server.url}/sparql", query=MENTIONS).json()["results"]["bindings"])
    assert before < after == 8


def test_a_port_that_is_taken(folder):
    with serving(folder) as server, pytest.raises(UsageError, match="cannot be listened on"):
        WebServer(folder, Settings(port=server.server_address[1]))


@pytest.mark.long
def test_fifty_clients_with_bad_and_heavy_queries(folder):
    asked = [ENDLESS, "SELECT", MENTIONS, "SELECT * { ?a ?b ?c . ?d ?e ?f }", "x" * 200_000]

    def client(number):
        statuses = []
        for turn in range(4):
            query = asked[(number + turn) % len(asked)]
            answered = requests.post(f"{server.url}/sparql", data={"query": query}, timeout=300)
            statuses.append((query, answered.status_code))
        return statuses

    with serving(folder, seconds=1.0, processes=2) as server:
        with ThreadPoolExecutor(50) as clients:
            seen = [pair for pairs in clients.map(client, range(50)) for pair in pairs]
        assert len(seen) == 200
        assert {status for _, status in seen} <= {200, 400, 503}
        assert all(status == 503 for query, status in seen if query == ENDLESS)
        assert wait_for(lambda: get(f"{server.url}/sparql", query=MENTIONS).status_code == 200)
        assert json.loads(get(f"{server.url}/queries").text)
