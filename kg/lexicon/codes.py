"""The SKOS code lists of `ontology/codes/*.ttl`: measures, modes, bounds, stances, scopes, units, cues.

Each concept has one `skos:notation` (the code the model and the rows use) and words: `skos:prefLabel`,
`skos:altLabel` (words that
trigger it) and `skos:hiddenLabel` (words that trigger it but are never shown).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg import resources, vocab
from kg.errors import KgError
from kg.garbage import uncollected
from kg.lexicon.overlay import chosen, concepts
from kg.lexicon.overlay.statements import Statement


@dataclass(frozen=True, slots=True)
class Concept:
    """One code.

    `facts` holds every other property by local name (or full IRI outside kg:), values sorted as strings.
    """

    iri: str
    code: str
    scheme: str
    label: str
    words: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]


_OWN = frozenset(
    vocab.SKOS + name for name in ("notation", "prefLabel", "altLabel", "hiddenLabel", "broader", "inScheme")
)


@cache
def scheme(name: str) -> Mapping[str, Concept]:
    """Return the concepts of the scheme `v:NAME` by their code, in order of code.

    Raises KgError for an unknown scheme.
    """
    found = schemes().get(name)
    if found is None:
        raise KgError(f"no code list '{name}' in ontology/codes: there are {', '.join(sorted(schemes()))}")
    return found


@cache
def schemes() -> Mapping[str, Mapping[str, Concept]]:
    """Return every code list by name, with the concepts of a user's own vocabulary.

    Raises KgError where that does not fit.
    """
    with uncollected():
        return read(resources.files("ontology", "codes/*.ttl"), chosen.current().concepts)


def read(paths: tuple[Path, ...], own: Sequence[Statement] = ()) -> Mapping[str, Mapping[str, Concept]]:
    """Return scheme name -> code -> Concept from Turtle files, with what a user's `own` vocabulary adds.

    Raises KgError for a concept without one notation, VocabularyError where the user's does not fit the files.
    """
    store = Store()
    for path in paths:
        try:
            store.load(path=str(path), format=RdfFormat.TURTLE)
        except (SyntaxError, OSError) as problem:
            raise KgError(f"the code list {path.name} cannot be read: {problem}") from problem
    if own:
        concepts.check(own, _schemes(store))
        store.extend(Quad(NamedNode(one.subject), NamedNode(one.predicate), one.term) for one in own)
    return _schemes(store)


def _schemes(store: Store) -> Mapping[str, Mapping[str, Concept]]:
    schemes: dict[str, dict[str, Concept]] = {}
    members = store.quads_for_pattern(None, NamedNode(vocab.SKOS + "inScheme"), None)
    for subject, home in sorted((str(q.subject)[1:-1], str(q.object)[1:-1]) for q in members):
        concept = _concept(store, subject, home.removeprefix(vocab.CODES))
        known = schemes.setdefault(concept.scheme, {})
        if concept.code in known:
            raise KgError(f"the code '{concept.code}' stands twice in the code list '{concept.scheme}'")
        known[concept.code] = concept
    return {name: MappingProxyType(dict(sorted(codes.items()))) for name, codes in sorted(schemes.items())}


def _concept(store: Store, iri: str, scheme_name: str) -> Concept:
    values: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(NamedNode(iri), None, None):
        term = quad.object
        text = term.value if isinstance(term, (Literal, NamedNode)) else str(term)
        values.setdefault(quad.predicate.value, []).append(text)
    get = {key: tuple(sorted(texts)) for key, texts in values.items()}
    notations = get.get(vocab.SKOS + "notation", ())
    if len(notations) != 1:
        raise KgError(f"the concept {iri} needs exactly one skos:notation, it has {len(notations)}")
    facts = {key.removeprefix(vocab.KG): texts for key, texts in sorted(get.items()) if key not in _OWN}
    return Concept(
        iri=iri,
        code=notations[0],
        scheme=scheme_name,
        label=next(iter(get.get(vocab.SKOS + "prefLabel", (notations[0],)))),
        words=get.get(vocab.SKOS + "altLabel", ()),
        hidden=get.get(vocab.SKOS + "hiddenLabel", ()),
        broader=get.get(vocab.SKOS + "broader", ()),
        facts=MappingProxyType(facts),
    )
