"""Things that only texts know: which there are, and what is told of each, read from these things on.

A thing of the registry has its slug below the base, any other its class and its name (`organization/kestrin`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.analysis.quoting import LOOKED_AT, Quoted, quotes
from kg.lexicon.names import registry
from kg.rdf.folding import folded
from kg.rdf.iris import BROADER, narrowest
from kg.rdf.terms import TYPE, kg, oa, prov, rdf, schema, skos
from kg.store.protocol import Store

_FIGURE = frozenset(map(kg, ("subject", "object", "scope")))
_RELATION = frozenset(map(rdf, ("subject", "object")))
_LABELS = ("prefLabel", "altLabel")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name. `id` is what follows the base in its IRI, `labels` are all its names, sorted."""

    id: str
    name: str
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    known: bool = True
    """Whether the registry has it."""

    @property
    def family(self) -> str:
        """The broad class within which things may be the same."""
        return min(BROADER.get(kind, kind) for kind in self.kinds)

    @property
    def kind(self) -> str:
        """The classes in one text."""
        return ", ".join(self.kinds)

    @property
    def described(self) -> bool:
        """Whether its words describe it rather than name it: the last one has no capital ("Chinese chipmakers")."""
        last = self.name.split()[-1:]
        return all(word.isalpha() and word == word.lower() != word.upper() for word in last)


@dataclass(frozen=True, slots=True)
class Unregistered:
    """A thing that only texts know: how many passages and figures name it, in which documents, and a passage as quote.

    `documents` are paths, with the part of an aggregated file; the first is the one of the quote.
    """

    thing: Named
    documents: tuple[str, ...] = ()
    mentions: int = 0
    figures: int = 0
    quote: str = ""

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much hangs on it: passages, figures and documents."""
        return self.mentions, self.figures, len(self.documents)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of things, by IRI: claims with a figure, passages and answers, and documents they publish."""

    figures: Mapping[str, set[str]]
    statements: Mapping[str, set[str]]
    published: Mapping[str, set[str]]


def unregistered(store: Store) -> tuple[Unregistered, ...]:
    """Return the things of a store that the registry lacks, those in most documents first."""
    things = {store.base + one.id: one for one in _stored(store, _labels(store)) if not one.known}
    told = _told(store, things)
    within = _within(store, {node for listed in told.statements.values() for node in listed})
    documents = {
        iri: {within[node] for node in told.statements.get(iri, ()) if node in within} | told.published.get(iri, set())
        for iri in things
    }
    names = {iri: thing.name for iri, thing in things.items()}
    places = _places(store, {document for listed in documents.values() for document in listed})
    quoted = quotes(store, names, _passages(store, told, within), documents, places)
    found = []
    for iri, thing in things.items():
        home, quote = quoted.get(iri, ("", ""))
        paths = [
            places.get(one, "")
            for one in sorted(documents[iri], key=lambda one: (one != home, places.get(one, ""), one))
        ]
        counts = len(told.statements.get(iri, ())), len(told.figures.get(iri, ()))
        found.append(Unregistered(thing, tuple(paths), *counts, quote))
    return tuple(sorted(found, key=lambda one: (-len(one.documents), -one.mentions, one.thing.name, one.thing.id)))


def known_by_now(thing: Named) -> bool:
    """Tell whether the registry has the name of a thing that texts told before it had: reading them again links it."""
    return thing.name in _sure_names()


@cache
def _sure_names() -> frozenset[str]:
    return frozenset(label.text for label in registry().labels if label.kind == "safe")


def registered(store: Store) -> tuple[Named, ...]:
    """Return the things of the registry, with the labels that it and the store have for them, by slug.

    Without misspellings: what is like one of these may be the right name of something else.
    """
    lexicon = registry()
    labels: dict[str, set[str]] = defaultdict(set)
    for label in lexicon.labels:
        if label.kind != "hidden":
            labels[label.slug].add(label.text)
    for iri, listed in _labels(store).items():
        slug = unquote(iri.removeprefix(store.base))
        if slug in lexicon.entities:
            labels[slug].update(label for label, _ in listed)
    return tuple(
        Named(slug, one.name, (one.kind,), tuple(sorted(labels[slug] | {one.name})))
        for slug, one in sorted(lexicon.entities.items())
    )


def _labels(store: Store) -> Mapping[str, set[tuple[str, bool]]]:
    """Return the labels of everything that has any, each with whether it is a preferred one."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for name in _LABELS:
        for thing, _, label in store.match(None, skos(name), None):
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                found[thing.value].add((label.value, name == _LABELS[0]))
    return found


def _stored(store: Store, labels: Mapping[str, set[tuple[str, bool]]]) -> Iterator[Named]:
    """Yield the things that the IRIs of a store tell from those of the registry, by IRI."""
    apart = sorted(iri for iri in labels if iri.startswith(store.base) and iri.count("/", len(store.base)) == 1)
    kinds = _values(store, apart, TYPE)
    for iri in apart:
        tail = iri.removeprefix(store.base)
        told = {kind.removeprefix(vocab.KG) for kind in kinds.get(iri, ()) if kind.startswith(vocab.KG)}
        preferred = sorted(label for label, first in labels[iri] if first)
        if preferred and any(folded(BROADER.get(kind, kind)) == tail.partition("/")[0] for kind in told):
            every = tuple(sorted({label for label, _ in labels[iri]}))
            yield Named(tail, preferred[0], narrowest(told), every, known=False)


def _told(store: Store, things: Iterable[str]) -> _Told:
    pointing: dict[NamedNode, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for s, p, o in store.around(map(NamedNode, sorted(things)), None, inverse=True):
        if isinstance(s, NamedNode) and isinstance(o, NamedNode):
            pointing[p][s.value].add(o.value)
    statements: dict[str, set[str]] = defaultdict(set)
    figures = _joined(pointing[name] for name in _FIGURE)
    claims = _joined(pointing[name] for name in (*_FIGURE, *_RELATION))
    for claim, mention in _having(store, claims, kg("states")):
        for thing in claims[claim]:
            statements[thing].add(mention)
    steps = pointing[prov("agent")]
    for step, statement in _ends(store, steps):
        for thing in steps[step]:
            statements[thing].add(statement)
    for thing, listed in _turned(pointing[kg("responder")]).items():
        statements[thing].update(listed)
    documents = {s: listed for s, listed in pointing[schema("publisher")].items() if s.startswith(store.base + "doc/")}
    return _Told(_turned(figures), statements, _turned(documents))


def _joined(listed: Iterable[Mapping[str, set[str]]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in listed:
        for node, values in one.items():
            found[node] |= values
    return found


def _turned(listed: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for node, values in listed.items():
        for value in values:
            found[value].add(node)
    return found


def _ends(store: Store, steps: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each step of a chain with the passage or answer that its chain starts at."""
    below = {step: {step} for step in steps}
    seen: set[tuple[str, str]] = set()
    while below:
        for step, statement in _having(store, below, kg("via")):
            yield from ((first, statement) for first in below[step])
        above: dict[str, set[str]] = defaultdict(set)
        for step, citing in _having(store, below, kg("citing")):
            above[citing].update(first for first in below[step] if (first, citing) not in seen)
        seen.update((first, citing) for citing, listed in above.items() for first in listed)
        below = {citing: listed for citing, listed in above.items() if listed}


def _passages(store: Store, told: _Told, within: Mapping[str, str]) -> Mapping[str, list[Quoted]]:
    """Return some passages and answers that tell of each thing, with their documents."""
    first = {iri: sorted(listed)[:LOOKED_AT] for iri, listed in told.statements.items()}
    words = _values(store, {node for listed in first.values() for node in listed}, oa("exact"))
    return {
        iri: [(within.get(node, ""), min(words[node])) for node in listed if node in words]
        for iri, listed in first.items()
    }


def _places(store: Store, documents: Iterable[str]) -> Mapping[str, str]:
    """Return where documents were read from: the path, and the part of an aggregated file."""
    listed = sorted(documents)
    paths, parts = _values(store, listed, kg("path")), _values(store, listed, kg("part"))
    return {
        document: min(found) + (f" [{min(parts[document])}]" if document in parts else "")
        for document, found in paths.items()
    }


def _within(store: Store, statements: Iterable[str]) -> Mapping[str, str]:
    return {node: min(documents) for node, documents in _values(store, statements, kg("inDocument")).items()}


def _having(store: Store, listed: Iterable[str], name: NamedNode) -> Iterator[tuple[str, str]]:
    """Yield each of some nodes with each node that has it as a value of a property."""
    for s, _, o in store.around(map(NamedNode, sorted(listed)), name, inverse=True):
        if isinstance(s, NamedNode) and isinstance(o, NamedNode):
            yield o.value, s.value


def _values(store: Store, listed: Iterable[str], name: NamedNode) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for s, _, o in store.around(map(NamedNode, sorted(listed)), name, inverse=False):
        if isinstance(s, NamedNode) and isinstance(o, (NamedNode, Literal)):
            found[s.value].add(o.value)
    return found
