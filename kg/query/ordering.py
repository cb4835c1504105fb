"""Rows put in the order that a stored query asks for, here instead of in the engine.

Oxigraph works every key out anew for each comparison: with eight keys that takes several times as long as finding the
rows. So a query that ends in `ORDER BY COALESCE(STR(?a), "") ...` is asked without that, and its rows are sorted alike.
"""

import re

from pyoxigraph import Literal, NamedNode

from kg.store.results import Select, Term

_KEY = r'COALESCE\(STR\(\?(\w+)\), ""\)'
_ORDER = re.compile(rf"\nORDER BY((?: {_KEY})+)\s*\Z")


def apart(sparql: str) -> tuple[str, tuple[str, ...]]:
    """Return a query without its order, and the variables it orders by; as it is and none where it has another."""
    found = _ORDER.search(sparql)
    if found is None:
        return sparql, ()
    return sparql[: found.start()] + "\n", tuple(re.findall(_KEY, found[1]))


def ordered(found: Select, keys: tuple[str, ...]) -> Select:
    """Return the rows by the text of these variables, an unbound one first."""
    places = [found.variables.index(key) for key in keys]
    rows = sorted(found.rows, key=lambda row: [_text(row[place]) for place in places])
    return Select(found.variables, tuple(rows)) if keys else found


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
