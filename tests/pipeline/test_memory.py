"""What a build holds in memory does not depend on how many articles there are, but for a line or two of each."""

import gc
import importlib
import tracemalloc
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg.link import copies, index, linking
from kg.pipeline import building
from kg.pipeline.reading import named
from kg.store.embedded import open_for_writing

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FEW, MANY = 60, 120
AN_ARTICLE = 4_500
"""Bytes of an article that may stay: its place, its line in the summary, its names in what linking still has to ask.

Measured: 5,100 from 30 to 60 articles, while tables fill, 3,600 from 60 to 90, 2,800 from 90 to 240. What is read of
one of these articles takes 2,300, so that whoever kept it would go beyond.
"""
CACHED = 10
"""Records and prints that linking keeps at hand here, so that the few fill it too."""


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


def peak(folder, articles):
    """Return the bytes that Python holds at most, beyond what it held before, while so many articles are built."""
    made = {one.document.source: one for one in articles}
    (folder / "articles").mkdir(parents=True)
    for source, one in made.items():
        (folder / "articles" / f"{source}.txt").write_text(one.document.text, encoding="utf-8")
    with open_for_writing(folder / "store") as store:
        # What other tests left behind would put off the collection of cycles, whose garbage then counts as held.
        gc.collect()
        tracemalloc.start()
        try:
            done = building.fill(store, named([str(folder / "articles")]), Known(made))
            assert len(done.added) == len(articles)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def test_twice_as_many_articles_take_next_to_no_more_memory(extractions, tmp_path, monkeypatch):
    for module in (index, copies):
        monkeypatch.setattr(module, "_CACHED", CACHED)
    monkeypatch.setattr(linking, "_AT_ONCE", 100)
    monkeypatch.setattr(building, "refusals", lambda *_: ())
    articles = list(extractions(MANY))[:MANY]
    peak(tmp_path / "first", articles[:5])
    few, many = (peak(tmp_path / str(count), articles[:count]) for count in (FEW, MANY))
    assert many - few < AN_ARTICLE * (MANY - FEW), (few, many)
