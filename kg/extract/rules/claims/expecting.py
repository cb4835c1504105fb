"""Figures that are expected although no verb beside them says so: "topping the analyst consensus at $75 billion".

So are those that an expected change leads to: "analysts expect sales to jump 25% to $14 billion".
"""

from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.text.constructions import Construction

_LEADS_TO = Construction(r"(?:\s[a-z-]+){0,4}?,?\sto\s")
_VIEW = Construction(
    r"\b(?<!its\s)(?<!their\s)(?<!own\s){expectation}(?:\s[a-z]+)?(?:,\swhich\s[a-z]+)?\s(?:at|of|around|near)?\s?\Z"
)
_REACH = 60


def expected(case: Case, story: Story) -> str | None:
    """Return the mode of a figure that is what others reckoned with, or what a change leads to; None for others."""
    read, start = story.read, case.figure.span.start
    last = story.told[-1] if story.told else None
    if last is not None and last.sentence == case.index and last.figure.quantity.unit == "percent":
        return last.mode if _LEADS_TO.fullmatch(read.text, last.figure.span.end, start) else None
    found = _VIEW.search(read.fold, max(case.sentence.start, start - _REACH), start)
    return "estimated" if found else None
