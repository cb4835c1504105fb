"""Whether shapes say what they mean: no misspelt or undeclared terms, no queries that cannot be read."""

from collections.abc import Iterator

from pyoxigraph import NamedNode
from rdflib import URIRef

from kg.errors import ShapesError
from kg.validate import engine, queries, shapes
from kg.validate.declared import is_undeclared
from kg.validate.findings import Finding, Severity, ordered
from kg.validate.graphs import Memory
from kg.validate.regular import patterns
from kg.validate.shapes import Shapes
from kg.validate.vocabulary import referred


def lint(known: Shapes) -> tuple[Finding, ...]:
    """Return what is wrong with shapes themselves, by `shapes/meta.ttl` and by reading their queries."""
    meta = shapes.standard("meta")
    terms = (triple for triple in meta.graph if triple[1].value.endswith("isDefinedBy"))
    about = Memory((*known.graph, *referred(known.graph), *terms))
    return ordered([*engine.run(about, meta), *_queries(known), *_patterns(known)])


def check(known: Shapes) -> None:
    """Raise ShapesError with the first thing that is wrong with shapes, and how many more there are."""
    found = lint(known)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise ShapesError(f"{found[0].focus}: {found[0].message}{more}")


def _queries(known: Shapes) -> Iterator[Finding]:
    named = sorted({s for s, _, _ in known.graph if isinstance(s, NamedNode)}, key=str)
    for asked in (asked for shape in named for asked in queries.of(known.graph, shape)):
        try:
            unfit = queries.unfit(asked.text)
            terms = _terms(queries.algebra(asked.text))
        except ShapesError as problem:
            yield _finding("unreadable-query", str(problem), asked)
            continue
        if unfit is not None:
            yield _finding("unfit-query", f"The query {unfit}.", asked)
        for term in sorted(term for term in terms if is_undeclared(term)):
            yield _finding("shape-term", f"{term}, in the query, is no term of the vocabulary.", asked)


def _patterns(known: Shapes) -> Iterator[Finding]:
    for pattern in patterns(known.graph):
        if not pattern.by_shifty and not pattern.by_pyshacl:
            message = f"The pattern {pattern} cannot be read as a regular expression."
            yield Finding("unreadable-pattern", Severity.VIOLATION, message, str(pattern.shape))


def _terms(found: object) -> set[str]:
    if isinstance(found, URIRef):
        return {str(found)}
    if isinstance(found, dict):
        return {term for one in found.values() for term in _terms(one)}
    if isinstance(found, (list, tuple, set)):
        return {term for one in found for term in _terms(one)}
    inner = [getattr(found, name) for name in ("args", "arg", "path") if hasattr(found, name)]
    return {term for one in inner for term in _terms(one)}


def _finding(rule: str, message: str, asked: queries.Asked) -> Finding:
    return Finding(rule, Severity.VIOLATION, message, str(asked.shape))
