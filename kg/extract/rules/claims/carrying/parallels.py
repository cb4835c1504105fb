"""A figure that goes on from one before it in its sentence: the next of a list, what that became, a part of it.

"fined $9 million, and Beta $8 million", "17% for Acme and 19% for Beta", "150,000 cars a year, which will grow to".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.carrying.compared import LEAD_REACH
from kg.extract.rules.claims.told import Carried, Told, bare, taken, tells_more
from kg.extract.rules.measures.headcounts import ALL_STAFF
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, ancestors, at_most, facts, whole_of
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_FOR_WHOM = re.compile(
    r"(?:\s(?:in|of)\s[a-z]+(?:\s[a-z]+)?)?\sfor\s(?:the\s)?[^,;:.()\d]{2,60}(?:,\s(?:(?:and|but)\s)?|\s(?:and|but)\s)(?:[a-z]+\s)?"
)
"""What parts amounts that are listed with those they are for: "17% for Acme, 19% for Beta and 35% for Gamma"."""
_IN_WHOM = re.compile(r"\s(?P<in>in|into|to|with)\s(?=[A-Z])")
_AND_IN_WHOM = Construction(
    r"\s(?P<in>in|into|to|with)\s(?:[A-Z][\w&.’'-]*\s?){1,4}(?:,\s(?:and\s)?|\s?and\s)(?:{additive|grammar:focus|bounds:*}\s)*"
)
"""What parts amounts that go to others listed with them: "invest $9bn in Acme and $2bn in Beta"."""
_OWN_WORDS = 16
_AND_WHO = Construction(
    r"(?:\s(?:in|on|last|this)\s\w+|\s[a-z]+)?(?:,\s(?:and\s|while\s)?|\s(?:and|while)\s)"
    r"(?:[A-Z][\w&.’'-]*\s){1,3}(?:{additive|grammar:focus|bounds:*}\s)?"
)
_AND_WHAT = Construction(
    r"\sof\s(?:[\w’'-]+\s){0,3}?[\w’'-]+(?:,\s(?:and\s|while\s)?|\s(?:and|while)\s)|,\s(?:and\s)?|\sand\s"
)
_PLAIN_WHAT = Construction(
    r"(?:the\s)?(?:(?!(?:{grammar:preposition|grammar:conjunction|grammar:auxiliary|grammar:adverb|change-verb|notions:margin})\b)"
    r"[a-z][a-z-]+\s){1,3}(?:{additive|grammar:focus|bounds:*}\s)?"
)
"""What a share told next is of, where the whole is told once: "55% of revenue, phones 32% and the rest 13%"."""
_AND_WHEN = re.compile(
    r"\s(?:in|for|during|from)\s(?:the\s)?(?:[\w-]+\s){0,2}?(?:[0-9]{4}|[A-Z][a-z]+),?\s(?:and|but|or)\s(?:[a-z]+\s){0,3}"
)
_IT_GREW = Construction(
    r"\b(?:that|which|it|this|the {amount})\s(?:[a-z]+\s){0,3}{change-verb}\sto\s(?:[a-z]+\s){0,2}\Z"
)
_THEN_MOVED = Construction(
    r"\b(?:then|before|(?:has|have)\ssince)\s(?:[a-z]+ly\s)?{change-verb|number-contexts:moved|notions:amounts-to}"
    r"(?:\s(?:back|down|up|again))?\sto\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_OF_THE = re.compile(r"\b[Oo]f (?:the|its|their|those|these)\s(?:[a-z]+\s)?\Z")


def parallel(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Return the measure of a figure before in the sentence (`here`) that this one goes on from."""
    if _has_moved_on(figure, here, text):
        return taken(replace(own, measure=OTHER), here[-1], "parallel")
    here = [one for one in here if one.reading.rule != ALL_STAFF]
    if here and _is_next(here[-1], own, figure, text):
        return taken(replace(own, measure=OTHER), here[-1], "parallel")
    before = next((one for one in reversed(here) if _goes_with(one, own, figure, text)), None)
    sized = before is not None and at_most(figure.quantity.value, before.reading.measure)
    if before is None or not sized or (figure.quantity.unit == "count" and not bare(figure, text)):
        return None
    return taken(own, before, "parallel")


def _is_next(before: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether the figure measures what the one before does, whatever its own words say."""
    return (
        _next_for(before, figure, text)
        or _gapped(before, own, figure, text)
        or _it_grew(figure, text)
        or _one_of(before, figure, text)
        or _echoes(before, own, figure, text)
    )


def _has_moved_on(figure: Figure, here: Sequence[Told], text: str) -> bool:
    """Tell whether it is what became of the value told: "fell from $9bn to $5bn before recovering to $7 billion"."""
    if not here or figure.noun is not None or here[-1].figure.quantity.unit != figure.quantity.unit:
        return False
    start = figure.span.start
    return _THEN_MOVED.search(text, max(0, start - LEAD_REACH), start) is not None


def _gapped(before: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether only who or when is told anew: "Acme was fined $9 million and Beta $8 million".

    Words that stand right behind the figure are its own.
    """
    if before.figure.quantity.unit != figure.quantity.unit or figure.noun is not None:
        return False
    behind = own.span.start - figure.span.end if own.span else _OWN_WORDS
    if 0 <= behind < _OWN_WORDS:
        return False
    between = before.figure.span.end, figure.span.start
    if _AND_WHO.fullmatch(text, *between) or _AND_WHEN.fullmatch(text, *between):
        return True
    led = _AND_WHAT.match(text, *between) if whole_of(before.reading.measure) else None
    return led is not None and _PLAIN_WHAT.fullmatch(text, led.end(), figure.span.start) is not None


def _next_for(before: Told, figure: Figure, text: str) -> bool:
    """Tell whether the figure is the next of a list that tells for whom each is."""
    if before.figure.quantity.unit != figure.quantity.unit:
        return False
    between = before.figure.span.end, figure.span.start
    if text.startswith(" for ", figure.span.end):
        return _FOR_WHOM.fullmatch(text, *between) is not None
    led = _IN_WHOM.match(text, figure.span.end)
    whom = _AND_IN_WHOM.fullmatch(text, *between) if led else None
    return led is not None and whom is not None and whom["in"] == led["in"]


def _it_grew(figure: Figure, text: str) -> bool:
    """Tell whether what was told is said to become this: "makes 150,000 cars a year, but that will grow to 250,000"."""
    return _IT_GREW.search(text, max(0, figure.span.start - LEAD_REACH), figure.span.start) is not None


def _one_of(one: Told, figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of the count told: "Of the 2,600 jobs, 2,300 have gone"."""
    start = one.figure.span.start
    if one.figure.quantity.unit == figure.quantity.unit == "count" and text.startswith(" of them ", figure.span.end):
        return True  # "cut 9,000 posts, 6,000 of them in Spain"
    return bare(figure, text) and _OF_THE.search(text, max(0, start - 24), start) is not None


def _echoes(one: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether the figure counts what the one before counts: "to cut 4,000 jobs there and another 550 jobs here".

    Its own words must say no more than what is counted.
    """
    nouns = [each.noun.of(text).lower().rsplit(maxsplit=1)[-1] for each in (one.figure, figure) if each.noun]
    if figure.quantity.unit != "count" or not nouns or figure.noun is None or one.reading.measure == OTHER:
        return False
    if own.measure == OTHER:
        return nouns[-1] in words("notions", "any-count") - words("semantic-fields", "individual")
    state = "true" in facts(own.measure).get("state", ()) and "true" not in facts(one.reading.measure).get("state", ())
    return state and len(nouns) > 1 and nouns[0] == nouns[1]


def _goes_with(one: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether a figure before in the sentence tells what this one measures; a count without a noun is the same."""
    same = bare(figure, text) and own.measure in ancestors(one.reading.measure)
    return same or tells_more(one.reading.measure, own.measure)
