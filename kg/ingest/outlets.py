"""An outlet named at the end of a headline or before the dash that opens a text: only outlets of the registry."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.lexicon.names import registry

_ENDINGS = re.compile(r"(?:\s[-–—|]\s|\bBy\s)(?P<name>[^-–—|]{2,50})$")
_OPENING = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?P<name>[A-Z][\w.&' ]{1,40}?)\s+(?:--|[-–—])\s")


def outlet_of_title(title: str | None) -> str | None:
    """Return the outlet that a headline ends with: "Plant to open - Chip Weekly", "... By Investing.com"."""
    found = _ENDINGS.search(title) if title else None
    return _known().get(found["name"].strip().casefold()) if found else None


def outlet_of_opening(prose: str) -> str | None:
    """Return the outlet that opens a text before a dash: "Investing.com -- The maker ..."."""
    found = _OPENING.match(prose[:80])
    return _known().get(found["name"].strip().casefold()) if found else None


@cache
def _known() -> Mapping[str, str]:
    """Return folded label -> canonical name of every outlet."""
    lexicon = registry()
    outlets = (label for label in lexicon.labels if lexicon.entities[label.slug].kind == "Outlet")
    return MappingProxyType({label.text.casefold(): lexicon.entities[label.slug].name for label in outlets})
