"""An outlet named at the end of a headline or before the dash that opens a text: only outlets of the registry."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.lexicon.names import registry
from kg.lexicon.wordlists import alternation, words

_ENDINGS = re.compile(r"(?:\s[-–—|]\s|\bBy\s)(?P<name>[^-–—|]{2,50})$")
_OPENING = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?P<name>[A-Z][\w.&' ]{1,40}?)\s+(?:--|[-–—])\s")
_LEAD = 1500
"""Characters of the prose in which a text that passes on a report says whose it is."""


def outlet_of_title(title: str | None, prose: str = "") -> str | None:
    """Return the outlet that a headline ends with: "Plant to open - Chip Weekly", "... By Investing.com".

    A headline may also end with the outlet whose report it passes on; then the prose speaks of that outlet as of
    another: "Chip Weekly reported on Monday", "according to Chip Weekly".
    """
    found = _ENDINGS.search(title) if title else None
    name = _known().get(found["name"].strip().casefold()) if found else None
    return None if name is None or _credits(name, prose[:_LEAD]) else name


def outlet_of_opening(prose: str) -> str | None:
    """Return the outlet that opens a text before a dash: "Investing.com -- The maker ..."."""
    found = _OPENING.match(prose[:80])
    return _known().get(found["name"].strip().casefold()) if found else None


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of an outlet, known or called like one: "Quay Daily"."""
    return name.rpartition(" ")[2] in words("bodies", "outlet") or name.casefold() in _known()


def _credits(outlet: str, prose: str) -> bool:
    """Tell whether the prose names this outlet as its source; what it had reported before may be its own."""
    labels = [label for label, name in _known().items() if name == outlet and label in prose.casefold()]
    if not labels:
        return False
    named = alternation(labels)
    credited = re.compile(
        rf"(?<!first\s)(?<!earlier\s)(?<!previously\s)\b(?:{_according()}\s(?:an?\s\w+\s(?:by|from|in)\s)?(?:the\s)?{named}\b"
        rf"|{named}(?:\s(?:newspaper|has))?\s{_asserts()}\b(?!\s(?:last|earlier|in|previously)\b))",
        re.IGNORECASE,
    )
    return credited.search(prose) is not None


@cache
def _according() -> str:
    """Return a pattern of the words before a source."""
    return alternation((*words("cues", "according"), "citing", "reported by"))


@cache
def _asserts() -> str:
    """Return a pattern of the verbs by which somebody vouches for a statement."""
    return alternation(words("semantic-fields", "asserting", "asserting-now"))


@cache
def _known() -> Mapping[str, str]:
    """Return folded label -> canonical name of every outlet."""
    lexicon = registry()
    outlets = (label for label in lexicon.labels if lexicon.entities[label.slug].kind == "Outlet")
    return MappingProxyType({label.text.casefold(): lexicon.entities[label.slug].name for label in outlets})
