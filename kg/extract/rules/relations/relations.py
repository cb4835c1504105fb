"""Relation claims: what links two names in one sentence, by its structure, by patterns, within a name.

The registry never states a relation by itself. It helps where the text links two names but does not say how
("Nvidia's H20"), and it vetoes what cannot be (a possessive before another company's product).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.names.bodies import FIRMS, THINGS
from kg.extract.rules.relations.antecedents import bound
from kg.extract.rules.relations.links import Link
from kg.extract.rules.relations.matched import matched
from kg.extract.rules.relations.patterns import Cues
from kg.extract.rules.relations.skeletons import merged, nationals, skeleton, ungrouped
from kg.extract.rules.relations.structured import structured
from kg.extract.rules.relations.threads import Thread, leading, raising, spoken_of, topic
from kg.extract.rules.relations.within_names import of_states, within_names
from kg.lexicon.names import Lexicon, registry
from kg.model import Entity, Evidence, Mention, RelationClaim, Span

_BRACKETED = 20
_REFLEXIVE = ("itself", "themselves", "himself", "herself")
_JOINT = re.compile(r"[ -](?:[A-Z]\w+ )?")


def relations(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], lexicon: Lexicon | None = None
) -> tuple[Mention, ...]:
    """Return a mention for each relation that a sentence states, in order of position, each once a sentence.

    `names` are the resolved names and references. A mention's `figure` reaches from the first to the last name, its
    quote is the sentence.
    """
    lexicon = lexicon or registry()
    thread = Thread()
    found: list[Mention] = []
    position = reached = 0
    told = frozenset(name.entity for name in names)
    national = nationals(text, lexicon)
    names = bound(text, sentences, _whole(text, names))
    bare = merged(ungrouped(text, names, lexicon), national)
    names = merged(names, national)
    cues = Cues(text)
    for sentence in sentences:
        inside, position = _inside(names, sentence.span, position)
        if inside:
            told_of = spoken_of(text, inside)
            thread.first = next(iter(told_of), None)
            thread.funded = raising(text, sentence.span, inside) or thread.funded
            usable = cues.usable(sentence.span, inside)
            bones = skeleton(text, sentence.span, inside) if usable else None
            members, reached = _inside(bare, sentence.span, reached)
            members = inside if members == inside else members
            stated = tuple(structured(text, sentence.span, members, thread, lexicon))
            if stated:
                thread.note(stated, text)
            linked = frozenset((link.predicate, one.entity) for link in stated for one in (link.subject, link.object))
            patterned = tuple(matched(bones, usable, thread, lexicon, linked)) if bones else ()
            states = of_states(text, (*stated, *patterned), lexicon)
            links = (*stated, *patterned, *states, *within_names(text, inside, told, lexicon))
            found.extend(
                _mentions(text, sentence.span, (link for link in links if not thread.contradicts(link, lexicon)))
            )
            thread.topic = topic(told_of) or thread.topic
            thread.lead = thread.lead or leading(text, sentence.span, inside)
            thread.things = tuple(name for name in inside if name.entity.kind in THINGS)
    return tuple(found)


def _whole(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names without companies that are parts of one longer name: "Acme" of "Acme Components".

    Two that stand side by side, one of them unknown to the registry, are no two companies.
    """
    names = _once(text, names)
    parts: set[int] = set()
    for index, (one, other) in enumerate(pairwise(names)):
        bodies = one.entity.kind in FIRMS and other.entity.kind in FIRMS and one.how == other.how == "name"
        unknown = bodies and (one.entity.slug is None or other.entity.slug is None)
        if unknown and _JOINT.fullmatch(text, one.span.end, other.span.start):
            parts.update((index, index + 1))
    return tuple(name for index, name in enumerate(names) if index not in parts) if parts else tuple(names)


def _once(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names, one in brackets behind the same one's as a part of it: "Acme Corp. (ACM), which"."""
    kept: list[Name] = []
    for index, name in enumerate(names):
        beside = bool(kept) and kept[-1].span.end == name.span.start - 1
        if beside and name.how == "pronoun" and name.span.of(text).lower() in _REFLEXIVE:
            continue  # "into Acme itself"
        last = kept[-1] if kept else None
        again = last is not None and last.entity == name.entity and text[last.span.end : name.span.start] == " ("
        closed = text.find(")", name.span.end, name.span.end + _BRACKETED) + 1 if again else 0
        alone = closed and not (index + 1 < len(names) and names[index + 1].span.start < closed)
        if last and alone:
            kept[-1] = replace(last, span=Span(last.span.start, closed))
        else:
            kept.append(name)
    return tuple(kept)


def _inside(names: Sequence[Name], span: Span, position: int) -> tuple[list[Name], int]:
    while position < len(names) and names[position].span.start < span.start:
        position += 1
    first = position
    while position < len(names) and names[position].span.end <= span.end:
        position += 1
    return list(names[first:position]), position


def _mentions(text: str, sentence: Span, links: Iterable[Link]) -> Iterator[Mention]:
    """Yield a mention for each different link of one sentence."""
    seen: set[tuple[Entity, str, Entity]] = set()
    for link in links:
        key = (link.subject.entity, link.predicate, link.object.entity)
        if key in seen or link.subject.entity == link.object.entity:
            continue
        seen.add(key)
        spans = [span for span in (link.subject.span, link.object.span) if sentence.covers(span)]
        figure = Span(min(span.start for span in spans), max(span.end for span in spans))
        claim = RelationClaim(*key, mode=link.mode)
        misspelt = tuple((n.span.of(text), n.entity) for n in (link.subject, link.object) if n.how == "misspelling")
        evidence = (Evidence("predicate", link.rule, figure),)
        yield Mention(claim, sentence, figure, negated=link.negated, misspelt=misspelt, evidence=evidence)
