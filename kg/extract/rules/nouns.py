"""What a bare number counts ("15 standalone apps") and what an amount is per ("$80 per square metre")."""

import re

from kg.extract.rules import units
from kg.model import Span

_WORD = re.compile(r"[ \n](?P<word>[“\"‘]?[^\W\d_][\w&'’/-]*(?:\.[A-Z]\.|\.(?=[ \n][a-z]))*[”\"’]?)")
_OF = re.compile(r" of (?:the |its |their |these |those |his |her |[A-Z]\w+['’]s |all )*(?:most |more )?")
_STOPS = frozenset(
    "a an the of in on at by for from to with within without into onto over under per as than then and or but nor so if that which who whom "
    "whose when where while whereas because since until after before during between among amid against about across through via "
    "is are was were be been being has have had do does did will would can could may might must shall should not also already "
    "said says say told added reported noted wrote i you he she it we they them him her us his its their our your this these "
    "those there here today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday last next each every "
    "available due worth now still just only even made based including compared versus vs ago later earlier annually".split()
)
_PLURALS = frozenset(
    "people men women children staff aircraft personnel headcount police cattle sheep fish feet mice teeth geese "
    "fishermen businessmen lawmen crew software hardware gpu gpus cpu cpus media data series".split()
)
_NO_PLURALS = frozenset("has was is does this its his as us yes plus versus vs less across always perhaps says means makes takes "
                        "gets goes uses adds".split())
_LONGEST = 7
_PER = re.compile(r"(?:[ \n](?:per|an?|each|every)[ \n]|[ ]?/[ ]?|-an?-)(?P<what>[a-zA-Z][\w.]*(?:[ ][a-zA-Z]+)?)")
_RATE = frozenset("year month week day hour minute second quarter share barrel gallon ounce litre liter ton tonne piece head user person "
                  "unit token night dozen pound kilo kilogram gram acre mile employee household".split())


def counted(text: str, end: int) -> Span | None:
    """Return the noun phrase behind a bare number that ends at `end`: up to its last plural, else its first word."""
    of = _OF.match(text, end)
    start = position = of.end() - 1 if of else end
    last: int | None = None
    for _ in range(_LONGEST):
        found = _WORD.match(text, position)
        if found is None or found["word"].lower().strip("\"“”‘’") in _STOPS:
            break
        position = found.end()
        if _is_plural(found["word"].strip("\"“”‘’").lower()):
            last = position
        if text[position : position + 1] in ".,;:!?)":
            break
    if last is None:
        first = _WORD.match(text, start)
        if first is None or first["word"].lower().strip("\"“”‘’") in _STOPS:
            return None
        last = first.end()
    return Span(start + 1, last)


def rate(text: str, end: int) -> str | None:
    """Return what an amount that ends at `end` is per: a unit's code or the noun in lower case."""
    found = _PER.match(text, end)
    if found is None:
        return None
    phrase = found["what"].lower()
    words = phrase.split(" ")
    for candidate in (phrase, words[0], words[0].rstrip(".")):
        if code := units.label(candidate):
            return code
    return words[0].rstrip(".") if "per" in found[0] or words[0] in _RATE else None


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and len(word) > 2 and word not in _NO_PLURALS and not word.endswith(("ss", "us", "'s", "’s", "ous")))  # noqa: E501
