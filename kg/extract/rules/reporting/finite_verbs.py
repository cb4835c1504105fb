"""Which word is the finite verb of its clause, told from the participles, nouns and names that look like one."""

from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Tokens
from kg.lexicon.wordlists import words as lexicon

# "need" and "seed" end in -ed and are no past forms.
_SHORTEST_PAST = 4
_WHICH = frozenset(("last", "this", "late", "early", "earlier"))
_OF_WHAT = frozenset(("for", "of"))


def finite_verb(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is a finite verb, as far as lists and endings tell."""
    words, known = tokens.words, grammar()
    word = words[index]
    undergone = tokens.word(index + 1) == "by"  # "analysts led by Ann Lee"
    before = words[index - 1] if index else ""
    noun = before in ("the", "a", "an") or before in known.possessive or before.endswith(("'s", "s'"))
    held = undergone or noun or _part_of_name(tokens, index)  # "people familiar with the plans said"
    if word in known.auxiliary or (word in known.finite and not held):
        return True
    cue = verbs().get(word)
    if (tokens.capital(index) and index) or (cue and tokens.word(index + 1) == "by"):  # "people quoted by the paper"
        return False
    if cue and ("past" in cue.forms or ("third" in cue.forms and cue.lemma not in known.noun_like)):
        adverb = before in known.adverb and not before.endswith(("self", "selves"))  # "Acme itself warned"
        closed = before in known.determiner or before in known.preposition or adverb
        return not (closed or before.endswith("'s") or is_noun(tokens, index))
    if not word.endswith("ed") or len(word) <= _SHORTEST_PAST or before in known.determiner:
        return False
    named = index == 0 and len(words) > 1 and tokens.capital(1)  # "Applied Materials"
    if named or _of_noun(tokens, index):
        return False
    # "people briefed on the matter": a participle behind its noun, not the verb of a clause.
    return words[index + 1] not in known.preposition if index + 1 < len(words) else True


def _of_noun(tokens: Tokens, index: int) -> bool:
    """Tell whether only a time parts a participle from the verb of its noun: "a poll released last week shows"."""
    at = index + 1 + (tokens.word(index + 1) in _WHICH)
    behind = verbs().get(tokens.word(at + 1)) if tokens.word(at) in grammar().time else None
    return behind is not None and not behind.forms.isdisjoint(("past", "third")) and not tokens.capital(at + 1)


def is_noun(tokens: Tokens, index: int) -> bool:
    """Tell whether a word that is a verb's past form and a noun is the noun: "gave no profit forecast for the year"."""
    cue, before = verbs().get(tokens.words[index]), index - 1
    if cue is None or cue.lemma != tokens.words[index] or cue.lemma not in grammar().noun_like or before < 1:
        return False
    told_apart = not tokens.capital(before) and tokens.words[before] not in lexicon("sources", "crowd")
    return told_apart and tokens.word(index + 1) in _OF_WHAT and not tokens.words[before].endswith("s")


def _part_of_name(tokens: Tokens, index: int) -> bool:
    """Tell whether "Rose" or "Held" is a name: a capital behind a capital, in a line that is not in title case."""
    if not index or not (tokens.capital(index) and tokens.capital(index - 1)):
        return False
    return any(
        len(word) >= _SHORTEST_PAST and not tokens.capital(at) for at, word in enumerate(tokens.words) if word != QUOTE
    )
