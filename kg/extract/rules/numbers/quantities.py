"""Every quantity of a text: number, unit, bound, range, what is counted and what a rate is per.

`quantities` reads all; `figures.py` keeps those that say how much or how many and folds in conversions in brackets.
"""

import re
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.numbers import bounds, labels, nouns, units
from kg.extract.rules.numbers.amounts import Amount, amounts
from kg.extract.rules.numbers.numerals import plain
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.matcher import folded
from kg.model import Quantity, Span

_LINK = Construction(r"(?: ?[-–—~] ?|-to-|-?(?: to )-?(?:{bounds:about|bounds:up_to} )?| or )\Z")
_TIGHT = re.compile(r" ?[-–—] ?")
_SIDE_BY_SIDE = frozenset({"/", ";", ",", "or"})
_AND = re.compile(r" and \Z")
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_IN_PERCENT = Construction(r"\b{percentage-noun}\b")
"""What can rise by one percentage to another; of "raise prices by 15% to 20%" both are ends of a range."""
_BEHIND_RANGE = Construction(
    r"[0-9](?:%|\s[a-z]+)?(?:\s(?:to|and)\s|\s?[-–]\s?)\S{0,3}[0-9][\d.,]*(?:%|(?:\s[a-z]+){1,2})?(?:\sfor\s[a-z]+)?(?:\s(?:in|for|at|on)\s[^,.;]{2,40})?,?\s"
    r"(?:(?:up|down|{revising})\s)?from\s\Z"
)
_RANGED = Construction(r"(?:{bounds:range}|in (?:the|a) range of) \Z")
_FROM = Construction(
    r"\bfrom (?:(?:an?|the|its|their|(?:last|this) {time-nouns:unit}'s)"
    r" (?:(?!(?:and|but|or|{verbs:auxiliary}) )[a-z'-]+ "
    r"(?:(?!(?:and|but|or|{verbs:auxiliary}|(?<!ly ){change-verb|number-contexts:moved|notions:amounts-to}) )"
    r"[a-z'-]+ ){0,3})?"
    r"(?:of |for |at )?)?(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_most} )?(?<! to )\Z"
)
"""What leads from an old value; "rose from a year earlier to" and "sales from its shops rose" lead to the new one."""
_TO_AGAIN = re.compile(r" to (?=\S{0,4}[0-9])")
_OR = re.compile(r" or ")
_OF_THE = Construction(r" (?:out )?of (?:the|its|their|his|her|that|{additive}) (?:{entire} )?")
_GAP = re.compile(r",?(?: [a-z0-9&'’.-]+){0,4},? (?:and|but|while|whereas) (?:[a-z0-9&'’-]+ ){1,8}by ")
_CLAUSE_END = re.compile(r"[.;,](?![0-9])|\s*\Z")
_MOVED_BY = re.compile(r"(?:\bby |\b[a-z]+(?:ed|ose|ew|ell|ank) )\Z")
_HELD_AGAINST = Construction(
    r"(?:[^.;:\n]|\.(?=[0-9]))*?(?:\bfrom|\b{comparison}|\bagainst|\bthan|\b{expectation}s?\s(?:of|for)|\(previously"
    r"|\b(?:before|then|has\ssince)\s{change-verb|number-contexts:moved|grammar:adverb|notions:amounts-to}(?:\s[a-z]+)?\sto"
    r"|\b{foreseers}\s(?:had\s)?{forecasts:verb}) (?:{grammar:focus|bounds:*} )?"
)
_MARK = Construction(
    r"(?:[^.;:\n]|\.(?=[0-9]))*?\b(?:{beside-mark|over-mark|surpassing})\sthe\s(?:{grammar:focus|bounds:*}\s)?"
)
_FORESEEN = Construction(r"\s(?:(?:that|which)\s)?(?:{foreseers|expectation|estimating|forecasts:verb})\b")
"""What stands around a value foreseen of an amount of money: "9 billion euros, above the 8 billion forecast"."""
_AND_WHOSE = Construction(
    r"(?:\s(?:in|on|of|for)\s[^,.;:\n]{2,30}|\s(?:last|this)\s[a-z]+)?"
    r"(?:(?:;|,|,?\s(?:and|while))\s(?:[A-Z][\w&.’'-]*\s){1,3}"
    r"|\sto\s|[;.,]\s(?i:{foreseers})\s(?:had\s)?{forecasts:verb}\s)(?:{grammar:focus|bounds:*}\s)?"
)
"""What leads to another's amount or one of another time: "9 billion euros in revenue; Kestrin 7 billion"."""
_SUM_ENDS = Construction(
    r"\s?[.,;)](?![0-9])|\s*\Z|\s(?:{grammar:preposition|grammar:conjunction|grammar:time|grammar:adverb}|(?:an?|the)\s(?:[a-z]+\s)?{time-nouns:*})\b"
)
_OF_WHICH = Construction(r"[^.;:\n]*\sof\swhich\s(?:{grammar:focus|bounds:*}\s)?")
"""What leads to a part of an amount of money, which is money too: "9 billion euros, of which 3 billion went abroad"."""
_SUM_OF = Construction(r"[^.;:\n]*\b{notions:profit|notions:loss|notions:revenue}\sof\s(?:{grammar:focus|bounds:*}\s)?")
"""What leads to a second result: "turned a loss of 9 million euros into a profit of 3 million"."""
_OF_IT = re.compile(r"\sof\s(?:it|that|this|them)\b")
_OF_ALL = re.compile(r"(?:\A|[.;\n]\s?)of\s(?:the|that|this|its)\s\Z")
_MODEL_NAME = re.compile(r"\b(?:[Tt]he|[Aa]n?|its|their)\s(?:[A-Z][\w-]*\s){1,3}\Z")
_STEPPED = Construction(r"\b(?:up|down|{change-verb|number-contexts:moved}) \Z")
_UP_BY = Construction(r"\b(?:(?:up|{going-up}) by|{notions:rise-by}) \Z")
_STEP = 2
"""How many times a step is in the level that it leads to, at least; a range is seldom so wide."""
_NEARING = Construction(r"{nearing}(?: an?)? \Z")
_DEAL_BEHIND = Construction(r"(?: [a-z-]+){0,2}? (?:{notions:deal|notions:transaction})s?\b")
"""What makes those near it near a deal of just so much: "Acme nears $2 billion deal"."""
_POINT, _POINTS = "percentage-point", Construction(r" {points-of}\b")
_TO, _ALL = Construction(r" to (?:{bounds:*} )?"), 100
_SHARED, _SHARING = re.compile(r",? and "), frozenset({"ratio", "percent", "percentage-point", "MW", "GW"})
_MILLIONS, _ALIKE = 6, 20
_SUM = 1000
_REACH, _POINTS_REACH = 80, 160
_LINKED = 16
_MOVED = Construction(r"\b{change-verb|number-contexts:moved}\b(?:[^.;]|\.(?=[0-9]))*\Z")


def quantities(text: str) -> tuple[Figure, ...]:
    """Return every quantity expression of `text` in order, in the unit it is printed in.

    Unit words keep their code, cents and pence are not converted, a bare number has the unit `count` with its noun, and
    a conversion in brackets is a quantity of its own. Years, days of a month and times of day are none. Never raises.
    """
    return expressions(text, folded(text))


def expressions(text: str, fold: str) -> tuple[Figure, ...]:
    """Return what `quantities` returns, for a caller that has `fold`, the text as `matcher.folded` gives it."""
    found = [one for one in amounts(text, fold) if one.unit or not labels.dated(text, fold, one.start, one.end)]
    for index in range(len(found)):
        found[index] = _of_percentage(fold, found, index) or (_gapped(text, fold, found, index) if index else found[0])
    read: list[Figure] = []
    taken = -1
    for index, low in enumerate(found):
        if index == taken:
            continue
        other = _after_bracket(text, found, index)
        high = found[other] if other < len(found) else None
        pair = _range(text, fold, low, high) if high else None
        taken = other if pair else taken
        figure = pair or _single(text, fold, low, _opened(fold, found, other) if high else None)
        read.append(_bounded_like(text, read[-1], figure) if read else figure)
    return tuple(read)


def _opened(fold: str, found: list[Amount], index: int) -> Amount:
    """Return the amount at `index` in the unit of the range it opens ("to 33-35 billion euros")."""
    low = found[index]
    high = found[index + 1] if index + 1 < len(found) else None
    if high is None or low.unit or not high.unit or not _TIGHT.fullmatch(fold, low.end, high.start):
        return low
    return replace(low, unit=high.unit, scale=low.scale or high.scale)


def _bounded_like(text: str, held: Figure, figure: Figure) -> Figure:
    """Give conversions in brackets the bound of what they convert: "over 9bn yuan ($1.2bn)" is over $1.2bn too."""
    outer, inner = held.quantity, figure.quantity
    if inner.bound != "exact" or outer.bound == "range" or not units.convertible(outer.unit, inner.unit):
        return figure
    between = text[held.span.end : figure.span.start].strip()
    if between != "(" and not (between in _SIDE_BY_SIDE and text[held.span.start - 1 : held.span.start] == "("):
        return figure
    return replace(figure, quantity=replace(inner, bound=outer.bound))


def _after_bracket(text: str, found: list[Amount], index: int) -> int:
    """Return the index of the next amount, past the conversion in brackets right behind this one."""
    bracket = _BRACKET.match(text, found[index].end)
    other = index + 1
    while bracket and other < len(found) and found[other].end < bracket.end():
        other += 1
    return other


def _single(text: str, fold: str, amount: Amount, following: Amount | None) -> Figure:
    """Return one amount as a figure, with the scale or unit that the next one lends it: "9 to 10 million dollars"."""
    unit, value, scale = amount.unit, amount.value, amount.scale
    if unit is None and following and following.unit and _changed_to(fold, amount, following):
        unit, scale = following.unit, scale or following.scale
        value = plain(amount.value.scaleb(scale - amount.scale))
    elif (
        not scale
        and following
        and following.scale
        and unit in (None, following.unit)
        and _shares_scale(fold, amount, following)
    ):
        scale = following.scale
        value = plain(amount.value.scaleb(scale))
    elif unit is None and following and _lends_unit(fold, amount, following):
        unit = following.unit
    elif unit is None and following and following.money and _part_of(fold, amount, following):
        amount = replace(amount, unit=following.unit, money=True)
        unit = following.unit
    return _placed(text, fold, amount, Quantity(value, unit or "count", "exact", amount.high, scale))


def _lends_unit(fold: str, amount: Amount, following: Amount) -> bool:
    """Tell whether a list of two numbers has its unit behind the last one: "20.5 and 18.1 times"."""
    alike = amount.form == following.form == "digits" and not amount.scale and following.unit in _SHARING
    return alike and _SHARED.fullmatch(fold, amount.end, following.start) is not None


def _changed_to(fold: str, low: Amount, high: Amount) -> bool:
    """Tell whether a bare number is the old value whose unit stands behind the new one ("from 4.8 to 4.7 percent")."""
    before = fold[max(0, low.start - _REACH) : low.start]
    return before.endswith("from ") and fold[low.end : high.start] == " to " and high.form == low.form


def _shares_scale(fold: str, low: Amount, high: Amount) -> bool:
    """Tell whether the scale word behind the new value is also that of the old one: "raised from 15 to 19 million"."""
    moved = _MOVED.search(fold[max(0, low.start - _REACH) : low.start]) is not None
    alike = low.unit == high.unit and (low.unit is None or (low.money and low.value <= _ALIKE * high.printed))
    return moved and alike and _changed_to(fold, low, high)


def _part_of(fold: str, part: Amount, whole: Amount) -> bool:
    """Tell whether a bare number is a part of an amount of money ("280 million of the 1.5 billion euros").

    A small number counts things of that price instead ("3 of the $500 phones").
    """
    return (
        part.value >= _SUM and _OF_THE.fullmatch(fold, part.end, whole.start) is not None and part.value < whole.value
    )


def _gapped(text: str, fold: str, found: list[Amount], index: int) -> Amount:
    """Return a bare number in the unit that it leaves out: "one rose 3 percent and the other by 2".

    "Sales were 9 billion kroner, up from 7 billion a year earlier."
    """
    amount, before = found[index], found[index - 1]
    if amount.unit is None and amount.scale >= _MILLIONS:
        opens, held = _sum_before(fold, found, index)
        if held.money and (
            _is_older_sum(text, fold, Span(held.end, opens), amount) or _is_sum_of_sum(fold, held, amount)
        ):
            return replace(amount, unit=held.unit, money=True)
    if amount.unit or before.unit != "percent" or amount.scale or amount.form != before.form:
        return amount
    between = fold[before.end : amount.start]
    if (
        _GAP.fullmatch(between)
        and _CLAUSE_END.match(fold, amount.end)
        and _MOVED_BY.search(fold[max(0, before.start - _REACH) : before.start])
    ):
        return replace(amount, unit="percent")
    return amount


def _of_percentage(fold: str, found: list[Amount], index: int) -> Amount | None:
    """Return a number of points of a percentage: by how many one fell "to 9%", or told beside percentage points."""
    amount = found[index]
    points = _POINTS.match(fold, amount.end) if amount.unit is None and amount.value <= _ALL else None
    if points is None:
        return None
    start = fold.rfind("\n", 0, amount.start) + 1
    told = any(one.unit == _POINT and one.start >= max(start, amount.start - _POINTS_REACH) for one in found[:index])
    behind = found[index + 1] if index + 1 < len(found) else None
    led = behind is not None and behind.unit == "percent" and _TO.fullmatch(fold, points.end(), behind.start)
    return replace(amount, unit=_POINT, end=points.end()) if told or led else None


def _sum_before(fold: str, found: list[Amount], index: int) -> tuple[int, Amount]:
    """Return where the range that a sum ends begins, and the amount before it that is no change and no conversion."""
    at, opens = index - 1, found[index].start
    if at > 0 and found[at].unit is None and _TIGHT.fullmatch(fold, found[at].end, opens):
        at, opens = at - 1, found[at].start
    if at > 0 and (found[at].unit == "percent" or fold.startswith(")", found[at].end)):
        at -= 1
    return opens, found[at]


def _is_older_sum(text: str, fold: str, between: Span, amount: Amount) -> bool:
    """Tell whether a bare sum is what an amount of money is held against, with nothing behind it that it counts."""
    if between.end - between.start > _REACH:
        return False
    if _FORESEEN.match(fold, amount.end):
        return _MARK.fullmatch(fold, between.start, between.end) is not None
    if _SUM_ENDS.match(fold, amount.end) is None:
        return False
    if _HELD_AGAINST.fullmatch(fold, between.start, between.end):
        return True
    return _AND_WHOSE.fullmatch(text, between.start, between.end) is not None


def _is_sum_of_sum(fold: str, before: Amount, amount: Amount) -> bool:
    """Tell whether a bare sum is a part of the amount of money before it, or another result beside it."""
    if amount.start - before.end > _REACH:
        return False
    if _OF_WHICH.fullmatch(fold, before.end, amount.start):
        return True
    if fold[before.end : amount.start] == ", ":
        opened = _OF_ALL.search(fold, max(0, before.start - _REACH), before.start)
        return opened is not None or _OF_IT.match(fold, amount.end) is not None
    if _SUM_ENDS.match(fold, amount.end) is None:
        return False
    return _SUM_OF.fullmatch(fold, before.end, amount.start) is not None


def _range(text: str, fold: str, low: Amount, high: Amount) -> Figure | None:
    """Read two amounts as the ends of one range, None if they are two figures."""
    bracket = _BRACKET.match(fold, low.end)
    between = fold[bracket.end() if bracket else low.end : high.start]
    if len(between) > _LINKED or "\n" in text[low.end : high.start]:
        return None
    if bracket and "%" in bracket[0] and low.unit != "percent":
        return None  # "fell $2.10 (1.2%) to $180.40"
    before = fold[max(0, low.start - _REACH) : low.start]
    ranged = bool(_RANGED.search(before))
    if not (_LINK.match(between) or (ranged and _AND.match(between))):
        return None
    if not ranged and " to " in between and (_is_change(fold, before, low, high) or _names_model(text, low)):
        return None
    return _joined(text, fold, low, high)


def _names_model(text: str, low: Amount) -> bool:
    """Tell whether a bare number is that of a model: "raised its forecast for the Switch 2 to 19 million"."""
    bare = low.unit is None and not low.scale and low.form == "digits"
    return bare and _MODEL_NAME.search(text, max(0, low.start - _REACH), low.start) is not None


def _is_change(fold: str, before: str, low: Amount, high: Amount) -> bool:
    """Tell whether "to" leads from an old value or a step to the new value instead of spanning a range."""
    if before.endswith("by "):
        if low.money and high.value <= _STEP * low.value and _UP_BY.search(before):
            return False  # "push costs up by $1.8 billion to $1.9 billion"
        return high.unit != "percent" or _IN_PERCENT.search(before) is not None
    if low.money and low.unit == high.unit and high.value > _STEP * low.value and _STEPPED.search(before):
        return low.scale >= _MILLIONS  # "was down $3.3 billion to $7.6 billion"
    if not before.endswith("from ") or _TO_AGAIN.match(fold, high.end):
        return False
    if _BEHIND_RANGE.search(before):
        return False  # "8% to 14%, down from 13% to 21%"
    return _MOVED.search(before) is not None


def _joined(text: str, fold: str, low: Amount, high: Amount) -> Figure | None:
    """Return two amounts as one range, None where units, sizes or signs say that they are none."""
    if (low.unit is not None and high.unit is not None and low.unit != high.unit) or "portion" in (low.form, high.form):
        return None
    if low.high is not None or high.high is not None:
        return None
    if low.unit and not high.unit and not low.money:
        return None
    shares = not low.scale and high.scale and 0 < low.printed < high.printed
    value = plain(low.value.scaleb(high.scale)) if shares else low.value
    if high.value < 0 <= value or value >= high.value:
        return None
    unit, money = (high.unit, high.money) if high.unit else (low.unit, low.money)
    whole = Amount(low.start, high.end, value, low.printed, high.scale, unit, high.form, money)
    return _placed(text, fold, whole, Quantity(value, unit or "count", "range", high.value, high.scale))


def _placed(text: str, fold: str, amount: Amount, quantity: Quantity) -> Figure:
    """Return the figure that a quantity makes with its bound, what it counts, its role and "per" what it is."""
    lasting = units.is_time(quantity.unit)
    front = bounds.before(text, fold, amount.start)
    if front is not None and lasting and text[front.start : amount.start].strip().lower() in {"over", "near", "under"}:
        front = None
    nears = front is not None and _NEARING.fullmatch(fold, front.start, amount.start)
    if nears and _DEAL_BEHIND.match(fold, amount.end):
        front = None
    back = None if front else bounds.behind(fold, amount.end) or bounds.within(fold, amount.start, amount.end)
    noun = nouns.counted(text, back.end if back else amount.end) if amount.unit is None or lasting else None
    code, start = (front.code, front.start) if front else (back.code if back else "exact", amount.start)
    if quantity.high is not None:
        code = "range"
    elif code == "range":
        code, start = "exact", amount.start
    if code == "exact" and noun and (loose := bounds.behind(fold, noun.end)) and _OR.match(fold, noun.end):
        code = loose.code
    return Figure(
        span=Span(start, back.end if back else amount.end),
        number=Span(amount.start, amount.end),
        quantity=Quantity(quantity.value, quantity.unit, code, quantity.high, quantity.scale),
        noun=noun,
        role=_role(fold, start, amount),
        per=_per(text, amount, noun),
    )


def _per(text: str, amount: Amount, noun: Span | None) -> str | None:
    """Return what the amount is per: right behind it, behind its conversion in brackets, or behind what is counted."""
    bracket = _BRACKET.match(text, amount.end) if amount.money else None
    if bracket and any(mark.isdigit() for mark in bracket[0]):
        return nouns.rate(text, bracket.end())
    if noun is not None and amount.unit is None:
        return nouns.rate(text, noun.end)
    return nouns.rate(text, amount.end)


def _role(fold: str, start: int, amount: Amount) -> str:
    before = fold[max(0, start - _REACH) : start]
    found = _FROM.search(before)
    if found is None:
        return "amount"
    parted = amount.unit is None or found[0].endswith(" for ")  # "bought from the group for $4 billion"
    return "amount" if parted and not _MOVED.search(before[: found.start()]) else "from"
