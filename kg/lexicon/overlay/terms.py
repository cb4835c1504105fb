"""Terms as messages name them, and what the ontology declares of the properties that a vocabulary may use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg import resources, vocab
from kg.errors import VocabularyError

LABELS = (
    vocab.SKOS + "prefLabel",
    vocab.SKOS + "altLabel",
    vocab.SKOS + "hiddenLabel",
    vocab.KG + "ambiguousLabel",
)
_NAMING = frozenset({"prefLabel", "altLabel", "hiddenLabel", "notation", "broader", "inScheme"})
_NOTES = frozenset({"definition", "note", "scopeNote", "example", "editorialNote", "changeNote", "historyNote"})
_SKOS = _NAMING | _NOTES | {"exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"}
_FORMS = {
    vocab.XSD + "gMonth": re.compile(r"--(0[1-9]|1[0-2])", re.ASCII),
    vocab.XSD + "boolean": re.compile(r"true|false"),
    vocab.XSD + "integer": re.compile(r"[+-]?\d+", re.ASCII),
    vocab.XSD + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """The properties of kg's ontology: which lead to things, and the datatypes of others; and its own concepts."""

    links: frozenset[str]
    texts: frozenset[str]
    ranges: Mapping[str, str] = field(default_factory=dict)


def called(iri: str) -> str:
    """Return an IRI as a person writes it: with one of kg's prefixes, else in angle brackets."""
    for prefix, space in vocab.PREFIXES.items():
        name = iri.removeprefix(space)
        if name != iri and re.fullmatch(r"[\w.-]+", name):
            return f"{prefix}:{name}"
    return f"<{iri}>"


def alternatives(wanted: str, known: Iterable[str]) -> str:
    """Return what somebody may have meant by a word that is not known: the nearest ones, else all of them."""
    listed = sorted(known)
    near = get_close_matches(wanted, listed, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(listed)}"


@cache
def declared() -> Declared:
    """Return what the ontology declares."""
    kinds: dict[str, set[str]] = {vocab.OWL + "ObjectProperty": set(), vocab.OWL + "DatatypeProperty": set()}
    ranges: dict[str, str] = {}
    for path in resources.files("ontology", "kg.ttl"):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                kinds.get(quad.object.value, set()).add(quad.subject.value)
                if quad.predicate.value == vocab.RDFS + "range":
                    ranges[quad.subject.value] = quad.object.value
    links, texts = (frozenset(found) for found in kinds.values())
    return Declared(links, texts, ranges)


def check_property(place: str, subject: str, predicate: str, term: Literal | NamedNode) -> None:
    """Raise VocabularyError for a property of kg or SKOS that is none, and for a value of the wrong kind.

    A misspelt property would be read by nobody. Properties of other vocabularies are anybody's affair.
    """
    known = declared()
    about = f"{place}: {called(subject)}"
    if predicate.startswith(vocab.KG) and predicate not in known.links | known.texts:
        near = alternatives(predicate.removeprefix(vocab.KG), (iri.removeprefix(vocab.KG) for iri in known.texts))
        raise VocabularyError(f"{about} has {called(predicate)}, which is no property" + _near(near))
    if predicate.startswith(vocab.SKOS) and predicate.removeprefix(vocab.SKOS) not in _SKOS:
        near = alternatives(predicate.removeprefix(vocab.SKOS), _SKOS)
        raise VocabularyError(f"{about} has {called(predicate)}, which is no property kg knows of SKOS" + _near(near))
    if predicate in known.links and isinstance(term, Literal):
        raise VocabularyError(f"{about}: {called(predicate)} leads to a thing: write its IRI instead of '{term.value}'")
    if predicate in known.texts and not isinstance(term, Literal):
        raise VocabularyError(
            f"{about}: {called(predicate)} is a text: write it in quotes instead of {called(term.value)}"
        )
    form = _FORMS.get(known.ranges.get(predicate, ""))
    if form and not form.fullmatch(term.value):
        kind = known.ranges[predicate].removeprefix(vocab.XSD)
        raise VocabularyError(f"{about}: {called(predicate)} cannot be '{term.value}': it is an xsd:{kind}")


def _near(hint: str) -> str:
    return f": {hint}" if hint.startswith("did you mean") else ""
