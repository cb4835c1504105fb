"""Figures of several at once: "Acme, Beta and Gamma plan to spend $9 billion", "the group's combined $9 billion".

The first of them is the subject; that the figure is not its own alone is the scope.
"""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.subjects.joint import Joint, listed_with
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.model import Entity, Span

_AT_ONCE = Entity("together", "Scope")
_COMBINED = Construction(r"\b{together}\s(?:[a-z-]+\s){0,5}\Z")
_BEHIND = Construction(r"\s(?:[a-z-]+\s){0,3}{together}\b")
_TOGETHER = Construction(r"{together}\b")
_REACH, _SEVERAL = 60, 2


def at_once(case: Case, who: Chosen, together: Joint | None, read: Annotated) -> tuple[Entity, Span] | None:
    """Return that the figure is of several at once, with what tells it; None where it is the subject's own."""
    if who.entity is None or who.entity.kind not in FIRMS or case.figure.quantity.unit == "percent":
        return None
    if together is not None:
        return None if together.each else (_AT_ONCE, who.span or case.figure.span)
    start, end = case.figure.span.start, case.figure.span.end
    if _said(read.fold, case.sentence):
        low = max(case.sentence.start, start - _REACH)
        found = _COMBINED.search(read.fold, low, start) or _BEHIND.match(read.fold, end, case.sentence.end)
        if found:
            return _AT_ONCE, Span(*found.span())
    listed = listed_with(who.span, case.sentence, read) if who.span else ()
    many = (
        len(listed) >= _SEVERAL and listed[-1].span.end <= start and "respectively" not in case.sentence.of(read.fold)
    )
    return (_AT_ONCE, listed[0].span) if many else None


@latest
def _said(fold: str, sentence: Span) -> bool:
    return _TOGETHER.search(fold, sentence.start, sentence.end) is not None
