"""Assembly: each figure with what the other stages read of it becomes the mention of a claim, with its evidence.

Goes through the figures in order, since a figure may take measure, subject and period over from those before it. What
cannot be told stays open in the claim and is said in a remark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Cell, Figure, Name
from kg.extract.rules.claims.carrying.alone import listed_alone, moved_alone, stated_alone
from kg.extract.rules.claims.carrying.discourse import settled
from kg.extract.rules.claims.carrying.steps import in_step
from kg.extract.rules.claims.carrying.titles import completed
from kg.extract.rules.claims.carrying.topical import topical
from kg.extract.rules.claims.carrying.trades import of_the_part, of_the_parties, of_the_trade
from kg.extract.rules.claims.crediting.chains import covering
from kg.extract.rules.claims.crediting.crediting import context_of, credited, estimators, reckoned
from kg.extract.rules.claims.dating.since import counted_from
from kg.extract.rules.claims.dating.times import period_of
from kg.extract.rules.claims.modes.again import likened
from kg.extract.rules.claims.modes.expecting import expected
from kg.extract.rules.claims.modes.futures import ahead, still_ahead
from kg.extract.rules.claims.modes.modality import ACTUAL, mode_of
from kg.extract.rules.claims.modes.modes import hedge, negated
from kg.extract.rules.claims.parts.differences import is_difference
from kg.extract.rules.claims.parts.parts import is_part, part
from kg.extract.rules.claims.parts.scopes import scope
from kg.extract.rules.claims.parts.sorts import sort
from kg.extract.rules.claims.parts.together import at_once
from kg.extract.rules.claims.remarks import inferred, left_open, still_open
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.tabular import tabulated
from kg.extract.rules.claims.told import Carried, Told, bare
from kg.extract.rules.claims.topics.leaders import LEADER
from kg.extract.rules.claims.topics.others import OTHERS_ACT
from kg.extract.rules.claims.topics.protagonist import protagonist
from kg.extract.rules.claims.topics.topics import whom
from kg.extract.rules.measures.measures import measure
from kg.extract.rules.measures.notions import hits
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, whole_of
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.subjects.candidates import MEANT_FOR
from kg.extract.rules.subjects.joint import Joint, joint
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.clauses import breaks, clause
from kg.model import Entity, Evidence, FigureClaim, Mention, Remark, Span, Step

_BODIES = frozenset({"Company", "Outlet"})
_LONGEST_NAME = 40
_GOES_ON = re.compile(r"(?:This|That|These|Those|It)\b")
"""What opens a sentence that tells more of the amount before."""


@dataclass(frozen=True, slots=True)
class Read:
    """The figure mentions of a document, in order, and what could not be told."""

    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]


def claims(read: Annotated) -> Read:
    """Return a mention for every figure of `read` that stands in a sentence of the prose. Never raises."""
    story = Story(read, breaks(read.fold), hits(read), protagonist(read), estimators(read))
    placed = ((figure, read.index_at(figure.span.start)) for figure in read.figures)
    told = ((figure, index) for figure, index in placed if index is not None and _is_told(figure.span, index, read))
    for figure, index, own in [(figure, index, _own(figure, index, story)) for figure, index in told]:
        if isinstance(own, Cell):
            story.mentions.append(tabulated(figure, own, index, story))
        else:
            _tell(_case(figure, index, own, story), story)
    mentions = completed(story.mentions, read)
    return Read(mentions, still_open(story.remarks, mentions))


def _own(figure: Figure, index: int, story: Story) -> Cell | Reading:
    """Return the entry of a table that a figure is, else what it measures by the words of its own sentence.

    This is read of all figures before anything else is: it rests on no figure before.
    """
    read = story.read
    cell = read.cell_at(figure.span.start)
    return cell or measure(figure, read.sentences[index].span, read, story.around, story.signs)


def _case(figure: Figure, index: int, own: Reading, story: Story) -> Case:
    sentence = story.read.sentences[index]
    carried = settled(figure, own, index, story.read.text, story.told)
    carried = in_step(figure, own, index, story) or carried
    carried = topical(figure, carried, index, story.told, story.read) or carried
    acts = covering(figure, index, story.read)
    return Case(figure, index, sentence.span, sentence.headline, acts, own, carried)


def _stands_alone(figure: Figure, sentence: Span, who: Chosen, read: Annotated) -> bool:
    """Tell whether a sentence says only how much somebody else has of what was told before."""
    if listed_alone(figure, sentence, read) or moved_alone(figure, who.span, read):
        return True
    return stated_alone(figure, sentence, who.entity, read)


def _tell(case: Case, story: Story) -> None:
    """Read the fields that rest on the measure and add the mention."""
    read, figure = story.read, case.figure
    who = whom(case, story)
    earlier = case.carried.earlier
    others = case.guessed and earlier and earlier.subject != who.entity and not bare(figure, read.text)
    others = others and who.rule not in (LEADER, OTHERS_ACT)
    if others and not _stands_alone(figure, case.sentence, who, read):
        case = replace(case, carried=Carried(case.own))
        who = whom(case, story)
    case = of_the_parties(of_the_trade(case, who.entity, story.told, read.fold), story.told, read)
    case = of_the_part(case, who.entity)
    together = joint(figure, case.sentence, who, read)
    who = replace(who, entity=together.entities[0]) if together else who
    how, how_span = mode_of(case, who.entity, story)
    how = expected(case, story) or how if how == ACTUAL else how
    steps = credited(case, who.entity, story)
    context = () if steps else context_of(case, who.entity, story)
    if (
        how == ACTUAL
        and figure.role != "from"
        and reckoned(steps or (context if how_span is None else ()), who.entity, story)
    ):
        how, how_span = "estimated", None
    where = scope(figure, case.sentence, read, story.around, who.entity) or part(case, who.entity, read)
    where = where or _same_scope(case, story) or at_once(case, who, together, read)
    when = period_of(case, story, who.entity, how)
    if how == ACTUAL and figure.role != "from" and still_ahead(case, when, read):
        how, how_span = ahead(case, who.entity, read), when.span
    if how == ACTUAL and (reckoned_with := likened(case, when, story.told, read.text)):
        how, how_span = reckoned_with.mode, reckoned_with.figure.span
    base = counted_from(case, when.period, read)
    claim = FigureClaim(
        subject=who.entity,
        measure=case.code,
        quantities=(figure.quantity, *figure.also),
        measure_text=_measured(case, how, read),
        objects=_objects(figure, read, who.entity, together),
        scope=where[0] if where and where[0] != who.entity else None,
        period=when.period,
        mode=how,
        whole=_whole(case, read),
        compared_with=base.period if base else None,
    )
    evidence = (
        Evidence("measure", case.carried.reading.rule, case.carried.reading.span),
        Evidence("subject", who.rule, who.span),
        Evidence("period", "inferred-year" if inferred(when.period, read) else when.rule, when.span),
        *([Evidence("scope", "in-clause", where[1])] if where else []),
        *([Evidence("mode", "words", how_span)] if how_span else []),
        *([Evidence("compared_with", base.rule, base.span)] if base else []),
    )
    story.mentions.append(_mention(case, claim, (steps, context), evidence, story))
    index = len(story.mentions) - 1
    story.mentions.extend(_of_each(story.mentions[index], claim, together))
    led = None if who.rule == MEANT_FOR else who.entity
    story.told.append(Told(figure, case.index, index, case.carried.reading, led, when.period, how, who.rule))
    story.remarks.extend(left_open(case, who, when, read))


def _mention(
    case: Case,
    claim: FigureClaim,
    chains: tuple[tuple[Step, ...], tuple[Step, ...]],
    evidence: tuple[Evidence, ...],
    story: Story,
) -> Mention:
    """Return the mention of a claim: its passage, who is credited, hedges, what it is a part of, the evidence."""
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
        inferred_period=inferred(claim.period, read),
        evidence=(*evidence, *(Evidence("via", act.kind, act.cue) for act in case.acts if steps)),
    )


def _same_scope(case: Case, story: Story) -> tuple[Entity, Span] | None:
    """Return the scope of the amount that the figure names again, or the part of whose it tells the change."""
    earlier = case.carried.earlier
    if earlier is None:
        return None
    claim = story.mentions[earlier.mention].claim
    known = claim.scope if isinstance(claim, FigureClaim) else None
    again = case.carried.reading.rule == "named-again"
    goes_on = earlier.sentence == case.index or _GOES_ON.match(story.read.text, case.sentence.start)
    change = case.figure.quantity.unit == "percent"
    return (known, earlier.figure.span) if known and (again or (goes_on and (change or is_part(known)))) else None


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


def _measured(case: Case, mode: str, read: Annotated) -> str | None:
    """Return in words what is measured where the code does not say it, or which sort of that it is."""
    if case.code == OTHER:
        return case.carried.reading.text
    return sort(case.figure, case.code, mode, case.sentence, read.fold)


def _whole(case: Case, read: Annotated) -> str | None:
    """Return what the figure is a part of: another measure, or of a step the one that it is a step of."""
    if case.carried.whole and case.carried.earlier:
        return case.carried.earlier.reading.measure
    if case.code != OTHER and is_difference(case.figure, case.code, case.sentence, read.fold):
        return case.code
    return next(iter(whole_of(case.code)), None)


def _around(span: Span) -> Span:
    return Span(max(0, span.start - _LONGEST_NAME), span.end)


def _numbered(name: Name) -> bool:
    """Tell whether a number inside a name is a part of it: a model's, or that of a company called so."""
    return name.entity.kind in THINGS or (name.entity.kind in _BODIES and name.how == "name")


def _is_told(span: Span, index: int, read: Annotated) -> bool:
    """Tell whether `span` states something in its sentence: no part of a model's name, nor between title and prose."""
    if not read.sentences[index].span.covers(span):
        return False
    if any(name.span.covers(span) and _numbered(name) for name in read.within(read.names, _around(span))):
        return False
    return not read.document.header.covers(span)
