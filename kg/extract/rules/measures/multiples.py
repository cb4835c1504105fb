"""Multiples that hold one thing against another, and tell no growth.

"is valued at 30 times its sales", "trades at 25 times earnings", "ten times dearer than a paper map", "twice the size".
"""

from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction

_MULTIPLE, _FASTER = "growth-multiple", "performance-gain"
_WORTH = Construction(r"\b(?:{valuing|valuation|trading|costing|notions:sell}|worth)\b(?:[^.;:]|\.(?=[0-9])){0,60}\Z")
_OF_RESULT = Construction(
    r"(?:\s(?:and|or|to)\s[0-9.]+(?:\stimes|x))?\s(?:(?:its|their|the|[A-Z][\w&.-]*['’]s?)\s)?(?:[\w-]+\s){0,3}?{notions:revenue|notions:profit|book-value}\b"
)
_NOW = r"(?!(?:it|they|in|at|before|(?:an?|the|this|last)\s{time-nouns:unit}|{time-adverbs:*})\b)"
_THAN_THING = Construction(
    r"\s(?:(?:more|less)\s[a-z]+\sthan|(?!more\b|less\b|fewer\b)[a-z]+er\sthan|as\s(?!many\b|much\b)[a-z]+\sas)\s"
    + _NOW
)
_AS_LARGE = Construction(r"\sthe\s{as-large}\sof\s")
_TIMES = ("times", "twice", "thrice")
"""How a multiple ends that is no verb: "triple the size of" makes something larger."""
_SPEED = Construction(r"\s{quick}\b")
_REACH = 90


@asked("ratio", of=(_MULTIPLE,))
def held_against_thing(sight: Sight, best: Reading) -> Reading | None:  # noqa: ARG001
    """Read how many times something is what another thing is as no growth, None where it grew."""
    text, span = sight.read.text, sight.figure.span
    if _SPEED.match(text, span.end):
        return Reading(_FASTER, LEAST, "as-fast", span)
    worth = _WORTH.search(text, *sight.lead(_REACH)) and _OF_RESULT.match(text, span.end)
    large = span.of(text).endswith(_TIMES) and _AS_LARGE.match(text, span.end)
    return Reading(OTHER, LEAST, OTHER_NOUN, span) if worth or large or _THAN_THING.match(text, span.end) else None
