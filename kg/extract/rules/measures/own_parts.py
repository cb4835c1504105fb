"""Percentages of what somebody has, which are no share of a market and no cut of staff.

"HBM4 will make up half of its memory shipments", "lost 9% of its daily users", "AI could do 40% of all jobs".
"""

from kg.extract.rules.measures.frames import CHANGE
from kg.extract.rules.measures.kinds import PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER, change_of_told
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_MARKET, _CUT = "market-share", "workforce-cut"
_FILLED = r"\s(?:{grammar:focus|bounds:*|additive}\s)*\Z"
_OF_OWN = Construction(
    r"\sof\s(?:(?:its|their)|(?P<whose>(?:[A-Z][\w&.-]*\s){0,2}?[A-Z][\w&.-]*?)['’]s?|the\s(?i:{notions:business-unit}|[a-z]+)['’]s)\s"
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w-]+\s){0,4}?{pieces-moved}\b"
)
_OF_JOBS = Construction(r"\sof\s(?:the\s)?(?:[a-z’']+\s)?{notions:post}\b")
_DOES_WORK = Construction(r"\b{doing-work}(?:\s(?:an?|the))?" + _FILLED)
_GO_TO_MACHINES = Construction(r"\sof\s(?:all\s)?(?:[a-z]+\s)?{notions:post}\s[^.,;]{0,40}\b{machine-workers}\b")
_LOSES = Construction(r"\b{losing-some}" + _FILLED)
_OF_ITS = Construction(r"\sof\s(?:its|their)\s(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'-]+\s){0,4}")
_THE_NUMBER = Construction(
    r"(?:the|its|their)\s{number-word}\sof\s(?:(?!(?:and|but|while)\s)[^\s,;.]+\s){1,9}?"
    r"(?:(?:{grammar:auxiliary}|{grammar:be}|also)\s)?"
    r"(?:{change-verb}(?:\s[a-z]+ly)?(?:\sby)?|(?:up|down)(?:\sby)?)" + _FILLED
)
_REACH, _FAR = 60, 140


@asked(PERCENT)
def own_part(sight: Sight, best: Reading) -> Reading | None:
    """Read a percentage of what somebody has or does, None where it is no such part."""
    text, end = sight.read.text, sight.figure.span.end
    if best.measure == _MARKET and (found := _OF_OWN.match(text, end)):
        whose = Span(*found.span("whose")) if found["whose"] else None
        return None if whose and _is_place(whose, sight) else _unmeasured(sight)
    if best.measure == _CUT and _is_of_all_jobs(sight):
        return _unmeasured(sight)
    if best.frame == CHANGE:
        return _of_a_number(sight, best)
    return _lost(sight, best)


def _unmeasured(sight: Sight) -> Reading:
    return Reading(OTHER, LEAST, OTHER_NOUN, sight.figure.span)


def _is_place(whose: Span, sight: Sight) -> bool:
    return any(name.entity.kind == "Place" for name in sight.read.within(sight.read.names, whose))


def _is_of_all_jobs(sight: Sight) -> bool:
    """Tell whether jobs are those that machines could do, no matter whose: "could automate 40% of jobs"."""
    text, end = sight.read.fold, sight.figure.span.end
    if _GO_TO_MACHINES.match(text, end):
        return True
    return _OF_JOBS.match(text, end) is not None and _DOES_WORK.search(text, *sight.lead(_REACH)) is not None


def _of_a_number(sight: Sight, best: Reading) -> Reading | None:
    """Read the change of a number of things for which there is no measure: "the number of tests it made fell 9%"."""
    if best.measure not in (OTHER, GROWTH) or not _THE_NUMBER.search(sight.read.fold, *sight.lead(_FAR)):
        return None
    return Reading(GROWTH, LEAST, OTHER_NOUN, sight.figure.span, frame=CHANGE)


def _lost(sight: Sight, best: Reading) -> Reading | None:
    """Read how much less somebody has of what changes: "lost 9% of its daily users"."""
    fold, end = sight.read.fold, sight.figure.span.end
    found = _OF_ITS.match(fold, end) if best.measure in (OTHER, "share-of-revenue") else None
    if found is None or not _LOSES.search(fold, *sight.lead(_REACH)):
        return None
    near = (hit for hit in sight.told if end < hit.span.start <= found.end())
    changes = (change_of_told(hit.sign.code, notion=hit.sign.notion) for hit in near)
    change = next((one for one in changes if one), None)
    return Reading(change, LEAST, "lost-part", sight.figure.span, frame=CHANGE) if change else None
