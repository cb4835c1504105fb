"""Sentences that say nothing but how much somebody else has of what was just told of.

"Acme: $9 billion.", "Acme climbs from $7 to $9 billion.", "At Acme it was $9 billion.", "Acme reported $9 billion."
"""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

NAMED = re.compile(r"(?:[-•*–]\s)?(?:[A-Z][\w&.’'-]*\s?){1,4}(?::|,|\s[-–—])\s(?:[a-z]+\s){0,2}")
_MOVES = Construction(
    r"(?:['’]?s?\s(?:(?:is|was)\s)?{change-verb|number-contexts:moved}\s(?:from\s|to\s)"
    r"|\s{standing-at}\s)"
    r"(?:[^.;:a-z]{1,12}(?:[a-z]{1,8}\s)?(?:in\s20[0-9]{2}\s)?to\s)?(?:{grammar:focus|bounds:*}\s)?"
)
_FILLED = r"(?:an?\s)?(?:{grammar:focus|bounds:*}\s)*"
_BEFORE_NAME = Construction(
    r"(?:(?i:but|and|while)\s)?(?:(?i:{introducing-another}),?\s)?"
    r"(?:(?:At|For|With)\s)?(?:(?:[Ii]ts|[Tt]he)\s)?(?:(?i:{rivals})\s)?(?:,\s)?"
)
_BEHIND_NAME = Construction(
    r"(?P<own>['’]s?(?:\s{amount})?)?(?:,\s[^,.;0-9]{2,60},|,)?\s(?:(?:it|the\s{amount})\s)?"
    r"(?:(?:{grammar:modal|grammar:auxiliary|grammar:adverb|notions:to-come}\s){0,3}"
    r"(?:{result-reporting|standing-at|stating|grammar:be|grammar:auxiliary|notions:amounts-to}\s)"
    r"(?:(?:to|at|in\sat|with|{placed-behind}|the\s[a-z]+est,)\s){0,3}|with\s)" + _FILLED
)
_HELD_AGAINST = Construction(r"\b(?:than|with|to|of|{comparison})\s\Z")
_OWNS = Construction(r"['’]s?\s" + _FILLED)
_NOTHING_MORE = Construction(
    r"\s?(?:[.,;:!?]|\Z)|\s(?i:{grammar:time}|and|while|but|against|{comparison}|up|down)\b|\s(?:a|per)\s{time-nouns:unit}\b"
    r"|\s(?:in|for|during|over|by)\s(?:(?:the|that|this|its)\s(?:[a-z-]+\s){0,2}{time-nouns:unit}s?\b|20[0-9]{2}|[A-Z]|{part-of-time})"
)
_END = re.compile(r"\s?[.;!]?\s*\Z")


def listed_alone(figure: Figure, sentence: Span, read: Annotated) -> bool:
    """Tell whether a sentence is but a name and its figure, as in a list that goes on: "Acme: $9 billion."."""
    led = NAMED.fullmatch(read.text, sentence.start, figure.span.start)
    return led is not None and _END.fullmatch(read.text, figure.span.end, sentence.end) is not None


def moved_alone(figure: Figure, subject: Span | None, read: Annotated) -> bool:
    """Tell whether all that is said of somebody is that it moves so far: "Acme climbs from $7 to $9 billion"."""
    if subject is None or subject.end > figure.span.start:
        return False
    return _MOVES.fullmatch(read.text, subject.end, figure.span.start) is not None


def stated_alone(figure: Figure, sentence: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether all that is said of somebody is an amount, of what was told before: "At Acme it was $9 billion"."""
    text, start = read.text, figure.span.start
    named = (name.span for name in read.within(read.names, sentence) if name.entity == who and name.how != "pronoun")
    name = next(named, None)
    if name is None or name.end > start or figure.noun is not None or not _NOTHING_MORE.match(text, figure.span.end):
        return False
    lead = sentence.start, name.start
    if _OWNS.fullmatch(text, name.end, start):  # "That is more than Acme's $9 billion"
        return _HELD_AGAINST.search(text, *lead) is not None
    if _BEFORE_NAME.fullmatch(text, *lead) is None:
        return False
    passes = figure.number.start > start == name.end + 1  # "crossed $9 billion" is its bound
    return passes or _BEHIND_NAME.fullmatch(text, name.end, start) is not None
