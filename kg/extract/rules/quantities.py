"""Every quantity of a text: number, unit, bound, range, and what is counted.

`quantities` reads all of them; `figures.py` keeps those that say how much or how many and folds conversions in brackets.
"""

import re

from kg.extract.rules import bounds, nouns
from kg.extract.rules.amounts import Amount, amounts
from kg.extract.rules.annotations import Figure
from kg.lexicon.matcher import folded
from kg.model import Quantity, Span

_LINK = re.compile(r"(?:[ ]?(?:-|–|—|~)[ ]?|-?(?: to )-?(?:as much as |about |around )?| or (?=\S))\Z")
_AND = re.compile(r" and \Z")
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_RANGED = re.compile(r"(?:between|rang(?:e|es|ed|ing) from|anywhere from|var(?:y|ies|ying) from|from between) \Z")
_FROM = re.compile(
    r"\bfrom (?:(?:an?|the|its|their|last year['’]s|this year['’]s) (?:[a-z'’-]+ ){0,4}(?:of |for |at )?)?"
    r"(?:(?:just|only|about|around|roughly|some|nearly|almost|over|more than|less than) )?\Z"
)
_MOVED = re.compile(
    r"\b(?:up|down|high(?:er)?|low(?:er)?|r[io]se[ns]?|rising|f[ae]ll(?:en|ing|s)?|increas\w+|decreas\w+|gr[eo]w\w*|dropp?\w*|climb\w*|"
    r"jump\w*|rais\w+|cut\w*|lower\w*|reduc\w+|slid\w*|surg\w+|soar\w*|declin\w+|narrow\w*|widen\w*|improv\w+|to|at|revis\w+|swel\w+|"
    r"shr[aiu]nk\w*|plung\w+|tumbl\w+|double\w?|tripled?|gain\w*|eas\w+|slow\w*|quicken\w*|accelerat\w+|mov\w+|went|go\w*|chang\w+)\b[^.;]*\Z"
)
_REACH = 60
_LINKED = 16


def quantities(text: str) -> tuple[Figure, ...]:
    """Return every quantity expression of `text` in order, in the unit it is printed in.

    Unit words keep their code, cents and pence are not converted, a bare number has the unit `count` with its noun, and a
    conversion in brackets is a quantity of its own. Never raises.
    """
    fold = folded(text)
    found = amounts(text, fold)
    read: list[Figure] = []
    taken = -1
    for index, low in enumerate(found):
        if index == taken:
            continue
        other = _after_bracket(text, found, index)
        pair = _range(text, fold, low, found[other]) if other < len(found) else None
        taken = other if pair else taken
        read.append(pair or _single(text, fold, low))
    return tuple(read)


def _after_bracket(text: str, found: tuple[Amount, ...], index: int) -> int:
    """Return the index of the next amount, past the conversion in brackets right behind this one."""
    bracket = _BRACKET.match(text, found[index].end)
    other = index + 1
    while bracket and other < len(found) and found[other].end < bracket.end():
        other += 1
    return other


def _single(text: str, fold: str, amount: Amount) -> Figure:
    quantity = Quantity(amount.value, amount.unit or "count", "exact", None, amount.scale)
    return _placed(text, fold, amount, amount.end, quantity)


def _range(text: str, fold: str, low: Amount, high: Amount) -> Figure | None:
    """Read two amounts as the ends of one range, None if they are two figures."""
    bracket = _BRACKET.match(fold, low.end)
    between = fold[bracket.end() if bracket else low.end : high.start]
    if len(between) > _LINKED:
        return None
    before = fold[max(0, low.start - _REACH) : low.start]
    ranged = bool(_RANGED.search(before))
    if not (_LINK.match(between) or (ranged and _AND.match(between))):
        return None
    if not ranged and before.endswith("from "):
        return None
    return _joined(text, fold, low, high)


def _joined(text: str, fold: str, low: Amount, high: Amount) -> Figure | None:
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        return None
    if "portion" in (low.form, high.form) or (low.unit and not high.unit and not low.money):
        return None
    shares = not low.scale and high.scale and 0 < low.printed < high.printed
    value = low.value.scaleb(high.scale) if shares else low.value
    if high.value < 0 <= value or value >= high.value:
        return None
    unit = high.unit or low.unit
    quantity = Quantity(value, unit or "count", "range", high.value, high.scale)
    whole = Amount(
        low.start, high.end, Span(low.start, high.end), value, low.printed, high.scale, unit, high.form, high.time, high.money
    )
    return _placed(text, fold, whole, high.end, quantity)


def _placed(text: str, fold: str, amount: Amount, end: int, quantity: Quantity) -> Figure:
    front = None if amount.time and fold[amount.start - 5 : amount.start] in ("over ", "near ") else bounds.before(text, fold, amount.start)
    back = None if front else bounds.behind(fold, end)
    start, stop = (front.start if front else amount.start), (back.end if back else end)
    code = quantity.bound if quantity.bound == "range" else (front or back or _EXACT).code
    if code == "range" and quantity.high is None:
        code, start = "exact", amount.start
    noun = nouns.counted(text, end) if amount.unit is None or amount.time else None
    return Figure(
        Span(start, stop),
        amount.number,
        Quantity(quantity.value, quantity.unit, code, quantity.high, quantity.scale),
        noun=noun,
        role=_role(fold, start, amount),
        per=nouns.rate(text, end),
    )


def _role(fold: str, start: int, amount: Amount) -> str:
    before = fold[max(0, start - _REACH) : start]
    found = _FROM.search(before)
    if found is None:
        return "amount"
    if amount.unit is None and not _MOVED.search(before[: found.start()]):
        return "amount"
    return "from"


_EXACT = bounds.Bound("exact", 0, 0)
