"""Words of planning that tell of no plan: what did not come or was done, is for sale, is counted, or is hearsay.

"Profit would have been $3 billion higher", "sold 9 million meal plans", "submitted four proposals to", "a budget gap".
"""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.modes.infinitives import came_about
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

TO_AMOUNT = Construction(
    r"\s(?:(?:an?\s)?(?:[\w-]+\s){1,4}?(?:of|at|between)\s)?(?:{grammar:focus|bounds:*}\s)?{#amount}"
)
"""What leads from a verb to the amount it is about: "sees sales of", "holds to the"."""
_PLANS = frozenset(("plan", "plans"))
_BUDGET_OF = Construction(r"\s{budget-compound}\b")
_PLANNED_NOUN = Construction(r"(?:{plan|bid-noun|undertaking|dealings})s?\s(?:to|for)")
_OF_SORT = re.compile(r"\s(?:[a-z-]+\s){0,3}")
"""What stands between a number and the plans that it counts: "submitted four non-binding proposals to"."""
_CONTRARY = Construction(r"\shave\s(?:[a-z]+ly\s)?(?:been|had|[a-z]+ed|{irregular-doing|verbs:past})\b")
"""What makes "would" tell how things did not come: "profit would have been $3 billion higher"."""
_OF_A_DEAL = Construction(r"\b(?:{dealings}|{partnering-noun}|{bid-noun}|{plan})\s(?:(?:that|which)\s)?\Z")
"""What was to be, before "would have": "a deal that would have been worth $4 billion"."""
_DEAL = 30
_TALKED_OVER = Construction(r"\b{talking-over}\s[^;.]{0,60}?\b(?:to|about)\s{possibility}\Z")
_TALKS = 90


def counts_plans(cue: Span, figure: Figure, text: str) -> bool:
    """Tell whether the figure is how many plans there are: "has submitted four non-binding proposals to buy it"."""
    if figure.quantity.unit != "count" or cue.start < figure.span.end:
        return False
    counted = _OF_SORT.fullmatch(text, figure.span.end, cue.start)
    return counted is not None and _PLANNED_NOUN.match(text, cue.start) is not None


def is_no_plan(span: Span, text: str, fold: str) -> bool:
    """Tell whether what looks like a plan did not come, was done already, is for sale, or is sought and no amount."""
    contrary = _CONTRARY.match(text, span.end) and not _OF_A_DEAL.search(text, max(0, span.start - _DEAL), span.start)
    if contrary or _is_sold(span, fold) or came_about(span, text):
        return True
    if span.of(fold) == "budget" and _BUDGET_OF.match(text, span.end):
        return True
    return span.of(fold) in words("semantic-fields", "seeking-amount") and TO_AMOUNT.match(text, span.end) is None


def is_hearsay(span: Span, text: str) -> bool:
    """Tell whether words only say that others say so, or that a plan may come to nothing.

    "Is said to have paid" tells of what was done, "in talks to potentially buy" of a plan.
    """
    said = text.endswith("said to", 0, span.end) and _CONTRARY.match(text, span.end) is not None
    return said or _TALKED_OVER.search(text, max(0, span.start - _TALKS), span.end) is not None


def _is_sold(span: Span, fold: str) -> bool:
    """Tell whether a plan is one that customers have, or has helped somebody: "sold 9 million meal plans"."""
    if span.of(fold) not in _PLANS:
        return False
    before = fold[max(0, span.start - 16) : span.start].split()
    return fold.startswith((" helped ", " enabled "), span.end) or (
        bool(before) and before[-1] in words("semantic-fields", "sold-plan")
    )
