"""Whom the text around a figure speaks of, where its own sentence names nobody whose it could be."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told
from kg.extract.rules.claims.topics.guests import is_guest
from kg.extract.rules.claims.topics.leaders import leader
from kg.extract.rules.claims.topics.listings import listed, named_before
from kg.extract.rules.claims.topics.shares import share_of, share_told
from kg.extract.rules.measures.terms import OTHER, facts
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.candidates import BRACKETED, COMPARED
from kg.extract.rules.subjects.subject_roles import MARKET, UNKNOWN, Chosen
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.model import Span

_BRACKETED = re.compile(r"(?<=[.!?])\s\([^()]*\)\s*\Z")
"""A link or note in brackets behind the end of a sentence."""
_CLOSING = "\"”’')] "
_UPON = Construction(r"\b(?:on\s(?:[a-z]+\s){0,3}from|against|on|(?<!ing\s)to|{penalising})\s(?:the\s)?\Z")
_UPON_GOODS = re.compile(r"\s(?:[a-z]+\s){0,2}on\s(?:the\s)?(?:[a-z]+\s(?:of|from)\s)?(?!it\b|them\b|the\b)[a-z-]+s\b")
"""Things on which the sentence itself lays a burden: "tariffs of 9% on imports of chips"."""
_SUFFERED = frozenset({"patient", "recipient", "target"})
_UPON_REACH = 16
"""How far (characters) before a name the words are looked for that make it the one on whom something is laid."""
_IS_PART = Construction(
    r"(?:[A-Z]\w+,\s)?(?:[Tt]he|[Ii]ts)\s(?:[\w-]+\s){0,4}?{neighbours:part}\s(?:alone\s|also\s)?"
    r"(?:is|are|was|were|has|have|had|will|would|could|{grammar:finite}|\w+ed)\b"
)
"""A part of a company as the subject: "Overall, the cloud segment had ..."; it is no product's."""
_IN_PASSING = frozenset({BRACKETED, COMPARED})
"""Rules for those of whom a figure is told in passing only, so that the text does not go on about them."""
_PERSON = "Person"
"""A kind that has figures only where a measure asks for them, so that a text does not go on about one of them."""
_LATE, _LATELY = 40, 3
"""How many sentences a subject is kept in mind, and one that the measure hardly has."""


def spoken_of(case: Case, story: Story) -> Chosen:
    """Return whom the text around speaks of."""
    if case.headline:
        named = _headlined(case, story)
        return named if named.entity or not case.index else listed(case, story)
    if not _is_prose(case.sentence.of(story.read.text)):
        return share_told(case, story) or listed(case, story)
    kinds = case.facts.get("subjectKind", ())
    return _suffered(case, kinds, story.read) or _spoken_of_as(case, kinds, story) or _topic_or_led(case, kinds, story)


def _headlined(case: Case, story: Story) -> Chosen:
    """Return the only company that a headline names, anywhere in it."""
    names, read = story.read.within(story.read.names, case.sentence), story.read
    named = [name for name in names if name.entity.kind == "Company" and not stands_by(name.entity, read)]
    one = {name.entity for name in named}
    return Chosen(named[0].entity, "headline", named[0].span) if len(one) == 1 else UNKNOWN


def _is_prose(sentence: str) -> bool:
    """Tell whether a sentence ends as one: headings and lines of tables do not, and need not be about the topic."""
    whole = _BRACKETED.sub("", sentence)
    return whole.rstrip(_CLOSING).endswith((".", "!", "?", "…"))


def _suffered(case: Case, kinds: tuple[str, ...], read: Annotated) -> Chosen | None:
    """Return on whom the sentence before lays it or to whom it gives: "... a fine on Acme. It came to $2 million"."""
    if _SUFFERED.isdisjoint(case.facts.get("subjectRole", ())) or not case.index:
        return None
    if _UPON_GOODS.match(read.text, case.figure.span.end):
        return UNKNOWN
    for name in read.within(read.names, read.sentences[case.index - 1].span):
        fits = name.entity.kind in kinds if kinds else name.entity.kind == "Company"
        if fits and _UPON.search(read.text[max(0, name.span.start - _UPON_REACH) : name.span.start]):
            return Chosen(name.entity, "suffered", name.span)
    return None


def _spoken_of_as(case: Case, kinds: tuple[str, ...], story: Story) -> Chosen | None:
    """Return the thing last named of the kind that the measure is mostly about ("a ban delayed by 75 days")."""
    if any(one.sentence == case.index and one.reading.measure == case.code and one.subject for one in story.told):
        return None  # "raised a fine for Acme of $9 million to $12 million"
    wanted = "Product" if "Product" in kinds else next((kind for kind in kinds if kind != "Company"), None)
    for name in reversed(story.read.within(story.read.names, Span(0, case.sentence.start))):
        if name.entity.kind == wanted:
            return Chosen(name.entity, "discourse-kind", name.span)
    return None


def _topic_or_led(case: Case, kinds: tuple[str, ...], story: Story) -> Chosen:
    """Return whom the text has been about.

    That is who leads a sentence of the paragraph since the last figure, the document's topic where a new paragraph
    opens, the subject of the figure before, else again the topic.
    """
    last = story.told[-1].sentence if story.told else -1
    told = story.topic and (not kinds or story.topic.kind in kinds) and named_before(story.topic, case, story.read)
    if story.topic and story.topic.slug is None and case.code == OTHER:
        told = False  # of somebody the registry lacks, only what such bodies have is taken for granted
    topic = Chosen(story.topic, "topic") if told else UNKNOWN
    if share := share_told(case, story) or share_of(topic, case, story.read):
        return share
    if not kinds and _IS_PART.match(story.read.text, case.sentence.start, case.figure.span.start):
        kinds = ("Company",)
    if led := leader(case.index, last, kinds, story.read):
        return led
    if last >= 0 and topic.entity and _turned(last, case.index, story.read):
        return topic
    if last >= 0 and story.told[-1].rule == MARKET.rule:
        return MARKET
    return _told_lately(case, kinds, topic, story)


def _told_lately(case: Case, kinds: tuple[str, ...], topic: Chosen, story: Story) -> Chosen:
    """Return the subject of the last figure that is of a kind the measure mostly has, else of one it may have."""
    preferred, told = kinds or case.facts.get("subjectPreferred", ()), story.told
    for wanted in (preferred, kinds):
        for one in reversed(told):
            fits = one.subject is not None and (one.subject.kind in wanted if wanted else one.subject.kind != _PERSON)
            near = case.index - one.sentence <= (_LATE if wanted == kinds else _LATELY)
            guest = topic.entity and one.sentence < case.index and is_guest(one.subject, story)
            passing = guest or one.rule in _IN_PASSING or _is_part_of(topic, one, case, story.read)
            if fits and near and not passing:
                first = _compared_first(one, told)
                return Chosen(first.subject, "discourse", first.figure.span)
        if topic.entity and topic.entity.kind in wanted:
            return topic
    return topic


def _is_part_of(topic: Chosen, one: Told, case: Case, read: Annotated) -> bool:
    """Tell whether a paragraph before told of a part of whom the text is about: it does not go on about the part."""
    if topic.entity is None or one.subject is None or one.subject.kind != "Company":
        return False
    apart = read.sentences[one.sentence].paragraph != read.sentences[case.index].paragraph
    return apart and topic.entity in registry().having("parentOf", one.subject)


def _compared_first(one: Told, told: Sequence[Told]) -> Told:
    """Return the first of those whose shares a sentence compares: the text goes on about it, not about the last."""
    if "dayPeriod" not in facts(one.reading.measure):
        return one
    here = [other for other in told if other.sentence == one.sentence and other.subject is not None]
    return here[0] if all(other.reading.measure == one.reading.measure for other in here) else one


def _turned(last: int, index: int, read: Annotated) -> bool:
    """Tell whether a paragraph ended between two sentences; paragraphs of one sentence run on as if they were one."""
    ended = read.sentences[last].paragraph
    beside = [one.paragraph for one in read.sentences[max(0, last - 1) : last + 2]]
    return ended != read.sentences[index].paragraph and beside.count(ended) > 1
