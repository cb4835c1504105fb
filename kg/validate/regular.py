"""Regular expressions of shapes: which engine reads one as it is meant, and which none does.

To shifty one that it cannot read is one that nothing matches, and pySHACL passes over flags that it does not know: so
the data would be blamed for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Literal, QuerySolutions
from pyoxigraph import Store as Engine

from kg.rdf.terms import sh
from kg.validate.graphs import Memory, Node, Triple, value

_PATTERN, _FLAGS = sh("pattern"), sh("flags")
_SHIFTY, _PYSHACL = frozenset("imsx"), frozenset("im")
"""The flags that each reads as SPARQL has them."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sh:pattern of a shape with its flags."""

    shape: Node
    text: str
    flags: str

    @property
    def by_shifty(self) -> bool:
        """Tell whether shifty reads it: as Oxigraph does, without looking around and back."""
        return set(self.flags) <= _SHIFTY and _read_by_oxigraph(self.text, self.flags)

    @property
    def by_pyshacl(self) -> bool:
        """Tell whether pySHACL reads it: as Python does."""
        return set(self.flags) <= _PYSHACL and _read_by_python(self.text)

    def __str__(self) -> str:
        return f"'{self.text}'" + (f" with the flags '{self.flags}'" if self.flags else "")


def patterns(shapes: Iterable[Triple]) -> Iterator[Pattern]:
    """Yield the patterns of shapes, sorted."""
    graph = Memory(shapes)
    for shape, _, said in sorted(graph.match(None, _PATTERN, None), key=str):
        flags = value(graph, shape, _FLAGS)
        yield Pattern(shape, said.value, "" if flags is None else flags.value)


@lru_cache(maxsize=256)
def _read_by_oxigraph(text: str, flags: str) -> bool:
    asked = f'SELECT (REGEX("", {Literal(text)}, {Literal(flags)}) AS ?matches) {{}}'
    found = Engine().query(asked)
    return isinstance(found, QuerySolutions) and next(found)["matches"] is not None


@lru_cache(maxsize=256)
def _read_by_python(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
