"""A table of claims for spreadsheets, pandas and DuckDB: one CSV row per passage that states a claim.

Names are the preferred labels in the passage's own document. What the text does not tell is an empty cell; several
values of a cell stand in order, separated by ` | `; the chain reads from the outlet inwards, steps separated by ` > `.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.export.protocol import Source
from kg.rdf.concepts import code_of
from kg.rdf.reading import Nodes, nodes
from kg.rdf.terms import TYPE, kg, oa, prov, rdf, schema, skos

COLUMNS = (
    "document", "source", "part", "outlet", "date", "mention", "claim", "kind", "subject", "predicate", "measure",
    "of_whole", "object", "scope", "period", "period_start", "period_end", "mode", "value", "high", "unit", "bound",
    "min", "max", "conversions", "text", "via", "hedge", "negated", "contextual", "printed", "quote", "start", "end",
    "compared_with",
)  # fmt: skip
JOIN = " | "


class ClaimsCsv:
    """The claims of all documents as one CSV file in UTF-8, one row per mention; one graph is in memory at a time."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the header, then the mentions by document and place."""
        stream.write(_line(COLUMNS))
        for name in source.graphs():
            if name.startswith(f"{source.base}doc/"):
                found = rows(name, source.graph(name), source)
                stream.writelines(_line([row.get(column, "") for column in COLUMNS]) for row in found)


def rows(name: str, quads: Iterable[Quad], source: Source) -> Iterator[dict[str, str]]:
    """Yield a row per mention of one document's graph."""
    table = nodes(quads, source.base)
    document = _document(table, name)
    for node in sorted(table.of_class(kg("Mention")), key=lambda node: (table.number(node, kg("printedStart")), node)):
        claim = table.maybe(node, kg("states")) or ""
        yield {**document, **_mention(table, node), **_claim(table, claim)}


def label(table: Nodes, node: str | None) -> str:
    """Return a node's name: its preferred label, a concept's code, else its IRI."""
    if node is None:
        return ""
    return table.maybe(node, skos("prefLabel")) or node.removeprefix(vocab.CODES)


def _document(table: Nodes, node: str) -> dict[str, str]:
    return {
        "document": node,
        "source": _one(table, node, schema("name")),
        "part": _one(table, node, kg("part")),
        "outlet": label(table, table.maybe(node, schema("publisher"))),
        "date": _one(table, node, schema("datePublished")),
    }


def _mention(table: Nodes, node: str) -> dict[str, str]:
    return {
        "mention": node,
        "via": " > ".join(_steps(table, table.maybe(node, kg("via")))),
        "hedge": _one(table, node, kg("hedge")),
        "negated": _one(table, node, kg("negated")) or "false",
        "contextual": _one(table, node, kg("contextual")) or "false",
        "printed": _one(table, node, kg("printed")),
        "quote": _one(table, node, oa("exact")),
        "start": _one(table, node, oa("start")),
        "end": _one(table, node, oa("end")),
    }


def _steps(table: Nodes, step: str | None) -> Iterator[str]:
    while step is not None:
        yield " & ".join(sorted(label(table, agent) for agent in table.values(step, prov("agent"))))
        step = table.maybe(step, kg("citing"))


def _claim(table: Nodes, node: str) -> dict[str, str]:
    stated, period = table.maybe(node, kg("statedQuantity")), table.maybe(node, kg("period"))
    others = [amount for amount in table.values(node, kg("quantity")) if amount != stated]
    return {
        "claim": node,
        "kind": _one(table, node, TYPE).removeprefix(vocab.KG),
        "subject": label(table, table.maybe(node, kg("subject")) or table.maybe(node, rdf("subject"))),
        "predicate": _one(table, node, rdf("predicate")).removeprefix(vocab.KG),
        "measure": _measure(table, node),
        "of_whole": _code(table, node, "ofWhole", "measures"),
        "object": JOIN.join(label(table, thing) for thing in _objects(table, node)),
        "scope": label(table, table.maybe(node, kg("scope"))),
        "mode": _code(table, node, "mode", "modes"),
        "text": _one(table, node, schema("text")),
        "conversions": JOIN.join(_amount(table, amount) for amount in others),
        "compared_with": _one(table, table.maybe(node, kg("comparedWith")) or "", kg("code")),
        **_period(table, period),
        **_quantity(table, stated),
    }


def _measure(table: Nodes, node: str) -> str:
    """Return the code of the measure with the sort of it, or what it measures in the words of the text."""
    said, code = _one(table, node, kg("measureText")), _code(table, node, "measure", "measures")
    return said if said and code == "other" else f"{code} ({said})" if said else code


def _objects(table: Nodes, node: str) -> tuple[str, ...]:
    return table.values(node, kg("object")) or table.values(node, rdf("object"))


def _period(table: Nodes, node: str | None) -> dict[str, str]:
    return {
        "period": _one(table, node, kg("code")),
        "period_start": _one(table, node, schema("startDate")),
        "period_end": _one(table, node, schema("endDate")),
    }


def _quantity(table: Nodes, node: str | None) -> dict[str, str]:
    return {
        "value": _one(table, node, schema("value")),
        "high": _one(table, node, kg("high")),
        "unit": _one(table, node, schema("currency")) or _one(table, node, schema("unitText")),
        "bound": _code(table, node, "bound", "bounds"),
        "min": _one(table, node, schema("minValue")),
        "max": _one(table, node, schema("maxValue")),
    }


def _amount(table: Nodes, node: str) -> str:
    known = _quantity(table, node)
    return " ".join(part for part in (known["unit"], known["value"], known["high"], known["bound"]) if part)


def _code(table: Nodes, node: str | None, name: str, scheme: str) -> str:
    found = _one(table, node, kg(name))
    return found and code_of(scheme, found)


def _one(table: Nodes, node: str | None, name: NamedNode) -> str:
    return JOIN.join(table.values(node, name)) if node is not None else ""


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()
