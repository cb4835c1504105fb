"""Reported speech: who (source), by which words (cue), says what (content)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.rules.annotations import Name, Quoted, Reported, Sentence
from kg.extract.rules.acts import Act, acts
from kg.extract.rules.tokens import QUOTE, Tokens, Unit, tokens, units
from kg.model import Span


def reported(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quoted], names: Sequence[Name]
) -> tuple[Reported, ...]:
    """Return every act of reporting in `text`, in order of its cue."""
    found: list[Reported] = []
    before: Unit | None = None
    for unit in units(sentences, quotations):
        words = tokens(text, unit)
        if found and before and _goes_on(words, unit, before, found[-1]):
            found[-1] = replace(found[-1], content=(*found[-1].content, *(quoted.span for quoted in unit.quotes)))
        else:
            new = [_reported(words, act) for act in acts(words)]
            if new:
                found.extend(new)
        before = unit
    return tuple(sorted(found, key=lambda act: (act.cue, act.content)))


def _goes_on(words: Tokens, unit: Unit, before: Unit, last: Reported) -> bool:
    """Tell whether a unit that is nothing but quotation goes on with what was quoted last."""
    if not words.words or any(word != QUOTE for word in words.words):
        return False
    if last.cue.end < before.span.start and not (last.content and last.content[-1].end >= before.span.start):
        return False
    return unit.paragraph == before.paragraph or (bool(before.quotes) and not before.quotes[-1].closed) or words.text[last.cue.start:last.cue.end].endswith(":") or words.text[before.span.start:before.span.end].rstrip().endswith(":")


def _reported(words: Tokens, act: Act) -> Reported:
    return Reported(
        cue=words.span(*act.cue),
        content=tuple(words.span(first, last) for first, last in act.content if last > first),
        source=words.span(*act.source) if act.source else None,
        kind=act.kind,
    )
