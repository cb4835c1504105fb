"""Figures that say again what another said, and are meant as it was: the mode of the one before is theirs.

"This represents 9% of its staff", "That estimate is nearly double last year's", "Acme plans to spend $9 billion.
Borealis is at $4 billion", "the $9 billion outlay" of which a plan told before, "900 of them abroad", and what an
estimate of others is likened to.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import FORESEEN, Told, goes_on
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity

_REACH = 48
_SAID_AGAIN = Construction(
    r"(?:That|This|It|These|They|The\s[a-z]+(?:\s(?:in|at)\s[A-Z]\w+)?)\s(?:\w+ly\s)?{representing}\b"
)
"""What says a plan of the sentence before another way: "This represents 9% of its staff"."""
_VIEW_IS = Construction(
    r"(?:That|This|The|Such\san?)\s(?:[a-z]+\s)?{outlook|expectation|plan|total-noun}\s"
    r"(?:(?:is|would\sbe)\s|(?:[a-z]+\s)?{representing|amounting}\s)(?:{grammar:focus|bounds:*}\s)?\Z"
)
"""What holds a view or plan of the sentence before against something: "That estimate is double last year's"."""
_ELLIPTIC = Construction(
    r"(?:['’]s\s(?:own\s)?(?:{total-noun|plan}\s)?(?:is|{standing-at})|(?<!which)(?<!that)\s{standing-at})(?:\s(?:the\s)?[a-z]+,\sat)?\s(?:{bounds:*}\s)?\Z"
)
"""What gives another's figure without a verb of doing: "Acme plans to spend $9 billion. Borealis is at $4 billion"."""
_FORMERLY = Construction(r"\s{no-longer}(?=[.,;)])")
_OF_THE_SUM = Construction(r"\sof\s(?:the|that|this)\s(?:{total-noun|expenditure}|{amount-money})\b")
_OF_THEM = re.compile(r",?\sof\s(?:them|it|those|these|which|that)\b")
_LIKENED = Construction(r"(?:(?:That|This|It)\s(?:would\s)?{comparison}\b|(?i:{by-comparison}),\s)")


def said_again(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the figure before that this one says another way, or beside which another's stands without a verb."""
    return _share_of(case, told, text) or _of_the_sum(case, told, text) or _elliptic(case, told, text)


def formerly(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the forecast of the sentence that this figure was before: "5%, down from 6% previously"."""
    last = told[-1] if told else None
    if last is None or last.sentence != case.index or last.mode not in FORESEEN:
        return None
    found = _FORMERLY.match(text, case.figure.span.end)
    return last if found and goes_on(case.code, last.reading.measure) else None


def of_the_view(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the figure of the sentence before that is called a view or plan and held against something here."""
    start = case.figure.span.start
    if not told or told[-1].sentence != case.index - 1 or start - case.sentence.start > _REACH:
        return None
    return told[-1] if _VIEW_IS.match(text, case.sentence.start, start) else None


def of_them(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the figure that this one is told to be a part of: "to cut 900 of its 7,000 jobs, 500 of them abroad"."""
    if not _OF_THEM.match(text, case.figure.span.end):
        return None
    here = [one for one in told if one.sentence == case.index]
    alike = [one for one in here if one.reading.measure == case.code and case.code != OTHER]
    return next(iter(alike or here), None)


def named_before(case: Case, who: Entity | None, told: Sequence[Told]) -> Told | None:
    """Return the same amount of the same measure and subject, told before, if it was meant in one way alone."""
    quantity = case.figure.quantity
    same = [
        one
        for one in told
        if one.figure.quantity.value == quantity.value
        and one.figure.quantity.unit == quantity.unit
        and one.figure.quantity.high == quantity.high
        and one.reading.measure == case.code
        and one.subject == who
    ]
    known = case.code != OTHER and who is not None and len({one.mode for one in same}) == 1
    return same[-1] if known else None


def likened(case: Case, when: Dated, told: Sequence[Told], text: str) -> Told | None:
    """Return the estimate of the sentence before that a figure of the same time and unit is likened to."""
    if not told or not _LIKENED.match(text, case.sentence.start):
        return None
    for one in reversed(told):
        if case.index - one.sentence > 1:
            return None
        if one.sentence < case.index:
            alike = one.figure.quantity.unit == case.figure.quantity.unit and one.period is not None
            return one if one.mode == "estimated" and alike and one.period == when.period else None
    return None


def _share_of(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the figure before of which a share says the same another way, if all of its sentence are meant alike."""
    if case.figure.quantity.unit not in ("percent", "ratio") or not _SAID_AGAIN.match(text, case.sentence.start):
        return None
    here = [one for one in told if one.sentence == case.index - 1 and one.figure.role != "from"]
    return here[-1] if here and len({one.mode for one in here}) == 1 else None


def _of_the_sum(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the only figure of the sentence before, of which this one is a part: "half of the money"."""
    if not _OF_THE_SUM.match(text, case.figure.span.end):
        return None
    before = [one for one in told if one.sentence == case.index - 1]
    return before[0] if len({one.mode for one in before}) == 1 else None


def _elliptic(case: Case, told: Sequence[Told], text: str) -> Told | None:
    start = case.figure.span.start
    if not told or case.index - told[-1].sentence > 1 or not _ELLIPTIC.search(text, max(0, start - _REACH), start):
        return None
    return told[-1] if goes_on(case.code, told[-1].reading.measure) else None
