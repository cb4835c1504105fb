"""Nouns and marks that report without a verb: "X's claim that", "a claim by X that", "X's hope for", "X: ..."."""

from kg.extract.rules.reporting.content import clause_end, object_end, quotation_end
from kg.extract.rules.reporting.source import author
from kg.extract.rules.text.cues import nouns, verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Range, Tokens
from kg.lexicon.wordlists import words

# A speaker named before a colon is no longer than this; nor is a possessor before the noun it owns.
_SPEAKER = 6
_OWNER = 5
# "for", whom a wish is about, and "to" stand within this many words.
_WISHED = 9


def noun_act(tokens: Tokens, index: int) -> Act | None:
    """Read "X's claim that ..." and "a claim by X that ..."; without an owner the source stays open."""
    words, start = tokens.words, index + 1
    source = _owner(tokens, index) or _issued(tokens, index)
    if tokens.word(start) in ("by", "from") and tokens.words[index] in nouns():
        end = start + 1
        while end < len(words) and end - start <= _SPEAKER and words[end] not in ("that", ",", QUOTE):
            end += 1
        source, start = ((start + 1, end) if start + 1 < end else None), end  # "speculation by that"
    following = tokens.word(start + 1)
    if tokens.word(start) != "that" or not following or following in grammar().auxiliary:
        return None
    cue = verbs().get(following)
    if cue and "past" in cue.forms:
        return None
    return Act((index, index + 1), ((start + 1, clause_end(tokens, start + 1)),), source, "nominal")


def wish_act(tokens: Tokens, index: int) -> Act | None:
    """Read "X's hope for Y to ...": a wish with its owner; without one nothing is reported."""
    source, start = _owner(tokens, index), index + 1
    if source is None or tokens.word(start) != "for":
        return None
    end = object_end(tokens, start)
    ahead = tokens.words[start + 2 : min(end, start + _WISHED)]
    return Act((index, index + 1), ((start + 1, end),), source, "nominal") if "to" in ahead else None


def _issued(tokens: Tokens, index: int) -> Range | None:
    """Return who published the text at `index` ("X published a report that ..."), else the text itself."""
    text = _text(tokens, index)
    return (author(tokens, text) or text) if text else None


def _text(tokens: Tokens, index: int) -> Range | None:
    """Return the text that speaks for itself with its article ("a newspaper report"), None for other nouns."""
    if tokens.words[index] not in words("cues", "text"):
        return None
    first = index
    while first and index - first < _OWNER and tokens.words[first - 1] not in grammar().determiner:
        first -= 1
    return (first - 1, index + 1) if first and tokens.words[first - 1] in grammar().determiner else None


def _owner(tokens: Tokens, index: int) -> Range | None:
    words, known = tokens.words, grammar()
    for back in range(index - 1, max(-1, index - _OWNER), -1):
        if words[back] in known.possessive:
            return back, back + 1
        if words[back].endswith(("'s", "s'")):
            first = back
            while first and tokens.capital(first - 1):
                first -= 1
            return first, back + 1
    return None


def colon_act(tokens: Tokens, index: int) -> Act | None:
    """Read a name, a colon and a quotation, or the line of a transcript ("MODERATOR: ...")."""
    line = tokens.words
    if not 0 < index <= _SPEAKER or index + 1 >= len(line):
        return None
    if any(word in verbs() or word == QUOTE for word in line[:index]):
        return None
    if line[index + 1] == QUOTE and tokens.capital(index - 1):
        return Act((index, index + 1), ((index + 1, quotation_end(tokens, index + 1)),), (0, index))
    if line[index - 1] in words("sources", "publication") or not line[index + 1][:1].isalpha():
        return None  # "STORY: ..." and "EPS: $4" are labels
    speaker = tokens.span(0, index).of(tokens.text)
    if speaker.isupper() and any(char.isalpha() for char in speaker):
        return Act((index, index + 1), ((index + 1, len(line)),), (0, index))
    return None
