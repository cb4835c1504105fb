"""IRIs of everything kg writes; docs/architecture.md holds the policy.

An IRI depends on what a thing is, never on the clock, an offset, the order of work or a version. `base` ends in `/`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from kg import vocab
from kg.errors import UsageError
from kg.model import Claim, Document, Entity, FigureClaim, Period, Quantity, RelationClaim, TextClaim
from kg.rdf.concepts import concept, is_code
from kg.rdf.folding import folded
from kg.rdf.quantities import mantissa
from kg.rdf.terms import plain

_HEX = 16
BROADER = {"Authority": "Organization", "Company": "Organization", "Outlet": "Organization", "Chip": "Product"}
"""Classes whose members one text knows as such and another only as one of the broader class (`ontology/kg.ttl`)."""
_PATH = re.compile(r"[A-Za-z0-9_%~-]+(?:/[A-Za-z0-9_%~-]+(?:\.[A-Za-z0-9_%~-]+)*)*")


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRI policy over one base. Raises UsageError for a base that is no http(s) IRI ending in `/`."""

    base: str = vocab.DATA

    def __post_init__(self) -> None:
        legal = self.base.startswith(("http://", "https://")) and quote(self.base, safe=":/~%") == self.base
        if not legal or not self.base.endswith("/"):
            raise UsageError(f"'{self.base}' cannot be the base of IRIs: give an http(s) address that ends in '/'")

    def entity(self, entity: Entity) -> str:
        """Return the IRI of a named thing; a scope that is named by its code is the concept of the code list."""
        if is_scope(entity):
            return concept("scopes", entity.name).value
        return self.base + entity_tail(entity)

    def slug(self, iri: str) -> str | None:
        """Return the registry's slug in an entity's IRI, None for an entity that only texts know."""
        tail = iri.removeprefix(self.base)
        return None if "/" in tail else unquote(tail)

    def document(self, document: Document) -> str:
        """Return the IRI of a document, which is also the name of its graph."""
        return f"{self.base}doc/{document_hash(document)}"

    def claim(self, claim: Claim) -> str:
        """Return the IRI of a claim: the same for every document that says exactly this."""
        return f"{self.base}claim/{claim_hash(claim)}"

    def quantity(self, quantity: Quantity) -> str:
        """Return the IRI of a quantity, readable and complete."""
        return f"{self.base}quantity/{quantity_tail(quantity)}"

    def period(self, period: Period) -> str:
        """Return the IRI of a period."""
        return f"{self.base}period/{period_tail(period)}"

    def report(self, document: Document, outlet: Entity | None) -> str:
        """Return the IRI of the report that a document of the corpus carries."""
        if outlet is None:
            return f"{self.base}report/doc/{document_hash(document)}"
        known = (document.date and _segment(document.date), document.title and folded(document.title))
        return "/".join([f"{self.base}report/{entity_tail(outlet)}", *(part for part in known if part)])

    def cited(self, outlet: Entity, date: str | None, subject: Entity | None) -> str:
        """Return the IRI of a report known only because it is cited, by whatever the citation tells of it."""
        about = entity_tail(subject) if subject else "any"
        return f"{self.base}report/{entity_tail(outlet)}/{_segment(date or 'undated')}/cited/{about}"

    def rate(self, currency: str, into: str) -> str:
        """Return the IRI of the rate of exchange that claims imply for a pair of currencies."""
        return f"{self.base}rate/{_segment(currency)}-{_segment(into)}"

    @property
    def links(self) -> str:
        """The graph of what follows from several documents together."""
        return f"{self.base}graph/links"

    @property
    def derived(self) -> str:
        """The graph of direct triples and of rates of exchange."""
        return f"{self.base}graph/derived"


def is_cited(report: str) -> bool:
    """Tell whether the IRI of a report is that of one that is only cited."""
    return "/cited/" in report


def relative(iri: str, base: str) -> str | None:
    """Return an IRI as a file can write it relative to its base, None for one that lies elsewhere or has marks."""
    return iri[len(base) :] if iri.startswith(base) and _PATH.fullmatch(iri, len(base)) else None


def mention(document: str, claim: Claim, ordinal: int) -> str:
    """Return the IRI of the `ordinal`th mention, from 1, of a claim in the document of this IRI."""
    return f"{document}/mention/{claim_hash(claim)}/{ordinal}"


def response(document: str, agent: Entity, stance: str, ordinal: int) -> str:
    """Return the IRI of the `ordinal`th response, from 1, of an agent with this stance in the document of this IRI."""
    return f"{document}/response/{entity_tail(agent)}-{quote(stance, safe='')}/{ordinal}"


def source(home: str, wording: str) -> str:
    """Return the IRI of the unnamed source so worded of `home`, the IRI of a document or of a cited report."""
    return f"{home}/source/{folded(wording)}"


def is_scope(entity: Entity) -> bool:
    """Tell whether an entity is a concept of the list of scopes (overseas, global)."""
    return entity.kind == "Scope" and entity.slug is None and is_code("scopes", entity.name)


def entity_tail(entity: Entity) -> str:
    """Return what follows the base in an entity's IRI: its slug, or its broad class and folded name.

    What one text shows to be a company is an organization to another, which tells less: both name the same thing.
    """
    if entity.slug is not None:
        return _segment(entity.slug)
    return f"{folded(BROADER.get(entity.kind, entity.kind))}/{folded(entity.name)}"


def narrowest(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the classes of one thing, sorted, without those that another of them is part of."""
    found = set(kinds)
    return tuple(sorted(found - {BROADER[kind] for kind in found if kind in BROADER}))


def document_hash(document: Document) -> str:
    """Return 16 hexadecimal digits over the source (URL, else file name) and the document's own text in NFC."""
    source = document.url or PurePosixPath(document.path).name
    return _digest(f"{source}\0{unicodedata.normalize('NFC', document.text)}")


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in NFC, in hexadecimal."""
    return sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def claim_hash(claim: Claim) -> str:
    """Return 16 hexadecimal digits over the canonical JSON of a claim's content, labels left out."""
    return _digest(json.dumps(_content(claim), sort_keys=True, ensure_ascii=True, separators=(",", ":")))


def quantity_tail(quantity: Quantity) -> str:
    """Return unit, number with its scale, upper end and bound: `USD-12e9-more-than`, `USD-70e9-72e9-range`."""
    ends = [quantity.value, *([] if quantity.high is None else [quantity.high])]
    scale = f"e{quantity.scale}" if quantity.scale else ""
    numbers = [plain(mantissa(end, quantity.scale)) + scale for end in ends]
    bound = [] if quantity.bound == "exact" else [_segment(quantity.bound.replace("_", "-"))]
    return "-".join([_segment(quantity.unit), *numbers, *bound])


def period_tail(period: Period) -> str:
    """Return the code; for a fiscal year also whose it is: `2025-Q3`, `fy-microsoft-2024-06`."""
    fiscal = period.code.startswith("FY")
    code = _segment(period.code.removeprefix("FY"), safe="/")
    whose = [] if period.of is None else [entity_tail(period.of)]
    return "-".join(["fy", *whose, code] if fiscal else [code, *(f"of-{tail}" for tail in whose)])


def _content(claim: Claim) -> dict[str, object]:
    match claim:
        case FigureClaim():
            return _figure(claim)
        case RelationClaim():
            ends = {"subject": entity_tail(claim.subject), "object": entity_tail(claim.object)}
            return {"predicate": claim.predicate, "mode": claim.mode, **ends}
        case TextClaim():
            return {"text": claim.text}


def _figure(claim: FigureClaim) -> dict[str, object]:
    stated, *converted = map(quantity_tail, claim.quantities)
    return {
        "subject": claim.subject and entity_tail(claim.subject),
        "measure": claim.measure,
        "measureText": claim.measure_text,
        "quantities": [stated, *sorted(set(converted))],
        "objects": sorted({entity_tail(thing) for thing in claim.objects}),
        "scope": claim.scope and entity_tail(claim.scope),
        "period": claim.period and period_tail(claim.period),
        "mode": claim.mode,
        "whole": claim.whole,
        # Left out where there is none: claims that are no changes keep the IRIs they had before there was such a field.
        **({"comparedWith": period_tail(claim.compared_with)} if claim.compared_with else {}),
    }


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:_HEX]


def _segment(value: str, safe: str = "") -> str:
    """Percent-encode everything but letters, digits and `-._~`; a segment of dots alone would be a relative path."""
    return quote(value, safe=safe) if value.strip(".") else value.replace(".", "%2E")
