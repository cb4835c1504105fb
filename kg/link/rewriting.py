"""One graph of a store brought to what it is to hold, some statements at a time: never is all of it in memory."""

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import chain, groupby, islice
from operator import itemgetter

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.rdf.serialise import ntriples
from kg.rdf.sorting import sorted_lines
from kg.store.protocol import Store

_AT_ONCE = 100
"""Statements in one change of the graph: each brings blocks of its own into the caches, in every order that is kept."""
_SORTED = 2_000_000
"""Bytes of statements that are sorted in memory at a time."""
_GONE, _COME = 0, 1


def rewrite(store: Store, graph: NamedNode, quads: Iterable[Quad], rest: Callable[[], None]) -> None:
    """Have the graph hold these quads; only what differs is written, and `rest` is called between two changes.

    Each change is one transaction: whoever reads meanwhile sees some of them, and some stay of a run that ends early.
    """
    new = sorted_lines((ntriples((quad,)) for quad in quads), _SORTED)
    first = next(new, None)
    if first is None:
        store.put(graph.value, ())
        return
    differing = differences(store.lines(graph.value), chain((first,), new))
    while some := list(islice(differing, _AT_ONCE)):
        gone, come = (_quads(graph, (line for line, side in some if side == wanted)) for wanted in (_GONE, _COME))
        store.change(graph.value, gone, come)
        rest()


def differences(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the lines that only one of two has, each sorted and without repetition, with 0 for `old` or 1 for `new`."""
    both = merge(((line, _GONE) for line in old), ((line, _COME) for line in new))
    for _, alike in groupby(both, itemgetter(0)):
        line, *other = alike
        if not other:
            yield line


def _quads(graph: NamedNode, lines: Iterable[bytes]) -> list[Quad]:
    triples = parse(b"".join(lines), RdfFormat.N_TRIPLES)
    return [Quad(one.subject, one.predicate, one.object, graph) for one in triples]
