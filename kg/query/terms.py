"""RDF terms as cells: for people a thing's name or a prefixed name, for machines the whole IRI or lexical form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import islice
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.rdf.terms import plain
from kg.store.protocol import Store
from kg.store.results import Select, Term

_BATCH = 500
_NUMERIC = frozenset("+-.0123456789")
_DECIMAL = vocab.XSD + "decimal"


@dataclass(frozen=True, slots=True)
class Wording:
    """How to word the things of one answer: IRI -> name. Several names of one thing: the first by alphabet."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, store: Store, terms: Iterable[Term | None]) -> "Wording":
        """Look up the names of all things among `terms`: in the registry, else in the store."""
        things = {term.value for term in terms if isinstance(term, NamedNode)}
        known = {iri: name for iri in things if (name := _registered(iri.removeprefix(store.base)))}
        known.update(_stored(store, sorted(iri for iri in things - set(known) if iri.startswith(store.base))))
        return cls(MappingProxyType(known))

    def short(self, term: Term | None) -> str | None:
        """Return a cell for people."""
        if not isinstance(term, NamedNode):
            return full(term)
        return self.names.get(term.value) or _concepts().get(term.value) or prefixed(term.value)


def full(term: Term | None) -> str | None:
    """Return a cell for machines: the IRI, or the lexical form of a literal, decimals in positional notation."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return str(term)
    value = term.value
    # To ask for the datatype takes twice as long as for the text: what begins like a word is no number.
    return _positional(value) if value[:1] in _NUMERIC and term.datatype.value == _DECIMAL else value


def prefixed(iri: str) -> str:
    """Return an IRI with the longest prefix of kg that fits it; a code that no list holds is its own name."""
    if iri.startswith(vocab.CODES):
        return iri.removeprefix(vocab.CODES)
    fitting = [(name, start) for name, start in vocab.PREFIXES.items() if iri.startswith(start)]
    if not fitting:
        return iri
    name, start = max(fitting, key=lambda pair: len(pair[1]))
    return f"{name}:{iri.removeprefix(start)}"


def _positional(number: str) -> str:
    try:
        return plain(Decimal(number))
    except InvalidOperation:
        return number


def _registered(slug: str) -> str | None:
    known = registry().entities.get(slug)
    return known.name if known else None


@cache
def _concepts() -> Mapping[str, str]:
    """Concept IRI -> code, over all code lists."""
    listed = (concept for known in codes.schemes().values() for concept in known.values())
    return MappingProxyType({concept.iri: concept.code for concept in listed})


def _stored(store: Store, iris: list[str]) -> Iterator[tuple[str, str]]:
    remaining = iter(iris)
    while batch := list(islice(remaining, _BATCH)):
        things = " ".join(f"<{iri}>" for iri in batch)
        labelled = f"VALUES ?thing {{ {things} }} ?thing <{vocab.SKOS}prefLabel> ?name"
        found = store.query(f"SELECT DISTINCT ?thing ?name WHERE {{ {labelled} }}")
        rows = found.rows if isinstance(found, Select) else ()
        pairs = (
            (thing.value, name.value)
            for thing, name in rows
            if isinstance(thing, NamedNode) and isinstance(name, Literal)
        )
        yield from sorted(pairs, reverse=True)
