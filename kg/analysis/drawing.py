"""Boxes as a drawing: each below the one before, further in than the one it hangs on; as SVG, and as PNG with Pillow.

The layout depends on the text alone, so that the same explanation gives the same SVG everywhere.
"""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kg.analysis.pictures import Box, colour, numbered, one_line
from kg.errors import UsageError

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_COLUMNS = 96
"""Characters a line of a box holds; wide ones (Chinese, Japanese, Korean) count two."""
_WIDTH, _LINE, _INDENT, _GAP, _MARGIN, _SIZE = 760, 18, 32, 12, 16, 13
_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
    'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="13">\n'
    '  <rect width="{width}" height="{height}" fill="#ffffff"/>'
)
_FONTS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")


@dataclass(frozen=True, slots=True)
class Placed:
    """A box in its place, in pixels; `above` is the box it hangs on."""

    x: int
    y: int
    height: int
    heading: int
    lines: tuple[str, ...]
    tone: str
    above: "Placed | None"

    @property
    def edge(self) -> tuple[tuple[int, int], ...]:
        """The corners of the line from the box above, none for the root."""
        if self.above is None:
            return ()
        left, middle = self.above.x + _INDENT // 2, self.y + self.height // 2
        return (left, self.above.y + self.above.height), (left, middle), (self.x, middle)


def layout(root: Box) -> tuple[Placed, ...]:
    """Place boxes in reading order. `heading` counts the lines that the heading takes."""
    placed: list[Placed] = []
    y = _MARGIN
    for _, above, box in numbered(root):
        heading = tuple(_wrapped(box.heading))
        lines = (*heading, *(line for text in box.lines for line in _wrapped(text)))
        parent = None if above is None else placed[above]
        x = _MARGIN if parent is None else parent.x + _INDENT
        placed.append(Placed(x, y, _LINE * len(lines) + _GAP, len(heading), lines, box.tone, parent))
        y += placed[-1].height + _GAP
    return tuple(placed)


def svg(root: Box) -> str:
    """Return boxes as an SVG image."""
    boxes = layout(root)
    width, height = _extent(boxes)
    lines = [_OPENING.format(width=width, height=height)]
    for box in boxes:
        lines += _drawn(box)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _drawn(box: Placed) -> Iterator[str]:
    if box.edge:
        points = " ".join(f"{x},{y}" for x, y in box.edge)
        yield f'  <polyline points="{points}" fill="none" stroke="#666666"/>'
    frame = f'x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="4"'
    yield f'  <rect {frame} fill="{colour(box.tone)}" stroke="#666666"/>'
    for number, text in enumerate(box.lines):
        weight = ' font-weight="bold"' if number < box.heading else ""
        yield f'  <text x="{box.x + _GAP}" y="{box.y + _LINE * (number + 1)}"{weight}>{escape(text)}</text>'


def png(root: Box) -> bytes:
    """Return boxes as a PNG image. Raises UsageError where Pillow or a font is not installed."""
    try:
        from PIL import Image, ImageDraw
    except ImportError as problem:
        raise UsageError(
            "PNG pictures need Pillow: pip install 'kg-news[pictures]', or write a .svg instead"
        ) from problem
    boxes, font = layout(root), _font()
    image = Image.new("RGB", _extent(boxes), "#ffffff")
    pen = ImageDraw.Draw(image)
    for box in boxes:
        if box.edge:
            pen.line(box.edge, fill="#666666")
        corners = (box.x, box.y, box.x + _WIDTH, box.y + box.height)
        pen.rounded_rectangle(corners, 4, fill=colour(box.tone), outline="#666666")
        for number, text in enumerate(box.lines):
            place = (box.x + _GAP, box.y + _LINE * (number + 1))
            pen.text(place, text, fill="#000000", font=font, anchor="ls", stroke_width=0.3 * (number < box.heading))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _font() -> "FreeTypeFont":
    from PIL import ImageFont

    for name in _FONTS:
        try:
            return ImageFont.truetype(name, _SIZE)
        except OSError:
            continue
    raise UsageError(f"no font for PNG pictures: install one of {', '.join(_FONTS)}, or write a .svg instead")


def _extent(boxes: tuple[Placed, ...]) -> tuple[int, int]:
    return max(box.x for box in boxes) + _WIDTH + _MARGIN, boxes[-1].y + boxes[-1].height + _MARGIN


def _wrapped(text: str) -> Iterator[str]:
    """Yield the lines of a text, broken between words, inside a word only where it is longer than a line."""
    line = ""
    for word in one_line(text).split():
        for piece in _pieces(word):
            if line and _columns(line) + 1 + _columns(piece) > _COLUMNS:
                yield line
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    yield line


def _pieces(word: str) -> Iterator[str]:
    piece = ""
    for char in word:
        if _columns(piece) + _columns(char) > _COLUMNS:
            yield piece
            piece = ""
        piece += char
    yield piece


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
