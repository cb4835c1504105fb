"""The reporting period that goes on, as in "Acme grew in the first quarter. Its revenue was $2 billion".

Results are told period by period. Where a sentence gives none, the quarter, half, month or fiscal year that the
sentences right before speak of still holds, as long as they are about the same subject and are no comparison.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.dating import Dated
from kg.extract.rules.claims.told import Told
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

_BACK = 3
"""How many sentences a reporting period holds."""
_REPORTING = re.compile(r"FY.*|.*-(?:Q|H)[1-4].*|[0-9]{4}-[0-9]{2}(?:/[0-9]{4}-[0-9]{2})?")
_RULE = "running-period"
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")
_THE_QUARTER = Construction(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver)\s(?:the|that)\s{time-nouns:quarter}\b(?!\s(?:end|to|through|of|from))"
)
_BESIDE, _QUARTER_BACK = 60, 12
_COMPARES = Construction(r"(?:That|This|It|Which)\s(?:\w+ly\s)?(?:is|was|{comparing|representing|surpassing})\b")


def running_period(index: int, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the reporting period that holds for the sentence `index`, None where the text gives none."""
    for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
        sentence = read.sentences[before]
        if sentence.headline or any(one.sentence == before and one.subject != who for one in told):
            return None
        if _COMPARES.match(read.text, sentence.span.start):
            continue
        figures = [one for one in told if one.sentence == before and one.figure.role != "from"]
        if figures:
            return _of_figures(figures)
        named = {name.entity for name in read.within(read.names, sentence.span) if name.entity.kind == "Company"}
        if named and who not in named:
            return None
        times = [time for time in read.within(read.timexes, sentence.span) if time.period]
        reporting = [time for time in times if time.period and _REPORTING.fullmatch(time.period.code)]
        if len({time.period for time in reporting}) == 1:
            return Dated(reporting[0].period, _RULE, reporting[0].span)
        if times:
            return None
    return None


def _of_figures(figures: Sequence[Told]) -> Dated | None:
    """Return the reporting period of the figures of one sentence, if they have one in common."""
    dated = [one for one in figures if one.period and _REPORTING.fullmatch(one.period.code)]
    same = len({one.period for one in dated}) == 1
    return Dated(dated[0].period, _RULE, dated[0].figure.span) if same else None


def named_quarter(figure: Figure, sentence: Span, index: int, told: Sequence[Told], text: str) -> Dated | None:
    """Return the quarter last told where the figure is one "for the quarter", None where no such words stand by."""
    near = max(sentence.start, figure.span.start - _BESIDE), min(sentence.end, figure.span.end + _BESIDE)
    said = told and (text.find("quarter", *near) >= 0 or text.find("three", *near) >= 0)
    words = _THE_QUARTER.search(text, *near) if said else None
    span = Span(*words.span()) if words else None
    for one in reversed(told) if span else ():
        if index - one.sentence > _QUARTER_BACK:
            return None
        if one.period and _QUARTER.fullmatch(one.period.code):
            return Dated(one.period, _RULE, span)
    return None
