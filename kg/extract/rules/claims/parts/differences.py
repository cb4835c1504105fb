"""Amounts by which a level moves or lies off another: "raised by $10 billion", "$1 billion more than it had expected".

They say nothing of how high the level is; the claim tells them as a part of what they are a step of.
"""

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_REACH, _NEAR = 90, 30
_CHANGES = ("change", "growth", "cut", "saving", "reduction", "gain", "-loss")
"""What a measure's code has that measures steps itself."""
_BY = Construction(
    r"\b{surpassing|outstripping|revising|notions:fall|notions:rise-by|notions:change}\b[^,;:.]*?\sby\s"
    r"(?:an?\s)?(?:{adding-to}\s)?\Z"
)
_FURTHER = Construction(r"\b{adding-to}\s\Z")
_OFF = Construction(r"\s{off-a-mark}\sthan\s(?!{#amount})")


def is_difference(figure: Figure, code: str, sentence: Span, text: str) -> bool:
    """Tell whether an amount is a step between two levels of what it measures, and none itself."""
    if figure.quantity.unit == "percent":
        return False
    start = figure.span.start
    ahead = text[max(sentence.start, start - _NEAR) : start]
    if " by " in ahead and not _moves(code) and _BY.search(text, max(sentence.start, start - _REACH), start):
        return True
    return _FURTHER.search(ahead) is not None or _OFF.match(text, figure.span.end, sentence.end) is not None


def _moves(code: str) -> bool:
    return any(word in code for word in _CHANGES)
