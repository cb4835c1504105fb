"""How well and how fast articles are linked: made-up stories whose true lineage is known, in growing numbers.

    python benchmarks/lineage.py 1000 10000

Prints a Markdown table: precision and recall of `restates`, the share of passages whose first passage is the true one,
the share of stories whose origins are counted right, and milliseconds of processor time per article for a whole corpus.
Only figures are linked, so relations do not count. Which of two equal texts of one day came first nobody can tell.
"""

import argparse
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generate import Made, graphs
from pyoxigraph import Quad

from kg.analysis.facts import facts
from kg.analysis.lineage import lineage, origin
from kg.link import links
from kg.rdf.iris import Iris
from kg.rdf.terms import kg
from kg.store.embedded import EmbeddedStore, memory

Pair = tuple[str, str]

COLUMNS = (
    "articles",
    "precision",
    "recall",
    "first passage right",
    "origins right",
    "link (ms/article)",
    "count (ms/article)",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts and seconds of one corpus."""

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
        return (f"{self.articles:,}", *(f"{part / whole:.3f}" for part, whole in shares), *(f"{t:.2f}" for t in times))


def measure(articles: int, seed: int = 0) -> Measured:
    """Link a corpus of at least so many articles in memory and compare with what is true of it."""
    made = list(graphs(articles, seed=seed))
    size = sum(len(story.articles) for story in made)
    with memory() as store:
        fill(store, made)
        start = time.process_time()
        found = links(store)
        linked = time.process_time()
        iris = Iris(store.base)
        store.put(iris.links, [quad for quad in found if quad.graph_name.value == iris.links])
        before = time.process_time()
        known = facts(store)
        graph = lineage(known)
        roots = {passage.mention: graph.firsts(passage.mention) for passage in known.passages}
        origins = {mention: {origin(first) for first in firsts} for mention, firsts in roots.items()}
        counted = time.process_time()
    passages = {passage.mention: passage for passage in known.passages}
    true = {one: source for story in made for one, source in story.truth["restates"] if one in passages}
    across = {pair for pair in _restates(found) if _document(pair[0]) != _document(pair[1])}
    rightly = {
        mention: {first.mention for first in firsts} == {true.get(mention, mention)}
        for mention, firsts in roots.items()
    }
    right = {mention: {origin(passages[true.get(mention, mention)])} for mention in roots}
    stated, meant = _by_document(origins), _by_document(right)
    return Measured(
        articles=size,
        true=len(true),
        found=len(across),
        right=len(across & set(true.items())),
        passages=len(rightly),
        firsts=sum(rightly.values()),
        stories=len(made),
        counted=sum(_origins(story, stated) == _origins(story, meant) for story in made),
        linking=linked - start,
        counting=counted - before,
    )


def fill(store: EmbeddedStore, made: Iterable[Made]) -> None:
    """Put the articles of stories into a store, without their links."""
    for story in made:
        for article, quads in story.articles:
            store.put(quads[0].graph_name.value, quads, article.document.text)


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


def _origins(story: Made, of: Mapping[str, set[str]]) -> set[str]:
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
