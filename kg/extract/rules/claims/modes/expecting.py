"""Figures that are expected although no verb beside them says so: "topping the analyst consensus at $75 billion".

So are what a view is said to be ("the consensus was $4 billion"), what a poll gave ("the $4 billion in a poll of
analysts"), and what an expected change leads to: "analysts expect sales to jump 25% to $14 billion".
"""

from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.text.constructions import Construction

_LEADS_TO = Construction(r"(?:\s[a-z-]+){0,4}?,?\sto\s")
_VIEW = Construction(
    r"\b(?<!its\s)(?<!their\s)(?<!own\s){expectation}(?:\s(?!(?:by|with|after|on|as|and)\b)[a-z]+)?(?:,\swhich\s[a-z]+|,[^,;.]{0,40},|\sfrom\s[^,;.]{0,30})?"
    r"\s(?:{view-stands}\s)?(?:for\s|of\s)?(?:{bounds:about|bounds:at_least}\s)?\Z"
)
_OF_VIEWS = Construction(
    r",?\s(?:(?:had\sbeen|was|were|is)\s(?:the\s)?(?:(?:(?i:{foreseers})['’]?\s)?{averaging}\s(?:of\s)?)?(?:(?i:{foreseers|analyst})['’]?\s)?{expectation}\b"
    r"|{averaging}\s(?:of|in)\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,4}?{expectation|poll}\b"
    r"|(?:in|by|from)\s(?:an?|the|its)\s(?:[\w’'-]+\s){0,4}?{poll}\sof\s(?:[\w-]+\s){0,3}?{foreseers|titles:watching}s?\b)"
)
"""What follows the figure of a view: "in an LSEG poll of analysts", "had been the average of analysts' estimates"."""
_PUT_BY = Construction(
    r"(?:\b(?i:{foreseers|studying|titles:watching})s?\s(?:(?:have|had|now|still|are)\s){0,2}(?:{placing}\b[^,;.]{1,70}\s(?:at|to)|{giving-odds}\b[^,;.]{0,70}\s(?:at|an?))\s"
    r"|\b(?i:{foreseers})\s(?:(?:is|are|was|were|had\sbeen)\s)at\s"
    r"|\b{placed|placing}\sby\s(?:[a-z]+\s){0,2}?{foreseers|studying}\s(?:at|to)\s)"
    r"(?:{grammar:focus|bounds:*}\s)?\Z"
)
"""What leads from those who study something to their view: "analysts put the loss at", "the Street was at"."""
_REACH = 90


def expected(case: Case, story: Story) -> str | None:
    """Return the mode of a figure that is what others reckoned with, or what a change leads to; None for others."""
    read, start, end = story.read, case.figure.span.start, case.figure.span.end
    last = story.told[-1] if story.told else None
    changed = last is not None and last.sentence == case.index and last.figure.quantity.unit == "percent"
    if last and changed and _LEADS_TO.fullmatch(read.text, last.figure.span.end, start):
        return last.mode
    ahead = _VIEW.search(read.fold, max(case.sentence.start, start - _REACH), start)
    ahead = ahead or _PUT_BY.search(read.text, max(case.sentence.start, start - _REACH), start)
    return "estimated" if ahead or _OF_VIEWS.match(read.text, end, case.sentence.end) else None
