"""Notions in a text: the words of `v:notions`, the names of `v:measures`, and entities that count as such a word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.split_verbs import split_verbs
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.model import Span

LATER = r"(?:\s\([^()]{2,40}\)|,\sor\s[^,;.]{2,40},)?"
"""What may part a percentage from that of which it is a part: "8% (some 900 people) of its staff"."""
_PART_LATER = re.compile(rf"(?=[\s,]{{1,2}}(?:\(|or)){LATER}\sof\b")
_OUT_OF, _PURPOSE = "out-of", "purpose"
_PART_FOR = Construction(
    r"\b(?:including|of\swhich|plus|with|and)\s(?:(?:an?|the)\s)?(?:{further}\s)?(?:{grammar:focus|bounds:*}\s)*\Z"
)
_FOR = re.compile(r"\sfor(?=\s)")
"""What a part of an amount is for: "$9 billion, including $5 billion for chips"."""
_PART_REACH = 40
_BESIDE = 8
"""So many hits, at most, start shortly before another."""
_ONE_WORD, _MORE = 1.2, 0.3
"""What a measure's own name tells: a word of it as much as a notion and a bit, each further word a bit more."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that tells something: of a notion (`notion` true), or the name of a measure."""

    code: str
    weight: float
    notion: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign at its place."""

    span: Span
    sign: Sign


@dataclass(frozen=True, slots=True)
class Hits:
    """All signs of a text in order."""

    found: tuple[Hit, ...]
    starts: tuple[int, ...]

    def within(self, span: Span) -> tuple[Hit, ...]:
        """Return the signs that start inside `span`."""
        return self.found[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def hits(read: Annotated) -> Hits:
    """Return the signs in sentences with figures: words, and names of the kinds that a notion counts (`kg:ofKind`)."""
    told = _Told(read)
    placed = (hit for low, high in told.stretches() for hit in _matcher().hits(read.fold, low, high))
    found = [Hit(span, sign) for start, end, signs in placed for span in (Span(start, end),) for sign in signs]
    for figure in read.figures:
        found += [Hit(span, _sign(code)) for span, code in split_verbs(figure, read.fold)]
        if unit_kind(figure.quantity.unit) == MONEY and (part := _for_what(figure, read.fold)):
            found.append(Hit(part, _sign(_PURPOSE)))
        if figure.quantity.unit == "percent" and (later := _PART_LATER.match(read.fold, figure.span.end)):
            found.append(Hit(Span(figure.span.end - 1, later.end()), _sign(_OUT_OF)))
    kinds = _kinds()
    for name in read.names:
        if name.entity.kind in kinds and name.how not in ("pronoun", "group") and told.covers(name.span.start):
            found += _named(name, kinds[name.entity.kind], read.fold)
    found = _outermost(found)
    return Hits(tuple(found), tuple([hit.span.start for hit in found]))


def _for_what(figure: Figure, fold: str) -> Span | None:
    """Return the "for" right behind a part of an amount, None without one."""
    behind = _FOR.match(fold, figure.span.end)
    start = figure.span.start
    part = behind and _PART_FOR.search(fold, max(0, start - _PART_REACH), start)
    return Span(behind.start() + 1, behind.end()) if behind and part else None


def hits_in(read: Annotated, stretch: Span) -> tuple[Hit, ...]:
    """Return the signs that start in a stretch, whether or not its sentence holds a figure."""
    placed = _matcher().hits(read.fold, stretch.start, stretch.end)
    found = [Hit(Span(start, end), sign) for start, end, signs in placed for sign in signs]
    kinds = _kinds()
    for name in read.within(read.names, stretch):
        if name.entity.kind in kinds and name.how not in ("pronoun", "group"):
            found += _named(name, kinds[name.entity.kind], read.fold)
    return tuple(_outermost(found))


def named_measures(read: Annotated, stretch: Span) -> frozenset[str]:
    """Return the measures that a stretch of the text calls by their names."""
    placed = _matcher().hits(read.fold, stretch.start, stretch.end)
    return frozenset(sign.code for _, _, signs in placed for sign in signs if not sign.notion)


def _named(name: Name, signs: Iterable[Sign], fold: str) -> Iterable[Hit]:
    """Yield what a name tells as one of its kind, with the word that it must stand behind (`kg:behindWord`)."""
    behind = _behind()
    for sign in signs:
        word = behind.get(sign.code)
        start = name.span.start - len(word) - 1 if word else name.span.start
        if word is None or (start > 0 and fold.startswith(f" {word} ", start - 1)):
            yield Hit(Span(start, name.span.end), sign)


class _Told:
    """Where the sentences with figures are, and what stands above tables: words elsewhere tell nothing."""

    def __init__(self, read: Annotated) -> None:
        above = (span for cell in read.cells for span in (cell.head, *cell.titles) if span)
        places = (*(figure.span for figure in read.figures), *above)
        indexes = {read.index_at(span.start) for span in places}
        spans = [read.sentences[index].span for index in sorted(index for index in indexes if index is not None)]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def stretches(self) -> Iterable[tuple[int, int]]:
        """Return where each such sentence starts and ends, in order."""
        return zip(self._starts, self._ends, strict=True)

    def covers(self, position: int) -> bool:
        """Tell whether such a sentence holds `position`."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


def _same_word(one: Span, longer: Span) -> bool:
    """Tell whether two hits are one word but for an s: "purchases" of one notion, "purchase" of another."""
    return one == longer or (one.start == longer.start and one.end + 1 == longer.end)


def _outermost(found: list[Hit]) -> list[Hit]:
    """Return the hits in order without words of a notion inside a longer word of another ("CHIPS" in "CHIPS Act").

    Nor is a name one that ends in what only modifies a thing behind: "spending on AI" of "spending on AI chips".
    """
    found.sort(key=lambda hit: (hit.span.start, -hit.span.end, hit.sign.code))
    kept: list[Hit] = []
    longest: Hit | None = None
    for hit in found:
        inside = longest is not None and not _same_word(hit.span, longest.span) and longest.span.covers(hit.span)
        inside = inside and longest is not None and (hit.sign.notion or not longest.sign.weight)
        if inside and longest is not None and longest.sign.code != hit.sign.code:
            continue
        if hit.sign.notion and hit.sign.code in things():
            _drop_names_running_into(hit.span, kept)
        kept.append(hit)
        if hit.sign.notion and (longest is None or hit.span.end > longest.span.end):
            longest = hit
    return kept


def _drop_names_running_into(thing: Span, kept: list[Hit]) -> None:
    for at in range(len(kept) - 1, max(-1, len(kept) - _BESIDE), -1):
        one = kept[at].span
        if not kept[at].sign.notion and one.start < thing.start < one.end < thing.end:
            del kept[at]


@cache
def _matcher() -> Matcher[tuple[Sign, ...]]:
    words: dict[str, list[Sign]] = {}
    for word, sign in _signs():
        words.setdefault(word.lower(), []).append(sign)
    return Matcher({word: tuple(sorted(signs, key=lambda sign: sign.code)) for word, signs in sorted(words.items())})


def _signs() -> Iterable[tuple[str, Sign]]:
    for notion in codes.scheme("notions").values():
        weight = float(notion.facts.get("weight", ("1",))[0])
        yield from ((word, Sign(notion.code, weight, notion=True)) for word in (*notion.words, *notion.hidden))
    for measure in codes.scheme("measures").values():
        for word in (*measure.words, *measure.hidden):
            weight = _ONE_WORD + _MORE * word.replace("-", " ").count(" ")
            yield word, Sign(measure.code, weight, notion=False)


@cache
def _sign(code: str) -> Sign:
    return Sign(code, float(codes.scheme("notions")[code].facts.get("weight", ("1",))[0]), notion=True)


@cache
def things() -> frozenset[str]:
    """Return the codes of the notions that are a kind of thing with names of its own (`kg:ofKind`)."""
    return frozenset(sign.code for signs in _kinds().values() for sign in signs)


@cache
def _behind() -> Mapping[str, str]:
    """Return notion -> the word that names of its kind must stand behind."""
    notions = codes.scheme("notions").values()
    pairs = ((notion.code, word) for notion in notions for word in notion.facts.get("behindWord", ()))
    return MappingProxyType(dict(pairs))


@cache
def _kinds() -> Mapping[str, tuple[Sign, ...]]:
    found: dict[str, list[Sign]] = {}
    for notion in codes.scheme("notions").values():
        for kind in notion.facts.get("ofKind", ()):
            weight = float(notion.facts.get("weight", ("1",))[0])
            found.setdefault(kind, []).append(Sign(notion.code, weight, notion=True))
    return MappingProxyType({kind: tuple(signs) for kind, signs in sorted(found.items())})
