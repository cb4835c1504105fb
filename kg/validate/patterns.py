"""What a query can read from its focus node: its triple patterns, as steps from variable to variable.

A row needs all patterns of its group, so a triple that fits one pattern can only matter to the focus nodes that the
group's other patterns lead back to. Where a variable has several values in common with another, it is reached over all
of them together. Of a UNION each alternative is read by itself, beside the patterns around it; a sub-query starts from
its own `$this`. Where patterns hang together with `$this` by no variable, this cannot be told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from pyoxigraph import NamedNode
from rdflib import BNode, URIRef, Variable
from rdflib import paths as rdf_paths
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import ShapesError
from kg.validate.automaton import Track
from kg.validate.graphs import Node
from kg.validate.paths import Alternative, Differing, Path, Repeat, Sequence, Shared, Step
from kg.validate.queries import EXISTS, algebra, parts

_THIS = Variable("this")
_IRI = re.compile(r"URIRef\('([^']*)'\)")
_DECLARED = re.compile(r"PREFIX\s+([\w.-]*):\s*<([^>]*)>")
_NAMED = re.compile(r"<([^<>\s]*)>|([\w.-]*):([\w.-]+)")
_THROUGH = ("SelectQuery", "Project", "Distinct", "Reduced", "OrderBy", "Group")
_MOST = 32
"""Alternatives that are read of a query at most: each UNION multiplies those of another beside it."""


class UnreadableError(ShapesError):
    """A shape of which it cannot be told what it reads. Caught where footprints are made; never shown as an error."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The patterns that every row fits, and what is asked beside them: a pattern, and the group it joins with.

    `among` has the variables that can only have some nodes, `unlike` those that must differ. `apart` are the patterns
    of sub-queries.
    """

    triples: tuple[tuple[object, object, object], ...]
    beside: tuple[tuple[CompValue, "_Group"], ...]
    among: Mapping[object, frozenset[Node]]
    apart: tuple[CompValue, ...] = ()
    unlike: frozenset[frozenset[object]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """The states of variables, and of those that are values of another one: of which and by which property."""

    states: Mapping[object, int]
    values: Mapping[object, tuple[object, NamedNode]]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Adds patterns to what a shape reads. `ranks` says where in the query's text each IRI first stands."""

    track: Track
    ranks: Mapping[str, int]

    def read(self, part: CompValue, known: _Known) -> None:
        for group in _alternatives(part):
            self._connect(group, known)
            for inner, host in group.beside:
                self.read(inner, self._connect(host, known))
            for inner in group.apart:
                self.read(inner, _Known({_THIS: known.states[_THIS]}, {}))

    def _connect(self, group: _Group, known: _Known) -> _Known:
        """Add the patterns of a group, each from an end that is known; return what is known of all variables."""
        states, values, waiting = dict(known.states), dict(known.values), list(group.triples)
        differing = _differing(group)
        for one in differing.keys() & states.keys():
            states[one] = self.track.looking(states[one], differing[one])
        while waiting:
            ready = [triple for triple in waiting if triple[0] in states or triple[2] in states]
            if not ready:
                raise UnreadableError("patterns of its query are not connected with $this")
            found = min(ready, key=lambda triple: (triple[0] not in states, self._rank(triple[1])))
            waiting.sort(key=lambda triple: self._rank(triple[1]))
            if found[0] not in states and (alike := _alike(found[0], waiting, values, group.among)):
                states[found[0]] = self._come(found[0], self.track.looking(states[alike[0]], alike[1]), differing)
                continue
            waiting.remove(found)
            end, reached = self._add(found, states)
            if not isinstance(end, (Variable, BNode)) or end in states:
                continue
            states[end] = self._come(end, reached, differing)
            if end == found[2] and isinstance(found[1], URIRef):
                values[end] = (found[0], NamedNode(str(found[1])))
        return _Known(states, values)

    def _come(self, variable: object, state: int, differing: Mapping[object, Differing]) -> int:
        return self.track.looking(state, differing[variable]) if variable in differing else state

    def _add(self, triple: tuple[object, object, object], states: Mapping[object, int]) -> tuple[object, int]:
        subject, predicate, other = triple
        if subject in states:
            return other, self.track.path(states[subject], _path(predicate))
        return subject, self.track.path(states[other], _backwards(_path(predicate)))

    def _rank(self, predicate: object) -> int:
        named = [str(predicate)] if isinstance(predicate, URIRef) else _IRI.findall(repr(predicate))
        return min((self.ranks[iri] for iri in named if iri in self.ranks), default=len(self.ranks))


def read(text: str, focus: int, track: Track) -> None:
    """Add what a query can read from the state `focus`. Raises UnreadableError where that cannot be told.

    A variable is reached over one pattern. Forward ones come first, then those that the query names first, so that a
    query is best written with what tells its nodes apart at the start.
    """
    _Reader(track, _ranks(text)).read(algebra(text), _Known({_THIS: focus}, {}))


def _ranks(text: str) -> dict[str, int]:
    spaces = dict(_DECLARED.findall(text))
    found = [iri or spaces.get(prefix, "") + name for iri, prefix, name in _NAMED.findall(_DECLARED.sub("", text))]
    return {iri: place for place, iri in reversed(list(enumerate(found)))}


def _alike(
    subject: object,
    waiting: Iterable[tuple[object, object, object]],
    values: Mapping[object, tuple[object, NamedNode]],
    among: Mapping[object, frozenset[Node]],
) -> tuple[object, Shared] | None:
    """Return the variable with which an unknown one shares most values, and which, in their order; None below two."""
    pairs: dict[object, list[tuple[tuple[NamedNode, NamedNode], frozenset[Node] | None]]] = {}
    for one, predicate, other in waiting:
        if one == subject and other in values and isinstance(predicate, URIRef):
            owner, its = values[other]
            pairs.setdefault(owner, []).append(((its, NamedNode(str(predicate))), among.get(other)))
    owner, most = max(pairs.items(), key=lambda item: len(item[1]), default=(None, []))
    return (owner, Shared(*zip(*most, strict=True))) if len(most) > 1 else None


def _alternatives(part: CompValue) -> tuple[_Group, ...]:
    """Return the groups of patterns of which every row fits one."""
    match part.name:
        case "BGP":
            found: Iterable[_Group] = (_Group(tuple(part.triples), (), {}),)
        case "Join":
            rights = _alternatives(part.p2)
            found = (_both(left, right) for left in _alternatives(part.p1) for right in rights)
        case "Union":
            found = (*_alternatives(part.p1), *_alternatives(part.p2))
        case "LeftJoin":
            found = (_optional(part, left) for left in _alternatives(part.p1))
        case "Filter":
            found = (_filtered(inner, part.expr) for inner in _alternatives(part.p))
        case "Extend":
            found = (_looked(_renamed(inner, part), part.expr) for inner in _alternatives(part.p))
        case "AggregateJoin":
            found = (_looked(inner, part.A) for inner in _alternatives(part.p))
        case "ToMultiSet":
            found = (_apart(part.p),)
        case name if name in _THROUGH:
            found = _alternatives(part.p)
        case name:
            # Inside an aggregate the parser leaves a pattern as it is written.
            told = "EXISTS inside an aggregate" if name.startswith("GroupGraphPattern") else name
            raise UnreadableError(f"its query uses {told}")
    return _few(found)


def _few(groups: Iterable[_Group]) -> tuple[_Group, ...]:
    found = tuple(islice(groups, _MOST + 1))
    if len(found) > _MOST:
        raise UnreadableError(f"its query has more than {_MOST} alternatives")
    return found


def _optional(part: CompValue, left: _Group) -> _Group:
    joined = [asked for right in _alternatives(part.p2) for asked in _asked(part.expr, _both(left, right))]
    return replace(left, beside=(*left.beside, (part.p2, left), *joined))


def _renamed(inner: _Group, part: CompValue) -> _Group:
    """Return the patterns with a second name of a variable, `BIND(?one AS ?other)`, as a path without steps."""
    if isinstance(part.expr, Variable) and any(part.expr in (s, o) for s, _, o in inner.triples):
        return replace(inner, triples=(*inner.triples, (part.expr, rdf_paths.SequencePath(), part.var)))
    return inner


def _looked(inner: _Group, expression: object) -> _Group:
    return replace(inner, beside=(*inner.beside, *_asked(expression, inner)))


def _filtered(inner: _Group, expression: object) -> _Group:
    found = list(_conjuncts(expression))
    return replace(
        _looked(inner, expression),
        among={**inner.among, **dict(_among(found))},
        unlike=inner.unlike | frozenset(_unlike(found)),
    )


def _apart(part: CompValue | None) -> _Group:
    """Return a sub-query as a group without patterns of its own: what it reads from its `$this` is read apart.

    Its rows for one `$this` have to depend on no other's, so that it has to hand `$this` out and to group by it.
    """
    inside = list(parts(part, inside=False))
    if not inside or inside[0].name not in ("Project", "Distinct", "Reduced"):
        raise UnreadableError("its query uses VALUES or cuts a sub-query off")
    if any(_THIS not in found.PV for found in inside if found.name == "Project"):
        raise UnreadableError("its query has a sub-query that does not hand $this out")
    if any(_THIS not in (found.expr or ()) for found in inside if found.name == "Group"):
        raise UnreadableError("its query has a sub-query that counts over more than one $this")
    return _Group((), (), {}, (inside[0],))


def _both(left: _Group, right: _Group) -> _Group:
    return _Group(
        left.triples + right.triples,
        left.beside + right.beside,
        {**left.among, **right.among},
        left.apart + right.apart,
        left.unlike | right.unlike,
    )


def _conjuncts(expression: object) -> Iterator[CompValue]:
    """Yield the comparisons that must all hold for an expression to hold."""
    if not isinstance(expression, CompValue):
        return
    if expression.name == "ConditionalAndExpression":
        for one in (expression.expr, *expression.other):
            yield from _conjuncts(one)
    elif expression.name == "RelationalExpression" and isinstance(expression.expr, Variable):
        yield expression


def _among(found: Iterable[CompValue]) -> Iterator[tuple[object, frozenset[Node]]]:
    """Yield the variables that a filter allows some nodes alone for: `?class IN (ex:A, ex:B)`."""
    for one in found:
        if one.op == "IN" and all(isinstance(term, URIRef) for term in one.other):
            yield one.expr, frozenset(NamedNode(str(term)) for term in one.other)


def _unlike(found: Iterable[CompValue]) -> Iterator[frozenset[object]]:
    """Yield the pairs of variables that a filter allows no node alone for: `?one != ?other`."""
    return (frozenset((one.expr, one.other)) for one in found if one.op == "!=" and isinstance(one.other, Variable))


def _differing(group: _Group) -> Mapping[object, Differing]:
    """Return the variables that must have two values which differ, and of which properties; of several the last."""
    found: dict[object, Differing] = {}
    named = [triple for triple in group.triples if isinstance(triple[1], URIRef)] if group.unlike else []
    for (subject, one, value), (other_subject, other, other_value) in product(named, named):
        if subject == other_subject and frozenset((value, other_value)) in group.unlike:
            found[subject] = Differing(NamedNode(str(one)), NamedNode(str(other)))
    return found


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
