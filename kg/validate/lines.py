"""Where in a file each node is described: the line and column at which it stands as a statement's subject.

For Turtle, TriG, N-Triples and N-Quads; it looks at tokens alone and leaves it to the parser whether they make sense.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

_TOKEN = re.compile(
    r"""
    (?P<skipped>\#[^\n]*
      | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<iri><[^<>\s]*>)
    | (?P<mark>[.;,\[\](){}])
    | (?P<word>(?:[^\s<>"'\#;,.\[\](){}\\]|\\.|\.(?=[^\s<>"'\#;,\[\](){}]))+)
    """,
    re.VERBOSE | re.DOTALL,
)
_DIRECTIVES = {"@prefix": "prefix", "prefix": "prefix", "@base": "base", "base": "base"}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")


def described(text: str) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, at which each IRI first is the subject of a statement."""
    names = _Names()
    found: dict[str, tuple[int, int]] = {}
    for kind, part, place in _subjects(text, names):
        iri = names.iri(kind, part)
        if iri is not None:
            found.setdefault(iri, place)
    return found


class _Names:
    """The prefixes and the base that a file has declared so far."""

    def __init__(self) -> None:
        self._prefixes: dict[str, str] = {}
        self._base = ""

    def declare(self, directive: str, tokens: list[str]) -> None:
        """Take a directive in: `name: <iri>` or `<iri>`."""
        *name, iri = tokens
        full = self.iri("iri", iri) or ""
        if directive == "base":
            self._base = full
        else:
            self._prefixes[name[0].removesuffix(":")] = full

    def iri(self, kind: str, token: str) -> str | None:
        """Return the IRI that a token stands for, None for one that is none."""
        if kind == "iri":
            return self._resolved(_plain(token[1:-1]))
        prefix, colon, local = token.partition(":")
        return self._prefixes[prefix] + _plain(local) if colon and prefix in self._prefixes else None

    def _resolved(self, iri: str) -> str | None:
        if _ABSOLUTE.match(iri):
            return iri
        try:
            # urljoin drops a fragment that is empty, which every other namespace ends with.
            return urljoin(self._base, iri) + ("#" if iri.endswith("#") else "")
        except ValueError:
            return None


def _subjects(text: str, names: _Names) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield the first token of each statement, and tell `names` what is declared on the way."""
    depth, first, waiting = 0, True, None
    directive, declared = "", list[str]()
    for kind, part, place in _tokens(text):
        if directive:
            declared.append(part)
            if kind == "iri":
                names.declare(directive, declared)
                directive, declared, first = "", [], True
            continue
        # What stands before a brace names a graph.
        if waiting is not None and part != "{":
            yield waiting
        waiting = None
        if kind == "mark":
            depth += (part in "[(") - (part in "])")
            first = part in "{}" or (part == "." and depth == 0) or (first and part not in "[(")
        elif first:
            directive = _DIRECTIVES.get(part.lower(), "")
            first = bool(directive) or part.upper() == "GRAPH"
            waiting = None if first else (kind, part, place)


def _tokens(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    line, begins, last = 1, 0, 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "skipped":
            continue
        at = match.start()
        breaks = text.count("\n", last, at)
        if breaks:
            line, begins = line + breaks, text.rfind("\n", last, at) + 1
        last = at
        yield str(match.lastgroup), match[0], (line, at - begins + 1)


def _plain(text: str) -> str:
    return _ESCAPED.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2]
    return chr(int(digits, 16)) if digits and int(digits, 16) <= 0x10FFFF else found[3] or found[0]  # noqa: PLR2004 - Unicode's end
