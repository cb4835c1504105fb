"""Turtle for readers and diffs: one block a subject, one line a predicate, everything in order.

Subjects, predicates and objects are sorted by IRI and value, a subject's class comes first, prefixes only where they
are used. Data IRIs with a path stand relative to `@base`. Literals keep their lexical form.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from pyoxigraph import Quad

from kg import vocab
from kg.rdf.iris import relative
from kg.rdf.terms import TYPE

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {
    vocab.XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    vocab.XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    vocab.XSD + "boolean": re.compile(r"true|false"),
}
"""Literals that Turtle writes without quotes, so that their lexical form is kept."""
_TYPE = str(TYPE)
_REMEMBERED = 10_000
"""IRIs that are kept as they are written."""


def turtle(quads: Iterable[Quad], base: str = vocab.DATA) -> bytes:
    """Return the triples of all graphs together as Turtle; a triple in two graphs comes once."""
    names = Names(base)
    body = "\n".join(block for _, block in sorted(blocks(_lines(quads), names)))
    return (names.header() + body).encode()


@dataclass(slots=True)
class Names:
    """How IRIs are written in one file, and which prefixes that took. Terms are given as N-Triples writes them."""

    base: str
    used: set[str] = field(default_factory=set)
    _known: dict[str, str] = field(default_factory=dict)

    def header(self) -> str:
        """Return the lines that declare what was used."""
        spaces = vocab.PREFIXES | {"e": self.base}
        lines = [f"@base <{self.base}> ."] if "" in self.used else []
        lines += [f"@prefix {name}: <{spaces[name]}> ." for name in sorted(self.used - {""})]
        return "".join(line + "\n" for line in lines) + ("\n" if lines else "")

    def term(self, term: str) -> str:
        """Return a term as Turtle writes it."""
        if term.startswith("<"):
            written = self._known.get(term)
            if written is None:
                if len(self._known) > _REMEMBERED:
                    self._known.clear()
                written = self._known[term] = self._iri(term[1:-1])
            return written
        return self._literal(term) if term.startswith('"') else term

    def _iri(self, iri: str) -> str:
        for prefix, space in (vocab.PREFIXES | {"e": self.base}).items():
            if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(space) :]}"
        if (path := relative(iri, self.base)) is not None:
            self.used.add("")
            return f"<{path}>"
        return f"<{iri}>"

    def _literal(self, literal: str) -> str:
        value, typed, datatype = literal.rpartition('"^^')
        if not typed or not datatype.startswith("<"):
            return literal
        bare = _BARE.get(datatype[1:-1])
        if bare is not None and bare.fullmatch(value, 1):
            return value[1:]
        return f'{value}"^^{self.term(datatype)}'


def blocks(lines: Iterable[str], names: Names, margin: str = "") -> Iterator[tuple[str, str]]:
    """Yield each subject, as what it is sorted by, with its block of Turtle.

    `lines` are distinct triples as N-Triples writes them, without the dot, a subject's together.
    """
    for subject, group in groupby(map(_split, lines), key=_first):
        listed: dict[str, list[str]] = {}
        for _, predicate, value in group:
            listed.setdefault(predicate, []).append(value)
        rows = [
            f"{'a' if predicate == _TYPE else names.term(predicate)} {_objects(listed[predicate], names)}"
            for predicate in sorted(listed, key=_class_first)
        ]
        yield _order(subject), f"{margin}{names.term(subject)} " + f" ;\n{margin}  ".join(rows) + " .\n"


def _lines(quads: Iterable[Quad]) -> list[str]:
    return sorted({f"{quad.subject} {quad.predicate} {quad.object}" for quad in quads})


def _split(line: str) -> list[str]:
    return line.split(" ", 2)


def _first(terms: list[str]) -> str:
    return terms[0]


def _objects(objects: list[str], names: Names) -> str:
    if len(objects) == 1:
        return names.term(objects[0])
    return ", ".join(names.term(term) for term in sorted(objects, key=_order))


def _class_first(predicate: str) -> str:
    return "" if predicate == _TYPE else _order(predicate)


def _order(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term
