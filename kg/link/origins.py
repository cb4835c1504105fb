"""Whom a passage, taken by itself, has its figure from: where its stated chain ends.

That is a named speaker, else the report that the chain cites last (the one of the corpus, where it turned out to be
there), else the report that its document carries. So the same unnamed people of one report are one origin, whoever
passes them on, and copies count once. Where a passage restates others, its figure has the origin of the first of these.
"""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.link.records import Figure
from kg.rdf.terms import kg


def origin(figure: Figure, report: str, same: Mapping[str, str]) -> str:
    """Return where the chain of a passage ends, given the report that carries it.

    `same`: cited report -> report of the corpus. An outlet that speaks by a report is no speaker: the report counts.
    """
    if figure.speaker is not None and figure.chain[-1].report is None:
        return figure.speaker
    return same.get(figure.cited[-1], figure.cited[-1]) if figure.cited else report


def stated(figure: Figure, report: str, same: Mapping[str, str], graph: NamedNode) -> Iterator[Quad]:
    """Yield what is kept of a passage: its origin, and the report that its chain cites last."""
    passage = NamedNode(figure.mention)
    yield Quad(passage, kg("origin"), NamedNode(origin(figure, report, same)), graph)
    if figure.cited:
        yield Quad(passage, kg("lastCited"), NamedNode(figure.cited[-1]), graph)
