"""Infinitives, by what leads to them: what may or will be done, and what came about.

"The pact allows it to buy 5%" and "hired Acme to arrange a $4 billion loan" are still to be done; "the slump forced
Acme to cut 900 jobs" and "managed to raise $2 billion" are done.
"""

from collections.abc import Iterator

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.model import Span

_PERMITTED = Construction(
    r"\b(?:{permitting}\s(?:[\w’'-]+\s){1,4}?to|{let-bare}\s(?:[A-Z][\w’'&-]*\s){1,3}?)\s?[a-z]{3,}"
)
"""What somebody may still do: "the pact allows the state to purchase another 5%", "to let Acme build 5 plants"."""
_JOINING = Construction(
    r"\b(?:an?|the)\s(?:[\w-]+\s){0,3}?{partnering-noun}\s(?:(?:with|between)\s[^,;.]{1,60}?\s)?(to\s(?!(?:be|have)\b)[a-z]{3,})\s"
)
"""What two will do together: "announced a partnership with Acme to field 900 cars"."""
_CHARGED = Construction(
    r"\b(?:{charged-with|charges-with}\s(?:[\w’'&.$€£-]+,?\s){1,14}?(?P<to>to\s(?!(?:be|have)\b)[a-z]{3,}\san?)"
    r"|{charges-with}\s(?:[A-Z][\w’'&.-]*,?\s(?:(?:and|&)\s)?){1,8}(?P<for>for(?:\san?)?))\s"
)
"""What somebody is hired for: "tapped Acme and Borealis to lead a $4 billion loan", "Acme taps Borealis for"."""
_A_THING = Construction(r"\s(?:[\w-]+\s){0,3}\Z")
_TO = "to "
_BROUGHT = Construction(
    r"\b(?:{brought-to-do}\s(?:(?:it|them|him|her|us)|(?:(?:the|its|their|some|many)\s)?(?!{plan|outlook}\b)[\w’'&.-]+(?:\s(?:(?:and|&)\s)?(?!{plan|outlook}\b)[\w’'&.-]+){0,3})"
    r"|(?:was|were|been)\s{brought-to-do}|{managing-to})\s\Z"
)
_BROUGHT_REACH = 60


def still_to_do(text: str, sentence: Span, figure: Figure) -> Iterator[Span]:
    """Yield what somebody may still do, is charged with, or two will do together, before the figure."""
    start = figure.span.start
    for found in _PERMITTED.finditer(text, sentence.start, start):
        yield Span(*found.span())
    for span in _joint_ends(text, sentence):
        if span.end <= start:
            yield span
    for span in _charges(text, sentence):
        if span.end <= start and _A_THING.fullmatch(text, span.end, start):
            yield span


def came_about(cue: Span, text: str) -> bool:
    """Tell whether an infinitive is what somebody was brought to do, or managed to."""
    if not text.startswith(_TO, cue.start):
        return False
    return _BROUGHT.search(text, max(0, cue.start - _BROUGHT_REACH), cue.start) is not None


@latest
def _joint_ends(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return what two will do together, in a sentence; kept, since each of its figures asks for it."""
    return tuple(Span(*found.span(1)) for found in _JOINING.finditer(text, sentence.start, sentence.end))


@latest
def _charges(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the words that lead to what somebody is charged with: "hired Acme to lead a", "taps Acme for"."""
    found = _CHARGED.finditer(text, sentence.start, sentence.end)
    return tuple(Span(*one.span("to" if one["to"] else "for")) for one in found)
