"""Acts of reporting within one unit of text, as ranges of tokens."""

from dataclasses import replace
from functools import cache

from kg.extract.rules.reporting.passive_acts import passive, passive_act
from kg.extract.rules.reporting.prepositional_acts import (
    according_act,
    cited_before,
    cited_behind,
    citing_act,
    closing_citation,
    colon_act,
    credited_act,
    noun_act,
    told_first,
    wish_act,
    word_act,
)
from kg.extract.rules.reporting.verb_acts import verb_act
from kg.extract.rules.reporting.verbs import Verb, verb_at
from kg.extract.rules.text.cues import nouns, source_prepositions, verbs, wish_nouns
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Tokens

_TIMED = frozenset(("after", "before", "since"))
_INTERVAL = 5
"""Words of "just a year after" at most."""


def acts(tokens: Tokens) -> tuple[Act, ...]:
    """Return the acts of one unit in order of their cues."""
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
    return tuple(_bounded(tokens, act, found[:number], found[number + 1 :]) for number, act in enumerate(found))


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
    if act is None and word in source_prepositions():
        act = according_act(tokens, index)
    if act is None and found and word in source_prepositions("word"):
        act = word_act(tokens, index, found)
    return colon_act(tokens, index) if word == ":" else act


@cache
def _openers() -> frozenset[str]:
    """Return the words that the cue of an act may start with."""
    return frozenset((*verbs(), *nouns(), *wish_nouns(), *source_prepositions(), *source_prepositions("word"), ":"))


def _of_verb(verb: Verb, found: list[Act]) -> Act | None:
    if passive(verb):
        return passive_act(verb)
    return verb_act(verb, found)


def _bounded(tokens: Tokens, act: Act, earlier: list[Act], later: list[Act]) -> Act:
    """Return the act without what belongs to the speaker before or after it."""
    low, high = 0, len(tokens.words)
    for other in later:
        edge = _speaker_edge(tokens, act, other)
        high = high if edge is None else min(high, edge)
    for other in earlier:
        if _closed_before(act, other):
            low = max(low, _behind(tokens, other))
    content = tuple((max(first, low), min(last, high)) for first, last in act.content)
    kept = tuple(part for part in content if part[1] > part[0])
    return replace(act, content=kept or act.content)


def _speaker_edge(tokens: Tokens, act: Act, other: Act) -> int | None:
    """Return where ", and Y said ..." ends what X said before it."""
    source = other.source
    if other.kind == "according" or source is None or not act.cue[1] <= source[0] < other.cue[0]:
        return None
    if other.content[0][0] < source[0]:
        return None
    words, index = tokens.words, source[0] - 1
    if words[index] in _TIMED:
        return _interval(tokens, index)
    if words[index] not in ("but", "and", "while", "as"):
        return None
    if words[index - 1] == QUOTE:
        return index
    return index - 1 if words[index - 1] in (",", ";", "—") else None


def _interval(tokens: Tokens, index: int) -> int | None:
    """Return the comma of ", a year after Y said ...": the writer's own, not what X said before it."""
    known, first = grammar(), index
    while first and index - first < _INTERVAL and tokens.words[first - 1] != ",":
        first -= 1
    timed = any(word.removesuffix("s") in known.time for word in tokens.words[first:index])
    return first - 1 if first and timed and tokens.words[first - 1] == "," else None


def _closed_before(act: Act, other: Act) -> bool:
    """Tell whether `other` credits what stands before it, within what this act credits: "A, X said, and B, Y said"."""
    behind = act.cue[0] > other.cue[1] and act.content[0][1] <= act.cue[0] and act.content[0][0] <= other.cue[0]
    return (
        behind and other.kind == "speech" and other.content[-1][1] <= other.cue[0] and other.cue[1] < act.content[0][1]
    )


def _behind(tokens: Tokens, act: Act) -> int:
    """Return the first token behind the comma that ends a speaker's phrase."""
    words, known = tokens.words, grammar()
    index = max(act.cue[1], act.source[1] if act.source else 0)
    while index < len(words) and words[index] != ",":
        index += 1
    while index < len(words) and (words[index] == "," or words[index] in known.conjunction):
        index += 1
    return index if index < len(words) else 0
