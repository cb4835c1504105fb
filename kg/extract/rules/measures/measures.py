"""What a figure measures: a code of `v:measures`, from the words that stand near it.

Every measure that can have the figure's unit is scored: by its own name near the figure, or by a sign of it, a set of
notions that all stand near. A sign counts as much as its notions weigh together, times the nearness of the farthest. A
number that counts something is measured by what it counts, so one of the words must stand in the counted noun phrase.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.acting_parts import acting_part
from kg.extract.rules.measures.audiences import audience
from kg.extract.rules.measures.changes import change_in, foreseen_growth, prices_of_a_place, spent_by_others
from kg.extract.rules.measures.commodities import goods_price
from kg.extract.rules.measures.counted import counted
from kg.extract.rules.measures.dealt import dealt
from kg.extract.rules.measures.exacted import (
    contributed_part,
    handed_over,
    made_from,
    ordered_to_pay,
    paid_a_part,
    part_that_is_profit,
    taken_off_profit,
    won,
)
from kg.extract.rules.measures.frames import ANY, CHANGE, frame
from kg.extract.rules.measures.given_to import given_to
from kg.extract.rules.measures.headcounts import all_staff, staff_grew
from kg.extract.rules.measures.held_against import held_against
from kg.extract.rules.measures.kinds import MONEY, POWER, unit_kind
from kg.extract.rules.measures.laid_on import laid_on
from kg.extract.rules.measures.led import led, lost_or_gained
from kg.extract.rules.measures.listed_nouns import listed_noun
from kg.extract.rules.measures.made_well import made_well
from kg.extract.rules.measures.moves import share_move, wiped_off
from kg.extract.rules.measures.multiples import held_against_thing
from kg.extract.rules.measures.nearby import LEAST, Near, Notions, nearest
from kg.extract.rules.measures.notions import Hit, Hits
from kg.extract.rules.measures.own_nouns import is_unknown, is_unmeasured, own_noun
from kg.extract.rules.measures.own_parts import own_part
from kg.extract.rules.measures.prices import priced
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rounds import raised_in_round
from kg.extract.rules.measures.rule import Tell
from kg.extract.rules.measures.shared_behind import shared_behind
from kg.extract.rules.measures.shares_held import share_held
from kg.extract.rules.measures.sight import Sight, sight_of
from kg.extract.rules.measures.standing import by_place, raised_or_put_in
from kg.extract.rules.measures.sum_frames import framed
from kg.extract.rules.measures.supplied import supplied
from kg.extract.rules.measures.takings import taken_in
from kg.extract.rules.measures.terms import GROWTH, OTHER, Term, ancestors, counted_alone, terms
from kg.extract.rules.measures.ties import headed, is_head, may_be_worth, part_told, tie
from kg.extract.rules.measures.unmeasured import is_off_mark, is_unmeasured_money, measures_else
from kg.extract.rules.measures.worth_of_deals import worth_of_deal
from kg.extract.rules.text.clauses import Breaks
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words
from kg.model import Span

_COMPOUND = 1.15
"""How much more a notion tells that heads the amount than the noun behind it: "a $2bn data centre project"."""
_GOVERNED = 1.8
"""How much more a word tells that heads the subject of the figure's verb."""
_BOUNDED, _CHOOSING = frozenset({MONEY, "count"}), frozenset({POWER, "count"})
_ANY_POWER, _PLANT = frozenset({"power-use", "power-deal"}), "power-plant"
_DURATION = Construction(r"\b{time-nouns:unit}\Z")
_UP_TO = Construction(r"\bto\s(?:{bounds:about|bounds:more_than}\s)?\Z")
_COMES_TO = Construction(r"\b{coming-to}\sto\s(?:{bounds:about|bounds:more_than}\s)?\Z")
_OUT_OF = re.compile(r"\sout\sof\s")
_PART = re.compile(
    r"\sof\s(?:its|their|the|these|those|[\w&.-]+['’]s?)(?:\s[\w-]+){1,6}|(?:\s[\w’'-]+){1,3}\sas(?:\s(?:its|their))?(?:\s[\w-]+){1,2}"
)
"""What is counted a part of, or as: "600 of its flagship chips", "90 million Americans as its users"."""
_RULES = (
    listed_noun,
    framed,
    made_from,
    ordered_to_pay,
    goods_price,
    priced,
    raised_in_round,
    taken_in,
    raised_or_put_in,
    prices_of_a_place,
    spent_by_others,
    foreseen_growth,
    change_in,
    share_move,
    led,
    lost_or_gained,
    all_staff,
    staff_grew,
    wiped_off,
    made_well,
    part_that_is_profit,
    handed_over,
    paid_a_part,
    taken_off_profit,
    contributed_part,
    won,
    supplied,
    counted,
    audience,
    dealt,
    given_to,
    worth_of_deal,
    own_part,
    share_held,
    acting_part,
    held_against_thing,
    laid_on,
)
"""Constructions that say more than words near do, the one that is asked first before the others."""
_PHRASE = re.compile(r"(?:\s+(?:of|in|for|on|worth of)\b)?((?:\s+[\w&'’.-]*\w){1,6})")


def measure(figure: Figure, sentence: Span, read: Annotated, around: Breaks, signs: Hits) -> Reading:
    """Return the measure that the sentence's own words tell, `other` with a noun phrase where they tell none.

    Words inside the mention of a source ("people familiar with the deal") tell nothing.
    """
    sight = sight_of(figure, sentence, read, around, signs.within(sentence))
    asked = frame(figure, sentence, read.text, signs)
    best = Reading(OTHER, 0.0, "unknown-measure", figure.noun, phrase(figure, sentence, read.text), asked)
    if is_off_mark(sight) or is_unmeasured_money(sight):
        return replace(best, rule=OTHER_NOUN)
    noun = own_noun(sight, asked)
    unmeasured = measures_else(sight, asked)
    if not unmeasured and (noun is None or not is_unknown(noun, sight)):
        best = _by_words(sight, best)
    for tell in _asked(unit_kind(figure.quantity.unit), best.measure):
        if told := tell(sight, best):
            return told
    stands = by_place(sight, best) if best.measure in (OTHER, GROWTH) else best
    other = (unmeasured and asked != CHANGE) or (noun is not None and is_unmeasured(noun, sight))
    if stands.measure in (OTHER, GROWTH) and other:
        return replace(stands, measure=GROWTH if asked == CHANGE else OTHER, rule=OTHER_NOUN)

    def measured(one: Figure) -> Reading:
        return measure(one, sentence, read, around, signs)

    return held_against(sight, stands, measured) or shared_behind(sight, stands, measured) or stands


@cache
def _asked(kind: str, measure: str) -> tuple[Tell, ...]:
    """Return the rules that speak of figures of this kind of unit, of which words near tell this measure."""
    return tuple(rule.tell for rule in _RULES if rule.speaks_of(kind, measure))


def phrase(figure: Figure, sentence: Span, text: str) -> str | None:
    """Return the words that name what is measured: the counted noun, else what stands beside the figure, if any."""
    if figure.noun:
        return figure.noun.of(text)
    found = _PHRASE.match(text, figure.span.end, sentence.end)
    if found:
        return " ".join(found[1].split())
    return " ".join(text[sentence.start : figure.span.start].split()[-6:]) or None


def _by_words(sight: Sight, best: Reading) -> Reading:
    """Return the measure that words near tell best, `best` where they tell none."""
    figure, text, asked = sight.figure, sight.read.text, best.frame
    kind = unit_kind(figure.quantity.unit)
    near = nearest(sight)
    notions = {code: part for (code, notion), part in near.items() if notion}
    told = terms(kind).told((code for code, notion in near if not notion), notions)
    for term in told:
        if asked and term.frame not in (asked, ANY):
            continue
        if kind in _BOUNDED and not (_in_bounds(term, figure) and _fits(term, figure, text)):
            continue
        told_by = [(_tied(score, hits, sight), hits) for score, hits in _scores(term, near, notions, sight)]
        if kind in _CHOOSING:
            told_by = [one for one in told_by if _may_measure(term, one[1], sight)]
        score, hits = max(told_by, key=lambda one: one[0], default=(0.0, ()))
        if score > max(best.score, LEAST) and _may_measure(term, hits, sight):
            rule = OTHER_NOUN if term.code == GROWTH and len(hits) == 1 and hits[0].sign.code != CHANGE else "words"
            best = Reading(term.code, score, rule, _cover(hits), frame=asked)
    return best


def _tied(score: float, hits: Sequence[Hit], sight: Sight) -> float:
    """Return how surely words tell a measure that may be tied to the amount or head what its verb is about."""
    tied = tie(hits, sight.figure, sight.value, sight.read.text)
    return score * tied * (_GOVERNED if sight.heads(hits) else 1)


def _scores(term: Term, near: Near, notions: Notions, sight: Sight) -> Iterator[tuple[float, Sequence[Hit]]]:
    """Yield how surely the name tells the measure, each of its signs, and the noun that the amount modifies."""
    if named := near.get((term.code, False)):
        yield named[0] * term.weight, (named[1],)
    for sign in term.signs:
        if not all(map(notions.__contains__, sign)):
            continue
        parts = [notions[notion] for notion in sign]
        score = sum(hit.sign.weight for _, hit in parts) * min(close for close, _ in parts)
        yield score * term.weight, [hit for _, hit in parts]
    if modified := _headed(term, notions, sight):
        yield modified


def _headed(term: Term, notions: Notions, sight: Sight) -> tuple[float, Sequence[Hit]] | None:
    """Return how surely the noun tells the measure that the amount modifies ("a $2bn data centre"), None for none."""
    figure, text = sight.figure, sight.read.text
    found = [notions[notion] for notion in term.heads if notion in notions]
    told = [
        (hit.sign.weight * close * term.weight * _COMPOUND, (hit,))
        for close, hit in found
        if is_head(hit, figure, text)
    ]
    return max(told, key=lambda one: one[0], default=None)


def _fits(term: Term, figure: Figure, text: str) -> bool:
    """Tell whether an amount may be one of change: "lifted its market value to $4bn" tells how high it is."""
    if term.frame != CHANGE:
        return True
    start = figure.span.start
    led = _UP_TO.search(text, max(0, start - 16), start) and not _COMES_TO.search(text, max(0, start - 32), start)
    return figure.role != "from" and not led


def _in_bounds(term: Term, figure: Figure) -> bool:
    """Tell whether a figure is of a size that the measure has: $75 is a price and no company's revenue."""
    amount = abs(figure.quantity.value)
    return term.least <= amount and (term.most is None or amount <= term.most)


def _may_measure(term: Term, hits: Sequence[Hit], sight: Sight) -> bool:
    """Tell whether the words stand where the measure wants them: behind the figure, or in what is counted."""
    figure = sight.figure
    if not part_told(hits, figure, sight.read.text):
        return False
    if term.power_of and unit_kind(figure.quantity.unit) == POWER and not _tells(hits, term.power_of):
        return False
    if not term.power_of and unit_kind(figure.quantity.unit) == POWER and _is_generated(hits, sight):
        return False
    if term.behind and any(hit.span.start < figure.span.start for hit in hits):
        return False
    return figure.quantity.unit != "count" or _may_count(term, hits, sight)


def _is_generated(hits: Sequence[Hit], sight: Sight) -> bool:
    """Tell whether words for any power are all that tells of it, in a sentence about plants that make it."""
    makers = {_PLANT, *(term.power_of for term in terms(POWER).listed)}
    return len(hits) == 1 and hits[0].sign.code in _ANY_POWER and any(hit.sign.code in makers for hit in sight.told)


def _tells(hits: Sequence[Hit], notion: str) -> bool:
    return any(hit.sign.code == notion for hit in hits)


def _may_count(term: Term, hits: Sequence[Hit], sight: Sight) -> bool:
    """Tell whether what is counted fits the measure: one of the words is its noun, or it is "units" or the like."""
    figure, fold = sight.figure, sight.read.fold
    if figure.noun is None:
        lasting = _DURATION.search(fold, figure.span.start, figure.span.end)
        marked = _OUT_OF.match(fold, figure.span.end)
        return not (lasting or marked) or any(hit.span.overlaps(figure.span) for hit in hits)
    part = _PART.match(fold, figure.span.end)
    counted = Span(figure.span.start, max(figure.noun.end, part.end() if part else 0))
    if term.counts_any:
        if _is_thing_else(hits, figure.noun, fold):
            return False
        return any(hit.span.overlaps(figure.noun) for hit in hits) or not _counts_else(figure.noun, sight)
    if any(counted.overlaps(hit.span) for hit in hits):
        return part is not None or headed(hits, figure.noun, sight.told, fold)
    return not term.counts_things and figure.noun.of(fold).rsplit(" ", maxsplit=1)[-1] in words("notions", "any-count")


def _is_thing_else(hits: Sequence[Hit], noun: Span, fold: str) -> bool:
    """Tell whether a thing told alone is not what is counted: "the phone with two cameras", "9,000 phone owners"."""
    if len(hits) > 1 or not may_be_worth(hits[0]):
        return False
    last = noun.of(fold).rsplit(" ", maxsplit=1)[-1]
    return last not in words("notions", "any-count") and not hits[0].span.overlaps(Span(noun.end - len(last), noun.end))


def _counts_else(noun: Span, sight: Sight) -> bool:
    """Tell whether what is counted is no piece of anything: firms, people, kinds, or what has a measure of its own."""
    fold = sight.read.fold
    last = noun.of(fold).rsplit(" ", maxsplit=1)[-1]
    if last in words("semantic-fields", "individual", "sort") or is_firm(last.removesuffix("s")):
        return True
    start = noun.end - len(last)
    heads = [hit.sign.code for hit in sight.told if hit.sign.notion and hit.span.start <= start < hit.span.end]
    pieces = {one.code for one in terms("count").listed if one.counts_any}
    return any(pieces.isdisjoint({code, *ancestors(code)}) for head in heads for code in counted_alone(head))


def _cover(hits: Sequence[Hit]) -> Span | None:
    return Span(min(hit.span.start for hit in hits), max(hit.span.end for hit in hits)) if hits else None
