"""What a build holds does not grow with the number of articles, but for the name of each file."""

import gc
import importlib
import tracemalloc
from array import array
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import pytest

from kg.link import agenda, copies, index, linking, rewriting
from kg.link.agenda import Agenda
from kg.pipeline import building, drafting
from kg.pipeline.reading import named
from kg.progress import silent
from kg.store.embedded import open_for_writing
from kg.store.oxigraph import EmbeddedStore

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FEW, MANY = 40, 160
READ, LINKED = 75, 50
"""Bytes that may stay of each article that is read, and be held beside these of each while they are linked.

Measured: 15 to 40, and -10 to 20; 140 where linking keeps a set of documents' IRIs. What is read of one of these
articles takes 2,300.
"""
CACHED, TOGETHER = 1, 20
"""How much is kept at hand and asked for together, here so little that the few fill it too."""
RESTED = 10
"""Documents that linking reads at most before it looks at what is cached: these take 2.8 MB of a store of a million
quads, 100 of them 9.6.
"""
READING = "reading"


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
    """Return a function that builds and tells what Python holds from time to time, by what the build is at.

    While linking that is a stage. It looks where a build may let go of caches: between articles, between portions of
    nodes. What was there before is frozen, so that looking for what is garbage is quick.
    """
    trim, reached = EmbeddedStore.trim, Agenda.reached

    def measured(folder, articles):
        seen, now = defaultdict(lambda: array("q")), [""]

        def watch(_, __, what):
            now[0] = what if what == "linking" else READING

        def stage(self, name):
            now[0] = name
            return reached(self, name)

        def look(self, *grown):
            trim(self, *grown)
            gc.collect()
            seen[now[0]].append(tracemalloc.get_traced_memory()[0])

        monkeypatch.setattr(EmbeddedStore, "trim", look)
        monkeypatch.setattr(Agenda, "reached", stage)
        gc.collect()
        gc.freeze()
        tracemalloc.start()
        try:
            build(folder, articles, watch)
        finally:
            tracemalloc.stop()
            gc.unfreeze()
        return seen

    return measured


def build(folder, articles, watch=silent):
    made = {one.document.source: one for one in articles}
    (folder / "articles").mkdir(parents=True)
    for source, one in made.items():
        (folder / "articles" / f"{source}.txt").write_text(one.document.text, encoding="utf-8")
    with named([str(folder / "articles")]) as found, open_for_writing(folder / "store") as store:
        done = building.fill(store, found, Known(made), watch=watch)
    assert len(done.added) == len(articles)


def linked(seen):
    """Return how much more is held at each stage of linking than when all was read, half of the time."""
    stages = seen.keys() - {"", READING, "linking"}
    return {name: median(seen[name]) - late(seen[READING]) for name in sorted(stages)}


def late(sizes):
    """Return what is held at the end, whichever article comes last."""
    return median(sizes[-TOGETHER:])


def test_more_articles_take_next_to_no_more_memory(extractions, held, tmp_path, monkeypatch):
    for module in (index, copies):
        monkeypatch.setattr(module, "_CACHED", CACHED)
    for module in (agenda, linking, rewriting):
        monkeypatch.setattr(module, "_AT_ONCE", TOGETHER)
    monkeypatch.setattr(building, "refusals", lambda *_: ())
    monkeypatch.setattr(drafting, "unfit", lambda _: ())
    articles = list(extractions(MANY))[:MANY]
    build(tmp_path / "before", articles)  # What is known of the vocabulary is looked up once, and stays.
    # Twice, for what other threads of the process allocate meanwhile; what articles leave behind they leave each time.
    runs = [[held(tmp_path / f"{turn}-{n}", articles[:n]) for n in (FEW, MANY)] for turn in range(2)]
    reading = min(late(many[READING]) - late(many[READING][:FEW]) for _, many in runs)
    assert reading < READ * (MANY - FEW), reading
    grown = [{stage: more - linked(few)[stage] for stage, more in linked(many).items()} for few, many in runs]
    assert min(median(stages.values()) for stages in grown) < LINKED * (MANY - FEW), grown


def test_linking_lets_go_of_caches_between_few_documents(extractions, tmp_path, monkeypatch):
    """In a large store each document is in blocks of its own: what 100 of them bring into the cache grows with it."""
    graph, trim, read = EmbeddedStore.graph, EmbeddedStore.trim, [0]

    def counted(self, iri):
        read[-1] += 1
        return graph(self, iri)

    def look(self, *grown):
        read.append(0)
        trim(self, *grown)

    monkeypatch.setattr(building, "refusals", lambda *_: ())
    monkeypatch.setattr(drafting, "unfit", lambda _: ())
    monkeypatch.setattr(EmbeddedStore, "graph", counted)
    monkeypatch.setattr(EmbeddedStore, "trim", look)
    build(tmp_path, list(extractions(FEW))[:FEW])
    assert sum(read) >= FEW
    assert max(read) <= RESTED
