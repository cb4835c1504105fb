"""Times of an action or clause that is not the figure's.

"Founded in 2012, Acme employs 900", "after profit fell in 2023, Acme cut 900 jobs", "spent $4 billion, and will spend
more in 2026".
"""

import re

from kg.extract.rules.annotations import Timex
from kg.extract.rules.claims.dating.sight import Sight
from kg.extract.rules.claims.reach import contrasted
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

JOINED = re.compile(
    r",?\s+and\s+(?!the\b|a\b|an\b|its\b|another\b|about\b|over\b|around\b|some\b|nearly\b|more\b)(?=[a-z]{3})"
)
_THEN_IS = re.compile(r",\s(?:and|but|while)\s(?:the|its|their)\s[a-z]+\s(?:is|was|are|were|(?:has|have)\s[a-z]{3,})\s")
"""What opens a clause on how something stands: "gained 24% this year, and the group is valued at"."""
_OPENED = Construction(
    r"(?:As(?=\s(?!(?:{grammar:preposition|grammar:adverb|planning|booking}|an?)\b)(?:[\w’'-]+\s){1,4}?(?:{grammar:auxiliary|grammar:finite}|[a-z]{3,}ed)\s)"
    r"|Although|Though|While|Whereas|After|Since|Because|If|Having|Despite|Once|Before|Unlike"
    r"|(?:Just|[A-Z][a-z]+(?:s|ly))\s(?:[a-z]+\s)?(?:after|before)(?=\s(?:an?|the|its|their|[a-z]+ing)\s))\s[^,.;]*,"
)
_WAS_MADE = re.compile(r"[A-Z][a-z]+ed\s(?:[a-z]+\s){0,3}?(?:in|on|since)\s[^,.;]{1,40},\s(?:\w+[^,.;]*,\s)?")
"""What opens a sentence with what was done to its subject at a time: "Founded in 2012, Acme employs"."""
_ASIDE = re.compile(r",\s(?:which|who|whose)\b[^,]*,")
_NEW_CLAUSE = Construction(r"\b(?:but|and (?:it|its|they|their|he|she|will|would|{planning|asserting}))\b")
_FORESEEN = Construction(r"(?i:(?:,|\b(?:as|and|while))\s(?:[\w’'.&-]+\s){0,4}?{forecasts:verb}\b)")
"""What opens a clause on what somebody foresees: "spent $4 billion as Borealis forecast sales for 2030"."""
_AFTER = re.compile(r",?\safter\s(?:an?|the|[a-z]+ing)\s[^,;]*")
"""What leads from a time to what came before it: "rose in the second quarter, after a 9% fall in the first"."""
_OF_NAME = re.compile(r"\b[A-Z][\w.&-]*,\s(?:which|whose|who)\s")
"""What opens a clause about somebody named behind a figure: "49% of Acme, which had revenue last year of"."""
_PART_OF_IT = Construction(r",\s{first-of-all}\s")
"""What opens a list of parts."""
_AT_ONCE = re.compile(r"(?:[a-z-]+\s){0,3}")
_JOINED_BEHIND = re.compile(r",\s+and\s+(?:(?:[a-z]+ly\s+)?[a-z]+ed|(?:first|later|then)\s[a-z]+)\s")
_BROUGHT_OUT = Construction(r"\b{milestone}\s(?:in|on|since)\s\Z")
"""What makes a time tell since when a thing exists: "a model launched in 2023, which has 10 million users"."""
AT_PRESENT = Construction(r"\b{time-adverbs:present}\b")


def of_other_action(time: Timex, sight: Sight) -> bool:
    """Tell whether `time` dates an action joined before the figure's, or a clause that opens the sentence."""
    start = sight.figure.span.start
    if time.span.end > start:
        between = (sight.figure.span.end, time.span.start)
        marked = any(mark.search(sight.text, *between) for mark in (_NEW_CLAUSE, _JOINED_BEHIND, _OF_NAME, _FORESEEN))
        opening = _OPENED.match(sight.text, sight.sentence.start, time.span.start)
        marked = marked or (opening is not None and sight.figure.span.end <= opening.end())
        return marked or _of_part(sight, time.span)
    if contrasted(time.span, sight.figure.span, sight.text) and AT_PRESENT.search(sight.text, time.span.end, start):
        return True
    if _THEN_IS.search(sight.text, time.span.end, start) or _AFTER.fullmatch(sight.text, time.span.end, start):
        return True
    if JOINED.match(sight.text, time.span.end, start) or _of_thing(time.span, start, sight):
        return True
    opening = _OPENED.match(sight.text, sight.sentence.start, start)
    opening = opening or _WAS_MADE.match(sight.text, sight.sentence.start, start)
    if opening is not None and opening.start() < time.span.start and time.span.end <= opening.end():
        return True
    asides = _ASIDE.finditer(sight.text, sight.sentence.start, start)
    return any(aside.start() < time.span.start and time.span.end <= aside.end() for aside in asides)


def _of_part(sight: Sight, time: Span) -> bool:
    """Tell whether `time` dates an amount that is a part of the figure: "$13 billion, including $1 billion in 2019"."""
    listed = _PART_OF_IT.search(sight.text, sight.figure.span.end, time.start)
    others = (one.span.start for one in sight.others if listed and listed.end() <= one.span.start < time.start)
    return listed is not None and any(_AT_ONCE.fullmatch(sight.text, listed.end(), start) for start in others)


def _of_thing(time: Span, figure: int, sight: Sight) -> bool:
    """Tell whether `time` ends an aside on what was brought out then, before the clause of the figure."""
    parted = sight.text.startswith((",", ")", " –", " —"), time.end) and time.end < figure
    return (
        parted and _BROUGHT_OUT.search(sight.text, max(sight.sentence.start, time.start - 30), time.start) is not None
    )
