"""SELECT answers in the four SPARQL 1.1 formats, row by row, so that an answer can be cut at a number of rows.

What RDF 1.2 has beyond (triples as terms, the direction of a text) is written as SPARQL 1.2 has it.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import vocab
from kg.store.results import Term
from kg.web import media

Rows = Iterable[Sequence[Term | None]]
_STRING = vocab.XSD + "string"
_SPACE = "http://www.w3.org/2005/sparql-results#"
_DIRECTED = ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir='
_RETURN = {"\r": "&#13;"}
"""A bare carriage return is a line feed to whoever reads XML."""


def written(kind: str, names: Sequence[str], rows: Rows) -> bytes:
    """Return rows of terms in a media type of `kg.web.media.ROWS`."""
    return _WRITERS[kind](names, rows).encode()


def _json(names: Sequence[str], rows: Rows) -> str:
    bindings = [
        {name: _object(term) for name, term in zip(names, row, strict=True) if term is not None} for row in rows
    ]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _object(term: Term) -> Mapping[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        found = {"type": "literal", "value": term.value}
        if term.language is not None:
            way = {} if term.direction is None else {"its:dir": term.direction.value}
            return {**found, "xml:lang": term.language, **way}
        return found if term.datatype.value == _STRING else {**found, "datatype": term.datatype.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    return {"type": "triple", "value": {part: _object(inner) for part, inner in _parts(term)}}


def _parts(triple: Triple) -> Iterable[tuple[str, Term]]:
    return ("subject", triple.subject), ("predicate", triple.predicate), ("object", triple.object)


def _xml(names: Sequence[str], rows: Rows) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    body = "".join(f"<result>{''.join(_bindings(names, row))}</result>" for row in rows)
    return f'<?xml version="1.0"?><sparql xmlns="{_SPACE}"><head>{head}</head><results>{body}</results></sparql>'


def _bindings(names: Sequence[str], row: Sequence[Term | None]) -> Iterable[str]:
    for name, term in zip(names, row, strict=True):
        if term is not None:
            yield f"<binding name={quoteattr(name)}>{_element(term)}</binding>"


def _element(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, Literal):
        kind = f" xml:lang={quoteattr(term.language)}" if term.language is not None else ""
        if term.direction is not None:
            kind += _DIRECTED + quoteattr(term.direction.value)
        if not kind and term.datatype.value != _STRING:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kind}>{escape(term.value, _RETURN)}</literal>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    return f"<triple>{''.join(f'<{part}>{_element(inner)}</{part}>' for part, inner in _parts(term))}</triple>"


def _csv(names: Sequence[str], rows: Rows) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return buffer.getvalue()


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)


def _tsv(names: Sequence[str], rows: Rows) -> str:
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows]
    return "".join(line + "\n" for line in lines)


_WRITERS: dict[str, Callable[[Sequence[str], Rows], str]] = {
    media.JSON: _json,
    media.XML: _xml,
    media.CSV: _csv,
    media.TSV: _tsv,
}
