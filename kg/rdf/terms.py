"""RDF terms as pyoxigraph values: named nodes of the vocabularies and typed literals in canonical form.

Canonical, because Oxigraph stores numbers by value: a literal written here has the same bytes before and after a store.
"""

import re
from datetime import date as calendar
from decimal import Decimal
from functools import cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg import vocab

TYPE = NamedNode(vocab.RDF + "type")
_PARTIAL = (
    (re.compile(r"\d{4}", re.ASCII), NamedNode(vocab.XSD + "gYear"), "-01-01"),
    (re.compile(r"\d{4}-\d\d", re.ASCII), NamedNode(vocab.XSD + "gYearMonth"), "-01"),
    (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), NamedNode(vocab.XSD + "date"), ""),
)
_DECIMAL = NamedNode(vocab.XSD + "decimal")
_INTEGER = NamedNode(vocab.XSD + "integer")
BOOLEAN = NamedNode(vocab.XSD + "boolean")
_ANY_URI = NamedNode(vocab.XSD + "anyURI")


@cache
def kg(name: str) -> NamedNode:
    """Return the term `name` of kg's own vocabulary, percent-encoded where a plug-in's name is no local name."""
    return NamedNode(vocab.KG + quote(name, safe=""))


@cache
def schema(name: str) -> NamedNode:
    """Return the term `name` of schema.org."""
    return NamedNode(vocab.SCHEMA + name)


@cache
def oa(name: str) -> NamedNode:
    """Return the term `name` of the Web Annotation vocabulary."""
    return NamedNode(vocab.OA + name)


@cache
def skos(name: str) -> NamedNode:
    """Return the term `name` of SKOS."""
    return NamedNode(vocab.SKOS + name)


@cache
def rdf(name: str) -> NamedNode:
    """Return the term `name` of RDF."""
    return NamedNode(vocab.RDF + name)


@cache
def prov(name: str) -> NamedNode:
    """Return the term `name` of PROV-O."""
    return NamedNode(vocab.PROV + name)


@cache
def sh(name: str) -> NamedNode:
    """Return the term `name` of SHACL."""
    return NamedNode(vocab.SH + name)


def text(value: str) -> Literal:
    """Return a plain string."""
    return Literal(value)


def uri(value: str) -> Literal:
    """Return an address as a literal: what a page gives as its URL need not be a legal IRI."""
    return Literal(value, datatype=_ANY_URI)


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


def true() -> Literal:
    """Return the xsd:boolean true; what is false is left out of a graph."""
    return Literal("true", datatype=BOOLEAN)


def decimal(value: Decimal) -> Literal:
    """Return an xsd:decimal in canonical form: no exponent, no trailing zeros, no negative zero."""
    return Literal(plain(value), datatype=_DECIMAL)


def plain(value: Decimal) -> str:
    """Return the shortest positional notation of a finite number, digit for digit."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


def date(value: str) -> Literal:
    """Return an ISO 8601 date, whole or partial, as xsd:date, xsd:gYearMonth or xsd:gYear.

    What is none of these stays a plain string: an ill-typed date would vanish from date filters in silence.
    """
    for pattern, datatype, rest in _PARTIAL:
        if pattern.fullmatch(value) and _exists(value + rest):
            return Literal(value, datatype=datatype)
    return Literal(value)


def _exists(day: str) -> bool:
    try:
        calendar.fromisoformat(day)
    except ValueError:
        return False
    return True
