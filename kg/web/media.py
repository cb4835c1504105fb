"""Media types: which of those on offer a client wants (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE, NTRIPLES, RDFXML, JSONLD = "text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"
HTML, PLAIN = "text/html", "text/plain"

ROWS = (JSON, XML, CSV, TSV)
GRAPHS = (TURTLE, NTRIPLES, JSONLD, RDFXML)

SHORT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "json": (JSON, JSONLD, "application/json"),
        "xml": (XML, RDFXML),
        "csv": (CSV,),
        "tsv": (TSV,),
        "turtle": (TURTLE,),
        "ntriples": (NTRIPLES,),
        "jsonld": (JSONLD,),
        "html": (HTML,),
    }
)
"""Words of the parameter `format`, for browsers' address lines, where no Accept header can be set."""
_ALIASES = {"application/json": (JSON, JSONLD), "application/xml": (XML, RDFXML), "text/xml": (XML, RDFXML)}
_QUALITY = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*")


def chosen(offered: Sequence[str], accept: str | None, form: str | None = None) -> str | None:
    """Return the media type to answer with, None where nothing on offer is wanted.

    `form` is the value of the parameter `format`, which outranks the header; the first on offer wins a tie.
    """
    if form is not None:
        return next((kind for kind in SHORT.get(form, (form,)) if kind in offered), None)
    if accept is None or not accept.strip():
        return offered[0]
    ranges = tuple(_ranges(accept))
    best = max(offered, key=lambda kind: _quality(kind, ranges))
    return best if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = part.split(";")
        found = (_QUALITY.fullmatch(parameter) for parameter in parameters)
        yield name.strip().lower(), next((float(match[1]) for match in found if match), 1.0)


def _quality(kind: str, ranges: Iterable[tuple[str, float]]) -> float:
    """Return the quality of the most specific range that fits a media type."""
    fitting = [(_specificity(name, kind), quality) for name, quality in ranges]
    return max((found for found in fitting if found[0]), default=(0, 0.0))[1]


def _specificity(name: str, kind: str) -> int:
    if name == kind:
        return 4
    if kind in _ALIASES.get(name, ()):
        return 3
    if name == kind.partition("/")[0] + "/*":
        return 2
    return 1 if name == "*/*" else 0
