"""Codes of the code lists (measures, modes, bounds, stances, scopes) to the IRIs of their concepts and back.

A code that no list holds keeps its own name below the code namespace: encoding a plug-in's statement never fails, and
the shapes then report the concept that nobody declared.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg import vocab
from kg.lexicon import codes


def concept(scheme: str, code: str) -> NamedNode:
    """Return the concept that has `code` as its skos:notation in the list `scheme`."""
    iri = _iris(scheme).get(code)
    return NamedNode(iri or vocab.CODES + quote(code, safe=""))


def code_of(scheme: str, iri: str) -> str:
    """Return the code of a concept: the inverse of `concept`."""
    return _codes(scheme).get(iri) or unquote(iri.removeprefix(vocab.CODES))


def is_code(scheme: str, code: str) -> bool:
    """Tell whether the list `scheme` holds a code."""
    return code in _iris(scheme)


def is_currency(unit: str) -> bool:
    """Tell whether a unit is money: a code of the list of currencies."""
    return is_code("currencies", unit)


@cache
def _iris(scheme: str) -> Mapping[str, str]:
    return MappingProxyType({code: known.iri for code, known in codes.scheme(scheme).items()})


@cache
def _codes(scheme: str) -> Mapping[str, str]:
    return MappingProxyType({iri: code for code, iri in _iris(scheme).items()})
