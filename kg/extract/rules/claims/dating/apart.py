"""Whether a figure and a time stand in two clauses of their sentence, of which only one is the time's.

A time goes with the nearest verb that governs it. Three things part it from a figure: an aside that holds the figure
and not the time ("Acme, which has sold 900 jets, opens a plant in 2027"), a clause that opens between the two and has
the time to itself ("sells 900 jets a year, and its rivals broke even in 2023", "pay $1 million to the chairman who left
in 2024", "repay bonuses awarded in 2023") and one that opens behind the time ("a bill in 2025 for repairs after the
flood that killed 90 people"). Clauses that tell two figures share their time: "profit fell to $1 billion and sales rose
to $9 billion in 2024".
"""

import re

from kg.extract.rules.annotations import Timex
from kg.extract.rules.claims.dating.sight import Sight
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_NAMED = r"[A-Z][\w.&’'-]*(?:\s\([^()]{1,20}\))?"
_RELATIVE = re.compile(
    rf"(?P<name>{_NAMED}|[\w’'-]+),\s(?:which|who|whose|where)\s(?P<verb>[a-z]+(?:ly\s[a-z]+)?)\s[^,;]*\Z"
)
_OF_NOW = Construction(r"(?:[a-z]+ly\s)?(?:has|have|is|are|{time-adverbs:present}|[a-z]{2,}(?<!s)s)\Z")
"""What tells how something is or has become, at no time of the clause around."""
_APPOSED = Construction(_NAMED + r",\s(?:(?:an?|the)\s|{valued}\s)(?:[\w-]+\s){0,3}\Z")
_ASIDE_GOES_ON = re.compile(r"[^,;]*,\s")
_NEW_SUBJECT = Construction(
    r"(?:,|\s[–—-])?\s(?:and|but|while|whereas)\s(?:both\s|(?:the|its|their|his|her)\s)?(?:[\w’'.&-]+\s){1,4}?"
    r"(?:{grammar:finite|grammar:auxiliary|grammar:modal}|(?!{planning|placed}\b)[a-z]{3,}ed(?!\sby\b))\s[^;]*\Z"
)
_NEW_VERB = Construction(
    r"(?:,|\s[–—-])\s(?:and|but)\s(?:[a-z]+ly\s)?(?:{grammar:finite|irregular-doing}|[a-z]{3,}ed)\s[^;]*\Z"
)
_LISTED = re.compile(r"(?:,|\s[–—-])?\s(?:and|but|while|whereas)\s(?:(?:the|its|their)\s|[A-Z][\w.&-]*(?:['’]s)?\s)?\Z")
_HEADS = Construction(r"(?:['’]s)?\s(?!{grammar:preposition|grammar:conjunction}\b)[a-z]")
_PERSON_WHO = re.compile(r"(?:\s\S+){2,}?\s(?:[a-z][a-z’'-]+)\swho\s[^,;]*\Z")
_COUNTED_WHO = re.compile(r"(?:\s[\w’'-]+){1,3}?\swho\s")
"""What a count is of: "900 people who lost their jobs in 2024"."""
_LIKENED = re.compile(r",\s(?:an?|one|the)\s(?:[\w-]+\s){1,4}?(?:that|which|who|where|it|they|he|she)\s[^,;]*\Z")
"""A noun in apposition with a clause of its own: "fell by 6%, a level that had held in 2023"."""
_CLOSES = re.compile(r"[^,;]*,\s(?:and|but|while)\s")
"""What ends that clause before a figure: "9 at Acme, a shop it bought in 2023, and 12 at"."""
_WHAT = re.compile(r"(?:\s\S+){2,}?\s(?:of|to|with|for|from|on)\s(?:what|how\s(?:much|many))\s[^,;]*\Z")
"""What one expects or did, behind a figure: "is not representative of what it expects for the second half"."""
_HAS_THERE = re.compile(r"\s(?:where|which|who)\s(?:[\w’'-]+\s){0,3}?(?:has|have)\s[a-z]+(?:ed|n|t)\s[^,;]*\Z")
"""What was done by now, behind a time: "last year most came from Mexico, on which it has imposed duties of 25%"."""
_REASON = Construction(r"\s{reason-clause}\s[^;]*\Z")
_GOVERNED = Construction(
    r"\s(?:{grammar:auxiliary|grammar:modal}|to)\s(?:[^.;]|\.(?=[0-9]))*?"
    r"\s(?!(?:{grammar:auxiliary|grammar:adverb|grammar:pronoun|grammar:object|grammar:conjunction|grammar:preposition})\b)[a-z]{3,}(?<!ly)\s"
    r"(?:(?!{planning|placed|forecasts:verb}\b)[a-z]{3,}ed|{irregular-participle})\s(?:back\s)?(?:in|on|during)\s(?:the\s)?\Z"
)
"""What was done to something else behind the verb: "agreed to repay bonuses awarded in 2023"."""
_SINCE = re.compile(r",\s[^,;]*\ssince\s(?:an?|the|its|their)\s[^,;]*\Z")
"""The last time that it was so: "rose 8%, the most since a rise of 9% in 2019"."""
_AFTERMATH = re.compile(r"\s[^,;]*\s(?:after|following)\s(?:an?|the|its|their)\s[^,;]*\Z")
_ROUNDED_OFF = re.compile(r",\swith\s(?:[^\s,;]+\s){0,3}\Z")
_OF_ROUNDING = Construction(
    r"\s(?:[\w’'-]+\s){0,3}?(?:[a-z]{3,}ed|{irregular-participle}|to\s[a-z]+|[a-z]{3,}ing)\s[^,;]{0,20}\Z"
)
"""What tells when a part comes: "savings of $9 billion, with $4 billion expected in 2026"."""
_PARTS = re.compile(r",\s(?:[a-z]+\s)?\Z")
_FOR_ITSELF = re.compile(r"\s(?:of\s[a-z-]+\s|[a-z-]+\s){0,2}for\s(?:the\s)?\Z")


def apart(time: Timex, sight: Sight) -> bool:
    """Tell whether `time` stands in another clause than the figure."""
    if time.span.start >= sight.figure.span.end:
        return _ends_aside(time.span, sight) or _in_clause_behind(time.span, sight)
    return _in_clause_of_figure(time.span, sight)


def _ends_aside(time: Span, sight: Sight) -> bool:
    """Tell whether an aside about a name, or on how something is, holds the figure and closes before the time."""
    figure, text = sight.figure.span, sight.text
    goes_on = _ASIDE_GOES_ON.match(text, figure.end, time.start)
    if goes_on is None:
        return False
    relative = _RELATIVE.search(text, sight.sentence.start, figure.start)
    if relative is not None:
        return relative["name"][0].isupper() or _OF_NOW.match(relative["verb"]) is not None
    return _APPOSED.search(text, sight.sentence.start, figure.start) is not None


def _in_clause_behind(time: Span, sight: Sight) -> bool:
    """Tell whether a clause opens behind the figure that has the time to itself."""
    start, text = sight.figure.span.end, sight.text
    told = [one for one in sight.others if start <= one.span.start < time.start]
    if _listed(time, sight):
        return True
    if told and (_for_itself(time, told[-1].span, sight) or _rounds_off(time, told[-1].span, sight)):
        return True
    if _LIKENED.search(text, start, time.start) or _SINCE.search(text, start, time.start):
        return True
    if told:
        return _REASON.search(text, start, told[-1].span.start) is not None
    opened = (_NEW_SUBJECT, _NEW_VERB, _REASON, _GOVERNED, _WHAT)
    if any(one.search(text, start, time.start) for one in opened):
        return True
    return _PERSON_WHO.search(text, start, time.start) is not None and not _COUNTED_WHO.match(text, start, time.start)


def _listed(time: Span, sight: Sight) -> bool:
    """Tell whether a time heads the next of several: "was cut to $5 billion, while the 2023 figure fell to $4bn"."""
    heads = _HEADS.match(sight.text, time.end) and _LISTED.search(sight.text, sight.figure.span.end, time.start)
    return bool(heads) and any(one.span.start >= time.end for one in sight.others)


def _for_itself(time: Span, last: Span, sight: Sight) -> bool:
    """Tell whether what is listed behind a count is for a time: "11 deals, 2.5 gigawatts for 2026"."""
    if sight.figure.quantity.unit != "count" or not _FOR_ITSELF.fullmatch(sight.text, last.end, time.start):
        return False
    comma = sight.text.rfind(",", sight.figure.span.end, last.start)
    return comma >= 0 and _PARTS.fullmatch(sight.text, comma, last.start) is not None


def _rounds_off(time: Span, last: Span, sight: Sight) -> bool:
    """Tell whether a time is of a part that rounds a clause off."""
    led = _ROUNDED_OFF.search(sight.text, sight.figure.span.end, last.start)
    return led is not None and _OF_ROUNDING.fullmatch(sight.text, last.end, time.start) is not None


def _in_clause_of_figure(time: Span, sight: Sight) -> bool:
    """Tell whether a clause that opens behind the time has the figure."""
    text, start = sight.text, sight.figure.span.start
    if _LIKENED.search(text, sight.sentence.start, time.start) and _CLOSES.match(text, time.end, start):
        return True
    return any(one.search(text, time.end, start) for one in (_AFTERMATH, _HAS_THERE))
