"""Rows put in the order that a stored query asks for, here instead of in the engine.

Oxigraph works every key out anew for each comparison: with eight keys that takes several times as long as finding the
rows. So a query that ends in `ORDER BY COALESCE(STR(?a), "") ...` is asked without that, and its rows are sorted alike.
"""

import re
from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

from kg.store.results import Select, Term

_KEY = r'COALESCE\(STR\(\?(\w+)\), ""\)'
_END, _ESCAPED = "\0\0", "\0\1"
"""An end that sorts before whatever may follow a text: a nought that a text holds is written as the other."""
_NOUGHTS = _END.count("\0")
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
    return Select(found.variables, tuple(sorted(found.rows, key=lambda row: _key(row, places)))) if keys else found


def _key(row: tuple[Term | None, ...], places: Sequence[int]) -> str:
    """Return one text to compare by: rows are alike in most of their first keys, and texts are compared at once."""
    terms = (row[place] for place in places)
    texts = [term.value if isinstance(term, (NamedNode, Literal)) else "" for term in terms]
    key = _END.join(texts)
    if key.count("\0") == _NOUGHTS * (len(texts) - 1):
        return key
    return _END.join(text.replace("\0", _ESCAPED) for text in texts)
