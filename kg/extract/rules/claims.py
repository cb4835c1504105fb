"""Assembly: each figure with what the other stages read of it becomes the mention of a claim, with its evidence.

Goes through the figures in order, since a figure may take measure, subject and period over from those before it. What
cannot be told stays open in the claim and is said in a remark.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.chains import chain, covering, own_account
from kg.extract.rules.clauses import Breaks, breaks, clause, nearness
from kg.extract.rules.dating import Dated, Sight, dated, earlier_view
from kg.extract.rules.discourse import Carried, Told, settled
from kg.extract.rules.headlines import credit
from kg.extract.rules.measure_terms import OTHER, facts, whole_of
from kg.extract.rules.measures import Reading, measure
from kg.extract.rules.modes import hedge, mode, negated
from kg.extract.rules.notions import Hits, hits
from kg.extract.rules.scopes import scope
from kg.extract.rules.subjects import UNKNOWN, Chosen, subject
from kg.model import Entity, Evidence, FigureClaim, Mention, Remark, Span, Step

_CLOSING = "\"”’')] "
_WEAK = frozenset({"object", "behind", "modifier", "owner-of-object", "speaker", "unknown-subject"})
"""Rules for the subject that give way to the subject of the same amount named before."""
_PRONOUNS = frozenset({"it", "its", "they", "their"})
_LOOSE = _WEAK | {"topic"}
"""Rules for the subject that are not enough where the measure is a product's or unknown."""
_CLOSE = 0.6
_LATE = 40
"""How many sentences a subject is kept in mind."""
_OPENING = 20
"""Among so many names at its start a text says whom it is about."""


@dataclass(frozen=True, slots=True)
class Read:
    """The figure mentions of a document, in order, and what could not be told."""

    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class _Story:
    """A document while its figures are read: what holds for all of it, and what was read so far."""

    read: Annotated
    around: Breaks
    signs: Hits
    topic: Entity | None
    told: list[Told] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Case:
    """One figure in its sentence, with the acts that report it and the measure that was settled."""

    figure: Figure
    index: int
    sentence: Span
    headline: bool
    acts: tuple[Reported, ...]
    own: Reading
    carried: Carried

    @property
    def code(self) -> str:
        return self.carried.reading.measure

    @property
    def guessed(self) -> bool:
        """Tell whether the figure has its measure only because the one before has it."""
        return self.own.measure == OTHER and self.carried.reading.rule == "carried-on"

    @property
    def facts(self) -> Mapping[str, tuple[str, ...]]:
        return facts(self.code)


def claims(read: Annotated) -> Read:
    """Return a mention for every figure of `read` that stands in a sentence of the prose. Never raises."""
    story = _Story(read, breaks(read.fold), hits(read), _topic(read))
    for figure in read.figures:
        index = read.index_at(figure.span.start)
        if index is None or not read.sentences[index].span.covers(figure.span) or _in_header(figure.span, read):
            continue
        _tell(_case(figure, index, story), story)
    return Read(tuple(story.mentions), tuple(story.remarks))


def _case(figure: Figure, index: int, story: _Story) -> _Case:
    sentence = story.read.sentences[index]
    own = measure(figure, sentence.span, story.read, story.around, story.signs)
    carried = settled(figure, own, index, story.read.text, story.told)
    acts = covering(figure, index, story.read)
    return _Case(figure, index, sentence.span, sentence.headline, acts, own, carried)


def _tell(case: _Case, story: _Story) -> None:
    """Read the fields that rest on the measure and add the mention."""
    read, figure = story.read, case.figure
    who = _whom(case, story)
    if case.guessed and case.carried.earlier and case.carried.earlier.subject != who.entity:
        case = replace(case, carried=Carried(case.own))
        who = _whom(case, story)
    how, how_span = mode(figure, case.sentence, read, story.around)
    if how_span is None and story.told and story.told[-1].sentence == case.index:
        how = story.told[-1].mode
    where = scope(figure, case.sentence, read, story.around, who.entity)
    when = _when(case, story, who.entity, how)
    claim = FigureClaim(
        subject=who.entity,
        measure=case.code,
        quantities=(figure.quantity, *figure.also),
        measure_text=case.carried.reading.text if case.code == OTHER else None,
        objects=_objects(figure, read, who.entity),
        scope=where[0] if where else None,
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
    story.mentions.append(_mention(case, claim, evidence, story))
    index = len(story.mentions) - 1
    story.told.append(Told(figure, case.index, index, case.carried.reading, who.entity, when.period, how))
    story.remarks.extend(_remarks(case, who, when, read.text))


def _mention(case: _Case, claim: FigureClaim, evidence: tuple[Evidence, ...], story: _Story) -> Mention:
    read, figure, earlier = story.read, case.figure, case.carried.earlier
    steps = _steps(case, claim.subject, story)
    context = () if steps else _context(case, story)
    own_clause = clause(figure.span, case.sentence, story.around)
    return Mention(
        claim=claim,
        quote=case.sentence,
        figure=figure.span,
        via=steps or context,
        contextual=bool(context),
        hedge=hedge(figure, case.sentence, read, story.around),
        negated=negated(figure, own_clause, read) is not None,
        part_of=earlier.mention if case.carried.whole and earlier else None,
        misspelt=_misspelt(case.sentence, claim, read),
        evidence=(*evidence, *(Evidence("via", act.kind, act.cue) for act in case.acts if steps)),
    )


def _whom(case: _Case, story: _Story) -> Chosen:
    sources = [act.source for act in case.acts if act.source]
    found = _speaker(subject(case.figure, case.sentence, case.code, story.read, sources), case, story.read)
    earlier = case.carried.earlier
    if earlier and earlier.subject and (case.figure.role == "from" or found.rule in _WEAK):
        return Chosen(earlier.subject, case.carried.reading.rule, earlier.figure.span)
    if case.code == OTHER or "true" in case.facts.get("ownSubject", ()):
        return found if found.rule not in _LOOSE and _close(case, found, story) else UNKNOWN
    if found.entity is not None or not _is_prose(case.sentence.of(story.read.text)):
        return found
    kinds = case.facts.get("subjectKind", ())
    return _spoken_of_as(case, kinds, story) or _spoken_of(case, kinds, story)


def _close(case: _Case, found: Chosen, story: _Story) -> bool:
    """Tell whether subject and figure stand in one clause."""
    others = story.read.within(story.read.figures, case.sentence)
    return found.span is not None and nearness(case.figure.span, found.span, story.around, others) >= _CLOSE


def _speaker(found: Chosen, case: _Case, read: Annotated) -> Chosen:
    """Return the company that speaks where the subject is its "it": "Acme said it would cut ..."."""
    if found.span is None or found.span.of(read.fold) not in _PRONOUNS:
        return found
    for act in reversed(case.acts):
        own = [agent for agent in act.agents if isinstance(agent, Entity) and agent.kind == "Company"]
        part = next((span for span in act.content if span.covers(found.span)), None)
        if len(own) == 1 and part and not _names_company(Span(part.start, found.span.start), read):
            return Chosen(own[0], "speaker-pronoun", found.span)
    return found


def _names_company(span: Span, read: Annotated) -> bool:
    return any(name.entity.kind == "Company" for name in read.within(read.names, span))


def _is_prose(sentence: str) -> bool:
    """Tell whether a sentence ends as one: headings and lines of tables do not, and need not be about the topic."""
    return sentence.rstrip(_CLOSING).endswith((".", "!", "?", "…"))


def _spoken_of_as(case: _Case, kinds: tuple[str, ...], story: _Story) -> Chosen | None:
    """Return the thing last named of the kind that the measure is mostly about ("a ban delayed by 75 days")."""
    wanted = "Product" if "Product" in kinds else next(iter(kinds), None)
    for name in reversed(story.read.within(story.read.names, Span(0, case.sentence.start))):
        if name.entity.kind == wanted:
            return Chosen(name.entity, "discourse-kind", name.span)
    return None


def _spoken_of(case: _Case, kinds: tuple[str, ...], story: _Story) -> Chosen:
    """Return whom the text has been about: the subject of a figure before, else the document's topic."""
    for one in reversed(story.told):
        if one.subject is not None and case.index - one.sentence <= _LATE and (not kinds or one.subject.kind in kinds):
            return Chosen(one.subject, "discourse", one.figure.span)
    if story.topic is not None and (not kinds or story.topic.kind in kinds):
        return Chosen(story.topic, "topic")
    return UNKNOWN


def _when(case: _Case, story: _Story, who: Entity | None, how: str) -> Dated:
    figure, told = case.figure, story.told
    days = "true" in case.facts.get("dayPeriod", ())
    last = told[-1].period if told else None
    found = dated(_sight(case, story), days=days, last=last)
    if found.seen:
        return found
    earlier = case.carried.earlier
    if earlier and earlier.period and earlier.subject == who and _same_time(case, story.read.text):
        return Dated(earlier.period, case.carried.reading.rule, earlier.figure.span)
    relative = figure.quantity.unit == "ratio"
    lasting = "true" in case.facts.get("state", ())
    if (how == "planned" or relative) and figure.role != "from" and not lasting:
        for one in reversed(told):
            if (one.mode == "planned" or relative) and one.subject == who and one.period:
                return Dated(one.period, "discourse", one.figure.span)
    return found


def _sight(case: _Case, story: _Story) -> Sight:
    others = story.read.within(story.read.figures, case.sentence)
    acts = tuple(act for act in story.read.acts_at(case.index) if case.sentence.overlaps(act.cue))
    return Sight(case.figure, case.sentence, story.read, story.around, others, acts)


def _same_time(case: _Case, text: str) -> bool:
    if case.figure.role == "from":
        return earlier_view(case.figure, case.sentence, text)
    return case.carried.whole or case.carried.reading.rule == "named-again"


def _steps(case: _Case, who: Entity | None, story: _Story) -> tuple[Step, ...]:
    """Return the chain that the sentence itself gives, or the headline."""
    read, earlier = story.read, case.carried.earlier
    steps = chain(case.acts, who, read.document.outlet) or own_account(case.figure, case.sentence, who, read)
    if not steps and case.figure.role == "from" and earlier:
        return story.mentions[earlier.mention].via
    return steps or (credit(case.figure.span, case.sentence, read) if case.headline else ())


def _context(case: _Case, story: _Story) -> tuple[Step, ...]:
    """Return the chain of the figure before in the same paragraph: the text around credits it, not the sentence."""
    if not story.told:
        return ()
    before, sentences = story.told[-1].sentence, story.read.sentences
    same = before != case.index and sentences[before].paragraph == sentences[case.index].paragraph
    return story.mentions[-1].via if same else ()


def _objects(figure: Figure, read: Annotated, who: Entity | None) -> tuple[Entity, ...]:
    """Return the chips, products and companies that the counted noun phrase names."""
    if figure.noun is None:
        return ()
    names = read.within(read.names, figure.noun)
    named = [name.entity for name in names if name.entity.kind in ("Chip", "Product", "Company")]
    return tuple(dict.fromkeys(entity for entity in named if entity != who))


def _misspelt(sentence: Span, claim: FigureClaim, read: Annotated) -> tuple[tuple[str, Entity], ...]:
    meant = (claim.subject, *claim.objects)
    names = read.within(read.names, sentence)
    return tuple((n.span.of(read.text), n.entity) for n in names if n.how == "misspelling" and n.entity in meant)


def _whole(case: _Case) -> str | None:
    if case.carried.whole and case.carried.earlier:
        return case.carried.earlier.reading.measure
    return next(iter(whole_of(case.code)), None)


def _topic(read: Annotated) -> Entity | None:
    """Return the company that the text names first: whom it is about until it says otherwise."""
    for name in read.names[:_OPENING]:
        if name.entity.kind == "Company" and name.how in ("name", "misspelling"):
            return name.entity
    return None


def _in_header(span: Span, read: Annotated) -> bool:
    """Tell whether `span` stands in the header lines between title and prose, which state nothing."""
    title = read.document.title or ""
    end = read.text.find(title) + len(title) if title and title in read.text else 0
    return end <= span.start < read.document.body


def _remarks(case: _Case, who: Chosen, when: Dated, text: str) -> list[Remark]:
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
