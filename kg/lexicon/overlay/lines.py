"""A Turtle file handed to its parser line by line, so that each statement is known by the line it stands in."""

import io
from collections.abc import Iterator

from pyoxigraph import Quad, RdfFormat, parse

_PATIENCE = 1 << 20
"""Bytes without a statement after which no line is waited for: the parser begins a long text anew with each piece."""


def placed(content: bytes) -> Iterator[tuple[int, Quad]]:
    """Yield each statement of a Turtle file with the line, from 1, where its object ends.

    Behind a text or comment of megabytes it is the line where that begins. Raises SyntaxError where it is no Turtle.
    """
    given = _Lines(content)
    for quad in parse(given, format=RdfFormat.TURTLE):
        given.settled = given.tell()
        yield given.line, quad


class _Lines(io.BytesIO):
    """What a parser reads from: it gets no more than a line at a time, and so tells which one it is at."""

    line = 1
    settled = 0
    _passed = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next line, or so many bytes of it."""
        waiting = self.tell() - self.settled < _PATIENCE
        piece = self.readline(size) if waiting else super().read(size)
        self.line += self._passed
        self._passed = piece.count(b"\n")
        return piece
