"""Words that tell nothing of a figure because they are part of something else: "sales-related", "the chip company"."""

import re

from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words
from kg.model import Span

_BEHIND = re.compile(r"[ -]([a-z][a-z-]+)")
_PART_OF_IT = frozenset({"part-of-company", "of-a-company", "of-the-firm", "takeover-target"})
_COMPOUND = Construction(r"-{compounding}\b")
"""What makes a word a mere modifier: "sales-related payments"."""
_VALUE = "value"
_OF_THINGS = Construction(
    r"\sof\s(?:(?!(?:in|at|to|for|from|by|on|with|after|as|is|was|has)\s)[\w’'&.-]+\s){0,6}?{dealings}\b",
    re.IGNORECASE,
)
"""What makes a value that of no company: "the value of its orders", "the value of British takeovers"."""
_OF_SHARES = Construction(r"\s(?:of|in|on|at)\s(?:[\w’'-]+\s){0,4}?{exchange}\b", re.IGNORECASE)
_IN_SHARES = Construction(r"\b(?:{exchange|trading-day})\s\Z", re.IGNORECASE)
"""What makes turnover one of shares and no firm's sales: "turnover of the bank's shares", "daily turnover"."""
_OF_BODY = Construction(r"\s(?:of|in|at)\s(?:[\w’'.-]+\s){0,6}?{member-body}\b", re.IGNORECASE)
_BODY_HAS = Construction(r"\b{member-body}\b[^.;:]{0,40}\Z", re.IGNORECASE)
"""What makes members those of a body rather than users: "5,000 members of the union", "the union has 5,000 members"."""
_BODY_REACH = 60
_FELT = Construction(
    r"\b(?:{mood}\s(?:about|around|for|of|on|over|that)|(?:after|on|following|despite)\s{surpassing})\s(?:[\w’'-]+\s){0,4}\Z"
)
"""What makes a word one of what people fear or hope, which the figure before it is not: "sparking fears of losses"."""
_FELT_REACH = 60
_MOOD = Construction(r"\b{mood|surpassing}\s")
_IS_FELT = Construction(r"s?\s{mood}\b", re.IGNORECASE)
"""What makes a word one of what people fear or hope: "raises debt concerns"."""
_GRANT = frozenset({"grant", "grant-funding"})
_GRANTS_ELSE = Construction(
    r"s?(?:\s(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&-]+){0,4}?\s{right-granted}\b", re.IGNORECASE
)
"""What makes granting one of no money: "grants the two men bail", "granted permission"."""
_EVENT = Construction(r"s?\s{results-event}\b")
_OWNS = ("'s", "’s")
_OWNS_IN_S = re.compile(r"(?<=s)['’]\s[a-z]")
"""A possessive of a name that ends in s: "9% of Siemens' revenue"."""
_OWNED = re.compile(r"(?:\b(?:its|their)|[’']s?)\s\Z")
_OWNED_REACH = len(" their ")


def word_behind(text: str, end: int) -> str | None:
    """Return the word in lower case right behind a place, None where none stands there."""
    behind = _BEHIND.match(text, end)
    return behind[1] if behind else None


def means_else(hit: Hit, text: str) -> bool:
    """Tell whether a word is part of something else: "sales-related", "the chip company", "the value of its orders"."""
    end, code = hit.span.end, hit.sign.code
    if (text.startswith("-", end) and _COMPOUND.match(text, end)) or _IS_FELT.match(text, end):
        return True
    word = hit.span.of(text).lower()
    if word in words("semantic-fields", "belonging") and _is_of_body(hit, text):
        return True
    if word in words("semantic-fields", "turnover") and _is_of_shares(hit, text):
        return True
    if code in _GRANT and _GRANTS_ELSE.match(text, end):
        return True
    if code == _VALUE:
        return _OF_THINGS.match(text, end) is not None
    return _describes(hit, text) or (code in _PART_OF_IT and _goes_on(hit, text))


def moods(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has words for what people fear or hope, without which nothing in it is felt."""
    return _MOOD.search(text, start, end) is not None


def felt(hit: Hit, figure: Span, text: str) -> bool:
    """Tell whether a word is what people fear or hope for, of which a figure before that says nothing."""
    start = hit.span.start
    found = _FELT.search(text, max(figure.end, start - _FELT_REACH), start) if start >= figure.end else None
    return found is not None


def of_pace(hit: Hit, figure: Span, text: str) -> bool:
    """Tell whether a word for a pace is not by how much: "grew 25%, slower than Acme", against "25% slower"."""
    if hit.span.of(text).lower() not in words("semantic-fields", "pace"):
        return False
    return hit.span.start != figure.end + 1 and not text.startswith(" by ", hit.span.end)


def of_event(hit: Hit, text: str) -> bool:
    """Tell whether results are only what a paper or a meeting is about: "after its earnings report"."""
    results = hit.span.of(text).rsplit(" ", maxsplit=1)[-1].lower() in words("semantic-fields", "results-noun")
    return results and _EVENT.match(text, hit.span.end) is not None


def _is_of_shares(hit: Hit, text: str) -> bool:
    start = hit.span.start
    ahead = _IN_SHARES.search(text, max(0, start - _BODY_REACH), start)
    return ahead is not None or _OF_SHARES.match(text, hit.span.end) is not None


def _is_of_body(hit: Hit, text: str) -> bool:
    start = hit.span.start
    behind = _OF_BODY.match(text, hit.span.end)
    return behind is not None or _BODY_HAS.search(text, max(0, start - _BODY_REACH), start) is not None


def modifies(thing: Span, text: str) -> bool:
    """Tell whether a thing in the singular stands before the noun it only modifies: "a chip start-up"."""
    word = word_behind(text, thing.end)
    return word is not None and not text.startswith("s", thing.end - 1) and not grammar().function(word)


def _goes_on(hit: Hit, text: str) -> bool:
    """Tell whether a noun follows that is meant instead: "of the company's staff", "of its stock value"."""
    if text.startswith(_OWNS, hit.span.end) or _OWNS_IN_S.match(text, hit.span.end):
        return True
    word = word_behind(text, hit.span.end)
    return word is not None and not (grammar().function(word) or word in words("verbs"))


def _describes(hit: Hit, text: str) -> bool:
    """Tell whether a word only says what kind of company somebody is: "the shipping company", no "its oil business"."""
    if not is_firm(word_behind(text, hit.span.end) or ""):
        return False
    if hit.span.of(text).rsplit(" ", maxsplit=1)[-1] in grammar().determiner:
        return False  # "sold the maker" sells, and is no kind of maker
    return _OWNED.search(text, max(0, hit.span.start - _OWNED_REACH), hit.span.start) is None
