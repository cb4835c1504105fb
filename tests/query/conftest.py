"""One dataset for all query tests, in the embedded store and in rdflib."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset

from kg.store.embedded import memory

DATA = Path(__file__).parent / "data" / "bytedance.trig"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    whole = Dataset(default_union=True)
    whole.parse(DATA, format="trig")
    return whole


@pytest.fixture(scope="session")
def store():
    graphs = {}
    for quad in parse(path=str(DATA), format=RdfFormat.TRIG):
        graphs.setdefault(quad.graph_name.value, []).append(quad)
    with memory() as opened:
        for name, quads in sorted(graphs.items()):
            opened.put(name, quads)
        yield opened
