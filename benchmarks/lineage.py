"""How well and how fast articles are linked: made-up stories whose true lineage is known, in growing numbers.

    python benchmarks/lineage.py 1000 10000

Prints a Markdown table: precision and recall of `restates`, the share of passages whose first passage is the true one,
the share of stories whose origins are counted right, milliseconds of processor time per article for linking a whole
corpus and counting its origins, the most memory linking took, and the size of what is kept for the next time; then
milliseconds and nodes asked when one more article comes, and when it goes, over articles of stories that are there.
Each corpus is linked in a process of its own, in a store on disk. Only figures are linked, so relations do not count.
Which of two equal texts of one day came first nobody can tell.
"""

import argparse
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generate import Made, graphs
from pyoxigraph import Quad
from pyoxigraph import Store as Engine

from kg import vocab
from kg.analysis.facts import facts
from kg.analysis.lineage import lineage
from kg.link import Linking
from kg.rdf.iris import Iris
from kg.rdf.terms import kg
from kg.store.embedded import open_for_writing
from kg.store.layout import create
from kg.store.oxigraph import EmbeddedStore

Pair = tuple[str, str]

COLUMNS = (
    "articles",
    "precision",
    "recall",
    "first passage right",
    "origins right",
    "link (ms/article)",
    "count (ms/article)",
    "memory (MB)",
    "kept (MB)",
    "one more (ms)",
    "one less (ms)",
    "nodes asked",
)
ONES = 25
"""Articles that come and go one by one."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts and seconds of one corpus; `coming` and `going` are those of one article, `asked` nodes for one."""

    articles: int
    true: int
    found: int
    right: int
    passages: int
    firsts: int
    stories: int
    counted: int
    linking: float
    counting: float
    memory: int
    kept: int
    coming: float
    going: float
    asked: float

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        shares = (
            (self.right, self.found),
            (self.right, self.true),
            (self.firsts, self.passages),
            (self.counted, self.stories),
        )
        times = (1000 * spent / self.articles for spent in (self.linking, self.counting))
        rates = (*(f"{part / whole:.3f}" for part, whole in shares), *(f"{spent:.2f}" for spent in times))
        sizes = (f"{size / 1e6:,.0f}" for size in (self.memory, self.kept))
        ones = (f"{1000 * self.coming:.0f}", f"{1000 * self.going:.0f}", f"{self.asked:.0f}")
        return (f"{self.articles:,}", *rates, *sizes, *ones)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking a corpus took, and what one article more and less took."""

    seconds: float
    memory: int
    kept: int
    coming: float
    going: float
    asked: float


@dataclass(frozen=True, slots=True)
class Story:
    """What is true of one story, and how many articles it has."""

    articles: int
    truth: Mapping[str, Any]


def measure(articles: int, seed: int = 0) -> Measured:
    """Link a corpus of at least so many articles and compare with what is true of it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "store"
        fill(folder, graphs(articles, seed=seed))
        with multiprocessing.get_context("spawn").Pool(1) as apart:
            linked = apart.apply(link, (folder, articles, seed))
        with open_for_writing(folder) as store:
            return _judged(store, tuple(_bare(story) for story in graphs(articles, seed=seed)), linked)


def _bare(story: Made) -> Story:
    return Story(len(story.articles), story.truth)


def fill(folder: Path, made: Iterable[Made]) -> None:
    """Make a store of the articles of stories, without their links and texts."""
    layout = create(folder, vocab.DATA)
    engine = Engine(str(layout.engine))
    engine.bulk_extend(quad for story in made for _, quads in story.articles for quad in quads)
    engine.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in engine)
    engine.flush()


def link(folder: Path, articles: int, seed: int) -> Linked:
    """Link a store, then take some of its articles out and in again, one by one."""
    with open_for_writing(folder) as store, Linking(store) as linking:
        start = time.process_time()
        linking.follow(())
        seconds = time.process_time() - start
        memory = _most_memory()
        kept = store.index_file.stat().st_size if store.index_file else 0
        coming, going, asked = [], [], []
        for iri, quads in _some(articles, seed):
            spent, nodes = _followed(store, linking, iri, ())
            going.append(spent)
            asked.append(nodes)
            coming.append(_followed(store, linking, iri, quads)[0])
        medians = (statistics.median(values) for values in (coming, going, asked))
        return Linked(seconds, memory, kept, *medians)


def _most_memory() -> int:
    """Return the most memory this process took, in bytes. `ru_maxrss` would count that of the one that started it."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _followed(store: EmbeddedStore, linking: Linking, iri: str, quads: Sequence[Quad]) -> tuple[float, int]:
    store.put(iri, quads)
    start = time.process_time()
    asked = linking.follow([iri])
    return time.process_time() - start, asked


def _some(articles: int, seed: int) -> Iterator[tuple[str, tuple[Quad, ...]]]:
    """Yield the same number of articles from all over a corpus of any size."""
    step, number = max(1, articles // ONES), 0
    for story in graphs(articles, seed=seed):
        for _, quads in story.articles:
            if number % step == 0 and number < step * ONES:
                yield quads[0].graph_name.value, quads
            number += 1


def _judged(store: EmbeddedStore, made: Sequence[Story], linked: Linked) -> Measured:
    start = time.process_time()
    known = facts(store)
    graph = lineage(known)
    roots = {passage.mention: graph.firsts(passage.mention) for passage in known.passages}
    origins = {mention: {first.origin for first in firsts} for mention, firsts in roots.items()}
    counted = time.process_time()
    passages = {passage.mention: passage for passage in known.passages}
    true = {one: source for story in made for one, source in story.truth["restates"] if one in passages}
    found = _restates(store.graph(Iris(store.base).links))
    across = {pair for pair in found if _document(pair[0]) != _document(pair[1])}
    rightly = {
        mention: {first.mention for first in firsts} == {true.get(mention, mention)}
        for mention, firsts in roots.items()
    }
    right = {mention: {passages[true.get(mention, mention)].origin} for mention in roots}
    stated, meant = _by_document(origins), _by_document(right)
    return Measured(
        articles=sum(story.articles for story in made),
        true=len(true),
        found=len(across),
        right=len(across & set(true.items())),
        passages=len(rightly),
        firsts=sum(rightly.values()),
        stories=len(made),
        counted=sum(_origins(story, stated) == _origins(story, meant) for story in made),
        linking=linked.seconds,
        counting=counted - start,
        memory=linked.memory,
        kept=linked.kept,
        coming=linked.coming,
        going=linked.going,
        asked=linked.asked,
    )


def _restates(quads: Iterable[Quad]) -> Iterator[Pair]:
    for quad in quads:
        if quad.predicate == kg("restates"):
            yield quad.subject.value, quad.object.value


def _document(mention: str) -> str:
    return mention.partition("/mention/")[0]


def _by_document(origins: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """Return document -> the origins of its passages."""
    found: dict[str, set[str]] = {}
    for mention, of in origins.items():
        found.setdefault(_document(mention), set()).update(of)
    return found


def _origins(story: Story, of: Mapping[str, set[str]]) -> set[str]:
    """Return the origins of a story's passages, given those of each document."""
    return {found for document in story.truth["documents"] for found in of.get(document, ())}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="+", help="how many articles at least, one row each")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n|{' ---: |' * len(COLUMNS)}")
    for size in asked.articles:
        print(f"| {' | '.join(measure(size, asked.seed).cells)} |", flush=True)


if __name__ == "__main__":
    main()
