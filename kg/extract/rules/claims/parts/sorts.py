"""Which of several numbers of one name a figure is: a gross or an operating margin, earnings adjusted or as reported.

So is an outlook, or the one that it replaces. They are as far apart as two measures, and articles give both; the sort
is told beside the measure.
"""

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_ADJUSTED, _EARLIER = "adjusted", "earlier"
_LEVELS = frozenset({"margin", "loss", "free-cash-flow"})
_RESULTS = frozenset({"earnings-per-share", "profit", "operating-profit", "margin", "loss"})
_PLAIN = ("net", "loss")
"""A loss of which nothing is said is a net one."""
_REACH, _BEFORE = 120, 60
_LEVEL = Construction(r"\b({level-of-result})\s{levelled-result}\b")
_RECKONED = Construction(r"(?<![\w-])(?:({adjusting})|{as-reported})\b")
_FORMER = Construction(r"\b{former}\s(?:[a-z-]+\s){0,3}?{outlook|standing-view}\b[^,;.]{0,24}\Z")
"""An outlook that holds no longer, told beside the new one: "up from an earlier forecast of"."""
_FORMER_BEHIND = Construction(r"\s(?:[a-z-]+\s){0,2}?{outlook|standing-view}\b")
_FORMER_AHEAD = Construction(r"\b{former}\s\Z")
_NOUN = Construction(r"\b{result-of-part}\b")
_BEHIND = Construction(
    r"\s?[(]?(?:(?:on\san?|under|in)\s)?(?:({adjusting})|{as-reported})\b(?!\s{level-of-result|result-of-part})"
)


def sort(figure: Figure, code: str, mode: str, sentence: Span, fold: str) -> str | None:
    """Return which sort of its measure a figure is, in words; None where it has no sorts or the text tells none."""
    if mode != "actual" and _is_former(figure, sentence, fold):
        return _EARLIER
    levelled, reckoned = code in _LEVELS, code in _RESULTS
    if not (levelled or reckoned):
        return None
    low = max(sentence.start, figure.span.start - _REACH)
    words = (
        _ADJUSTED if reckoned and _adjusted(figure, low, sentence, fold) else None,
        _level(figure, code, low, sentence, fold) if levelled else None,
    )
    return " ".join(filter(None, words)) or None


def _is_former(figure: Figure, sentence: Span, fold: str) -> bool:
    """Tell whether an outlook is the one that another replaces."""
    if figure.role == "from":
        return True
    ahead = max(sentence.start, figure.span.start - _BEFORE), figure.span.start
    if _FORMER.search(fold, *ahead):
        return True
    return bool(_FORMER_AHEAD.search(fold, *ahead) and _FORMER_BEHIND.match(fold, figure.span.end, sentence.end))


def _level(figure: Figure, code: str, low: int, sentence: Span, fold: str) -> str | None:
    """Return the adjective of the nearest noun: of what stands right behind, else of the last one ahead."""
    found = _LEVEL.match(fold, figure.span.end + 1, sentence.end)
    for ahead in () if found else _LEVEL.finditer(fold, low, figure.span.start):
        found = ahead
    return found[1] if found and (found[1], code) != _PLAIN else None


def _adjusted(figure: Figure, low: int, sentence: Span, fold: str) -> bool:
    """Tell whether the nearest word for how a result is reckoned says that something is left out of it."""
    if behind := _BEHIND.match(fold, figure.span.end, sentence.end):
        return behind[1] is not None
    told = [*_RECKONED.finditer(fold, low, figure.span.start)]
    if not told or told[-1][1] is None:
        return False
    last = told[-1]
    return len(_NOUN.compiled.findall(fold, last.end(), figure.span.start)) <= 1
