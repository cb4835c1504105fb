"""Percentages by which a company moves: its shares, where it rose or fell itself, or its sales, where it grew.

"Acme rose 5%", "Acme was 4% firmer", "the news sent Acme down 9%", "the cloud unit grew 12%".
"""

import re
from collections.abc import Iterator

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.frames import CHANGE
from kg.extract.rules.measures.kinds import MONEY, PERCENT, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER
from kg.extract.rules.names.indices import is_index
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_SHARES = "share-price"
_VALUE_LOST = "market-cap-loss"
_WIPES = Construction(r"\b{notions:wipe}" + r"\s(?:{grammar:focus|bounds:*}\s){0,2}\Z")
_WAS_WIPED = Construction(r"\s(?:{grammar:be|grammar:auxiliary}\s){1,2}{notions:wipe}\s{off-it}\b")
_OFF_SHARES = Construction(
    r"\s{off-it}\s(?:the\s(?:{worth}\sof\s)?)?(?:[\w’'&.-]+\s){0,4}?(?:{exchange|dealt-in})\b"
    r"|\s(?:in|on|over|within)\s(?:an?\s|one\s|the\s)?(?:[a-z]+\s)?(?:{session}|{market-session})\b"
)
_LOWER = Construction(r"\s{less-than-it-was}\sthan\b")
_LARGE = 1_000_000_000
_SHARE_MOVE, _SALES_GROWTH = "stock-price-change", "revenue-growth"
SHARE_COSTS = 1_000
"""A share mostly costs less than this."""
LARGE_UNITS = frozenset({"CHF", "EUR", "GBP", "USD"})
_SHARE_COSTS_SMALL_UNITS = 100_000
_PER_SHARE = frozenset({"dividend", "earn", "earnings-per-share", "per-share"})
"""What is told for one share and is no price of it."""
_MARKET_VALUE = "market-capitalisation"
_MAY_BE_LOST = frozenset({OTHER, "equity-stake-value", _MARKET_VALUE, "valuation"})
_REACH, _GROWTH_REACH = 40, 80
_BEFORE = r"\s(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_least}\s)?\Z"
_MOVED = Construction(r"\s(?:(?:has|have|had)\s)?(?:{adverb}\s)?{verbs:moving}" + _BEFORE)
_GREW = Construction(r"\s(?:{adverb}\s)?{growing-firm}(?:\sby)?" + _BEFORE)
_HAD_GROWTH = Construction(
    r"\s(?:(?:has|have|had)\s)?(?:{adverb}\s)?{booking|notions:capture|achieving|guiding|forecasts:verb}\s"
    r"(?:an?\s)?(?:[a-z-]+\s){0,3}{growth}\sof" + _BEFORE
)
_IN_SOMETHING = Construction(r"\sin\s(?!(?:the|its|that|this|their|a|an|{part-of-time})\s)[a-z]")
_PERCENT = r"[0-9.]+\s?(?:%|per\s?cent)"
_WAS = Construction(r"\s(?:(?:was|were|is|are)(?:\s{trading})?|{trading})\s(?:up\s|down\s)?(?:by\s)?\Z")
_ENDED = Construction(r"\s{trading}\s(?:" + _PERCENT + r"\sand\s)?\Z")
_FIRMER = Construction(r"\s{stock-trend}\b")
_BOTH_FIRMER = Construction(r"(?:\sand\s" + _PERCENT + r")?\s{stock-trend}\b")
"""Moves of two whose shares are dealt in, told together: "Acme and Borealis ended 5% and 7% lower"."""
_SENT = Construction(r"(?<=[^\s])\s{stock-trend}(?:\sby)?" + _BEFORE)
_SENDING = Construction(r"\b{sending}\s(?:{notions:share-price}\s(?:of|in)\s)?(?:the\s)?\Z")
_ALONE = re.compile(
    r"\s?(?:[.,;)]|\Z|\n)|\s(?:after|as|on|to|following|amid|this|last|when|because|despite|and|while|since|but)\b"
)
"""What stands behind a move that is of nothing else: no "of its staff", no noun."""
_IN_TRADE = (
    r"(?:{market-trade}|(?:the\s)?(?:{market-time}\s|[A-Z][\w.]*\s){1,3}?(?:trading|dealings|session))"
    r"(?=\s?[.,;:)]|\s(?!of\b|with\b)(?:{grammar:preposition}|and|but|that|as|[a-z]*\s?[A-Z])|\Z)"
)
_ON_MARKET = Construction(
    r"\s(?:[a-z]+\s)?(?:{market-session}\s{change-noun}\b|{change-noun}\s(?:in|during)\s" + _IN_TRADE + ")"
)
"""A rise or fall that only shares have: "a 4% after-hours drop", "its 4% surge in New York trading"."""
_MARKET_CHANGE = Construction(r"\b{market-session}\s{change-noun}\sof" + _BEFORE)
_OFF_PEAK = Construction(
    r"\s(?:{off-mark}|{off-it})\s(?:its|their|the|an?)\s(?:[\w-]+\s){0,3}?(?:{notions:share-price}\s)?{peak}\b"
)
_TO_DATE = Construction(r"\b{since-start}\s[a-z]+\sof\s(?:[a-z]+\s){0,2}\Z")
_NOT_OF_PRICE = re.compile(r"\sof\s")
_OF_MARKETS = frozenset({"share-price", "market-value", "in-value", "wipe-off"})
_WITH_MOVES = Construction(r"\s?(?:[.,;)]|\Z|\n)|\s(?:and|after|on|as)\s|\s(?:for|on|in)\sthe\s(?:{session})\b")
_BEHIND_MOVE = Construction(r"\s(?:{market-session}|(?i:{weekdays:*})|[Ii]n\s" + _IN_TRADE + r")")
"""What stands behind a move of a company's that is of its shares: "fell 4% after hours", "rose 4% Monday"."""
_TRADED = Construction(r"\s(?:in|during)\s" + _IN_TRADE)
_CLOSED = Construction(r"\b{trading}\s(?:the\s[a-z]+\s)?(?:up\s|down\s)?(?:{grammar:focus|bounds:*}\s)*\Z")
"""What stands behind a move of shares told of before: "the shares turned to rise 4% in late trading"."""
_OF_TARGET = Construction(r"\b{target-noun}\s(?:[a-z]+\s){0,4}by\s(?:{grammar:focus|bounds:*}\s)*\Z")
_BY_SUM = Construction(
    r"\b(?:(?P<fall>{shrinking|notions:fall})|{swelling})(?:\s[a-z]+ly)?\sby\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
A_MONTH = Construction(r"\s(?:a|per|each|every)\s{time-nouns:unit}\b")
_TO_PRICE = Construction(
    r"\s(?:to|at)\s(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:up_to|bounds:at_most}\s)?"
)
_OF_WHOM = (" at ", " of ", " for ", " from ")
"""What ties a company to what moves: "profit at Acme shot up"."""


@asked(PERCENT)
def share_move(sight: Sight, best: Reading) -> Reading | None:
    """Read a move of shares that words near may hide: "Acme jumped 22% after Beta's investment"."""
    figure, text = sight.figure, sight.read.text
    if _is_of_market(sight) or _is_off_peak(sight) or (best.frame == CHANGE and _is_down(sight)):
        return _moved(sight, best)
    if best.measure in (OTHER, GROWTH) and _shares_move(sight):
        return _moved(sight, best)
    if _BOTH_FIRMER.match(text, figure.span.end) and of_a_company(_ENDED, sight):
        return _moved(sight, best)
    if not (_ALONE.match(text, figure.span.end) or _BEHIND_MOVE.match(text, figure.span.end)):
        return None
    if best.frame == CHANGE and (of_a_company(_MOVED, sight) or _and_moved(sight)):
        return _moved(sight, best)
    return None


def _and_moved(sight: Sight) -> bool:
    """Tell whether whom its sentence opens with does something and moves: "Acme cut its outlook and fell 4%"."""
    text, start = sight.read.text, sight.figure.span.start
    found = _MOVED.search(text, max(0, start - _REACH), start)
    if found is None or not text.endswith((" and", " but"), 0, found.start()):
        return False
    index = sight.read.index_at(start)
    opens = sight.read.sentences[index].span.start if index is not None else start
    names = sight.read.within(sight.read.names, Span(opens, found.start()))
    first = names[0] if names else None
    if first is None or first.span.start != opens or not _is_traded(first.entity):
        return False
    return text[first.span.end] in " ," and not any(one.quantity.unit == "percent" for one in _ahead(sight))


def _ahead(sight: Sight) -> Iterator[Figure]:
    return (one for one in sight.others if one.span.end <= sight.figure.span.start)


@asked(MONEY, of=_MAY_BE_LOST)
def wiped_off(sight: Sight, best: Reading) -> Reading | None:
    """Read what shares lost in worth: "erased $9 billion from tech stocks", "Acme shed $9 billion in one session"."""
    figure, fold = sight.figure, sight.read.fold
    if figure.quantity.value < _LARGE:
        return None
    end = figure.span.end
    if best.measure == _MARKET_VALUE and (_LOWER.match(fold, end) or _WAS_WIPED.match(fold, end)):
        return Reading(_VALUE_LOST, LEAST, "lower-worth", figure.span, frame=best.frame)
    start = figure.span.start
    moved = _BY_SUM.search(fold, max(0, start - _REACH), start) if best.measure == _MARKET_VALUE else None
    if moved:  # "its market value rose by $9bn"
        change = _VALUE_LOST if moved["fall"] else "market-cap-gain"
        return Reading(change, LEAST, "worth-changed-by", figure.span, frame=best.frame)
    if not _OFF_SHARES.match(fold, figure.span.end) or not _WIPES.search(fold, max(0, start - _REACH), start):
        return None
    return Reading(_VALUE_LOST, LEAST, "wiped-off", figure.span, frame=best.frame)


def _shares_move(sight: Sight) -> bool:
    """Tell whether the verb right before is of shares: "in Tokyo the stock put on 4%"."""
    start = sight.figure.span.start
    found = _MOVED.search(sight.read.text, max(0, start - _REACH), start)
    if _NOT_OF_PRICE.match(sight.read.text, sight.figure.span.end):
        return False
    return found is not None and any(hit.span.end == found.start() for hit in _of_shares(sight))


def _of_shares(sight: Sight) -> Iterator[Hit]:
    return (hit for hit in sight.told if hit.sign.code == _SHARES)


def _is_of_market(sight: Sight) -> bool:
    """Tell whether the noun for a rise or fall is one of shares, or goes on about shares told of before."""
    figure, text = sight.figure, sight.read.text
    ahead = max(0, figure.span.start - _GROWTH_REACH), figure.span.start
    if _ON_MARKET.match(text, figure.span.end) or _MARKET_CHANGE.search(text, *ahead):
        return True
    shares = [hit.span.end for hit in _of_shares(sight)]
    if shares and _TO_DATE.search(text, *ahead):
        return True
    if not shares or min(shares) > figure.span.start:
        return False
    closes = _CLOSED.search(text, *ahead) and (_FIRMER.match(text, figure.span.end) or _led_by_trend(sight))
    return bool(closes) or _TRADED.match(text, figure.span.end) is not None


def _is_off_peak(sight: Sight) -> bool:
    """Tell whether shares lie so much from a mark of theirs: "the shares are 30% below their peak"."""
    figure, text = sight.figure, sight.read.text
    if not _OFF_PEAK.match(text, figure.span.end):
        return False
    head = sight.head
    return head is None or head.vague or sight.heads(_of_shares(sight))


def percentage(sight: Sight, best: Reading) -> Reading:
    """Return what a percentage measures by how it stands: a move of a share's price, growth of sales, a change."""
    figure, asked = sight.figure, best.frame
    if _moves_share_price(figure, sight):
        return Reading(_SHARE_MOVE, LEAST, "to-price", figure.span, frame=asked)
    if of_a_company(_WAS, sight) and (_FIRMER.match(sight.read.text, figure.span.end) or _led_by_trend(sight)):
        return _moved(sight, best)
    if asked != CHANGE:
        return best
    if of_a_company(_MOVED, sight) or _was_sent(sight):
        return _moved(sight, best)
    if of_a_company(_GREW, sight) or (_heads_part(sight) and _grew(sight)) or _had_growth(sight):
        return Reading(_SALES_GROWTH, LEAST, "grew", figure.span, frame=asked)
    return Reading(GROWTH, LEAST, "frame", figure.span, frame=asked) if best.measure == OTHER else best


def of_a_company(verb: Construction, sight: Sight) -> bool:
    """Tell whether a company's name stands right before the verb that leads to the figure."""
    start = sight.figure.span.start
    found = verb.search(sight.read.text, max(0, start - _REACH), start)
    if found is None or sight.head is not None:
        return False  # "inventories at Acme fell" is of inventories
    name = _company_ends(found.start(), sight)
    return name is not None and not sight.read.text.endswith(_OF_WHOM, 0, name.start)


def may_cost_a_share(figure: Figure) -> bool:
    """Tell whether an amount is of the size of a share's price: less than 1,000 units, more of a small one."""
    quantity = figure.quantity
    return quantity.value < (SHARE_COSTS if quantity.unit in LARGE_UNITS else _SHARE_COSTS_SMALL_UNITS)


def _company_ends(place: int, sight: Sight) -> Span | None:
    place = next((one.start for one in sight.aside if one.end == place), place)  # "Acme, which makes chips, rose 5%"
    if sight.read.text[place - 1 : place] == ",":  # "Acme, often called a rival of Beta, rose 5%"
        place = max(sight.read.text.rfind(", ", max(0, place - _GROWTH_REACH), place - 1), 0) or place
    names = sight.read.within(sight.read.names, Span(max(0, place - _REACH), place))
    return next((name.span for name in names if name.span.end == place and _is_traded(name.entity)), None)


def _is_traded(entity: Entity) -> bool:
    """Tell whether shares of somebody, or of all whom an index holds, rise and fall."""
    return entity.kind == "Company" or is_index(entity)


def _moved(sight: Sight, best: Reading) -> Reading:
    return Reading(_SHARE_MOVE, LEAST, "moved-as-shares-do", sight.figure.span, frame=best.frame)


def _is_down(sight: Sight) -> bool:
    """Tell whether a company is told to be up or down where a market is spoken of: "a rout, with Acme down 9%"."""
    start = sight.figure.span.start
    found = _SENT.search(sight.read.text, max(0, start - _REACH), start)
    if found is None or not _WITH_MOVES.match(sight.read.text, sight.figure.span.end):
        return False
    index = sight.read.index_at(start)
    headline = index is not None and sight.read.sentences[index].headline
    markets = headline or any(hit.sign.code in _OF_MARKETS for hit in sight.told)
    return markets and _company_ends(found.start(), sight) is not None


def _was_sent(sight: Sight) -> bool:
    """Tell whether somebody is sent up or down: "the news sent Acme up 9%"."""
    start = sight.figure.span.start
    found = _SENT.search(sight.read.text, max(0, start - _REACH), start)
    name = _company_ends(found.start(), sight) if found else None
    return name is not None and _SENDING.search(sight.read.text, max(0, name.start - _REACH), name.start) is not None


def _led_by_trend(sight: Sight) -> bool:
    return sight.read.fold.endswith((" up ", " down ", " up by ", " down by "), 0, sight.figure.span.start)


def _had_growth(sight: Sight) -> bool:
    """Tell whether a company or a part of one had so much growth: "the overseas business achieved growth of 63%"."""
    text, start = sight.read.text, sight.figure.span.start
    if _IN_SOMETHING.match(text, sight.figure.span.end):
        return False
    found = _HAD_GROWTH.search(text, max(0, start - _GROWTH_REACH), start)
    if found is None:
        return False
    last = text[: found.start()].rsplit(maxsplit=1)[-1:]
    return _company_ends(found.start(), sight) is not None or not words("neighbours", "part").isdisjoint(last)


def _grew(sight: Sight) -> bool:
    start = sight.figure.span.start
    return _GREW.search(sight.read.text, max(0, start - _REACH), start) is not None


def _heads_part(sight: Sight) -> bool:
    return sight.head is not None and not words("neighbours", "part").isdisjoint(
        (sight.head.word, sight.head.word.removesuffix("s"))
    )


def _moves_share_price(figure: Figure, sight: Sight) -> bool:
    """Tell whether a percentage leads to the price of a share: "rose 8.7% to $33.92"."""
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or unit_kind(behind.quantity.unit) != MONEY or not may_cost_a_share(behind):
        return False
    if _OF_TARGET.search(sight.read.fold, max(0, figure.span.start - _REACH), figure.span.start):
        return False  # "lifted its target by half to $9"
    if any(hit.sign.code in _PER_SHARE and hit.span.end <= figure.span.start for hit in sight.told):
        return False
    if A_MONTH.match(sight.read.text, behind.span.end):
        return False  # "put its plan up 9% to $9 a month"
    if sight.head is not None and not sight.head.vague and not sight.heads(_of_shares(sight)):
        return False  # "ARPU rose 4% to $9" is of no share
    return _TO_PRICE.fullmatch(sight.read.text, figure.span.end, behind.span.start) is not None
