"""From what people call a thing to its IRIs: slugs, names and misspellings of the registry and of the store."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process

from kg import vocab
from kg.lexicon.names import registry
from kg.rdf.iris import relative
from kg.rdf.terms import skos
from kg.store.protocol import Store
from kg.store.results import Select

_LABELS = f"<{vocab.SKOS}prefLabel>|<{vocab.SKOS}altLabel>|<{vocab.SKOS}hiddenLabel>"
_CLOSE = 75
"""Least similarity, of 100, of a name that is offered instead of an unknown one."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names known to the registry and to one store; case does not count."""

    store: Store

    def bearing(self, name: str) -> tuple[str, ...]:
        """Return the IRIs of all that is called so or has this slug (or `organization/kestrin`), sorted."""
        wanted = name.strip()
        lexicon = registry()
        slugs = {label.slug for label in lexicon.labels if label.text.casefold() == wanted.casefold()}
        if wanted in lexicon.entities:
            slugs.add(wanted)
        found = {self.store.base + slug for slug in slugs} | self._stored(wanted)
        return tuple(sorted(found | self._below_base(wanted)))

    def like(self, name: str) -> tuple[str, ...]:
        """Return up to three known names that resemble an unknown one, the most similar first."""
        found = self.store.query(f"SELECT DISTINCT ?label WHERE {{ ?thing {_LABELS} ?label }}")
        known = {label.text for label in registry().labels if label.kind != "hidden"}
        if isinstance(found, Select):
            known.update(term.value for (term,) in found.rows if isinstance(term, Literal))
        close = process.extract(
            name, sorted(known), scorer=fuzz.ratio, processor=str.casefold, limit=3, score_cutoff=_CLOSE
        )
        return tuple(text for text, _, _ in close)

    def _below_base(self, tail: str) -> set[str]:
        """Return the IRI of what only texts know that ends so, if the store has it."""
        iri = self.store.base + tail
        if "/" not in tail or relative(iri, self.store.base) is None:
            return set()
        return {iri for _ in self.store.match(NamedNode(iri), skos("prefLabel"), None)}

    def _stored(self, name: str) -> set[str]:
        wanted = Literal(name.lower())
        found = self.store.query(
            f"SELECT DISTINCT ?thing WHERE {{ ?thing {_LABELS} ?label FILTER(LCASE(STR(?label)) = {wanted}) }}"
        )
        rows = found.rows if isinstance(found, Select) else ()
        return {term.value for (term,) in rows if isinstance(term, NamedNode)}
