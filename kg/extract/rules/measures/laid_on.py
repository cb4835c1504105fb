"""Amounts told by what stands right around them: costs of an event, fines imposed, what is spent, a cloud unit's sales.

"booked $9m of costs linked to the attack", "the $9bn imposed on Acme", "its profit rose and it will spend $9bn".
"""

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.moves import A_MONTH, may_cost_a_share
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction

_CHARGE, _FINE, _SPENT, _CLOUD, _REVENUE = "charge", "fine", "spending", "cloud-revenue", "revenue"
_PRICE, _SHARE_PRICE, _BY_MONTH, _SHARES = "price", "price-per-share", "subscription-price", "share-price"
_RESULTS = frozenset({_CLOUD, "loss", "operating-profit", "profit", _REVENUE})
_OUTLAYS = frozenset({"cash-burn", "loss", _SPENT})
_BEFORE_COSTS = _RESULTS | {OTHER, "contract-value", _PRICE, "total-spending", _SPENT}
_FILLED = r"\s(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
_OF_COSTS = Construction(
    r"\s(?:worth\sof|of|in)\s(?P<which>(?:(?!(?:{grammar:preposition|grammar:conjunction})\b)[\w-]+\s){0,3}?)"
    r"{costs-charged}\b(?!\sand\b)(?P<cause>\s(?:[a-z]+ly\s)?{caused-by}\b)?"
)
_BOOKS = Construction(r"\b(?i:{booking-costs})" + _FILLED)
_OF_EVENT = Construction(r"(?:[\w-]+\s)?(?:{of-one-event}|[a-z]+-{caused-by})\s\Z")
_IMPOSED = Construction(r"\s(?:(?:that|which)\s)?(?:{grammar:be}\s)?{imposed}\s(?:on|over|in|for|by)\b")
_IMPOSES = Construction(r"\b{imposing}" + _FILLED)
_ON_WHOM = Construction(r"\son\s(?=[A-Z])")
_SPENDS = Construction(r"\b{notions:spend}" + _FILLED)
_GROSSES = Construction(r"\b{grossing}" + _FILLED)
_CLOUD_PART = Construction(
    r"\b(?i:{notions:cloud})(?:\s[\w-]+){0,2}?\s{neighbours:part}(?:\s[a-z]+ly)?\s(?:{taking-money|result-reporting|verbs:having}"
    r"(?:\s(?:[a-z]+\s)?{notions:revenue}\sof)?|{notions:revenue}\s(?:{grammar:be|notions:amounts-to}))" + _FILLED
)
_SALES_OF_CLOUD = Construction(
    r"\b(?i:{notions:revenue})\s(?:of|at|from|in)\s(?:the|its|their)\s(?:[A-Z]\w+['’]?s?\s)?(?i:{notions:cloud})(?:\s[\w-]+){0,2}?\s{neighbours:part}\s"
    r"(?:[\w%.-]+\s){0,4}?(?:to|at|was|{notions:amounts-to}|of)" + _FILLED
)
_CHARGES = Construction(r"\b{charging}\s(?:[a-z]+\s){1,2}" + _FILLED.removeprefix(r"\s"))
_FOR_SHARE = Construction(r"\s(?:for|on)\s(?:the|its|their)\s{share-word|dealt-in}\b")
_PRICED_AT = Construction(
    r"\b(?:{pricing}\s(?:at|for)|{trading}\s(?:its|the|their)\s(?:[a-z]+\s){0,2}{session}\sat)" + _FILLED
)
_EACH_ITEM = Construction(
    r"\s(?:per|an?|each|every)\s(?!{time-nouns:unit}\b|{share-word|dealt-in}\b)[a-z]+(?=\s?[.,;:)]|\s(?:{grammar:preposition|grammar:conjunction})\b|\Z)"
)
_ASKED = Construction(r"\b(?:for|at)" + _FILLED)
_PAYOUT_TO = Construction(
    r"\s(?:in|of)\s(?:[a-z]+\s)?{notions:dividend}s?\s(?:to|for)\s(?:(?:the|its|their)\s)?(?:[a-z]+\s)?{people-noun|injured-people}\b"
)
_AMONG_FINES = Construction(
    r"\b{notions:fine}(?:\s[\w’'-]+){0,4},?\s(?:including|such\sas|among\sthem)\s(?:an?\s)?(?:[a-z]+\s)?(?:{grammar:focus|bounds:*}\s)*\Z"
)
_COURT_AWARDS = Construction(r"\b{court-body}\s(?:(?!(?:and|that)\s)[\w’'-]+\s){0,3}?{notions:award}\b[^.;]{0,60}\Z")
_IN_CONTRACTS = Construction(r"\s(?:in|of|worth\sof)\s(?:[a-z]+\s){0,2}?{contract-noun}\b")
_LARGE, _REACH = 1_000_000, 90


@asked(MONEY)
def laid_on(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by what stands right around it, None where it is no such thing."""
    figure = sight.figure
    if figure.quantity.value < _LARGE:
        measure = _small(sight, best)
    else:
        measure = (
            _not_booked(sight, best)
            or _costs(sight, best)
            or _fined(sight, best)
            or _spent(sight, best)
            or _of_cloud(sight, best)
        )
    return Reading(measure, LEAST, "laid-on", figure.span, frame=best.frame) if measure else None


def _not_booked(sight: Sight, best: Reading) -> str | None:
    """Return what a word for a payout or a charge means here: "payouts to victims", "fines, including a $9m charge".

    What a court awards is a fine for somebody, what an army awards "in contracts" is their worth.
    """
    if best.measure == "dividend":
        return "settlement" if _PAYOUT_TO.match(sight.read.fold, sight.figure.span.end) else None
    if best.measure == "grant-funding":
        contracts = _IN_CONTRACTS.match(sight.read.fold, sight.figure.span.end)
        fined = _COURT_AWARDS.search(sight.read.fold, *sight.lead(_REACH))
        return "contract-value" if contracts else _FINE if fined else None
    if best.measure != _CHARGE:
        return None
    return _FINE if _AMONG_FINES.search(sight.read.fold, *sight.lead(_REACH)) else None


def _costs(sight: Sight, best: Reading) -> str | None:
    """Return a charge for costs that are booked, have a cause or are those of an event: "$9m of legal costs"."""
    if best.measure not in _BEFORE_COSTS:
        return None
    text = sight.read.text
    found = _OF_COSTS.match(text, sight.figure.span.end)
    if found is None:
        return None
    told = (
        found["cause"]
        or (found["which"] and _OF_EVENT.search(found["which"]))
        or _BOOKS.search(text, *sight.lead(_REACH))
    )
    return _CHARGE if told else None


def _fined(sight: Sight, best: Reading) -> str | None:
    """Return a fine where an amount of nothing else is imposed: "below the $9bn imposed on Acme"."""
    if best.measure != OTHER:
        return None
    text, end = sight.read.text, sight.figure.span.end
    imposes = _ON_WHOM.match(text, end) and _IMPOSES.search(text, *sight.lead(_REACH))
    return _FINE if imposes or _IMPOSED.match(text, end) else None


def _spent(sight: Sight, best: Reading) -> str | None:
    """Return what is spent or taken in by the verb, not by a word before it: "profit rose, and it will spend $9bn"."""
    if best.span is None or best.span.end >= sight.figure.span.start:
        return None
    if best.measure in _OUTLAYS:
        found = _GROSSES.search(sight.read.text, *sight.lead(_REACH))
        return _REVENUE if found and best.span.end <= found.start() else None
    return _SPENT if best.measure in _RESULTS and _SPENDS.search(sight.read.text, *sight.lead(_REACH)) else None


def _of_cloud(sight: Sight, best: Reading) -> str | None:
    """Return revenue of a cloud unit: "sales of the cloud business rose to $9bn", "the cloud unit turned in $9bn"."""
    if best.measure not in (OTHER, _REVENUE):
        return None
    text, lead = sight.read.text, sight.lead(_REACH)
    return _CLOUD if _CLOUD_PART.search(text, *lead) or _SALES_OF_CLOUD.search(text, *lead) else None


def _small(sight: Sight, best: Reading) -> str | None:
    """Return what a share or a subscription costs: "the shares were priced at $9", "charges members $9 a year"."""
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if best.measure in (OTHER, "acquisition-price") and _EACH_ITEM.match(text, end) and _ASKED.search(text, *lead):
        return _PRICE
    if best.measure not in (OTHER, _PRICE, "valuation"):
        return None
    if A_MONTH.match(text, end) and _CHARGES.search(text, *lead):
        return _BY_MONTH
    if not may_cost_a_share(sight.figure) or best.measure == "valuation":
        return None
    if _FOR_SHARE.match(text, end):
        return _SHARE_PRICE
    shares = any(hit.sign.code == _SHARES and hit.span.end <= sight.figure.span.start for hit in sight.told)
    return _SHARE_PRICE if shares and _PRICED_AT.search(text, *lead) else None
