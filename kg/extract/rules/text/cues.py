"""The lexicon of cues: which word forms report what others say, think or want, and which frames they take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.lexicon.wordlists import words

_VERB_FRAMES = ("clause", "belief", "that", "addressee", "infinitive", "object", "foretelling", "reckoning", "passive")
_VOWELS = "aeiou"
_BRITISH = re.compile(r"[a-z][^aeiou][aei]l\Z")
"""How verbs end whose "l" is doubled in Britain: "pencilled", "channelled"."""
_SHORT = re.compile(r"(?:[^aeiou]|q[u])[aeiou][^aeiouwxy]\Z")
"""How irregular verbs end that double the last letter: "winning", "beginning", no "beating", "selling"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word form that may be a cue. `form` is base, third (says), past, participle or ing; a form may be several.

    `particles` maps the words that may follow ("for", "out at") to the frame the verb then takes.
    """

    lemma: str
    forms: frozenset[str]
    frames: frozenset[str]
    particles: tuple[tuple[tuple[str, ...], str], ...] = ()


@cache
def verbs() -> MappingProxyType[str, Cue]:
    """Return word form -> cue for every verb of the code list `cues`."""
    frames: dict[str, set[str]] = {}
    particles: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for frame in (*_VERB_FRAMES, "preposition"):
        for phrase in sorted(words("cues", frame)):
            lemma, *rest = phrase.split()
            frames.setdefault(lemma, set())
            if rest:
                particles.setdefault(lemma, set()).add((tuple(rest), frame))
            else:
                frames[lemma].add(frame)
    past = {lemma: frame for frame in ("clause", "that") for lemma in sorted(words("cues", f"{frame}-past"))}
    forms: dict[str, dict[str, set[str]]] = {}
    for lemma in (*frames, *(past.keys() - frames.keys())):
        for form, word in inflected(lemma):
            forms.setdefault(word, {}).setdefault(lemma, set()).add(form)
    found: dict[str, Cue] = {}
    for word, lemmas in sorted(forms.items()):
        lemma, shown = max(lemmas.items(), key=lambda item: (len(item[1]), item[0]))
        told = frames.get(lemma, set()) | ({past[lemma]} if lemma in past and "past" in shown else set())
        if told or lemma in particles:
            found[word] = Cue(lemma, frozenset(shown), frozenset(told), _ordered(particles.get(lemma, set())))
    return MappingProxyType(found)


@cache
def nouns() -> frozenset[str]:
    """Return the nouns that a clause of content may follow."""
    return words("cues", "noun")


@cache
def wish_nouns() -> frozenset[str]:
    """Return the nouns that "for X to ..." may follow."""
    return words("cues", "noun-for")


def _ordered(found: set[tuple[tuple[str, ...], str]]) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(found, key=lambda item: (-len(item[0]), item)))


@cache
def _irregular() -> MappingProxyType[str, tuple[str, str]]:
    parts = (line.split() for line in sorted(words("cues", "irregular")))
    return MappingProxyType({base: (past, participle) for base, past, participle in parts})


def inflected(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield (form, word) for a verb: base, third, past, participle, ing."""
    yield "base", lemma
    yield "third", _with_s(lemma)
    past, participle = _irregular().get(lemma, (_with_ed(lemma), _with_ed(lemma)))
    yield "past", past
    yield "participle", participle
    doubled = past == f"{lemma}{lemma[-1]}ed" or (lemma in _irregular() and _SHORT.search(lemma) is not None)
    yield "ing", f"{lemma}{lemma[-1]}ing" if doubled else _with_ing(lemma)
    if _BRITISH.search(lemma):
        other = lemma if doubled else f"{lemma}l"
        yield from (("past", f"{other}ed"), ("participle", f"{other}ed"), ("ing", f"{other}ing"))


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else f"{lemma}s"


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2] not in _VOWELS else f"{lemma}ed"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    return f"{lemma[:-1]}ing" if lemma.endswith("e") and not lemma.endswith(("ee", "ye")) else f"{lemma}ing"


@cache
def forms_of(scheme: str, *notations: str) -> frozenset[str]:
    """Return the forms of the verbs that these codes of a list have; of "put out" those of "put"."""
    return frozenset(form for verb in words(scheme, *notations) for _, form in inflected(verb.split()[0]))
