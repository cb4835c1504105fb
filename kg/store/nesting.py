"""Queries that are nested so deep that Oxigraph's stack would end, and the process with it, without a word.

What is chained (`||`, UNION) is nested too once it is read. Some thousands of either were seen to be too many.
"""

import re

from kg.store.keywords import TOKEN

LEVELS, CHAINED = 500, 2000
"""Brackets inside each other, and links of chains, that are asked."""
_CHAINS = ("||", "&&", "UNION", "OPTIONAL", "MINUS")
_PART = re.compile(rf"{TOKEN.pattern}|(\|\||&&)|([({{\[])|([)}}\]])", TOKEN.flags)
"""What keywords skip, then a word, a link that is none, what opens and what closes."""


def too_nested(sparql: str) -> bool:
    """Tell whether a query has more levels or links than are asked; strings, names and comments have none."""
    capitals = sparql.upper()
    if sum(map(sparql.count, "({[")) <= LEVELS and sum(map(capitals.count, _CHAINS)) <= CHAINED:
        return False
    depth = deepest = links = 0
    for found in _PART.finditer(sparql):
        word, link, opened, closed = found.groups()
        links += bool(link) or (word is not None and word.upper() in _CHAINS)
        depth += bool(opened) - bool(closed)
        deepest = max(deepest, depth)
    return deepest > LEVELS or links > CHAINED
