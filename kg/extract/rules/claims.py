"""Assembly: each figure with what the other stages read of it becomes the mention of a claim, with its evidence.

Goes through the figures in order, since a figure may take measure, subject and period over from those before it. What
cannot be told stays open in the claim and is said in a remark.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.chains import chain, covering, own_account
from kg.extract.rules.clauses import Breaks, breaks, clause
from kg.extract.rules.dating import Dated, dated, earlier_view
from kg.extract.rules.discourse import Carried, Told, settled
from kg.extract.rules.headlines import credit
from kg.extract.rules.measures import OTHER, measure, whole_of
from kg.extract.rules.modes import mode, negated
from kg.extract.rules.notions import Hits, hits
from kg.extract.rules.scopes import scope
from kg.extract.rules.subjects import UNKNOWN, Chosen, subject
from kg.lexicon import codes
from kg.model import Entity, Evidence, FigureClaim, Mention, Remark, Span, Step

_WEAK = frozenset({"object", "behind", "modifier", "owner-of-object", "speaker", "unknown-subject"})
"""Rules for the subject that give way to the subject of the same amount named before."""
_LATE = 40
"""How many sentences a subject is kept in mind."""


@dataclass(frozen=True, slots=True)
class Read:
    """The figure mentions of a document, in order, and what could not be told."""

    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What holds for the whole document while its figures are read."""

    read: Annotated
    around: Breaks
    signs: Hits
    topic: Entity | None


def claims(read: Annotated) -> Read:
    """Return a mention for every figure of `read` that stands in a sentence of the prose. Never raises."""
    scene = _Scene(read, breaks(read.fold), hits(read), _topic(read))
    told: list[Told] = []
    mentions: list[Mention] = []
    remarks: list[Remark] = []
    for figure in read.figures:
        index = read.index_at(figure.span.start)
        if index is None or not read.sentences[index].span.covers(figure.span) or _in_header(figure.span, read):
            continue
        mention, new, said = _mention(figure, index, scene, told, mentions)
        mentions.append(mention)
        told.append(new)
        remarks.extend(said)
    return Read(tuple(mentions), tuple(remarks))


def _mention(
    figure: Figure, index: int, scene: _Scene, told: Sequence[Told], mentions: Sequence[Mention]
) -> tuple[Mention, Told, list[Remark]]:
    read, sentence = scene.read, scene.read.sentences[index].span
    acts = covering(figure, index, read)
    own = measure(figure, sentence, read, scene.around, scene.signs)
    carried = settled(figure, own, index, read.text, told)
    code = carried.reading.measure
    who = _whom(figure, index, code, scene, told, carried)
    how, how_span = mode(figure, sentence, read, scene.around)
    if how_span is None and told and told[-1].sentence == index:
        how = told[-1].mode
    where = scope(figure, sentence, read, scene.around)
    when = _when(figure, index, code, scene, told, carried, who.entity, how)
    steps = chain(acts, who.entity, read.document.outlet) or own_account(figure, sentence, who.entity, read)
    if not steps and figure.role == "from" and carried.earlier:
        steps = mentions[carried.earlier.mention].via
    if not steps and read.sentences[index].headline:
        steps = credit(figure.span, sentence, read)
    context = () if steps else _contextual(index, read, mentions, told)
    claim = FigureClaim(
        subject=who.entity,
        measure=code,
        quantities=(figure.quantity, *figure.also),
        measure_text=carried.reading.text if code == OTHER else None,
        objects=_objects(figure, read, who.entity),
        scope=where[0] if where else None,
        period=when.period,
        mode=how,
        whole=_whole(code, carried),
    )
    evidence = (
        Evidence("measure", carried.reading.rule, carried.reading.span),
        Evidence("subject", who.rule, who.span),
        *([Evidence("scope", "place-in-clause", where[1])] if where else []),
        Evidence("period", when.rule, when.span),
        *([Evidence("mode", "words", how_span)] if how_span else []),
        *(Evidence("via", act.kind, act.cue) for act in acts if steps),
    )
    mention = Mention(
        claim=claim,
        quote=sentence,
        figure=figure.span,
        via=steps or context,
        contextual=bool(context),
        negated=negated(figure, clause(figure.span, sentence, scene.around), read) is not None,
        part_of=carried.earlier.mention if carried.whole and carried.earlier else None,
        misspelt=tuple(
            (name.span.of(read.text), name.entity)
            for name in read.within(read.names, sentence)
            if name.how == "misspelling" and name.entity in (who.entity, *claim.objects)
        ),
        evidence=evidence,
    )
    new = Told(figure, index, len(mentions), carried.reading, who.entity, when.period, how)
    return mention, new, _remarks(figure, code, who, when, read.text)


def _whom(figure: Figure, index: int, code: str, scene: _Scene, told: Sequence[Told], carried: Carried) -> Chosen:
    read, sentence = scene.read, scene.read.sentences[index].span
    speakers = [span for act in covering(figure, index, read) if (span := act.source)]
    found = subject(figure, sentence, code, read, speakers)
    earlier = carried.earlier
    if earlier and earlier.subject and (figure.role == "from" or found.rule in _WEAK or carried.whole):
        if found.rule in _WEAK or figure.role == "from":
            return Chosen(earlier.subject, carried.reading.rule, earlier.figure.span)
    if found.entity is not None:
        return found
    facts = codes.scheme("measures")[code].facts if code != OTHER else {}
    if code == OTHER or "true" in facts.get("ownSubject", ()):
        return UNKNOWN
    return _spoken_of(index, frozenset(facts.get("subjectKind", ())), scene, told)


def _spoken_of(index: int, kinds: frozenset[str], scene: _Scene, told: Sequence[Told]) -> Chosen:
    """Return whom the text has been about: the subject of the figure before, else the document's topic."""
    if kinds:
        start = scene.read.sentences[index].span.start
        for name in reversed(scene.read.within(scene.read.names, Span(0, start))):
            if name.entity.kind in kinds and (len(kinds) == 1 or name.entity.kind == min(kinds, key=_order)):
                return Chosen(name.entity, "discourse-kind", name.span)
    for one in reversed(told):
        if one.subject is not None and index - one.sentence <= _LATE and (not kinds or one.subject.kind in kinds):
            return Chosen(one.subject, "discourse", one.figure.span)
    if scene.topic is not None and (not kinds or scene.topic.kind in kinds):
        return Chosen(scene.topic, "topic")
    return UNKNOWN


def _order(kind: str) -> tuple[int, str]:
    return (0 if kind == "Product" else 1, kind)


def _when(  # noqa: PLR0913, PLR0917 - the period rests on all that is known of the figure
    figure: Figure,
    index: int,
    code: str,
    scene: _Scene,
    told: Sequence[Told],
    carried: Carried,
    who: Entity | None,
    how: str,
) -> Dated:
    read, sentence = scene.read, scene.read.sentences[index].span
    facts = codes.scheme("measures")[code].facts if code != OTHER else {}
    last = told[-1].period if told else None
    found = dated(figure, sentence, read, scene.around, days="true" in facts.get("dayPeriod", ()), last=last)
    if found.seen:
        return found
    earlier = carried.earlier
    if earlier and earlier.period and earlier.subject == who and _same_time(figure, sentence, carried, read):
        return Dated(earlier.period, carried.reading.rule, earlier.figure.span)
    relative = figure.quantity.unit == "ratio"
    if (how == "planned" or relative) and figure.role != "from":
        for one in reversed(told):
            if (one.mode == "planned" or relative) and one.subject == who and one.period:
                return Dated(one.period, "discourse", one.figure.span)
    return found


def _same_time(figure: Figure, sentence: Span, carried: Carried, read: Annotated) -> bool:
    if figure.role == "from":
        return earlier_view(figure, sentence, read.text)
    return carried.whole or carried.reading.rule == "named-again"


def _contextual(index: int, read: Annotated, mentions: Sequence[Mention], told: Sequence[Told]) -> tuple[Step, ...]:
    """Return the chain of the figure before in the same paragraph: the text around credits it, not the sentence."""
    if not mentions or not told:
        return ()
    same = read.sentences[told[-1].sentence].paragraph == read.sentences[index].paragraph
    return mentions[-1].via if same and told[-1].sentence != index else ()


def _objects(figure: Figure, read: Annotated, who: Entity | None) -> tuple[Entity, ...]:
    """Return the chips and products that the counted noun phrase names."""
    if figure.noun is None:
        return ()
    named = [
        name.entity
        for name in read.within(read.names, figure.noun)
        if name.entity.kind in ("Chip", "Product", "Company")
    ]
    return tuple(dict.fromkeys(entity for entity in named if entity != who))


def _whole(code: str, carried: Carried) -> str | None:
    if carried.whole and carried.earlier:
        return carried.earlier.reading.measure
    concept = codes.scheme("measures").get(code)
    return next(iter(whole_of(concept)), None) if concept else None


def _topic(read: Annotated) -> Entity | None:
    """Return the company that the first sentences name first: whom the text is about until it says otherwise."""
    for name in read.names[:20]:
        if name.entity.kind == "Company" and name.how in ("name", "misspelling"):
            return name.entity
    return None


def _in_header(span: Span, read: Annotated) -> bool:
    """Tell whether `span` stands in the header lines between title and prose, which state nothing."""
    document = read.document
    title = (
        read.text.find(document.title) + len(document.title) if document.title and document.title in read.text else 0
    )
    return title <= span.start < document.body


def _remarks(figure: Figure, code: str, who: Chosen, when: Dated, text: str) -> list[Remark]:
    shown = figure.span.of(text)
    found = []
    if who.entity is None:
        found.append(Remark("unknown-subject", f"the text does not tell whom '{shown}' is about", figure.span))
    if code == OTHER:
        found.append(Remark("unknown-measure", f"no measure is known for '{shown}'", figure.span))
    if when.rule == "unresolved-period" and when.span:
        found.append(Remark("unresolved-period", f"'{when.span.of(text)}' cannot be resolved to a date", when.span))
    return found
