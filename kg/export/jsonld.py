"""Compact JSON-LD, nested as a reader looks for it: one object a graph, written one after the other.

In a document's graph the document holds its statements, a statement its claim and its chain, a claim its quantities
and period, and whoever is named is named on the spot. What several places share is written in each of them; to
JSON-LD that is the same node. Graphs that are made of all documents (`graph/links`) can be longer than memory: there
the nodes stand one after the other, by IRI.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import BinaryIO, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg import vocab
from kg.export.context import ID, compact, context, short, types
from kg.export.protocol import Source
from kg.rdf.iris import relative
from kg.rdf.terms import TYPE, kg, prov, rdf, schema
from kg.store.results import Term

Rows: TypeAlias = Mapping[Term, Mapping[Term, set[Term]]]

_HOME = kg("inDocument")
_PARTS = ("states", "via", "citing", "quantity", "period", "subject", "object", "scope", "responder", "fiscalYearOf")
_NESTED = frozenset([*map(kg, _PARTS), prov("agent"), schema("publisher"), rdf("subject"), rdf("object")])
"""Properties whose value is written out where it stands; no cycle of kg's own goes through them alone."""
_NATIVE = {
    vocab.XSD + "integer": re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII),
    vocab.XSD + "boolean": re.compile("true|false"),
}
"""Literals that JSON has values for; longer numbers would lose digits in some readers."""


class JsonLd:
    """All graphs as JSON-LD 1.1 with its context inside; one document's is held in memory at a time."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the context, then each graph as an object with `@id` and `@graph`."""
        head = json.dumps(context(source.base), ensure_ascii=False, indent=2).replace("\n", "\n  ")
        stream.write(f'{{\n  "@context": {head},\n  "@graph": ['.encode())
        stream.writelines(piece.encode() for piece in _listed(_graphs(source), "    "))
        stream.write(b"\n  ]\n}\n")


def _graphs(source: Source) -> Iterator[Iterator[str]]:
    """Yield each graph in pieces: as an object with `@id` and `@graph`, the default graph's nodes by themselves."""
    for name in source.graphs():
        nodes = _nodes(name, source)
        if name:
            yield _graph(_id(name, source.base), nodes)
        else:
            yield from (iter((_indented(node, "    "),)) for node in nodes)


def _graph(name: str, nodes: Iterator[dict[str, object]]) -> Iterator[str]:
    yield f'{{\n      "@id": {json.dumps(name, ensure_ascii=False)},\n      "@graph": ['
    yield from _listed((iter((_indented(node, "        "),)) for node in nodes), "        ")
    yield "\n      ]\n    }"


def _listed(items: Iterable[Iterator[str]], margin: str) -> Iterator[str]:
    for number, pieces in enumerate(items):
        yield f"{',' if number else ''}\n{margin}"
        yield from pieces


def _indented(node: dict[str, object], margin: str) -> str:
    return json.dumps(node, ensure_ascii=False, indent=2).replace("\n", f"\n{margin}")


def _nodes(name: str, source: Source) -> Iterator[dict[str, object]]:
    """Yield the nodes of a graph: nested, or one by one where the graph is made of all documents."""
    if not name.startswith(f"{source.base}graph/"):
        return framed(source.graph(name), source.base)
    subjects = groupby(source.lines(name), key=lambda line: line.partition(b" ")[0])
    graphs = (parse(b"".join(lines), format=RdfFormat.N_TRIPLES) for _, lines in subjects)
    return (node for quads in graphs for node in framed(quads, source.base))


def framed(quads: Iterable[Quad], base: str) -> Iterator[dict[str, object]]:
    """Yield the nodes of one graph as JSON objects without context, those that belong to another inside it."""
    table = _rows(quads)
    return _Framing(table, base, _homes(table)).top()


@dataclass(slots=True)
class _Framing:
    """One graph being nested; `written` are the nodes that stand somewhere already."""

    rows: Rows
    base: str
    homes: dict[Term, list[Term]]
    written: set[Term] = field(default_factory=set)

    def top(self) -> Iterator[dict[str, object]]:
        """Yield the nodes that stand by themselves: those with statements first, then those that nobody holds."""
        order = sorted(self.rows, key=_text)
        held = {node for nodes in self.homes.values() for node in nodes} | self._nested()
        for node in [*(node for node in order if node not in held), *(node for node in order if node in held)]:
            if node not in self.written:
                yield self._node(node, frozenset(), home=None)

    def _nested(self) -> set[Term]:
        return {term for known in self.rows.values() for name in _NESTED for term in known.get(name, ())}

    def _node(self, node: Term, above: frozenset[Term], home: Term | None) -> dict[str, object]:
        self.written.add(node)
        known = self.rows[node]
        out: dict[str, object] = {"@id": self._id(node)}
        if TYPE in known:
            out["@type"] = _one([short(_text(kind)) for kind in sorted(known[TYPE], key=_text)])
        above |= {node}
        for name in sorted(known.keys() - {TYPE}, key=_text):
            terms = known[name] - ({home} if name == _HOME and home is not None else set())
            if terms:
                out[short(_text(name))] = _one([self._value(name, term, above) for term in sorted(terms, key=_text)])
        statements = [self._node(held, above, node) for held in self.homes.get(node, ()) if held not in above]
        return out | ({"statements": statements} if statements else {})

    def _value(self, name: Term, term: Term, above: frozenset[Term]) -> object:
        if name in _NESTED and term in self.rows and term not in above:
            return self._node(term, above, None)
        expected = types().get(_text(name))
        if isinstance(term, Literal):
            return _literal(term, expected)
        written = self._id(term)
        return written if expected == ID else {"@id": written}

    def _id(self, node: Term) -> str:
        return _id(node.value, self.base) if isinstance(node, NamedNode) else str(node)


def _id(iri: str, base: str) -> str:
    """Return an `@id`: relative to the base, a compact IRI, or the whole."""
    path = relative(iri, base)
    return compact(iri) if path is None else path


def _rows(quads: Iterable[Quad]) -> Rows:
    rows: dict[Term, dict[Term, set[Term]]] = {}
    for quad in quads:
        rows.setdefault(quad.subject, {}).setdefault(quad.predicate, set()).add(quad.object)
    return rows


def _homes(table: Rows) -> dict[Term, list[Term]]:
    homes: dict[Term, list[Term]] = {}
    for node in sorted(table, key=_text):
        for home in table[node].get(_HOME, ()):
            if home in table:
                homes.setdefault(home, []).append(node)
    return homes


def _literal(literal: Literal, expected: str | None) -> object:
    value, datatype = literal.value, literal.datatype.value
    if literal.language is not None:
        return {"@value": value, "@language": literal.language}
    if datatype == expected:
        return value
    if datatype in _NATIVE and expected is None and _NATIVE[datatype].fullmatch(value):
        return json.loads(value)
    if datatype == vocab.XSD + "string":
        return value if expected is None else {"@value": value}
    return {"@value": value, "@type": compact(datatype)}


def _one(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values


def _text(term: Term) -> str:
    return term.value if isinstance(term, (NamedNode, BlankNode)) else str(term)
