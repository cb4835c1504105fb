"""Acts of reporting within one unit of text, as ranges of tokens."""

from collections.abc import Callable
from functools import cache

from kg.extract.rules.reporting.edges import bounded
from kg.extract.rules.reporting.noun_acts import colon_act, noun_act, wish_act
from kg.extract.rules.reporting.passive_acts import passive, passive_act
from kg.extract.rules.reporting.prepositional_acts import (
    according_act,
    cited_before,
    cited_behind,
    citing_act,
    closing_citation,
    credited_act,
    heard_behind,
    told_first,
    word_act,
)
from kg.extract.rules.reporting.verb_acts import verb_act
from kg.extract.rules.reporting.verbs import Verb, verb_at
from kg.extract.rules.text.cues import nouns, verbs, wish_nouns
from kg.extract.rules.text.tokens import Act, Range, Tokens
from kg.lexicon.wordlists import by_first_word


def acts(tokens: Tokens, outlet: Callable[[Range], bool]) -> tuple[Act, ...]:
    """Return the acts of one unit in order of their cues; `outlet` tells whether words name one."""
    openers = _openers()
    if openers.isdisjoint(tokens.words):
        return ()
    found: list[Act] = []
    for index in [index for index, word in enumerate(tokens.words) if word in openers]:
        act = _act_at(tokens, index, found)
        if act is not None and any(last > first for first, last in act.content):
            found.append(act)
            found.extend(cited_before(tokens, act))
            found.extend(cited_behind(tokens, act))
            found.extend(heard_behind(tokens, act))
    around = ((act, (found[:number], found[number + 1 :])) for number, act in enumerate(found))
    return tuple(bounded(tokens, act, others, outlet) for act, others in around)


def _act_at(tokens: Tokens, index: int, found: list[Act]) -> Act | None:
    """Return the act whose cue is the token at `index`; `found` holds the acts before it."""
    word = tokens.words[index]
    act, cue = None, verbs().get(word)
    if cue is not None:
        verb = verb_at(tokens, index, cue)
        act = (
            citing_act(tokens, verb, found)
            or credited_act(verb)
            or closing_citation(tokens, verb)
            or _of_verb(verb, found)
            or (None if found else told_first(verb))
        )
    if act is None and word in nouns():
        act = noun_act(tokens, index)
    if act is None and word in wish_nouns():
        act = wish_act(tokens, index)
    if act is None and word in by_first_word("cues", "according"):
        act = according_act(tokens, index)
    if act is None and found and word in by_first_word("cues", "word"):
        act = word_act(tokens, index, found)
    return colon_act(tokens, index) if word == ":" else act


@cache
def _openers() -> frozenset[str]:
    """Return the words that the cue of an act may start with."""
    return frozenset(
        (*verbs(), *nouns(), *wish_nouns(), *by_first_word("cues", "according"), *by_first_word("cues", "word"), ":")
    )


def _of_verb(verb: Verb, found: list[Act]) -> Act | None:
    if passive(verb):
        return passive_act(verb)
    return verb_act(verb, found)
