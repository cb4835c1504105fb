"""Words that refer back: descriptions, pronouns, groups and capitals, each resolved to an entity or left alone.

Works through the text in order, so that a resolved word is itself a mention for the next one. What nothing in the text
fits stays unresolved: no reference is returned for it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from kg.extract.rules.annotations import BY_PLACE, NAMED, Name, Sentence
from kg.extract.rules.references.ahead import owner_ahead
from kg.extract.rules.references.bound import (
    apposed,
    apposed_by,
    leads_alone,
    of_sentence,
    subject_of_clause,
    told_of_another,
)
from kg.extract.rules.references.cast import Cast, cast
from kg.extract.rules.references.complements import does_besides, of_that_time, of_unnamed_speaker, speaks_of_itself
from kg.extract.rules.references.curbs import curbs
from kg.extract.rules.references.descriptions import Description, descriptions, weight
from kg.extract.rules.references.groups import groups
from kg.extract.rules.references.in_relation import not_meant, set_beside
from kg.extract.rules.references.metonyms import metonyms
from kg.extract.rules.references.owners import owners, unheld
from kg.extract.rules.references.pairs import pairs
from kg.extract.rules.references.salience import Salience, joined_behind
from kg.extract.rules.references.unnamed import goes_on_about_unnamed
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings, surroundings
from kg.lexicon.names import Lexicon, registry
from kg.lexicon.wordlists import words
from kg.model import Document, Entity, Span

_PRONOUN = Construction(
    r"[IiTtHhSs](?<!\w.)(?:(?<=[Ii])t(?:s(?:elf)?)?|(?<=[Tt])he(?:y|ir|m)|(?<=[Hh])(?:e|is|im|er)|(?<=[Ss])he)\b"
    r"(?!['’]s\s(?:a|not|{obvious}|un))"
)
"""The first letter stands alone so that the engine skips from one of these letters to the next."""
_EMPTY_IT = Construction(
    r"[Ii]t\s(?:is|was|{appearing}|would be|will be|may be)\s(?:not\s)?(?:[\w-]+\s){0,2}"
    r"(?:that|to|whether|how|why|if|when)\b"
)
_OF_STOCK = Construction(r"(?:The|Its|Their)\s(?:[a-z]+\s)?{dealt-in}\s[^;:“”\"\n]*")
_SAYING = Construction(r"\s{telling}\b")
_THING = {
    "Company": 1.0,
    "Organization": 0.9,
    "Product": 0.75,
    "Chip": 0.7,
    "Authority": 0.8,
    "Outlet": 0.35,
    "Place": 0.35,
}
"""How readily "it" stands for a thing of each class: news is about companies first."""
_VOICE = {kind: weight for kind, weight in _THING.items() if kind not in ("Chip", "Place")} | {"Product": 0.35}
"""How readily "it" stands for a thing of each class where it speaks."""
_SPEAKS = re.compile(r"\s(?:also\s|has\s|had\s|later\s|now\s)?(\w+)")
_NEAR, _GROUP_NEAR = 4, 1
"""Sentences that a pronoun may look back: for one thing or person, and for a group."""
_NOBODY: frozenset[Entity] = frozenset()
_BEING = Construction(r"\b{relation-cues:being}\s\Z")
_GAP = 40
_DETERMINERS = frozenset({"", "the", "this", "that", "these", "those", "its"})
_NO_OWNERS = frozenset({"Place", "Organization"})
_THAT = "that"
_GOODS = ("Product", "Chip")
_OBSCURE = 0.5


def references(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], document: Document, lexicon: Lexicon | None = None
) -> tuple[Name, ...]:
    """Return `names` with all resolved references among them, in order, without overlaps.

    A description that covers a name ("TikTok's parent company") takes its place. One that stands in apposition to a
    name adds nothing and is left out. `document` tells where the prose starts: what the lines between headline and
    prose name (outlet, author) is nothing that a word of the prose refers back to.
    """
    lexicon = lexicon or registry()
    around = surroundings(text, tuple(sentences))
    direct = _merged(text, metonyms(text, names, lexicon), owners(text, names, lexicon))
    fixed = _beside(direct, (*groups(around, names, lexicon), *pairs(around, names), *curbs(text, direct, lexicon)))
    told = cast(text, tuple(names))
    header = document.header
    salience = Salience(around, sentences, [name for name in fixed if not _within(name.span, header)])
    resolved: list[Name] = []
    told_by_goods = tuple(unheld(text, fixed))
    for start, item in sorted(_open(text, fixed, told_by_goods, document.body), key=lambda pair: pair[0]):
        other = _NOBODY
        if isinstance(item, Name):
            name: Name | None = item
        elif isinstance(item, Description) and apposed(item.span, text, resolved):
            continue
        else:
            if start == of_unnamed_speaker(around.sentence(start).start, text, resolved):
                continue
            other = _others(item, around, resolved)
            known = (lexicon, told, fixed, other)
            last = resolved[-1].entity if resolved and _is_it(item, text) else None
            name = (
                _bound(item, around, resolved, other)
                or _pointed(item, around, resolved, known[:2])
                or _named_alone(item, around, resolved, known)
                or _resolved(start, item, around, salience, known)
            )
            if last is not None and name is not None and name.entity != last:
                name = None  # "Acme said Beta became the largest carmaker"
        if name is not None and (not resolved or _adds(text, resolved[-1], name)):
            if not _within(name.span, header):
                salience.meet(name)
            if other and name.how == "pronoun":
                salience.set_beside(other, name.span.start)
            resolved.append(name)
    return tuple(resolved)


def _within(span: Span, header: Span) -> bool:
    """Tell whether a name stands in the lines between headline and prose, of which there mostly are none."""
    return span.start < header.end and header.covers(span)


def _others(item: "Description | re.Match[str]", around: Surroundings, before: Sequence[Name]) -> frozenset[Entity]:
    """Return those whom a description or pronoun cannot mean, as its own clause tells of them."""
    start = item.start() if isinstance(item, re.Match) else item.span.start
    told = told_of_another(item, around.text, before) if isinstance(item, re.Match) else None
    other = told or apposed_by(start, around.text, before)
    if other:
        return frozenset((other,))
    sentence = around.sentence(start).start
    if isinstance(item, re.Match):
        return not_meant(item, sentence, around.text, before)
    return set_beside(start, sentence, around.text, before) if item.owner == "the" else _NOBODY


def _is_it(item: "Description | re.Match[str]", text: str) -> bool:
    """Tell whether a description says what somebody is: "became the largest carmaker"."""
    return (
        isinstance(item, Description)
        and _BEING.search(text, max(0, item.span.start - _GAP), item.span.start) is not None
    )


def _adds(text: str, before: Name, name: Name) -> bool:
    """Tell whether the name stands clear of the one before and is not its apposition ("Acme, the chipmaker")."""
    gap = text[before.span.end : name.span.start]
    apposed = name.how == "description" and name.entity == before.entity and gap.strip() == ","
    return before.span.end <= name.span.start and not apposed


def _merged(text: str, names: Sequence[Name], covering: Sequence[Name]) -> tuple[Name, ...]:
    """Return names and descriptions, a description in place of the names it covers; appositions are left out."""
    kept = [name for name in covering if not _apposition(text, name, names)]
    spans = [name.span for name in kept]
    plain = [name for name in names if not any(span.overlaps(name.span) for span in spans)]
    return tuple(sorted((*plain, *kept), key=BY_PLACE))


def _apposition(text: str, described: Name, names: Sequence[Name]) -> bool:
    """Tell whether a name stands right behind the description, or right before it as in "Acme, the owner of Foo"."""
    starts = [name.span.start for name in names]
    after = bisect_left(starts, described.span.end)
    if after < len(names) and names[after].span.start - described.span.end <= len(", "):
        return text[described.span.end : names[after].span.start].strip(", ") == ""
    before = bisect_left(starts, described.span.start) - 1
    if before < 0:
        return False
    gap = text[names[before].span.end : described.span.start]
    same = names[before].entity == described.entity
    return same and len(gap) < _GAP and gap.lstrip().startswith((",", "(", "–", "-", "and", "is ")) and "." not in gap


def _beside(names: Sequence[Name], more: Iterable[Name]) -> tuple[Name, ...]:
    kept = list(names)
    spans = [name.span for name in names if name.entity.kind != "Place"]
    for name in more:
        if not any(name.span.overlaps(span) for span in spans):
            kept = [old for old in kept if not name.span.overlaps(old.span)]
            kept.append(name)
    return tuple(sorted(kept, key=BY_PLACE))


def _open(
    text: str, names: Sequence[Name], by_goods: Sequence[Description], body: int
) -> Iterable[tuple[int, "Name | Description | re.Match[str]"]]:
    """Yield all that is to be gone through, with its start: names, descriptions beside them, and pronouns."""
    starts = [name.span.start for name in names]
    for described in by_goods:
        yield described.span.start, described
    for name in names:
        yield name.span.start, name
    for described in descriptions(text):
        index = bisect_left(starts, described.span.end)
        follows = index < len(names) and names[index].span.start - described.span.end == 1
        told = text.startswith(", ", described.span.end) and index < len(names)
        if told and names[index].span.start - described.span.end == len(", "):
            follows = text.startswith(",", names[index].span.end)  # "Europe's largest fund, Acme, emerged"
        first = bisect_left(starts, described.span.start)
        deemed = first > 0 and text[names[first - 1].span.end : described.span.start] == " "  # "makes Acme the largest"
        covers = any(name.entity.kind != "Place" for name in names[first:index])
        elsewhere = described.owner not in _DETERMINERS and not _of_place(described, names[:first], text)
        if described.span.start >= body and not (follows or covers or elsewhere or deemed):
            yield described.span.start, described
    for match in _PRONOUN.finditer(text, body):
        yield match.start(), match


def _of_place(described: Description, before: Sequence[Name], text: str) -> bool:
    """Tell whether a place's first is described: "Europe's biggest carmaker", no "Acme's biggest supplier"."""
    last = before[-1] if before else None
    owner = last is not None and text[last.span.end : described.span.start] in ("'s ", "’s ")
    return not owner or (last is not None and last.entity.kind == "Place")


def _resolved(
    start: int,
    item: "Description | re.Match[str]",
    around: Surroundings,
    salience: Salience,
    known: tuple[Lexicon, Cast, Sequence[Name], frozenset[Entity]],
) -> Name | None:
    """Return whom a description or pronoun stands for: the owner ahead, else the most salient that fits."""
    if isinstance(item, Description):
        if item.head in words("semantic-fields", "any-company") and goes_on_about_unnamed(
            tuple(around.sentences), around.index(start), around.text
        ):
            return None
        entity = _described(item, salience, known)
        return Name(item.span, entity, "description") if entity else None
    if around.titled(start) or _EMPTY_IT.match(around.text, start) or _means_stock(item, around, known[2]):
        return None
    fits, reach = _pronoun_fit(item, around.text)
    entity = owner_ahead(item, around.sentence(start).start, around.text, known[2]) or salience.best(
        start, lambda one: 0.0 if one in known[3] else fits(one), reach
    )
    return Name(Span(*item.span()), entity, "pronoun") if entity else None


def _means_stock(pronoun: re.Match[str], around: Surroundings, names: Sequence[Name]) -> bool:
    """Tell whether "it" is the share that opens its sentence, which names nobody: "The stock fell 2% but it is up"."""
    sentence = around.sentence(pronoun.start()).start
    if not _OF_STOCK.fullmatch(around.text, sentence, pronoun.start()):
        return False
    index = bisect_left(names, sentence, key=lambda name: name.span.start)
    between = names[index : bisect_left(names, pronoun.start(), key=lambda name: name.span.start)]
    return all(name.entity.kind in _NO_OWNERS for name in between)


def _bound(
    item: "Description | re.Match[str]", around: Surroundings, before: Sequence[Name], other: frozenset[Entity]
) -> Name | None:
    """Return the possessive that stands for the subject of its own clause, None for any other word or for `other`."""
    if isinstance(item, Description):
        return None
    start = around.sentence(item.start()).start
    entity = (
        does_besides(item, start, around.text, before)
        or subject_of_clause(item, start, around.text, before)
        or speaks_of_itself(item, around.text, before)
        or leads_alone(item, start, around.text, before)
        or of_that_time(item, start, around.text, before)
    )
    return Name(Span(*item.span()), entity, "pronoun") if entity and entity not in other else None


def _pointed(
    item: "Description | re.Match[str]", around: Surroundings, before: Sequence[Name], known: tuple[Lexicon, Cast]
) -> Name | None:
    """Return whom "that company" points at: the last one named in its sentence or the one before, no topic."""
    if not isinstance(item, Description) or item.owner != _THAT:
        return None
    index = around.index(item.span.start)
    first = around.sentences[max(0, index - 1)].span.start if index >= 0 else 0
    for name in reversed(before):
        if name.span.start < first:
            return None
        if name.how in NAMED and weight(item, name.entity, *known) > 0:
            return Name(item.span, name.entity, "description")
    return None


def _named_alone(
    item: "Description | re.Match[str]",
    around: Surroundings,
    before: Sequence[Name],
    known: tuple[Lexicon, Cast, Sequence[Name], frozenset[Entity]],
) -> Name | None:
    """Return the only company that its sentence names before "the company"."""
    if not isinstance(item, Description) or item.owner != "the" or item.kind != "Company":
        return None
    start = around.sentence(item.span.start).start
    named = [name for name in of_sentence(before, start) if name.entity.kind == "Company"]
    one = named[0].entity if len({name.entity for name in named}) == 1 else None
    several = any(joined_behind(around.text, name.span.end) for name in named)
    if one is None or several or one in known[3] or (one.slug is None and item.modifiers):
        return None
    return Name(item.span, one, "description") if weight(item, one, *known[:2]) >= 1 else None


def _described(
    item: Description, salience: Salience, known: tuple[Lexicon, Cast, Sequence[Name], frozenset[Entity]]
) -> Entity | None:
    lexicon, told, _, other = known
    if item.owner != "its":
        return salience.best(
            item.span.start, lambda entity: 0.0 if entity in other else weight(item, entity, lexicon, told)
        )
    owner = salience.best(item.span.start, lambda entity: float(entity.kind == "Company"), _NEAR)
    owned = {*lexicon.related(owner, "makes"), *lexicon.related(owner, "parentOf")}
    fitting = [thing for thing in sorted(owned) if weight(item, thing, lexicon, told) > 1]
    return fitting[0] if len(fitting) == 1 else None


def _pronoun_fit(match: "re.Match[str]", text: str) -> tuple[Callable[[Entity], float], int]:
    word = match[0].lower()
    if word in ("he", "his", "him", "she", "her"):
        return (lambda entity: float(entity.kind == "Person")), _NEAR
    if word in ("they", "their", "them"):
        if _SAYING.match(text, match.end()):
            return (lambda _: 0.0), 0
        return (lambda entity: float(entity.kind == "Organization" and entity.slug is None)), _GROUP_NEAR
    speaks = _SPEAKS.match(text, match.end())
    readily = _VOICE if speaks and speaks[1] in words("verbs", "saying") else _THING
    return (lambda entity: 0.0 if _plural(entity) else readily.get(entity.kind, 0.0) * _fame(entity)), _NEAR


def _fame(entity: Entity) -> float:
    """Return how readily "it" stands for a thing as against one of its class: less for goods that nobody knows."""
    return _OBSCURE if entity.slug is None and entity.kind in _GOODS else 1.0


def _plural(entity: Entity) -> bool:
    return (
        entity.kind == "Organization" and entity.slug is None and entity.name.split()[-1].endswith(("s", "worldwide"))
    )
