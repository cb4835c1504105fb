"""Parameters of stored queries: what a user typed becomes typed terms, and these replace the line that binds them.

Nothing a user types reaches a query as text: it is parsed into RDF terms, and the terms are serialised. An IRI with
illegal characters is refused, and quotes or braces in a string are escaped.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.errors import QueryError
from kg.lexicon import codes
from kg.query.catalogue import Parameter, StoredQuery, value_line
from kg.query.names import Names
from kg.rdf.terms import date, decimal

Term: TypeAlias = NamedNode | Literal

_PREFIXED = re.compile(r"(\w+):([\w.~%-][\w./~%-]*)", re.ASCII)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+", re.DOTALL)
_ADDRESS = ("<", "http://", "https://")
"""How an IRI begins that no name is looked for: looking through the names takes time that grows with the store."""
_SHOWN = 60
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_DIGITS = 30
"""Most digits before or behind the decimal point: `1e999999999` is no amount, and would be written out in full."""
_SCHEMES = ("measures", "modes", "bounds", "stances", "scopes")


def bound(query: StoredQuery, given: Mapping[str, str | Sequence[str]], names: Names) -> str:
    """Return the text of `query` with these parameters bound; several values of one mean any of them.

    Raises UsageError for an unknown parameter, QueryError for a value that does not fit its type.
    """
    text = query.text
    for name in sorted(given):
        parameter, values = query.parameter(name), given[name]
        listed = [values] if isinstance(values, str) else list(values)
        found = {str(term) for value in listed for term in terms(parameter, value, names)}
        if not found:
            raise QueryError(f"the parameter '{name}' needs a value")
        serialised = " ".join(sorted(found))
        text = value_line(name).sub(lambda _, line=serialised: line, text)  # type: ignore[misc]  # mypy infers no default
    return text


def terms(parameter: Parameter, value: str, names: Names) -> tuple[Term, ...]:
    """Return the terms that a value stands for: one, or for an entity's name all that bear it."""
    if parameter.kind == "entity":
        return _entity(parameter.name, value, names)
    if parameter.kind == "code":
        return (_code(parameter.name, value, names),)
    return (_READERS[parameter.kind](parameter.name, value),)


def iri(name: str, value: str) -> NamedNode:
    """Return the node of an absolute IRI, or of a prefixed name with one of kg's prefixes."""
    text = value.strip().removeprefix("<").removesuffix(">")
    short = _PREFIXED.fullmatch(text)
    if short and short[1] in vocab.PREFIXES:
        text = vocab.PREFIXES[short[1]] + short[2]
    try:
        return NamedNode(text)
    except ValueError as problem:
        reason = " ".join(str(problem).split())
        raise QueryError(f"'{_brief(value)}' for '{name}' is no IRI: {reason}") from problem


def _entity(name: str, value: str, names: Names) -> tuple[NamedNode, ...]:
    if not value.strip():
        raise QueryError(f"the parameter '{name}' needs a name, a slug or an IRI")
    found = () if value.startswith(_ADDRESS) else names.bearing(value)
    if found:
        return tuple(NamedNode(known) for known in found)
    if _ABSOLUTE.fullmatch(value.strip().removeprefix("<")) and " " not in value.strip():
        return (iri(name, value),)
    like = names.like(value)
    hint = f": did you mean {', '.join(like)}?" if like else ""
    raise QueryError(f"nothing here is called '{_brief(value)}'{hint}")


def _code(name: str, value: str, names: Names) -> NamedNode:
    """Return the concept of a code. One that no list holds may be a plug-in's: then the store has it."""
    known = {code: concept.iri for scheme in reversed(_SCHEMES) for code, concept in codes.scheme(scheme).items()}
    if value in known:
        return NamedNode(known[value])
    if ":" in value:
        return iri(name, value)
    concept = iri(name, vocab.CODES + value)
    if next(names.store.match(None, None, concept), None) is None:
        like = get_close_matches(value, sorted(known))
        hint = f": did you mean {', '.join(like)}?" if like else ""
        raise QueryError(f"'{_brief(value)}' for '{name}' is no code that a list or the store has{hint}")
    return concept


def _string(_: str, value: str) -> Literal:
    return Literal(value)


def _number(name: str, value: str) -> Literal:
    try:
        number = Decimal(value.strip())
    except InvalidOperation as problem:
        raise QueryError(f"'{_brief(value)}' for '{name}' is no number") from problem
    if not number.is_finite() or number.adjusted() > _DIGITS or int(number.as_tuple().exponent) < -_DIGITS:
        raise QueryError(f"'{_brief(value)}' for '{name}' is no number that can be compared")
    return decimal(number)


def _date(name: str, value: str) -> Literal:
    found = date(value.strip())
    if found.datatype.value == vocab.XSD + "string":
        raise QueryError(f"'{_brief(value)}' for '{name}' is no date: write 2025, 2025-01 or 2025-01-21")
    return found


def _currency(name: str, value: str) -> Literal:
    code = value.strip().upper()
    if not _CURRENCY.fullmatch(code):
        raise QueryError(f"'{_brief(value)}' for '{name}' is no currency code: write USD, EUR or CNY")
    return Literal(code)


def _brief(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


_READERS: Mapping[str, Callable[[str, str], Term]] = MappingProxyType(
    {"iri": iri, "string": _string, "number": _number, "date": _date, "currency": _currency}
)
