"""What a query can read from its focus node: its triple patterns, as steps from variable to variable.

A row needs all patterns of its group, so a triple that fits one pattern can only matter to the focus nodes that the
group's other patterns lead back to. Where patterns hang together with `$this` by no variable, or where a row need not
fit them all (UNION, MINUS, VALUES, sub-queries), this cannot be told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rdflib import BNode, URIRef, Variable
from rdflib import paths as rdf_paths
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import ShapesError
from kg.validate.automaton import Automaton
from kg.validate.paths import Alternative, Path, Repeat, Sequence, Step
from kg.validate.queries import EXISTS, algebra, parts

_THIS = Variable("this")
_IRI = re.compile(r"URIRef\('([^']*)'\)")
_DECLARED = re.compile(r"PREFIX\s+([\w.-]*):\s*<([^>]*)>")
_NAMED = re.compile(r"<([^<>\s]*)>|([\w.-]*):([\w.-]+)")
_THROUGH = ("SelectQuery", "Project", "Distinct", "Reduced", "OrderBy", "AggregateJoin", "Group")


class UnreadableError(ShapesError):
    """A shape of which it cannot be told what it reads. Caught where footprints are made; never shown as an error."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The patterns that every row fits, and what is asked beside them: a pattern, and the group it joins with."""

    triples: tuple[tuple[object, object, object], ...]
    beside: tuple[tuple[CompValue, "_Group"], ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Adds patterns to an automaton. `ranks` says where in the query's text each IRI first stands."""

    automaton: Automaton
    ranks: Mapping[str, int]

    def read(self, part: CompValue, known: Mapping[object, int]) -> None:
        group = _group(part)
        self._connect(group, known)
        for inner, host in group.beside:
            self.read(inner, self._connect(host, known))

    def _connect(self, group: _Group, known: Mapping[object, int]) -> dict[object, int]:
        """Add the patterns of a group, each from an end that is known; return the states of all known variables."""
        states, waiting = dict(known), list(group.triples)
        while waiting:
            ready = [triple for triple in waiting if triple[0] in states or triple[2] in states]
            if not ready:
                raise UnreadableError("patterns of its query are not connected with $this")
            found = min(ready, key=lambda triple: (triple[0] not in states, self._rank(triple[1])))
            waiting.remove(found)
            end, reached = self._add(found, states)
            if isinstance(end, (Variable, BNode)):
                states.setdefault(end, reached)
        return states

    def _add(self, triple: tuple[object, object, object], states: Mapping[object, int]) -> tuple[object, int]:
        subject, predicate, other = triple
        if subject in states:
            return other, self.automaton.path(states[subject], _path(predicate))
        return subject, self.automaton.path(states[other], _backwards(_path(predicate)))

    def _rank(self, predicate: object) -> int:
        named = [str(predicate)] if isinstance(predicate, URIRef) else _IRI.findall(repr(predicate))
        return min((self.ranks[iri] for iri in named if iri in self.ranks), default=len(self.ranks))


def read(text: str, focus: int, automaton: Automaton) -> None:
    """Add what a query can read from the state `focus`. Raises UnreadableError where that cannot be told.

    A variable is reached over one pattern. Forward ones come first, then those that the query names first, so that a
    query is best written with what tells its nodes apart at the start.
    """
    _Reader(automaton, _ranks(text)).read(algebra(text), {_THIS: focus})


def _ranks(text: str) -> dict[str, int]:
    spaces = dict(_DECLARED.findall(text))
    found = [iri or spaces.get(prefix, "") + name for iri, prefix, name in _NAMED.findall(_DECLARED.sub("", text))]
    return {iri: place for place, iri in reversed(list(enumerate(found)))}


def _group(part: CompValue) -> _Group:
    name = part.name
    if name in _THROUGH:
        return _group(part.p)
    if name == "BGP":
        return _Group(tuple(part.triples), ())
    if name == "Join":
        return _both(_group(part.p1), _group(part.p2))
    if name == "LeftJoin":
        left, right = _group(part.p1), _group(part.p2)
        return _Group(left.triples, (*left.beside, (part.p2, left), *_asked(part.expr, _both(left, right))))
    if name in ("Filter", "Extend"):
        inner = _group(part.p)
        return _Group(inner.triples, (*inner.beside, *_asked(part.expr, inner)))
    raise UnreadableError(f"its query uses {name}")


def _both(left: _Group, right: _Group) -> _Group:
    return _Group(left.triples + right.triples, left.beside + right.beside)


def _asked(expression: object, host: _Group) -> tuple[tuple[CompValue, _Group], ...]:
    return tuple((found.graph, host) for found in parts(expression, inside=False) if found.name in EXISTS)


def _path(predicate: object) -> Path:
    if isinstance(predicate, URIRef):
        return Step(NamedNode(str(predicate)))
    if isinstance(predicate, Variable):
        return Step(None)
    if isinstance(predicate, rdf_paths.Path):
        return _compound(predicate)
    raise UnreadableError("its query uses a predicate that is not known")


def _compound(path: rdf_paths.Path) -> Path:
    match path:
        case rdf_paths.InvPath():
            return _backwards(_path(path.arg))
        case rdf_paths.SequencePath():
            return Sequence(tuple(_path(arg) for arg in path.args))
        case rdf_paths.AlternativePath():
            return Alternative(tuple(_path(arg) for arg in path.args))
        case rdf_paths.MulPath():
            return Repeat(_path(path.path), str(path.mod))
    # What is left is a negated set, which any predicate may fit, either way.
    return Alternative((Step(None), Step(None, inverse=True)))


def _backwards(path: Path) -> Path:
    match path:
        case Step(predicate, inverse, excluded):
            return Step(predicate, not inverse, excluded)
        case Sequence(parts_):
            return Sequence(tuple(_backwards(part) for part in reversed(parts_)))
        case Alternative(parts_):
            return Alternative(tuple(_backwards(part) for part in parts_))
        case Repeat(part, sign):
            return Repeat(_backwards(part), sign)
