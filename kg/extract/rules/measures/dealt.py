"""Amounts told by a verb and its object together: what is sold, written down, bought or wiped off whom.

"sold $9bn of chips", "wrote its plants down by $9bn", "was bought for $9bn", "sold its cloud unit for $9bn", "the slump
wiped $9bn off Acme", "a $9bn start-up".
"""

import re

from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words
from kg.model import Span

_REVENUE, _CHARGE, _TAKEOVER, _LOST, _WORTH = "revenue", "charge", "acquisition-price", "market-cap-loss", "valuation"
_CONTRACT, _ROUND, _CLOUD = "contract-value", "funding-round", "cloud-revenue"
_OF_GOODS = frozenset(
    {
        OTHER,
        "grant-funding",
        "ai-chip-purchase-budget",
        "chip-contract",
        "cloud-spending",
        "server-spending",
        "valuation",
        _CONTRACT,
    }
)
_WRITTEN = frozenset({OTHER, "cost-savings", "equity-stake-value", "investment", "price", "valuation"})
_BOUGHT = frozenset(
    {
        OTHER,
        "ai-infrastructure-spending",
        _CLOUD,
        _CONTRACT,
        _REVENUE,
        _ROUND,
        "ai-chip-purchase-budget",
        "chip-contract",
        "cloud-contract",
        "investment",
    }
)
_WIPED = frozenset({OTHER, "market-capitalisation", "valuation"})
_ORDERED = frozenset({_ROUND})
_BEFORE_WORTH = frozenset({OTHER, _TAKEOVER, _CONTRACT})
_BUYBACK, _CASH, _BURN, _SAVED, _INVESTED, _PAY = (
    "share-buyback",
    "cash-holdings",
    "cash-burn",
    "cost-savings",
    "investment",
    "pay-package",
)
_PUT_IN = frozenset(
    {OTHER, _ROUND, _INVESTED, "ai-chip-purchase-budget", "ai-infrastructure-spending", "data-centre-investment"}
)
_STAKE = "equity-stake-value"
_GAINED, _SHARES = "market-cap-gain", "share-price"
_OWN_SHARES = frozenset({OTHER, _TAKEOVER, "equity-stake-value"})
_COSTS = frozenset({OTHER, "spending", "total-spending", "research-spending", "capital-expenditure"})
_PAID = frozenset({OTHER, "settlement", _TAKEOVER})
_FILLED = r"\s(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
_CONTRACTS = frozenset({_CONTRACT, "chip-contract", "cloud-contract"})
_DEAL_FOR = Construction(
    r"[\s-](?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w-]+\s){0,2}?{order-noun|undertaking-noun}\s(?:for|to\s(?:{notions:acquire}|{notions:buy-company}))\s(?:(?:an?|the)\s)?"
    r"(?:(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&-]+\s){0,4}?(?P<what>(?!{grammar:preposition}\b)[a-z][a-z-]+)(?=\s[A-Z]|\s?[.,;]|\n|\Z)"
    r"|(?P<name>(?:[A-Z][\w&.-]*\s){0,2}?[A-Z][\w&-]*)(?=\s?[.,;:)]|\n|\Z|\s(?:{grammar:preposition|grammar:conjunction|grammar:auxiliary|grammar:time}|last|this|that|which)\b))"
)
_SELLS = Construction(r"\b(?i:{selling-goods})" + _FILLED)
_GOODS = Construction(
    r"\s(?:worth\sof|of|in)\s(?:(?!"
    r"(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s){0,4}?(?i:{goods-sold})\b"
)
_WILL_SELL = Construction(r"\b(?:{grammar:modal}|to|{allowing}\s[\w.]+)\s(?:[a-z]+ly\s)?{selling-goods}" + _FILLED)
"""What is sold to somebody from now on is a contract, no sales of a period."""
_TO_BUYER = re.compile(r"\sto\s(?:the\s|its\s)?(?:[A-Z]|[a-z]+(?=\s?[.,;]))")
_WERE_SOLD = Construction(
    r"\s(?:worth\sof|of)\s"
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction|dealt-in|share-word|notions:bond|notions:stake})\s)[\w’'-]+\s){1,4}?"
    r"(?:(?:{grammar:auxiliary|grammar:be})\s){1,2}{selling-goods}\sby\b"
)
"""Goods sold by somebody, which is no sale of that business: "$9bn worth of racks were sold by the firm"."""
_SELLS_WORTH = Construction(
    r"\b(?i:{selling-goods})\s(?:(?!"
    r"(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s){0,4}?(?i:{goods-sold})\s{valued}" + _FILLED
)
_BUILDS_WORTH = Construction(
    r"\b{building-up|made-money}\s(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s){0,4}?"
    r"(?i:{goods-sold})\s{valued}" + _FILLED
)
_WRITES_DOWN = Construction(r"\b(?i:{writing-down})\s(?:[\w’'&.-]+\s){0,8}?by" + _FILLED)
_DOWN_SUM = Construction(r"\b(?i:{writing-down|writing-off})" + _FILLED)
_WRITES = Construction(r"\b{writing}" + _FILLED)
_OFF = Construction(r"\s{off-it}\s")
_IS_BOUGHT = Construction(
    r"\b(?:{grammar:be}|to\sbe)\s(?:[a-z]+ly\s)?{bought-out}\s(?:out\s)?(?:for|in\san?|at)" + _FILLED
)
_SELLS_PART = Construction(
    r"\b(?i:{selling-goods}|{disposing})\s(?:its|their|the|an?)\s"
    r"(?:(?!for\b|to\b|and\b)[\w’'&-]+\s){0,4}?{neighbours:part}\s"
    r"(?:(?:to|in)\s[^,;]{2,40}\s)?(?:for|in\san?)" + _FILLED
)
_TRADES_STAKE = Construction(
    r"\b(?i:{selling-goods}|{disposing})\s(?:its|their|an?|the)\s(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s){0,4}?"
    r"{holdings}\s(?:in\s[^,;]{2,30}\s)?for" + _FILLED
)
_WIPES = Construction(r"\b{notions:wipe}" + _FILLED)
_COSTS_WORTH = Construction(r"\b{costing-somebody}\s(?:[\w’'&.-]+\s){1,3}?(?:{bounds:*}\s)?\Z")
_IN_WORTH = Construction(r"\s(?:in|of)\s(?:its\s|their\s)?{notions:market-value}\b")
_ENDS = Construction(
    r"\s?(?:[.,;:)]|\Z|\n)|\s(?:{grammar:preposition|grammar:time|grammar:auxiliary}|and|while|that|which)\b"
)
_BODY = Construction(
    r"[\s-](?:(?!(?:{grammar:preposition|grammar:conjunction|grammar:auxiliary})\b)[\w&’'-]+\s){0,2}?"
    r"(?P<what>[a-z]+(?:-[a-z]+)?)\b"
)
_ONE = Construction(r"(?:\b(?i:an?|the|its)|['’]s)\s(?:(?:[a-z-]+)\s)?(?:{bounds:about}\s)?\Z")
_ORDER = Construction(r"\s(?:[\w-]+\s){0,3}?{order-noun}\b")
_WINS = Construction(r"\b(?i:{winning})\s(?:(?:an?|its|another|the)\s)?(?:{great}\s)?\Z")
_USES_UP = Construction(r"\b(?i:{notions:use-up|notions:burn})" + _FILLED)
_BUYS_OWN = Construction(
    r"\s(?:worth\sof|of|in)\s(?:its|their)\s(?:{sort-of-share}\s)?(?:[A-Z][\w.]*\s)?{dealt-in|share-word}\b"
)
_BUYS = Construction(r"\b(?i:{notions:acquire}|{retiring})" + _FILLED)
_RETIRES = Construction(r"\b(?i:{retiring})" + _FILLED)
_OF_SHARES = Construction(r"\s(?:worth\sof|of|in)\s(?:[a-z]+\s)?{dealt-in|share-word}\b")
_CUTS_BY = Construction(
    r"\b(?i:{cutting})\s(?:(?!(?:and|but|to)\s)[\w’'&.-]+\s){0,4}?(?:{costs-noun})(?:\s(?:in|at|of)\s[^,;.]{2,30})?\sby"
    + _FILLED
)
_CUTS_OUT = Construction(r"\b(?i:{cutting})(?:\sout)?" + _FILLED)
_OF_COSTS = Construction(
    r"\s(?:in|from|(?:out\s)?of|{off-it})\s(?:(?:its|their|the)\s)?(?:[a-z]+\s){0,2}?{costs-noun}\b"
)
_BROUGHT = (
    r"(?:{contributing|making-revenue}|{managing}(?=\s(?:an?|{grammar:focus})\s))"
    r"\s(?:an?\s(?:[a-z-]+\s)?)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
_CONTRIBUTES = Construction(
    r"\b(?:{neighbours:part}|(?i:{goods-sold}))(?:es|s)?(?:\s(?:in\s)?[A-Z][\w-]+)?(?:\s{grammar:adverb})?\s" + _BROUGHT
)
_PLACE_BRINGS = Construction(r"\b(?P<place>[A-Z][\w.’-]*)\s(?:{grammar:adverb}\s)?" + _BROUGHT)
_PART_OF_TAKINGS = Construction(
    r",\s(?:[a-z]+\s){0,3}(?:[\d.]+(?:%|\s{units:percent})\s)?of\s[^.;]{0,60}?{notions:revenue}\b"
)
_FROM_GIVERS = re.compile(r"\s(?:from|in|of)\s")
_NEXT_CLAUSE = re.compile(r"[;,]\s(?:while|and|but)\s|;")
_TO_ELSE = Construction(r"\s(?:to|into|towards?)\s(?!(?:[\w’'-]+\s){0,3}?{notions:revenue}\b)")
_WAS_PAID = Construction(
    r"\b(?:{boss}|(?i:{titles:honorific})\.?\s[A-Z][\w’'-]+)\s(?:(?:who|of\s[^,;]{2,30})\s)?(?:"
    r"(?:{grammar:auxiliary}\s){1,2}{given-pay}|{taking-home})" + _FILLED
)
_PAID_BOSS = Construction(
    r"\b{paying-out|notions:pay}\s(?:its|their|the)\s(?:[a-z]+\s){0,2}?{boss}(?:,\s[^,;]{2,30},)?" + _FILLED
)
_MAKES_FIRM = Construction(
    r"\b{making-a-firm}\s(?:an?|the)\s(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s){1,5}?"
    r"{valued}" + _FILLED
)
_GAINS = Construction(r"\b{gaining-worth}" + _FILLED)
_HUNDREDS, _LARGE, _REACH = 100_000_000, 1_000_000, 90


@asked(MONEY)
def dealt(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by its verb and that verb's object, None where it stands by no such thing."""
    figure = sight.figure
    if figure.quantity.value < _LARGE:
        return None
    measure = (
        _sold(sight, best)
        or _written_down(sight, best)
        or _bought(sight, best)
        or _wiped(sight, best)
        or _ordered(sight, best)
        or _own_shares(sight, best)
        or _saved(sight, best)
        or _contributed(sight, best)
        or _paid_somebody(sight, best)
        or _is_worth(sight, best)
    )
    return Reading(measure, LEAST, "dealt", figure.span, frame=best.frame) if measure else None


def _sold(sight: Sight, best: Reading) -> str | None:
    """Return revenue where so much is sold of goods: "sold $9bn worth of chips", "sold phones worth $9bn"."""
    if best.measure in (OTHER, _TAKEOVER) and _WERE_SOLD.match(sight.read.fold, sight.figure.span.end):
        return _REVENUE
    if best.measure not in _OF_GOODS:
        return None
    text, lead = sight.read.text, sight.lead(_REACH)
    if _BUILDS_WORTH.search(text, *lead):
        return _INVESTED
    goods = _GOODS.match(text, sight.figure.span.end)
    if goods and _TO_BUYER.match(text, goods.end()) and _WILL_SELL.search(text, *lead):
        return "chip-contract" if any(hit.sign.code == "chip" for hit in sight.told) else _CONTRACT
    of_goods = goods and _SELLS.search(text, *lead)
    return _REVENUE if of_goods or _SELLS_WORTH.search(text, *lead) else None


def _written_down(sight: Sight, best: Reading) -> str | None:
    """Return a charge where things are written down by so much: "wrote the value of its plants down by $9bn"."""
    if best.measure not in _WRITTEN:
        return None
    text, lead = sight.read.text, sight.lead(_REACH)
    off = _OFF.match(text, sight.figure.span.end) and _WRITES.search(text, *lead)
    return _CHARGE if off or _WRITES_DOWN.search(text, *lead) or _DOWN_SUM.search(text, *lead) else None


def _bought(sight: Sight, best: Reading) -> str | None:
    """Return the price of a firm or a part of one: "agreed to be bought for $9bn", "sold its cloud unit for $9bn".

    What the new firm is worth is none: "a deal that would create a miner worth $9bn".
    """
    text, lead = sight.read.text, sight.lead(_REACH)
    if best.measure in _BEFORE_WORTH and _MAKES_FIRM.search(text, *lead):
        return _WORTH
    if best.measure not in _BOUGHT:
        return None
    if best.measure in _CONTRACTS and _is_for_firm(sight):
        return _TAKEOVER
    if _TRADES_STAKE.search(text, *lead):
        return _STAKE
    return _TAKEOVER if _SELLS_PART.search(text, *lead) or _IS_BOUGHT.search(text, *lead) else None


def _is_for_firm(sight: Sight) -> bool:
    """Tell whether a deal is one for a company: "a $9bn deal for chip designer Acme", "a $9bn deal for Acme"."""
    found = _DEAL_FOR.match(sight.read.text, sight.figure.span.end)
    if found is None:
        return False
    if found["name"]:
        names = sight.read.within(sight.read.names, Span(*found.span("name")))
        return all(name.entity.kind in FIRMS for name in names)
    return is_firm(found["what"]) or found["what"] in words("neighbours", "maker")


def _own_shares(sight: Sight, best: Reading) -> str | None:
    """Return a buyback: "bought $9bn of its own shares", "to retire $9bn of stock"."""
    if best.measure not in _OWN_SHARES:
        return None
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if _BUYS_OWN.match(text, end) and _BUYS.search(text, *lead):
        return _BUYBACK
    return _BUYBACK if _OF_SHARES.match(text, end) and _RETIRES.search(text, *lead) else None


def _saved(sight: Sight, best: Reading) -> str | None:
    """Return costs that are saved, or cash that is used up: "cut spending by $9bn", "chewed through $9bn of cash"."""
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if best.measure == _CASH:
        return _BURN if _USES_UP.search(text, *lead) else None
    if best.measure not in _COSTS:
        return None
    out = _OF_COSTS.match(text, end) and _CUTS_OUT.search(text, *lead)
    return _SAVED if out or _CUTS_BY.search(text, *lead) else None


def _contributed(sight: Sight, best: Reading) -> str | None:
    """Return what a part contributes as revenue, which is no investment: "the games unit contributed $9bn"."""
    text, end = sight.read.text, sight.figure.span.end
    if best.measure not in _PUT_IN or _TO_ELSE.match(text, end):
        return None
    if best.measure == _ROUND and _FROM_GIVERS.match(text, end):
        return None
    if _is_brought_by_place(sight):
        return _REVENUE
    found = _CONTRIBUTES.search(text, *sight.lead(_REACH))
    if found is None:
        return None
    before = [one.span.end for one in sight.others if unit_kind(one.quantity.unit) == MONEY]
    ends = max((one for one in before if one < found.start()), default=None)
    if ends is not None and not _NEXT_CLAUSE.search(text, ends, found.start()):
        return OTHER  # "profit was $9bn, with the chip unit contributing $7bn"
    led = (hit.sign.code for hit in sight.told if hit.sign.notion and hit.span.end <= found.end())
    return _CLOUD if "cloud" in led else _REVENUE


def _is_brought_by_place(sight: Sight) -> bool:
    """Tell whether a country brings in so much, where revenue is told of: "$9bn in revenue. Japan pocketed $3bn"."""
    text = sight.read.text
    found = _PLACE_BRINGS.search(text, *sight.lead(_REACH))
    if found is None:
        return False
    names = sight.read.within(sight.read.names, Span(*found.span("place")))
    placed = any(name.entity.kind == "Place" for name in names)
    told = any(hit.sign.code == _REVENUE for hit in sight.told)
    return placed and (told or _PART_OF_TAKINGS.match(text, sight.figure.span.end) is not None)


def _paid_somebody(sight: Sight, best: Reading) -> str | None:
    """Return the pay of who leads a company: "paid its boss $9m", "the chief executive took home $9m"."""
    if best.measure not in _PAID:
        return None
    text, lead = sight.read.text, sight.lead(_REACH)
    return _PAY if _WAS_PAID.search(text, *lead) or _PAID_BOSS.search(text, *lead) else None


def _wiped(sight: Sight, best: Reading) -> str | None:
    """Return the loss of market value: "the slump wiped $9bn off Acme", "cost it $9bn in market value"."""
    if best.measure not in _WIPED:
        return None
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if _IN_WORTH.match(text, end):
        gained = _GAINED if _GAINS.search(text, *lead) else None
        return _LOST if _COSTS_WORTH.search(text, *lead) else gained
    if best.measure == OTHER and _ENDS.match(text, end) and any(hit.sign.code == _SHARES for hit in sight.told):
        return _LOST if sight.figure.quantity.value >= _HUNDREDS and _WIPES.search(text, *lead) else None
    off = _OFF.match(text, end)
    if off is None or best.measure != OTHER or not _WIPES.search(text, *lead):
        return None
    named = sight.read.within(sight.read.names, Span(off.end(), off.end() + 1))
    return _LOST if any(name.span.start == off.end() and name.entity.kind == "Company" for name in named) else None


def _ordered(sight: Sight, best: Reading) -> str | None:
    """Return the worth of an order where its noun tells it: "bagged a $9bn order"."""
    if best.measure not in _ORDERED or not _ORDER.match(sight.read.text, sight.figure.span.end):
        return None
    return _CONTRACT if _WINS.search(sight.read.text, *sight.lead(_REACH)) else None


def _is_worth(sight: Sight, best: Reading) -> str | None:
    """Return what a company is worth that an amount with an article modifies: "a $9bn start-up"."""
    figure, text = sight.figure, sight.read.text
    if best.measure != OTHER or figure.quantity.value < _HUNDREDS:
        return None
    behind = _BODY.match(text, figure.span.end)
    if behind is None or not is_firm(behind["what"]) or not _ENDS.match(text, behind.end()):
        return None
    return _WORTH if _ONE.search(text, *sight.lead(_REACH)) else None
