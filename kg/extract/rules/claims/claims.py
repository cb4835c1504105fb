"""Assembly: each figure with what the other stages read of it becomes the mention of a claim, with its evidence.

Goes through the figures in order, since a figure may take measure, subject and period over from those before it. What
cannot be told stays open in the claim and is said in a remark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.claims.chains import chain, covering, own_account, own_speaker
from kg.extract.rules.claims.dating import Dated, Sight, dated, earlier_view
from kg.extract.rules.claims.discourse import Carried, Told, bare, settled
from kg.extract.rules.claims.foretelling import foretold
from kg.extract.rules.claims.headlines import credit
from kg.extract.rules.claims.modes import FORETOLD, announced, hedge, mode, negated, supposed
from kg.extract.rules.claims.placings import placing, same_report
from kg.extract.rules.claims.reach import contrasted
from kg.extract.rules.claims.results import named_quarter, running_period
from kg.extract.rules.claims.scopes import scope
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.titles import completed
from kg.extract.rules.claims.topics import whom
from kg.extract.rules.measures.measures import measure
from kg.extract.rules.measures.notions import hits
from kg.extract.rules.measures.terms import OTHER, ancestors, facts, whole_of
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.joint import Joint, joint
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.clauses import breaks, clause
from kg.extract.rules.text.constructions import Construction
from kg.model import Agent, Entity, Evidence, FigureClaim, Mention, Remark, Span, Step

_RATIO_REACH = 1
"""How many sentences back a multiple takes its period from."""
_PLAN_REACH = 4
"""How many sentences a plan is gone on about."""
_ACTUAL = "actual"
_BY_OLDER = 25
"""Characters behind an older value within which a word tells its mode."""
_COMPARED = Construction(r"\b(?:{comparison}|against)\s(?:[\w’'-]+\s){0,5}\Z")
_COMPARED_REACH = 60
_POSSESSED = re.compile(r"(?:['’]s?|\b(?:its|their|our))\s\Z")
_OWNER_REACH = 8
_MODELS = frozenset({"Chip", "Product"})
_ESTIMATING = Construction("{estimating}")
_LONGEST_NAME = 40
_OPENING = 20
_OPENING_SENTENCES, _LEAD = 6, 3
"""Among so many names and sentences at its start a text says whom it is about."""


@dataclass(frozen=True, slots=True)
class Read:
    """The figure mentions of a document, in order, and what could not be told."""

    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]


def claims(read: Annotated) -> Read:
    """Return a mention for every figure of `read` that stands in a sentence of the prose. Never raises."""
    story = Story(read, breaks(read.fold), hits(read), _topic(read), _estimators(read))
    for figure in read.figures:
        index = read.index_at(figure.span.start)
        if index is None or not read.sentences[index].span.covers(figure.span) or _not_told(figure.span, read):
            continue
        _tell(_case(figure, index, story), story)
    mentions = completed(story.mentions, read)
    return Read(mentions, _still_open(story.remarks, mentions))


def _still_open(remarks: Sequence[Remark], mentions: Sequence[Mention]) -> tuple[Remark, ...]:
    """Return the remarks without those that the rest of the text settled for a title."""
    known = {(field, one.figure) for one in mentions for field in _settled(one)}
    return tuple(remark for remark in remarks if (remark.rule, remark.span) not in known)


def _settled(mention: Mention) -> Iterator[str]:
    claim = mention.claim
    if isinstance(claim, FigureClaim) and claim.subject is not None:
        yield "unknown-subject"
    if isinstance(claim, FigureClaim) and claim.measure != OTHER:
        yield "unknown-measure"


def _case(figure: Figure, index: int, story: Story) -> Case:
    sentence = story.read.sentences[index]
    own = measure(figure, sentence.span, story.read, story.around, story.signs)
    carried = settled(figure, own, index, story.read.text, story.told)
    acts = covering(figure, index, story.read)
    return Case(figure, index, sentence.span, sentence.headline, acts, own, carried)


def _tell(case: Case, story: Story) -> None:
    """Read the fields that rest on the measure and add the mention."""
    read, figure = story.read, case.figure
    who = whom(case, story)
    earlier = case.carried.earlier
    if case.guessed and earlier and earlier.subject != who.entity and not bare(figure, read.text):
        case = replace(case, carried=Carried(case.own))
        who = whom(case, story)
    together = joint(figure, case.sentence, who, read)
    who = replace(who, entity=together.entities[0]) if together else who
    how, how_span = _how(case, who.entity, story)
    steps = _steps(case, who.entity, story)
    context = () if steps else _context(case, story)
    if how == _ACTUAL and _reckoned(steps or context, story):
        how, how_span = "estimated", None
    where = scope(figure, case.sentence, read, story.around, who.entity) or _same_scope(case, story)
    when = _when(case, story, who.entity, how)
    claim = FigureClaim(
        subject=who.entity,
        measure=case.code,
        quantities=(figure.quantity, *figure.also),
        measure_text=case.carried.reading.text if case.code == OTHER else None,
        objects=_objects(figure, read, who.entity, together),
        scope=where[0] if where and where[0] != who.entity else None,
        period=when.period,
        mode=how,
        whole=_whole(case),
    )
    evidence = (
        Evidence("measure", case.carried.reading.rule, case.carried.reading.span),
        Evidence("subject", who.rule, who.span),
        Evidence("period", when.rule, when.span),
        *([Evidence("scope", "in-clause", where[1])] if where else []),
        *([Evidence("mode", "words", how_span)] if how_span else []),
    )
    story.mentions.append(_mention(case, claim, (steps, context), evidence, story))
    index = len(story.mentions) - 1
    story.mentions.extend(_of_each(story.mentions[index], claim, together))
    story.told.append(Told(figure, case.index, index, case.carried.reading, who.entity, when.period, how))
    story.remarks.extend(_remarks(case, who, when, read.text))


def _mention(
    case: Case,
    claim: FigureClaim,
    chains: tuple[tuple[Step, ...], tuple[Step, ...]],
    evidence: tuple[Evidence, ...],
    story: Story,
) -> Mention:
    read, figure = story.read, case.figure
    whole = case.carried.total or (case.carried.earlier if case.carried.whole else None)
    steps, context = chains
    own_clause = clause(figure.span, case.sentence, story.around)
    return Mention(
        claim=claim,
        quote=case.sentence,
        figure=figure.span,
        via=steps or context,
        contextual=bool(context),
        hedge=hedge(figure, case.sentence, read, story.around),
        negated=negated(figure, own_clause, read) is not None,
        part_of=whole.mention if whole else None,
        misspelt=_misspelt(case.sentence, claim, read),
        evidence=(*evidence, *(Evidence("via", act.kind, act.cue) for act in case.acts if steps)),
    )


def _how(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode.

    That is the measure's own, the earlier one's for an amount named again, what the sentence's words or its last figure
    tell, or that of the plan of the same subject that the text is going on about.
    """
    earlier, figure = case.carried.earlier, case.figure
    if usual := case.facts.get("usualMode"):
        return usual[0], case.carried.reading.span
    again = case.carried.reading.rule == "named-again"
    if earlier and (again or (figure.role == "from" and _same_time(case, story.read.text))):
        return earlier.mode, earlier.figure.span
    how, span = _worded(case, who, story)
    older = figure.role == "from" and earlier is not None
    if older and earlier and (span is None or not _of_older(span, earlier.figure.span, figure.span)):
        return _ACTUAL, None
    if span is None and (implied := case.facts.get("impliedMode")):
        return implied[0], case.carried.reading.span
    if span is None and (condition := supposed(figure, case.sentence, story.read.text)):
        return "estimated", condition
    return (how, span) if span else (_went_on(case, who, story) or (how, span))


def _worded(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode that the sentence's own words tell, with those words."""
    sources = [act.source for act in case.acts if act.source and not act.source.overlaps(case.figure.span)]
    said = Span(case.figure.span.start, case.sentence.end) if _presupposed(case, story.read.text) else case.sentence
    how, span = mode(case.figure, said, story.read, story.around, sources)
    if how == FORETOLD and span:
        return foretold(span, case.index, who, story.read), span
    later = case.facts.get("announcedMode") if how == _ACTUAL else None
    word = announced(case.figure, case.sentence, story.read, span) if later else None
    return (later[0], word) if later and word else (how, span)


def _presupposed(case: Case, text: str) -> bool:
    """Tell whether the figure is of a state that somebody has: no verb before makes "its 9 million users" a plan."""
    start = case.figure.span.start
    state = case.code == OTHER or "true" in case.facts.get("state", ())
    return state and _POSSESSED.search(text, max(0, start - _OWNER_REACH), start) is not None


def _went_on(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of the sentence's last figure, or of a plan, where the figure has no words of its own."""
    told, start = story.told, case.figure.span.start
    if _COMPARED.search(story.read.text, max(0, start - _COMPARED_REACH), start):
        return _ACTUAL, None
    if (
        told
        and told[-1].sentence == case.index
        and not (told[-1].reading.measure != case.code and "true" in case.facts.get("state", ()))
        and not contrasted(told[-1].figure.span, case.figure.span, story.read.text)
    ):
        return told[-1].mode, told[-1].figure.span
    plan = _plan(case, who, told)
    return (plan.mode, plan.figure.span) if plan else None


def _of_older(cue: Span, newer: Span, older: Span) -> bool:
    """Tell whether a word stands by the older value itself: "up from the $4 billion expected"."""
    return newer.end <= cue.start and cue.end <= older.end + _BY_OLDER


def _plan(case: Case, who: Entity | None, told: Sequence[Told]) -> Told | None:
    """Return the planned amount of the same subject, a few sentences before, that a figure without own mode goes on."""
    if case.figure.quantity.unit == "count" or "true" in case.facts.get("state", ()):
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PLAN_REACH:
            return None
        if one.subject == who and who is not None:
            return one if one.mode == "planned" and _goes_on(case, one) else None
    return None


def _goes_on(case: Case, plan: Told) -> bool:
    """Tell whether the figure can be the plan or a part of it: of its measure, of none that is told, or a share."""
    code, planned = case.code, plan.reading.measure
    part = any("perPeriod" not in facts(whole) for whole in whole_of(code))
    return part or code in (OTHER, planned) or code in ancestors(planned) or planned in ancestors(code)


def _reckoned(steps: tuple[Step, ...], story: Story) -> bool:
    """Tell whether one of the agents is said, anywhere in the text, to give estimates."""
    return any(agent in story.estimators for step in steps for agent in step.agents)


def _estimators(read: Annotated) -> frozenset[Agent]:
    found: set[Agent] = set()
    for act in read.reported:
        if any(_ESTIMATING.search(span.of(read.fold)) for span in (act.source, act.cue) if span):
            found.update(act.agents)
    return frozenset(found)


def _when(case: Case, story: Story, who: Entity | None, how: str) -> Dated:
    figure, told = case.figure, story.told
    days = "true" in case.facts.get("dayPeriod", ())
    last = told[-1].period if told else None
    found = dated(_sight(case, story), days=days, last=last)
    if found.seen:
        return found
    earlier = case.carried.earlier
    if earlier and earlier.period and earlier.subject == who and _same_time(case, story.read.text):
        return Dated(earlier.period, case.carried.reading.rule, earlier.figure.span)
    if earlier_view(figure, case.sentence, story.read.text) and (newer := _newer(case, who, told)):
        return Dated(newer.period, "forecast-of", newer.figure.span)
    reported = how == _ACTUAL and "true" in case.facts.get("perPeriod", ()) and figure.role != "from"
    if reported and (running := running_period(case.index, who, story.told, story.read)):
        return running
    return (
        named_quarter(figure, case.sentence, case.index, told, story.read.text)
        or _going_on(case, who, how, told)
        or found
    )


def _going_on(case: Case, who: Entity | None, how: str, told: Sequence[Told]) -> Dated | None:
    """Return the period of the plan of the same subject that a plan or a ratio goes on about."""
    figure = case.figure
    relative = figure.quantity.unit == "ratio"
    lasting = "true" in case.facts.get("state", ())
    if (how == "planned" or relative) and figure.role != "from" and not lasting:
        for one in reversed(told):
            if relative and case.index - one.sentence > _RATIO_REACH:
                break
            if (one.mode == "planned" or relative) and one.subject == who and one.period:
                return Dated(one.period, "discourse", one.figure.span)
    return None


def _newer(case: Case, who: Entity | None, told: Sequence[Told]) -> Told | None:
    """Return the dated figure of the same sentence that takes the place of an earlier view of the same thing."""
    alike = (one for one in reversed(told) if one.reading.measure == case.code and one.subject == who)
    return next((one for one in alike if one.sentence == case.index and one.period), None)


def _sight(case: Case, story: Story) -> Sight:
    others = story.read.within(story.read.figures, case.sentence)
    acts = tuple(act for act in story.read.acts_at(case.index) if case.sentence.overlaps(act.cue))
    return Sight(case.figure, case.sentence, story.read, story.around, others, acts)


def _same_time(case: Case, text: str) -> bool:
    if case.figure.role == "from":
        return earlier_view(case.figure, case.sentence, text)
    return case.carried.whole or case.carried.reading.rule in ("named-again", "forecast-of")


def _same_scope(case: Case, story: Story) -> tuple[Entity, Span] | None:
    """Return the scope of the amount that the figure names again."""
    earlier = case.carried.earlier
    if earlier is None or case.carried.reading.rule != "named-again":
        return None
    claim = story.mentions[earlier.mention].claim
    known = claim.scope if isinstance(claim, FigureClaim) else None
    return (known, earlier.figure.span) if known else None


def _steps(case: Case, who: Entity | None, story: Story) -> tuple[Step, ...]:
    """Return the chain that the sentence itself gives, or the headline."""
    read, earlier = story.read, case.carried.earlier
    steps = chain(case.acts, who, read.document.outlet)
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
    return steps or (credit(case.figure.span, case.sentence, read) if case.headline else ())


def _context(case: Case, story: Story) -> tuple[Step, ...]:
    """Return the chain of the figure before in the same paragraph: the text around credits it, not the sentence."""
    if not story.told:
        return ()
    before, sentences = story.told[-1].sentence, story.read.sentences
    same = before != case.index and sentences[before].paragraph == sentences[case.index].paragraph
    return story.mentions[-1].via if same else ()


def _of_each(mention: Mention, claim: FigureClaim, together: Joint | None) -> Iterator[Mention]:
    """Yield the mention once more for each other subject, where the figure is given for every one of them."""
    for entity in together.entities[1:] if together and together.each else ():
        yield replace(mention, claim=replace(claim, subject=entity))


def _objects(figure: Figure, read: Annotated, who: Entity | None, together: Joint | None) -> tuple[Entity, ...]:
    """Return the chips, products and companies that the counted noun phrase names, and who acts with the subject."""
    names = read.within(read.names, figure.noun) if figure.noun else ()
    named = [name.entity for name in names if name.entity.kind in ("Chip", "Product", "Company")]
    others = together.entities[1:] if together and not together.each else ()
    return tuple(dict.fromkeys(entity for entity in (*named, *others) if entity != who))


def _misspelt(sentence: Span, claim: FigureClaim, read: Annotated) -> tuple[tuple[str, Entity], ...]:
    meant = (claim.subject, *claim.objects)
    names = read.within(read.names, sentence)
    return tuple((n.span.of(read.text), n.entity) for n in names if n.how == "misspelling" and n.entity in meant)


def _whole(case: Case) -> str | None:
    if case.carried.whole and case.carried.earlier:
        return case.carried.earlier.reading.measure
    return next(iter(whole_of(case.code)), None)


def _topic(read: Annotated) -> Entity | None:
    """Return the company that the text names first: whom it is about until it says otherwise.

    One that the registry lacks stands in the headline or the first sentences, and is named again.
    """
    end = read.sentences[:_OPENING_SENTENCES][-1].span.end if read.sentences else 0
    lead = read.sentences[:_LEAD][-1].span.end if read.sentences else 0
    companies = (name for name in read.names[:_OPENING] if name.entity.kind == "Company" and name.span.end <= end)
    for name in companies:
        if name.how in ("name", "misspelling") or (name.how == "unknown" and _leads(name, lead, read)):
            return name.entity
    return None


def _leads(name: Name, lead: int, read: Annotated) -> bool:
    again = any(one.entity == name.entity and one.how == "unknown" and one is not name for one in read.names)
    return name.span.end <= lead and again and not stands_by(name.entity, read)


def _around(span: Span) -> Span:
    return Span(max(0, span.start - _LONGEST_NAME), span.end)


def _not_told(span: Span, read: Annotated) -> bool:
    """Tell whether `span` states nothing: a part of a model's name, or of the lines between title and prose."""
    if any(name.span.covers(span) and name.entity.kind in _MODELS for name in read.within(read.names, _around(span))):
        return True
    title = read.document.title or ""
    end = read.text.find(title) + len(title) if title and title in read.text else 0
    return end <= span.start < read.document.body


def _remarks(case: Case, who: Chosen, when: Dated, text: str) -> list[Remark]:
    span = case.figure.span
    found = []
    if who.entity is None:
        found.append(Remark("unknown-subject", f"the text does not tell whom '{span.of(text)}' is about", span))
    if case.code == OTHER:
        found.append(Remark("unknown-measure", f"no measure is known for '{span.of(text)}'", span))
    if when.rule == "unresolved-period" and when.span:
        shown = when.span.of(text)
        found.append(Remark("unresolved-period", f"'{shown}' cannot be resolved to a date", when.span))
    return found
