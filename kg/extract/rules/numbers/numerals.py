"""Numbers as printed, in digits or words, with their scale words: where they stand and what they are worth.

Grammar: digits with separators ("1,250", "12,34,567", "5.5") and scale ("5.5 billion", "20B", "1-million"), number
words ("four million", "two hundred and fifty"), "a dozen", "half a million", "two and a half", "tens of millions".
Fractions, multiples and ranks ("a third", "doubling", "second") are in `portions.py`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, as_listed, code_of
from kg.model import Span

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"))
_PLAIN_SPACE = {**_SPACES, ord(" "): None}
_DIGITS = re.compile(
    r"[1-9][0-9]{0,2}(?: [0-9]{3})*(?: 000|(?: [0-9]{3}){2})(?![0-9.,]*[0-9])"
    rf"|[0-9]{{1,3}}(?:[{''.join(map(chr, _SPACES))}][0-9]{{3}}(?![0-9]))+(?:\.[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
)
"""Thousands are parted by commas, or by a narrow or unbreakable space as SI has them, at which no line may end.

A plain space parts them only where it can part nothing else: before the last three zeros, and twice in a row.
"""
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_AND_PART = re.compile(
    r"(?:[ -]and)[ -](?:(?P<half>an?[ -]half)|(?P<quarter>an?[ -]quarter)|(?P<three>three[ -]quarters))(?![\w])"
)
_PART_OF = re.compile(
    r"(?:(?P<half>half)|(?P<three>three[ -]quarters)|(?:an? |one[ -])?quarter)(?: of)?(?: an?)?[ -]\Z"
)
_EXPONENT = re.compile(r"(?:\s?[x×·*]\s?10)?(?:\^\(?(?P<raised>[0-9]{1,2})\)?|(?P<above>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\w)")
"""What makes a number a power of ten, or of ten what it counts: "10^26", "1.5 × 10²⁶"."""
_ABOVE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MIXED = re.compile(r" (?P<above>[1-9])/(?P<below>[2-9]|16|32)(?![\w/])")
_QUARTERS_OF_SCALE = Construction(r"[ -]quarters(?: of)?(?: an?)?[ -]{scales:*}\b")
_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_ODD = "-odd"
"""What may stand between a number and its scale: "the $3-odd billion"; it makes the number a rough one."""
_COUNTED = ("of ", "many ", "few ", "several ", "the ", "these ", "those ", "hundred ", "thousand ")
_PART = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_HUNDRED = 2
_DOZEN = "dozen"
_TEN, _TWENTY, _FULL = 10, 20, 100
_LONGEST = 24
_SCALES = 3
_LETTERS = 3
_ORDER = Construction(r"\b({orders:*}) of ")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its unit. `scale` is the power of ten of the printed scale word; `form` is "digits" or "words".

    `printed` is the number before the scale word; `letter` tells that the scale is a single letter ("20B"); `high` is
    where an order of magnitude ends ("tens of millions": a hundred million).
    """

    span: Span
    value: Decimal
    printed: Decimal
    scale: int = 0
    form: str = "digits"
    letter: bool = False
    high: Decimal | None = None


def numerals(text: str, fold: str) -> Iterator[Numeral]:
    """Yield the numbers of `text` in order; `fold` is `matcher.folded(text)`. Numbers do not overlap."""
    end = 0
    for start, stop, digits in _candidates(text, fold):
        if start < end:
            continue
        found = _digits(text, fold, start, stop) if digits else _words(fold, start, stop)
        if found is not None:
            end = found.span.end
            yield found
        elif digits:
            end = stop


def digits_value(printed: str) -> Decimal | None:
    """Return what digits with separators are worth, None for what is no English number ("6,9", "1.2.3", "007")."""
    part = _VULGAR.get(printed[-1:])
    digits = (printed[:-1] if part is not None else printed).translate(_PLAIN_SPACE)
    whole, dot, decimals = digits.partition(".")
    if "." in decimals or "," in decimals or (whole and not _GROUPED.fullmatch(whole)):
        return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    value = Decimal((whole or "0").replace(",", "") + dot + decimals)
    return value if part is None else value + part


def plain(value: Decimal) -> Decimal:
    """Return an equal number that is written without an exponent and without zeros behind the last decimal."""
    whole = int(value)
    return Decimal(whole) if whole == value else value.normalize()


def orders_of_magnitude(fold: str, span: Span) -> bool:
    """Tell whether the number at `span` states an order of magnitude alone ("tens of millions", "millions of")."""
    return any(order.match(fold, span.start, span.end) for order in (_ORDER, _plural_scale()))


def _candidates(text: str, fold: str) -> list[tuple[int, int, bool]]:
    found = [(*match.span(), True) for match in _DIGITS.finditer(text)]
    found += [(*match.span(), False) for match in _phrase().finditer(fold)]
    found.sort()
    return found


def _digits(text: str, fold: str, start: int, stop: int) -> Numeral | None:
    """Read a number in digits, with what stands right behind it: a power, a fraction, "and a half", a scale."""
    if stop - start > _LONGEST or (text[start:stop] in _VULGAR and fold.startswith(" of ", stop)):
        return None  # "⅓ of sales" is a part, see `portions.py`
    bare = start > 0 and text[start - 1] == "." and not (start > 1 and text[start - 2].isalnum())
    value = digits_value("0." + text[start:stop] if bare else text[start:stop])
    value = _with_comma(text[start:stop], fold, stop) if value is None else value
    if value is None:
        return None
    start -= bare
    if raised := _raised(text, value, stop):
        return Numeral(Span(start, raised[1]), raised[0], raised[0])
    value, end = _mixed(fold, value, stop) or _and_part(fold, value, stop)
    end += len(_ODD) if fold.startswith(_ODD, end) and _scales()[0].match(fold, end + len(_ODD)) else 0
    power, end, letter = _scale(text, fold, end)
    return Numeral(Span(start, end), plain(value.scaleb(power)), value, power, "digits", letter)


def _with_comma(printed: str, fold: str, end: int) -> Decimal | None:
    """Read a comma before decimals, as it can only be meant before a scale word: "1,2 billion"."""
    if not _COMMA.fullmatch(printed) or not _scales()[0].match(fold, end):
        return None
    return Decimal(printed.replace(",", "."))


def _raised(text: str, value: Decimal, end: int) -> tuple[Decimal, int] | None:
    """Read a power of ten ("10^26"), and how many of it there are ("1.5 × 10^26")."""
    found = _EXPONENT.match(text, end)
    if found is None:
        return None
    power = int(found["raised"] or found["above"].translate(_ABOVE))
    if text[end] in "^⁰¹²³⁴⁵⁶⁷⁸⁹":
        return (plain(value**power), found.end()) if value == _TEN else None
    return plain(value.scaleb(power)), found.end()


def _mixed(fold: str, value: Decimal, end: int) -> tuple[Decimal, int] | None:
    """Read the fraction behind a whole number ("4 1/2")."""
    found = _MIXED.match(fold, end)
    if found is None or value != int(value) or int(found["above"]) >= int(found["below"]):
        return None
    return value + Decimal(found["above"]) / int(found["below"]), found.end()


def _and_part(fold: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    found = _AND_PART.match(fold, end)
    return (value + _PART[found.lastgroup or ""], found.end()) if found else (value, end)


def _scale(text: str, fold: str, end: int) -> tuple[int, int, bool]:
    power, letter = 0, False
    words, signs = _scales()
    for _ in range(_SCALES):
        found = words.match(fold, end)
        if found is None:
            break
        power += _powers()[as_listed(found[1])]
        end = found.end()
    if not power and (tight := signs.match(text, end)):
        return _powers()[tight[0]], tight.end(), True
    return power, end, letter


def _words(fold: str, start: int, stop: int) -> Numeral | None:
    """Read a number in words as far as they make up one: "two hundred and five", "nine and a half million"."""
    if fold[stop : stop + 1] == "'" or (start and fold[start - 1] in "'."):
        return None
    if fold.startswith("three", start) and _QUARTERS_OF_SCALE.match(fold, stop):
        return None
    words = re.split(r"[ -]", fold[start:stop])
    value, power, used = _evaluate(words)
    if not used:
        return None
    end = start + len(" ".join(words[:used]))
    if words[0] in _powers() or words[0] == _DOZEN:
        return _bare_scale(fold, start, end, value, power)
    if used == len(words):
        value, after = _and_part(fold, value, end)
        if after > end:
            found = _scales()[0].match(fold, after)
            power = _powers()[as_listed(found[1])] if found else 0
            end = found.end() if found else after
            return Numeral(Span(start, end), plain(value.scaleb(power)), value, power, "words")
    return Numeral(Span(start, end), value, value.scaleb(-power), power, "words")


def _bare_scale(fold: str, start: int, end: int, value: Decimal, power: int) -> Numeral | None:
    """Read "a million", "half a million", "tens of millions"; "millions" and "several million" have no number."""
    left = fold[max(0, start - 24) : start]
    if (order := _ORDER.search(left)) and order.end() == len(left):
        printed = Decimal(_orders()[order[1]])
        low, first = plain(value * printed), start - len(left) + order.start()
        return Numeral(Span(first, end), low, printed, power, "words", high=plain(low * _TEN))
    if part := _PART_OF.search(left):
        share = _PART[part.lastgroup or "quarter"]
        return Numeral(Span(start - len(left) + part.start(), end), plain(value * share), share, power, "words")
    article = re.search(r"(?<![\w-])an?[ -]\Z", left)
    if fold[start:end].endswith("s"):
        return _magnitude(fold, start, end, value, power) if power and not left.endswith(_COUNTED) else None
    if article is None:
        return None
    printed, end = _and_part(fold, value.scaleb(-power), end)
    return Numeral(
        Span(start - len(left) + article.start(), end), plain(printed.scaleb(power)), printed, power, "words"
    )


def _magnitude(fold: str, start: int, end: int, value: Decimal, power: int) -> Numeral | None:
    """Read "millions of users": up to ten times the scale word, as "tens of millions" is read."""
    if not fold.startswith(" of ", end):
        return None
    return Numeral(Span(start, end), value, value.scaleb(-power), power, "words", high=plain(value * _TEN))


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number word read so far: closed groups, the open group, the least place still free, the last scale word."""

    total: int = 0
    group: int = 0
    free: int = 1000
    power: int = 0
    ceiling: int = 99

    def with_word(self, word: str) -> "_Sum | None":
        """Return the sum with one more word, None if the word cannot follow."""
        scale, number = _powers().get(word), _numbers().get(word)
        if word == _DOZEN:
            return replace(self, group=(self.group or 1) * 12, free=1, power=0) if self.group < _FULL else None
        if scale == _HUNDRED:
            return replace(self, group=(self.group or 1) * 100, free=100, power=2) if self.group < _FULL else None
        if scale is not None and scale < self.ceiling:
            return _Sum(self.total + (self.group or 1) * 10**scale, 0, min(1000, 10**scale), scale, scale)
        if number is None or not _fits(number, self.free):
            return None
        return replace(self, group=self.group + number, free=10 if number >= _TWENTY else 1, power=0)


def _evaluate(words: list[str]) -> tuple[Decimal, int, int]:
    """Return value, power of the last scale word and how many words make one legal number."""
    held, used = _Sum(), 0
    for index, word in enumerate(words):
        if word == "and":
            continue
        longer = held.with_word(word)
        if longer is None:
            break
        held, used = longer, index + 1
    return Decimal(held.total + held.group), held.power, used


def _fits(number: int, free: int) -> bool:
    """Tell whether a word below 100 fits into the free places: "five" behind "twenty", "twenty" behind "hundred"."""
    return free >= _FULL or (free == _TEN and 0 < number < _TEN)


@cache
def _numbers() -> Mapping[str, int]:
    concepts = codes.scheme("numbers").values()
    return {
        word: int(concept.facts.get("numberValue", (concept.code,))[0])
        for concept in concepts
        for word in concept.words
    }


@cache
def _orders() -> Mapping[str, int]:
    return {word: int(code) for word, code in code_of("orders").items()}


@cache
def _plural_scale() -> re.Pattern[str]:
    return re.compile(rf"{alternation(word for word in _powers() if word.endswith('s') and len(word) > _LETTERS)}\b")


@cache
def scale_signs() -> Mapping[str, int]:
    """Return sign ("B") -> the power of ten that it stands for behind digits."""
    return {sign: int(code) for sign, code in code_of("scales", "sign").items()}


@cache
def _powers() -> Mapping[str, int]:
    return {**{word: int(code) for word, code in code_of("scales").items()}, **scale_signs()}


@cache
def _scales() -> tuple[re.Pattern[str], re.Pattern[str]]:
    word, sign = alternation(code_of("scales")), alternation(scale_signs())
    return re.compile(rf"[ -]?({word})(?!\w)"), re.compile(rf"{sign}(?!\w)")


@cache
def _phrase() -> re.Pattern[str]:
    long = [word for word in code_of("scales") if len(word) > _LETTERS]
    atom = alternation([*_numbers(), *long])
    return re.compile(rf"\b{atom}(?:(?:(?<=hundred) and |(?<=thousand) and |[ -]){atom})*\b")
