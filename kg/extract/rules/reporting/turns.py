"""The turns of a conversation in print: "Ann Lee, Chief Executive: Our revenue rose ...", "Ann Lee -- Analyst".

A label opens a paragraph and ends in a colon, or is a paragraph of its own with a dash before the office. What follows
is said by the person named, up to the next label. Other texts have labels too ("Revenue: ..."), and lists of people are
no conversation, so two turns of persons are asked for, and somebody who says "we" or "I".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.rules.annotations import Name, Reported, Sentence
from kg.lexicon.wordlists import words
from kg.model import Agent, Span, Unnamed

_LABEL = re.compile(
    r"(?:[*_]{1,2})?(?P<label>[A-Z](?:[^\n:!?;.]|(?<=[ .][A-Z])\.|(?<=[DM]r)\.)*)"
    r"(?:(?P<cue>:)[*_]{0,2}[ \t]+(?=\S)|(?:[*_]{1,2})?[ \t]*(?=\n|\Z))"
)
_LONGEST = 100
_OFFICE = re.compile(r"\s?(?:,|--|[-–—]|\()\s?[^\d\n]+\Z")
_DASHED = re.compile(r"\s(?P<cue>--|[-–—])\s[A-Z][^\d\n]+\Z")
_SPEAKS = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Mm]y)(?:['’][a-z]+)?\s")
_TURNS = 2
"""Turns of persons that make a conversation, at least."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label, the mark behind it, where what is said starts, and who speaks; no agent where no person is named."""

    label: Span
    cue: Span
    start: int
    agent: Agent | None


def turns(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Reported, ...]:
    """Return one act of speech for each turn of a conversation, none in a text that is no conversation."""
    opening = {name.span.start: name for name in reversed(names)}  # asked for in each line of what may be long lists
    opened = [turn for at in _openings(sentences) for turn in _turn(text, at, opening)]
    if sum(turn.agent is not None for turn in opened) < _TURNS:
        return ()
    ends = [*(turn.label.start for turn in opened[1:]), len(text.rstrip())]
    said = [(turn, Span(turn.start, max(turn.start, end))) for turn, end in zip(opened, ends, strict=True)]
    if not any(_SPEAKS.search(text, span.start, span.end) for turn, span in said if turn.agent):
        return ()
    return tuple(
        Reported(turn.cue, (span,), turn.label, (turn.agent,))
        for turn, span in said
        if turn.agent and span.start < span.end
    )


def _openings(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield where each paragraph starts."""
    last = -1
    for sentence in sentences:
        if sentence.paragraph != last:
            last = sentence.paragraph
            yield sentence.span.start


def _turn(text: str, at: int, names: Mapping[int, Name]) -> Iterator[_Turn]:
    """Yield the turn that a label at `at` opens, if one does; `names` are the names by where they start."""
    end = at + _LONGEST
    labelled = text.find(":", at, end) >= 0 or text.find("\n", at, end) >= 0 or end >= len(text)
    found = _LABEL.match(text, at, end) if labelled else None
    if found is None:
        return
    label = Span(*found.span("label"))
    name = names.get(label.start)
    speaks = name is not None and name.entity.kind == "Person" and name.how != "pronoun"
    person = name if name and speaks and name.span.end <= label.end else None
    rest = Span(person.span.end, label.end).of(text) if person else ""
    if found["cue"]:
        if person and (not rest.strip() or _OFFICE.fullmatch(rest)):
            yield _Turn(label, Span(*found.span("cue")), found.end(), person.entity)
        elif name is None or not person:
            yield from _of_role(text, label, found)
    elif person and (dashed := _DASHED.fullmatch(rest)):
        offset = person.span.end
        cue = Span(offset + dashed.start("cue"), offset + dashed.end("cue"))
        yield _Turn(label, cue, found.end(), person.entity)


def _of_role(text: str, label: Span, found: re.Match[str]) -> Iterator[_Turn]:
    """Yield the turn of somebody who is told by a part in the conversation only: "Operator:", "Analyst (Acme):"."""
    role = label.of(text).lower()
    cue = Span(*found.span("cue"))
    if role.split(" ", 1)[0] in words("sources", "voice"):
        yield _Turn(label, cue, found.end(), Unnamed(label.of(text), None, "people"))
    elif role in words("sources", "chair"):
        yield _Turn(label, cue, found.end(), None)
