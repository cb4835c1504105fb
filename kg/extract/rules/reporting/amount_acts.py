"""Verbs of saying in clauses about an amount: "the 9,000 cars Acme expects it to sell", "a number Acme says could top".

The amount stands outside of the clause in which somebody tells of it.
"""

from dataclasses import replace

from kg.extract.rules.reporting.complements import complement
from kg.extract.rules.reporting.content import clause_end
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.verbs import Verb, number_again
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Act, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

_AMOUNT_REACH = 6
"""Tokens before "that" within which the amount stands that the relative clause is about."""


def contact_act(verb: Verb, source: Range) -> Act | None:
    """Read an amount of which somebody says something without "that": "the 9,000 cars Acme expects it to sell"."""
    tokens, last = verb.tokens, source[1]
    words, first = tokens.words, source[1]
    while first > source[0] and tokens.capital(first - 1):
        first -= 1
    head = (source[0], first)
    counted = any(words[at][:1].isdigit() for at in range(*head))
    if not verb.says or first == last or not counted or not _ends_amount(words[first - 1]):
        return None
    follows = complement(tokens, verb.end)
    if follows is None or follows[1] != "plain" or follows[0] != verb.end or not _opens_clause(tokens, verb.end):
        return None
    return Act((verb.index, verb.end), (head, (verb.end, clause_end(tokens, verb.end))), (first, last))


def number_act(verb: Verb, source: Range) -> Act | None:
    """Read what somebody says of a number told before: "900 shops, a number Acme says could top 2,000"."""
    tokens = verb.tokens
    first = number_again(tokens, source[1]) if verb.says else None
    if first is None or first >= source[1] or not verb.following:
        return None
    if verb.following not in grammar().modal and not finite_verb(tokens, verb.end):
        return None
    return Act((verb.index, verb.end), ((verb.end, clause_end(tokens, verb.end)),), (first, source[1]))


def with_amount(verb: Verb, act: Act | None) -> Act | None:
    """Add the amount that a relative clause is about: "has $2 billion that it says it will spend on chips"."""
    tokens = verb.tokens
    that = act.source[0] - 1 if act is not None and act.source else -1
    if act is None or act.kind != "speech" or that < 1 or tokens.words[that] != "that" or act.content[0][0] < verb.end:
        return act
    if not _opens_clause(tokens, verb.end):
        return act
    for at in range(that - 1, max(-1, that - _AMOUNT_REACH), -1):
        if tokens.words[at] == "," or finite_verb(tokens, at):
            return act
        if tokens.words[at][:1].isdigit():
            return replace(act, content=((at, that), *act.content))
    return act


def _ends_amount(word: str) -> bool:
    """Tell whether a word ends an amount: a plural, a word of scale, a number; no noun for the name behind it."""
    return word.endswith("s") or word == "%" or word[-1:].isdigit() or word in lexicon("scales")


def _opens_clause(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in grammar().pronoun or tokens.words[at] in grammar().determiner or tokens.capital(at)
