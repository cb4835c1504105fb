"""People counted by what they use: "170 million Americans open it daily", "reaches 90 million people", "its audience".

Data: nouns for people (`people-noun`), verbs of using (`using`, `used-by`) and of having users (`reaching`). A word for
a day, week or month in the clause tells how often they do.
"""

from kg.extract.rules.measures.kinds import COUNT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_ALL, _CUSTOMERS = "total-users", "customers-signed"
_OFTEN = {"daily": "daily-active-users", "weekly": "weekly-active-users", "monthly": "monthly-active-users"}
_LEADING = r"\s(?:{grammar:focus|bounds:*|additive}\s){0,2}\Z"
_BEFORE = Construction(r"\b{used-by|reaching}" + _LEADING)
_OURS = Construction(r"\bour" + _LEADING)
_BEHIND = Construction(
    r"(?:\s(?:around|across|in|of|on|from)\s(?:the\s)?[\w’'-]+(?:\s[A-Z][\w-]+)?|\s{worldwide-reach}|\s(?:who|that)"
    r"|\s(?:an?|each|every|per)\s{time-nouns:unit}){0,2}"
    r"(?:\s(?:{grammar:adverb|adverb|grammar:auxiliary|grammar:be}))*\s{using}\b"
)
_AUDIENCE = Construction(
    r"\b(?:(?P<often>{how-often})\s)?{audience}\b"
    r"(?:\sof|[^.,;:]{0,30}?\s(?:to|{attaining}|{notions:amounts-to}(?:\s(?:at|to))?))" + _LEADING
)
_EACH = Construction(r"\s(?:each|every|per|an?)\s{time-nouns:unit}\b")
_USERS = Construction(r"\b{audience-people}\Z")
_BEFORE_REACH, _AUDIENCE_REACH, _CLAUSE = 60, 90, 80
_FEWEST = 10_000
"""Fewer people hardly are the users of anything."""


@asked(COUNT)
def audience(sight: Sight, best: Reading) -> Reading | None:
    """Read how many people use something, where no noun for users tells it."""
    figure = sight.figure
    if best.measure == _ALL and figure.noun:
        return _each_month(sight)
    if best.measure != OTHER or figure.quantity.value < _FEWEST:
        return None
    if figure.noun is None:
        return _of_audience(sight)
    fold = sight.read.fold
    noun = figure.noun.of(fold).rsplit(" ", maxsplit=1)[-1]
    firms = noun in words("semantic-fields", "firms-noun")
    if not firms and noun not in words("semantic-fields", "people-noun"):
        return None
    start = figure.span.start
    used = (
        _OURS.search(fold, max(0, start - _BEFORE_REACH), start)
        or _BEFORE.search(fold, max(0, start - _BEFORE_REACH), start)
        or _BEHIND.match(sight.read.text, figure.noun.end)
    )
    return Reading(_CUSTOMERS if firms else _often(sight), LEAST, "audience", figure.span) if used else None


def _each_month(sight: Sight) -> Reading | None:
    """Read how many use something in so long a time, told right behind them: "90 million visitors each month"."""
    noun = sight.figure.noun
    found = _EACH.match(sight.read.fold, noun.end) if noun else None
    if noun is None or found is None or not _USERS.search(sight.read.fold, noun.start, noun.end):
        return None
    often = next((hit for hit in sight.told if hit.sign.code in _OFTEN and hit.span.start == noun.end + 1), None)
    return Reading(_OFTEN[often.sign.code], LEAST, "each-month", often.span) if often else None


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
