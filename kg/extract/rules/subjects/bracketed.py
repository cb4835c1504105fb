"""Figures alone in brackets behind whose they are: "funded by Acme ($3 billion) and Beta ($1 billion)"."""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_PERCENT, _LIST_REACH = "percent", 120
_IN_BRACKETS = Construction(r"\s\((?:{stock-trend}\s)?")
_PARTIES = re.compile(
    r"\b(?:from|to|with|in|of|on|for)\s(?:the\s)?"
    r"(?:(?:[A-Z][\w.&-]*\s){1,3}\([^()]{1,30}\)(?:,\s(?:and\s)?|\sand\s))*\Z"
)
"""Before a list of those with whom somebody has to do."""


def is_all_in_brackets(figure: Figure, name: Span, text: str) -> bool:
    """Tell whether brackets right behind a name hold the figure alone: "funded by Acme ($3 billion) and Beta".

    A percentage there may be what somebody else has of those named: "sales to Acme (9%) and Beta (4%)".
    """
    counted = figure.noun.end if figure.noun and figure.noun.start == figure.span.end + 1 else figure.span.end
    inside = _IN_BRACKETS.fullmatch(text, name.end, figure.span.start) and text.startswith(")", counted)
    if not inside:
        return False
    if figure.quantity.unit == _PERCENT:
        return _PARTIES.search(text, max(0, name.start - _LIST_REACH), name.start) is None
    return figure.quantity.unit == "count" or unit_kind(figure.quantity.unit) == MONEY
