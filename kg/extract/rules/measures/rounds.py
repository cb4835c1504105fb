"""What a company gets from those who buy new shares of it, told by how the amount stands, whatever words stand near.

"€2bn of the €3bn that Acme raised", "the bulk of a €3bn round", "7. Acme, $90m.", "raised 9bn yuan in Shanghai".
"""

import re

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_ROUND, _LISTING, _IPO, _STAKE = "funding-round", "ipo-proceeds", "ipo", "equity-stake-value"
_TAKEOVER = "acquisition-price"
_THAT_RAISED = Construction(
    r"\s(?:that|which)\s(?:the\s)?(?:[\w’'&.-]+\s){1,4}?(?:(?:has|had|have)\s)*{raised-money}\b(?!\s(?:its|their|the)\b)"
)
_ROUND_BEHIND = Construction(
    r"[\s-](?:(?!(?:and|for|from|in|of|to|{notions:debt})\b)[\w-]+\s){0,2}?{round-noun}\b(?!\sof\b)"
)
_OF_EQUITY = Construction(
    r"\s(?:(?:in|of|worth\sof)\s)?(?:[a-z]+\s)?{equity-noun}(?P<round>\s{round-noun})?(?=\s?[.,;:)]|\s(?:{grammar:preposition|grammar:conjunction})\b|\Z)"
)
"""What makes an amount one of shares, whatever else is borrowed: "$9bn of debt and $3bn of equity"."""
_IN_LIST = re.compile(r"(?:\A|\n)[ \t]*[0-9]{1,2}[.)]\s(?:\([a-z]+\)\s)?[A-Z0-9][^,:;\n]{1,40}?(?:[,:]|\s[–—-])\s\Z")
_LIST_ENDS = re.compile(r"[.,;:)]|\s[(–—-]|\Z|\n")
_ROUNDS_TOLD = Construction(r"\b{round-noun|raises-noun}s?\b")
_IN_CITY = Construction(r"(?:\s\([^()]{2,40}\))?\sin\s(?:(?i:{listing-city})\b(?!\s[A-Z]))")
_BY_LISTING = Construction(
    r"(?:(?:,?\s(?:and|or)\s|,\s)(?:[^.;]|\.(?=\d)){2,40}?,?|\s[^.,;]{2,30})?\s(?:by|through|via|from|in|with)\s(?:(?:an?|the|its|their|his)\s)?(?:[\w’'-]+\s){0,4}?{notions:ipo}\b"
)
"""What says behind an amount that it is raised on an exchange: "raise $2bn by going public"."""
_RAISED_TO = Construction(
    r"\b{raising-money}\s(?:its|their|the|an?)\s[^.;]{3,60}?\sto\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
"""What something told of is raised to, which is no money that is raised: "raising its $9bn plan to $12bn"."""
_BOUGHT_FOR = Construction(r"\b{notions:acquire|notions:sell}\sfor\s(?:{grammar:focus|bounds:*}\s)*\Z")
"""What makes an amount a price, whoever leads those who pay it: "acquired for $9bn by a group led by Acme"."""
_RAISE_REACH = 90
_REACH, _LEAD = 60, 400
"""How far back the number in a list stands; how much of what stands before it says of what the list is."""


@asked(MONEY)
def raised_in_round(sight: Sight, best: Reading) -> Reading | None:
    """Read what a company raises by how it stands, None where the amount stands by no such thing."""
    figure, text = sight.figure, sight.read.text
    end = figure.span.end
    if equity := _OF_EQUITY.match(text, end):
        return Reading(_ROUND if sight.raised or equity["round"] else _STAKE, LEAST, "of-equity", figure.span)
    if best.measure == _ROUND:
        return _raised_else(sight)
    if _THAT_RAISED.match(text, end) or _ROUND_BEHIND.match(text, end) or (best.measure == OTHER and _is_listed(sight)):
        return Reading(_ROUND, LEAST, "of-round", figure.span)
    return None


def _raised_else(sight: Sight) -> Reading | None:
    """Read what is raised in no round: by a listing, or what something else is raised to."""
    figure, start = sight.figure, sight.figure.span.start
    if _RAISED_TO.search(sight.read.fold, max(0, start - _RAISE_REACH), start):
        return Reading(OTHER, 0.0, "raised-to", figure.span)
    if _BOUGHT_FOR.search(sight.read.fold, max(0, start - _RAISE_REACH), start):
        return Reading(_TAKEOVER, LEAST, "bought-for", figure.span)
    listed = (
        _is_of_listing(sight)
        or _BY_LISTING.match(sight.read.fold, figure.span.end)
        or _IN_CITY.match(sight.read.text, figure.span.end)
    )
    return Reading(_LISTING, LEAST, "raised-in", figure.span) if listed else None


def _is_of_listing(sight: Sight) -> bool:
    """Tell whether a listing, no round, is told of before: "a listing that may value it at $9bn and raise $2bn"."""
    start = sight.figure.span.start
    if not any(hit.sign.code == _IPO and hit.span.end < start for hit in sight.told):
        return False
    return not any(hit.span.of(sight.read.fold) in words("semantic-fields", "round-noun") for hit in sight.told)


def _is_listed(sight: Sight) -> bool:
    """Tell whether an amount is the round of a company in a list of rounds: "7. Acme, $90m."."""
    text, start = sight.read.text, sight.figure.span.start
    if not text.endswith((", ", ": ", "– ", "— ", "- "), 0, start):
        return False
    listed = _LIST_ENDS.match(text, sight.figure.span.end) and _IN_LIST.search(text, max(0, start - _REACH), start)
    return bool(listed) and _ROUNDS_TOLD.search(sight.read.fold, 0, min(start, _LEAD)) is not None
