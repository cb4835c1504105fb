"""What an amount of money is a price of, whatever words stand near: one of several things, a part of a firm, a firm."""

import re

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.moves import LARGE_UNITS, may_cost_a_share, of_a_company
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.measures.worth_of_deals import valued_at
from kg.extract.rules.names.bodies import COMMERCIAL, FIRMS, THINGS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.nouns import is_firm, kind_of
from kg.lexicon.wordlists import words
from kg.model import Span

_PRICE, _SHARE_PRICE, _TAKEOVER, _VALUATION = "price", "price-per-share", "acquisition-price", "valuation"
_MARKET_VALUE, _HUGE = "market-capitalisation", 10**12
"""Hardly anything but all shares of a company can be worth so much, in a currency of large units."""
_OF_THAT_WORTH = Construction(r"\s(?:[A-Z]?[a-z.]+\s|[A-Z.]{2,5}\s)?(?P<what>{worth-company})\b")
"""What a company is or passes that is worth so much: "the first $5 trillion company", "the $3tn US chipmaker"."""
_PRICE_OR_NONE = frozenset({_PRICE, OTHER})
_CONTRACT, _WORTH, _BUYS = "contract-value", "deal-worth", "buy-company"
_PUT_IN = frozenset({"equity-stake-value", "funding-round", "investment"})
_THINGS = frozenset({"chip", "phone", "vehicle", "server"})
_EACH_REACH, _FIRM_REACH, _PIECE_COSTS = 40, 80, 1_000_000
_EACH = Construction(r"\s{notions:each}\b")
_EACH_AT = Construction(
    r"\beach\s(?:[a-z]+\s){0,2}(?:{pricing}\s(?:at|for)|{costing|worth})\s(?:{grammar:focus|bounds:about}\s)?\Z"
)
_EACH_COSTS = Construction(
    r"\b(?:each|every|one)\s(?:(?!of\b)[\w’'-]+\s){1,4}?{costing}\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_AT_OR_FOR = Construction(r"\s(?:at|for)\s(?:{grammar:focus|bounds:about}\s)?\Z")
_PER_SHARE = Construction(r"\s(?:in\s[a-z]+\s)?for\s(?:each|every)\s(?:of\sthe\s)?(?:[\w’'&.-]+\s){0,4}?{share-word}\b")
_ON_MARKET = Construction(
    r"\b(?i:at|by|near)\s(?:(?:the|its|last)\s)(?:[a-z-]+\s)?(?:{market-end}|{peak})\b[^.;!?\n]*\Z"
    r"|(?:\b(?i:its|their|the)|['’]s?)\s{notions:share-price}\b[^;!?\n]{0,40}?(?<!\sa)(?<!\bthe)\s(?:(?:still|now)\s)?"
    r"{valuing-verb}\s(?!of\b)[^.;!?\n]*\Z"
)
"""What makes a worth one of all shares that are dealt in."""
_CLOSED = Construction(
    r"\s{trading}(?:\s(?:{stock-trend}|on\s(?i:{weekdays:*})|the\s{session}))?\sat\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_TRADED_UP = Construction(
    r"\b(?:{share-word}|{dealt-in}|(?P<firm>[A-Z][\w&.-]*))\s(?:{grammar:auxiliary}\s){0,2}{trading}\s(?:{stock-trend}\s)?(?:by\s)?"
    r"(?:{grammar:focus|bounds:*}\s)*[0-9][0-9.,]*(?:%|\s?{units:percent})(?:\s{stock-trend})?"
    r"(?:\s(?:after|amid|before|following|in|on)\s[^.,;:0-9]{2,40})?,?\sat\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
"""What leads from a move of shares to their price: "the Acme share was trading up by 9% after the news, at $9"."""
_MARKET_REACH = 120
_GAINED, _ROUND = "market-cap-gain", "funding-round"
_OF_SHARES = frozenset({_PRICE, _ROUND, _VALUATION})
_GAINS = Construction(r"\b{gaining-worth}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_AT_SUM = Construction(r"\b(?!{round-noun|raises-noun}\b)[\w’'-]+\sat\s(?:a\s)?(?:{grammar:focus|bounds:*}\s)*\Z")
"""At what shares are sold in a round is what all of them are worth: "raised money at $9bn", "led by Acme at $9bn"."""
_PART_FOR = Construction(r"(?:\s{notions:stake})?\s(?:of|in)\s(?:[\w’'&.-]+\s){1,6}?for\s(?:an?\s)?(?:[a-z]+\s){0,2}")
_FOR_PART = Construction(
    r"\s(?:in\s[a-z]+\s)?(?:{in-return}|to\s(?:{notions:acquire|notions:obtain}))\s(?:an?\s|another\s)?"
)
_PART_BEHIND = Construction(r"\s(?:(?:[a-z]+\s)?{notions:stake}\s(?:of|in)|of)\s(?=[A-Z]|the\s|its\s)")
_EARNED_ON = Construction(
    r"\b(?:(?P<loss>{notions:loss})|{notions:profit})\s(?:(?:of|at|was|is)\s)?(?:{grammar:focus|bounds:*}\s)*\Z"
)
_PAID = Construction(r"\b{offering-sum}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_FOR_FIRM = Construction(
    r"(?:\sin\s{paid-in})?\sfor\s(?:the|an?|another|its|their)\s(?:[a-z-]+\s){0,2}?(?P<firm>[a-z-]+)"
    r"(?=\s?[.,;:)—–]|\s(?:{grammar:preposition|grammar:conjunction|grammar:time}|last|this|that|which)\b|\Z)"
)
"""What a sum is paid for where that is a company: "paid $9 billion for the chain in 2007"."""
_FIRM_PAID_FOR = Construction(
    r"(?P<firm>[\w’'&.-]+),\sfor\swhich\s(?:(?:[A-Z][\w&.-]*\s){1,3}|it\s|they\s)(?:has\s|had\s)?{offering-sum}\s"
    r"(?:{grammar:focus|bounds:*}\s)*\Z"
)
_OWNER_PAID = Construction(
    r"\b(?:{owning-firm}),?\s(?:(?:which|who|that)\s)?(?:has\s|had\s)?{offering-sum}\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_FOR_IT_ALL = Construction(r"(?:\sin\s{paid-in})?\sfor\s(?:it|them)\b")
"""Whom an owner paid for: "Skype, for which Acme paid $9bn", "its owner, which paid $9bn for it"."""
_CHARGES = Construction(r"\b{charging}\s(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_least}\s)?\Z")
_FOR_IT = re.compile(r"\s(?:for|per|an?)\s")
_FOR_EACH = re.compile(r"\s(?:for|on)\s(?:each|every)\s")
_PRICES_FIRM = Construction(
    r"\b{pricing-firm}\s(?P<firm>(?:the\s)?[\w’'&.-]+(?:\s[\w’'&.-]+){0,3})\sat\s(?:[a-z]+\s){0,2}\Z"
)
_WORD_BEFORE = re.compile(r"([a-z]+)\s\Z")
_VALUED = Construction(r"\b(?i:{valued})\s")
_IS_WORTH = Construction(
    r"(?:\s?[,(–—-]+\s?(?:{grammar:be}\s)?|\s{grammar:be}\s|\s)(?:(?:now|once|[a-z]+ly)\s)?(?:[a-z]+ed\sto\sbe\s)?(?i:{valued})\s"
    r"(?:an?\s(?:[a-z-]+\s){1,2})?(?:{grammar:focus|bounds:about|bounds:more_than}\s)?"
)
"""What stands between a company and its worth: "Acme, now valued at $9bn", "Acme (worth a cool $9bn)"."""


@asked(MONEY)
def priced(sight: Sight, best: Reading) -> Reading | None:
    """Read what an amount is a price of by how it stands, None where it stands by no such thing."""
    figure = sight.figure
    if best.measure == _SHARE_PRICE:
        return None
    made = _made_on_each(sight) if best.measure in _PRICE_OR_NONE else None
    if told := made or _worth_of_all(sight, best):
        return told
    if best.measure == _PRICE or _worth_trillions(sight, best):
        return _price_of(sight, best)
    if _buys(sight, best):
        return valued_at(sight, best) or Reading(_TAKEOVER, LEAST, "price-of-stake", figure.span)
    if best.measure != _VALUATION and (_prices_firm(sight) or _firm_is_worth(sight)):
        return Reading(_VALUATION, LEAST, "priced-at", figure.span)
    return _each_costs(sight, best)


def _worth_of_all(sight: Sight, best: Reading) -> Reading | None:
    """Read what all shares, or one, are worth on a market or in a round, where words tell of such."""
    if best.measure not in _OF_SHARES:
        return None
    figure = sight.figure
    text, lead = sight.read.text, (max(0, figure.span.start - _EACH_REACH), figure.span.start)
    if best.measure == _ROUND and (_AT_SUM.search(text, *lead) or text.startswith(" at which ", figure.span.end)):
        return Reading(_VALUATION, LEAST, "raised-at", figure.span)
    if best.measure == _VALUATION and _of_all_shares(sight):
        return Reading(_GAINED if _GAINS.search(text, *lead) else _MARKET_VALUE, LEAST, "of-all-shares", figure.span)
    if best.measure == _PRICE and may_cost_a_share(figure) and of_a_company(_CLOSED, sight):
        return Reading(_SHARE_PRICE, LEAST, "closed-at", figure.span)
    return None


def _of_all_shares(sight: Sight) -> bool:
    """Tell whether somebody is worth so much on a market: "at the close Acme was worth", "its shares value it at"."""
    start = sight.figure.span.start
    return _ON_MARKET.search(sight.read.text, max(0, start - _MARKET_REACH), start) is not None


def _each_costs(sight: Sight, best: Reading) -> Reading | None:
    """Return the price of a share, or of one of several things, by how it stands; None where it is no such price."""
    if _PER_SHARE.match(sight.read.text, sight.figure.span.end):
        return Reading(_SHARE_PRICE, LEAST, "for-each-share", sight.figure.span)
    if best.measure == OTHER and _is_traded_at(sight):
        return Reading(_SHARE_PRICE, LEAST, "traded-at", sight.figure.span)
    return Reading(_PRICE, LEAST, "each", sight.figure.span) if _prices_each(sight) else None


def _is_traded_at(sight: Sight) -> bool:
    """Tell whether a small amount is where shares stand after a move: "was trading up 9% after the news, at $9"."""
    figure = sight.figure
    if figure.per is not None or not may_cost_a_share(figure):
        return False
    start = figure.span.start
    found = _TRADED_UP.search(sight.read.text, max(0, start - _MARKET_REACH), start)
    if found is None or found["firm"] is None:
        return found is not None
    names = sight.read.within(sight.read.names, Span(*found.span("firm")))
    return any(name.entity.kind == "Company" for name in names)


def _price_of(sight: Sight, best: Reading) -> Reading | None:
    """Return the reading of a price by how it stands: of all shares, of one, of one of several things, or None."""
    if best.measure != _PRICE:
        return Reading(_MARKET_VALUE, LEAST, "of-that-worth", sight.figure.span)
    if sight.figure.per == "share":
        return Reading(_SHARE_PRICE, best.score, "per-share", sight.figure.span)
    return Reading(_PRICE, best.score, "each", sight.figure.span) if _prices_each(sight) else None


def _made_on_each(sight: Sight) -> Reading | None:
    """Read what is earned or lost on each piece: "an average loss of $900 per car", "loses $900 on every car"."""
    figure = sight.figure
    each = figure.per not in (None, "share") or _FOR_EACH.match(sight.read.text, figure.span.end)
    start = figure.span.start
    found = _EARNED_ON.search(sight.read.fold, max(0, start - _EACH_REACH), start) if each else None
    return Reading("loss" if found["loss"] else "profit", LEAST, "on-each", figure.span) if found else None


def _buys(sight: Sight, best: Reading) -> bool:
    """Tell whether an amount is what a company, or a part of one, is bought for."""
    if best.measure == _CONTRACT and _buys_firm(sight):
        return True
    if best.measure not in _PUT_IN and (_pays_for_part(sight) or _pays_for_firm(sight)):
        return True
    return _prices_stake(sight)


def _pays_for_firm(sight: Sight) -> bool:
    """Tell whether a noun for a company is what so much is paid for."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    if figure.quantity.value < _PIECE_COSTS or not _PAID.search(text, max(0, start - _EACH_REACH), start):
        return False
    lead = max(0, start - _FIRM_REACH), start
    if _FOR_IT_ALL.match(text, figure.span.end):
        return _OWNER_PAID.search(text, *lead) is not None
    found = _FOR_FIRM.match(text, figure.span.end) or _FIRM_PAID_FOR.search(text, *lead)
    return found is not None and _is_firm(Span(*found.span("firm")), sight)


def _is_firm(stretch: Span, sight: Sight) -> bool:
    """Tell whether a word is a noun for a company, or ends a company's name."""
    kind = kind_of(stretch.of(sight.read.text))
    if kind is not None:
        return kind == "Company"
    names = sight.read.within(sight.read.names, Span(max(0, stretch.end - _FIRM_REACH), stretch.end))
    return any(name.entity.kind in COMMERCIAL and name.span.end == stretch.end for name in names)


def _buys_firm(sight: Sight) -> bool:
    """Tell whether the deal that is worth so much is one to buy a company: "to buy Acme in a deal valued at $9bn"."""
    start = sight.figure.span.start
    told = {hit.sign.code for hit in sight.told if hit.sign.notion and hit.span.end <= start}
    return {_WORTH, _BUYS} <= told


def _worth_trillions(sight: Sight, best: Reading) -> bool:
    """Tell whether an amount says what the company behind it, or one that passes it, is worth."""
    quantity = sight.figure.quantity
    if quantity.value < _HUGE or quantity.unit not in LARGE_UNITS:
        return False
    found = _OF_THAT_WORTH.match(sight.read.text, sight.figure.span.end)
    return found is not None and (best.measure == OTHER or is_firm(found["what"]))


def _prices_each(sight: Sight) -> bool:
    """Tell whether one of several things costs so much: "30 cars at $20,000 each", "cars, each valued at $20,000"."""
    figure, text = sight.figure, sight.read.text
    before = max(0, figure.span.start - _EACH_REACH), figure.span.start
    if _CHARGES.search(text, *before) and _FOR_IT.match(text, figure.span.end):
        return True
    if _EACH_COSTS.search(sight.read.fold, *before):
        return True
    small = figure.quantity.value < _PIECE_COSTS
    if small and _FOR_EACH.match(text, figure.span.end) and _is_for_a_thing(sight):
        return True
    led = _EACH_AT.search(text, *before) or (_EACH.match(text, figure.span.end) and _AT_OR_FOR.search(text, *before))
    counted = any(one.quantity.unit == "count" and one.span.end <= figure.span.start for one in sight.others)
    return bool(led) and (small or counted)


def _is_for_a_thing(sight: Sight) -> bool:
    """Tell whether what an amount is for each of is a thing that is sold: "$9,000 for each processor"."""
    end = sight.figure.span.end
    behind = Span(end, end + _EACH_REACH)
    named = any(name.entity.kind in THINGS for name in sight.read.within(sight.read.names, behind))
    return named or any(hit.sign.code in _THINGS and behind.covers(hit.span) for hit in sight.told)


def _prices_firm(sight: Sight) -> bool:
    """Tell whether an amount is what a company is priced at: "an auction put Acme at $9 billion"."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    found = _PRICES_FIRM.search(text, max(0, start - _FIRM_REACH), start)
    if found is None or figure.quantity.value < _PIECE_COSTS:
        return False
    firm = Span(*found.span("firm"))
    last = found["firm"].rsplit(" ", maxsplit=1)[-1]
    if last.islower():
        return last in words("neighbours", "part") or is_firm(last)
    named = sight.read.within(sight.read.names, firm)
    return last[0].isupper() and all(name.entity.kind in COMMERCIAL for name in named)


def _firm_is_worth(sight: Sight) -> bool:
    """Tell whether an amount is what the company named right before it is worth, no deal "with" or stake "in" it."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    if (
        figure.quantity.value < _PIECE_COSTS
        or sight.value
        or not _VALUED.search(text, max(0, start - _EACH_REACH), start)
    ):
        return False
    before = sight.read.within(sight.read.names, Span(max(0, start - _FIRM_REACH), start))
    firm = before[-1] if before else None
    if firm is None or firm.entity.kind not in FIRMS or not _IS_WORTH.fullmatch(text, firm.span.end, start):
        return False
    led = _WORD_BEFORE.search(text, max(0, firm.span.start - _EACH_REACH), firm.span.start)
    return led is None or led[1] not in grammar().preposition


def _pays_for_part(sight: Sight) -> bool:
    """Tell whether an amount is paid for a part of somebody: "paid $3 billion for 49% of Acme"."""
    figure, text = sight.figure, sight.read.text
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or behind.quantity.unit != "percent" or figure.quantity.value < _PIECE_COSTS:
        return False
    led = _FOR_PART.fullmatch(text, figure.span.end, behind.span.start)
    return led is not None and _PART_BEHIND.match(text, behind.span.end) is not None


def _prices_stake(sight: Sight) -> bool:
    """Tell whether an amount is what a part of somebody is bought for: "took 10% of Acme for $3 billion"."""
    figure = sight.figure
    ahead = next((one for one in reversed(sight.others) if one.span.end <= figure.span.start), None)
    if sight.price is None or ahead is None or ahead.quantity.unit != "percent":
        return False
    return _PART_FOR.fullmatch(sight.read.text, ahead.span.end, figure.span.start) is not None
