"""Which classes of things each predicate can link: a link of other classes is no claim, and need not be read at all."""

from collections.abc import Collection

from kg.extract.rules.names.bodies import BODIES, FIRMS, THINGS

_TRADE = (FIRMS, ("Company",))
_KINDS = {
    "buysFrom": _TRADE,
    "customerOf": ((*BODIES, "Product"), ("Company",)),
    "parentOf": (BODIES, ("Company", "Product", "Organization", "Outlet", "Authority")),
    "makes": (FIRMS, THINGS),
    "locatedIn": (FIRMS, ("Place",)),
    "designedFor": (THINGS, ("Place", "Company", "Organization", "Regulation")),
    "aliasOf": (THINGS, THINGS),
    "issuedBy": (("Regulation",), ("Authority", "Organization", "Person", "Place")),
    "competesWith": ((*FIRMS, *THINGS), (*FIRMS, *THINGS)),
    "founderOf": (("Person",), FIRMS),
    "investsIn": ((*BODIES, "Person", "Product"), (*FIRMS, "Place", "Product")),
    "embargoedBy": (("Chip",), ("Authority", "Place")),
    "restrictedBy": ((*FIRMS, *THINGS), ("Regulation",)),
}
"""Predicate -> the classes its subject and its object may have; a predicate that is not here links anything.

What is embargoed by a state is restricted by its rule on exports, which the text does not name.
"""


def fits(predicate: str, subject: str, thing: str) -> bool:
    """Tell whether a predicate can link a subject and an object of these classes."""
    if predicate == "competesWith" and "Chip" in (subject, thing) and not (subject in THINGS and thing in THINGS):
        return False
    if predicate == "investsIn" and subject == "Person" and thing == "Place":
        return False  # whose money it is when their head promises it
    if predicate == "parentOf" and (subject == "Authority") != (thing == "Authority"):
        return False
    if predicate == "investsIn" and subject == "Authority" and thing != "Company":
        return False  # a government's spending at home
    subjects, things = _KINDS.get(predicate, ((subject,), (thing,)))
    return subject in subjects and thing in things


def possible(predicate: str, kinds: Collection[str]) -> bool:
    """Tell whether a predicate can link any two things among those of these classes."""
    return any(fits(predicate, subject, thing) for subject in kinds for thing in kinds)
