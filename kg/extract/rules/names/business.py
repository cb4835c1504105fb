"""Names that the registry lacks, told to be companies by what they do or by what is done with them.

"Kestrin raised $4 million", "a stake in Kestrin", "paid Kestrin $4 million". Any word has a capital where it opens a
sentence; so a single word counts at such a place only where the text prints it with a capital elsewhere too, never
without, and where it is no common noun of the vocabulary.
"""

import re
from functools import lru_cache

from kg.extract.rules.names.acting import acts, keeps, moves
from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.sums import amount
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, concept_of, words

_SUM = Construction(
    r"\s(?:(?:about|around|roughly|some|nearly|almost|over|up\sto|more\sthan|an?|another|an\sadditional|an?\sfurther)\s)?(?:{#money}|[\d.,]+\s)"
)
_OWNED = re.compile(
    r"['’]s?\s(?:(?:own|latest|annual|quarterly|net|final|interim|operating|pretax|(?:[a-z]+-)+(?:quarter|half|year))\s)?"
    r"([a-z]+)"
)
_GENDERED = re.compile(r"\b(?:he|she|his|her|him)\b")
_NEUTER = Construction(r"\b(?:[Ii]ts?|(?:[Tt]he|this)\s(?:[\w-]+\s)?{firm-called})\b")
_ANAPHORA = 200
"""Characters behind a name in which the pronouns that stand for it are looked for."""
_BRACKET = re.compile(r"\s\([^()]{1,24}\)")
_NO_SHARE = ("the ", "The ", "'s ", "’s ")
"""What stands before an index or a currency, which move as shares do."""
_AT, _AMOUNT_AT = " at ", re.compile(r"(?:%|percent|per\scent)\sat\s\Z")
_VALUING = ("value ", "values ", "valued ", "valuing ")
_AT_SUM = Construction(r"(?:['’]s\s[a-z]+)?\sat\s(?:[a-z]+\s){0,3}{#amount}")
"""Who is valued: "a deal that values Kestrin at $4 million"."""
_FREE = re.compile(r"\s?[,.;)]|\s(?:and|but|while|in|on|after|as|to|for|from|last)\s")
"""What stands behind a whole name: "sales fell 9% at Kestrin, ...", "bought Kestrin for", "founded Kestrin in 2012"."""
_BUYING = ("to buy ", " buying ", " bought ", " buys ", "will buy ", " founded ", " owns ")
_EARNED = ("revenue", "profit", "dividend")
_SHORTEST = 3
_REACH = 40
"""Characters before a name that hold the words which tell what is done with it."""
_OWNED_BY = re.compile(
    r",\swhich\s(?:the\s)?(?:[A-Z][\w&.-]*\s|it\s){1,3}(?:has\s|had\s)?(?:bought|acquired|owns|owned|sold|controls|took\sover|spun\soff)\b"
)
_PARTIES = frozenset({"by", "from", "with"})
"""Prepositions before whoever does or gives something: "made by Kestrin, which cut 40 jobs"."""
_ASIDE = re.compile(
    r",?\swhich(?=\s)|,\son\s[A-Z][a-z]+\s\d{1,2},\s\d{4},(?=\s)|,\s(?!and\b|or\b|but\b|who\b)[^,.;]{1,90},(?=\s)|:(?=\s)"
)
_TOLD_OF = re.compile(r",\swhich\s[^,.;:]{3,90},(?=\s)")
"""A clause that tells of a thing and not of a person: "Kestrin, which was founded in 2012, said"."""
_SHARES = ("hares of ", "hares in ", "tock of ")
_STOCK = re.compile(r"\s(?:shares|stock|share price)(?=\s)")
_PRESENT = re.compile(r"\s(?!(?:is|was|has)\b)[a-z]+s\b")
_NOUN_ENDINGS = ("s", "ing", "ion", "ment", "ness", "ity", "ance", "ence", "ism", "hip", "ly", "one", "body")
"""How nouns and pronouns end that a sentence may open with, bare: "Spending", "Investment", "Nobody"."""
_INNER_MARK = re.compile(r"[a-z][A-Z0-9]|[a-z0-9]\.[a-z]|\w&\w")
_STAFF = Construction(r"\s{verbs:staff}\b")
"""Those who work for the company before them: "Kestrin chief executive", "Kestrin employees"."""
_UNDERGOES = Construction(
    r"\s(?:(?:is|was|were|has\sbeen|had\sbeen|to\sbe)\s(?:[a-z]+ly\s|also\s|now\s|last\s)?{verbs:undergone}|(?:has\s)?told\s(?:its\s)?{verbs:staff})\b"
)
"""What only a company undergoes, or whom it talks to: "was fined", "is in talks", "told staff"."""
_PAYING = Construction(r"\b{verbs:paying}\s\Z")


def does_business(stretch: Stretch, around: Surroundings, people: frozenset[str], inner: frozenset[str]) -> bool:
    """Tell whether the words around a capitalised stretch of the prose make it a company.

    `inner` are the stretches that stand inside a sentence somewhere, where only a name has a capital.
    `people` are the last words of stretches that may be a person's full name: a word among them may be a surname. What
    looks like a person's name counts only where the text goes on with "its" and not with "her" or "his".
    """
    text, start, end = around.text, stretch.span.start, stretch.span.end
    opens = around.opens(start)
    bracket = _BRACKET.match(text, end)
    past = bracket.end() if bracket else end
    if _role_behind().match(text, end) and not around.titled(start) and (not opens or text.count(stretch.text) > 1):
        return stretch.text.lower() not in _common()
    does = _owns(end, text) or (_acts(start, past, around) and _no_person(stretch, text, people))
    if around.titled(start) or not (does or is_handled(start, end, text)):
        return False
    alone = len(stretch.tokens) == 1
    if alone and stretch.text.lower() in _common():
        return False
    if not opens or stretch.text in inner or _marked(stretch.text):
        return True
    return does and (not alone or _stands_as_name(stretch, text))


def _acts(start: int, end: int, around: Surroundings) -> bool:
    """Tell whether what is named from `start` to `end` does business, by the verb right behind or past an aside."""
    text = around.text
    if _STAFF.match(text, end) or _OWNED_BY.match(text, end):
        return True
    if text.startswith((",", " which ", ":"), end):
        return _acts_past_aside(start, end, around)
    bare = around.before(start).lower() != "the"
    if bare and _UNDERGOES.match(text, end):
        return True
    if _says(end, around):
        return _says_of_itself().match(text, end) is not None
    return (bare and keeps(text, end)) or acts(text, end) or _has().match(text, end) is not None


def _acts_past_aside(start: int, end: int, around: Surroundings) -> bool:
    """Tell whether what is named does business by the verb past an aside, or in a clause that tells of it."""
    text = around.text
    aside = _ASIDE.match(text, end)
    told_of = text.startswith(", which ", end) and around.before(start) in _PARTIES
    if aside is None or (around.before(start) in grammar().preposition and not told_of):
        return False
    told = _TOLD_OF.match(text, end)
    if told is not None and (_says(told.end(), around) or acts(text, told.end())):
        return True
    if _says(aside.end(), around):
        return _says_of_itself().match(text, aside.end()) is not None
    ahead = text[aside.end() : aside.end() + _ANAPHORA]
    ahead = ahead.lower() if aside[0] == ":" else ahead  # "Kestrin: Cut 40 jobs"
    return acts(ahead, 0) or _has().match(ahead) is not None


def _says(end: int, around: Surroundings) -> bool:
    return around.after(end) in words("verbs", "saying") - words("notions", "own-results")


def is_handled(start: int, end: int, text: str) -> bool:
    """Tell whether the name at `start` to `end` is dealt in, or owns what only a company has: "a stake in Kestrin"."""
    before = text[max(0, start - _REACH) : start].lower()
    if _owns(end, text):
        return True
    if text[start - len(_AT) : start] == _AT and _AMOUNT_AT.search(text, max(0, start - _REACH), start):
        return _FREE.match(text, end) is not None
    if moves(text, end) and not text.endswith(_NO_SHARE, 0, start):
        return True
    if text.endswith(_VALUING, 0, start) and _AT_SUM.match(text, end):
        return True
    if before.endswith(_BUYING) and _FREE.match(text, end):
        return True
    paid = _PAYING.search(before) is not None and _SUM.match(text, end) is not None
    return paid or _handled().search(before) is not None or _asset_at().search(before) is not None


def is_dealt_in(start: int, end: int, text: str) -> bool:
    """Tell whether shares in the name at `start` to `end` move or it has results, as no person's do."""
    owned = _OWNED.match(text, end)
    if owned is not None:
        return owned[1] in words("notions", "revenue", "profit", "loss", "share-price", "market-value")
    stock = _STOCK.match(text, end)
    if stock is not None and moves(text, stock.end()):
        return True
    return moves(text, end) and text.endswith(_SHARES, 0, start)


def _owns(end: int, text: str) -> bool:
    """Tell whether what only a company has stands behind its name: "Kestrin's revenue", "Kestrin shares fell 4%"."""
    owned = _OWNED.match(text, end)
    if owned is not None:
        return owned[1] in _assets()
    stock = _STOCK.match(text, end)
    return stock is not None and moves(text, stock.end())


def _no_person(stretch: Stretch, text: str, people: frozenset[str]) -> bool:
    """Tell whether nothing speaks for a person, or the text itself speaks for a thing."""
    if stretch.text in people:
        return False
    behind = text[stretch.span.end : stretch.span.end + _ANAPHORA]
    if _GENDERED.search(behind):
        return False
    body = any(token.lower() in concept_of("bodies") for token in stretch.tokens)
    if body or not personal(stretch.tokens) or len(stretch.tokens) == 1 or stretch.tokens[0] in words("capitals"):
        return True
    return _NEUTER.search(behind) is not None or _always_whole(stretch, text)


def _always_whole(stretch: Stretch, text: str) -> bool:
    """Tell whether a text repeats a name of several words in full, as it does no person's, whom it calls by surname."""
    if stretch.tokens[0] in words("given-names"):
        return False
    full = text.count(stretch.text)
    return full > 1 and text.count(stretch.tokens[-1]) == full


def _stands_as_name(stretch: Stretch, text: str) -> bool:
    """Tell whether a word that opens a sentence is a name: no plural, no noun of an ending, nowhere without a capital.

    Where it stands but once, what it does or did is more than a saying would tell of a noun: "Fortune makes fools".
    """
    word = stretch.text
    if len(word) < _SHORTEST or word.endswith(_NOUN_ENDINGS) or word.lower() in text:
        return False
    return text.count(word) > 1 or _PRESENT.match(text, stretch.span.end) is None


def _marked(word: str) -> bool:
    """Tell whether its form alone makes a word a name: a capital, a digit, a dot or an ampersand inside."""
    return _INNER_MARK.search(word) is not None


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Return the single words in small letters of the code lists: nouns and verbs that a sentence may open with."""
    listed = ("notions", "measures", "nouns", "bodies", "verbs", "titles", "scopes", "sources")
    found = frozenset(word.lower() for scheme in listed for word in _words(scheme) if " " not in word)
    return found | words("neighbours", "segment")


def _words(scheme: str) -> frozenset[str]:
    return words(scheme) | frozenset(concept.label for concept in codes.scheme(scheme).values())


@lru_cache(maxsize=1)
def _assets() -> frozenset[str]:
    """Return what a company has and a person has not."""
    kinds = (
        "stake",
        "revenue",
        "profit",
        "loss",
        "share-price",
        "market-value",
        "customer",
        "subscriber",
        "store",
        "dividend",
    )
    return words("notions", *kinds) | words("verbs", "market")


@lru_cache(maxsize=1)
def _says_of_itself() -> re.Pattern[str]:
    """Match a company that speaks of what only a company has: "said its net profit", "says revenue rose"."""
    things = (
        word
        for word in words("notions", "revenue", "profit", "loss", "store", "subscriber", "dividend")
        if word.islower()
    )
    own = alternation(things)
    does = alternation(words("verbs", "auxiliary"))
    return re.compile(
        rf"\s[a-z]+\s(?:(?:on|in)\s[A-Z]\w+\s)?(?:that\s)?(?:(?:its\s)?(?:[a-z-]+\s){{0,2}}?{own}|it\s{does})\b"
    )


@lru_cache(maxsize=1)
def _role_behind() -> re.Pattern[str]:
    """Match what another is to the company before it, and its name: "Kestrin owner Acme", "Kestrin unit of"."""
    roles = alternation(words("neighbours", "role") - words("neighbours", "part", "maker") | {"owner", "parent"})
    return re.compile(rf"\s(?:majority\s|minority\s)?{roles}(?:\scompany|\sfirm|\sgroup)?\s(?=[A-Z])")


@lru_cache(maxsize=1)
def _has() -> re.Pattern[str]:
    """Match so many of what only a company has: "had about 400 stores", "has $4 billion of debt"."""
    things = words("notions", "store", "subscriber", "customer", "revenue", "profit") | words("verbs", "market")
    sums = alternation(word for word in words("notions", "market-value", "revenue", "profit") if word.islower())
    return re.compile(
        rf"\s(?:has|had|have)\s(?:(?:[a-z]+\s){{0,3}}?{amount()}[^.;]{{0,30}}?\b{alternation(things)}\b"
        rf"|(?:[a-z]+\s){{0,3}}?{sums}\sof\s[^.;]{{0,12}}?\d"
        r"|(?:[a-z]+\s){0,3}?\d[\d.]*(?:%|\spercent|\sper\scent)\sof\s(?:the|its)\s[^.;]{0,40}?\bmarket\b)"
    )


@lru_cache(maxsize=1)
def _asset_at() -> re.Pattern[str]:
    """Match what only a company has, before its name: "revenue at Kestrin"."""
    return re.compile(rf"\b{alternation(word.lower() for word in words('notions', *_EARNED))}\sat\s\Z")


@lru_cache(maxsize=1)
def _handled() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word.lower() for word in words('verbs', 'handling'))}\s(?:the\s)?\Z")
