"""How near each word that may tell a measure is to the figure.

A word of a source, an aside or another amount tells nothing; one that only modifies a noun tells no more than the noun.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.governing import Head
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.modifiers import felt, means_else, modifies, of_event, of_pace
from kg.extract.rules.measures.notions import Hit, things
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import Word, beside, telling
from kg.extract.rules.measures.ties import PAID, is_means, is_whole, may_tell, taken, trades
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.model import Span

LEAST = 0.3
"""Signs that are less near than this say nothing; a measure whose score stays below it is not told."""
_MODIFIER = 0.95
"""How much a word tells that only modifies the noun behind it, of what the noun tells."""
_INSIDE = 1.1
"""The nearness of a word in the counted noun phrase."""
_WHOLE = 0.97
"""The nearness of what a percentage is told to be a part of."""
_GOVERNING = 0.6
"""The nearness, at least, of what heads the subject or object of the figure's verb."""
_IN_COMPOUND = re.compile(r"\s(?:[a-z]+\s)?")
_PURPOSE = re.compile(r"\sto\s")
"""What parts money that is raised from what it is to do: "borrowed $7 billion to buy chips"."""
_SHARE_COSTS = 1_000
"""A share mostly costs less than this."""
_PARTED = frozenset({"semicolon", "contrast"})
Near: TypeAlias = Mapping[Word, tuple[float, Hit]]
"""(code, is a notion) -> the nearest word of it: how near (for a measure's name times its weight), and where."""
Notions: TypeAlias = Mapping[str, tuple[float, Hit]]
"""Those of the notions, by code alone."""


def nearest(sight: Sight) -> Near:
    """Return the nearest word of each measure and notion near the figure, with how much it tells.

    Only words that can tell a measure of the figure's kind are looked at, and the nouns that these modify.
    """
    figure, text = sight.figure, sight.read.text
    kind = unit_kind(figure.quantity.unit)
    wanted = telling(kind, frozenset([(hit.sign.code, hit.sign.notion) for hit in sight.told]))
    starts: dict[int, Hit] = {}
    if kind == MONEY:
        starts = {hit.span.start: hit for hit in sight.told if hit.sign.notion and not _bounds(hit, figure)}
        modifying = (hit for hit in sight.told if (hit.sign.code, True) in wanted and _joined(hit, text))
        wanted |= {(_last_noun(hit, starts).sign.code, True) for hit in modifying}
    found: dict[Word, tuple[float, Hit]] = {}
    inside: dict[Word, tuple[bool, float]] = {}
    for hit in sight.told:
        sign = hit.sign
        key = (sign.code, sign.notion)
        if key not in wanted or (close := _close(hit, sight)) < LEAST:
            continue
        weighed = close * (1 if sign.notion else sign.weight)
        counted = close == _INSIDE
        if key not in found or (counted, weighed) > inside[key]:
            found[key], inside[key] = (weighed, hit), (counted, weighed)
    return _with_their_nouns(found, starts, sight) if kind == MONEY else found


def _close(hit: Hit, sight: Sight) -> float:
    """Return how near a word is to the figure, 0 where it tells nothing of it: the place is the cheaper question."""
    close, fixed = _placed(hit, sight)
    if close < LEAST or _tells_nothing(hit, sight) or (not fixed and _says_else(hit, sight)):
        return 0.0
    return close


def _placed(hit: Hit, sight: Sight) -> tuple[float, bool]:
    """Return how near a word stands to the figure, and whether it does so whatever else it may say."""
    figure, value, behind = sight.figure, sight.value, sight.heads_next
    next_heads = behind is not None and hit.span.start >= figure.span.end and _belongs(hit, behind, sight.read.text)
    if (next_heads and sight.fronted) or (value and hit.span == value.whose.span):
        return 1.0, True
    if next_heads and sight.around.between(figure.span.end, hit.span.start):
        return 0.0, True  # "made $9 million, and sales rose 3%"
    if figure.noun is not None and figure.noun.overlaps(hit.span):
        sized = hit.span.end < figure.noun.end and any(figure.noun.covers(one.span) for one in sight.others)
        return (0.0 if sized else _INSIDE), True  # "six 25MW-capacity halls"
    close = _past(sight.aside, figure, hit, sight.around, sight.others)
    least = _WHOLE if is_whole(hit, figure, sight.read.text) else PAID if has_price(hit, sight) else 0.0
    return max(close, least, _GOVERNING if sight.heads([hit]) else 0.0), False


def _belongs(hit: Hit, head: Head, text: str) -> bool:
    """Tell whether a word is a head or stands in its compound: "EBITDA profit margin"."""
    return head.overlaps(hit.span) or _IN_COMPOUND.fullmatch(text, hit.span.end, head.span.start) is not None


def _tells_nothing(hit: Hit, sight: Sight) -> bool:
    """Tell whether a word stands in a source, a name, the words for a worth, or where its notion does not want it."""
    apart = _inside(hit.span, sight.sources) or means_else(hit, sight.read.text)
    apart = apart or (_inside(hit.span, sight.strange) and not _is_whole_name(hit, sight))
    apart = apart or _bounds(hit, sight.figure)
    apart = apart or (sight.moody and felt(hit, sight.figure.span, sight.read.text))
    apart = apart or (_moves_or_prices(sight.figure) and of_event(hit, sight.read.text))
    apart = apart or (sight.figure.quantity.unit == "percent" and of_pace(hit, sight.figure.span, sight.read.text))
    return apart or (sight.value is not None and sight.value.span.overlaps(hit.span)) or not may_tell(hit, sight.figure)


def _inside(span: Span, stretches: Sequence[Span]) -> bool:
    """Tell whether one of these stretches, of which there mostly are none, covers `span`."""
    return bool(stretches) and any(stretch.covers(span) for stretch in stretches)


def _is_whole_name(hit: Hit, sight: Sight) -> bool:
    """Tell whether a name is nothing but a word for a kind of things: "US government"."""
    return hit.sign.notion and hit.sign.code in things() and hit.span in sight.strange


def _moves_or_prices(figure: Figure) -> bool:
    """Tell whether a figure may be how a share moves or what it costs, as no sum of results is."""
    unit = figure.quantity.unit
    return unit == "percent" or (unit_kind(unit) == MONEY and figure.quantity.value < _SHARE_COSTS)


def _bounds(hit: Hit, figure: Figure) -> bool:
    """Tell whether a word only says how exact the number is: "more than half"."""
    return figure.span.start <= hit.span.start and hit.span.end <= figure.number.start


def _says_else(hit: Hit, sight: Sight) -> bool:
    """Tell whether a word says for what or in what money is given, or is of another amount."""
    figure, text = sight.figure, sight.read.text
    for_what = sight.raised and _PURPOSE.search(text, figure.span.end, hit.span.start) is not None
    return for_what or is_means(hit, figure, sight.price, text) or taken(hit, figure, sight.others, text)


def _with_their_nouns(found: dict[Word, tuple[float, Hit]], starts: Mapping[int, Hit], sight: Sight) -> Near:
    """Return the words that tell something, a word that modifies others ("H200 AI chips") no nearer than their noun.

    A thing that modifies a noun which is no notion ("a chip start-up", "a chip design unit"), or one of which no
    measure is told together with the thing ("the chip industry"), tells nothing; `starts` are those of all notions.
    """
    text = sight.read.text
    nouns = {hit.sign.code: close for (_, notion), (close, hit) in found.items() if notion}
    near: dict[Word, tuple[float, Hit]] = {}
    for key, (close, hit) in found.items():
        joined = _joined(hit, text)
        last = _last_noun(hit, starts) if joined else hit
        noun = nouns.get(last.sign.code, 0.0) if last.sign.code != key[0] else 0.0
        mere = joined and key[0] in things() and modifies(hit.span, text)
        mere = mere and (last == hit or hit.span.of(text).rsplit(" ", maxsplit=1)[-1].islower())
        if mere and (last == hit or _told_with(key[0]).isdisjoint(_codes_at(last, sight.told))):
            continue
        near[key] = (min(close, noun * _MODIFIER) if noun else close, hit)
    return near


def _told_with(thing: str) -> frozenset[str]:
    return beside(MONEY, thing) | {thing}


def _codes_at(noun: Hit, told: Sequence[Hit]) -> frozenset[str]:
    """Return the codes of all notions that a word is one of: "acquisition" of a company or of goods."""
    return frozenset(hit.sign.code for hit in told if hit.sign.notion and hit.span.start == noun.span.start)


def _joined(hit: Hit, text: str) -> bool:
    """Tell whether a notion may modify a word right behind it."""
    return hit.sign.notion and text[hit.span.end : hit.span.end + 1] in (" ", "-")


def _last_noun(hit: Hit, starts: Mapping[int, Hit]) -> Hit:
    """Return the last of the notions that stand right behind one another from `hit` on."""
    last = hit
    while (behind := starts.get(last.span.end + 1)) is not None:
        last = behind
    return last


def _past(aside: Sequence[Span], figure: Figure, hit: Hit, around: Breaks, others: Sequence[Figure]) -> float:
    """Return how near a word is to the figure, asides between them left out; a word in an aside is not near at all."""
    if not aside:
        return nearness(figure.span, hit.span, around, others)
    if any(one.covers(hit.span) for one in aside):
        return 0.0
    first = next((one for one in aside if one.start >= hit.span.end), None)
    if first is None:
        return nearness(figure.span, hit.span, around, others)
    opening, closing = Span(first.start, first.start), Span(aside[-1].end, aside[-1].end)
    return nearness(opening, hit.span, around, ()) * nearness(figure.span, closing, around, ())


def has_price(hit: Hit, sight: Sight) -> bool:
    """Tell whether the figure is the price of the trade that a word names: no amount or contrast stands between."""
    if sight.price is None or hit.span.end > sight.price or not trades(hit):
        return False
    if any(one.kind in _PARTED for one in sight.around.between(hit.span.end, sight.price)):
        return False
    between = [one for one in sight.others if hit.span.end <= one.span.start < sight.price]
    return not any(unit_kind(one.quantity.unit) == MONEY for one in between)
