"""The bare words of a query: its keywords, without what stands in IRIs, strings, comments and names."""

import re

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""Escapes that SPARQL resolves before it reads a query (SPARQL 1.1 Query, section 19.2), keywords included.

Engines differ in whether they do, so a query is looked at both ways.
"""
TOKEN = re.compile(
    r"""<[^<>"{}|^`\x00-\x20]*>|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|\#[^\n\r]*|[?$]\w+|\w*:\w*|\b([a-z]+)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""Skips IRIs, strings, comments, variables and prefixed names; group 1 is a word."""


def keywords(sparql: str) -> frozenset[str]:
    """Return the bare words of a query in capitals; of one that is malformed there may be others among them."""
    readings = (sparql, _ESCAPE.sub(_character, sparql))
    return frozenset(match[1].upper() for reading in readings for match in TOKEN.finditer(reading) if match[1])


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match[0]  # noqa: PLR2004 - the end of Unicode
