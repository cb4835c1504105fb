"""Names that the registry lacks, told to be companies by what they do or by what is done with them.

"Kestrin raised $4 million", "a stake in Kestrin", "paid Kestrin $4 million". Any word has a capital where it opens a
sentence; so a single word counts at such a place only where the text prints it with a capital elsewhere too, never
without, and where it is no common noun of the vocabulary.
"""

import re
from functools import lru_cache

from kg.extract.rules.names.acting import acts, moves
from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, concept_of, words

_SUM = re.compile(
    r"\s(?:(?:about|around|roughly|some|nearly|almost|over|up\sto|more\sthan|a)\s)?(?:[A-Z]{0,3}[$€£¥₹]|[\d.,]+\s)"
)
_OWNED = re.compile(r"['’]s?\s(?:own\s|latest\s|annual\s|quarterly\s|net\s)?([a-z]+)")
_GENDERED = re.compile(r"\b(?:he|she|his|her|him)\b")
_NEUTER = re.compile(
    r"\b(?:[Ii]ts?|(?:[Tt]he|this)\s(?:[\w-]+\s)?(?:company|group|firm|bank|start-?up|maker|retailer|chain|business|lender))\b"
)
_ANAPHORA = 200
"""Characters behind a name in which the pronouns that stand for it are looked for."""
_BRACKET = re.compile(r"\s\([^()]{1,24}\)")
_NO_SHARE = ("the ", "The ", "'s ", "’s ")
"""What stands before an index or a currency, which move as shares do."""
_AT, _AMOUNT_AT = " at ", re.compile(r"(?:%|percent|per\scent)\sat\s\Z")
_FREE = re.compile(r"\s?[,.;)]|\s(?:and|but|while|in|on|after|as|to)\s")
"""What happens by so much "at" somebody: "sales fell 9% at Kestrin, ..."."""
_EARNED = ("revenue", "profit", "dividend")
_SHORTEST = 3
_REACH = 40
"""Characters before a name that hold the words which tell what is done with it."""


def does_business(stretch: Stretch, around: Surroundings, people: frozenset[str]) -> bool:
    """Tell whether the words around a capitalised stretch of the prose make it a company.

    `people` are the last words of stretches that may be a person's full name: a word among them may be a surname. What
    looks like a person's name counts only where the text goes on with "its" and not with "her" or "his".
    """
    text, start, end = around.text, stretch.span.start, stretch.span.end
    opens = around.opens(start)
    bracket = _BRACKET.match(text, end)
    does = _acts(bracket.end() if bracket else end, around) and _no_person(stretch, text, people)
    if not does and not is_handled(start, end, text):
        return False
    if opens and not does and not _stands_as_name(stretch.text, text):
        return False
    if len(stretch.tokens) == 1 and (
        stretch.text.lower() in _common() or (opens and not _stands_as_name(stretch.text, text))
    ):
        return False
    return not around.titled(start)


def _acts(end: int, around: Surroundings) -> bool:
    return acts(around.text, end) and around.after(end) not in words("verbs", "saying") - words(
        "notions", "own-results"
    )


def is_handled(start: int, end: int, text: str) -> bool:
    """Tell whether the name at `start` to `end` is dealt in, or owns what only a company has: "a stake in Kestrin"."""
    before = text[max(0, start - _REACH) : start].lower()
    owned = _OWNED.match(text, end)
    if owned and owned[1] in _assets():
        return True
    if text[start - len(_AT) : start] == _AT and _AMOUNT_AT.search(text, max(0, start - _REACH), start):
        return _FREE.match(text, end) is not None
    if moves(text, end) and not text.endswith(_NO_SHARE, 0, start):
        return True
    paid = _paying().search(before) is not None and _SUM.match(text, end) is not None
    return paid or _handled().search(before) is not None or _asset_at().search(before) is not None


def _no_person(stretch: Stretch, text: str, people: frozenset[str]) -> bool:
    """Tell whether nothing speaks for a person, or the text itself speaks for a thing."""
    if stretch.text in people:
        return False
    behind = text[stretch.span.end : stretch.span.end + _ANAPHORA]
    if _GENDERED.search(behind):
        return False
    body = any(token.lower() in concept_of("bodies") for token in stretch.tokens)
    return body or not personal(stretch.tokens) or len(stretch.tokens) == 1 or _NEUTER.search(behind) is not None


def _stands_as_name(word: str, text: str) -> bool:
    """Tell whether a word that opens a sentence is a name: it has its capital elsewhere too, and nowhere lacks it."""
    if word.endswith("s") or len(word) < _SHORTEST:
        return False
    return text.count(word) > 1 and word.lower() not in text


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Return the single words in small letters of the code lists: nouns and verbs that a sentence may open with."""
    listed = ("notions", "measures", "nouns", "bodies", "verbs", "titles", "scopes", "sources")
    return frozenset(word.lower() for scheme in listed for word in _words(scheme) if " " not in word)


def _words(scheme: str) -> frozenset[str]:
    return words(scheme) | frozenset(concept.label for concept in codes.scheme(scheme).values())


@lru_cache(maxsize=1)
def _assets() -> frozenset[str]:
    """Return what a company has and a person has not."""
    kinds = ("stake", "revenue", "profit", "share-price", "market-value", "customer", "subscriber", "store", "dividend")
    return words("notions", *kinds) | words("verbs", "market")


@lru_cache(maxsize=1)
def _asset_at() -> re.Pattern[str]:
    """Match what only a company has, before its name: "revenue at Kestrin"."""
    return re.compile(rf"\b{alternation(word.lower() for word in words('notions', *_EARNED))}\sat\s\Z")


@lru_cache(maxsize=1)
def _handled() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word.lower() for word in words('verbs', 'handling'))}\s(?:the\s)?\Z")


@lru_cache(maxsize=1)
def _paying() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words('verbs', 'paying'))}\s\Z")
