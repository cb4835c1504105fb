"""Versions of known products that the registry lacks: "Kimi K2.5", "GPT-5.1", "Grok 5", "Qwen3-Max-Thinking".

What stands right behind the name makes a product of its own, which is called by the whole.
"""

import re
from functools import lru_cache

from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity, Span

_MAKERS = frozenset({"Company"})
_PRODUCTS = frozenset({"Product"})
_OF_MAKER = re.compile(r"-[A-Z]?\d[\w]*(?:\.\d+)*\b")
_MARKS = (".", "-", " ")


def versioned(span: Span, kinds: frozenset[str], text: str, lexicon: Lexicon) -> tuple[int, Entity] | None:
    """Return where the name of a version ends whose known part is at `span`, of these `kinds`, and the version.

    None where the name is whole.
    """
    if text[span.end : span.end + 1] not in _MARKS:
        return None
    found = None
    if kinds == _MAKERS:
        found = _OF_MAKER.match(text, span.end)
    elif kinds == _PRODUCTS:
        found = _attached().match(text, span.end) or _apart(span, text, lexicon)
    if found is None or found.end() == span.end:
        return None
    return found.end(), Entity(text[span.start : found.end()], "Product")


def _apart(span: Span, text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match a number behind a space: with a point or a word for a variant, or where others of the family have one."""
    found = _spaced().match(text, span.end)
    if found is None:
        return None
    return found if found["more"] or found["point"] or span.of(text) in _families(lexicon) else None


@lru_cache(maxsize=1)
def _variant() -> str:
    return alternation(words("name-heads", "variant"))


@lru_cache(maxsize=1)
def _attached() -> re.Pattern[str]:
    """Match what a point or hyphen ties to a name, words for variants behind it included."""
    part = rf"(?:\.\d+\w*|-(?:[A-Z]?\d\w*(?:\.\d+)*|(?i:{_variant()})))\b"
    return re.compile(rf"(?:{part})+(?:\s{_variant()}\b)*(?![-\w])")


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    counted = alternation((*words("units"), *words("scales")))
    return re.compile(
        rf"\s\d{{1,2}}(?P<point>\.\d{{1,2}})?(?P<more>(?:[ -]{_variant()}\b)*)(?![-\w%,]?\d|%|[-\w]|\s{counted}\b)"
    )


@lru_cache(maxsize=4)
def _families(lexicon: Lexicon) -> frozenset[str]:
    """Return the names of products of which numbered versions are known: "Grok" of "Grok 3"."""
    products = [label.text for label in lexicon.labels if lexicon.entities[label.slug].kind == "Product"]
    numbered = (re.split(r"[ -](?=\d)", text, maxsplit=1)[0] for text in products if re.search(r"[ -]\d", text))
    return frozenset(numbered) & frozenset(products)
