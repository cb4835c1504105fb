"""shifty, an engine in Rust, behind the same protocol as the reference.

It answers what a test holds against pySHACL: SHACL core on graphs without blank nodes. It has been seen to give false
results on queries (SUBSTR with a length) and the wrong component for qualified counts, it renames blank nodes, and it
takes no IRI to be less than another where the reference compares them; all of these go to the reference.
"""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, RdfFormat, serialize

from kg import vocab
from kg.errors import ShapesError, UsageError
from kg.validate.graphs import Memory, Triple, quads
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
_COMPARED = frozenset({vocab.SH + "lessThan", vocab.SH + "lessThanOrEquals"})


class ShiftyEngine:
    """Runs shifty where it is known to agree with the reference, and the reference elsewhere."""

    def run(self, data: Memory, shapes: Iterable[Triple]) -> list[Result]:
        """Return the results. Raises UsageError where shifty is not installed, ShapesError for shapes it refuses."""
        wanted = tuple(shapes)
        if any(p.value in _BEYOND for _, p, _ in wanted) or _has_blank_nodes(data) or _compares_iris(data, wanted):
            return PyshaclEngine().run(data, wanted)
        return _run(data, wanted)


def _has_blank_nodes(data: Memory) -> bool:
    return any(isinstance(s, BlankNode) or isinstance(o, BlankNode) for s, _, o in data)


def _compares_iris(data: Memory, shapes: tuple[Triple, ...]) -> bool:
    compared = {o for _, p, o in shapes if p.value in _COMPARED}
    objects = (triple[2] for term in compared if isinstance(term, NamedNode) for triple in data.match(None, term, None))
    return any(isinstance(found, NamedNode) for found in objects)


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
    return serialize(quads(triples), format=RdfFormat.N_TRIPLES) or b""
