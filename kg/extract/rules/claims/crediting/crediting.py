"""Whom one figure is credited to: its own sentence's chain, the headline's, or that of the text around."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Reported
from kg.extract.rules.claims.crediting.chains import chain, own_account, own_speaker
from kg.extract.rules.claims.crediting.headlines import credit
from kg.extract.rules.claims.crediting.placings import placing, same_report, view
from kg.extract.rules.claims.modes.surpassed import held_against
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.references.officers import officers
from kg.extract.rules.references.watchers import lends, stands_at
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, FigureClaim, Span, Step

_PUTS = Construction(r"\s(?:[a-z]+\s)?{placing}\s")
_ON_A_DAY = frozenset({"stock-price-change", "market-cap-loss", "market-cap-gain"})
_CHAINED = 2
_ONWARD = re.compile(r"[^,;.]{0,40}(?:;|,\s(?:and|while|but|whereas|although|though))\s")
_VIEWED_AHEAD = Construction(
    r"\b(?:{comparison|surpassing|outstripping|beside-mark|over-mark})\s(?:[\w’'-]+\s){0,4}?"
    r"(?:{foreseers|analyst|expectation}|{forecasts:noun})['’]?s?(?:\s[a-z]+){0,3}\s\Z"
)
_VIEWED_BEHIND = Construction(
    r"\s(?:[\w’'-]+\s){0,5}?(?:(?i:{foreseers|analyst})\s(?:had\s|have\s|were\s)?)?{forecasts:verb}\b"
)
"""What makes the value that a result is held against a view of others."""
_ESTIMATING = Construction("{estimating}")


def credited(case: Case, who: Entity | None, story: Story) -> tuple[Step, ...]:
    """Return the chain that the sentence itself gives, or the headline.

    How its shares did on a day nobody learns from the company, and an officer speaks of "the company" for it.
    """
    steps = _served_left_out(_given(case, who, story), story.read)
    return tuple(one for one in steps if one.agents != (who,)) if case.code in _ON_A_DAY else steps


def _served_left_out(steps: tuple[Step, ...], read: Annotated) -> tuple[Step, ...]:
    """Leave out the company behind its officer: "Ann Lee said the company expects"."""
    if len(steps) < _CHAINED:
        return steps
    served = officers(read.text, read.names)
    speaking = {served.get(agent) for step in steps for agent in step.agents if isinstance(agent, Entity)}
    return (steps[0], *(one for one in steps[1:] if len(one.agents) > 1 or one.agents[0] not in speaking))


def _given(case: Case, who: Entity | None, story: Story) -> tuple[Step, ...]:
    """Return who gives a figure: by whose view it is, acts of reporting, a phrase that places it, what goes on."""
    read, earlier = story.read, case.carried.earlier
    if (own := view(case.figure, case.sentence, read)) and not _told_by_outlet(own, case, who):
        return own
    acts = [act for act in case.acts if not _of_result(act, case, who, read)]
    steps = chain(acts, who, read.document.outlet)
    if acts != list(case.acts) and not steps:
        return ()
    if not any(isinstance(agent, Entity) for step in steps for agent in step.agents):
        placed = (
            placing(case.figure, case.sentence, read)
            or same_report(case.sentence, story.mentions, read)
            or own_speaker(case.sentence, who, read)
        )
        steps = (*placed, *steps)
    steps = steps or own_account(case.figure, case.sentence, who, read)
    if not steps and case.figure.role == "from" and earlier:
        return story.mentions[earlier.mention].via
    steps = steps or _goes_on(case, who, story)
    return steps or (credit(case.figure.span, case.sentence, read) if case.headline else ())


def _told_by_outlet(own: tuple[Step, ...], case: Case, who: Entity | None) -> bool:
    """Tell whether a paper tells what a firm aims at itself: "Acme missed its target of 9 million, Reuters said"."""
    agents = [agent for act in case.acts for agent in act.agents]
    return own[0].agents == (who,) and any(isinstance(one, Entity) and one.kind == "Outlet" for one in agents)


def _of_result(act: Reported, case: Case, who: Entity | None, read: Annotated) -> bool:
    """Tell whether a firm only makes known the result that a view of others is held against.

    "Acme reported sales of $5 billion, shy of the $6 billion that analysts expected".
    """
    if who not in act.agents or act.cue.of(read.fold) not in words("semantic-fields", "result-reporting"):
        return False
    start, end = case.figure.span.start, case.figure.span.end
    if act.cue.end > start or not held_against(case.figure.span, case.sentence, read.text):
        return False
    before = _VIEWED_AHEAD.search(read.fold, act.cue.end, start)
    return bool(before or _VIEWED_BEHIND.match(read.fold, end, case.sentence.end))


def _goes_on(case: Case, who: Entity | None, story: Story) -> tuple[Step, ...]:
    """Return the chain of the figure before where the clause behind its speaker goes on about the same subject.

    Who tells of others goes on about the next: "Acme's sales rose 8%, Kantar said, while Ocado led with a 9% jump".
    "Costs will fall by $2 billion, Ann Lee told investors, while sales will rise by 9%".
    """
    last = story.told[-1] if story.told else None
    if last is None or last.sentence != case.index or case.code in _ON_A_DAY:
        return ()
    claim, via = story.mentions[last.mention].claim, story.mentions[last.mention].via
    alike = isinstance(claim, FigureClaim) and claim.measure == case.code
    if who not in (None, last.subject) and not (alike and _looks_on(via, (who, last.subject))):
        return ()
    if held_against(last.figure.span, case.sentence, story.read.text):
        return ()
    between = Span(last.figure.span.end, case.figure.span.start)
    acts = [act for act in story.read.acts_at(case.index) if between.covers(act.cue)]
    if not acts or any(part.start >= between.start for act in acts for part in act.content):
        return ()
    ends = max(max(act.cue.end, act.source.end if act.source else 0) for act in acts)
    return via if _ONWARD.match(story.read.text, ends, between.end) else ()


def _looks_on(steps: tuple[Step, ...], told: tuple[Entity | None, ...]) -> bool:
    """Tell whether bodies are credited that tell of others than themselves, and no paper does."""
    agents = [agent for step in steps for agent in step.agents]
    return bool(agents) and all(
        isinstance(agent, Entity) and agent.kind in BODIES and agent not in told for agent in agents
    )


def context_of(case: Case, who: Entity | None, story: Story) -> tuple[Step, ...]:
    """Return the chain of the figure before in the same paragraph: the text around credits it, not the sentence.

    What a company says of itself is not said of the next one.
    """
    if not story.told:
        return ()
    last, sentences = _stated_last(story), story.read.sentences
    before, via = last.sentence, story.mentions[last.mention].via
    same = before != case.index and sentences[before].paragraph == sentences[case.index].paragraph
    own = [step for step in via if last.subject in step.agents]
    return via if same and not (own and who not in (None, last.subject)) else ()


def _stated_last(story: Story) -> Told:
    """Return the last figure told, or in its sentence the result that it is only held against."""
    last = story.told[-1]
    sentence = story.read.sentences[last.sentence].span
    for one in reversed(story.told):
        if one.sentence != last.sentence:
            break
        if not held_against(one.figure.span, sentence, story.read.text):
            return one
    return last


def reckoned(steps: tuple[Step, ...], who: Entity | None, story: Story) -> bool:
    """Tell whether a bank puts another's figure at so much, or anybody is said, anywhere in the text, to estimate."""
    others = ((step, agent) for step in steps for agent in step.agents if agent != who)
    return any(agent in story.estimators or _puts_at(step, agent, story.read) for step, agent in others)


def _puts_at(step: Step, agent: Agent, read: Annotated) -> bool:
    if step.span is None or not isinstance(agent, Entity) or not lends(agent):
        return False
    return _PUTS.match(read.text, step.span.end) is not None or stands_at(step.span, read.text) is not None


def estimators(read: Annotated) -> frozenset[Agent]:
    """Return the agents of whom the text says anywhere that they give estimates."""
    found: set[Agent] = set()
    for act in read.reported:
        if any(_ESTIMATING.search(span.of(read.fold)) for span in (act.source, act.cue) if span):
            found.update(act.agents)
    return frozenset(found)
