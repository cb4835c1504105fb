"""What a figure measures: a code of `v:measures`, from the words that stand near it.

Every measure that can have the figure's unit is scored: by its own name near the figure, or by a sign of it, a set of
notions that all stand near. A sign counts as much as its notions weigh together, times the nearness of the farthest. A
number that counts something is measured by what it counts, so one of the words must stand in the counted noun phrase.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.frames import ANY, CHANGE, frame
from kg.extract.rules.measures.governing import Head, governing
from kg.extract.rules.measures.notions import Hit, Hits, things
from kg.extract.rules.measures.terms import GROWTH, OTHER, Term, terms
from kg.extract.rules.measures.ties import PAID, Worth, headed, may_tell, paid, part_told, taken, tie, trades, worth
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.lexicon.wordlists import concept_of, words
from kg.model import Span

_GOVERNED = 1.8
"""How much more a word tells that heads the subject of the figure's verb."""
_LEAST = 0.3
"""Signs that are less near than this say nothing; a measure whose score stays below it is not told."""
_MODIFIER = 0.95
"""How much a word tells that only modifies the noun behind it, of what the noun tells."""
_BEHIND = re.compile(r"[ -]([a-z][a-z-]+)")
_DURATION = Construction(r"\b{time-nouns:unit}\Z")
_INSIDE = 1.1
"""The nearness of a word in the counted noun phrase."""
RANK = "rank"
"""The unit, and the measure, of a place in an order that no words tell more of."""
_MONEY = re.compile(r"[A-Z]{3}")
_MONEY_KIND = "money"
_COMPOUND = Construction(r"-{compounding}\b")
"""What makes a word a mere modifier: "sales-related payments"."""
_PARTED = frozenset({"semicolon", "contrast"})
_SHARE_MOVE, _SHARE_PRICE, _SHARE_COSTS = "stock-price-change", "price-per-share", 1_000
_THOSE = "those"
"""Stands for the noun told before, which alone tells the measure: "prices of A rose 4% and those of B 9%"."""
_SHARES, _PART_OF_IT = "share-price", "part-of-company"
_OWNS = ("'s", "’s")
_TO_PRICE = Construction(
    r"\s(?:to|at)\s(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:up_to|bounds:at_most}\s)?"
)
_UP_TO = Construction(r"\bto\s(?:{bounds:about|bounds:more_than}\s)?\Z")
_POWER = frozenset({"W", "kW", "MW", "GW", "TW"})
_PART = re.compile(r"\sof\s(?:its|their|the|these|those)(?:\s[\w-]+){1,4}")
"""What is counted a part of: "600 of its flagship chips"."""
_PHRASE = re.compile(r"(?:\s+(?:of|in|for|on|worth of)\b)?((?:\s+[\w&'’.-]*\w){1,6})")
_SHARE_OF_ALL = Construction(r"\s+of (?:the|its|their) (?:[\w-]+ )?{entire}\b")
_SHARE_OF_IT = Construction(
    r"\s+(?:of\s+)?(?:the|that|this|its|their) (?:(?:{entire}|planned|same) )?{amount|expenditure}\b"
    r"|\s+of (?:it|that|this|which)\b(?!\s+(?!{grammar:modal|apportioning})[a-z]{4,})"
)
_Near: TypeAlias = Mapping[tuple[str, bool], tuple[float, Hit]]
"""(code, is a notion) -> the nearest word of it: how near (for a measure's name times its weight), and where."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for one figure: the measure, how surely, by which rule and on which words.

    `frame` is what the words beside a percentage ask for.
    """

    measure: str
    score: float
    rule: str
    span: Span | None = None
    text: str | None = None
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class _Sight:
    """A figure in its sentence: the words that may tell something, figures, sources, asides and unknown names there.

    `value` says whose worth an amount is, `price` where the "for" stands by which it is a price, `head` what heads the
    subject of the figure's verb.
    """

    figure: Figure
    read: Annotated
    around: Breaks
    told: Sequence[Hit]
    others: Sequence[Figure]
    sources: Sequence[Span]
    aside: Sequence[Span]
    strange: Sequence[Span]
    value: Worth | None
    price: int | None
    head: Head | None

    def heads(self, hits: Iterable[Hit]) -> bool:
        """Tell whether one of the words heads the subject of the figure's verb."""
        head = self.head
        return head is not None and any(hit.span.overlaps(head.span) for hit in hits)


@cache
def unit_kind(unit: str) -> str:
    """Return what kind of unit a quantity has: money, power, or the unit itself (percent, count, ratio, rank, ...)."""
    if _MONEY.fullmatch(unit):
        return _MONEY_KIND
    return "power" if unit in _POWER else unit


def measure(figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits) -> Reading:
    """Return the measure that the sentence's own words tell, `other` with a noun phrase where they tell none.

    Words inside the mention of a source ("people familiar with the deal") tell nothing.
    """
    sight = _sight(figure, sentence, read, around, signs.within(sentence))
    asked = frame(figure, sentence, read.text, signs)
    best = Reading(OTHER, 0.0, "unknown-measure", figure.noun, phrase(figure, sentence, read.text), asked)
    if not _measures_else(sight, asked):
        best = _by_words(sight, best)
    if _price_of_each(sight, best):
        return Reading(_PRICE, _LEAST, "each", figure.span)
    return _by_place(sight, best) if best.measure in (OTHER, GROWTH) else best


def _by_words(sight: _Sight, best: Reading) -> Reading:
    """Return the measure that words near tell best, `best` where they tell none."""
    figure, text, asked = sight.figure, sight.read.text, best.frame
    kind = unit_kind(figure.quantity.unit)
    near = _near(sight)
    told = terms(kind).told((code for code, notion in near if not notion), (code for code, notion in near if notion))
    for term in told:
        if asked and term.frame not in (asked, ANY):
            continue
        if kind == _MONEY_KIND and not (_in_bounds(term, figure) and _fits(term, figure, text)):
            continue
        score, hits = _score(term, near)
        score *= tie(hits, figure, sight.value, text) * (_GOVERNED if sight.heads(hits) else 1)
        if score > max(best.score, _LEAST) and _may_measure(term, hits, sight):
            best = Reading(term.code, score, "words", _cover(hits), frame=asked)
    return best


def _by_place(sight: _Sight, best: Reading) -> Reading:
    """Return what a figure measures by how it stands, where words tell nothing or no more than that it is a change."""
    figure, asked, kind = sight.figure, best.frame, unit_kind(sight.figure.quantity.unit)
    if kind == "percent" and _moves_share_price(figure, sight):
        return Reading(_SHARE_MOVE, _LEAST, "to-price", figure.span, frame=asked)
    if best.measure != OTHER:
        return best
    if asked == CHANGE:
        return Reading(GROWTH, _LEAST, "frame", figure.span, frame=asked)
    if kind == _MONEY_KIND and _prices_share(figure, sight):
        return Reading(_SHARE_PRICE, _LEAST, "share-price", figure.span)
    if figure.per in _prices():
        return Reading(_prices()[figure.per], _LEAST, "per", figure.span)
    return Reading(RANK, 0.0, "unit", figure.span) if kind == RANK else best


@cache
def _prices() -> Mapping[str | None, str]:
    """Return what an amount is per -> the measure that it then has unless words tell another (`kg:priceOf`)."""
    listed = codes.scheme("measures").values()
    return {noun: measure.code for measure in listed for noun in measure.facts.get("priceOf", ())}


def share_of_it(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of an amount named before ("half of the amount")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_IT.match(text, figure.span.end))


def share_of_all(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of a total that is not named before ("12% of its global total")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_ALL.match(text, figure.span.end))


def phrase(figure: Figure, sentence: Span, text: str) -> str:
    """Return the words that name what is measured: the counted noun, else what stands beside the figure."""
    if figure.noun:
        return figure.noun.of(text)
    found = _PHRASE.match(text, figure.span.end, sentence.end)
    if found:
        return " ".join(found[1].split())
    return " ".join(text[sentence.start : figure.span.start].split()[-6:])


def _sight(figure: Figure, sentence: Span, read: Annotated, around: Breaks, told: Sequence[Hit]) -> _Sight:
    money = unit_kind(figure.quantity.unit) == _MONEY_KIND
    return _Sight(
        figure,
        read,
        around,
        told,
        read.within(read.figures, sentence),
        _sources(figure, read),
        asides(sentence, figure.span, read.text),
        [name.span for name in read.within(read.names, sentence) if name.how == "unknown" or _is_long(name, read.text)],
        worth(figure, sentence, told, read.text) if money else None,
        paid(figure, sentence, read.text) if money else None,
        governing(figure, sentence, read.text, read.within(read.names, sentence)),
    )


def _measures_else(sight: _Sight, asked: str | None) -> bool:
    """Tell whether a percentage is one of a noun that no measure stands for: "a 9% premium", "coal stocks rose 9%"."""
    figure, head = sight.figure, sight.head
    if asked == CHANGE and head is not None and (not head.vague or head.word == _THOSE) and not sight.heads(sight.told):
        return True
    behind = _BEHIND.match(sight.read.text, figure.span.end) if figure.quantity.unit == "percent" else None
    return behind is not None and behind[1] in words("notions", "unmeasured")


def _prices_share(figure: Figure, sight: _Sight) -> bool:
    """Tell whether a small amount is led to by shares, however far: "Shares in Acme, which ..., closed at 337p"."""
    led = any(hit.sign.code == _SHARES and hit.span.end <= figure.span.start for hit in sight.told)
    return (
        led
        and figure.per is None
        and figure.quantity.value < _SHARE_COSTS
        and _AT.search(sight.read.text, max(0, figure.span.start - len(" at about ")), figure.span.start) is not None
    )


_AT = Construction(r"\s(?:at|to)\s(?:{grammar:focus|bounds:about}\s)?\Z")


def _price_of_each(sight: _Sight, best: Reading) -> bool:
    """Tell whether an amount is what one of the things costs that were counted before: "30 cars at $20,000 each"."""
    figure, text = sight.figure, sight.read.text
    if unit_kind(figure.quantity.unit) != _MONEY_KIND or not _EACH.match(text, figure.span.end):
        return False
    counted = any(one.quantity.unit == "count" and one.span.end <= figure.span.start for one in sight.others)
    led = _AT_OR_FOR.search(text, max(0, figure.span.start - len(" for about ")), figure.span.start)
    return counted and led is not None and best.measure not in _PRICES


_PRICE = "price"
_PRICES = frozenset({_PRICE, _SHARE_PRICE})
_EACH = re.compile(r"\s(?:each|apiece|a piece)\b")
_AT_OR_FOR = re.compile(r"\s(?:at|for)\s(?:about\s|just\s)?\Z")


def _is_long(name: Name, text: str) -> bool:
    """Tell whether a body's name has several words, of which none tells what is measured: "Ferrous Manufacturing".

    The name of a part of a company is no such name: "Google Cloud" says cloud.
    """
    whole = name.entity.kind in _BODIES and name.how == "name" and " " in name.span.of(text)
    return whole and not registry().having("parentOf", name.entity)


_BODIES = frozenset({"Company", "Organization", "Authority", "Outlet"})


def _means_else(hit: Hit, text: str) -> bool:
    """Tell whether what stands behind a word makes it part of something else: "sales-related", "the chip company"."""
    compound = _COMPOUND.match(text, hit.span.end) is not None
    return compound or _describes(hit, text) or (hit.sign.code == _PART_OF_IT and _goes_on(hit, text))


def _goes_on(hit: Hit, text: str) -> bool:
    """Tell whether a noun follows that is meant instead: "of the company's staff", "of its stock value"."""
    if text.startswith(_OWNS, hit.span.end):
        return True
    behind, known = _BEHIND.match(text, hit.span.end), grammar()
    word = behind[1] if behind else None
    return word is not None and not (known.function(word) or word in words("verbs"))


def _describes(hit: Hit, text: str) -> bool:
    """Tell whether a word only says what kind of company somebody is: "the shipping company", no "its oil business"."""
    behind = _BEHIND.match(text, hit.span.end)
    concept = concept_of("nouns").get(behind[1]) if behind else None
    if concept is None or "Company" not in concept.facts.get("kind", ()):
        return False
    if hit.span.of(text).rsplit(" ", maxsplit=1)[-1] in grammar().determiner:
        return False  # "sold the maker" sells, and is no kind of maker
    return _OWNED.search(text, max(0, hit.span.start - _OWNED_REACH), hit.span.start) is None


_OWNED = re.compile(r"(?:\b(?:its|their)|[’']s?)\s\Z")
_OWNED_REACH = len(" their ")


def _moves_share_price(figure: Figure, sight: _Sight) -> bool:
    """Tell whether a percentage leads to the price of a share: "rose 8.7% to $33.92"."""
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or unit_kind(behind.quantity.unit) != _MONEY_KIND or behind.quantity.value >= _SHARE_COSTS:
        return False
    return _TO_PRICE.fullmatch(sight.read.text, figure.span.end, behind.span.start) is not None


def _near(sight: _Sight) -> _Near:
    found: dict[tuple[str, bool], tuple[float, Hit]] = {}
    for hit in sight.told:
        close = _close(hit, sight)
        if close < _LEAST:
            continue
        sign = hit.sign
        key = (sign.code, sign.notion)
        weighed = close * (1 if sign.notion else sign.weight)
        if key not in found or weighed > found[key][0]:
            found[key] = (weighed, hit)
    if unit_kind(sight.figure.quantity.unit) != _MONEY_KIND:
        return found
    return _with_their_nouns(found, {hit.span.start: hit for hit in sight.told if hit.sign.notion}, sight.read.text)


def _close(hit: Hit, sight: _Sight) -> float:
    """Return how near a word is to the figure, 0 where it tells nothing of it."""
    figure, value = sight.figure, sight.value
    if any(span.covers(hit.span) for span in (*sight.sources, *sight.strange)) or _means_else(hit, sight.read.text):
        return 0.0
    if (value and value.span.overlaps(hit.span)) or not may_tell(hit, figure):
        return 0.0
    if value and hit.span == value.whose.span:
        return 1.0
    if figure.noun is not None and figure.noun.overlaps(hit.span):
        return _INSIDE
    if taken(hit, figure, sight.others, sight.read.text):
        return 0.0
    close = _past(sight.aside, figure, hit, sight.around, sight.others)
    return max(close, PAID) if _has_price(hit, sight) else close


def _with_their_nouns(found: dict[tuple[str, bool], tuple[float, Hit]], starts: Mapping[int, Hit], text: str) -> _Near:
    """Return the words that tell something, a word that modifies others ("H200 AI chips") no nearer than their noun.

    A thing that modifies a noun which is no notion ("a chip start-up", "a chip design unit") tells nothing; `starts`
    are those of all notions.
    """
    nouns = {hit.sign.code: close for (_, notion), (close, hit) in found.items() if notion}
    near: dict[tuple[str, bool], tuple[float, Hit]] = {}
    for key, (close, hit) in found.items():
        joined = key[1] and text[hit.span.end : hit.span.end + 1] in (" ", "-")
        last = _last_noun(hit, starts) if joined else hit
        noun = nouns.get(last.sign.code, 0.0) if last.sign.code != key[0] else 0.0
        if noun:
            near[key] = (min(close, noun * _MODIFIER), hit)
        elif not (joined and last == hit and key[0] in things() and _modifies(hit.span, text)):
            near[key] = (close, hit)
    return near


def _last_noun(hit: Hit, starts: Mapping[int, Hit]) -> Hit:
    """Return the last of the notions that stand right behind one another from `hit` on."""
    last = hit
    while (behind := starts.get(last.span.end + 1)) is not None:
        last = behind
    return last


def _modifies(thing: Span, text: str) -> bool:
    """Tell whether a thing in the singular stands before the noun it only modifies: "a chip start-up"."""
    behind = _BEHIND.match(text, thing.end)
    return behind is not None and not text.startswith("s", thing.end - 1) and not grammar().function(behind[1])


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


def _has_price(hit: Hit, sight: _Sight) -> bool:
    """Tell whether the figure is the price of the trade that a word names: no amount or contrast stands between."""
    if sight.price is None or hit.span.end > sight.price or not trades(hit):
        return False
    if any(one.kind in _PARTED for one in sight.around.between(hit.span.end, sight.price)):
        return False
    between = [one for one in sight.others if hit.span.end <= one.span.start < sight.price]
    return not any(unit_kind(one.quantity.unit) == _MONEY_KIND for one in between)


def _sources(figure: Figure, read: Annotated) -> tuple[Span, ...]:
    index = read.index_at(figure.span.start)
    acts = read.acts_at(index) if index is not None else ()
    telling = (act for act in acts if act.cue.of(read.fold) not in words("notions", "own-results"))
    spans = (act.source for act in telling if act.source and not act.source.overlaps(figure.span))
    return tuple(span for span in spans if grammar().auxiliary.isdisjoint(span.of(read.fold).split()))


def _score(term: Term, near: _Near) -> tuple[float, Sequence[Hit]]:
    best: float = 0.0
    hits: Sequence[Hit] = ()
    if named := near.get((term.code, False)):
        best, hits = named[0], (named[1],)
    for sign in term.signs:
        parts = [part for notion in sign if (part := near.get((notion, True)))]
        if len(parts) < len(sign):
            continue
        score = sum(hit.sign.weight for _, hit in parts) * min(close for close, _ in parts)
        if score > best:
            best, hits = score, [hit for _, hit in parts]
    return best * term.weight, hits


def _fits(term: Term, figure: Figure, text: str) -> bool:
    """Tell whether an amount may be one of change: "lifted its market value to $4bn" tells how high it is."""
    return term.frame != CHANGE or _UP_TO.search(text, max(0, figure.span.start - 16), figure.span.start) is None


def _in_bounds(term: Term, figure: Figure) -> bool:
    """Tell whether the amount is of a size that the measure has: $75 is a price and no company's revenue."""
    return term.least <= figure.quantity.value and (term.most is None or figure.quantity.value <= term.most)


def _may_measure(term: Term, hits: Sequence[Hit], sight: _Sight) -> bool:
    """Tell whether the words stand where the measure wants them: behind the figure, or in what is counted."""
    figure = sight.figure
    if not part_told(hits, figure, sight.read.text):
        return False
    if term.behind and any(hit.span.start < figure.span.start for hit in hits):
        return False
    return figure.quantity.unit != "count" or _may_count(term, hits, sight)


def _may_count(term: Term, hits: Sequence[Hit], sight: _Sight) -> bool:
    """Tell whether what is counted fits the measure: one of the words is its noun, or it is "units" or the like."""
    figure, fold = sight.figure, sight.read.fold
    if figure.noun is None:
        lasting = _DURATION.search(fold, figure.span.start, figure.span.end)
        return lasting is None or any(hit.span.overlaps(figure.span) for hit in hits)
    part = _PART.match(fold, figure.span.end)
    counted = Span(figure.span.start, max(figure.noun.end, part.end() if part else 0))
    if term.counts_any:
        return True
    if any(counted.overlaps(hit.span) for hit in hits):
        return part is not None or headed(hits, figure.noun, sight.told, fold)
    return not term.counts_things and figure.noun.of(fold).rsplit(" ", maxsplit=1)[-1] in words("notions", "any-count")


def _cover(hits: Sequence[Hit]) -> Span | None:
    return Span(min(hit.span.start for hit in hits), max(hit.span.end for hit in hits)) if hits else None
