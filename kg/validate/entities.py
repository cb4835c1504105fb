"""XML entities: RDF/XML may shorten IRIs by them, and a few lines of them can stand for more than fits anywhere."""

import re
from collections.abc import Mapping

MOST = 16_000_000
"""Characters that all entities of a file may stand for together."""
_DECLARED = re.compile(rb"<!ENTITY\s+([^\s%\"']+)\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(rb"&([^\s#;&<>\"']+);")


def too_many(content: bytes) -> bool:
    """Tell whether the entities of an XML file stand for more than `MOST` characters, or for themselves."""
    declared = {name: double or single for name, double, single in _DECLARED.findall(content)}
    if not declared:
        return False
    sizes: dict[bytes, int] = {}
    for name in declared:
        _measure(name, declared, sizes)
    return sum(sizes.get(name, 0) for name in _REFERENCE.findall(content)) > MOST


def _measure(name: bytes, declared: Mapping[bytes, bytes], sizes: dict[bytes, int]) -> None:
    """Find how much an entity stands for, innermost first and without recursion: they may be nested to any depth."""
    waiting, inside = [name], set[bytes]()
    while waiting:
        one = waiting[-1]
        if one in sizes:
            waiting.pop()
            continue
        inner = [named for named in _REFERENCE.findall(declared[one]) if named in declared]
        unknown = [named for named in inner if named not in sizes]
        if not unknown:
            sizes[one] = len(declared[one]) + sum(sizes[named] for named in inner)
        elif one in inside:
            # It stands for itself.
            sizes[one] = MOST + 1
        else:
            inside.add(one)
            waiting += unknown
