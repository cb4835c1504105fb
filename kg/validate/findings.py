"""What validation finds: one value a finding, sorted worst first, with a fingerprint that outlives edits elsewhere."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from kg import vocab

_HEX = 16


class Severity(IntEnum):
    """How bad a finding is; the names are those of SHACL, in lower case."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def word(self) -> str:
        """The name that people and options use."""
        return self.name.lower()

    @property
    def iri(self) -> str:
        """The severity in SHACL's vocabulary."""
        return vocab.SH + self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article a finding is: file, and line and column from 1, in code points; None where unknown."""

    path: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found.

    `focus`, `path` and `value` are terms as in N-Triples; `path` is a SPARQL property path where it is no single
    property. `rule` is the local name of the shape that people know, `shape` the full IRI of the one that fired,
    `component` the kind of constraint. `place` is in the article, `source` in the RDF file that was checked, `defined`
    in the file of the shape. `anchor` stands for focus and value where these hold the hash of a text.
    """

    rule: str
    severity: Severity
    message: str
    focus: str
    path: str | None = None
    value: str | None = None
    shape: str = ""
    component: str = ""
    place: Place | None = None
    source: Place | None = None
    defined: Place | None = None
    anchor: str = ""

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits over what is wrong with which node, not over where it stands or how it is worded.

        It stays the same when the article is edited elsewhere, although its nodes get other IRIs then.
        """
        about = self.anchor or f"{self.focus}\0{self.value or ''}"
        content = "\0".join((self.rule, self.path or "", about))
        return sha256(content.encode()).hexdigest()[:_HEX]

    @property
    def order(self) -> tuple[object, ...]:
        """What findings are sorted by: worst first, then by place in the article, rule and node."""
        place = self.place or Place("")
        where = (place.path, place.line or 0, place.column or 0)
        return (
            -self.severity,
            where,
            self.rule,
            self.focus,
            self.path or "",
            self.value or "",
            self.message,
            self.shape,
            self.component,
        )


def ordered(findings: "set[Finding] | frozenset[Finding] | tuple[Finding, ...] | list[Finding]") -> tuple[Finding, ...]:
    """Return the findings sorted, each once."""
    return tuple(sorted(set(findings), key=lambda finding: finding.order))
