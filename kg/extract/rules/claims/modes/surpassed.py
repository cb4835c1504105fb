"""Views that a result is held against: "beat estimates of $4 billion", "more than the 250,000 expected".

Such a view tells of its own amount alone: neither the result before it nor what the sentence goes on with is foreseen.
"""

import re

from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_HELD = r"{surpassing|outstripping|comparison|beside-mark|conforming}"
_NAMELESS = Construction(
    r"\b(?!than\b|against\b){surpassing|beside-mark}\s(?:(?![0-9])[\w’'-]+\s){0,5}\Z", re.IGNORECASE
)
"""What makes a view only what was surpassed; "more than" and "against" tell of much else."""
_AN_AMOUNT = Construction(r"\s{#amount}")
"""What makes a participle tell of an amount behind it: "the expected $4 billion"."""
_OBJECT = Construction(rf"\b(?!against\b){_HELD}\s(?:[\w’'&-]+\s){{0,5}}\Z", re.IGNORECASE)
"""What a word of foreseeing is of where it is held against a result: "borrowing against your home may" foresees it."""
_BETWEEN = Construction(rf"\b{_HELD}\s[^;]*\Z", re.IGNORECASE)
_ENDS = re.compile(r",\s|;|\s(?:as|after|while|with|but|by)\s|\sand\s(?:[a-z]+ing|[a-z]+ed)\s", re.IGNORECASE)
"""What ends the amount of a view: "estimates of $4 billion, sending the shares up", "and marking growth of 9%"."""
_AGAINST = Construction(rf"\b{_HELD}\s(?:(?!with\s)[\w’'&-]+\s){{0,8}}\Z", re.IGNORECASE)
_REACH = 70
_SO_MUCH = Construction(r"{multiplier}|(?:[a-z]+|[0-9]+)\stimes", re.IGNORECASE)
_OF_VIEW = Construction(r"\s(?:(?:the|what)\s(?:[\w’'-]+\s){0,3}|as\s(?:much|many)\sas\s(?:[\w’'-]+\s){0,3})")
"""What leads from a multiple to the view that is multiplied: "twice the number expected"."""


def nameless(cue: Span, text: str) -> bool:
    """Tell whether what others foresee is only what was surpassed: "beat expectations", "topping estimates"."""
    own = text.endswith((" of", " for"), 0, cue.end) or text.startswith((" of ", " for "), cue.end)
    own = own or _AN_AMOUNT.match(text, cue.end) is not None
    return not own and _NAMELESS.search(text, max(0, cue.start - _REACH), cue.start) is not None


def tells_other(cue: Span, figure: Span, sentence: Span, text: str) -> bool:
    """Tell whether a word of foreseeing is of what the figure is held against, or of what was surpassed before it."""
    if figure.end <= cue.start:
        if _SO_MUCH.fullmatch(text, figure.start, figure.end) and _OF_VIEW.fullmatch(text, figure.end, cue.start):
            return True
        return _BETWEEN.search(text, figure.end, cue.start) is not None
    if figure.start < cue.end or _ENDS.search(text, cue.end, figure.start) is None:
        return False
    return _OBJECT.search(text, max(sentence.start, cue.start - _REACH), cue.start) is not None


def held_against(figure: Span, sentence: Span, text: str) -> bool:
    """Tell whether a figure is one that another is held against: "sales of $5 billion, above the $4 billion"."""
    return _AGAINST.search(text, max(sentence.start, figure.start - _REACH), figure.start) is not None
