"""What stands in or behind the object of a verb and belongs to what it says: a site's country, a second purchase."""

from collections.abc import Iterator

from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.phrases import Phrase, Phrases
from kg.lexicon.wordlists import words

_DATE = 2
"""How many tokens a year behind a price takes: "in 2024"."""
_BESIDE_NOUN = {"in": ("event", "p"), "for": ("effect", "p,")}
"""Preposition -> the nouns it tells more of, and what leads these: "at a forum in Oslo", "..., a blow for Acme"."""
_THOSE = "those"
"""What a preposition tells of where it stands for goods told before: "chips, rivals to those from Acme"."""


def country_of(phrases: Phrases, phrase: Phrase | None, codes: tuple[str, ...] = ("sites",)) -> tuple[int, ...]:
    """Return where a site or industry is by its noun phrase: "plans a German plant", "opened its Texas data center"."""
    if phrase is None or phrase.head is not None or phrase.noun is None or not phrase.names:
        return ()
    said, names = phrases.tokens.words, phrases.tokens.names
    nouns = {said[phrase.noun], " ".join(said[phrase.noun - 1 : phrase.noun + 1])}
    if nouns.isdisjoint(words("relation-cues", *codes)):
        return ()
    return tuple(index for index in phrase.names[-1:] if names[index].entity.kind == "Place" and index < phrase.noun)


def bought_besides(phrases: Phrases, phrase: Phrase | None) -> Iterator[Phrase]:
    """Yield what was bought too, with its price: C of "bought A for $4 million and C for $9 million"."""
    tokens = phrases.tokens
    while phrase is not None and (end := _priced(phrases, phrases.within(phrase).last)):
        end += tokens.kind(end) == ","
        phrase = phrases.starting(end + 1) if tokens.kind(end) == "c" else None
        if phrase is not None and _priced(phrases, phrases.within(phrase).last):
            yield phrase


def brings_other(phrases: Phrases, at: int) -> bool:
    """Tell whether the preposition at token `at` brings nothing that takes part in what is done."""
    if _closes_compound(phrases.tokens, at) or phrases.tokens.word(at - 1) == _THOSE:
        return True
    beside = _BESIDE_NOUN.get(phrases.tokens.word(at))
    return beside is not None and _ends_in(phrases, at, *beside)


def _ends_in(phrases: Phrases, at: int, code: str, led: str) -> bool:
    """Tell whether what ends at token `at` is a noun of the code, led by a token of these kinds."""
    tokens, phrase = phrases.tokens, phrases.ending(at)
    if phrase is None or phrase.noun is None or tokens.words[phrase.noun] not in words("relation-cues", code):
        return False
    return tokens.kind(phrase.first - 1) in led


def _closes_compound(tokens: Tokens, at: int) -> bool:
    """Tell whether "to" is the end of another preposition: "sold 40 cars, according to X"."""
    compound = tokens.word(at) == "to" and tokens.word(at - 1) in words("relation-cues", "compound")
    return compound and not (tokens.word(at - 1) == "addition" and tokens.word(at - 2) != "in")


def _priced(phrases: Phrases, end: int) -> int:
    """Return the token behind a price that stands at token `end`, a date included, 0 where none does."""
    tokens = phrases.tokens
    sum_ = phrases.starting(tokens.past(end + 1, "xp")) if tokens.word(end) == "for" else None
    if sum_ is None or sum_.names or "0" not in tokens.classes[sum_.first : sum_.last]:
        return 0
    dated = tokens.word(sum_.last) == "in" and tokens.word(sum_.last + 1).isdigit()
    return sum_.last + _DATE * dated


def told_ago(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a phrase tells how long ago, and is no object: "two years ago", "three months earlier"."""
    timed = phrase.noun is not None and tokens.words[phrase.noun] in words("time-nouns", "unit")
    return timed and not phrase.names and tokens.word(phrase.last - 1) in words("time-adverbs", "relative")


def brought_again(phrases: Phrases, phrase: Phrase, last: Phrase) -> Phrase | None:
    """Return what the preposition of `phrase` brings once more behind `last`: "competes with A in chips and with B"."""
    tokens, at = phrases.tokens, last.last
    beside = phrases.starting(at + 1) if tokens.kind(at) == "p" else None
    at = beside.last if beside is not None and not beside.names else at
    at += tokens.kind(at) == ","
    again = tokens.kind(at) == "c" and tokens.word(at + 1) == tokens.word(phrase.first - 1)
    return phrases.starting(at + 2) if again else None
