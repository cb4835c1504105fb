"""The SPARQL of shapes: prefixes put before it, `$PATH` put in, and its algebra."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode
from rdflib import Variable
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg import vocab
from kg.errors import ShapesError
from kg.rdf.terms import sh
from kg.validate import paths
from kg.validate.graphs import Memory, Node, objects, subjects, value

_SELECT, _PREFIXES, _DECLARE, _PREFIX, _NAMESPACE = map(sh, ("select", "prefixes", "declare", "prefix", "namespace"))
_PATH_VARIABLE = re.compile(r"[$?]PATH\b")
EXISTS = ("Builtin_EXISTS", "Builtin_NOTEXISTS")
"""The nodes whose pattern is translated as an attribute; as an item it is still the text's own tree."""
_THIS = Variable("this")
SHAPES_GRAPH = Variable("shapesGraph")
"""The one graph besides the data that a query may look at."""
_ELSEWHERE = {"Graph": "GRAPH", "ServiceGraphPattern": "SERVICE"}
_ALWAYS = {"rdf": vocab.RDF, "rdfs": vocab.RDFS, "owl": vocab.OWL}


@dataclass(frozen=True, slots=True)
class Asked:
    """One sh:sparql of a shape: the node that holds it, and its text with prefixes and path put in."""

    shape: NamedNode
    node: Node
    text: str


def of(graph: Memory, shape: Node) -> tuple[Asked, ...]:
    """Return the queries that a shape asks itself, sorted by text."""
    if not isinstance(shape, NamedNode):
        return ()
    found = []
    for node in objects(graph, shape, sh("sparql")):
        select = value(graph, node, _SELECT)
        if select is not None:
            found.append(Asked(shape, node, _text(graph, shape, node, select.value)))
    return tuple(sorted(found, key=lambda asked: asked.text))


@lru_cache(maxsize=256)
def algebra(text: str) -> CompValue:
    """Return the algebra of a query. Raises ShapesError for text that is no SPARQL query."""
    try:
        return translateQuery(parseQuery(text)).algebra
    except Exception as problem:
        # The parser raises whatever went wrong inside it, from its own errors to plain Exception.
        raise ShapesError(f"a query of the shapes cannot be read: {' '.join(str(problem).split())[:200]}") from problem


def unfit(text: str) -> str | None:
    """Return why a query is none that a shape can ask of the data alone, None for one that is.

    Nothing is fetched for a shape: neither a graph (FROM) nor an answer (SERVICE). Raises ShapesError as `algebra`.
    """
    found = algebra(text)
    if found.name != "SelectQuery":
        return "asks for no rows: a shape's query starts with SELECT"
    if _THIS not in found.PV:
        return "does not hand out $this, by which a finding is told"
    if found.datasetClause:
        return "names graphs of its own (FROM), which are not read"
    for part in parts(found):
        if part.name in _ELSEWHERE and part.term != SHAPES_GRAPH:
            return f"uses {_ELSEWHERE[part.name]}: a shape sees the data as one graph, and no other but $shapesGraph"
        if part.name == "Function" and not str(part.iri).startswith(vocab.XSD):
            return f"calls a function that is not known here: {part.iri}"
    return None


def parts(found: object, *, inside: bool = True) -> Iterator[CompValue]:
    """Yield every node of an algebra, outermost first; with `inside`, also those inside EXISTS."""
    if isinstance(found, CompValue):
        yield found
        if found.name not in EXISTS:
            yield from parts([found[name] for name in found], inside=inside)
        elif inside:
            yield from parts(found.graph)
    elif isinstance(found, (list, tuple)):
        for one in found:
            yield from parts(one, inside=inside)


def _text(graph: Memory, shape: NamedNode, node: Node, select: str) -> str:
    path = value(graph, shape, sh("path"))
    if path is not None:
        written = paths.sparql(paths.read(graph, path))
        select = _PATH_VARIABLE.sub(lambda _: written, select)
    declared = {**_ALWAYS, **_declared(graph, node)}
    return "".join(f"PREFIX {name}: <{space}>\n" for name, space in sorted(declared.items())) + select


def _declared(graph: Memory, node: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    owners = [*objects(graph, node, _PREFIXES), *(subjects(graph, _DECLARE) if objects(graph, node, _PREFIXES) else ())]
    for owner in reversed(owners):
        for declaration in objects(graph, owner, _DECLARE):
            prefix, namespace = value(graph, declaration, _PREFIX), value(graph, declaration, _NAMESPACE)
            if prefix is not None and namespace is not None:
                found[prefix.value] = namespace.value
    return found
