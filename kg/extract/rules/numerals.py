"""Numbers as printed, in digits or words, with their scale words: where they stand and what they are worth.

Grammar: digits with separators ("1,250", "12,34,567", "5.5") and scale ("5.5 billion", "20B", "1-million"), number words
("four million", "two hundred and fifty"), "a dozen", "half a million", "two and a half". Fractions, multiples and ranks
("a third", "doubling", "second") are in `portions.py`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.extract.rules.wording import alternation
from kg.lexicon import codes
from kg.model import Span

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔]")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_AND_PART = re.compile(
    r"(?:[ -]and)[ -](?:(?P<half>an?[ -]half)|(?P<quarter>an?[ -]quarter)|(?P<three>three[ -]quarters))(?![\w])"
)
_PART_OF = re.compile(
    r"(?:(?P<half>half)|(?P<three>three[ -]quarters)|(?:an? |one[ -])?quarter)(?: of)?(?: an?)?[ -]\Z"
)
_PART = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_HUNDRED = 2
_LONGEST = 24
_LARGEST = 24


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its unit. `scale` is the power of ten of the printed scale word; `form` is "digits" or "words".

    `printed` is the number before the scale word; `letter` tells that the scale is a single letter ("20B").
    """

    span: Span
    value: Decimal
    printed: Decimal
    scale: int = 0
    form: str = "digits"
    letter: bool = False


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
    digits = printed[:-1] if part is not None else printed
    whole, dot, decimals = digits.partition(".")
    if "." in decimals or "," in decimals or (whole and not _GROUPED.fullmatch(whole)):
        return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    value = Decimal((whole or "0").replace(",", "") + dot + decimals)
    return value if part is None else value + part


def plain(value: Decimal) -> Decimal:
    """Return an equal number that is written without an exponent and without zeros behind the last decimal."""
    value = value.normalize()
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and 0 < exponent <= _LARGEST else value


def _candidates(text: str, fold: str) -> list[tuple[int, int, bool]]:
    found = [(*match.span(), True) for match in _DIGITS.finditer(text)]
    found += [(*match.span(), False) for match in _phrase().finditer(fold)]
    found.sort()
    return found


def _digits(text: str, fold: str, start: int, stop: int) -> Numeral | None:
    if stop - start > _LONGEST:
        return None
    value = digits_value(text[start:stop])
    if value is None:
        return None
    if start and text[start - 1] == "." and not (start > 1 and text[start - 2].isalnum()):
        value, start = value.scaleb(start - stop), start - 1
    value, end = _and_part(fold, value, stop)
    power, end, letter = _scale(text, fold, end)
    return Numeral(Span(start, end), plain(value.scaleb(power)), value, power, "digits", letter)


def _and_part(fold: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    found = _AND_PART.match(fold, end)
    return (value + _PART[found.lastgroup or ""], found.end()) if found else (value, end)


def _scale(text: str, fold: str, end: int) -> tuple[int, int, bool]:
    power, letter = 0, False
    words, signs = _scales()
    while found := words.match(fold, end):
        power += _powers()[found[1]]
        end = found.end()
    if not power and (tight := signs.match(text, end)):
        return _powers()[tight[0]], tight.end(), True
    return power, end, letter


def _words(fold: str, start: int, stop: int) -> Numeral | None:
    tokens = re.split(r"[ -]", fold[start:stop])
    value, power, used = _evaluate(tokens)
    if not used:
        return None
    end = start + len(" ".join(tokens[:used]))
    if tokens[0] in _powers() or tokens[0] == "dozen":
        return _bare_scale(fold, start, end, value, power)
    if used == len(tokens):
        value, after = _and_part(fold, value, end)
        if after > end:
            found = _scales()[0].match(fold, after)
            power = _powers()[found[1]] if found else 0
            end = found.end() if found else after
            return Numeral(Span(start, end), plain(value.scaleb(power)), value, power, "words")
    return Numeral(Span(start, end), value, value.scaleb(-power), power, "words")


def _bare_scale(fold: str, start: int, end: int, value: Decimal, power: int) -> Numeral | None:
    """Read "a million" and "half a million"; "millions" and "several million" have no number."""
    left = fold[max(0, start - 24) : start]
    if part := _PART_OF.search(left):
        share = _PART[part.lastgroup or "quarter"]
        return Numeral(Span(start - len(left) + part.start(), end), plain(value * share), share, power, "words")
    article = re.search(r"(?<![\w-])an?[ -]\Z", left)
    if article is None or fold[start:end].endswith("s"):
        return None
    return Numeral(Span(start - len(left) + article.start(), end), value, value.scaleb(-power), power, "words")


def _evaluate(tokens: list[str]) -> tuple[Decimal, int, int]:
    """Return value, power of the last scale word and how many tokens make one legal number word."""
    total, group, last, power, used, ceiling = 0, 0, 1000, 0, 0, 99
    for index, token in enumerate(tokens):
        if token == "and":
            continue
        number, scale = _numbers().get(token), _powers().get(token)
        if scale == _HUNDRED and group < 100 and (group or not used):
            group, last, power = (group or 1) * 100, 100, _HUNDRED
        elif scale is not None and scale > _HUNDRED and scale < ceiling and (group or not used):
            total, group, last, power, ceiling = total + (group or 1) * 10**scale, 0, 1000, scale, scale
        elif number == 12 and token == "dozen" and group < 100:
            group, last, power = (group or 1) * 12, 1, 0
        elif number is not None and token != "dozen" and _fits(number, last):
            group, last, power = group + number, (number if number >= 20 else 1), 0
        else:
            break
        used = index + 1
    return Decimal(total + group), power, used


def _fits(number: int, last: int) -> bool:
    return number < 100 if last >= 100 else last >= 20 and 0 < number < 10


@cache
def _numbers() -> Mapping[str, int]:
    concepts = codes.scheme("numbers").values()
    return {word: int(concept.facts.get("value", (concept.code,))[0]) for concept in concepts for word in concept.words}


@cache
def _powers() -> Mapping[str, int]:
    concepts = codes.scheme("scales").values()
    return {word: int(c.code) for c in concepts for word in (*c.words, *c.facts.get("sign", ()))}


@cache
def _scales() -> tuple[re.Pattern[str], re.Pattern[str]]:
    concepts = codes.scheme("scales").values()
    words = alternation(word for concept in concepts for word in concept.words)
    signs = alternation(sign for concept in concepts for sign in concept.facts.get("sign", ()))
    return re.compile(rf"[ -]?({words})(?!\w)"), re.compile(rf"{signs}(?!\w)")


@cache
def _phrase() -> re.Pattern[str]:
    long = [word for concept in codes.scheme("scales").values() for word in concept.words if len(word) > 3]
    atom = alternation([*_numbers(), *long])
    return re.compile(rf"\b(?<![\w'.]){atom}(?:(?:(?<=hundred) and |(?<=thousand) and |[ -]){atom})*\b(?!')")
