"""Figures compared with figures: two stores, two times of one store, or the figures of one with each other."""

from decimal import Decimal
from typing import TYPE_CHECKING

from kg import vocab
from kg.errors import UsageError
from kg.ingest.dates import iso_date
from kg.query.catalogue import Parameter
from kg.query.names import Names
from kg.query.parameters import terms
from kg.store.embedded import memory
from kg.store.oxigraph import EmbeddedStore
from kg.store.protocol import Store
from kg.store.results import Select

if TYPE_CHECKING:
    from kg.analysis.sentences import Sentence

_SUBJECT = Parameter("subject", "entity", (), "whom or what the figures are about")
_DATES = f"""SELECT ?document ?date WHERE {{
  ?document a <{vocab.KG}Document> . OPTIONAL {{ ?document <{vocab.SCHEMA}datePublished> ?date }}
}}"""


def compare(before: Store, after: Store) -> "tuple[Sentence, ...]":
    """Return what changed from one store to the other. Raises UsageError where their bases differ."""
    from kg.analysis.states import state
    from kg.analysis.watch import differences

    return differences(state(before), state(after))


def compare_since(store: Store, day: str) -> "tuple[Sentence, ...]":
    """Return what articles published on `day` (ISO, may be partial) or later changed; undated ones count as earlier."""
    with as_of(store, day) as earlier:
        return compare(earlier, store)


def contradicting(store: Store, subject: str | None, slack: Decimal) -> "tuple[Sentence, ...]":
    """Return what contradicts what in a store, and what only seems to; of one subject, given by name, slug or IRI.

    Raises QueryError for a name that nothing has.
    """
    from kg.analysis.about import facts_about
    from kg.analysis.contradictions import contradictions
    from kg.analysis.facts import facts

    if subject is None:
        return contradictions(facts(store), slack)
    asked = subjects(store, subject)
    known, of_all = facts_about(store, asked)
    return contradictions(known, slack, asked, of_all)


def subjects(store: Store, subject: str) -> frozenset[str]:
    """Return the IRIs of what a name, slug or IRI stands for. Raises QueryError for a name that nothing has."""
    return frozenset(term.value for term in terms(_SUBJECT, subject, Names(store)))


def as_of(store: Store, day: str) -> EmbeddedStore:
    """Return a store in memory of the documents that were published before `day` or are undated, linked anew.

    A partial date counts from its beginning. Raises UsageError for a day that is no ISO date.
    """
    # What builds reads texts and checks graphs as well, which takes longer to import than most questions to answer.
    from kg.pipeline.building import relink

    if iso_date(day) != day:
        raise UsageError(f"'{day}' is no date: write 2025, 2025-01 or 2025-01-31")
    answer = store.query(_DATES)
    rows = answer.rows if isinstance(answer, Select) else ()
    dates = {getattr(document, "value", ""): getattr(date, "value", "") for document, date in rows}
    earlier = memory(store.base)
    for document in store.documents():
        if dates.get(document, "") < day:
            earlier.put(document, store.graph(document), store.text(document))
    relink(earlier)
    return earlier
