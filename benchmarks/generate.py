"""Graphs of kg's own model in any size: articles of made-up stories as N-Quads, and what is true of them as JSONL.

    python benchmarks/generate.py --articles 1200 --bad 0.01 --truth truth.jsonl > graph.nq

The same arguments give the same bytes. One story is in memory at a time, so any number of articles fits.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import Literal, NamedNode, Quad
from stories import Story, stories

from kg import vocab
from kg.link.exceeding import Answer, answers, exceeding
from kg.link.implied import Implied, implied, mean
from kg.link.origins import stated
from kg.link.records import record
from kg.model import Extraction
from kg.rdf.encode import encode
from kg.rdf.frame import frame, mention_nodes
from kg.rdf.iris import Iris
from kg.rdf.publishers import publisher
from kg.rdf.reading import nodes
from kg.rdf.serialise import nquads
from kg.rdf.terms import TYPE, kg, oa, schema

FAULTS = ("no-passage", "ill-typed-date", "no-figure", "two-paths", "no-document")
"""What a bad article has wrong: one of these. All are faults of nodes that no other document shares."""

_LEFT_OUT = frozenset({("no-passage", oa("exact")), ("no-figure", kg("printed")), ("no-document", kg("inDocument"))})


@dataclass(frozen=True, slots=True)
class Made:
    """One story in triples: its articles' quads (each a list), its links, and what is true of it."""

    articles: tuple[tuple[Extraction, tuple[Quad, ...]], ...]
    links: tuple[Quad, ...]
    truth: dict[str, object]


def extractions(articles: int, seed: int = 0) -> Iterator[Extraction]:
    """Yield the extractions of at least this many articles, story by story."""
    for story in stories(articles, seed):
        yield from story.articles


def graphs(articles: int, bad: float = 0.0, seed: int = 0) -> Iterator[Made]:
    """Yield stories in triples; a share `bad` of the articles has one fault each."""
    for story in stories(articles, seed):
        yield _made(story, bad, seed)


def written(made_up: Iterable[Made], truth: IO[str] | None = None) -> Iterator[bytes]:
    """Yield stories as N-Quads, then what follows from all of them together; write what is true of each to a file."""
    kept = Kept()
    for made in made_up:
        for _, quads in made.articles:
            kept.read(quads)
            yield nquads(quads)
        kept.link(made.links)
        yield nquads(made.links)
        if truth is not None:
            truth.write(json.dumps(made.truth) + "\n")
    yield nquads(kept.quads())


class Kept:
    """What kg keeps of all claims together: mean rates of exchange, and which figures lie above which others."""

    def __init__(self) -> None:
        self._rates: set[Implied] = set()
        self._answers: dict[str, list[tuple[Answer, str]]] = {}
        self._reports: dict[str, str] = {}

    def read(self, quads: tuple[Quad, ...]) -> None:
        """Take in the graph of one document."""
        table = nodes(quads, vocab.DATA).rows
        self._rates.update(implied(table))
        document = quads[0].graph_name.value
        known = record(table, document)
        for answer in answers(table, known) if known else ():
            self._answers.setdefault(answer.question, []).append((answer, document))

    def link(self, quads: Iterable[Quad]) -> None:
        """Take in which document carries which report."""
        self._reports.update(
            (quad.subject.value, quad.object.value) for quad in quads if quad.predicate == kg("carries")
        )

    def quads(self) -> tuple[Quad, ...]:
        """Return all that is kept, sorted."""
        graph = NamedNode(Iris().derived)
        above = (
            quad
            for told in self._answers.values()
            for quad in exceeding(told, lambda document: self._reports.get(document, document), graph)
        )
        return tuple(sorted((*_means(self._rates), *above), key=str))


def _means(rates: Iterable[Implied]) -> Iterator[Quad]:
    """Yield the quads of the mean rate of each pair of currencies."""
    pairs: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for claim, currency, into, rate in rates:
        pairs.setdefault((currency, into), set()).add((claim, rate))
    for pair, held in pairs.items():
        yield from mean(vocab.DATA, pair, sum(rate for _, rate in held), len(held))


def _made(story: Story, bad: float, seed: int) -> Made:
    dice = random.Random(f"{seed}/{story.number}/bad")  # noqa: S311 - a repeatable choice, no secret
    nodes, listed, faults = [], [], {}
    for article in story.articles:
        around = frame(article.document, vocab.DATA)
        nodes.append({placed.index: placed.node for placed in mention_nodes(around, article)})
        quads: tuple[Quad, ...] = encode(article)
        if dice.random() < bad:
            fault = dice.choice(FAULTS)
            quads, faults[around.graph.value] = tuple(_spoilt(quads, fault)), fault
        listed.append((article, quads))
    pairs = [(nodes[a][i], nodes[b][j]) for (a, i), (b, j) in story.restates]
    documents = [quads[0].graph_name.value for _, quads in listed]
    truth = {
        "story": story.number,
        "documents": documents,
        "restates": [[later.value, earlier.value] for later, earlier in pairs],
        "origins": {later.value: earlier.value for later, earlier in pairs},
        "drifts": list(story.drifts),
        "faults": faults,
    }
    return Made(tuple(listed), tuple(_links(story, [quads for _, quads in listed], pairs)), truth)


def _links(
    story: Story, written: Iterable[tuple[Quad, ...]], pairs: Iterable[tuple[NamedNode, NamedNode]]
) -> Iterator[Quad]:
    """Yield what linking should find: the report each document carries, where chains end, and what restates what."""
    iris = Iris()
    graph = NamedNode(iris.links)
    first = story.articles[0].document
    for number, (article, quads) in enumerate(zip(story.articles, written, strict=True)):
        document = quads[0].graph_name.value
        copied = number > 0 and story.drifts[number - 1] == "copy"
        whose = first if copied else article.document
        report = NamedNode(iris.report(whose, publisher(whose)))
        yield Quad(NamedNode(document), kg("carries"), report, graph)
        yield Quad(report, TYPE, kg("Report"), graph)
        known = record(nodes(quads, vocab.DATA).rows, document)
        for figure in known.figures if known else ():
            yield from stated(figure, report.value, {}, graph)
    for later, earlier in pairs:
        yield Quad(later, kg("restates"), earlier, graph)


def _spoilt(quads: Iterable[Quad], fault: str) -> Iterator[Quad]:
    """Yield the quads with one thing wrong that the shapes have to find."""
    for quad in quads:
        yield from _faulty(quad, fault)


def _faulty(quad: Quad, fault: str) -> Iterator[Quad]:
    node, name, value, graph = quad.subject, quad.predicate, quad.object, quad.graph_name
    if (fault, name) in _LEFT_OUT:
        return
    if fault == "ill-typed-date" and name == schema("datePublished"):
        value = Literal("2025", datatype=NamedNode(vocab.XSD + "date"))
    if fault == "two-paths" and name == kg("path"):
        yield Quad(node, name, Literal("elsewhere.txt"), graph)
    yield Quad(node, name, value, graph)


def main() -> None:
    """Write N-Quads to standard output and the truth to a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, required=True, help="how many articles at least")
    parser.add_argument("--bad", type=float, default=0.0, help="share of articles with a fault")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--truth", type=Path, default=None, help="file for the true lineage, a JSON object per story")
    asked = parser.parse_args()
    with (asked.truth or Path("/dev/null")).open("w", encoding="utf-8") as truth:
        sys.stdout.buffer.writelines(written(graphs(asked.articles, asked.bad, asked.seed), truth))


if __name__ == "__main__":
    main()
