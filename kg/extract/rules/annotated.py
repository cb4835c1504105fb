"""One document with the annotations that the claim stages read, and look-ups by place."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kg.extract.rules.annotations import Cell, Figure, Name, Quoted, Reported, Sentence, Timex
from kg.extract.rules.text.once import once
from kg.lexicon.matcher import folded
from kg.model import Document, Span


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


@dataclass(frozen=True)
class Annotated:
    """A document and what the earlier stages found in it; every tuple is in order of position."""

    document: Document
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quoted, ...]
    figures: tuple[Figure, ...]
    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]
    reported: tuple[Reported, ...]
    cells: tuple[Cell, ...] = ()

    @once
    def text(self) -> str:
        """Return the document's own text."""
        return self.document.text

    @once
    def fold(self) -> str:
        """Return the text as matchers read it, character for character."""
        return folded(self.text)

    @once
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @once
    def _starts(self) -> dict[int, list[int]]:
        listed: tuple[tuple[_Placed, ...], ...] = (self.names, self.figures, self.timexes, self.cells)
        return {id(items): [item.span.start for item in items] for items in listed}

    @once
    def _acts(self) -> dict[int, tuple[Reported, ...]]:
        found: dict[int, list[Reported]] = {}
        for act in self.reported:
            parts = (act.cue, *act.content)
            indexes = {index for part in parts for index in self._indexes(part)}
            for index in indexes:
                found.setdefault(index, []).append(act)
        return {index: tuple(acts) for index, acts in found.items()}

    def _indexes(self, span: Span) -> range:
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        return range(first, bisect_left(self._sentence_starts, span.end))

    def acts_at(self, index: int) -> tuple[Reported, ...]:
        """Return the acts of reporting whose cue or content touches the sentence `index`, in order of cue."""
        return self._acts.get(index, ())

    def index_at(self, position: int) -> int | None:
        """Return the index of the sentence that holds `position`, None between sentences."""
        index = bisect_right(self._sentence_starts, position) - 1
        if index < 0 or position >= self.sentences[index].span.end:
            return None
        return index

    def cell_at(self, position: int) -> Cell | None:
        """Return the entry of a table that holds `position`, None in prose."""
        index = bisect_right(self._starts[id(self.cells)], position) - 1
        return self.cells[index] if index >= 0 and position < self.cells[index].span.end else None

    def within(self, items: tuple[Item, ...], span: Span) -> tuple[Item, ...]:
        """Return those of `items` (names, figures, timexes or cells of this document) that start inside `span`."""
        starts = self._starts.get(id(items)) or [item.span.start for item in items]
        return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
