"""The constructions by which English words an answer: set phrases, verbs with their objects, and what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Reported
from kg.extract.rules.complements import complement
from kg.extract.rules.cues import inflected
from kg.extract.rules.grammar import grammar
from kg.extract.rules.reporting_content import object_end
from kg.extract.rules.reporting_source import elided_subject, subject, verb_group
from kg.extract.rules.tokens import Tokens
from kg.lexicon.wordlists import words
from kg.model import Agent, Span

# The stances that set phrases word ("did not respond"), and those that verbs do ("denied").
_PHRASED = ("declines_to_comment", "no_response")
_VERBAL = ("confirms", "denies")
# What is answered stands within this many words of a verb that needs it.
_OBJECT = 8
# A statement that denies is short; in a longer one "wrong" and "false" speak of something else.
_STATEMENT = 160


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a unit: who (a phrase, or agents already resolved), its stance, what it is about, by which rule."""

    stance: str
    cue: Span
    rule: str
    agent: Span | None = None
    agents: tuple[Agent, ...] = ()
    about: Span | None = None


def answers(line: Tokens, inside: Sequence[Reported], earlier: Sequence[Reported]) -> Iterator[Answer]:
    """Yield the answers in one unit; `inside` are its reporting acts, `earlier` those of the unit before."""
    openers = _openers()
    for index, word in enumerate(line.words) if not openers.isdisjoint(line.words) else ():
        if word in openers:
            for stance in _PHRASED:
                yield from _phrase(line, index, stance)
            for stance in _VERBAL:
                yield from _verb(line, index, stance)
    yield from _statements(line, inside, earlier)


def _phrase(line: Tokens, index: int, stance: str) -> Iterator[Answer]:
    """Read "X did not immediately respond": a set phrase, adverbs inside it passed over."""
    for phrase in _phrases(stance).get(line.words[index], ()):
        end = _match(line, index, phrase)
        if end is None:
            continue
        agent = _subject(line, index)
        if agent:
            yield Answer(stance, line.span(index, end), "set phrase", agent, (), _matter(line, end))
        return


def _match(line: Tokens, index: int, phrase: tuple[str, ...]) -> int | None:
    at = index
    for word in phrase:
        while word != line.word(at) and at > index and grammar().adverbial(line.word(at)):
            at += 1
        if line.word(at) != word:
            return None
        at += 1
    return at


def _subject(line: Tokens, index: int) -> Span | None:
    group = verb_group(line, index)
    found = subject(line, group)
    if (
        found is None
        and group
        and (line.words[group - 1] in grammar().conjunction or line.words[index].endswith("ing"))
    ):
        found = elided_subject(line, group)
    return line.span(*found) if found else None


def _matter(line: Tokens, index: int) -> Span | None:
    """Return what "on ..." or "regarding ..." behind an answer says it is about."""
    for at in range(index, min(len(line.words) - 1, index + _OBJECT)):
        if (
            line.words[at] in ("on", "about", "regarding", "concerning", "over")
            and line.words[at + 1] not in grammar().time
        ):
            return line.span(at + 1, object_end(line, at + 1))
    return None


def _verb(line: Tokens, index: int, stance: str) -> Iterator[Answer]:
    """Read "X denied the report", "X pushed back", "X confirmed that ..."."""
    for particles, needs_matter in _verbs(stance).get(line.words[index], ()):
        end = index + 1 + len(particles)
        if tuple(line.words[index + 1 : end]) != particles or _taken_back(line, index):
            continue
        about = _object(line, end)
        if (needs_matter and not _is_matter(about, line)) or (not particles and about is None):
            continue
        agent = _subject(line, index)
        if agent:
            yield Answer(stance, line.span(index, end), "verb", agent, (), about)
        return


def _taken_back(line: Tokens, index: int) -> bool:
    """Tell whether the verb is passive, negated, modal or an infinitive, or a noun or adjective."""
    known = grammar()
    group = verb_group(line, index)
    helpers = set(line.words[group:index])
    before = line.words[group - 1] if group else ""
    if helpers & known.modal or helpers & known.be or before in ("to", "nor") or before.endswith("'s"):
        return True
    return before in known.determiner or before in known.preposition or line.word(index + 1) == "by"


def _object(line: Tokens, index: int) -> Span | None:
    found = complement(line, index)
    if found is None or found[1] in ("infinitive", "preposition"):
        return None
    return line.span(found[0], object_end(line, found[0]))


def _is_matter(about: Span | None, line: Tokens) -> bool:
    return about is not None and not words("denials", "matter").isdisjoint(
        about.of(line.text).lower().split()[:_OBJECT]
    )


def _statements(line: Tokens, inside: Sequence[Reported], earlier: Sequence[Reported]) -> Iterator[Answer]:
    """Read what is said itself as an answer: it calls something untrue, or holds the opposite of a report."""
    for act in inside:
        if act.kind not in ("speech", "according") or not act.agents or not act.content:
            continue
        rule = _denying(line, act, earlier)
        if rule:
            yield Answer("denies", act.cue, rule, act.source, act.agents, act.content[0])


def _denying(line: Tokens, act: Reported, earlier: Sequence[Reported]) -> str | None:
    said = " ".join(part.of(line.text) for part in act.content).lower()
    if _any(said, "contradiction"):
        return "contradicts reports"
    if len(said) <= _STATEMENT and _any(said, "predicate") and not words("denials", "matter").isdisjoint(_plain(said)):
        return "calls it untrue"
    opener = line.words[0] if line.words else ""
    others = [
        other for other in earlier if other.kind in ("speech", "passive", "according") and other.agents != act.agents
    ]
    if others and opener in words("denials", "contrast") and act.cue.of(line.text).lower() in _insisting():
        return "insists on the opposite"
    return None


def _plain(said: str) -> set[str]:
    return {word.strip(".,;:!?\"'“”‘’«»()") for word in said.split()}


def _any(said: str, code: str) -> bool:
    padded = f" {' '.join(word.strip('.,;:!?“”‘’«»()') for word in said.split())} "
    return any(f" {phrase} " in padded for phrase in words("denials", code))


@cache
def _openers() -> frozenset[str]:
    """Return the words that a set phrase or a verb of answering starts with."""
    phrases = (word for stance in _PHRASED for word in _phrases(stance))
    return frozenset((*phrases, *(word for stance in _VERBAL for word in _verbs(stance))))


@cache
def _insisting() -> frozenset[str]:
    return frozenset(word for lemma in words("denials", "insisting") for _, word in inflected(lemma))


@cache
def _phrases(stance: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words("stances", stance), key=lambda text: (-len(text), text)):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(phrases) for first, phrases in sorted(found.items())}


@cache
def _verbs(stance: str) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Return word form -> (particles, whether the object must be something said)."""
    listed = [(phrase, False) for phrase in words("stances", stance)]
    if stance == "denies":
        listed += [(phrase, True) for phrase in words("denials", "rejection")]
    found: dict[str, set[tuple[tuple[str, ...], bool]]] = {}
    for phrase, needs_matter in listed:
        lemma, *particles = phrase.split()
        for _, word in inflected(lemma):
            found.setdefault(word, set()).add((tuple(particles), needs_matter))
    return {
        word: tuple(sorted(entries, key=lambda item: (-len(item[0]), item))) for word, entries in sorted(found.items())
    }
