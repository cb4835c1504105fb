"""The JSON-LD context: short names for the terms that kg writes, with the datatypes that need not be repeated."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import resources, vocab

ID = "@id"
DECIMAL = vocab.XSD + "decimal"
_FOREIGN = {
    vocab.SCHEMA: "author creditText currency datePublished endDate headline maxValue minValue name publisher "
    "startDate text unitText url value",
    vocab.SKOS: "prefLabel altLabel hiddenLabel",
    vocab.OA: "exact start end",
    vocab.PROV: "agent",
}
"""Terms of other vocabularies that kg writes; none has the name of a term of its own."""
_TYPES = {
    vocab.SCHEMA + "publisher": ID,
    vocab.PROV + "agent": ID,
    vocab.RDF + "subject": ID,
    vocab.RDF + "predicate": ID,
    vocab.RDF + "object": ID,
    vocab.SCHEMA + "value": DECIMAL,
    vocab.SCHEMA + "minValue": DECIMAL,
    vocab.SCHEMA + "maxValue": DECIMAL,
    vocab.SCHEMA + "datePublished": vocab.XSD + "date",
    vocab.SCHEMA + "url": vocab.XSD + "anyURI",
}


@cache
def names() -> Mapping[str, str]:
    """Return the IRI of each foreign term -> its short name; kg's own terms are short by `@vocab`."""
    return MappingProxyType({space + name: name for space, known in _FOREIGN.items() for name in known.split()})


@cache
def types() -> Mapping[str, str]:
    """Return the IRI of each property -> `@id` if its values are nodes, else the datatype that goes without saying."""
    links = NamedNode(vocab.OWL + "ObjectProperty")
    decimals = NamedNode(DECIMAL)
    known = dict(_TYPES)
    for path in resources.files("ontology", "kg.ttl"):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and quad.object in (links, decimals):
                known[quad.subject.value] = ID if quad.object == links else DECIMAL
    return MappingProxyType(known)


def context(base: str) -> dict[str, object]:
    """Return the context; it is the same for every file of one base."""
    prefixes = {name: space for name, space in vocab.PREFIXES.items() if name not in ("e", "sh", "vann", "owl", "rdfs")}
    terms: dict[str, object] = {name: iri for iri, name in names().items()}
    for iri, datatype in types().items():
        terms[short(iri)] = {"@id": iri, "@type": datatype}
    terms["statements"] = {"@reverse": vocab.KG + "inDocument"}
    return {"@base": base, "@vocab": vocab.KG, **prefixes, **dict(sorted(terms.items()))}


def short(iri: str) -> str:
    """Return the key of a property: its short name, a compact IRI, or the whole."""
    if iri in names():
        return names()[iri]
    name = iri.removeprefix(vocab.KG)
    if name != iri and _plain(name) and name not in ("statements", *names().values()):
        return name
    return compact(iri)


def compact(iri: str) -> str:
    """Return an IRI of a known vocabulary as prefix and name, any other as it is."""
    for name, space in vocab.PREFIXES.items():
        tail = iri.removeprefix(space)
        if name in ("kg", "v", "schema", "prov", "skos", "dct", "oa", "rdf", "xsd") and tail != iri and _plain(tail):
            return f"{name}:{tail}"
    return iri


def _plain(name: str) -> bool:
    return name.isascii() and name.replace("-", "").replace("_", "").isalnum()
