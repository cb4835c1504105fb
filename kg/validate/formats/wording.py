"""How formats show a place and a term."""

from kg import vocab
from kg.validate.findings import Finding, Place


def shown(place: Place) -> str:
    """Return a place as compilers print it: `file:line:column`, without what is unknown."""
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)


def where(finding: Finding) -> str | None:
    """Return the place to look at: in the article, else in the RDF file, None where neither is known."""
    place = finding.place or finding.source
    return None if place is None else shown(place)


def short(term: str) -> str:
    """Return a term with its namespace shortened, as Turtle would write it."""
    if not term.startswith("<"):
        return term
    iri = term[1:-1] if term.endswith(">") else term
    return next((f"{name}:{iri.removeprefix(ns)}" for name, ns in _LONGEST if iri.startswith(ns)), term)


def plain(message: str) -> str:
    """Return a message with the namespaces in it shortened: IRIs come into messages whole."""
    for name, space in _LONGEST:
        message = message.replace(space, f"{name}:")
    return message


_LONGEST = tuple(sorted(vocab.PREFIXES.items(), key=lambda pair: -len(pair[1])))
