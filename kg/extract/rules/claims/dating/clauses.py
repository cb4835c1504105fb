"""The time of what a clause joined to a result tells: the result's for another, none for a state, price or plan.

"Sales fell 7% in the third quarter, and costs rose to $4 billion", "and it has debt of $9 billion". Results of "the
full year" are of the one just over where no year is named.
"""

import re

from kg.extract.rules.claims.dating.opened_with import year_over
from kg.extract.rules.claims.dating.results import same_house
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity

_ACTUAL = "actual"
PART = re.compile(r"[0-9]{4}-Q[1-4](?:/[0-9]{4}-Q[1-4])?|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")
_TOLD_ON = re.compile(r"(?:(?!\safter\s)[^;])*[,;]?\s(?:and|while|but)\s(?:(?!\safter\s)[^;])*")
_GOES_ON = Construction(
    r",?\s(?:and|but)\s(?:[a-z-]+\s){1,4}?(?:{change-verb|notions:amounts-to}|was|were)\s"
    r"(?:(?:to|by|at)\s)?(?:{bounds:*}\s)?"
)
_YEAR = re.compile(r"(?:FY)?20[0-9]{2}(?:-[0-9]{2})?")
_DID_TOO = Construction(r"\s(?:and|but)\s(?:(?!{planning|placed}\b)[a-z]{3,}ed|{irregular-doing|done-then|booking})\s")
"""What goes on with what the same one did: "earned $3 billion in 2024 and spent"."""
_MAKES_KNOWN = Construction(
    r",?\s(?:and|but|while)\s(?:(?:it|they)\s)?(?:[a-z]+ly\s|also\s)?(?:{publicising|asserting}|(?:is\s|are\s)?{planning})\s"
)
_NOW = re.compile(
    r"[,;]\s(?:(?:and|but|while|so)\s)?(?:(?:it|he|she)\s(?:now\s)?(?:has|is|[a-z]+s)|they\s(?:have|are)|(?:its|their)\s[a-z]+\s(?:is|are|has|have))\s"
    r"|,\sso\s(?:that\s)?[a-z]"
)
"""What opens a clause on the present, or on what follows."""
RATE = Construction(r"(?:\s[a-z-]+){0,2}?\s(?:an?|per|each|every)\s{time-nouns:reporting}\b")
"""What makes an amount one of each such time, so that it is no amount of the time told of."""
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:(?:and|but|while|so)\s)?(?:it|its|they|their|he|she)\s")


def of_joined_clause(found: Dated, case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of a figure in a clause behind a result, or that it has none; None where `found` holds."""
    return (
        _joined_on(found, case, who, how, story)
        or _whole_year(found, case, who, how, story)
        or _of_next_clause(found, case, how, story)
        or _made_known(found, case, story)
    )


def _joined_on(found: Dated, case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of a result for one that a clause joined to it tells on.

    "Sales fell 7% in the third quarter, and costs rose to $4 billion".
    """
    last = story.told[-1] if story.told else None
    if found.rule != "other-action" or case.figure.role == "from":
        return None
    if last is None or last.sentence != case.index:
        return _joined_first(found, case, how, story)
    results = how == last.mode == _ACTUAL and "true" in case.facts.get("perPeriod", ())
    results = results and "true" in facts(last.reading.measure).get("perPeriod", ()) and same_house(last.subject, who)
    told_on = _TOLD_ON.fullmatch(story.read.text, last.figure.span.end, case.figure.span.start)
    part = last.period if told_on and last.period and PART.fullmatch(last.period.code) else None
    if told_on and part is None and last.period and _YEAR.fullmatch(last.period.code):
        part = last.period if _DID_TOO.match(story.read.text, found.span.end if found.span else 0) else None
    return Dated(part, "joined-on", last.figure.span, seen=True) if results and part else None


def _joined_first(found: Dated, case: Case, how: str, story: Story) -> Dated | None:
    """Return the period of a clause without figures for the result that the next one tells.

    "Sales fell in the third quarter, but profit rose to $4 billion".
    """
    if how != _ACTUAL or found.span is None or "true" not in case.facts.get("perPeriod", ()):
        return None
    read, end = story.read, found.span.end
    time = next((one for one in read.within(read.timexes, found.span) if one.period), None)
    part = time.period if time and time.period and PART.fullmatch(time.period.code) else None
    joined = part and _GOES_ON.fullmatch(read.text, end, case.figure.span.start)
    return Dated(part, "joined-on", found.span, seen=True) if joined else None


def _made_known(found: Dated, case: Case, story: Story) -> Dated | None:
    """Return no period for what is made known beside results: "lost money in the third quarter, but announced a"."""
    if found.span is None or {"perPeriod", "dayPeriod"} & case.facts.keys() or found.span.end > case.figure.span.start:
        return None
    part = found.period is not None and PART.fullmatch(found.period.code)
    known = part and _MAKES_KNOWN.match(story.read.text, found.span.end, case.figure.span.start)
    return Dated(None, "made-known", found.span, seen=True) if known else None


def _whole_year(found: Dated, case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the year just over for results "for the full year" that no year named before tells."""
    if found.rule != "unresolved-period" or how != _ACTUAL or "true" not in case.facts.get("perPeriod", ()):
        return None
    return year_over(case, who, story.told, story.read) if case.figure.role != "from" else None


def _of_next_clause(found: Dated, case: Case, how: str, story: Story) -> Dated | None:
    """Return no period for a state, rate, price or plan told in a clause behind what the time is of.

    "Sales fell 7% in the third quarter, and it has debt of $9 billion".
    """
    last, text = story.told[-1] if story.told else None, story.read.text
    if last is None or last.sentence != case.index or found.span is None or last.period != found.period:
        return None
    start, end = max(found.span.end, last.figure.span.end), case.figure.span.start
    if found.period is None or start > end:
        return None
    rate = RATE.match(text, case.figure.span.end) is not None
    lasts = "perPeriod" not in case.facts and (how == "planned" or bool({"state", "dayPeriod"} & case.facts.keys()))
    apart = _NOW.search(text, start, end) if lasts or rate else None
    if lasts and last.mode == _ACTUAL and "true" in facts(last.reading.measure).get("perPeriod", ()):
        apart = apart or _NEXT_CLAUSE.search(text, start, end)
    return Dated(None, "next-clause", found.span, seen=True) if apart else None
