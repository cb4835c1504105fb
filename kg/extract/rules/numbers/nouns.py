"""What a bare number counts ("15 standalone apps") and what an amount is per ("$80 per square metre")."""

import re

from kg.extract.rules.numbers import units
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words
from kg.model import Span

_WORD = re.compile(r"[ \n](?P<word>[“\"‘]?[^\W\d_](?:[\w&'’/]|-(?!-))*(?:\.[A-Z]\.|\.(?=[ \n][a-z]))*[”\"’]?)")
_MODEL = Construction(
    r"[ \n](?P<word>[1-9][0-9]{2,3}(?:-[0-9]{1,4})?[A-Z]{0,3}s?)(?=[ .,;:)\n]|\Z)"
    r"(?!,[0-9]| {scales:6|scales:9|scales:12})"
)
"""A model's number in what is counted: "two 787 jets", "three 747-400s"."""
_VARIANT = re.compile(r" (?<=[A-Z]{2} )(?P<word>[1-9][0-9]?)(?= [a-z])")
"""The number of a variant behind capitals: "40 new 737 MAX 10 jets"."""
_SIZED = re.compile(r" (?P<word>[1-9][0-9.,]*(?:[A-Za-z]{2}|-[a-z]+)(?:-[a-z]+)?)(?= [a-z])")
"""A size before what is counted: "five 30MW-capacity buildings", "two 90-megawatt sites"."""
_WHEN = Construction(r"[ \n]{time-adverbs:phase}[ -](?:last|next|this|in|on|[A-Z0-9])")
"""When it is so many, which is nothing that is counted: "a workforce of 9,000 late last year"."""
_AND = re.compile(r" and (?P<word>[a-z]+(?:-[a-z]+)*|[A-Z]+[0-9]\w*)")
_OF = re.compile(r" of (?:(?:the|its|their|these|those|his|her|all|\w+['’]s) )*(?:(?:most|more) )?")
_SHARE_CODE = re.compile(r" \((?:[A-Z]+: ?)?[A-Z]{1,5}(?:\.[A-Z]{1,3})?\)(?= [A-Za-z0-9])")
"""The code of a share behind its maker's name in what is counted: "20,000 Acme (ACM) H9 processors"."""
_QUOTES = '"“”‘’'
_LONGEST = 7
_SHORTEST_PLURAL = 3
_SHORT_FORMS = re.compile(r"[A-Z]{2,}s")
"""The plural of a short form: "EVs", "TVs"."""
_PER = re.compile(
    r"(?:[ \n](?P<per>per|an?|each|every)[ \n]|[ ]?/[ ]?|-(?:an?|per)-)(?P<what>[a-zA-Z][\w.]*(?: [a-zA-Z]+)?)"
)
_COMPARING = Construction(r"\w+ (?:before|since|{time-adverbs:relative})\b")


_WORDS = (_WORD, _MODEL, _VARIANT, _SIZED)


def counted(text: str, end: int) -> Span | None:
    """Return the noun phrase behind a number that ends at `end`: up to its last plural, else its first word."""
    if _WHEN.match(text, end):
        return None
    of = _OF.match(text, end)
    start = position = of.end() - 1 if of else end
    last: int | None = None
    for _ in range(_LONGEST):
        found = next((one for pattern in _WORDS if (one := pattern.match(text, position))), None)
        if found is None or _bare(found["word"]) in words("number-contexts", "noun-end"):
            found = _AND.match(text, position) if last is None and position > start + 1 else None
        if found is None or _bare(found["word"]) in words("number-contexts", "noun-end"):
            break
        if last is not None and _is_verb(found["word"]):
            break  # "90 shops raised sales"
        position = found.end()
        if code := _SHARE_CODE.match(text, position):
            position = code.end()
        if _is_plural(found["word"]):
            last = position
        if text[position : position + 1] in ".,;:!?)":
            break
    return _phrase(text, start, last)


def _phrase(text: str, start: int, last: int | None) -> Span | None:
    if last is not None:
        return Span(start + 1, last)
    first = _WORD.match(text, start)
    if first is None or _bare(first["word"]) in words("number-contexts", "noun-end"):
        return None
    return Span(start + 1, first.end())


def plural(text: str, noun: Span) -> bool:
    """Tell whether a noun phrase ends in a plural."""
    return _is_plural(text[noun.start : noun.end].rsplit(maxsplit=1)[-1])


def rate(text: str, end: int) -> str | None:
    """Return what an amount that ends at `end` is per: a unit's code or the noun in lower case."""
    found = _PER.match(text, end)
    if found is None or _COMPARING.match(text, found.start("what")):
        return None
    phrase = found["what"].lower()
    first = phrase.split(" ", maxsplit=1)[0].rstrip(".")
    for candidate in (phrase, first):
        if code := units.of_word(candidate):
            return code
    return first if found["per"] == "per" or first in words("number-contexts", "rate") else None


def _is_verb(word: str) -> bool:
    return (word.endswith("ed") and word.islower()) or word in grammar().finite


def _bare(word: str) -> str:
    return word.strip(_QUOTES).lower()


def _is_plural(printed: str) -> bool:
    word = _bare(printed)
    if word in words("number-contexts", "plural") or _SHORT_FORMS.fullmatch(printed.strip(_QUOTES)):
        return True
    ending = word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s", "ous"))
    return ending and len(word) > _SHORTEST_PLURAL and word not in words("number-contexts", "no-plural")
