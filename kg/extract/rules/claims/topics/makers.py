"""Whose the wares are that a count without a doer tells of: "about a million H9 chips will be sold" is their maker's.

A text that has been about one firm may count what another makes: it does not go on about the first.
"""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry

_WARES = frozenset({"Chip", "Product"})
_DONE = Construction(
    r"\s(?:[a-z-]+\s){0,2}?(?:{grammar:modal}\s)?(?:{grammar:be}|{grammar:auxiliary}|be|been|being)\s(?:(?:be|been|being)\s)?"
    r"(?:[a-z]+ly\s)?{notions:sell|notions:ship|notions:production|notions:build}\b"
)
"""What is done with wares behind their name, by nobody that is told: " chips will be sold"."""


def of_their_maker(chosen: Chosen, case: Case, read: Annotated) -> Chosen | None:
    """Return who makes the wares that are counted, where the subject is lent by the text and makes them not."""
    noun = case.figure.noun
    if noun is None or chosen.entity is None or chosen.entity.kind != "Company":
        return None
    for name in read.within(read.names, noun):
        makers = registry().having("makes", name.entity) if name.entity.kind in _WARES else ()
        if len(makers) == 1 and makers[0] != chosen.entity and _DONE.match(read.text, name.span.end):
            return Chosen(makers[0], "maker-of-counted", name.span)
    return None
