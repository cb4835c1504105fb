"""Verbs that have an amount as their object and stand around it: "raised $3 million", "laid 400 people off".

Data (`kg:splitVerb` of `v:notions`): a verb, "…" for the amount, and the particle or preposition behind it, if any.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import filled
from kg.extract.rules.text.cues import inflected
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation
from kg.model import Span

_AMOUNT = "…"
_FILLERS = r"(?:(?:an?|the|its|their|his|some|{additive|entire|superlative|grammar:focus})\s){0,3}"
_FILLERS += r"(?:(?<=\ba\s)[a-z-]+\s|(?<=\ban\s)[a-z-]+\s)?\Z"
_REACH, _PERCENT, _OF = 60, "percent", " of "


def split_verbs(figure: Figure, fold: str) -> Iterator[tuple[Span, str]]:
    """Yield the verb whose object `figure` is, and the code of its notion; `fold` is a text as matchers read it."""
    start = figure.span.start
    found = _verbs_before().search(fold, max(0, start - _REACH), start)
    for particle, notion in _forms().get(found[1], ()) if found else ():
        if figure.quantity.unit == _PERCENT and "amountNoun" in codes.scheme("notions")[notion].facts:
            continue  # "derives half its revenue from" has the noun itself
        if figure.quantity.unit == _PERCENT and not fold.startswith(_OF, figure.span.end):
            continue  # "brought a 9% rise to $3 million", "contributed 9%"
        if found and (not particle or _follows(particle, figure.span.end, fold)):
            yield Span(*found.span(1)), notion


def _follows(particle: str, at: int, fold: str) -> bool:
    return _behind(particle).match(fold, at) is not None


@cache
def _behind(particle: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s[\w'&.-]+){{0,8}}?\s{re.escape(particle)}(?![\w-])")


@cache
def _verbs_before() -> re.Pattern[str]:
    return re.compile(rf"\b({alternation(_forms())})\s{filled(_FILLERS)}")


@cache
def _forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return form of a verb -> the particles that may follow its object, empty for none needed, with the notions."""
    found: dict[str, list[tuple[str, str]]] = {}
    for notion in codes.scheme("notions").values():
        for phrase in notion.facts.get("splitVerb", ()):
            verb, _, particle = (part.strip() for part in phrase.partition(_AMOUNT))
            lemma, *rest = verb.split()
            for _, form in inflected(lemma):
                found.setdefault(" ".join((form, *rest)), []).append((particle, notion.code))
    return MappingProxyType({form: tuple(sorted(set(told))) for form, told in sorted(found.items())})
