"""The entities of `ontology/registry/*.ttl`: their names, and what is known of them.

The registry, with the names of a user's own vocabulary, is read once and never changes. Facts are kept by the local
name of their property: a fact that links to another entity has that entity's slug as its value, any other has its text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg import resources, vocab
from kg.errors import KgError
from kg.garbage import uncollected
from kg.lexicon.matcher import folded
from kg.lexicon.overlay import chosen
from kg.lexicon.overlay import entities as entities_of_own
from kg.lexicon.overlay.statements import Statement
from kg.model import Entity

_LABELS = {
    vocab.SKOS + "prefLabel": "safe",
    vocab.SKOS + "altLabel": "safe",
    vocab.KG + "ambiguousLabel": "ambiguous",
    vocab.SKOS + "hiddenLabel": "hidden",
}
_TYPE = vocab.RDF + "type"
_PREFERRED = vocab.SKOS + "prefLabel"


class Label(NamedTuple):
    """One way to print an entity's name. `kind`: safe, ambiguous (needs context), hidden (a misspelling)."""

    text: str
    slug: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The names and facts of all registered entities; two lexicons are equal only if they are the same object."""

    entities: Mapping[str, Entity]
    labels: tuple[Label, ...]
    facts: Mapping[str, Mapping[str, tuple[str, ...]]]
    holders: Mapping[tuple[str, str], tuple[str, ...]]
    """(property, value) -> the slugs of the entities that have it."""

    def fact(self, entity: Entity | None, name: str) -> tuple[str, ...]:
        """Return the values of one property of a registered entity, sorted; none for an entity the registry lacks."""
        if entity is None or entity.slug is None:
            return ()
        return self.facts.get(entity.slug, {}).get(name, ())

    def related(self, entity: Entity | None, name: str) -> tuple[Entity, ...]:
        """Return the entities that a property of `entity` links to."""
        return tuple(self.entities[slug] for slug in self.fact(entity, name) if slug in self.entities)

    def having(self, name: str, value: Entity | str) -> tuple[Entity, ...]:
        """Return the entities that have `value` (an entity or a text) under the property `name`."""
        key = value if isinstance(value, str) else value.slug
        return tuple(self.entities[slug] for slug in self.holders.get((name, key or ""), ()))

    def places(self, entity: Entity) -> frozenset[str]:
        """Return the slugs of the places an entity lies in, however indirectly; a place lies in itself."""
        return _places(self, entity)

    def around(self, place: str) -> frozenset[str]:
        """Return the slugs of the places that the place with this slug lies in, however indirectly, without itself."""
        return _within(self, place) - {place}


@lru_cache(maxsize=4096)
def _places(lexicon: Lexicon, entity: Entity) -> frozenset[str]:
    own = [entity.slug] if entity.kind == "Place" and entity.slug else lexicon.fact(entity, "basedIn")
    return frozenset().union(*(_within(lexicon, slug) for slug in own))


@lru_cache(maxsize=4096)
def _within(lexicon: Lexicon, place: str) -> frozenset[str]:
    found: set[str] = set()
    queue = [place]
    while queue:
        slug = queue.pop()
        if slug not in found:
            found.add(slug)
            queue.extend(lexicon.facts.get(slug, {}).get("within", ()))
    return frozenset(found)


@cache
def registry() -> Lexicon:
    """Return the lexicon of the registry that comes with kg and of the user's own vocabulary.

    Raises KgError where a file cannot be read or does not fit.
    """
    with uncollected():
        return read(resources.files("ontology", "registry/*.ttl"), chosen.current().entities)


def read(paths: Iterable[Path], own: Sequence[Statement] = ()) -> Lexicon:
    """Return the lexicon of these Turtle files and of what a user's `own` vocabulary adds to them.

    Raises KgError naming the file or the entity that is malformed, VocabularyError where the user's does not fit.
    """
    values: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        _collect(path, values)
    if own:
        entities_of_own.check(own, values)
        for one in own:
            _note(values, one.subject, one.predicate, one.term)
    described = {slug: known for slug, known in sorted(values.items()) if _PREFERRED in known or _TYPE in known}
    entities = {slug: _entity(slug, known) for slug, known in described.items()}
    labels = [label for slug, known in described.items() for label in _labels(slug, known)]
    if own:
        entities_of_own.check_names(own, ((entity.name, slug) for slug, entity in entities.items()))
        entities_of_own.check_labels(own, labels)
    facts = {slug: _facts(known) for slug, known in sorted(values.items())}
    return Lexicon(
        entities=MappingProxyType(entities),
        labels=tuple(sorted(labels)),
        facts=MappingProxyType(facts),
        holders=_holders(facts, entities),
    )


def _collect(path: Path, values: dict[str, dict[str, list[str]]]) -> None:
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, term = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(term, (Literal, NamedNode)):
                raise KgError(f"the registry file {path.name} has a node without a name: give it an IRI")
            _note(values, subject.value, quad.predicate.value, term)
    except (SyntaxError, OSError) as problem:
        raise KgError(f"the registry file {path.name} cannot be read: {problem}") from problem


def _note(values: dict[str, dict[str, list[str]]], subject: str, predicate: str, term: Literal | NamedNode) -> None:
    texts = values.setdefault(subject.removeprefix(vocab.DATA), {}).setdefault(predicate, [])
    texts.append(term.value.removeprefix(vocab.DATA))


def _entity(slug: str, known: Mapping[str, list[str]]) -> Entity:
    names, kinds = sorted(set(known.get(_PREFERRED, ()))), sorted(set(known.get(_TYPE, ())))
    if len(names) != 1 or len(kinds) != 1:
        raise KgError(f"the registry's '{slug}' needs one class and one skos:prefLabel: it has {kinds} and {names}")
    return Entity(name=names[0], kind=kinds[0].removeprefix(vocab.KG), slug=slug)


def _labels(slug: str, known: Mapping[str, list[str]]) -> Iterable[Label]:
    doubtful = {folded(text) for text in known.get(vocab.KG + "ambiguousLabel", ())}
    for name, kind in _LABELS.items():
        for text in sorted(set(known.get(name, ()))):
            if kind != "safe" or not doubtful or folded(text) not in doubtful:
                yield Label(text, slug, kind)


def _facts(known: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {
            name.removeprefix(vocab.KG).removeprefix(vocab.SCHEMA): tuple(sorted(set(texts)))
            for name, texts in sorted(known.items())
            if name not in _LABELS and name != _TYPE
        }
    )


def _holders(
    facts: Mapping[str, Mapping[str, tuple[str, ...]]], entities: Mapping[str, Entity]
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for slug, known in facts.items():
        for name, texts in known.items():
            for text in texts if slug in entities else ():
                found.setdefault((name, text), []).append(slug)
    return MappingProxyType({key: tuple(sorted(slugs)) for key, slugs in sorted(found.items())})
