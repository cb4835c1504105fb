"""Neo4j: CSV files for `neo4j-admin database import full @import.args`.

Every thing is a node with its classes as labels, its literals as properties and its IRI as `iri`; links are
relationships. A property that has several values anywhere is an array. Numbers are numbers: decimals become doubles,
and the exact one stays in the IRI of its quantity. Language tags have no place in Neo4j; the format `n10s` keeps them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal

from kg import vocab
from kg.export.context import short
from kg.export.protocol import Source
from kg.export.subjects import links, literals, subjects

SEPARATOR = "\x1f"
"""Between the values of an array: ASCII's unit separator, which no text of news holds."""
_TYPE = vocab.RDF + "type"
_KINDS = {vocab.XSD + "integer": "long", vocab.XSD + "decimal": "double", vocab.XSD + "boolean": "boolean"}
_ARGUMENTS = """--nodes=nodes.csv
--relationships=relationships.csv
--array-delimiter=U+001F
--multiline-fields=true
--trim-strings=false
--ignore-empty-strings=false
"""


class Neo4j:
    """Nodes and relationships as `neo4j-admin` imports them. Nodes are sorted on disk, one is in memory at a time."""

    def files(self, source: Source) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield the arguments of the import, the nodes and the relationships."""
        yield "import.args", (_ARGUMENTS.encode(),)
        yield "nodes.csv", _nodes(source, columns(source))
        yield "relationships.csv", _relationships(source)


def columns(source: Source) -> Mapping[str, str]:
    """Return the type of each literal property by its IRI, sorted: long, double, boolean, string or an array."""
    kinds: dict[str, set[str]] = {}
    arrays: set[str] = set()
    for _, values in subjects(source):
        for name, terms in literals(values):
            kinds.setdefault(name, set()).update(_KINDS.get(term.datatype.value, "string") for term in terms)
            if len(terms) > 1:
                arrays.add(name)
    return {
        name: (min(found) if len(found) == 1 else "string") + ("[]" if name in arrays else "")
        for name, found in sorted(kinds.items())
    }


def key(iri: str) -> str:
    """Return the name of a property, label or relationship: a prefix is set off by two underscores, as in n10s."""
    return short(iri).replace(":", "__")


def _nodes(source: Source, known: Mapping[str, str]) -> Iterator[bytes]:
    yield _line(["iri:ID", ":LABEL", *(f"{key(name)}:{kind}" for name, kind in known.items())])
    for iri, values in subjects(source):
        labels = [key(target) for name, target in links(values) if name == _TYPE]
        texts = {name: _cell(terms) for name, terms in literals(values)}
        yield _line([iri, SEPARATOR.join(["Resource", *labels]), *(texts.get(name, "") for name in known)])


def _relationships(source: Source) -> Iterator[bytes]:
    yield _line([":START_ID", ":END_ID", ":TYPE"])
    for iri, values in subjects(source):
        yield from (_line([iri, target, key(name)]) for name, target in links(values) if name != _TYPE)


def _cell(terms: Iterable[Literal]) -> str:
    return SEPARATOR.join(term.value.replace(SEPARATOR, " ") for term in terms)


def _line(cells: list[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode()
