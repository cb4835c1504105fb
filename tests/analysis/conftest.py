"""The dataset of the query tests, read for analysis."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.analysis.facts import facts
from kg.store.embedded import memory

DATA = Path(__file__).parents[1] / "query" / "data" / "bytedance.trig"


@pytest.fixture(scope="session")
def store():
    graphs = {}
    for quad in parse(path=str(DATA), format=RdfFormat.TRIG):
        graphs.setdefault(quad.graph_name.value, []).append(quad)
    with memory() as opened:
        for name, quads in sorted(graphs.items()):
            opened.put(name, quads)
        yield opened


@pytest.fixture(scope="session")
def known(store):
    return facts(store)
