"""All who work for somebody, told beside those who go or come: "cut its workforce from 9,000 to 8,400".

Also "600 of its 9,000 jobs", "its headcount stood at 9,000" and "with 9,000 employees, the firm will part with some".
"""

from kg.extract.rules.measures.kinds import COUNT, PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_ALL, _CUT = "employees", "workforce-cut"
ALL_STAFF = "all-staff"
"""The rule's name: such a number is sure, and goes on from none before."""
_MAY_BE = frozenset({OTHER, _ALL, "job-cuts", "jobs-created"})
_FILLED = r"\s(?:{grammar:focus|bounds:*}\s)*\Z"
_LED = Construction(
    r"\b(?i:{all-staff})(?:,\swhich)?(?:\s(?:{grammar:auxiliary|grammar:modal}))*"
    r"\s(?:(?:{grammar:be|notions:amounts-to|change-verb}|up|down)(?:\s(?:from|to|at))?|from|to|of)"
    r"(?:\s(?:(?:the|its|their)\s)?{present-staff})?"
    r"(?:\s[0-9][0-9,.]*(?:\s(?:{scales:6|notions:persons}|in\s(?:[A-Z][a-z]+\s)?[0-9]{4}"
    r"|(?:an?\s|last\s)?{time-nouns:unit}(?:\s{time-adverbs:relative})?))*\sto)?" + _FILLED
)
_WITH = Construction(r"(?:^|[.!?\n]\s?|,\s)(?i:with)" + _FILLED)
_PART_OF_ALL = Construction(
    r"(?:[0-9]|%|\b{units:percent})\s(?:out\sof|of)\s(?:its|their|the\s[a-z-]+['’]s|[A-Z][\w&.-]*['’]s?)" + _FILLED
)
_TEAM_OF = Construction(r"\b{teaming}\sof" + _FILLED)
_STILL_THERE = Construction(r"{present-staff}\s")
_GREW = Construction(
    r"\b(?:(?i:{all-staff})\s(?:(?:{grammar:auxiliary|grammar:modal|grammar:adverb})\s)*{expanding}(?:\sby)?"
    r"|(?i:{expanding|making-more})\s(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'-]+\s){0,4}?"
    r"{all-staff|notions:team}\sby)" + _FILLED
)
_DOERS = ("ers", "ists", "ians")
"""How nouns end for those who do something: designers, scientists."""
_REACH = 90


@asked(PERCENT, of=(_CUT,))
def staff_grew(sight: Sight, best: Reading) -> Reading | None:
    """Read by how much a staff grew as no cut of it, in a sentence or text that tells of one: "headcount rose 9%"."""
    figure = sight.figure
    start = figure.span.start
    grew = _GREW.search(sight.read.text, max(0, start - _REACH), start)
    return Reading(GROWTH, LEAST, OTHER_NOUN, figure.span, frame=best.frame) if grew else None


@asked(COUNT)
def all_staff(sight: Sight, best: Reading) -> Reading | None:
    """Read a number as that of all who work for somebody, None where nothing right by it says so."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    lead = max(0, start - _REACH), start
    last = figure.noun.of(sight.read.fold).rsplit(" ", maxsplit=1)[-1] if figure.noun else ""
    workers = last in words("notions", "worker")
    if (workers or last in words("notions", "persons") or last.endswith(_DOERS)) and _TEAM_OF.search(text, *lead):
        return Reading(_ALL, LEAST, ALL_STAFF, figure.span)
    if best.measure not in _MAY_BE:
        return None
    there = workers and (
        _PART_OF_ALL.search(text, *lead)
        or _STILL_THERE.match(text, figure.span.end + 1)
        or (_WITH.search(text, *lead) and text.startswith(",", figure.noun.end if figure.noun else start))
    )
    if there or ((workers or figure.noun is None) and _LED.search(text, *lead)):
        return Reading(_ALL, LEAST, ALL_STAFF, figure.span)
    return None
