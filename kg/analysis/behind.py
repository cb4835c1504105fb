"""What explains a figure or tells the story of a subject, read passage by passage instead of reading the whole store.

First the passages that may be meant, with all that restates them or that they restate: they tell which trees fit. Then
what is told of the subjects of these, who answers them, and where their reports stand or are cited.
"""

import re
from collections.abc import Collection, Iterable

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.analysis.about import stated_about, with_rates
from kg.analysis.explain import Tree, printed_like, worth
from kg.analysis.facts import Facts, read
from kg.analysis.finding import IRI, passages, trees, trees_from, wanted
from kg.analysis.following import connected, followed, having, values
from kg.analysis.rates import Stated
from kg.rdf.reading import nodes
from kg.rdf.terms import decimal
from kg.store.protocol import Store
from kg.store.results import Select, Term

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_PRINTED = f"SELECT ?mention ?printed WHERE {{ ?mention <{vocab.KG}printed> ?printed }}"

_WORTH = (
    f"SELECT ?mention WHERE {{ VALUES ?amount {{ %s }} ?quantity <{vocab.SCHEMA}value> ?amount . "
    f"?claim <{vocab.KG}quantity> ?quantity . ?mention <{vocab.KG}states> ?claim }}"
)


def facts_behind(store: Store, text: str) -> Facts | None:
    """Return the facts from which a figure, with words beside it or the IRI of a claim or passage, is explained.

    None for words alone, which any passage may hold: then the whole store has to be read.
    """
    meant = _meant(store, text)
    if meant is None:
        return None
    near = connected(store, meant, "restates")
    found = trees(_read(store, _with_parts(store, near)), text)
    known, _ = with_rates(store, _with_parts(store, _around(store, found)))
    return known


def facts_of(store: Store, subjects: Collection[str]) -> tuple[Facts, Stated]:
    """Return the facts that a story of subjects (IRIs) is told from, and all rates of exchange that are stated."""
    near = connected(store, stated_about(store, subjects), "restates")
    own = _read(store, _with_parts(store, near))
    found = trees_from(own, [one for one in own.passages if one.claim.subject in subjects])
    return with_rates(store, _with_parts(store, _around(store, found)))


def _meant(store: Store, text: str) -> set[str] | None:
    """Return the passages that a text may mean, by their figure alone."""
    iri, figure = text.strip(), wanted(text).figure
    if _IRI.fullmatch(iri):
        stated = having(store, [iri], "states") or ({iri} if values(store, [iri], "states") else set())
        if stated or IRI.fullmatch(iri):
            return stated
    if not figure:
        return None
    fits = printed_like(figure)
    printed = {
        mention.value
        for mention, words in _rows(store, _PRINTED)
        if isinstance(mention, NamedNode) and isinstance(words, Literal) and fits(words.value)
    }
    amounts = " ".join(sorted(str(decimal(amount)) for amount in worth(figure)))
    equal = _rows(store, _WORTH % amounts) if amounts else ()
    return printed | {mention.value for (mention,) in equal if isinstance(mention, NamedNode)}


def _rows(store: Store, query: str) -> Iterable[tuple[Term | None, ...]]:
    answer = store.query(query)
    return answer.rows if isinstance(answer, Select) else ()


def _around(store: Store, found: Iterable[Tree]) -> set[str]:
    """Return the passages and answers that trees are explained by."""
    listed = [passage for tree in found for passage in (*passages(tree.root), *tree.circle)]
    documents = {passage.document for passage in listed}
    reports = {passage.report for passage in listed} | {tree.origin for tree in found if tree.origin is not None}
    cited = reports | having(store, reports, "identifiedAs")
    told = {passage.claim.iri for passage in listed} | cited
    about = stated_about(store, {passage.claim.subject for passage in listed if passage.claim.subject is not None})
    carrying = documents | having(store, reports, "carries")
    return {
        *connected(store, about | {passage.mention for passage in listed}, "restates"),
        *having(store, carrying, "inDocument"),
        *having(store, told, "respondsTo"),
        *_saying(store, having(store, cited, "report")),
    }


def _saying(store: Store, steps: set[str]) -> set[str]:
    """Return the passages and answers in whose chains these steps stand."""
    found: set[str] = set()
    seen: set[str] = set()
    while steps:
        seen |= steps
        found |= having(store, steps, "via")
        steps = having(store, steps, "citing") - seen
    return found


def _with_parts(store: Store, listed: set[str]) -> set[str]:
    return listed | having(store, listed, "partOf") | values(store, listed, "partOf")


def _read(store: Store, listed: set[str]) -> Facts:
    return read(nodes(followed(store, listed), store.base).rows, store.base)
