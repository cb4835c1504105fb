"""Pages for people, and the other forms of a stored query's rows and of a thing's triples."""

import io
import json
from collections.abc import Iterable, Mapping
from csv import writer
from html import escape
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from kg.export import export
from kg.export.context import short
from kg.query.catalogue import StoredQuery
from kg.query.run import Table
from kg.web import media

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --line: #8884; --soft: #8881 }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem }}
header {{ border-bottom: 1px solid var(--line); padding-bottom: .5rem }}
header a:first-child {{ font-weight: bold; margin-right: 1.5rem }}
header a {{ margin-right: 1rem }}
h1 {{ font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }}
table {{ border-collapse: collapse; display: block; font-size: .9rem; overflow-x: auto }}
th, td {{ border-bottom: 1px solid var(--line); padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top }}
td {{ max-width: 32rem; overflow-wrap: break-word }}
tr:hover td {{ background: var(--soft) }}
label {{ display: inline-block; margin: .2rem 1rem .5rem 0 }}
li {{ margin: .4rem 0 }}
</style></head><body><header><a href="/">kg</a> <a href="/queries">queries</a> <a href="/sparql">SPARQL</a>
<a href="/openapi.json">OpenAPI</a></header><h1>{title}</h1>
{body}</body></html>
"""


def index(queries: Iterable[StoredQuery]) -> bytes:
    """Return the page of the server itself."""
    rows = "".join(
        f'<li><a href="/queries/{query.name}?format=html">{query.name}</a>: {escape(query.summary)}</li>\n'
        for query in queries
    )
    return _page("Who attributes which figure to whom", f"<h2>Stored queries</h2><ul>\n{rows}</ul>\n")


def table(kind: str, query: StoredQuery, given: Mapping[str, Iterable[str]], found: Table, base: str) -> bytes:
    """Return a stored query's rows as JSON objects, CSV or a page; a page's cells are worded for people."""
    if kind == media.CSV:
        buffer = io.StringIO()
        lines = writer(buffer, lineterminator="\r\n")
        lines.writerow(found.columns)
        lines.writerows([cell or "" for cell in row] for row in found.rows)
        return buffer.getvalue().encode()
    if kind == media.HTML:
        return _page(query.summary, _form(query, given) + _rows(found, base))
    objects = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return (json.dumps(objects, ensure_ascii=False, indent=2) + "\n").encode()


def thing(node: NamedNode, quads: Iterable[Quad], base: str) -> bytes:
    """Return what is known of a thing as a page: a row per triple."""
    listed = sorted({(str(quad.subject), str(quad.predicate), str(quad.object)): quad for quad in quads}.items())
    rows = "".join(
        f"<tr><td>{_cell(quad.subject, base)}</td><td>{escape(short(quad.predicate.value))}</td>"
        f"<td>{_cell(quad.object, base)}</td></tr>\n"
        for _, quad in listed
    )
    return _page(node.value.removeprefix(base), f"<p>{escape(node.value)}</p><table>\n{rows}</table>\n")


def exported(form: str, quads: Iterable[Quad], base: str) -> bytes:
    """Return triples in a format of `kg.export`."""
    stream = io.BytesIO()
    export(quads, form, stream, base)
    return stream.getvalue()


def _form(query: StoredQuery, given: Mapping[str, Iterable[str]]) -> str:
    fields = "".join(
        f'<label title="{escape(parameter.description)}">{parameter.name} '
        f'<input name="{parameter.name}" value="{escape(" ".join(given.get(parameter.name, ())))}"></label>'
        for parameter in query.parameters
    )
    send = (
        f'<form><input type="hidden" name="format" value="html">{fields}<button>Ask</button></form>' if fields else ""
    )
    return f"<p>{escape(query.description)}</p>\n{send}\n"


def _rows(found: Table, base: str) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in found.columns)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell, base)}</td>' for cell in row)}</tr>\n" for row in found.rows)
    return f"<p>{len(found.rows)} rows</p><table>\n<tr>{head}</tr>\n{body}</table>\n"


def _cell(term: object, base: str) -> str:
    return _text(term.value, base) if isinstance(term, NamedNode) else escape(str(getattr(term, "value", term)))


def _text(text: str | None, base: str) -> str:
    """Return a cell; an IRI of this store, whole or as `e:name`, links to its own page."""
    if text is None:
        return ""
    tail = text.removeprefix(base) if text.startswith(base) else None
    return escape(text) if tail is None else f'<a href="/id/{quote(tail, safe="/%")}">{escape(tail)}</a>'


def _page(title: str, body: str) -> bytes:
    return _PAGE.format(title=escape(title), body=body).encode()
