"""The head of a subject that a clause of its own parts from its verb: "The man who owns X", "A letter sent to X"."""

from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import DASHES, QUOTE, Tokens
from kg.lexicon import wordlists

STOPS = frozenset((";", ":", "(", ")", "[", "]", "…", QUOTE)) | DASHES
_LEAST_HEAD = 3
_OF_PAPER = 5
"""Words of the phrase for a paper up to its noun at most: "The two internal court documents"."""
_RELATIVE, _JOINING, _PLACE = ("who", "which", "whose"), ("and", "or"), 3
_LONGEST = 34


def head_of_relative(tokens: Tokens, first: int) -> int | None:
    """Return where the unit starts if its first noun has a relative clause around `first`: "The man who owns X".

    The noun has an article or is one for people ("Two employees who have worked with X"), or nothing is said in the
    clause.
    """
    words, known = tokens.words, grammar()
    verb = first
    if first > 1 and finite_verb(tokens, first - 1):
        verb -= 1
        while verb > 1 and words[verb - 1] in known.auxiliary:
            verb -= 1
    first = verb if words[verb - 1] in known.relative else first
    people = first > 1 and words[first - 2] in wordlists.words("sources", "people")
    if (first < _LEAST_HEAD and not people) or words[first - 1] not in known.relative:
        return None
    told = words[0] in known.determiner or people
    if not told and (tokens.capital(first - 2) or words[first] in verbs()):
        return None
    clause = words[first].endswith(("s", "ed")) or words[first] in known.auxiliary
    plain = all(
        not finite_verb(tokens, at) and words[at] != "," and words[at] not in STOPS for at in range(1, first - 1)
    )
    return 0 if clause and not tokens.capital(first) and plain else None


def head_of_paper(tokens: Tokens, first: int) -> int | None:
    """Return where the phrase for a paper starts whose participle stands before `first`: "A letter sent to X"."""
    words, known, noun = tokens.words, grammar(), first - 2
    papers = wordlists.words("sources", "document", "publication", "paper") | wordlists.words(
        "semantic-fields", "dated-papers"
    )
    if noun < 0 or words[noun] not in papers or words[first - 1] not in wordlists.words("semantic-fields", "of-papers"):
        return None
    start = noun
    while start and noun - start < _OF_PAPER and not known.function(words[start - 1]) and words[start - 1] not in STOPS:
        if words[start - 1] == "," or finite_verb(tokens, start - 1):
            return start
        start -= 1
    return start - (start > 0 and words[start - 1] in known.determiner)


def opening_comma(tokens: Tokens, comma: int) -> int:
    """Return the comma before a relative clause that goes on behind `comma`, else `comma`.

    A place, a time and a list have commas of their own: "Ann Lee, who lives in Ayton, Ohio, said".
    """
    words, known = tokens.words, grammar()
    behind = next((at for at in range(comma + 1, len(words)) if words[at] == ","), len(words))
    for back in range(comma, max(-1, comma - _LONGEST), -1):
        if words[back] in STOPS:
            break
        if words[back] != ",":
            continue
        if words[back + 1] in _RELATIVE:
            return back
        named = (tokens.capital(at) or words[at] in _JOINING for at in range(back + 1, behind))
        region = behind - back <= _PLACE + 1 and all(named)
        if not (region or words[back + 1] in known.preposition):
            break
        behind = back
    return comma
