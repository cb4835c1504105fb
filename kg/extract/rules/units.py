"""Units beside a number: which code the words or signs before and behind it stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.numerals import Numeral
from kg.extract.rules.wording import alternation
from kg.lexicon import codes

_REACH = 22


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that stands at `start`..`end` of the text. `time` marks units of time, `hyphen` one joined by a hyphen."""

    code: str
    start: int
    end: int
    time: bool = False
    money: bool = False
    hyphen: bool = False


def before(text: str, start: int) -> Unit | None:
    """Return the currency whose sign stands right before position `start` of `text`."""
    if not start or not (text[start - 1] in _ends() or (text[start - 1].isspace() and start > 1 and text[start - 2] in _ends())):
        return None
    left = max(0, start - _REACH)
    found = _sign_before().search(text[left:start])
    return Unit(_signs()[_squeezed(found[1])], left + found.start(1), start, money=True) if found else None


def behind(text: str, fold: str, numeral: Numeral) -> Unit | None:
    """Return the unit whose word or sign stands right behind `numeral`."""
    found = _word_behind().match(fold, numeral.span.end) or _sign_behind().match(text, numeral.span.end)
    if found is None:
        return None
    printed = found[1]
    code = _words().get(printed) or _signs()[_squeezed(printed)]
    if (code, printed) in _doubtful() and not (numeral.scale or numeral.value >= 1000):  # noqa: PLR2004 - "won" of 3 games
        return None
    hyphen = text[numeral.span.end] == "-"
    return Unit(code, numeral.span.end, found.end(), code in _times(), is_money(code), hyphen)


def is_money(code: str) -> bool:
    """Tell whether a code is a currency's or that of a part of one (cent)."""
    return code in codes.scheme("currencies") or code in parts_of_money()


def is_time(code: str) -> bool:
    """Tell whether a code is a unit of time."""
    return code in _times()


@cache
def parts_of_money() -> Mapping[str, tuple[str, int]]:
    """Return code -> (currency, how many make one) for cents and their like."""
    units = codes.scheme("units").values()
    return {u.code: (u.facts["partOf"][0], int(u.facts["parts"][0])) for u in units if "partOf" in u.facts}


def label(word: str) -> str | None:
    """Return the code of a unit word ("gallon", "sq m"), None if it is none."""
    return _words().get(word)


def _squeezed(sign: str) -> str:
    return re.sub(r"\s", "", sign)


@cache
def _words() -> Mapping[str, str]:
    concepts = [*codes.scheme("units").values(), *codes.scheme("currencies").values()]
    return {word.lower(): c.code for c in concepts for word in (*c.words, *c.facts.get("doubtfulWord", ()))}


@cache
def _doubtful() -> frozenset[tuple[str, str]]:
    concepts = codes.scheme("currencies").values()
    return frozenset((c.code, word) for c in concepts for word in c.facts.get("doubtfulWord", ()))


@cache
def _signs() -> Mapping[str, str]:
    concepts = [*codes.scheme("units").values(), *codes.scheme("currencies").values()]
    signs = {_squeezed(sign): c.code for c in concepts for sign in c.facts.get("sign", ())}
    return signs | {code: code for code in codes.scheme("currencies")}


@cache
def _times() -> frozenset[str]:
    return frozenset(c.code for c in codes.scheme("units").values() if c.facts.get("dimension") == ("time",))


@cache
def _printed_signs(*, money_only: bool) -> tuple[str, ...]:
    concepts = list(codes.scheme("currencies").values())
    signs = [sign for c in concepts for sign in c.facts.get("sign", ())] + [c.code for c in concepts]
    if not money_only:
        signs += [sign for c in codes.scheme("units").values() for sign in c.facts.get("sign", ())]
    return tuple(signs)


@cache
def _ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _printed_signs(money_only=True)) | {"n"}


@cache
def _sign_before() -> re.Pattern[str]:
    signs = alternation([*_printed_signs(money_only=True), "sen"]).replace(r"\ ", r"\s?")
    return re.compile(rf"(?<![A-Za-z0-9])({signs})\s?\Z")


@cache
def _sign_behind() -> re.Pattern[str]:
    signs = alternation(_printed_signs(money_only=False)).replace(r"\ ", r"\s?")
    return re.compile(rf"[\s-]?({signs})(?:(?<!\w)|(?!\w))(?!\s?[0-9])")


@cache
def _word_behind() -> re.Pattern[str]:
    return re.compile(rf"[ -]?({alternation(_words())})(?!\w)")
