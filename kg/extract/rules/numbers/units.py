"""Units beside a number: which code the words or signs before and behind it stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.numbers.numerals import Numeral
from kg.extract.rules.numbers.shared_words import meant, sharing
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, code_of

_REACH = 22
_MILLION = 6
_PRICE = re.compile(r",|\.[0-9]{2}\Z")
_OR_MORE = "+"
_PENCE, _CENTS = "p", "c"
_WORD_BEFORE = re.compile(r"(?:\A|[\s(])[a-z-]+,? \Z")
_LINES = frozenset({"240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"})
"""How many lines screens have ("1080p")."""
_SHARE_AT = Construction(r"\b(?:{notions:share-price}|{trading})\b[^.;\n]*?\sat\s(?:{grammar:focus|bounds:about}\s)?\Z")
_SHARE_REACH = 90
_A_SHARE = Construction(r"\s{notions:per-share}\b")
"""What makes "pounds" money behind a number that may also be a weight: "shares closed at 24.10 pounds"."""
_WEIGHED = Construction(r"\b{weighing}\s(?:{grammar:focus|bounds:*}\s)?\Z")
"""What makes "pounds" a weight: "vehicles heavier than 9,000 pounds"."""
_NOT_MEASURED = frozenset({"percent", "percentage-point", "basis-point", "ratio", "rank", "count"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at `start`..`end` of the text. `scale` is 6 where an M before the code says millions ("MEUR")."""

    code: str
    start: int
    end: int
    money: bool = False
    scale: int = 0


def before(text: str, start: int, numeral: Numeral) -> Unit | None:
    """Return the currency whose sign stands right before position `start` of `text`, that of `numeral` or its sign."""
    near = text[max(0, start - 2) : start].rstrip()
    if not near or near[-1] not in _ends():
        return None
    left = max(0, start - _REACH)
    found = _sign_before().search(text[left:start])
    if found is None or (
        found[1] in _doubtful_signs() and not (found.end(1) == start - left and _priced(text, numeral, found[1]))
    ):
        return None
    doubtful = _doubtful_signs().get(found[1])
    code, scale = (doubtful, 0) if doubtful else _signs()[_squeezed(found[1])]
    return Unit(code, left + found.start(1), start, money=True, scale=scale)


def behind(text: str, fold: str, numeral: Numeral) -> Unit | None:
    """Return the unit whose word or sign stands right behind `numeral`."""
    end = numeral.span.end
    if numeral.high is not None and fold.startswith(" of ", end):
        end += len(" of")
    end += text.startswith(_OR_MORE, end)  # "a 100+ megawatt site"
    found = _word_behind().match(fold, end) or _sign_behind().match(text, end)
    if found is None:
        return None
    printed = found[1]
    if printed == _PENCE and (numeral.scale or found.start(1) > end or numeral.span.of(text) in _LINES):
        return None
    if printed == _CENTS and not _cents(text, numeral, found.start(1)):
        return None
    code, scale = _signs().get(_squeezed(printed), (_words().get(printed), 0))
    if printed in code_of("currencies", "doubtfulWord") and _is_sum(text, fold, numeral, found.end()):
        code = code_of("currencies", "doubtfulWord")[printed]
    if printed in sharing() and (code or _is_sum(text, fold, numeral, found.end())):
        code = meant(text, printed) or code
    return Unit(code, end, found.end(), is_money(code), scale) if code else None


def _is_sum(text: str, fold: str, numeral: Numeral, end: int) -> bool:
    """Tell whether a number before a doubtful word is written as money is, equals some, or is what a share costs."""
    start = numeral.span.start
    if _WEIGHED.search(fold, max(0, start - _SHARE_REACH), start):
        return False
    written = numeral.scale or "," in numeral.span.of(text) or text.endswith("= ", 0, start)
    led = _SHARE_AT.search(fold, max(0, start - _SHARE_REACH), start)
    return bool(written or led or _A_SHARE.match(fold, end))


def _cents(text: str, numeral: Numeral, start: int) -> bool:
    """Tell whether a c at `start` stands for cents ("fell 14c") rather than in the name of a product ("iPhone 5c")."""
    begin = numeral.span.start
    glued = start == numeral.span.end and not numeral.scale
    return glued and _WORD_BEFORE.search(text[max(0, begin - _REACH) : begin]) is not None


def _priced(text: str, numeral: Numeral, sign: str) -> bool:
    """Tell whether a number is written as an amount of money rather than as that of a product ("PS5", "R2", "Y2K")."""
    printed = numeral.span.of(text)
    if len(sign) == 1:
        return numeral.scale >= _MILLION and printed[-1].islower()
    return numeral.scale > 0 or _PRICE.search(printed) is not None


def is_money(code: str) -> bool:
    """Tell whether a code is a currency's or that of a part of one (cent)."""
    return code in codes.scheme("currencies") or code in parts_of_money()


def convertible(one: str, other: str) -> bool:
    """Tell whether an amount in one unit can be the conversion of an amount in the other."""
    if one == other or one in _NOT_MEASURED or other in _NOT_MEASURED:
        return False
    return is_money(one) == is_money(other)


def is_time(code: str) -> bool:
    """Tell whether a code is a unit of time."""
    return code in _times()


@cache
def parts_of_money() -> Mapping[str, tuple[str, int]]:
    """Return code -> (currency, how many make one) for cents and their like."""
    units = codes.scheme("units").values()
    return {
        u.code: (u.facts["wholeUnit"][0], int(u.facts["partsPerWhole"][0])) for u in units if "wholeUnit" in u.facts
    }


def of_word(word: str) -> str | None:
    """Return the code of a unit word ("gallon", "sq m"), None if it is none."""
    return _words().get(word)


def _squeezed(sign: str) -> str:
    return re.sub(r"\s", "", sign)


@cache
def _words() -> Mapping[str, str]:
    listed = (code_of(scheme).items() for scheme in ("units", "currencies"))
    return {word.lower(): code for pairs in listed for word, code in pairs}


@cache
def _signs() -> Mapping[str, tuple[str, int]]:
    concepts = [*codes.scheme("units").values(), *codes.scheme("currencies").values()]
    signs = {_squeezed(s): (c.code, 0) for c in concepts for s in c.facts.get("sign", ())}
    iso = codes.scheme("currencies")
    return {f"M{code}": (code, _MILLION) for code in iso} | signs | {code: (code, 0) for code in iso}


@cache
def _times() -> frozenset[str]:
    return frozenset(c.code for c in codes.scheme("units").values() if c.facts.get("dimension") == ("time",))


@cache
def _doubtful_signs() -> Mapping[str, str]:
    return code_of("currencies", "doubtfulSign")


@cache
def _printed_signs(*schemes: str) -> tuple[str, ...]:
    signs = [sign for scheme in schemes for c in codes.scheme(scheme).values() for sign in c.facts.get("sign", ())]
    iso = codes.scheme("currencies")
    return (*signs, *iso, *(f"M{code}" for code in iso))


@cache
def _ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in (*_printed_signs("currencies"), *_doubtful_signs(), *_parts_before()))


@cache
def _parts_before() -> tuple[str, ...]:
    known = codes.scheme("units")
    return tuple(sign for code in parts_of_money() for sign in known[code].facts.get("sign", ()) if sign.isalpha())


@cache
def _sign_before() -> re.Pattern[str]:
    signs = alternation((*_printed_signs("currencies"), *_doubtful_signs(), *_parts_before())).replace(r"\s+", r"\s?")
    return re.compile(rf"(?<![A-Za-z0-9])({signs})\s?\Z")


@cache
def _sign_behind() -> re.Pattern[str]:
    signs = alternation(_printed_signs("currencies", "units")).replace(r"\s+", r"\s?")
    return re.compile(rf"[\s-]?({signs})(?:(?<!\w)|(?!\w))(?!\s?[0-9])")


@cache
def _word_behind() -> re.Pattern[str]:
    return re.compile(rf"[ -]?({alternation([*_words(), *code_of('currencies', 'doubtfulWord'), *sharing()])})(?!\w)")
