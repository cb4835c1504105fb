"""Sums told by the verb around them: what somebody makes from something, is ordered to pay, or shares with others."""

import re

from kg.extract.rules.measures.frames import LEVEL
from kg.extract.rules.measures.kinds import MONEY, PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.text.constructions import Construction

_PROFIT, _REVENUE, _ADVERTISING = "profit", "revenue", "advertising-revenue"
_SHARED, _PART_OF_REVENUE = "revenue-share", "share-of-revenue"
_SHARES_IT = Construction(r"\b{handing-over}\s(?:{grammar:focus|bounds:*|additive}\s)*\Z")
_HANDS_OVER = Construction(r"\b{yielding-part}\s(?:{grammar:focus|bounds:*|additive}\s)*\Z")
"""Verbs that say by themselves that others get the part: "remits 9% of its sales"."""
_WITH_OTHERS = Construction(
    r"\sof\s(?:(?!(?:and|but|in|from)\b)[\w’'-]+\s){0,4}?{notions:revenue}\b[^.,;:]{0,40}?\s(?:with|to)\s"
)
_SHARE_OF_SALES = Construction(
    r"\s(?:{share-noun}|{notions:stake}|{part-got})\sof\s(?:(?!(?:and|but|in|from)\b)[\w’'-]+\s){0,4}?{notions:revenue}\b"
)
_PAYS_WHOM = Construction(r"\b(?:{handing-over}|{paying-out}|{notions:pay})\s(?:[\w’'&.-]+\s){0,5}?an?\s\Z")
_GOES_TO = Construction(
    r"\sof\s(?:(?!(?:and|but|in|from)\b)[\w’'-]+\s){0,4}?{notions:revenue}\s(?:(?:{grammar:modal|grammar:auxiliary})\s)?{going-over}\sto\s"
)
_ENTITLED = Construction(r"\b{entitling}\s(?:[\w’'&.-]+\s){0,4}?to\s(?:{grammar:focus|bounds:*}\s)*\Z")
_CHIP_BUDGET, _CHIP_CONTRACT = "ai-chip-purchase-budget", "chip-contract"
_WON = Construction(r"\b{winning}\s(?:(?:an?|its|another|the|{great})\s){0,3}\Z", re.IGNORECASE)
_ORDER = Construction(r"\s(?:(?:of|in|worth\sof)\s)?(?:[\w-]+\s){0,4}?{order-noun}\b", re.IGNORECASE)
_FINE, _CONTRACT = "fine", "contract-value"
_MADE = Construction(r"\b{made-money}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_FROM = Construction(r"\s(?:{grammar:adverb}\s)?from\s(?:(?P<advertising>(?:[a-z]+\s)?{notions:advertising})\b)?")
_ORDERED_TO_PAY = Construction(
    r"\b{obliging}\s(?:the\s)?(?:[\w’'&.-]+\s){1,6}?to\s{paying-out}\s(?:{grammar:focus|bounds:*|additive}\s)*\Z"
)
_PROFIT_IS = Construction(
    r"\b{notions:profit|notions:margin}\s(?:(?:in|for)\s[^,;.]{2,30}\s)?(?:{grammar:be|notions:amounts-to|representing|equalling})(?:\s(?:to|at))?"
    r"\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_OF_SALES = Construction(r"\sof\s(?:[a-z]+\s)?{notions:revenue}\b")
_OF_MARKET = "market-share"
_RIVALS_BEHIND = Construction(
    r"\sof\s(?:[\w’'-]+\s){0,4}?{notions:revenue}(?:\s(?:in|for)\s[^,;.]{2,30})?,\s(?:and\s)?(?:with|{following}|ahead\sof|against)\s"
    r"(?:[A-Z][\w&.’'-]*\s){1,3}(?:on|at|with|{verbs:having})\b"
)
_RIVAL_ON = Construction(
    r"{notions:revenue}\b[^.;]{0,40}?,\s(?:with|{following})\s(?:[^.;]{2,40}?\sand\s)?(?:[A-Z][\w&.’'-]*\s){1,3}(?:on|at|with)\s(?:{bounds:*}\s)?\Z"
)
_LOWERS_PROFIT = Construction(
    r"\b(?:{cutting}|{notions:fall})\s(?:(?!(?:and|but|to|by)\s)[\w’'&.-]+\s){0,5}?{notions:profit}\sby"
    r"\s(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
_PROFITS = frozenset({_PROFIT, "operating-profit"})
_CONTRIBUTED = Construction(r"\b{contributing}\s(?:{grammar:focus|additive|bounds:*}\s)*\Z")
_TO_OTHER = Construction(r"\s(?:to|towards?|into)\b|\sof\s(?![^.,;]{0,60}?{notions:revenue}\b)")
_NO_PART = frozenset({"other", "market-share", "investment-growth", "growth-rate"})
_REACH, _NEAR = 90, 36


@asked(MONEY, of=(_PROFIT, _REVENUE))
def made_from(sight: Sight, best: Reading) -> Reading | None:
    """Read what somebody makes from customers or goods as revenue: "made $9 billion from advertising", no profit."""
    figure, text = sight.figure, sight.read.text
    found = _FROM.match(text, figure.span.end)
    if found is None or not _MADE.search(text, max(0, figure.span.start - _REACH), figure.span.start):
        return None
    measure = _ADVERTISING if found["advertising"] else _REVENUE
    return Reading(measure, LEAST, "made-from", figure.span, frame=best.frame)


@asked(MONEY, of=(_CONTRACT,))
def ordered_to_pay(sight: Sight, best: Reading) -> Reading | None:
    """Read what somebody is ordered to pay as a fine, where the word for ordering told a contract."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    found = _ORDERED_TO_PAY.search(text, max(0, start - _REACH), start)
    return Reading(_FINE, LEAST, "ordered-to-pay", figure.span, frame=best.frame) if found else None


@asked(of=(_PART_OF_REVENUE,))
def handed_over(sight: Sight, best: Reading) -> Reading | None:
    """Read a part of what is sold that a seller passes on: "shares 9% of its revenue with Acme"."""
    figure, text = sight.figure, sight.read.text
    if _is_beside_rivals(sight):
        return Reading(_OF_MARKET, LEAST, "beside-rivals", figure.span, frame=best.frame)
    lead = sight.lead(_REACH)
    if _ENTITLED.search(text, *lead) or _HANDS_OVER.search(text, *lead):
        return Reading(_SHARED, LEAST, "entitled", figure.span, frame=best.frame)
    if _GOES_TO.match(text, figure.span.end):
        return Reading(_SHARED, LEAST, "goes-to", figure.span, frame=best.frame)
    if not _WITH_OTHERS.match(text, figure.span.end):
        return None
    found = _SHARES_IT.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    return Reading(_SHARED, LEAST, "handed-over", figure.span, frame=best.frame) if found else None


def _is_beside_rivals(sight: Sight) -> bool:
    """Tell whether rivals have the rest of the sales: "took 57% of HBM revenue, with Acme on 22%"."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    return (
        _RIVALS_BEHIND.match(text, end) is not None or _RIVAL_ON.search(text, max(0, start - _REACH), start) is not None
    )


@asked(of=(_PART_OF_REVENUE,))
def part_that_is_profit(sight: Sight, best: Reading) -> Reading | None:
    """Read the part of sales that profit is as a margin: "operating profit was 9% of sales"."""
    if not _OF_SALES.match(sight.read.text, sight.figure.span.end):
        return None
    start = sight.figure.span.start
    found = _PROFIT_IS.search(sight.read.fold, max(0, start - _REACH), start)
    return Reading("margin", LEAST, "profit-of-sales", sight.figure.span, frame=best.frame) if found else None


@asked(of=(_PART_OF_REVENUE,))
def paid_a_part(sight: Sight, best: Reading) -> Reading | None:
    """Read the part of sales that somebody is paid: "pays the state a 9% share of its sales"."""
    figure, text = sight.figure, sight.read.text
    if not _SHARE_OF_SALES.match(text, figure.span.end):
        return None
    found = _PAYS_WHOM.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    return Reading(_SHARED, LEAST, "paid-a-part", figure.span, frame=best.frame) if found else None


@asked(MONEY, of=_PROFITS)
def taken_off_profit(sight: Sight, best: Reading) -> Reading | None:
    """Read by how much something lowered a profit as a charge against it: "cut its quarterly profit by $9bn"."""
    figure = sight.figure
    found = _LOWERS_PROFIT.search(sight.read.text, max(0, figure.span.start - _REACH), figure.span.start)
    return Reading("charge", LEAST, "taken-off-profit", figure.span, frame=best.frame) if found else None


@asked(PERCENT, of=_NO_PART)
def contributed_part(sight: Sight, _best: Reading) -> Reading | None:
    """Read the part of all sales that goods or a part of a company contribute: "phones contributed 9% in May"."""
    text, start = sight.read.text, sight.figure.span.start
    if not _CONTRIBUTED.search(text, max(0, start - _NEAR), start) or _TO_OTHER.match(text, sight.figure.span.end):
        return None
    return Reading(_PART_OF_REVENUE, LEAST, "contributed-part", sight.figure.span, frame=LEVEL)


@asked(of=(_CHIP_BUDGET,))
def won(sight: Sight, _best: Reading) -> Reading | None:
    """Read an order for chips that their maker gets as a contract, no budget of its own: "won a $9 billion order"."""
    figure, text = sight.figure, sight.read.text
    if not _ORDER.match(text, figure.span.end):
        return None
    found = _WON.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    return Reading(_CHIP_CONTRACT, LEAST, "won", figure.span) if found else None
