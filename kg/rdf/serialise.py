"""Sorted N-Triples and N-Quads: the same quads give the same bytes, whatever their order and the hash seed."""

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return the quads as N-Quads, one line each, sorted by code point."""
    return _sorted(serialize(quads, format=RdfFormat.N_QUADS) or b"")


def ntriples(quads: Iterable[Quad]) -> bytes:
    """Return the triples of all graphs together as N-Triples, sorted; a triple in two graphs comes once."""
    triples: Iterable[Triple] = (quad.triple for quad in quads)
    return _sorted(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")


def _sorted(lines: bytes) -> bytes:
    """Sort the lines and drop repetitions; line breaks in literals are escaped, so that a line is a statement."""
    return b"".join(line + b"\n" for line in sorted(set(lines.split(b"\n")[:-1])))
