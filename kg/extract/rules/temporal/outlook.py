"""Whether a part of a year that is named without its year is still to come: "expects revenue of $4 billion in March".

Only words of the same clause tell. Looking back at the last such month or quarter is what a reader does without them.
"""

import re

from kg.extract.rules.text.constructions import Construction

_REACH = 140
_CUE = Construction(
    r"\b(?<!had )(?<!was )(?<!were )(?<!been )(?:will|would|should|could|may|might"
    r"|(?:is|are)\s(?:[a-z]+ly\s)?{notions:to-come}|(?<!the )(?<!its )(?<!their )(?<!a ){awaiting})\s"
)
_LEADS = re.compile(r"(?:(?:[^\s.;:]|\.(?=[0-9]))+\s)+(?:in|for|during|at|over)\s(?:the\s|its\s)?\Z")
"""What stands between a word of what is to come and its time: a word at least, no other sentence or clause."""
_COMING = Construction(r"(?i:\b{time-shifts:0|time-shifts:1}\s)\Z")
_OPENING = re.compile(r"(?:\A|[.!?:\n][’”\"']?\s*)(?:In|For|During|Over)\s(?:the\s)?\Z")
_BEHIND = re.compile(r"[^.;:,\n]{0,30},\s(?:[A-Z\w][\w’'&.-]*\s){1,5}?\Z")
_OVER = Construction(
    r"\b(?:than|from|{comparison}|after|since|which|who|when|while|although|following|{booking}|has|have|had|was|were)\b"
    r"|,\s(?:and|but|as)\b|\b(?!{planning|placed})[a-z]{2,}ed\s(?:in|for|during)\s(?:the\s)?\Z"
)
"""What makes a time one of something that is over, or of another clause."""


def to_come(start: int, end: int, text: str) -> bool:
    """Tell whether the time at `start` to `end` is of what is said to come."""
    before = text[max(0, start - _REACH) : start]
    if _COMING.search(before):
        return True
    if _OPENING.search(before):
        behind = text[end : end + _REACH]
        return any(_BEHIND.match(behind[: cue.start()]) for cue in _CUE.finditer(behind))
    between = (before[cue.end() :] for cue in _CUE.finditer(before))
    return any(_LEADS.fullmatch(words) and not _OVER.search(words) for words in between)
