"""Whom a figure is about, where who says it tells: the speaker, a part of it, or anybody but a bank that foresees it.

"We have 9 million members", wrote Acme; "the parks unit earned $2 billion", Acme said; Ferrous Bank expects sales of
$3 billion.
"""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Reported
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.references.officers import officers
from kg.extract.rules.references.watchers import lends, watches
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_OWN = re.compile(r"\b(?:it|its|itself|own|we|our)\b", re.IGNORECASE)
_PART = Construction(r"(?:[A-Z]\w+,\s)?(?:[Tt]he|[Ii]ts)\s(?:[\w’'-]+\s){0,4}?{neighbours:part}\b")
_AT_ONCE = Construction(r"\s(?:an?\s)?(?:{grammar:focus|bounds:*}\s)?\Z")
_SAYS = frozenset({"speaker", "subject"})
"""Rules for the subject by which who says something may be taken for whom it is about."""
_SOON = 2
PRONOUNS = frozenset({"it", "its", "they", "their"})

_SHARE_PRICE = "price-per-share"
_MOVES = frozenset({OTHER, "growth-rate", "price-change"})
_GOAL = Construction(
    r"(?:\b{price-goal}|\s{revising|setting-target}\s(?:its|their|his|her)\s{target-noun|price-goal})\s(?:[a-z-]+\s){0,4}(?:by|to|from|of|at)\s"
)
"""What a bank changes of its own that is told of another: "raised its price target by 9%"."""
_TARGET = Construction(r"\s(?:[a-z]+\s){0,2}?{target-noun|price-goal}\b")


def of_speaker(case: Case, read: Annotated) -> Chosen | None:
    """Return the company that says the figure of itself, "we", or of a part that it calls no more than that."""
    for act in reversed(case.acts):
        own = _speaker(act) or _served(act, read)
        part = next((span for span in act.content if span.covers(case.figure.span)), None)
        if own and part and not stands_by(own, read):
            if _WE.search(part.of(read.text)):
                return Chosen(own, "first-person", act.source)
            if _PART.match(read.text, part.start) and _speaks_alone(own, case, read):
                return Chosen(own, "part-of-speaker", act.source)
    return None


def spoken_by(found: Chosen, case: Case, topic: Entity | None, read: Annotated) -> Chosen:
    """Return the company that speaks where the subject is its "it": "Acme said it would cut ..."."""
    if found.span is None or found.span.of(read.fold) not in PRONOUNS:
        return found
    for act in reversed(case.acts):
        own = [agent for agent in act.agents if isinstance(agent, Entity) and agent.kind == "Company"]
        part = next((span for span in act.content if span.covers(found.span)), None)
        ahead = act.source is not None and act.source.start < found.span.start
        if (
            len(own) == 1
            and part
            and (ahead or not watches(own[0]))
            and (own[0] == topic or not lends(own[0]))
            and not _names_company(Span(part.start, found.span.start), read)
        ):
            return Chosen(own[0], "speaker-pronoun", found.span)
    return found


def _names_company(span: Span, read: Annotated) -> bool:
    return any(name.entity.kind == "Company" for name in read.within(read.names, span))


def of_its_own(found: Chosen, case: Case, read: Annotated) -> bool:
    """Tell whether a speaker names so much of something that no measure stands for: "Acme sees 28% returns"."""
    if case.code != OTHER or found.rule != "speaker":
        return False
    start = case.figure.span.start
    return any(_speaker(act) == found.entity and _AT_ONCE.fullmatch(read.text, act.cue.end, start) for act in case.acts)


def foresees_others(found: Chosen, case: Case, story: Story) -> bool:
    """Tell whether a bank foresees what is not its own: "Ferrous Bank expects spending of $3 billion on chips"."""
    if found.rule not in _SAYS or found.entity is None or not lends(found.entity):
        return False
    if (
        found.entity == story.topic
        and "notOfLenders" not in case.facts
        and not _goes_on_about_another(found, case, story)
    ):
        return False
    for act in case.acts:
        told = next((span for span in act.content if span.covers(case.figure.span)), None)
        if told and found.entity in act.agents and act.cue.of(story.read.fold) in _foreseeing():
            return not _OWN.search(told.of(story.read.text))
    return False


def sets_target(case: Case, read: Annotated) -> bool:
    """Tell whether a price is what another's share is foreseen to cost: "Ferrous Bank lifted its target to $47"."""
    ahead = read.text[case.sentence.start : case.figure.span.start]
    if case.code in _MOVES and _GOAL.search(ahead):
        return True
    return case.code == _SHARE_PRICE and (
        _TARGET.search(ahead) is not None or _TARGET.match(read.text, case.figure.span.end) is not None
    )


def foresees_itself(found: Chosen, case: Case, story: Story) -> bool:
    """Tell whether a company that is no bank foresees something of nobody else: "Acme sees a drop of 21%"."""
    known = found.entity is not None and (
        found.entity.slug is not None or any(one.subject == found.entity for one in story.told)
    )
    if found.rule != "speaker" or found.entity is None or not known:
        return False
    if lends(found.entity) or stands_by(found.entity, story.read):
        return False
    for act in case.acts:
        told = next((span for span in act.content if span.covers(case.figure.span)), None)
        at_once = told is not None and _AT_ONCE.match(story.read.text, act.cue.end, case.figure.span.start) is not None
        if told and found.entity in act.agents and (at_once or act.cue.of(story.read.fold) in _foreseeing()):
            before = Span(told.start, case.figure.span.start)
            return not any(name.how != "pronoun" for name in story.read.within(story.read.names, before))
    return False


def _goes_on_about_another(found: Chosen, case: Case, story: Story) -> bool:
    """Tell whether the paragraph has just told the measure of somebody else: the bank foresees how that goes on."""
    last = story.told[-1] if story.told else None
    if last is None or last.subject in (None, found.entity):
        return False
    sentences = story.read.sentences
    return sentences[last.sentence].paragraph == sentences[case.index].paragraph and case.index - last.sentence <= _SOON


def _speaker(act: Reported) -> Entity | None:
    own = [agent for agent in act.agents if isinstance(agent, Entity) and agent.kind == "Company"]
    return own[0] if len(own) == 1 else None


def _served(act: Reported, read: Annotated) -> Entity | None:
    """Return the company whose officer speaks: Acme of "we will spend $2 billion, said Acme's chairman, Ann Lee"."""
    people = [agent for agent in act.agents if isinstance(agent, Entity) and agent.kind == "Person"]
    served = officers(read.text, read.names).get(people[0]) if len(people) == 1 else None
    return served if served is not None and served.kind == "Company" else None


def _speaks_alone(own: Entity, case: Case, read: Annotated) -> bool:
    """Tell whether the sentence names no other company than who speaks."""
    return all(
        name.entity == own
        for name in read.within(read.names, case.sentence)
        if name.entity.kind in ("Company", "Product")
    )


def _foreseeing() -> frozenset[str]:
    return words("forecasts", "verb", "reporting") | words("semantic-fields", "estimating")
