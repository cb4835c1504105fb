"""How deep the brackets of a file stand inside each other.

Parsers go down by recursion, and where their stack ends, the process ends without a word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyoxigraph import RdfFormat

DEEPEST = 500
"""Brackets inside each other that are read; the parser's stack was seen to hold some thousands."""


@dataclass(frozen=True, slots=True)
class _Brackets:
    """What opens and what closes, and what stands between: text in quotes, in which a bracket is none, and the rest."""

    opening: tuple[bytes, ...]
    marks: re.Pattern[bytes]


_JSON = _Brackets((b"{", b"["), re.compile(rb'"(?:[^"\\]|\\.)*+"|([{}\[\]])', re.DOTALL))
_TERMS = _Brackets(
    (b"<<(",),
    re.compile(
        rb'"{3}(?:[^"\\]|\\.|"(?!""))*+"{3}|\'{3}(?:[^\'\\]|\\.|\'(?!\'\'))*+\'{3}'
        rb'|"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\'|(<<\(|\)>>)',
        re.DOTALL,
    ),
)
_OF: Mapping[RdfFormat, _Brackets] = MappingProxyType(
    {
        RdfFormat.JSON_LD: _JSON,
        **dict.fromkeys((RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS), _TERMS),
    }
)
"""Of the formats whose parser goes down by recursion, by which brackets: a triple inside a triple in the second."""


def too_deep(content: bytes, form: RdfFormat) -> bool:
    """Tell whether more than `DEEPEST` brackets of a file stand inside each other."""
    known = _OF.get(form)
    if known is None or sum(map(content.count, known.opening)) <= DEEPEST:
        return False
    depth = 0
    for found in known.marks.finditer(content):
        if found[1] is not None:
            depth += 1 if found[1] in known.opening else -1
            if depth > DEEPEST:
                return True
    return False
