"""Which classes of things each predicate can link: a link of other classes is no claim, and need not be read at all."""

from collections.abc import Collection

THINGS = ("Chip", "Product")
_BUSINESSES = ("Company", "Organization")
_TRADE = (_BUSINESSES, ("Company",))
_KINDS = {
    "buysFrom": _TRADE,
    "customerOf": ((*_BUSINESSES, "Authority", "Product"), ("Company",)),
    "parentOf": ((*_BUSINESSES, "Authority"), ("Company", "Product", "Organization", "Outlet", "Authority")),
    "makes": (_BUSINESSES, THINGS),
    "locatedIn": (_BUSINESSES, ("Place",)),
    "designedFor": (THINGS, ("Place", "Company", "Organization", "Regulation")),
    "aliasOf": (THINGS, THINGS),
    "issuedBy": (("Regulation",), ("Authority", "Organization", "Person", "Place")),
    "competesWith": ((*_BUSINESSES, *THINGS), (*_BUSINESSES, *THINGS)),
    "founderOf": (("Person",), _BUSINESSES),
    "investsIn": ((*_BUSINESSES, "Person", "Product", "Authority"), (*_BUSINESSES, "Place", "Product")),
    "restrictedBy": ((*_BUSINESSES, *THINGS), ("Regulation",)),
}
"""Predicate -> the classes its subject and its object may have; a predicate that is not here links anything."""


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
