"""What stands behind a verb of saying and is no clause it reports: an amount added, the verb of the clause around."""

from functools import cache

from kg.extract.rules.reporting.verbs import Verb
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Range, Tokens
from kg.lexicon.wordlists import words

# A number stands among the first words of an amount ("more than 19 million").
_AMOUNT = 3
_PRIZE = 6
"""Words of what somebody claims, up to its noun ("the world's number one spot")."""
_CLAUSE_EDGE = frozenset((",", ";", "which", "who", "that", "after", "as", "while", "when", "because", "since"))
_JOINING = frozenset(("and", "but", "or"))
_VERB_ENDS = ("ed", "n't", "'s", "'re", "'ll", "'d", "'ve")


def outer_verb(verb: Verb, source: Range, follows: tuple[int, str]) -> bool:
    """Tell whether what follows is the verb of the clause around ("the plan that X announced will cost ...").

    It is X's own words in "a plan that X said will cost ..." and "the plan, which X reported had cost ...".
    """
    line = verb.tokens.words
    begin, shape = follows
    if verb.cue.lemma not in _announcing() or source[0] < 2 or line[source[0] - 2] == ",":  # noqa: PLR2004 - head, "that"
        return False
    related = line[source[0] - 1] in ("that", "which")
    return related and shape == "plain" and any(_finite(verb.tokens, at) for at in range(verb.end, begin + 1))


def has_object(verb: Verb, follows: tuple[int, str]) -> bool:
    """Tell whether a verb has a thing as its object, not a clause that it reports."""
    return _adds_amount(verb, follows) or _claims_prize(verb, follows)


def _adds_amount(verb: Verb, follows: tuple[int, str]) -> bool:
    """Tell whether a verb has an amount as its object, not a clause: "added 19 million users", "recall 90 cars"."""
    begin, shape = follows
    line = verb.tokens.words
    amount = any(word[:1].isdigit() or word in _numbers() for word in line[begin : begin + _AMOUNT])
    takes = verb.cue.lemma in words("cues", "taking-amounts") and shape == "plain"
    return takes and amount and not _has_verb(verb.tokens, begin)


def _claims_prize(verb: Verb, follows: tuple[int, str]) -> bool:
    """Tell whether somebody claims a thing to have it, and says nothing: "claimed the top spot with 9 million"."""
    begin, shape = follows
    if verb.cue.lemma not in words("cues", "taking-prizes") or shape != "plain":
        return False
    prize = not words("semantic-fields", "prize").isdisjoint(verb.tokens.words[begin : begin + _PRIZE])
    return prize and not _has_verb(verb.tokens, begin)


def _has_verb(tokens: Tokens, begin: int) -> bool:
    """Tell whether what starts at `begin` has a finite verb, so that it is a clause and no thing."""
    line = tokens.words
    for index in range(begin, len(line)):
        word = line[index]
        if word in _CLAUSE_EDGE or (word in _JOINING and _acts(tokens, index + 1)):
            return False
        if tokens.word(index + 1) == "by":
            continue  # "fewer than 90 expected by analysts"
        owner = word.endswith("'s") and word[:-2] not in grammar().pronoun  # "the ministry's list"
        if _finite(tokens, index) or _finite_cue(word) or (word.endswith(_VERB_ENDS) and not owner):
            return True
    return False


def _acts(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is a finite verb: "adds $3 million to its sales and shows its strength"."""
    word = tokens.word(index)
    return bool(word) and (_finite(tokens, index) or _finite_cue(word))


@cache
def _announcing() -> frozenset[str]:
    return words("cues", "announcing")


@cache
def _numbers() -> frozenset[str]:
    return words("numbers")


def _finite(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is an auxiliary or an irregular past form: not the month of May."""
    word, known = tokens.words[index], grammar()
    return (word in known.auxiliary or word in known.finite) and not tokens.capital(index)


def _finite_cue(word: str) -> bool:
    cue = verbs().get(word)
    return cue is not None and not cue.forms.isdisjoint(("past", "third"))
