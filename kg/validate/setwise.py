"""Queries of shapes, asked once for all focus nodes instead of once for each.

A query is asked so only where that gives the same rows: `$this` is bound by the query's own patterns before anything
looks at it, and nothing in the query (sub-queries, VALUES, MINUS, groups not made by `$this`) sees more rows at once
than one focus node's. Every other query is left to the engine.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

from pyoxigraph import NamedNode, QuerySolutions
from rdflib import URIRef, Variable
from rdflib.paths import MulPath
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import ShapesError
from kg.rdf.terms import sh
from kg.validate import queries
from kg.validate.graphs import Graph, Node, Triple, objects
from kg.validate.results import SPARQL, Result, filled
from kg.validate.shapes import Shapes, is_active, nested
from kg.validate.targets import all_focus_nodes

THIS = Variable("this")
_FORBIDDEN = {"currentShape", "shapesGraph", "PATH"}
SIMPLE = frozenset(
    {"SelectQuery", "Project", "Distinct", "Reduced", "Extend", "Filter", "BGP", "Join", "LeftJoin", "Union"}
)
"""What a query may be made of that gives one focus node the same rows however its value is put in."""
_PLAIN = SIMPLE | {"AggregateJoin", "Group"}
_EXPRESSIONS = (
    "Builtin_",
    "Relational",
    "Conditional",
    "Additive",
    "Multiplicative",
    "Unary",
    "Function",
    "Aggregate_",
)
_LOOKS = {"Filter": "expr", "LeftJoin": "expr", "Extend": "expr"}


def answered(shapes: Shapes) -> dict[Triple, queries.Asked]:
    """Return the sh:sparql triples of a shapes graph that can be asked for all focus nodes together."""
    return {triple: asked for triple, asked in standing(shapes) if _together(asked.text)}


def standing(shapes: Shapes) -> Iterator[tuple[Triple, queries.Asked]]:
    """Yield the sh:sparql triples of shapes that stand for themselves: not those used by others, or along a path."""
    used = {inner for s in {s for s, _, _ in shapes.graph} for inner in nested(shapes.graph, s)}
    for top in shapes.tops:
        if top not in used and not objects(shapes.graph, top, sh("path")):
            for asked in queries.of(shapes.graph, top):
                if is_active(shapes.graph, asked.node):
                    yield (top, sh("sparql"), asked.node), asked


def evaluate(
    data: Graph,
    shapes: Shapes,
    asked: Mapping[Triple, queries.Asked],
    focus: Mapping[NamedNode, set[Node]] | None = None,
) -> list[Result]:
    """Return the results of these queries, each once; with `focus` those of these nodes and shapes alone.

    Raises ShapesError for a query that does not run.
    """
    found: dict[Result, None] = {}
    aimed = all_focus_nodes(data, shapes) if focus is None and asked else focus or {}
    for query in asked.values():
        if aimed.get(query.shape) and _has_all(data, _needed(query.text)):
            found.update(dict.fromkeys(_rows(data, shapes, query, aimed[query.shape])))
    return list(found)


def _has_all(data: Graph, needed: Iterable[tuple[NamedNode, NamedNode | None]]) -> bool:
    """Tell whether there is something for each pattern: most queries of a small part of a graph need no more."""
    return all(next(data.match(None, p, o), None) is not None for p, o in needed)


@lru_cache(maxsize=256)
def _needed(text: str) -> frozenset[tuple[NamedNode, NamedNode | None]]:
    """Return the properties, and values of them that are IRIs, without which a query has no rows."""
    return frozenset(
        (NamedNode(str(p)), NamedNode(str(o)) if isinstance(o, URIRef) else None)
        for _, p, o in _patterns(queries.algebra(text))
        if isinstance(p, URIRef)
    )


def _patterns(part: CompValue) -> frozenset[tuple[object, object, object]]:
    """Return the patterns that every row of a query fits, which is one of those that are answered here."""
    match part.name:
        case "BGP":
            return frozenset(part.triples)
        case "Join":
            return _patterns(part.p1) | _patterns(part.p2)
        case "Union":
            return _patterns(part.p1) & _patterns(part.p2)
        case "LeftJoin":
            return _patterns(part.p1)
    return _patterns(part.p)


def _rows(data: Graph, shapes: Shapes, asked: queries.Asked, focus: set[Node]) -> list[Result]:
    try:
        solutions = data.engine.query(asked.text)
    except SyntaxError as problem:
        raise ShapesError(f"the query of {asked.shape} cannot be read: {problem}") from problem
    if not isinstance(solutions, QuerySolutions):
        raise ShapesError(f"the query of {asked.shape} is no SELECT query")
    names = [variable.value for variable in solutions.variables]
    results = []
    for row in solutions:
        values = {name: row[name] for name in names if row[name] is not None}
        this = values.get("this")
        if this in focus:
            results.append(result(shapes, asked, values))
    return results


def result(shapes: Shapes, asked: queries.Asked, values: dict[str, Node]) -> Result:
    """Return the result that a row of a query stands for."""
    said = {*objects(shapes.graph, asked.node, sh("message")), *objects(shapes.graph, asked.shape, sh("message"))}
    messages = sorted(filled(message.value, values) for message in said)
    return Result(
        focus=values["this"],
        shape=asked.shape,
        component=SPARQL,
        path=values.get("path"),
        value=values.get("value", values["this"]),
        message=messages[0] if messages else None,
    )


def _together(text: str) -> bool:
    """Tell whether asking without a value for `$this` gives every focus node the rows it would get alone."""
    try:
        found = queries.algebra(text)
    except ShapesError:
        return False
    if any(not _plain(part) for part in queries.parts(found)):
        return False
    if THIS not in (found.PV or ()) or THIS not in _bound(found):
        return False
    return all(_sees_this(part) for part in queries.parts(found, inside=False))


def _plain(part: CompValue) -> bool:
    named = {str(term) for term in part.values() if isinstance(term, Variable)}
    return is_simple(part, _PLAIN) and not named & _FORBIDDEN


def is_simple(part: CompValue, names: Container[str]) -> bool:
    """Tell whether a part of a query is an expression, or one of these patterns."""
    return part.name.startswith((*_EXPRESSIONS, "TrueFilter")) or part.name in names


def _sees_this(part: CompValue) -> bool:
    """Tell whether an expression that looks at `$this` stands where patterns have bound it."""
    name = _LOOKS.get(part.name)
    if name is None or THIS not in _variables(part[name]):
        return True
    if part.name == "LeftJoin":
        return THIS in _bound(part.p1) | _bound(part.p2)
    return THIS in _bound(part.p)


def _variables(found: object) -> set[Variable]:
    """Return the variables an expression reads itself; patterns inside EXISTS join with what is outside of it."""
    if isinstance(found, Variable):
        return {found}
    if isinstance(found, CompValue):
        return set() if found.name in queries.EXISTS else _variables(list(found.values()))
    if isinstance(found, (list, tuple, set)):
        return {variable for one in found for variable in _variables(one)}
    return set()


def _bound(part: object) -> set[Variable]:
    """Return the variables that every row of a pattern binds."""
    if not isinstance(part, CompValue):
        return set()
    if part.name == "BGP":
        return {
            term for triple in part.triples if not _empty(triple[1]) for term in triple if isinstance(term, Variable)
        }
    if part.name in ("Join", "Union"):
        left, right = _bound(part.p1), _bound(part.p2)
        return left | right if part.name == "Join" else left & right
    if part.name == "Group":
        return _bound(part.p) & _variables(part.expr or [])
    return _bound(part.p1 if part.name == "LeftJoin" else part.p)


def _empty(predicate: object) -> bool:
    """Tell whether a path may have no step: it then binds every node there is, but not one that is nowhere."""
    return isinstance(predicate, MulPath) and predicate.zero
