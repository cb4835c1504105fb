"""What an answer to a report is, and who gives it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.rules.annotations import Reported
from kg.extract.rules.reporting.content import object_end
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.source import author, elided_subject, subject, verb_group
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Range, Tokens
from kg.model import Agent, Entity, Evidence, Span

_NEITHER = (("nor", "did"), ("nor", "has"), ("nor", "have"), ("nor", "would"), ("neither", "did"), ("neither", "has"))
_LIKEWISE = (("as", "did"), ("as", "has"), ("as", "does"), ("as", "have"), ("so", "did"))
_FIRST = 2
MUTE = ("Chip", "Regulation")
"""Kinds of entities that never answer anything."""
ACTING = ("set phrase", "verb", "verdict", "noun")
"""Rules by which an answer is told by what somebody does, not by what they say."""
_ALIKE = 12
"""Words behind an answer within which "as did" says who else gave it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a unit: who (a phrase, or agents already resolved), its stance, what it is about, by which rule."""

    stance: str
    cue: Span
    rule: str
    agent: Span | None = None
    agents: tuple[Agent, ...] = ()
    about: Span | None = None

    @property
    def because(self) -> tuple[Evidence, ...]:
        """What it rests on: the words for its stance, and those for what it is about."""
        words = (("stance", self.cue), ("about", self.about))
        return tuple(Evidence(field, self.rule, span) for field, span in words if span)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a statement stands in that may make it an answer.

    `earlier` are the acts of reporting of the unit before, `voices` the people who speak for a body; `contested` says
    that the text is about a report or a rumour.
    """

    earlier: Sequence[Reported]
    voices: Mapping[Entity, Entity]
    contested: bool


def answerer(line: Tokens, index: int) -> Span | None:
    """Return the subject of the verb or phrase at token `index`, that of the clause before where it is left out."""
    group = verb_group(line, index)
    if line.words[group] == "both":  # stands for its subject: "Both declined to comment."
        return line.span(group, group + 1)
    found = subject(line, group)
    if found and line.words[found[0]] in ("which", "who"):
        found = _antecedent(line, found[0]) or found
    elif found is None and group and _shares(line, index, group):
        found = elided_subject(line, group) or _mover(line, group)
    elif found and _participle(line, index):
        found = author(line, found) or _text_in(line, found) or found
    if found is None and _participle(line, index):
        found = _beside_participle(line, group)
    return line.span(*found) if found else None


def _mover(line: Tokens, group: int) -> Range | None:
    """Return who "moved" in "moved to deny it"."""
    to = group - 1
    return subject(line, verb_group(line, to - 1)) if to > 1 and line.words[to] == "to" else None


def _text_in(line: Tokens, text: Range) -> Range | None:
    """Return who speaks in a text whose participle answers: "X said in a statement confirming the cuts".

    Where the text opens the sentence it is who speaks behind it: "In a statement denying the report, X said".
    """
    inside = (
        text[0] > 0 and line.words[text[0] - 1] == "in" and not grammar().text.isdisjoint(line.words[text[0] : text[1]])
    )
    if not inside:
        return None
    return elided_subject(line, text[0]) or (_main_subject(line, text[1]) if text[0] == 1 else None)


def _beside_participle(line: Tokens, group: int) -> Range | None:
    """Return the subject of a participle's clause: "Denying the report, X said", "X, (while) denying it, said"."""
    first = group - (group > 0 and line.words[group - 1] in ("in", "while"))
    if first > 1:
        return subject(line, first - 1) if line.words[first - 1] == "," else None
    return None if first else _main_subject(line, 0)


def _main_subject(line: Tokens, start: int) -> Range | None:
    """Return the subject of the clause behind the first comma from token `start` on."""
    if "," not in line.words[start:]:
        return None
    comma = line.words.index(",", start)
    for at in range(comma + 2, len(line.words)):
        if finite_verb(line, at):
            found = subject(line, verb_group(line, at))
            return found if found and found[0] > comma else None
    return None


def companions(line: Tokens, index: int) -> tuple[Span, ...]:
    """Return who is said to answer like the subject of the verb or phrase at `index`: "X, like Y, declined"."""
    if "like" not in line.words[:index]:
        return ()
    like = line.words.index("like")
    opens = like < _FIRST or line.words[like - 1] == ","
    comma = next((at for at in range(like + 1, index) if line.words[at] == ","), None)
    joined = comma is not None and line.words[comma + 1] in ("and", "but")  # "Cars like the Acme sell, and X denied"
    if comma is None or joined or not opens or (like >= _FIRST and comma + 1 != verb_group(line, index)):
        return ()
    return (line.span(like + 1, comma),)


def followers(line: Tokens, index: int) -> tuple[Span, ...]:
    """Return who answers alike: "X declined to comment, as did Y"."""
    for at in range(index, min(len(line.words) - 2, index + _ALIKE)):
        if tuple(line.words[at : at + 2]) in _LIKEWISE:
            return (line.span(at + 2, object_end(line, at + 2)),)
        if tuple(line.words[at : at + 2]) in _NEITHER and _closes(line, end := object_end(line, at + 2)):
            return (line.span(at + 2, end),)
    return ()


def likewise(line: Tokens, stance: str) -> tuple[Answer, ...]:
    """Return the answer of a sentence that only says who else gave the one before: "So did Acme", "Nor has Acme"."""
    if not stance or (line.word(0), line.word(1)) not in (*_NEITHER, *_LIKEWISE) or line.word(0) == "as":
        return ()
    end = object_end(line, 2) if len(line.words) > _FIRST else 0
    return (Answer(stance, line.span(0, 2), "set phrase", line.span(2, end)),) if end and _closes(line, end) else ()


def _closes(line: Tokens, end: int) -> bool:
    """Tell whether nothing follows a noun phrase: "nor did Acme", not "nor did Acme say when"."""
    return end >= len(line.words) or line.words[end] in (";", ".")


def _antecedent(line: Tokens, relative: int) -> Range | None:
    """Return the noun phrase that a relative pronoun stands for."""
    return subject(line, relative - (line.words[relative - 1] in (",", "("))) if relative > 1 else None


def _shares(line: Tokens, index: int, group: int) -> bool:
    """Tell whether a verb has the subject of the one before: "and denied", "moved to deny", "confirms X, denies Y"."""
    before = line.words[group - 1]
    if before == "to" or before in grammar().conjunction or _participle(line, index):
        return True
    return before == "," and line.words[index].endswith("s")


def _participle(line: Tokens, index: int) -> bool:
    return line.words[index].endswith("ing")
