"""What a person means by "ByteDance 12 billion", a claim's IRI or a few words: the trees of the figures that fit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import networkx as nx

from kg.analysis.explain import Node, Tree, explain
from kg.analysis.facts import Facts, Passage
from kg.analysis.lineage import Lineage, lineage
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.rdf.iris import Iris

_YEAR = re.compile(r"(?:by-|fy)?(?:19|20)\d\d(?:[-/]\w+)*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
"""What is an IRI and no words."""
_FIGURE = re.compile(r"\d[\d.,]*(?:\s*-?[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request in its parts: the figure as typed, and the words that have to fit beside it."""

    figure: str
    words: tuple[str, ...]


def wanted(text: str) -> Wanted:
    """Take a request apart. Years count as words, for they name periods."""
    tokens = text.split()
    own = [any(char.isdigit() for char in token) and not _YEAR.fullmatch(token.strip(",;")) for token in tokens]
    units = [own[place] or _beside(tokens, own, place) for place in range(len(tokens))]
    figure = [token for token, part in zip(tokens, units, strict=True) if part]
    rest = [token for token, part in zip(tokens, units, strict=True) if not part]
    return Wanted(" ".join(figure), tuple(word for token in rest for word in _WORD.findall(token.casefold())))


def trees(known: Facts, text: str) -> tuple[Tree, ...]:
    """Return the trees of the figures that a text means, oldest first; none if nothing fits.

    A text is the IRI of a claim or mention, or a figure with words, or words alone. Words are looked for in subject,
    measure, scope, period, mode, outlet and the figure as printed; where that finds nothing, in the quotes too.
    """
    graph = lineage(known)
    stated = [passage for passage in known.passages if text.strip() in (passage.claim.iri, passage.mention)]
    if stated or IRI.fullmatch(text.strip()):
        return trees_from(known, stated, graph)
    asked = wanted(text)
    for quotes in (False, True) if asked.words or asked.figure else ():
        fitting = [one for one in known.passages if _fits(known, one, asked.words, quotes=quotes)]
        mentions = {passage.mention for passage in fitting}
        found = explain(known, asked.figure) if asked.figure else trees_from(known, fitting, graph)
        kept = tuple(tree for tree in found if any(one.mention in mentions for one in passages(tree.root)))
        if kept:
            return kept
    return ()


def passages(node: Node) -> Iterator[Passage]:
    """Yield the passages of a tree, each before those that restate it."""
    yield node.passage
    for relay in node.relays:
        yield from passages(relay)


def trees_from(known: Facts, hits: Iterable[Passage], graph: Lineage | None = None) -> tuple[Tree, ...]:
    """Return the trees of the first passages behind `hits`, oldest first; each is looked for among its relays alone."""
    graph = graph or lineage(known)
    roots = {first.mention: first for hit in hits for first in graph.starts(hit.mention)}
    belonging: dict[str, list[Passage]] = {}
    for one in known.passages:
        for mention in {one.mention, one.part_of or one.mention}:
            belonging.setdefault(mention, []).append(one)
    found = []
    for mention, first in sorted(roots.items(), key=lambda item: (item[1].date or "9999", item[0])):
        around = nx.ancestors(graph.graph, mention) | {mention}
        near = {one.mention: one for node in around for one in belonging[node]}
        parts = tuple(sorted(near.values(), key=lambda one: (one.date or "9999", one.mention)))
        figure = " ".join(_FIGURE.findall(first.printed)) or first.printed
        listed = explain(replace(known, passages=parts), figure)
        found += [tree for tree in listed if tree.root.passage.mention == mention]
    return tuple(found)


def _beside(tokens: list[str], own: list[bool], place: int) -> bool:
    near = (place - 1, place + 1, place - 2)
    return tokens[place].casefold().strip(".,") in _units() and any(0 <= at < len(own) and own[at] for at in near)


@cache
def _units() -> frozenset[str]:
    """Return the words, codes and signs of scales and currencies, one by one and without spaces, in lower case."""
    listed = [concept for name in ("scales", "currencies") for concept in codes.scheme(name).values()]
    written = [text for one in listed for text in (one.code, *one.words, *one.facts.get("sign", ()))]
    return frozenset(word.casefold() for text in written for word in (*text.split(), "".join(text.split())))


def _fits(known: Facts, passage: Passage, words: tuple[str, ...], *, quotes: bool) -> bool:
    told = set(_WORD.findall(" ".join(_told(known, passage, quotes=quotes)).casefold()))
    return all(any(one.startswith(_stem(word)) for one in told) for word in words)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word  # noqa: PLR2004 - "is" and "US" are no plurals


def _told(known: Facts, passage: Passage, *, quotes: bool) -> Iterator[str]:
    claim = passage.claim
    for iri in (claim.subject, claim.measure, claim.scope, claim.mode, claim.whole, *claim.objects):
        yield known.name(iri)
        yield from _aliases(Iris(known.base).slug(iri) if iri else None)
    yield from _measure_words(known.name(claim.measure))
    yield from (passage.outlet or "", passage.printed, claim.period or "", claim.measure_text or "")
    yield from (name for step in passage.chain for name in step.names)
    if quotes:
        yield passage.quote


@cache
def _aliases(slug: str | None) -> tuple[str, ...]:
    return tuple(label.text for label in registry().labels if slug is not None and label.slug == slug)


@cache
def _measure_words(code: str) -> tuple[str, ...]:
    concept = codes.scheme("measures").get(code)
    return () if concept is None else (concept.label, *concept.words)
