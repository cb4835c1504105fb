"""Lines of a page that are no part of its article: titles of other articles, whose a picture is, where to share it."""

import re
from collections.abc import Iterator

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.paragraphs import paragraphs
from kg.model import Span

_LABEL = Construction(
    r"[#*>\s(\[•–-]{0,4}(?:{page-lines:link}|(?P<one>{page-lines:one-link}))(?P<alone>\s?:?[*)\]]{0,3}\Z)?(?(alone)|[*]{0,2}\s?[:|»>–—-]{1,2}\s?\S)",
    re.IGNORECASE,
)
"""What a title stands behind on its own line, or below."""
_PICTURE = Construction(r"[#*>\s(\[•–-]{0,4}{page-lines:picture}[*]{0,2}\s?[:|]\s?\S", re.IGNORECASE)
_CREDITED = Construction(
    r"(?:/|\bvia\s|[([]|\|\s){page-lines:agency}(?:/[^/.]{1,30})?[)\]]?\Z"
    r"|\b(?:{page-lines:agency}/|{page-lines:picture}\s?:\s)[^.:]{1,60}[)\].]?\Z",
    re.IGNORECASE,
)
"""What the words under a picture end with: "REUTERS/Ann Lee", "(Photo: AP)", "via Getty Images"."""
_CREDIT, _BEFORE_CREDIT = 90, ("/", "via ", "(", "[", "|", ": ")
"""How far from the end of a line a credit begins, and what stands in it: most lines need no pattern."""
_BUTTONS = Construction(r"(?:{page-lines:button}\W{1,3}){1,9}{page-lines:button}\W?\Z", re.IGNORECASE)
_TITLE, _CAPTION = 200, 300
"""How long (characters) a title, and the words under a picture, are at most."""
_ENDS = (".", ":", ";", ",", ".”", '."')
"""What no title ends with."""
_LISTED = 8
"""How many titles stand below one label at most; below "Related article" it is one."""


def page_lines(text: str, body: int = 0) -> tuple[Span, ...]:
    """Return the paragraphs of `text` from `body` on that are no part of its article, in order; its first always is."""
    return tuple(_lines(text, paragraphs(text, body)[1:]))


def _lines(text: str, found: tuple[Span, ...]) -> Iterator[Span]:
    below = 0
    for one in found:
        line = one.of(text)
        label = _LABEL.match(line) if len(line) <= _TITLE else None
        title = len(line) <= _TITLE and not line.endswith(_ENDS)
        if label and label["alone"] is not None:
            below = 1 if label["one"] else _LISTED
            yield one
        elif title and (below or label):
            below = max(0, below - 1)
            yield one
        elif len(line) <= _CAPTION and _of_picture(line):
            yield one
        else:
            below = 0


def _of_picture(line: str) -> bool:
    tail = line[-_CREDIT:]
    credited = any(map(tail.__contains__, _BEFORE_CREDIT)) and _CREDITED.search(tail)
    return bool(credited or _PICTURE.match(line) or _BUTTONS.match(line))
