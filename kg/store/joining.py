"""Nodes that have several values, found from the rarest of them.

Oxigraph joins patterns in the order in which they are written, and a common value first costs hundreds of times what
a rare one does. So the nodes of each value are counted first, as far as it takes to tell the rarest.
"""

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, QuerySolutions
from pyoxigraph import Store as Engine

from kg.store.results import Term

_FAR = (50, 200, 1000, 5000, 20_000)
"""How far nodes are counted, until one value has fewer."""


def sharing(engine: Engine, values: Sequence[tuple[NamedNode, Term]]) -> Iterator[Term]:
    """Yield each node of the default graph that has all of these properties' values."""
    patterns = _rarest_first(engine, [f"?s {p} {o}" for p, o in dict.fromkeys(values)])
    found = engine.query(f"SELECT DISTINCT ?s WHERE {{ {' . '.join(patterns)} }}")
    if isinstance(found, QuerySolutions):
        yield from (row["s"] for row in found)


def _rarest_first(engine: Engine, patterns: list[str]) -> list[str]:
    """Return the patterns, one first that has few nodes beside the others: it need not be the very rarest."""
    for far in _FAR if len(patterns) > 1 else ():
        for place, pattern in enumerate(patterns):
            if _count(engine, pattern, far) < far:
                return [pattern, *patterns[:place], *patterns[place + 1 :]]
    return patterns


def _count(engine: Engine, pattern: str, far: int) -> int:
    found = engine.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT ?s WHERE {{ {pattern} }} LIMIT {far} }}")
    counted = next(found)["n"] if isinstance(found, QuerySolutions) else None
    return int(counted.value) if isinstance(counted, Literal) else far
