"""Who says it, where the speaker stands behind the verb: "said X, the head of Y"."""

from kg.extract.rules.reporting.heads import STOPS
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

_LONGEST = 52
"""Tokens of a speaker with all that describes them."""
_BEHIND_SUBJECT = frozenset(("after", "before", "because", "while", "when", "as", "but"))
# How far into a prepositional phrase the noun stands that tells what kind it is; times stand near its start.
_PHRASE = 5
_PHRASE_START = 3


def inverted(tokens: Tokens, verb: int) -> Range | None:
    """Return the subject behind an inverted verb ("said X, the head of Y")."""
    words, known = tokens.words, grammar()
    first = verb + 1
    opening = tokens.word(first)
    if opening in ("", ",") or opening in STOPS or opening in known.preposition or opening in known.time:
        return None
    if opening in known.pronoun:
        return first, first + 1
    end = first
    limit = min(len(words), first + _LONGEST)
    while end < limit and words[end] not in STOPS and not _leaves_phrase(tokens, first, end):
        end += 1
    while end > first and words[end - 1] in (",", "and", "but"):
        end -= 1
    return (first, end) if end > first else None


def _leaves_phrase(tokens: Tokens, first: int, index: int) -> bool:
    """Tell whether the token ends the subject behind an inverted verb: an adverbial or another clause starts."""
    words, known = tokens.words, grammar()
    word = words[index]
    if word == ",":
        return _leaves_at_comma(tokens, index)
    if any(words[back] in ("who", "which", "whose", "where") for back in range(first, index)):
        return False
    if word in known.time and not _of_name(tokens, index):
        return index > first
    return word in _BEHIND_SUBJECT or (word in known.preposition and _adverbial_phrase(tokens, index))


def _of_name(tokens: Tokens, index: int) -> bool:
    """Tell whether a word of time is printed with a capital that only a name gives it: "the Morning Post"."""
    printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
    dated = printed in lexicon("months") or printed in lexicon("weekdays")
    return printed[:1].isupper() and not dated


def _leaves_at_comma(tokens: Tokens, comma: int) -> bool:
    following, known = tokens.word(comma + 1), grammar()
    cue = verbs().get(following)
    if (cue and "ing" in cue.forms) or following in known.pronoun or following in known.contrast:
        return True
    return following in _BEHIND_SUBJECT or following in ("according", QUOTE)


def _adverbial_phrase(tokens: Tokens, index: int) -> bool:
    """Tell whether the preposition opens a phrase of time or of the setting of what was said."""
    word, known = tokens.words[index], grammar()
    ahead = tokens.words[index + 1 : index + 1 + _PHRASE]
    if word not in ("of", "for") and not known.time.isdisjoint(ahead[:_PHRASE_START]):
        return True
    setting = word in ("in", "on", "during", "at", "to", "via") and not known.setting.isdisjoint(ahead)
    return setting and tokens.words[index - 1] not in known.determiner
