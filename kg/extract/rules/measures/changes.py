"""Percentages by which a named thing changed: "a 14% jump in backlog", "growth in sales of 9%".

What stands behind the noun for the change and "in" is what changed, whatever else stands near.
"""

import re
from collections.abc import Iterator

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.frames import CHANGE, LEVEL
from kg.extract.rules.measures.governing import Head
from kg.extract.rules.measures.kinds import PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER, ancestors, change_of_told, is_measure, terms
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_BEHIND = Construction(
    r"\s(?:(?!(?:in|of|on|to|for|from|at|by|with|and|or|but|as|after|amid|while|when|because|than|following)\s)"
    r"[\w/’'-]+\s){0,3}?{change-noun}\sin\s"
)
_BESIDE = Construction(
    r"\s(?P<what>(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'-]+\s){1,3}?){change-noun}\b"
)
_AHEAD = Construction(
    r"\b{change-noun}\sin\s(?P<what>(?:[\w’'&-]+\s){1,5}?)"
    r"(?:of|was|is|{change-verb|changing-pace}\s(?:to|from)|{notions:amounts-to}(?:\s(?:to|at))?|by)\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_TO_WHAT = Construction(
    r"(?:(?!(?:in|on|to|for|from|at|by|of|with|and|or|but|as|after|while|when|which|that|was|is|has)\s)"
    r"[\w’'&-]+\s){0,4}"
)
_PRICE_CHANGE, _INFLATION, _PRICES, _PLACE = "price-change", "inflation-rate", "prices", "Place"
_IN_PLACE = re.compile(r"\s(?:in|across)\s(?:the\s)?")
_OPENS = re.compile(r"(?:\A|[.;!?\n]\s?|,\s|\b(?:that|and|while|as)\s)\Z")
_SHARES = frozenset({"share-price", "shares-issued"})
_STOCKS = frozenset({"contract-backlog", "backlog", "cash-holdings", "debt", "free-cash-flow", "cash-flow"})
"""What is held or owed: nothing measures how it changed."""
_CAPEX_GROWTH, _SPEND = "capital-expenditure-growth", "spend"
_BY_OTHERS = Construction(r"\b{spent-by-others}\s\Z")
_SHARE_MOVE = "stock-price-change"
_OFF_MARK = Construction(
    r"\b{surpassing|over-mark|beside-mark}\s(?:the|an?|its|their)\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_FORESEEN = Construction(
    r"\s(?:[a-z-]+\s)?{change-noun}\s(?:(?:that|which)\s)?(?:[\w&.’'-]+\s){0,4}?{expectation|placed}\b"
)
_REACH, _LENGTH, _BY_REACH, _MARK_REACH = 80, 60, 16, 40
_PAIR = 2
"""A thing, what is done with it and a change are three notions that tell together."""


@asked(PERCENT, of=(_SHARE_MOVE,))
def foreseen_growth(sight: Sight, best: Reading) -> Reading | None:
    """Read growth that was expected of what is told last: "fell as sales rose, missing the 5% growth forecast"."""
    fold = sight.read.fold
    off = _OFF_MARK.search(fold, *sight.lead(_MARK_REACH))
    if off is None or not _FORESEEN.match(fold, sight.figure.span.end):
        return None
    for hit in sorted((hit for hit in sight.told if hit.span.end <= off.start()), key=_last_first):
        if change := change_of_told(hit.sign.code, notion=hit.sign.notion):
            return Reading(change, LEAST, "change-foreseen", hit.span, frame=best.frame)
    return None


@asked(PERCENT)
def change_in(sight: Sight, best: Reading) -> Reading | None:
    """Read the change of what a noun for a rise or fall and "in" name; None where they stand by no percentage."""
    figure = sight.figure
    if best.frame == LEVEL and not _is_of_pace(sight):
        return None
    hit = next(_named(figure, sight), None) or _measured_head(sight, best)
    if hit is None:
        return _of_another_head(sight, best)
    if hit.sign.code in _SHARES:
        return None
    change = change_of_told(hit.sign.code, notion=hit.sign.notion)
    if change is None:
        told = is_measure(hit.sign.code, notion=hit.sign.notion)
        return Reading(GROWTH, LEAST, OTHER_NOUN, hit.span, frame=CHANGE) if told else None
    narrower = change in ancestors(best.measure) or _uses(best, hit, sight)
    narrower = best.measure == change or (narrower and not _is_of_another(best, hit, sight))
    return None if narrower else Reading(change, LEAST, "change-in", hit.span, frame=CHANGE)


def _is_of_another(best: Reading, hit: Hit, sight: Sight) -> bool:
    """Tell whether what is narrower is told of another percentage: "cloud growth of 9% outpaced a 7% sales rise"."""
    start = sight.figure.span.start
    if best.span is None or not best.span.start < start < hit.span.start:
        return False
    return any(best.span.start < one.span.start < start and one.quantity.unit == "percent" for one in sight.others)


def _is_of_pace(sight: Sight) -> bool:
    """Tell whether a noun for a rise heads the subject: "Growth in sales slowed to 9%" is of no level."""
    return sight.head is not None and sight.head.word in words("semantic-fields", "change-noun")


@asked(of=(_CAPEX_GROWTH,))
def spent_by_others(sight: Sight, best: Reading) -> Reading | None:
    """Read how much the spending changed that is none of a firm on plant: "consumer spending rose 9%"."""
    for hit in sight.told if best.span else ():
        spends = hit.sign.code == _SPEND and best.span is not None and best.span.covers(hit.span)
        if spends and _BY_OTHERS.search(sight.read.fold, max(0, hit.span.start - _BY_REACH), hit.span.start):
            return Reading(GROWTH, LEAST, OTHER_NOUN, hit.span, frame=best.frame)
    return None


@asked(of=(_PRICE_CHANGE,))
def prices_of_a_place(sight: Sight, best: Reading) -> Reading | None:
    """Read how much prices in general rose in a country as inflation: "Prices in Britain rose 3.8%"."""
    span, fold = best.span, sight.read.fold
    if span is None or not fold.startswith(_PRICES, span.start):
        return None
    found = _IN_PLACE.match(fold, span.start + len(_PRICES))
    if found is None or not _OPENS.search(fold, max(0, span.start - _REACH), span.start):
        return None
    names = sight.read.within(sight.read.names, Span(found.end(), found.end() + 1))
    placed = any(name.span.start == found.end() and name.entity.kind == _PLACE for name in names)
    return Reading(_INFLATION, LEAST, "prices-of-a-place", span, frame=best.frame) if placed else None


def _uses(best: Reading, hit: Hit, sight: Sight) -> bool:
    """Tell whether what was read rests on the same noun with the one before it: "a 3% rise in phone sales"."""
    if best.span is None or not best.span.covers(hit.span):
        return False
    same = {one.sign.code for one in sight.told if one.sign.notion and one.span == hit.span}
    known = next((term for term in terms("percent").listed if term.code == best.measure), None)
    return known is not None and any(len(sign) > _PAIR and not same.isdisjoint(sign) for sign in known.signs)


def _measured_head(sight: Sight, best: Reading) -> Hit | None:
    """Return what heads the subject of a change that no measure is of: "AWS saw its order book swell 9%"."""
    head = sight.head
    if best.frame != CHANGE or head is None or head.vague:
        return None
    open_ = best.measure in (OTHER, GROWTH)
    over = [hit for hit in sight.told if head.overlaps(hit.span) and hit.sign.weight]
    if any(change_of_told(hit.sign.code, notion=hit.sign.notion) or hit.sign.code in _SHARES for hit in over):
        return None
    return next((hit for hit in over if hit.sign.code in _STOCKS or (open_ and _unchanging(hit))), None)


def _of_another_head(sight: Sight, best: Reading) -> Reading | None:
    """Read the change of what heads the subject where words told another: "EBITA of the cloud unit rose 9%"."""
    head = sight.head
    if best.frame != CHANGE or best.measure in (OTHER, GROWTH) or head is None or head.vague or best.span is None:
        return None
    if named := _named_unchanging(head, best, sight):
        return Reading(GROWTH, LEAST, OTHER_NOUN, named.span, frame=CHANGE)
    if head.overlaps(best.span):
        return None
    over = [hit for hit in sight.told if head.overlaps(hit.span) and hit.sign.weight]
    if any(hit.sign.code in _SHARES for hit in over):
        return None
    for hit in over:
        change = change_of_told(hit.sign.code, notion=hit.sign.notion)
        if change is not None:
            narrower = best.measure == change or change in ancestors(best.measure)
            return None if narrower else Reading(change, LEAST, "change-of-head", hit.span, frame=CHANGE)
    level = next((hit for hit in over if _unchanging(hit)), None)
    return Reading(GROWTH, LEAST, OTHER_NOUN, level.span, frame=CHANGE) if level else None


def _named_unchanging(head: Head, best: Reading, sight: Sight) -> Hit | None:
    """Return the name that goes on past what was read: "R&D spending" where "spending" told capital expenditure."""
    named = (hit for hit in sight.told if not hit.sign.notion and " " in hit.span.of(sight.read.fold))
    over = (
        hit for hit in named if head.overlaps(hit.span) and best.span is not None and hit.span.start < best.span.start
    )
    return next((hit for hit in over if _unchanging(hit)), None)


def _unchanging(hit: Hit) -> bool:
    """Tell whether a word names a level of which no measure tells the change: "its valuation surged by 50%"."""
    change = GROWTH in ancestors(hit.sign.code) or hit.sign.code == GROWTH
    return not hit.sign.notion and not change and change_of_told(hit.sign.code, notion=False) is None


def _named(figure: Figure, sight: Sight) -> Iterator[Hit]:
    """Yield what tells of the thing that changed, the last word of its noun phrase first."""
    text = sight.read.fold
    behind = _BEHIND.match(text, figure.span.end)
    beside = None if behind else _BESIDE.match(text, figure.span.end)
    if behind:
        stretch = Span(behind.end(), min(len(text), behind.end() + _LENGTH))
    elif beside:
        stretch = Span(*beside.span("what"))
    else:
        start = figure.span.start
        ahead = _AHEAD.search(text, max(0, start - _REACH), start)
        if ahead is None:
            return
        stretch = Span(*ahead.span("what"))
    inside = [hit for hit in sight.told if stretch.start <= hit.span.start < stretch.end and hit.sign.weight]
    phrase = [hit for hit in inside if _TO_WHAT.fullmatch(text, stretch.start, hit.span.start)]
    if beside:
        phrase = [hit for hit in phrase if change_of_told(hit.sign.code, notion=hit.sign.notion)]
    yield from sorted(phrase, key=_last_first)


def _last_first(hit: Hit) -> tuple[int, int, bool]:
    return -hit.span.end, hit.span.start, hit.sign.notion
