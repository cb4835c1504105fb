"""In what way a figure is meant (planned, actual, estimated, guidance, demanded), and whether it is asserted at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.claims.modes import priced, surpassed
from kg.extract.rules.claims.modes.infinitives import still_to_do
from kg.extract.rules.claims.modes.no_plans import TO_AMOUNT, counts_plans, is_hearsay, is_no_plan
from kg.extract.rules.claims.modes.surveyed import who_mean
from kg.extract.rules.claims.reach import reaches
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.lexicon.wordlists import code_of, words
from kg.model import Span

Told: TypeAlias = tuple[str, Span | None]
"""A mode and the words that tell it."""
_LEAST = 0.6
_HEDGED = 0.4
_DEFAULT = "actual"
_PRINTED = frozenset({"name", "misspelling", "unknown"})
"""Ways in which a name stands for somebody that are no words of the language."""
_MONTH = re.compile(r"May")
_INFINITIVE = Construction(
    r"\b(?:is|are|was|were) to (?:be (?!{no-intention}\b)[a-z]{3,}|(?!{no-intention}\b)[a-z]{3,})"
)
_UNDERTAKES = Construction(r"(?:is|are)\s(?:[a-z]+ly\s|now\s|also\s|still\s|once\smore\s)?{under-way}\b")
"""What is being done and not done yet: "is also closing 40 shops"."""
_IS = ("is ", "are ")
_AT_A_PRICE = Construction(r"\s(?:(?:in|on)\s[^,;.]{1,30}?\s)?(?:for|at)\s(?:{grammar:focus|bounds:*}\s)*")
"""What stands between what goods are doing and their price: "is selling in Japan for"."""
_VERB_OF, _VERB_REACH = Construction(r"\b(?:it|he|she|they|we|also|still|{time-adverbs:present})\s\Z"), 12
"""What makes "projects" a verb: "the carmaker now projects"."""
_HOLDING, _OWNERS = re.compile(r"(?:['’]s?|\b(?:its|their|his|her|the|an?))\s(?:[\w-]+\s)?\Z"), 24
"""What makes "holding" what somebody has: "cut Acme's holding to 9%"."""
_PAST = Construction(
    r"(?<!\bto )(?<!\bbe )(?<!\bbeing )\b(?!{pricing}\b)([a-z]{2,}ed)\s+(?:(?:by|to|a|an|at|up)\s+)?\Z"
)
_DID = Construction(
    r"(?<!\bto )(?<!\bbe )(?<!\bbeing )\b(?:[a-z]{2,}ed|{irregular-doing})\s+(?:(?:by|an?|about)\s+)?\Z"
)
_PAST_REACH = 24
_CHANGED = Construction(r"(?<!\bto )(?<!\bwill )(?<!\bwould )\b{change-verb}\s(?:by\s)?[^,;.\s]*[0-9][^,;]*\s\Z")
_COUNTS_WHO = re.compile(
    r"\s(?:(?!(?:is|are|was|were|been|be|being|which|that)\b)[\w’'-]+\s)+(?:(?:are|were|is|was)\s(?=[a-z]+ing\s))?"
)
_INTENDED = re.compile(r"\bto\s(?!(?:its|their|the|an?)\b)[a-z]+\b[^,;]*\Z")
FORETOLD = "foretold"
"""Not a mode yet: it depends on who foresees whether the figure is guidance or an estimate."""
_VIEWS = frozenset({FORETOLD, "estimated"})
_RANKS = {"planned": 2.0, "actual": 1.0, "done": 5.5, FORETOLD: 5.0}
_DONE = re.compile(r"\b(?i:after|despite|having|since)\s(?:already\s|just\s)?([a-z]{3,}(?:ing|ed))\b")
"""What was done before the main clause: "raised its forecast after spending $900 million"."""
_RESULT = Construction(
    r"\b(?i:after|despite|following|amid)\s(?:{posting-result}|an?\s(?:[a-z-]+\s){0,2}?(?=[0-9][0-9.,]*%?(?:\s[a-z-]+){0,4}?\s{change-noun}\b))"
)
"""What was reported before the main clause: "plans to cut costs after posting a loss", "after a 9% fall in sales"."""
_ANNOUNCED_REACH = 90
"""How far (characters) before a figure it may be announced."""
_NOT_REACH = 45
_PLAN_REACH = 90
_GIVEN_UP = Construction(
    r"\b(?P<verb>{giving-up})\s(?:[\w’'-]+\s){0,3}?{plan|undertaking}\s(?:to|for|of|worth)\s"
    r"(?:(?!\s(?:and|but|or|that|which|will|would)\s)[^,;:—])*\Z"
)
"""A plan that was given up up to the figure in it: "dropped a plan to invest"."""
"""How far (characters) a negation may stand before the figure it takes back."""
_EXPECTED = Construction(r"(?:is|are) {forecasts:verb} to\Z")
_HAPPENS = Construction(
    r"\s(?:[a-z]+ly\s)?(?:{happening}\b|be\s(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_most|bounds:at_least|bounds:range}\s)?"
    r"(?:up|down|{#amount}))"
)
"""What comes about by itself, which is foreseen and no plan: "costs are expected to rise", not "expected to spend"."""
_OFTEN = Construction(r"(?:\s[a-z-]+){0,3}?\s{notions:daily|notions:weekly|notions:monthly}\b")
_TO_BE = re.compile(r"\s(?:be\s)?(?:[a-z]+ly\s|now\s|also\s)?")
_SUPPOSED = Construction(r"(?<!\bas\s)\b(?i:{negations:if})\b[^,;.:]*\Z")
_ONLY = Construction("{no-negation}")


def mode(figure: Figure, sentence: Span, read: Annotated, around: Breaks, sources: Sequence[Span]) -> Told:
    """Return the mode whose words stand nearest to `figure`, with those words; `actual` where none stand near.

    `FORETOLD` stands for a word of foreseeing.

    Words inside `sources` ("people familiar with the plan") tell nothing. A past tense right before the figure tells
    as much as a listed word, as does an infinitive that stands for the future ("is to spend").
    """
    if mean := who_mean(figure, read.text):
        return _DEFAULT, mean
    best: tuple[float, float, str, Span | None] = (_LEAST, 0.0, _DEFAULT, None)
    described = priced.described(sentence, figure.span, read.text)
    passed = tuple(sorted((*asides(sentence, figure.span, read.text), *described), key=lambda one: one.start))
    where = _Place(figure, passed, around, read.within(read.figures, sentence))
    for span, code, rank in _told(figure, sentence, read):
        near = _near(span, where) + rank / 20
        if near <= best[0] or any(source.covers(span) for source in sources):
            continue
        if any(one.covers(span) for one in described):
            continue
        if _says_nothing(span, code, where, sentence, read):
            continue
        if not _bracketed(span, figure.span, read.text) and reaches(
            span, figure.span, sentence, read.text, where.asides
        ):
            best = (near, rank, code, span)
    return best[2], best[3]


def _is_old_view(one: Figure, cue: Span, figure: Span) -> bool:
    """Tell whether a participle is of an older value before the figure: "from the 5% estimated in May to 4%"."""
    return one.role == "from" and one.span.end + 1 == cue.start and cue.end < figure.start


def _is_purpose(cue: Span, figure: Span, text: str) -> bool:
    """Tell whether an infinitive says what something was done for: "invested $4 billion to build a plant"."""
    if cue.start < figure.end or not text.startswith("to ", cue.start):
        return False
    return _DID.search(text, max(0, figure.start - _PAST_REACH), figure.start) is not None


def _is_habit(cue: Span, figure: Figure, text: str) -> bool:
    """Tell whether what is being done is done all the time: "is building 9 cars a day", "is selling for $900"."""
    if not (text.startswith(_IS, cue.start) and text.endswith("ing", 0, cue.end)):
        return False
    return figure.per is not None or _AT_A_PRICE.fullmatch(text, cue.end, figure.span.start) is not None


def _is_seen_often(cue: Span, figure: Span, read: Annotated) -> bool:
    """Tell whether somebody only has so many all the time: "sees 4 million visitors a day"."""
    if cue.of(read.fold) not in words("semantic-fields", "seeing"):
        return False
    return bool(TO_AMOUNT.match(read.text, cue.end)) and _OFTEN.match(read.fold, figure.end) is not None


def _is_result(cue: Span, sentence: Span, text: str) -> bool:
    """Tell whether an infinitive says what something came to: "fares rose 9% to give a profit of $4 billion"."""
    if not text.startswith("to ", cue.start):
        return False
    return _CHANGED.search(text, sentence.start, cue.start) is not None


def _is_unit(cue: Span, figures: Sequence[Figure]) -> bool:
    """Tell whether a word is the unit of an amount: "9 trillion won"."""
    return any(one.number.start < cue.start and cue.end == one.number.end for one in figures)


def _demands(cue: Span, figure: Span, text: str) -> bool:
    """Tell whether the figure counts who demands something: "four groups urged"."""
    return figure.end <= cue.start and _COUNTS_WHO.fullmatch(text, figure.end, cue.start) is not None


def _bracketed(cue: Span, figure: Span, text: str) -> bool:
    """Tell whether a word stands in brackets behind a figure: "$9 billion (above estimates)"."""
    between = text[figure.end : cue.start]
    return between.count("(") > between.count(")")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands: the asides before it, the clause breaks of the text, the figures of its sentence."""

    figure: Figure
    asides: tuple[Span, ...]
    around: Breaks
    others: Sequence[Figure]


def _near(cue: Span, where: _Place) -> float:
    """Return how near a word is to the figure, the asides between them left out."""
    for aside in where.asides:
        if cue.end <= aside.start:
            opening, closing = Span(aside.start, aside.start), Span(aside.end, aside.end)
            ahead = nearness(opening, cue, where.around, ())
            return ahead * nearness(where.figure.span, closing, where.around, where.others)
    return nearness(where.figure.span, cue, where.around, where.others)


def _says_nothing(cue: Span, code: str, where: _Place, sentence: Span, read: Annotated) -> bool:
    """Tell whether a word that tells the mode `code` of other figures tells nothing of this one."""
    figure, text = where.figure, read.text
    if _is_purpose(cue, figure.span, text):
        return True
    if code in _VIEWS and (
        surpassed.tells_other(cue, figure.span, sentence, text)
        or any(_is_old_view(one, cue, figure.span) for one in where.others)
    ):
        return True
    if code == "planned":
        return _is_result(cue, sentence, text) or _is_habit(cue, figure, text) or counts_plans(cue, figure, text)
    if code == FORETOLD:
        return _is_seen_often(cue, figure.span, read)
    return _is_unit(cue, where.others) if code == _DEFAULT else code == "demanded" and _demands(cue, figure.span, text)


def _told(figure: Figure, sentence: Span, read: Annotated) -> Iterator[tuple[Span, str, float]]:
    """Yield the words that tell a mode, of overlapping ones the longest, with code and rank."""
    named = [name.span for name in read.within(read.names, sentence) if name.how in _PRINTED]
    for cue in worded(read.text, read.fold, sentence):
        if not any(name.covers(cue[0]) for name in named):
            yield cue  # in "Target shares fell" nobody has a target
    index = read.index_at(figure.span.start)
    for act in read.acts_at(index) if index is not None else ():
        if act.cue.of(read.fold) in words("forecasts", "reporting") and _of_a_name(act, read):
            yield act.cue, FORETOLD, _RANKS[FORETOLD]
    for found in _INFINITIVE.finditer(read.text, sentence.start, sentence.end):
        yield Span(*found.span()), "planned", _RANKS["planned"]
    for span in still_to_do(read.text, sentence, figure):
        yield span, "planned", _RANKS["planned"]
    for span in _done(read.text, sentence):
        if span.end <= figure.span.start:
            yield span, _DEFAULT, _RANKS["done"]
    past = _PAST.search(read.text, max(sentence.start, figure.span.start - _PAST_REACH), figure.span.start)
    if past:
        yield Span(*past.span(1)), _DEFAULT, _RANKS["actual"]


@latest
def worded(text: str, fold: str, sentence: Span) -> tuple[tuple[Span, str, float], ...]:
    """Return the listed words of a sentence that tell a mode; kept, since each of its figures asks for them."""
    found: list[tuple[Span, str, float]] = []
    for start, stop, (code, rank) in sorted(_modes().hits(sentence.of(fold)), key=lambda hit: (hit[0], -hit[1])):
        span = Span(start + sentence.start, stop + sentence.start)
        free = not found or span.start >= found[-1][0].end
        if (
            free
            and not _MONTH.fullmatch(text, span.start, span.end)
            and not (code == FORETOLD and (_compares(span, text) or _looks(span, text, fold)))
            and not (code == "planned" and is_no_plan(span, text, fold))
            and not (code == "estimated" and is_hearsay(span, text))
            and not (code in _VIEWS and surpassed.nameless(span, text))
        ):
            found.append(_foreseen(span, text) if code == "planned" and _happens(span, text) else (span, code, rank))
    if "ing" in fold[sentence.start : sentence.end]:
        under_way = _UNDERTAKES.finditer(fold, sentence.start, sentence.end)
        found += [(Span(*one.span()), "planned", _RANKS["planned"]) for one in under_way]
    passed_on = {one for one, behind in pairwise(found) if _said_to_plan(one, behind, text)}
    return tuple(one for one in found if one not in passed_on)


@latest
def _done(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the words of a sentence that tell of what was done before its main clause."""
    found = [Span(*one.span()) for one in _RESULT.finditer(text, sentence.start, sentence.end)]
    done = _DONE.finditer(text, sentence.start, sentence.end)
    found += [Span(*one.span(1)) for one in done if not _INTENDED.search(text, sentence.start, one.start())]
    return tuple(found)


def _happens(span: Span, text: str) -> bool:
    return _EXPECTED.search(text, span.start, span.end) is not None and _HAPPENS.match(text, span.end) is not None


def _foreseen(span: Span, text: str) -> tuple[Span, str, float]:
    """Return the words of foreseeing without their "to"."""
    return Span(span.start, text.rindex(" ", span.start, span.end)), FORETOLD, _RANKS[FORETOLD]


def _said_to_plan(one: tuple[Span, str, float], behind: tuple[Span, str, float], text: str) -> bool:
    """Tell whether words only say that others say so, of a plan: "is said to be planning for"."""
    passed_on = one[1] == "estimated" and text.endswith(" to", 0, one[0].end)
    return passed_on and behind[1] == "planned" and _TO_BE.fullmatch(text, one[0].end, behind[0].start) is not None


def _compares(span: Span, text: str) -> bool:
    """Tell whether a word only compares: "forecast-beating", "stronger-than-expected", "better than expected"."""
    return text.endswith("than ", 0, span.start) or "-" in (
        text[span.start - 1 : span.start],
        text[span.end : span.end + 1],
    )


def _looks(span: Span, text: str, fold: str) -> bool:
    """Tell whether somebody looks to or holds to something that is no amount: "looks to expand"."""
    if span.of(fold) not in words("forecasts", "looking"):
        return False
    if _HOLDING.search(text, max(0, span.start - _OWNERS), span.start):
        return True
    return TO_AMOUNT.match(text, span.end) is None


def _of_a_name(act: Reported, read: Annotated) -> bool:
    """Tell whether a verb stands right behind a name: "Acme projects sales of", not "three Acme projects worth"."""
    if _VERB_OF.search(read.text, max(0, act.cue.start - _VERB_REACH), act.cue.start):
        return True
    noun = read.fold.startswith(("worth ", "of ", "in ", "for "), act.cue.end + 1)
    named = read.within(read.names, act.source or act.cue)
    return not noun and any(name.span.end + 1 == act.cue.start for name in named)


def announced(figure: Figure, sentence: Span, read: Annotated, told: Span | None) -> Span | None:
    """Return the word that announces `figure`; `told` are the words that tell its mode, which must not stand nearer."""
    start = max(sentence.start, figure.span.start - _ANNOUNCED_REACH)
    found = None
    for low, high, _ in _announcements().hits(read.fold[start : figure.span.start]):
        found = Span(low, high).shifted(start)
    if found is None or (told is not None and told.start > found.end):
        return None
    between = asides(sentence, figure.span, read.text)
    return found if reaches(found, figure.span, sentence, read.text, between) else None


def negated(figure: Figure, clause: Span, read: Annotated) -> Span | None:
    """Return the word in the figure's clause by which it is negated or supposed only, None where it is asserted."""
    start = max(clause.start, figure.span.start - _NOT_REACH)
    window = read.fold[start : figure.span.start]
    for low, high, kind in _negations().hits(window):
        if kind == "not" and _ONLY.match(window, low):
            continue
        if kind == "if" and start + low > clause.start + 3:
            continue
        return Span(low + start, high + start)
    given_up = _GIVEN_UP.search(read.fold, max(clause.start, figure.span.start - _PLAN_REACH), figure.span.start)
    return Span(*given_up.span("verb")) if given_up else None


def supposed(figure: Figure, sentence: Span, text: str) -> Span | None:
    """Return the words of a clause of condition up to the figure in it: "if Acme is right and Borealis spends"."""
    found = _SUPPOSED.search(text, sentence.start, figure.span.start)
    return Span(*found.span()) if found else None


def hedge(figure: Figure, sentence: Span, read: Annotated, around: Breaks) -> str | None:
    """Return the word by which the writer holds back from vouching ("reportedly"), the one nearest to the figure."""
    others = read.within(read.figures, sentence)
    near = [(nearness(figure.span, span, around, others), span) for span in _hedging(read.fold, sentence)]
    close = [item for item in near if item[0] > _HEDGED]
    return max(close, key=lambda item: (item[0], -item[1].start))[1].of(read.fold) if close else None


@latest
def _hedging(fold: str, sentence: Span) -> tuple[Span, ...]:
    """Return the hedges in a sentence; kept, since each of its figures asks for them."""
    start = sentence.start
    return tuple(Span(low + start, high + start) for low, high, _ in _hedges().hits(sentence.of(fold)))


@cache
def _hedges() -> Matcher[str]:
    return Matcher(code_of("hedges"))


@cache
def _announcements() -> Matcher[bool]:
    return Matcher(dict.fromkeys(words("announcements"), True))


@cache
def _modes() -> Matcher[tuple[str, float]]:
    return Matcher(
        {
            word: (concept.code, float(concept.facts.get("rank", ("0",))[0]))
            for concept in codes.scheme("modes").values()
            for word in concept.words
        }
        | dict.fromkeys(words("forecasts", "verb", "noun", "looking"), (FORETOLD, _RANKS[FORETOLD]))
    )


@cache
def _negations() -> Matcher[str]:
    return Matcher(code_of("negations"))
