"""Numbers with their unit: a numeral or portion together with the signs and words right beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.extract.rules.numbers import units
from kg.extract.rules.numbers.numerals import Numeral, numerals, plain, scale_signs
from kg.extract.rules.numbers.portions import Portion, portions
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import alternation, code_of
from kg.model import Span

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CHAIN = re.compile(r"[0-9]+\)?(?:[-/:][0-9]+){2,}(?![0-9]*[,.][0-9])|[0-9]{4}-[0-9]{2}(?!\w)|[0-9]+\]")
_DOLLAR = "USD"
_BETWEEN = frozenset({" ", " and ", ", "})
_BEHIND_COUNTRY = r"(?=[,;)]| (?:an?|per|in|on|for|to|by)\b|\.?\s*\Z)"
_MINUS = "-−–"
_MINUS_WORD = re.compile(r"(?<![\w-])(?<!or )minus[ -]\Z")
_LATE_SCALE = Construction(r" (?:(?P<m>{scales:6}|m)|(?P<bn>{scales:9}|b)|(?P<tn>{scales:12}))(?!\w)")
_LATIN = "\u024f"
_SPACED = re.compile(r"[ \u00a0\u202f\u2009]000(?![0-9])")
_LATE_POWER = {"m": 6, "bn": 9, "tn": 12}
_METRES = Construction(
    r"m(?: ?\([0-9][0-9,.]* ?-?(?:ft|yd|{units:ft|units:yd})\)|[ -](?:{dimension}|above|below)\b(?!-))"
)
_CAPITAL_BEHIND = re.compile(r" [A-Z][a-z]")
_PERCENT_LABEL = Construction(r"\s*({units:percent}(?: of |\s?[:=]\s?))")
_LINE_END = re.compile(r"[ \t.]*(?:\n|\Z)")
_RANGE_BEFORE = re.compile(r"(?:[0-9]{2}|[a-z])-to-\Z")
_TIMES = Construction(
    r"[ -]times (?!over (?:the|an?|its|their|this|that|these|those) )"
    r"(?=(?:{comparative|number-contexts:ratio})\b"
    r"|(?:(?!{grammar:preposition|grammar:conjunction}\b)[\w&.-]+ ){0,2}?[\w&.-]+['’]s? [\w$€£¥])"
)
_TIMES_ALONE = re.compile(r"[ -]times(?![\w-])")
_GREW_BY = Construction(r"\b{change-verb} (?:by )?(?:{grammar:focus|bounds:*} ){0,2}\Z")
_GREW_REACH = 40
"""What makes a number of times a multiple: "rose 3.5 times", no "rose four times this year"."""
_FOLD = re.compile(r"-?fold(?!\w)|[xX×](?!\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `start`..`end` with its unit, None for a bare number. `printed` is the number before its scale word.

    `form`: digits, words or portion. `high` is where an order of magnitude ends ("tens of millions").
    """

    start: int
    end: int
    value: Decimal
    printed: Decimal
    scale: int
    unit: str | None
    form: str
    money: bool = False
    high: Decimal | None = None


def amounts(text: str, fold: str) -> tuple[Amount, ...]:
    """Return the numbers of `text` with their units in order, without parts of codes, dates and addresses."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "//" in text or "www." in text else []
    numbers = _with_cents(fold, _numbers(text, fold))
    read = [*_labelled(text, fold, numbers), *(_portion(portion) for portion in portions(text, fold))]
    return tuple(_free(_apart(read), addresses))


def _numbers(text: str, fold: str) -> Iterator[Amount]:
    end = 0
    for numeral in numerals(text, fold):
        if numeral.span.start < end:
            continue
        chain = _chain(text, numeral)
        if chain:
            end = chain
            continue
        found = _amount(text, fold, numeral, end)
        if found is not None:
            yield found
            end = found.end


def _with_cents(fold: str, numbers: Iterable[Amount]) -> Iterator[Amount]:
    """Join "3 dollars 50 cents" into one amount."""
    held: Amount | None = None
    for amount in numbers:
        part = units.parts_of_money().get(amount.unit or "")
        if held and part and part[0] == held.unit and not held.scale and fold[held.end : amount.start] in _BETWEEN:
            value = plain(held.value + amount.value / part[1])
            held = Amount(held.start, amount.end, value, value, 0, held.unit, held.form, money=True)
            continue
        if held:
            yield held
        held = amount
    if held:
        yield held


def _labelled(text: str, fold: str, numbers: Iterable[Amount]) -> Iterator[Amount]:
    """Read a line that is a percentage by its label: "Percent: 12.5", "per cent of 210"."""
    for amount in numbers:
        start = text.rfind("\n", 0, amount.start) + 1
        label = None if amount.unit else _PERCENT_LABEL.fullmatch(fold, start, amount.start)
        if label and _LINE_END.match(text, amount.end):
            yield replace(amount, start=label.start(1), unit="percent")
        else:
            yield amount


def _chain(text: str, numeral: Numeral) -> int:
    """Return where a date, a phone number or a reference in brackets that starts with the number ends, else 0."""
    if numeral.form != "digits":
        return 0
    found = _CHAIN.match(text, numeral.span.start)
    if found is None or (found[0].endswith("]") and text[numeral.span.start - 1 : numeral.span.start] != "["):
        return 0
    return found.end()


def _amount(text: str, fold: str, numeral: Numeral, previous: int) -> Amount | None:
    """Read a number with its sign and units; None within a code or name. `previous` is where the last one ended."""
    start, sign = _signed(text, fold, numeral.span.start)
    front = units.before(text, start, numeral) if numeral.form == "digits" else None
    if front is not None and front.start >= previous:
        start, outer = _signed(text, fold, front.start)
        sign *= outer
    else:
        front = None
    back = units.behind(text, fold, numeral)
    if front is not None and back is not None and (millions := _in_millions(text, numeral, back)):
        numeral, back = millions, None
    if front is not None and back is not None and _next_one_s(text, front, back):
        back = None
    if front is not None and back is not None and back.code != front.code:
        front, back = (back, back) if _both_use(text, front, back) else (front, None)
    end = back.end if back else numeral.span.end
    if front and not back and front.code == _DOLLAR and (country := _country_behind().match(text, end)):
        front, end = replace(front, code=_dollars().get(country["country"], _DOLLAR)), country.end()
    if (front is None and _inside_code(text, start, previous)) or _runs_on(text, end, unit=back is not None):
        return None
    unit = back or front
    if back and _name(text, numeral, back):
        return None
    if unit is None and numeral.letter and _METRES.match(fold, numeral.span.end - 1):
        metres = Numeral(numeral.span, numeral.printed, numeral.printed)
        return Amount(start, end, plain(metres.value * sign), numeral.printed, 0, "m", numeral.form)
    if unit is None:
        return _bare(fold, numeral, start, sign)
    value, scale, end = _late_scale(fold, numeral, unit, end)
    value = plain(value * sign)
    return Amount(start, end, value, numeral.printed, scale, unit.code, numeral.form, unit.money, numeral.high)


def _in_millions(text: str, numeral: Numeral, unit: units.Unit) -> Numeral | None:
    """Read the sign of millions that is one of length elsewhere: "$500mm"."""
    power = scale_signs().get(text[unit.start : unit.end].strip().upper())
    if power is None or numeral.scale:
        return None
    value = plain(numeral.value.scaleb(power))
    return replace(numeral, span=Span(numeral.span.start, unit.end), value=value, scale=power)


def _next_one_s(text: str, front: units.Unit, back: units.Unit) -> bool:
    """Tell whether a code behind an amount is that of the next one: "USD 31-USD 33 billion"."""
    return back.code == front.code and text[back.end : back.end + 2].strip()[:1].isdigit()


def _both_use(text: str, front: units.Unit, back: units.Unit) -> bool:
    """Tell whether the word behind says which of the currencies of one sign is meant: "¥30bn yuan", "$5m CAD"."""
    sign = text[front.start : front.end].strip()
    return (sign == "¥" and back.code == "CNY") or (sign == "$" and back.code in _dollars().values())


def _name(text: str, numeral: Numeral, unit: units.Unit) -> bool:
    """Tell whether a number in words, its unit and the next word are one name in capitals ("Three Mile Island")."""
    if numeral.form != "words" or numeral.scale or unit.money or unit.code == "percent":
        return False
    first, second = text[numeral.span.start], text[unit.start : unit.end].lstrip(" -")[:1]
    return first.isupper() and second.isupper() and _CAPITAL_BEHIND.match(text, unit.end) is not None


def _bare(fold: str, numeral: Numeral, start: int, sign: int) -> Amount:
    end, unit = numeral.span.end, None
    found = _FOLD.match(fold, end) or _TIMES.match(fold, end)
    if not found and "." in fold[start:end] and _GREW_BY.search(fold, max(0, start - _GREW_REACH), start):
        found = _TIMES_ALONE.match(fold, end)
    if found:
        end, unit = end + len(found[0].rstrip()), "ratio"
    value = plain(numeral.value * sign)
    return Amount(start, end, value, numeral.printed, numeral.scale, unit, numeral.form, high=numeral.high)


@cache
def _dollars() -> Mapping[str, str]:
    """Return "Canadian" -> CAD for each kind of dollars that is called so."""
    ending = " dollars"
    called = ((word, code) for word, code in code_of("currencies").items() if word.endswith(ending))
    return {word.removesuffix(ending): code for word, code in called if word[0].isupper()}


@cache
def _country_behind() -> re.Pattern[str]:
    return re.compile(rf" (?P<country>{alternation(('US', 'U.S.', *_dollars()))}){_BEHIND_COUNTRY}")


def _signed(text: str, fold: str, start: int) -> tuple[int, int]:
    """Return where a sign before `start` begins and the factor it stands for."""
    if not start:
        return start, 1
    mark = text[start - 1]
    open_before = start == 1 or not (text[start - 2].isalnum() or text[start - 2] in ")%.,")
    if mark in _MINUS and open_before and text[start - 2 : start - 1] not in _MINUS:
        return start - 1, -1
    if mark == "+" and open_before:
        return start - 1, 1
    if found := _MINUS_WORD.search(fold[max(0, start - 12) : start]):
        return start - len(found[0]), -1
    return start, 1


def _inside_code(text: str, start: int, previous: int) -> bool:
    """Tell whether letters or marks before the number make it part of a code, a date or another number."""
    if not start:
        return False
    mark = text[start - 1]
    if mark.isalnum() or mark in "_#@\\&":
        return True
    if mark == "-" and (
        text[max(0, start - 4) : start].lower() == "sub-" or _RANGE_BEFORE.search(text[max(0, start - 8) : start])
    ):
        return False
    if mark in "-–—":
        return start - 1 > previous and start > 1 and text[start - 2].isalnum() and mark == "-"
    return mark in "/:.," and start > 1 and text[start - 2].isalnum() and start - 1 >= previous


def _runs_on(text: str, end: int, *, unit: bool) -> bool:
    """Tell whether what follows makes the number part of a code ("18A", "3rd") or of an amount in another script."""
    behind = text[end : end + 2]
    if not behind:
        return False
    first = behind.lstrip()[:1]
    if first.isalpha() and first > _LATIN:
        return True
    if behind[0].isalnum() or behind[0] == "_":
        return not unit and not _FOLD.match(text, end)
    return (behind[0] in ":/" and behind[1:].isdigit()) or bool(_SPACED.match(text, end))


def _late_scale(fold: str, numeral: Numeral, unit: units.Unit, end: int) -> tuple[Decimal, int, int]:
    """Read the scale word that stands behind the currency ("75 USD million") or apart as a letter ("$5 B")."""
    if unit.scale:
        return numeral.value.scaleb(unit.scale), unit.scale, end
    if unit.money and not numeral.scale and (found := _LATE_SCALE.match(fold, end)):
        power = _LATE_POWER[found.lastgroup or "m"]
        return numeral.value.scaleb(power), power, found.end()
    return numeral.value, numeral.scale, end


def _portion(portion: Portion) -> Amount:
    span = portion.span
    return Amount(span.start, span.end, portion.value, portion.value, 0, portion.unit, "portion")


def _apart(read: Iterable[Amount]) -> Iterator[Amount]:
    """Yield amounts that do not overlap: of two that do, the longer one."""
    held: Amount | None = None
    for amount in sorted(read, key=lambda amount: (amount.start, -amount.end)):
        if held is None or amount.start >= held.end:
            if held is not None:
                yield held
            held = amount
        elif amount.end - amount.start > held.end - held.start:
            held = amount
    if held is not None:
        yield held


def _free(read: Iterable[Amount], addresses: list[tuple[int, int]]) -> Iterator[Amount]:
    index = 0
    for amount in read:
        while index < len(addresses) and addresses[index][1] <= amount.start:
            index += 1
        if index == len(addresses) or addresses[index][0] >= amount.end:
            yield amount
