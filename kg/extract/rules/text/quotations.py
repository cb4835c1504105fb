"""Quotations: what stands between quotation marks, also where the closing mark is of another kind or missing."""

import re
from collections.abc import Iterator

from kg.extract.rules.annotations import Quoted
from kg.extract.rules.text.paragraphs import paragraphs
from kg.model import Span

_OPEN = "“„«「『"
_CLOSE = "”»」』"
_ENDING = ",.!?"
_MARK = re.compile(
    rf"{'|'.join('“„«「『”»」』‘’‹›')}|\"|``|'(?:'|(?<!\w')(?=\w)|(?<=[\w.,!?]')(?!\w))",
)
"""Each branch starts with a mark as it stands, so that the engine skips from mark to mark."""
# A single mark that opens ("‘mocking"), and one that closes ("mocking’ him") where no letter shows an apostrophe.
_OPENING_SINGLE = re.compile(r"(?<![\w.,!?])[‘'](?=\w)")
_APOSTROPHE_AFTER = re.compile(r"\w")
# Stretches between single marks are short wordings; a longer one is an apostrophe that happened to fit.
_LONGEST_SINGLE = 300


def quotations(text: str) -> tuple[Quoted, ...]:
    """Return the quoted stretches of `text` in order; stretches of one kind of mark do not nest.

    A quotation never leaves its paragraph. Where a paragraph opens one that it does not close (the usual style for
    a quotation of several paragraphs, or a lost mark), the stretch reaches the paragraph's end and is not `closed`.
    """
    return tuple(quoted for paragraph in paragraphs(text) for quoted in _in_paragraph(text, paragraph))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quoted]:
    """Yield what stands in quotation marks; what a paragraph opens and does not close reaches to its end."""
    opened: tuple[int, int] | None = None
    single: tuple[int, int] | None = None
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        begin, end, mark = found.start(), found.end(), found[0]
        if mark in "‘’'‹›" and mark:
            if opened is None:
                single, quoted = _single(text, single, begin, mark)
                if quoted:
                    yield quoted
        elif opened is not None and _closes(text, begin, mark):
            if opened[1] < begin:
                yield Quoted(Span(opened[0], end), Span(opened[1], begin))
            opened = None
        elif opened is None and _opens(text, begin, end, mark):
            opened, single = (begin, end), None
    if opened is not None and opened[1] < paragraph.end:
        yield Quoted(Span(opened[0], paragraph.end), Span(opened[1], paragraph.end), closed=False)


def _opens(text: str, begin: int, end: int, mark: str) -> bool:
    if mark in _CLOSE:
        return False
    if mark in _OPEN or mark == "``":
        return True
    # A straight mark behind a digit without an opening one is an inch; one before white space opens nothing.
    before = text[begin - 1] if begin else " "
    return not before.isalnum() and not text[end : end + 1].isspace() and end < len(text)


def _closes(text: str, begin: int, mark: str) -> bool:
    if mark in _CLOSE or mark == "''":
        return True
    if mark == "“":  # typed for the other one: "“We grew,“ she said"
        return text[begin - 1] in _ENDING and text[begin + 1 : begin + 2].isspace()
    if mark != '"':
        return False
    # Behind white space and before a word a straight mark opens; there the earlier one had lost its partner.
    before, after = text[begin - 1 : begin], text[begin + 1 : begin + 2]
    return not (before.isspace() and after.isalnum())


def _single(
    text: str, opened: tuple[int, int] | None, begin: int, mark: str
) -> tuple[tuple[int, int] | None, Quoted | None]:
    """Return the single mark open behind `begin` and the quotation that this mark ends, if it ends one."""
    if mark in "‹›":
        return ((begin, begin + 1), None) if mark == "‹" else _close_single(opened, begin)
    if _OPENING_SINGLE.match(text, begin) and (mark == "‘" or opened is None):
        return (begin, begin + 1), None
    if opened is None or _APOSTROPHE_AFTER.match(text, begin + 1):
        return opened, None
    if begin - opened[0] > _LONGEST_SINGLE:
        return None, None
    return _close_single(opened, begin)


def _close_single(opened: tuple[int, int] | None, begin: int) -> tuple[None, Quoted | None]:
    if opened is None or opened[1] >= begin:
        return None, None
    return None, Quoted(Span(opened[0], begin + 1), Span(opened[1], begin))
