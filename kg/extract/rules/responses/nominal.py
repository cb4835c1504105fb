"""Answers worded as a noun: "Acme's denial", "a denial from Acme", "in a denial, Acme said", "Acme's confirmation"."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.rules.annotations import Reported
from kg.extract.rules.reporting.content import object_end
from kg.extract.rules.reporting.source import subject, verb_group
from kg.extract.rules.responses.answers import Answer
from kg.extract.rules.text.cues import forms_of
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Tokens
from kg.lexicon.wordlists import words
from kg.model import Span

_FROM = 12
"""Words behind the noun within which "from" says whose it is."""
_OF = 6
"""Words behind "of" among which what is denied is named; a denial of service or of a licence denies no report."""
_GIVEN = 7
"""Words between a verb of giving and its object."""
_STOPS = frozenset((";", ":", "(", ")", QUOTE))


def nominal(line: Tokens, index: int, inside: Sequence[Reported]) -> Iterator[Answer]:
    """Yield the answer that the noun at token `index` stands for; `inside` are the unit's acts of reporting."""
    start = _start(line, index)
    if start and line.words[start - 1] in words("denials", "sought"):
        return
    stance = "confirms" if line.words[index] in words("denials", "confirmation-noun") else "denies"
    named = line.words[index] not in words("denials", "noun")
    if start is None or not _of_matter(line, index + 1, named=named, confirmed=stance == "confirms"):
        return
    agent = _giver(line, start) or (None if named else _from(line, index + 1)) or _owner(line, start)
    if agent:
        yield Answer(stance, line.span(index, index + 1), "noun", agent)
        return
    if named:
        return
    if line.word(start - 1) == "in" and start:
        for act in inside:
            if act.kind == "speech" and act.agents and act.cue.start > line.starts[index]:
                yield Answer("denies", line.span(index, index + 1), "noun", act.source, act.agents, act.content[0])
                return


def _start(line: Tokens, index: int) -> int | None:
    """Return where the noun phrase starts: its determiner or owner; None for what can be denied ("a visa denial")."""
    known = grammar()
    if index and line.words[index - 1] in words("denials", "refusable"):
        return None
    for at in range(index - 1, max(-1, index - _GIVEN), -1):
        word = line.words[at]
        if word in known.determiner or word in known.possessive or word.endswith(("'s", "s'", "’s", "s’")):
            return None if word in ("no", "without", "any") else at
        if (
            word in known.preposition
            or word in known.auxiliary
            or word in _STOPS
            or word == ","
            or word in forms_of("denials", "giving")
        ):
            return at + 1
    return max(0, index - 1)


def _of_matter(line: Tokens, behind: int, *, named: bool, confirmed: bool) -> bool:
    """Tell whether what is answered is something said, or for a confirmation done, where "of" names it.

    `named` says that it must be named: "Acme's rejection of the claims", no "Acme's rejection".
    """
    if line.word(behind) != "of":
        return not named or (confirmed and line.word(behind) == "that")
    nouns = words("denials", "matter", "dealing", "reality") if confirmed else words("denials", "matter")
    return not nouns.isdisjoint(line.words[behind + 1 : behind + 1 + _OF])


def _giver(line: Tokens, start: int) -> Span | None:
    """Return who gives it: the subject of "issued", "repeated" or the like right before the noun phrase."""
    verb = start - 1
    if verb < 1 or line.words[verb] not in forms_of("denials", "giving"):
        return None
    found = subject(line, verb_group(line, verb))
    return line.span(*found) if found else None


def _from(line: Tokens, behind: int) -> Span | None:
    """Return who it comes from: "a denial, and several angry posts, from Acme"."""
    for at in range(behind, min(len(line.words) - 1, behind + _FROM)):
        if line.words[at] in ("from", "by"):
            return line.span(at + 1, object_end(line, at + 1))
        if line.words[at] in _STOPS or line.words[at] in grammar().auxiliary:
            return None
    return None


def _owner(line: Tokens, start: int) -> Span | None:
    """Return whose it is: "Acme's denial", "its denials"."""
    word = line.words[start]
    if word in grammar().possessive:
        return line.span(start, start + 1)
    if not word.endswith(("'s", "s'", "’s", "s’")):
        return None
    first = start
    while first and line.capital(first - 1) and not grammar().function(line.words[first - 1]):
        first -= 1
    return line.span(first, start + 1)


@cache
def denial_nouns() -> frozenset[str]:
    """Return the nouns for a denial, a rejection of something said, or a confirmation."""
    return words("denials", "noun", "rejection-noun", "confirmation-noun")
