"""Shares of people who mean, want or think something: that so many do is so, whatever it is.

"34% of firms plan to cut jobs", "nearly half of executives said they would spend more", "only 13% are willing to pay".
"""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_WHO_MEAN = Construction(
    r"\s(?:of\s(?:(?!(?:{grammar:conjunction|grammar:auxiliary|grammar:finite|foreseers|analyst}|that|which)\b)[\w’'-]+\s){1,8}?)?"
    r"(?:(?:also|already|now|only|still)\s)?({minding})\b"
)
_NO_SUBJECT = re.compile(r"\b(?:by|to|from|at|than|with|as|of|an?|its|their)\s\Z")
_LEAD = 12


def who_mean(figure: Figure, text: str) -> Span | None:
    """Return the verb by which people, of whom the figure is a share, mean, want or think something."""
    span = figure.span
    if figure.quantity.unit != "percent" or _NO_SUBJECT.search(text, max(0, span.start - _LEAD), span.start):
        return None
    found = _WHO_MEAN.match(text, span.end)
    return Span(*found.span(1)) if found else None
