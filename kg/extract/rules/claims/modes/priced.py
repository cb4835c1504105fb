"""What is paid or asked for something, where an apposition or a plan for something else stands before the price.

"Will acquire Acme, a chip designer, for $4 billion" is planned as the deal is; "wants to win drivers over with its car,
priced at $40,000" is not planned as the winning is.
"""

from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_FOR = Construction(r"\sfor\s(?:(?:an?|some)\s)?(?:{grammar:focus|bounds:*}\s)?\Z")
_WHAT_IT_IS = Construction(
    r"(?s:.*)(,\s(?:an?|the|its|which|who|whose|one\sof|{earlier-called}|based)\s[^,;:()]{3,90}(?:,\s[^,;:()]{1,40}){0,2}?,)"
    r"(?=\s(?:in\s[^,;:]{3,40}\s)?for\s(?:(?:an?|some)\s)?(?:{grammar:focus|bounds:*}\s)?\Z)"
)
"""What somebody is who is bought or sold: "Acme, a chip designer founded in Ohio, for"."""
_ASKED = Construction(
    r"(?:,\s(?:which\s(?:is|are)\s)?(?:now\s)?|\swith\s[^,;.]{1,60}?,?\s)(?!{valued}){pricing}\s(?:at|from|for)\s"
    r"(?:{grammar:focus|bounds:*}\s)?\Z"
)
_OFFERS = Construction(r"\b{launching}\b")
_AT, _LEAD = (" at ", " from ", " for "), 24
_TO_COME = 100
_REACH = 40


def described(sentence: Span, figure: Span, text: str) -> tuple[Span, ...]:
    """Return the apposition that stands between what is bought and the price that it is bought for."""
    if not _FOR.search(text, max(sentence.start, figure.start - _REACH), figure.start):
        return ()
    found = _WHAT_IT_IS.match(text, sentence.start, figure.start)
    return (Span(*found.span(1)),) if found else ()


def asked(sentence: Span, figure: Span, text: str) -> bool:
    """Tell whether the figure is the price of goods that are there: no plan to do something with them reaches it."""
    if not any(map(text[max(0, figure.start - _LEAD) : figure.start].__contains__, _AT)):
        return False
    first = max(sentence.start, figure.start - _TO_COME)
    found = _ASKED.search(text, first, figure.start)
    return found is not None and _OFFERS.search(text, first, found.end()) is None
