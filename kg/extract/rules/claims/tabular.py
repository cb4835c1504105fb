"""What the figures of a table tell: the head, the label and the lines above say of whom, of what and of which time.

Nothing goes from the prose to an entry or back: a row has no sentence that it could go on from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.rules.annotations import NAMED, Cell, Figure, Name, Timex
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.modes.modality import ACTUAL
from kg.extract.rules.claims.modes.modes import FORETOLD, mode
from kg.extract.rules.claims.remarks import left_open
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Carried
from kg.extract.rules.measures.measures import measure
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import GROWTH, OTHER, change_of, facts, level_of, whole_of
from kg.extract.rules.subjects.subject_roles import UNKNOWN, Chosen
from kg.model import Evidence, FigureClaim, Mention, Span

_COMPANIES = frozenset({"Company", "Outlet"})
_THINGS = frozenset({"Product", "Chip", "Place", "Organization", "Authority"})
_GUIDANCE = "guidance"
_COUNT, _PERCENT, _MONEY = "count", "percent", "USD"
_SUM = Decimal(10**9)
"""An amount of money as whole companies have it."""
_SIGNS = frozenset("+-−–")
_BESIDE, _TITLE = "column-beside", "table-title"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ESTIMATED = re.compile(r"(?:19|20)[0-9]{2}[EF]\b")
"""A year whose numbers are still estimates, as analysts mark it: "2026E"."""


def tabulated(figure: Figure, cell: Cell, index: int, story: Story) -> Mention:
    """Return the mention of an entry; what cannot be told of it is added to the remarks of `story`."""
    reading = _measured(figure, cell, story)
    who, when = _whose(cell, reading, story), _dated(cell, story)
    how, worded = _mode(figure, cell, story)
    code = reading.measure
    if usual := facts(code).get("usualMode"):
        how, worded = usual[0], reading.span
    claim = FigureClaim(
        subject=who.entity,
        measure=code,
        quantities=(figure.quantity, *figure.also),
        measure_text=reading.text if code == OTHER else None,
        period=when.period,
        mode=how,
        whole=next(iter(whole_of(code)), None),
    )
    case = Case(figure, index, cell.row, headline=False, acts=(), own=reading, carried=Carried(reading))
    story.remarks.extend(left_open(case, who, when, story.read))
    return Mention(
        claim=claim,
        quote=cell.row,
        figure=figure.span,
        evidence=(
            Evidence("measure", reading.rule, reading.span),
            Evidence("subject", who.rule, who.span),
            Evidence("period", when.rule, when.span),
            *([Evidence("mode", "words", worded)] if worded else []),
        ),
    )


def _above(cell: Cell) -> Iterator[tuple[Span, str]]:
    """Yield what stands around an entry with the rule that takes from it, the nearest first."""
    if cell.label:
        yield cell.label, "row-label"
    if cell.head:
        yield cell.head, "column-head"
    yield from _titles(cell)


def _titles(cell: Cell) -> Iterator[tuple[Span, str]]:
    yield from ((title, _TITLE) for title in cell.titles)


def _measured(figure: Figure, cell: Cell, story: Story) -> Reading:
    """Return the measure that the head names, else the label, else a line above.

    A percentage below "change" or with a sign is the change of what the amounts of its row or of the table measure.
    """
    told = sorted(_above(cell), key=lambda one: one[1] != "column-head")
    growth: Reading | None = None
    for span, rule in (*told[:1], *_columns_before(cell, story), *told[1:]):
        found = _told_by(span, rule, figure, story) if rule != _BESIDE else Reading(OTHER, 0.0, rule)
        if found.measure == GROWTH:
            growth = growth or found
        elif found.measure != OTHER:
            return found
        if growth or _signed(figure, story):
            level = _told_by(span, rule, _amount(figure), story)
            if level.measure != OTHER and (change := change_of(level.measure)):
                return replace(level, measure=change)
    return growth or Reading(OTHER, 0.0, "unknown-measure", None, _text(told, story))


def _told_by(span: Span, rule: str, figure: Figure, story: Story) -> Reading:
    """Return what a figure measures that stands beside these words: "Capex" and an amount, "Users" and a count."""
    counted = figure.quantity.unit == _COUNT
    place = Span(span.start, span.start) if counted else Span(span.end, span.end)
    noun = Span(span.start, span.start + len(span.of(story.read.text).partition(" (")[0])) if counted else None
    put = replace(figure, span=place, number=place, noun=noun, per=None)
    return replace(measure(put, span, story.read, story.around, story.signs), rule=rule, span=span)


def _columns_before(cell: Cell, story: Story) -> Iterator[tuple[Span, str]]:
    """Yield the heads of the columns to the left, the nearest first."""
    row = story.read.within(story.read.cells, Span(cell.row.start, cell.span.start))
    yield from ((one.head, _BESIDE) for one in reversed(row) if one.head)


def _text(told: Sequence[tuple[Span, str]], story: Story) -> str | None:
    """Return the words around an entry that are more than a name or a time, else the first there are."""
    read = story.read
    known: dict[Span, tuple[Name | Timex, ...]] = {}
    for span, _ in told:
        known[span] = (*read.within(read.names, span), *read.within(read.timexes, span))
    plain = [span for span, inside in known.items() if not any(one.span.covers(span) for one in inside)]
    return next((span.of(read.text) for span in (*plain, *known)), None)


def _signed(figure: Figure, story: Story) -> bool:
    return figure.quantity.unit == _PERCENT and story.read.text[figure.span.start] in _SIGNS


def _amount(figure: Figure) -> Figure:
    """Return an amount of money in the place of a percentage: what such an amount would measure may have changed."""
    return replace(figure, quantity=replace(figure.quantity, value=_SUM, unit=_MONEY, high=None))


def _whose(cell: Cell, reading: Reading, story: Story) -> Chosen:
    """Return the company that the label, the head or a line above names, else another thing that is named there.

    A change is one of what the columns before it tell, so their heads may name it too.
    """
    beside = _columns_before(cell, story) if level_of(reading.measure) else ()
    around = (*(one for one in _above(cell) if one[1] != _TITLE), *beside, *_titles(cell))
    for kinds in (_COMPANIES, _THINGS):
        for span, rule in around:
            named = [name for name in story.read.within(story.read.names, span) if name.how in NAMED]
            named = [name for name in named if name.entity.kind in kinds]
            if named and (named[0].span.start == span.start or len({name.entity for name in named}) == 1):
                return Chosen(named[0].entity, rule, named[0].span)
    return UNKNOWN


def _dated(cell: Cell, story: Story) -> Dated:
    """Return the time that the label, the head or a line above names; a day above is that of the page."""
    for span, rule in _above(cell):
        times = story.read.within(story.read.timexes, span)
        if rule == _TITLE:
            times = tuple(time for time in times if time.period and not _DAY.search(time.period.code))
        if times:
            return Dated(times[0].period, rule if times[0].period else "unresolved-period", times[0].span)
    return Dated(None, "no-time")


def _mode(figure: Figure, cell: Cell, story: Story) -> tuple[str, Span | None]:
    """Return the mode whose words stand in the label, the head or a line above; of a table that foretells, guidance."""
    for span, _ in _above(cell):
        end = Span(span.end, span.end)
        how, worded = mode(replace(figure, span=end, number=end), span, story.read, story.around, ())
        if worded:
            return (_GUIDANCE if how == FORETOLD else how), worded
        estimated = _ESTIMATED.search(story.read.text, span.start, span.end)
        if estimated:
            return "estimated", Span(*estimated.span())
    return ACTUAL, None
