"""Bare numbers that name something instead of saying how many: years, days, models, list items, ages, durations."""

import re
from decimal import Decimal
from functools import cache

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import alternation, words
from kg.model import Span

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED_2000 = re.compile(r"2000 [a-z]+s\b")
_SO_MANY = Construction(
    r"\b(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:up_to}|{notions:cut|notions:hire}) \Z", re.IGNORECASE
)
_COUNTED_LIKE_YEAR = Construction(
    r"(?:19|20)[0-9]{2} (?:[a-z-]+ ){0,2}?(?:{counted-people}|{notions:worker|notions:store})\b"
)
"""What makes a number that looks like a year one of people or shops: "about 2000 full-time employees"."""
_LINE_START = re.compile(r"(?:\A|\n)[ \t]*\(?\Z")
_ITEM_BEHIND = re.compile(r"[.)][ \t]|\)|[ \t]+[A-Z“\"]|[ \t]*(?:\n|\Z)")
_ITEM_LENGTH = 2
_NAME_AND_COMMA = re.compile(r"[A-Z][\w’'-]+, \Z")
_COMMA_BEHIND = re.compile(r"\s?,(?!\s?(?:and |or |but )?[0-9])")
_AGE_LENGTH = 2
_CLOCK = Construction(r" ?(?:[ap]\.?m\.?|{time-nouns:clock})(?!\w)")
_NAME_BEFORE = re.compile(r"(?P<word>[A-Za-z][\w.&'’+-]*)[ \u00a0]\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n“\"][”\"]?)\s*\Z")
_DECIMAL_NAME = 4
_DEFINITE = Construction(
    r"(?:\b(?:the|these|those|its|his|her|their|our|my|your|all|both|other|no|any|every|each|which|whose|another|{sequence})"
    r"|'s?) (?:other |all |{foremost} )?\Z"
)
_LASTS = Construction(r"\b(?P<how>for|by)(?: (?:{additive|grammar:focus}|as long as))? \Z")
_EXPERIENCE = Construction(r"\b(?:ha[sd]|have|been|{experience})\b[^.;]{0,40}\Z")
_PLACED = Construction(r" (?:before|after|into|since|{time-adverbs:relative|time-adverbs:unbroken})\b")
_WORD_BEHIND = re.compile(r"[ ,]*([a-z]+)")
_MANY = 100
_PART_BEFORE = re.compile(r"[0-9] (?:out )?of (?P<whose>the|its|their) \Z")
_COMPARED_WITH = Construction(r"\b(?:{comparison}|against|including|(?:up|down) from) (?:(?:{grammar:focus}|some) )?\Z")
_OUT_OF = Construction(r"\bof (?:the|its|their) [0-9][0-9,]* [^.;\n]{3,90}, (?:[a-z]+ {asserting} (?:that )?)?\Z")
_BE = Construction(r" {grammar:auxiliary|grammar:finite}\b")
_OUT_REACH = 130
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])\Z")
_IN_WHICH = Construction(r" (?:for|in|at|by|last|during|a {time-nouns:unit}|the (?:{time-nouns:unit}|previous|same))\b")
_WHOLE_BEHIND = re.compile(r" (?:out )?of (?:the |its |their )?[0-9]")
_JOINS, _MODELS_REACH = frozenset({"and", "or"}), 40
_MODELS_BEFORE = re.compile(r"\b[A-Z][A-Za-z]+\s(?:[1-9][0-9]{2,3},\s)*(?P<last>[1-9][0-9]{2,3})\s(?:and|or)\s\Z")
"""A list of models of one name: "its Siyuan 590 and 690 chips"."""
_MODEL = re.compile(r"[1-9][0-9]{2,3}[BKMT]")
_TYPE = re.compile(r"[1-9][0-9]{2,3}X")
_GENERATION = Construction(r"\b{generation} \Z")
_WORD_AFTER = re.compile(r" (?P<word>\w+)")
_COLON = re.compile(r":\s\Z")
_REACH = 60
_SOURCES = 20
_FEW_OF_FEW = Construction(r" (?:out )?of (?:the|those|these) {numbers:2|numbers:3}\b")
_PASSIVE = re.compile(
    r" (?:were|was|are|is|(?:have|has|had|will|would|can|could) be(?:en)?|[a-z]+ed (?:in|by|at|since))\b"
)
_FEW = 5
_LONGEST_SINCE = Construction(r"\b(?:{superlative}|first|most|least) (?:[a-z]+ )?(?:(?:in|of|for) [a-z]+ )?\Z")
"""What makes "for three years" a comparison with the past: "the best result for three years"."""
_POINTS_AT = Construction(r"\b(?:{number-contexts:covering}|{comparative} than) \Z")


_CODE_BEFORE = re.compile(r"(?<![a-z0-9])(?:[qh][1-4]|[1-4][qh]|[cf]y)(?: ?['’]|[/-])\Z")
_CODE_REACH = 6
"""A part of a year right before its year: "Q3'25", "1H/25"."""


def dated(text: str, fold: str, start: int, end: int) -> bool:
    """Tell whether a bare number is a year, a day of a month or a time of day."""
    printed = text[start:end]
    if not printed.isdecimal():
        return bool(_CLOCK.match(fold, end)) and printed[:1].isdigit()
    if (
        _CLOCK.match(fold, end)
        or _month_before().search(fold[max(0, start - 14) : start])
        or _CODE_BEFORE.search(fold, max(0, start - _CODE_REACH), start)
        or _month_behind().match(fold, end)
    ):
        return True
    if _YEAR.fullmatch(printed) is None or _COUNTED_2000.match(text, start):
        return False
    return not (_COUNTED_LIKE_YEAR.match(fold, start) and _SO_MANY.search(fold, max(0, start - _REACH), start))


def listed(text: str, span: Span) -> bool:
    """Tell whether the number opens a line as the number of a list item or heading."""
    if span.end - span.start > _ITEM_LENGTH or not span.of(text).isdecimal():
        return False
    return bool(_LINE_START.search(text[max(0, span.start - 8) : span.start]) and _ITEM_BEHIND.match(text, span.end))


def named(text: str, span: Span, *, counted: bool) -> bool:
    """Tell whether the word before a small number makes it part of a name ("Windows 11", "version 2", "Big Four").

    `counted` says that a plural follows which a number could count; it saves a decimal behind a capital.
    """
    found = _NAME_BEFORE.search(text[max(0, span.start - 30) : span.start])
    if found is None:
        return False
    word, printed = found["word"], span.of(text)
    if word.lower() in words("number-contexts", "label") or (word in _JOINS and _is_next_model(text, span)):
        return True
    leading = word.lower() in grammar().preposition or word.lower() in words("relation-cues", "particle")
    doing = word.lower() in _doing() or (leading and not word.isupper())  # "to Lay Off 900 Workers"
    if word.islower() or (counted and (_POSSESSIVE.search(word) or doing)):
        return False
    if not printed.isdecimal():
        return printed[:1].isupper() or (printed[:1].isdigit() and len(printed) <= _DECIMAL_NAME and not counted)
    start = span.start - len(found[0])
    if counted and _COLON.search(text[max(0, start - 2) : start]):
        return False
    return not (
        _SENTENCE_START.search(text[max(0, start - 4) : start]) and word.lower() in words("number-contexts", "opener")
    )


def _is_next_model(text: str, span: Span) -> bool:
    """Tell whether a number goes on a list of models of one name, each with as many digits."""
    models = _MODELS_BEFORE.search(text, max(0, span.start - _MODELS_REACH), span.start)
    return models is not None and len(models["last"]) == len(span.of(text)) and span.of(text).isdecimal()


@cache
def _doing() -> frozenset[str]:
    """Return what those do who do business, as printed in a headline with a capital: "Acme Cuts 400 Jobs"."""
    verbs = words("verbs", "acting", "acting-noun")
    return frozenset(word for verb in verbs for form, word in inflected(verb) if form != "ing")


def modelled(text: str, fold: str, span: Span) -> bool:
    """Tell whether a number with a glued capital is that of a model ("Ascend 910B chips", "the older 910B")."""
    printed = span.of(text)
    if not _MODEL.fullmatch(printed):
        return False
    if _GENERATION.search(fold[max(0, span.start - 24) : span.start]) or _is_model(text, span):
        return True
    return any(_is_model(text, Span(*found.span())) for found in re.finditer(rf"(?<= ){printed}(?!\w)", text))


def typed(text: str, span: Span) -> bool:
    """Tell whether a number of three digits with a glued capital X names a type: "the 777X", no "a 100x jump"."""
    return _TYPE.fullmatch(span.of(text)) is not None


def _is_model(text: str, span: Span) -> bool:
    """Tell whether the number stands behind a name, not behind a verb that opens a line ("Orders 500K Chips")."""
    name = _NAME_BEFORE.search(text[max(0, span.start - 30) : span.start])
    if name is None or name["word"].islower() or name["word"].lower() in words("number-contexts", "opener"):
        return False
    opens = _SENTENCE_START.search(text[max(0, span.start - len(name[0]) - 4) : span.start - len(name[0])])
    behind = _WORD_AFTER.match(text, span.end)
    if opens and behind and span.of(text)[-1] in "KM":
        return False
    return not (behind and behind["word"][0].isupper())


def aged(text: str, span: Span) -> bool:
    """Tell whether the number is an age between commas ("Kim, 66, said")."""
    name = _NAME_AND_COMMA.search(text[max(0, span.start - 24) : span.start])
    return bool(name and span.end - span.start == _AGE_LENGTH and _COMMA_BEHIND.match(text, span.end))


def definite(fold: str, start: int) -> bool:
    """Tell whether a determiner before position `start` makes a small number identify things ("the two firms")."""
    return bool(_DEFINITE.search(fold[max(0, start - 20) : start]))


def sources(fold: str, noun: Span, number: Decimal) -> bool:
    """Tell whether `number` of `noun` is people who speak as sources ("two people familiar with the plan")."""
    called = noun.of(fold).split()
    if number > _SOURCES or words("number-contexts", "person").isdisjoint(called):
        return False
    if not words("number-contexts", "unnamed").isdisjoint(called):
        return True
    behind = _WORD_BEHIND.match(fold, noun.end)
    return number <= _FEW if behind is None else behind[1] in words("number-contexts", "knowing")


def base(fold: str, start: int, value: Decimal) -> bool:
    """Tell whether the number is the whole that another number is a part of ("20 of the 50 states").

    How much somebody has of something is told all the same: "20 of its 500 ships".
    """
    found = _PART_BEFORE.search(fold[max(0, start - 24) : start])
    return found is not None and (found["whose"] == "the" or value < _MANY)


def part(fold: str, end: int) -> bool:
    """Tell whether the number is a part of another number ("12 of 1,000 chips")."""
    return bool(_WHOLE_BEHIND.match(fold, end))


def compared(fold: str, span: Span, end: int) -> bool:
    """Tell whether the number is a count set against one before, or a part of it.

    "70 orders, compared with 18 for its rival", "Of the 63 orders Acme won, 50 were for the larger model".
    """
    if _BE.match(fold, end) and _OUT_OF.search(fold[max(0, span.start - _OUT_REACH) : span.start]):
        return True
    return bool(_IN_WHICH.match(fold, end) and _COMPARED_WITH.search(fold[max(0, span.start - _REACH) : span.start]))


def lasting(fold: str, span: Span, noun: Span | None) -> bool:
    """Tell whether a duration is itself what is said ("delays the ban for 75 days", "a 90-day pause")."""
    if noun is not None and words("number-contexts", "delay").intersection(noun.of(fold).split()[:2]):
        return True
    before = fold[max(0, span.start - _REACH) : span.start]
    found = _LASTS.search(before)
    if found is None or _PLACED.match(fold, span.end):
        return False
    if found["how"] == "by":
        return True
    return not (_EXPERIENCE.search(before[: found.start()]) or _LONGEST_SINCE.search(before[: found.start()]))


def pointing(text: str, fold: str, number: Span, noun: Span) -> bool:
    """Tell whether a small number in words points at things instead of counting them.

    "covers two products", "larger than two sums", "two of the three shops" and, first in a sentence, "Two investors".
    """
    before = fold[max(0, number.start - _REACH) : number.start]
    if _POINTS_AT.search(before) or _FEW_OF_FEW.match(fold, number.end):
        return True
    opens = _SENTENCE_START.search(text[max(0, number.start - 4) : number.start])
    if not opens or fold.startswith(" of ", number.end):
        return False
    last = noun.of(fold).rsplit(maxsplit=1)[-1]
    return last in words("number-contexts", "actor") and not _PASSIVE.match(fold, noun.end)


@cache
def _months() -> str:
    return alternation(word.lower() for word in words("months"))


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_months()} \Z")


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:of )?{_months()}(?!\w)")
