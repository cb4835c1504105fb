"""Who speaks by a verb: its own subject, or the one it shares with the verb before it ("X went home and said")."""

from kg.extract.rules.reporting.source import author, elided_subject, subject
from kg.extract.rules.reporting.verbs import Verb
from kg.extract.rules.text.cues import forms_of
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Range
from kg.lexicon.wordlists import words as lexicon

_BROUGHT, _OBJECT = 24, 9
"""Tokens between what somebody is brought to give out and its words, and between what brings and "to"."""
_SETTING = 8
"""Words between "and" and a verb at most that tell when and where something was said."""
_SHARING = frozenset((",", QUOTE, "and", "by", "while", "after", "before", "in", ""))
_NO_SUBJECT = frozenset(("according", "nominal", "passive", "relayed"))


def speaker(verb: Verb, found: list[Act]) -> Range | None:
    """Return who says what the verb words; `found` holds the acts before it in the unit."""
    helped = not grammar().auxiliary.isdisjoint(verb.helpers)
    here = None
    if not (verb.form("ing") and not helped and verb.before in _SHARING):
        here = subject(verb.tokens, verb.group)
    if _set_off(verb):
        return _shared(verb, found)
    if here is None and ((verb.form("ing") and not helped) or verb.before in grammar().conjunction):
        return _shared(verb, found)
    if here and verb.form("ing") and not helped:
        return author(verb.tokens, here) or here
    return here


def _set_off(verb: Verb) -> bool:
    """Tell whether "and" stands before a verb with only where or when it was said: "but in a later interview said".

    Commas may part that: "..., and, in a statement on Monday, said".
    """
    words, known, last = verb.tokens.words, grammar(), verb.group - 1
    parted = last > 0 and words[last] == ","
    last -= parted
    if last < 1 or (words[last] not in known.setting and words[last] not in known.time):
        return False
    first = last
    while first > 1 and last - first < _SETTING and words[first] not in known.conjunction and words[first] != ",":
        first -= 1
    if words[first + 1] not in known.preposition:
        return False
    joint = first - (parted and words[first] == ",")
    named = (verb.tokens.capital(at) and words[at] not in known.time for at in range(first + 1, last + 1))
    return words[joint] in known.conjunction and not any(named)


def _shared(verb: Verb, found: list[Act]) -> Range | None:
    """Return the subject that a verb shares with the one before it, or whom the clause before has brought to speak."""
    if brought := _brought(verb):
        return brought
    for act in reversed(found):
        if act.source and act.kind not in _NO_SUBJECT:
            return act.source
    return elided_subject(verb.tokens, verb.group)


def _brought(verb: Verb) -> Range | None:
    """Return whom something brought to give out what the verb words: "..., prompting Acme to issue a post, saying"."""
    words, giving, causing = verb.tokens.words, forms_of("cues", "issuing"), lexicon("cues", "prompting")
    for to in range(verb.group - 1, max(1, verb.group - _BROUGHT), -1):
        if words[to] == "to" and words[to + 1] in giving:
            first = next((at for at in range(to - 1, max(0, to - _OBJECT), -1) if words[at] in causing), None)
            return (first + 1, to) if first is not None and first + 1 < to else None
    return None
