"""Which part of its subject a figure is of: "Its gaming segment brought in $4 billion", "revenue from servers".

What a division makes is no figure of the whole company. The part is the scope of the claim: a code of the list, else
only that it is some part. Figures behind a part are its own until the text comes back to the company or to a total.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.parts.modified_results import modified
from kg.extract.rules.claims.story import Case
from kg.extract.rules.names.bodies import FIRMS, THINGS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.model import Entity, Span

_SOME, _REACH = "part", 40
_BODY = Construction(r"s?(?:\s(?:and|&)\s[a-z-]+)?[\s-]{firm-part}\b")
"""Behind what a part does: "data centre and AI unit"."""
_BESIDE = Construction(r"s?,\s(?:its|(?:the\s)?[\w-]+['’]s)\s(?:[\w-]+\s){0,3}{firm-part}\b")
"""A part told in an apposition: "Gaming, its older business, added"."""
_RESULT = Construction(r"s?(?:\s\([a-z-]{2,6}\))?\s(?:[a-z-]+\s)?{result-of-part}\b")
"""What a part brings: "data centre revenue", "gaming product sales"."""
_DOES = Construction(r"s?\s(?:{notions:gain|notions:rise-by|notions:fall|notions:change|grammar:finite})\b")
"""A part that does something itself: "Automotive climbed 9%"."""
_FROM = Construction(r"\b{result-of-part}\s(?:from|of|in|at)\s(?:(?:its|the|their)\s)?\Z")
_SAME = Construction(r"\b(?:this|that|the|its)\s(?:{not-telling-part}\s)?{firm-division}\b(?:['’]s)?")
_OTHER = Construction(
    r"\b(?:(?:its|their|['’]s)\s(?:(?!{not-telling-part}\b)[\w&“”\"-]+\s){1,3}?"
    r"|the\s(?!{not-telling-part|grammar:determiner}\b)[\w&-]+\s(?:[\w&-]+\s){0,4}?){firm-division}\b"
)
_SOLD = Construction(
    r"\b{result-of-part}\s(?:from|of)\s(?:(?:its|the|their)\s)?(?!(?:an?|this|all|{no-source|no-part})\b|{#amount})[a-z]"
)
_MENTIONED = Construction(r"{firm-division}\b|{result-of-part}\s(?:from|of)\s(?!{#money})[a-z]")
"""What one of the patterns without a listed word needs; most sentences have none of it."""
_WHOLE = Construction(r"(?<!of\s)\b{no-part}\b|;")
_LINK = Construction(r"\s(?:(?:{notions:worth}\s)?of|in|from|at|for|were|was)\s(?:[\w-]+\s){0,3}")
_BETWEEN = Construction(r"\b{result-of-part}\b")
_WORTH = Construction(r"\b(?:{notions:worth}\sof|{result-of-part}\s(?:from|of))\s(?:(?:its|the|their)\s)?\Z")
"""Before what is sold: "$650 million worth of K9 chips", "sales of K9 chips"."""
_CALLED = Construction(r"\s(?:[A-Z][a-z]+\s){1,2}{result-of-part}\b")


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that name a part, the code of it, and whether they name what it brings ("gaming revenue") or itself."""

    span: Span
    code: str
    brings: bool


def part(case: Case, who: Entity | None, read: Annotated) -> tuple[Entity, Span] | None:
    """Return the part of `who` that the figure is of, with the words that name it; None where it is of all."""
    if "true" not in case.facts.get("ofParts", ()) or (who is not None and who.kind not in FIRMS):
        return None
    if counted := _counted(case.figure, read):
        return counted
    told = _named(read, case.sentence)
    ahead = [one for one in told if one.span.end <= case.figure.span.start and _holds(one, case.figure, who, read)]
    behind = [one for one in told if _LINK.fullmatch(read.text, case.figure.span.end, one.span.start)]
    found = next(iter(behind), None) or max(ahead, key=lambda one: one.span.end, default=None)
    if found is None or case.code.startswith(f"{found.code}-"):
        return None  # "cloud revenue" says so itself
    return Entity(found.code, "Scope"), found.span


def is_part(scope: Entity) -> bool:
    """Tell whether a scope is a part of a firm."""
    listed = codes.scheme("scopes")
    return scope.kind == "Scope" and scope.name in listed and (scope.name == _SOME or bool(listed[scope.name].broader))


def _counted(figure: Figure, read: Annotated) -> tuple[Entity, Span] | None:
    """Return the part that the counted noun names: "400 battery-electric cars"."""
    if figure.noun is None or figure.quantity.unit != "count":
        return None
    found = [*_counting().hits(read.fold, figure.noun.start, figure.noun.end)]
    if not found:
        return None
    low, high, code = max(found, key=lambda hit: hit[1] - hit[0])
    return Entity(code, "Scope"), Span(low, high)


def _holds(one: _Part, figure: Figure, who: Entity | None, read: Annotated) -> bool:
    """Tell whether the words up to the figure still speak of the part."""
    between = Span(one.span.end, figure.span.start)
    if _WHOLE.search(read.fold, between.start, between.end):
        return False
    if one.brings and _BETWEEN.search(read.fold, between.start, between.end):
        return False
    names = read.within(read.names, between)
    return not any(name.entity == who or (name.entity.kind in FIRMS and name.how != "unknown") for name in names)


@latest
def _named(read: Annotated, sentence: Span) -> tuple[_Part, ...]:
    """Return the parts that a sentence names, in order."""
    fold, listed = read.fold, []
    for low, high, code in _matcher().hits(sentence.of(fold)):
        start, end = low + sentence.start, high + sentence.start
        found = next(_read(fold, start, end, sentence), None)
        if found is not None and not _in_a_name(Span(start, end), read):
            listed.append(_Part(found[0], code, found[1]))
    listed += _sold(read, sentence)
    listed += _named_after(read, sentence)
    listed += _modified(read, sentence, listed)
    if _MENTIONED.search(fold, sentence.start, sentence.end):
        listed += _unlisted(read, sentence, listed)
    return tuple(sorted(listed, key=lambda one: (one.span.end, one.span.start)))


def _read(fold: str, start: int, end: int, sentence: Span) -> Iterator[tuple[Span, bool]]:
    """Yield what words for a business name where they stand: the part itself, or what it brings."""
    for construction in (_BODY, _BESIDE):
        if found := construction.match(fold, end, sentence.end):
            yield Span(start, found.end()), False
    if found := _RESULT.match(fold, end, sentence.end):
        yield Span(start, found.end()), True
    if _FROM.search(fold, max(sentence.start, start - _REACH), start) or fold.endswith(" worth of ", 0, start):
        yield Span(start, end), True
    opening = not fold[sentence.start : start].strip(" “\"'-•") or fold[
        max(sentence.start, start - 7) : start
    ].endswith(("while ", "and "))
    if opening and (found := _DOES.match(fold, end, sentence.end)):
        yield Span(start, end), False


def _unlisted(read: Annotated, sentence: Span, listed: list[_Part]) -> Iterator[_Part]:
    """Yield parts that are told as such without a listed word, and those that were named before."""
    for found in _SAME.finditer(read.fold, sentence.start, sentence.end):
        yield _Part(Span(*found.span()), _before(read, sentence), brings=False)
    for construction, brings in ((_OTHER, False), (_SOLD, True)):
        for found in construction.finditer(read.fold, sentence.start, sentence.end):
            span = Span(*found.span())
            if not any(one.span.overlaps(span) for one in listed):
                yield _Part(span, _SOME, brings)


def _sold(read: Annotated, sentence: Span) -> Iterator[_Part]:
    """Yield the products of which a figure tells the sales: "iPhone revenue", "$650 million worth of K9 chips"."""
    fold = read.fold
    for name in read.within(read.names, sentence):
        if name.entity.kind in THINGS:
            behind = _RESULT.match(fold, name.span.end, sentence.end)
            if behind or _WORTH.search(fold, max(sentence.start, name.span.start - _REACH), name.span.start):
                yield _Part(Span(name.span.start, behind.end() if behind else name.span.end), _SOME, brings=True)


def _named_after(read: Annotated, sentence: Span) -> Iterator[_Part]:
    """Yield what a company calls after itself: "NIKE Direct revenues"."""
    for name in read.within(read.names, sentence):
        if name.entity.kind in FIRMS and (found := _CALLED.match(read.text, name.span.end, sentence.end)):
            yield _Part(Span(name.span.start, found.end()), _SOME, brings=True)


def _modified(read: Annotated, sentence: Span, listed: Sequence[_Part]) -> Iterator[_Part]:
    """Yield results that a noun ahead says the source of: "its product revenue"."""
    for span in modified(read, sentence):
        if not any(one.span.overlaps(span) for one in listed):
            yield _Part(span, _SOME, brings=True)


def _before(read: Annotated, sentence: Span) -> str:
    """Return the code of the part that the sentence before speaks of."""
    index = next((at for at, one in enumerate(read.sentences) if one.span == sentence), 0)
    told = _named(read, read.sentences[index - 1].span) if index else ()
    return told[-1].code if told else _SOME


def _in_a_name(span: Span, read: Annotated) -> bool:
    """Tell whether words are part of a company's name: Intel Foundry, Acme Cloud."""
    around = Span(max(0, span.start - _REACH), span.end + _REACH)
    return any(name.span.covers(span) and name.how != "unknown" for name in read.within(read.names, around))


@cache
def _matcher() -> Matcher[str]:
    return Matcher({word: one.code for one in codes.scheme("scopes").values() if one.broader for word in one.words})


@cache
def _counting() -> Matcher[str]:
    """Return the words for kinds of things that are counted apart from the rest of their kind."""
    counted = (one for one in codes.scheme("scopes").values() if "true" in one.facts.get("counted", ()))
    return Matcher({word: one.code for one in counted for word in one.words})
