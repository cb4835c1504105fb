"""What a build holds does not grow with the number of articles, but for the name of each file."""

import gc
import importlib
import tracemalloc
from array import array
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import pytest

from kg.link import agenda, copies, index, linking
from kg.pipeline import building
from kg.pipeline.reading import named
from kg.store.embedded import EmbeddedStore, open_for_writing

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FEW, MANY = 20, 80
READ, LINKED = 75, 1000
"""Bytes that may stay of each article that is read, and be held of each while they are linked: the path of its file.

Measured: 10 to 40, and 110 to 480, as it depends on which nodes are asked together. An IRI in a set takes 150, what is
read of one of these articles 2,300.
"""
TOGETHER = 5
"""What is kept at hand or asked for together, here so little that the few fill it too."""


@dataclass(frozen=True)
class Known:
    """An extractor that knows its articles: extracting and checking look at one article at a time."""

    articles: dict

    def extract(self, document):
        return replace(self.articles[document.source], document=document)


@pytest.fixture(scope="module")
def extractions():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("generate").extractions


@pytest.fixture
def held(monkeypatch):
    """Return a function that builds and tells what Python holds from time to time, while reading and while linking.

    It looks whenever a build lets go of caches: between articles, between portions of nodes. What was there before is
    frozen, so that looking for what is garbage is quick.
    """
    trim = EmbeddedStore.trim

    def measured(folder, articles):
        seen = array("q")

        def look(self, *after):
            trim(self, *after)
            gc.collect()
            seen.append(tracemalloc.get_traced_memory()[0])

        monkeypatch.setattr(EmbeddedStore, "trim", look)
        gc.collect()
        gc.freeze()
        tracemalloc.start()
        try:
            build(folder, articles)
        finally:
            tracemalloc.stop()
            gc.unfreeze()
        return seen[: len(articles)], seen[len(articles) :]

    return measured


def build(folder, articles):
    made = {one.document.source: one for one in articles}
    (folder / "articles").mkdir(parents=True)
    for source, one in made.items():
        (folder / "articles" / f"{source}.txt").write_text(one.document.text, encoding="utf-8")
    with open_for_writing(folder / "store") as store:
        done = building.fill(store, named([str(folder / "articles")]), Known(made))
    assert len(done.added) == len(articles)


def test_more_articles_take_next_to_no_more_memory(extractions, held, tmp_path, monkeypatch):
    for module, name in ((index, "_CACHED"), (copies, "_CACHED"), (agenda, "_AT_ONCE"), (linking, "_AT_ONCE")):
        monkeypatch.setattr(module, name, TOGETHER)
    monkeypatch.setattr(building, "refusals", lambda *_: ())
    articles = list(extractions(MANY))[:MANY]
    build(tmp_path / "before", articles)  # What is known of the vocabulary is looked up once, and stays.
    (_, few), (reading, many) = (held(tmp_path / str(count), articles[:count]) for count in (FEW, MANY))
    grown = reading[-1] - reading[FEW - 1], median(many) - median(few)
    assert grown[0] < READ * (MANY - FEW), grown
    assert grown[1] < LINKED * (MANY - FEW), grown
