"""People counted by what they use: "170 million Americans open it daily", "reaches 90 million people", "its audience".

Data: nouns for people (`people-noun`), verbs of using (`using`, `used-by`) and of having users (`reaching`). A word for
a day, week or month in the clause tells how often they do.
"""

from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_ALL, _CUSTOMERS = "total-users", "customers-signed"
_OFTEN = {"daily": "daily-active-users", "weekly": "weekly-active-users", "monthly": "monthly-active-users"}
_LEADING = r"\s(?:{grammar:focus|bounds:*|additive}\s){0,2}\Z"
_BEFORE = Construction(r"\b{used-by|reaching}" + _LEADING)
_BEHIND = Construction(
    r"(?:\s(?:around|across|in|of|on|from)\s(?:the\s)?[\w’'-]+(?:\s[A-Z][\w-]+)?|\s{worldwide-reach}|\s(?:who|that)"
    r"|\s(?:an?|each|every|per)\s{time-nouns:unit}){0,2}"
    r"(?:\s(?:{grammar:adverb|adverb|grammar:auxiliary|grammar:be}))*\s{using}\b"
)
_AUDIENCE = Construction(
    r"\b(?:(?P<often>{how-often})\s)?{audience}\b"
    r"(?:\sof|[^.,;:]{0,30}?\s(?:to|{attaining}|{notions:amounts-to}(?:\s(?:at|to))?))" + _LEADING
)
_BEFORE_REACH, _AUDIENCE_REACH, _CLAUSE = 60, 90, 80
_FEWEST = 10_000
"""Fewer people hardly are the users of anything."""


def audience(sight: Sight, best: Reading) -> Reading | None:
    """Read how many people use something, where no noun for users tells it."""
    figure = sight.figure
    if figure.quantity.unit != "count" or best.measure != OTHER or figure.quantity.value < _FEWEST:
        return None
    if figure.noun is None:
        return _of_audience(sight)
    fold = sight.read.fold
    noun = figure.noun.of(fold).rsplit(" ", maxsplit=1)[-1]
    firms = noun in words("semantic-fields", "firms-noun")
    if not firms and noun not in words("semantic-fields", "people-noun"):
        return None
    start = figure.span.start
    used = _BEFORE.search(fold, max(0, start - _BEFORE_REACH), start) or _BEHIND.match(sight.read.text, figure.noun.end)
    return Reading(_CUSTOMERS if firms else _often(sight), LEAST, "audience", figure.span) if used else None


def _of_audience(sight: Sight) -> Reading | None:
    """Read a bare number that the noun for all who use something leads to: "its weekly audience has grown to 9m"."""
    start = sight.figure.span.start
    found = _AUDIENCE.search(sight.read.fold, max(0, start - _AUDIENCE_REACH), start)
    if found is None:
        return None
    return Reading(_OFTEN.get(found["often"], _ALL), LEAST, "audience", sight.figure.span)


def _often(sight: Sight) -> str:
    """Return the measure of users a day, week or month by the nearest word for one in the clause, else of all."""
    near = [hit for hit in sight.told if hit.sign.notion and hit.sign.code in _OFTEN and _away(hit, sight) < _CLAUSE]
    return _OFTEN[min(near, key=lambda hit: _away(hit, sight)).sign.code] if near else _ALL


def _away(hit: Hit, sight: Sight) -> int:
    figure = sight.figure.span
    return max(figure.start - hit.span.end, hit.span.start - figure.end)
