"""The built-in extractor: rules over English news prose, one stage after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.grounding import grounded
from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name, Reported, Sentence, Timex
from kg.extract.rules.claims.claims import claims
from kg.extract.rules.claims.crediting.answered import answered
from kg.extract.rules.claims.crediting.chains import credited
from kg.extract.rules.claims.crediting.said_on import Dates
from kg.extract.rules.claims.crediting.statements import statements
from kg.extract.rules.claims.remarks import not_english
from kg.extract.rules.names.names import names
from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.numbers.quantities import quantities
from kg.extract.rules.pages import joined, parts
from kg.extract.rules.printed import act_as_printed, as_printed, figure_as_printed
from kg.extract.rules.references.references import references
from kg.extract.rules.relations.relations import relations
from kg.extract.rules.reporting.reporting import reported
from kg.extract.rules.responses.responses import responses
from kg.extract.rules.subjects.calendars import whose_calendar
from kg.extract.rules.tables.entries import entered
from kg.extract.rules.tables.grids import cells
from kg.extract.rules.temporal.anchors import stated_year
from kg.extract.rules.temporal.periods import periods
from kg.extract.rules.text.plain import Plain, plain
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.garbage import uncollected
from kg.model import Document, Extraction, Mention


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """Reads English news by rules; knows no words but those of `ontology/`.

    With `statements`, acts of reporting that hold no figure and no relation are kept too, as their words.
    """

    name: str = "rules"
    statements: bool = False

    def extract(self, document: Document) -> Extraction:
        """Return what `document` says; spans count in `document.text`. Never raises on any text."""
        with uncollected():
            return self._extract(document)

    def _extract(self, document: Document) -> Extraction:
        found = [as_printed(self._read(part, copy), copy) for part, copy in parts(document)]
        return grounded(replace(joined(found), document=document))

    def _read(self, document: Document, copy: Plain) -> Extraction:
        """Return what one part of a document says; spans count in `copy`."""
        read = self.stages(document, copy)
        figures_read = claims(read)
        linked = tuple(credited(mention, read) for mention in relations(read.text, read.sentences, read.names))
        mentions = _in_order(figures_read.mentions, linked)
        if self.statements:
            mentions = (*mentions, *statements(read, mentions))
        answers = responses(read.text, read.sentences, read.quotations, read.names, read.reported)
        answers, mentions = answered(answers, mentions, read)
        dates = Dates(read)
        mentions, answers = tuple(map(dates.mention, mentions)), tuple(map(dates.response, answers))
        return Extraction(document, mentions, answers, (*not_english(read), *figures_read.remarks))

    def reported(self, document: Document) -> tuple[Reported, ...]:
        """Return the acts of reporting in `document`, whether they hold figures or not; spans count in its text."""
        found = [
            act_as_printed(act, copy) for part, copy in parts(document) for act in self.stages(part, copy).reported
        ]
        return tuple(sorted(found, key=lambda act: act.cue.start))

    def quantities(self, document: Document) -> tuple[Figure, ...]:
        """Return every quantity expression in `document`, also those that state no figure; spans count in its text."""
        copy = plain(document.text, document.body)
        return tuple(figure_as_printed(one, copy) for one in quantities(copy.text))

    def stages(self, document: Document, copy: Plain | None = None) -> Annotated:
        """Return the annotations that claims are read from; they count in `copy`, the document's text as it is read."""
        copy = copy or plain(document.text, document.body)
        title = document.title and plain(document.title).text
        document = replace(document, text=copy.text, title=title, body=copy.read(document.body))
        text, header = document.text, document.header
        found = sentences(text)
        quoted = quotations(text)
        named = references(text, found, names(text, found), document)
        printed = figures(text)
        entries = cells(text, printed)
        return Annotated(
            document=document,
            sentences=found,
            quotations=quoted,
            figures=entered(printed, entries, text),
            timexes=_timexes(document, found, named),
            names=named,
            reported=tuple(one for one in reported(text, found, quoted, named) if not header.covers(one.cue)),
            cells=entries,
        )


def _timexes(document: Document, cut: Sequence[Sentence], named: Sequence[Name]) -> tuple[Timex, ...]:
    """Return the dates and periods; in a text without a date those that count from a year it names are marked."""
    text, date = document.text, document.as_of
    whose = whose_calendar(text, cut, named)
    found = periods(text, date, whose=whose)
    anchor = None if date else stated_year(text, cut, found)
    if anchor is None:
        return found
    without = {(time.span, time.period) for time in found}
    anchored = periods(text, anchor.date, running=anchor.running, whose=whose)
    return tuple(replace(time, inferred=(time.span, time.period) not in without) for time in anchored)


def _in_order(figures_read: tuple[Mention, ...], linked: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return figures first, so that `part_of` stays right, then relations; each is in order of position."""
    return (*figures_read, *linked)
