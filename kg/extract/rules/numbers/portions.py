"""Quantities without a plain number: parts of a whole ("half"), multiples ("doubling"), ranks ("second by traffic")."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.extract.rules.numbers.numerals import plain
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import alternation, as_listed, code_of, words
from kg.model import Span

_HUNDRED = Decimal(100)
_TEN = 10
_REACH = 40
_PLACES = Decimal("0.0000000001")
_PERIOD_BEFORE = Construction(r"\b(?:{sequence}|this|other|each|every|per)[ -]\Z")
_PART_OF_TIME = Construction(
    r"(?:-(?!owned)|[ ](?:an? )?(?:of )?(?:the )?(?:an?[ -])?"
    r"(?:{time-nouns:unit|time-nouns:occasion|time-nouns:fiscal|time-nouns:civil}|(?:19|20)[0-9]{2})\b)"
)
_WHOLE_BEHIND = Construction(
    r" (?:{comparative}|of|the|its|their|more|less|fewer|as|that|what)\b|-owned\b|[.,;:!?)\"'”]|\s*\Z"
)
_BY_BEHIND = Construction(
    r" (?:in|to|at|on|for|from|since|after|before|when|while|over|during|within|between|against|and|or|but|if|because|"
    r"this|under|amid|with|so|thanks|{comparison|time-nouns:adverbial})\b"
)
_SHARE_BEFORE = Construction(
    r"\b(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:up_to|bounds:at_most}|{grammar:focus}|another) \Z"
)
_VERB_BEHIND = Construction(r" (?:in|on|to|from|by|and|{grammar:auxiliary|apportioning})\b")
_QUARTER_AS_TIME = re.compile(r"(?:\b(?:in|for|during|within|after|once|over|every|per) |[0-9a-z%] )\Z")
_QUARTER_AS_SHARE = Construction(
    r"\b(?:by|up|down|than|over|least|to|is|was|and|or|another|a|{bounds:about|grammar:focus}) \Z"
)
_TIME_AND = Construction(r"\b{time-nouns:unit} and \Z")
_POINT_BEHIND = Construction(
    r"(?: of)?(?: (?:an? |one )|-| )(?:(?P<percentage>percentage[ -])?point|(?P<percent>{units:percent}))(?![\w-])"
)
_POINT_MOVED = Construction(r" (?:(?:{notions:rate-of-interest}|rate) )?{change-noun}\b")
_OF_WHOLE = Construction(r" (?:{comparative}|of|more|less|fewer)\b")
_FACTOR = re.compile(
    r"\ba factor of (?P<of>[0-9]{1,5}(?:\.[0-9]+)?|[a-z]+(?:-[a-z]+)?)(?![\w%/-]|,[0-9]|\.[0-9]| (?:to|or) )"
)
_COMPARED = Construction(
    r" (?:(?:as|the|its|their|his|her|our|your|that|those|what|this|last)\b"
    r"|(?:(?!{grammar:preposition|grammar:conjunction}\b)[\w&.-]+ ){0,2}?[\w&.-]+['’]s? [\w$€£¥])"
)
_ODDS = re.compile(r"(?: in | out of )(?:every )?(?P<whole>[0-9]{1,3}(?![\w,%/:-]|\.[0-9])|[a-z]+)(?= \w|[.,;]|\Z)")

_ODDS_IN_DIGITS = Construction(
    r"[1-9] (?P<link>in|out of) (?:every )?(?P<whole>[0-9]{1,3}(?![\w,%/:-]|\.[0-9]))(?= (?!{time-nouns:unit}\b)[a-z])"
)
_IN_DIGITS = re.compile(
    r"(?:(?<![\w.,/$€£¥-])(?P<above>[1-9])/(?P<below>[2-9]|10)(?:[rt]?[dh]s?)?|(?<!\w)(?P<sign>[½¼¾⅓⅔⅕⅛]))"
    r"(?= of (?:[a-z]|[A-Z][\w.-]+['’]s))"
)
_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
_OPENS_ODDS = Construction(
    r"(?:\A|[.;,:\n] ?|\b(?:that|while|but|than|as|least|over|{bounds:about|asserting|finding}) )\Z"
)
"""What stands before "3 in 10 cars": behind a verb or noun they may be three things in ten places."""
_LIST = 48
_LISTED = (" and ", " or ", ", ")
_IN_TERMS_OF = re.compile(r"(?: [a-z.-]+){1,5} in terms of [a-z]")
_NO_ODDS_BEFORE = Construction(r"(?:[\w.,:/$€£¥#-]|\b(?:{number-contexts:label|ranking|time-nouns:unit}) )\Z")
_BY_RANK = Construction(r"(?: {number-contexts:place})?(?= (?:by|in terms of|in size)\b)")
_RANKED = Construction(
    r"(?: {number-contexts:place})?(?: (?:in|among|behind|after|with|ahead of|out of|{extent})\b|[.,;)]|\Z)"
)
_RANK_VERB = Construction(r"\b({number-contexts:rank-verb})(?: (?:at|in|as|the))* \Z")
_PARTED = Construction(r" {number-contexts:parted}\b")
_MOVES = Construction(r"\b{change-verb|number-contexts:moved} \Z")
_MOVED_BY = Construction(
    r"\b(?:by|{change-verb|number-contexts:moved}|{change-noun} of) "
    r"(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:at_most|bounds:up_to}|{grammar:focus}) (?:an? )?\Z"
)
"""What makes a part without its whole one of what moved: "fell by nearly a third", "a decline of over a fifth"."""
_PLACE = Construction(r" {number-contexts:place}\b")
_TAKEN = Construction(r"\b{number-contexts:place-taken} (?:(?:the|its|their|his|her|{shared-place}) )*\Z")
_RANKS_BEFORE = Construction(r"\b(?:{ranks:*}(?:, and |,? and |,? or |, ))+\Z")
_RANKS_BEHIND = Construction(r"(?:(?:, and |,? and |,? or |, ){ranks:*}\b)+")


@dataclass(frozen=True, slots=True)
class Portion:
    """A value in `unit` (percent, ratio or rank) at `span`."""

    span: Span
    value: Decimal
    unit: str


def portions(text: str, fold: str) -> Iterator[Portion]:
    """Yield parts, multiples and ranks of `text`; `fold` is `matcher.folded(text)`. Kinds may come out of order."""
    for match in _pattern().finditer(fold):
        words = as_listed(match[0])
        found = _READERS[_kinds()[words]](fold, match.start(), match.end(), words)
        if found is not None and not _part_of_name(text, found.span):
            yield found
    yield from _factors(fold)
    yield from _fractions_in_digits(text)
    for odds in _ODDS_IN_DIGITS.finditer(fold):
        part, whole = int(odds[0][0]), int(odds["whole"])
        before = fold[max(0, odds.start() - 10) : odds.start()]
        sure = part == 1 or odds["link"] != "in" or _OPENS_ODDS.search(before)
        if part < whole and sure and not _NO_ODDS_BEFORE.search(before):
            yield Portion(Span(*odds.span()), _share(part, whole), "percent")


def _part_of_name(text: str, span: Span) -> bool:
    """Tell "Double Eleven" and "the Second Vision Fund" from a headline's "Doubles Its Budget"."""
    before = text[max(0, span.start - 2) : span.start]
    behind = re.match(r"[ -][A-Z]", text[span.end : span.end + 2])
    return text[span.start].isupper() and behind is not None and bool(before.strip()) and before[-1:] == " "


def _fraction(fold: str, start: int, end: int, word: str) -> Portion | None:
    point = _POINT_BEHIND.match(fold, end)
    return _part_of_point(fold, start, point, word) if point else _part_of_whole(fold, start, end, word)


def _part_of_whole(fold: str, start: int, end: int, word: str) -> Portion | None:
    if _PERIOD_BEFORE.search(fold[max(0, start - 10) : start]) or _PART_OF_TIME.match(fold, end):
        return None
    if end < len(fold) and fold[end] == "-" and not fold.startswith("-owned", end):
        return None
    before = fold[max(0, start - _REACH) : start]
    if word.endswith("half") and _TIME_AND.search(before):
        return None
    if word.endswith("quarter") and not _OF_WHOLE.match(fold, end) and _span_of_time(before):
        return None
    whole = _WHOLE_BEHIND.match(fold, end) or (not word.startswith("a ") and _PARTED.match(fold, end))
    if word != "half" and not (whole or _shares(fold, before, end)):
        return None
    above, below = code_of("fractions")[word].split("/")
    return Portion(Span(start, end), _share(int(above), int(below)), "percent")


def _part_of_point(fold: str, start: int, point: re.Match[str], word: str) -> Portion | None:
    """Read "half a percentage point", "a quarter of a percent", "a quarter-point cut"; other points are no such."""
    above, below = code_of("fractions")[word].split("/")
    value = plain((Decimal(above) / int(below)).quantize(_PLACES))
    if point["percent"]:
        return Portion(Span(start, point.end()), value, "percent")
    moved = point["percentage"] or _POINT_MOVED.match(fold, point.end())
    return Portion(Span(start, point.end()), value, "percentage-point") if moved else None


def _span_of_time(before: str) -> bool:
    """Tell "in a quarter" and "$3bn a quarter" from "by a quarter"."""
    return _QUARTER_AS_TIME.search(before) is not None and not (
        _QUARTER_AS_SHARE.search(before) and not before.endswith("over ")
    )


def _shares(fold: str, before: str, end: int) -> bool:
    """Tell whether "a third" is a share without its whole: "fell (by) a third in May", "about a third went to"."""
    if before.endswith("by ") or _MOVES.search(before) or _MOVED_BY.search(before):
        return _BY_BEHIND.match(fold, end) is not None
    return _SHARE_BEFORE.search(before) is not None and _VERB_BEHIND.match(fold, end) is not None


def _factors(fold: str) -> Iterator[Portion]:
    for found in _FACTOR.finditer(fold) if "a factor of " in fold else ():
        printed = found["of"]
        value = Decimal(printed) if printed[0].isdecimal() else Decimal(_small().get(printed, 0))
        if value > 1:
            yield Portion(Span(*found.span()), plain(value), "ratio")


def _fractions_in_digits(text: str) -> Iterator[Portion]:
    """Yield parts in digits whose whole is named: "1/3 of the market", "⅓ of sales"."""
    for found in _IN_DIGITS.finditer(text) if "/" in text or not _SIGNS.keys().isdisjoint(text) else ():
        above, below = _SIGNS[found["sign"]] if found["sign"] else (int(found["above"]), int(found["below"]))
        if above < below:
            yield Portion(Span(*found.span()), _share(above, below), "percent")


def _multiple(fold: str, start: int, end: int, word: str) -> Portion | None:
    if fold[end : end + 1] == "-" or (start and fold[start - 1] == "-"):
        return None
    behind = re.match(r" (\w+)", fold[end : end + 20])
    if behind and behind[1] in words("number-contexts", "not-doubled"):
        return None
    if word in {"twice", "thrice"} and not _COMPARED.match(fold, end):
        return None
    return Portion(Span(start, end), Decimal(code_of("multiples")[word]), "ratio")


def _rank(fold: str, start: int, end: int, word: str) -> Portion | None:
    if (joined := _joined_ranks(fold, start, end)) is not None:
        start_of_all, end_of_all = joined
        one = _rank_at(fold, start_of_all, end_of_all, word)
        return Portion(Span(start, end), one.value, one.unit) if one else None
    return _rank_at(fold, start, end, word)


def _joined_ranks(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a list of ordinals begins and ends that the one at `start` is part of ("third and fourth place")."""
    led = fold.endswith(_LISTED, 0, start)
    before = _RANKS_BEFORE.search(fold[max(0, start - _LIST) : start]) if led else None
    behind = _RANKS_BEHIND.match(fold, end) if fold.startswith(_LISTED, end) else None
    if before is None and behind is None:
        return None
    return start - len(before[0]) if before else start, behind.end() if behind else end


def _rank_at(fold: str, start: int, end: int, word: str) -> Portion | None:
    """Read the ordinal `word` as a rank where `start`..`end`, itself or a list with it, stands in a place for one."""
    if _place(fold, start, end) or (fold.startswith(" among ", end) and word != "first"):
        return Portion(Span(start, end), Decimal(code_of("ranks")[word]), "rank")
    behind = _BY_RANK.match(fold[end : end + 30])
    verb = _RANK_VERB.search(fold[max(0, start - 24) : start])
    if behind and (verb or not fold[max(0, start - 4) : start].endswith(("the ", "a ", "of "))):
        return Portion(Span(start, end), Decimal(code_of("ranks")[word]), "rank")
    if _IN_TERMS_OF.match(fold, end):
        return Portion(Span(start, end), Decimal(code_of("ranks")[word]), "rank")
    stated = verb and _RANKED.match(fold[end : end + 30])
    if stated and verb and verb[1] not in {"is", "was"}:
        return Portion(Span(start, end), Decimal(code_of("ranks")[word]), "rank")
    return None


def _place(fold: str, start: int, end: int) -> bool:
    """Tell whether an ordinal is a place that is taken ("fell to third place"), not "in the first place"."""
    if not _PLACE.match(fold, end):
        return False
    before = _TAKEN.search(fold[max(0, start - _REACH) : start])
    return before is not None and not (fold.startswith("first", start) and before[0].endswith("the "))


def _odds(fold: str, start: int, end: int, word: str) -> Portion | None:
    found = _ODDS.match(fold, end)
    part = _small().get(word)
    if found is None or part is None:
        return None
    printed = found["whole"]
    whole = int(printed) if printed.isdecimal() else _small().get(printed, 0)
    if not 0 < part < whole:
        return None
    return Portion(Span(start, found.end()), _share(part, whole), "percent")


def _share(part: int, whole: int) -> Decimal:
    return plain((_HUNDRED * part / whole).quantize(_PLACES))


_READERS = {"fraction": _fraction, "multiple": _multiple, "rank": _rank, "odds": _odds}


@cache
def _kinds() -> Mapping[str, str]:
    """Return each word with its kind; a word that is also part of a longer one is found as the longer one."""
    small = {word: "odds" for word, value in _small().items() if 0 < value < _TEN}
    kinds = (("rank", code_of("ranks")), ("multiple", code_of("multiples")), ("fraction", code_of("fractions")))
    return small | {word: kind for kind, words in kinds for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(_kinds())}\b")


@cache
def _small() -> Mapping[str, int]:
    return {word: int(code) for word, code in code_of("numbers").items() if code.isdecimal()}
