"""Turtle and TriG for readers and diffs: one block a subject, one line a predicate, everything in order.

Subjects, predicates and objects are sorted by IRI and value, a subject's class comes first, prefixes only where they
are used. Data IRIs with a path stand relative to `@base`. Literals keep their lexical form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyoxigraph import Triple as Quoted

from kg import vocab
from kg.rdf.terms import TYPE

Term: TypeAlias = NamedNode | BlankNode | Literal | Quoted
Rows: TypeAlias = Mapping[Term, Mapping[Term, set[Term]]]

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_RELATIVE = re.compile(r"[A-Za-z0-9_%~-]+(?:/[A-Za-z0-9_%~-]+(?:\.[A-Za-z0-9_%~-]+)*)*")
_BARE = {
    vocab.XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    vocab.XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    vocab.XSD + "boolean": re.compile(r"true|false"),
}
"""Literals that Turtle writes without quotes, so that their lexical form is kept."""


def turtle(quads: Iterable[Quad], base: str = vocab.DATA) -> bytes:
    """Return the triples of all graphs together as Turtle; a triple in two graphs comes once."""
    names = _Names(base)
    body = "\n".join(_blocks(_rows(quads), names, ""))
    return (names.header() + body).encode()


def trig(quads: Iterable[Quad], base: str = vocab.DATA) -> bytes:
    """Return the quads as TriG, graphs in order of their name, the default graph first and without braces."""
    names = _Names(base)
    graphs: dict[str, list[Quad]] = {}
    for quad in quads:
        graph = quad.graph_name
        graphs.setdefault(graph.value if isinstance(graph, (NamedNode, BlankNode)) else "", []).append(quad)
    body = []
    for _, members in sorted(graphs.items()):
        graph = members[0].graph_name
        inside = isinstance(graph, (NamedNode, BlankNode))
        blocks = "\n".join(_blocks(_rows(members), names, "  " if inside else ""))
        body.append(f"{names.term(graph)} {{\n{blocks}}}\n" if isinstance(graph, (NamedNode, BlankNode)) else blocks)
    return (names.header() + "\n".join(body)).encode()


@dataclass(slots=True)
class _Names:
    """How IRIs are written in one file, and which prefixes that took."""

    base: str
    used: set[str] = field(default_factory=set)
    known: dict[Term, str] = field(default_factory=dict)

    def header(self) -> str:
        spaces = vocab.PREFIXES | {"e": self.base}
        lines = [f"@base <{self.base}> ."] if "" in self.used else []
        lines += [f"@prefix {name}: <{spaces[name]}> ." for name in sorted(self.used - {""})]
        return "".join(line + "\n" for line in lines) + ("\n" if lines else "")

    def term(self, term: Term) -> str:
        written = self.known.get(term)
        if written is None:
            written = self.known[term] = self._written(term)
        return written

    def _written(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        return self._literal(term) if isinstance(term, Literal) else str(term)

    def _iri(self, iri: str) -> str:
        for prefix, space in (vocab.PREFIXES | {"e": self.base}).items():
            if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(space) :]}"
        if iri.startswith(self.base) and _RELATIVE.fullmatch(iri, len(self.base)):
            self.used.add("")
            return f"<{iri[len(self.base) :]}>"
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        datatype, value = literal.datatype.value, literal.value
        if literal.language is not None or datatype == vocab.XSD + "string":
            return str(literal)
        if datatype in _BARE and _BARE[datatype].fullmatch(value):
            return value
        return f"{Literal(value)}^^{self.term(literal.datatype)}"


def _rows(quads: Iterable[Quad]) -> Rows:
    table: dict[Term, dict[Term, set[Term]]] = {}
    for quad in quads:
        table.setdefault(quad.subject, {}).setdefault(quad.predicate, set()).add(quad.object)
    return table


def _blocks(rows: Rows, names: _Names, margin: str) -> Iterator[str]:
    for subject in sorted(rows, key=_order):
        predicates = sorted(rows[subject].items(), key=lambda row: _class_first(row[0]))
        lines = [f"{_predicate(name, names)} {_objects(objects, names)}" for name, objects in predicates]
        yield f"{margin}{names.term(subject)} " + f" ;\n{margin}  ".join(lines) + " .\n"


def _objects(objects: Iterable[Term], names: _Names) -> str:
    return ", ".join(names.term(term) for term in sorted(objects, key=_order))


def _predicate(predicate: Term, names: _Names) -> str:
    return "a" if predicate == TYPE else names.term(predicate)


def _class_first(predicate: Term) -> str:
    return "" if predicate == TYPE else _order(predicate)


def _order(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
