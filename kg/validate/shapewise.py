"""Queries of shapes that look at the shapes too: `GRAPH $shapesGraph`, with the asking shape as `$currentShape`.

Such a query is asked for each focus node, with the shapes as a graph beside the data. It is answered here where nothing
in it depends on how values get into sub-queries and groups; every other is left to the engine, which refuses it.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pyoxigraph import NamedNode, Quad, QuerySolutions, Variable
from pyoxigraph import Store as Engine

from kg.errors import ShapesError
from kg.validate import queries
from kg.validate.graphs import Graph, Node, Triple
from kg.validate.results import Result
from kg.validate.setwise import SIMPLE, THIS, is_simple, result, standing
from kg.validate.shapes import Shapes
from kg.validate.targets import all_focus_nodes

_THIS = Variable("this")
_GRAPH = NamedNode("urn:kg:shapes")
_SELECT = re.compile(r"(?<![<\w/:#.-])SELECT\b(?:\s+(?:DISTINCT|REDUCED)\b)?(?!\s*\*)", re.IGNORECASE)


def looking(shapes: Shapes) -> dict[Triple, queries.Asked]:
    """Return the sh:sparql triples of a shapes graph that look at the shapes and can be answered here."""
    return {triple: asked for triple, asked in standing(shapes) if _looks(asked.text)}


def evaluate(
    data: Graph,
    shapes: Shapes,
    asked: Mapping[Triple, queries.Asked],
    focus: Mapping[NamedNode, set[Node]] | None = None,
) -> list[Result]:
    """Return the results of these queries, each once; with `focus` those of these nodes and shapes alone."""
    if not asked:
        return []
    aimed = all_focus_nodes(data, shapes) if focus is None else focus
    with _beside(data.engine, shapes) as engine:
        rows = (
            result(shapes, query, values)
            for query in asked.values()
            for node in aimed.get(query.shape, ())
            for values in _rows(engine, query, node)
        )
        return list(dict.fromkeys(rows))


def _looks(text: str) -> bool:
    try:
        found = queries.algebra(text)
    except ShapesError:
        return False
    parts = list(queries.parts(found))
    if not any(part.name == "Graph" and part.term == queries.SHAPES_GRAPH for part in parts):
        return False
    plain = all(part.name == "Graph" or is_simple(part, SIMPLE) for part in parts)
    return plain and queries.unfit(text) is None and THIS in (found.PV or ()) and _SELECT.search(text) is not None


@contextmanager
def _beside(engine: Engine, shapes: Shapes) -> Iterator[Engine]:
    """Have the shapes as a graph of their own, beside the data in the default graph."""
    engine.extend(Quad(s, p, o, _GRAPH) for s, p, o in shapes.graph)  # type: ignore[arg-type] # no literal is a subject
    try:
        yield engine
    finally:
        engine.remove_graph(_GRAPH)


def _rows(engine: Engine, asked: queries.Asked, node: Node) -> Iterator[dict[str, Node]]:
    # Values are put in for variables that the query gives.
    text = _SELECT.sub(lambda found: f"{found[0]} $shapesGraph $currentShape", asked.text, count=1)
    solutions = engine.query(
        text, substitutions={_THIS: node, Variable("shapesGraph"): _GRAPH, Variable("currentShape"): asked.shape}
    )
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        yield {name: row[name] for name in names if row[name] is not None}
