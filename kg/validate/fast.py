"""shifty, an engine in Rust, behind the same protocol as the reference.

It answers what a test holds against pySHACL: SHACL core on graphs without blank nodes. It has been seen to give false
results on queries (SUBSTR with a length) and the wrong component for qualified counts, and it renames blank nodes, so
all of these go to the reference.
"""

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, Quad, RdfFormat, serialize

from kg import vocab
from kg.errors import ShapesError, UsageError
from kg.validate.graphs import Memory, Triple
from kg.validate.reference import PyshaclEngine, results_of
from kg.validate.results import Result

_BEYOND = frozenset(
    vocab.SH + name
    for name in (
        "sparql",
        "ask",
        "parameter",
        "target",
        "js",
        "rule",
        "expression",
        "qualifiedMaxCount",
        "qualifiedMinCount",
    )
)


class ShiftyEngine:
    """Runs shifty where it is known to agree with the reference, and the reference elsewhere."""

    def run(self, data: Memory, shapes: Iterable[Triple]) -> list[Result]:
        """Return the results. Raises UsageError where shifty is not installed, ShapesError for shapes it refuses."""
        wanted = tuple(shapes)
        if any(p.value in _BEYOND for _, p, _ in wanted) or _has_blank_nodes(data):
            return PyshaclEngine().run(data, wanted)
        return _run(data, wanted)


def _has_blank_nodes(data: Memory) -> bool:
    return any(isinstance(s, BlankNode) or isinstance(o, BlankNode) for s, _, o in data)


def _run(data: Memory, shapes: tuple[Triple, ...]) -> list[Result]:
    try:
        from shifty import PreparedValidator
    except ImportError as problem:
        raise UsageError("the engine shifty is not installed: pip install 'pyshifty[rdflib]'") from problem
    try:
        prepared = PreparedValidator(_ntriples(shapes))
        _, report, _ = prepared.validate(_ntriples(data), graph_mode="data", infer=False, on_unsupported="error")
    except ValueError as problem:
        raise ShapesError(f"the shapes cannot be used: {' '.join(str(problem).split())[:300]}") from problem
    return results_of(report)


def _ntriples(triples: Iterable[Triple]) -> bytes:
    quads = (Quad(s, p, o, DefaultGraph()) for s, p, o in triples if not isinstance(s, Literal))
    return serialize(quads, format=RdfFormat.N_TRIPLES) or b""
