"""Pages for people, and the other forms of a stored query's rows and of a thing's triples."""

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from csv import writer
from html import escape
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.export import export
from kg.export.context import short
from kg.query.catalogue import StoredQuery
from kg.query.run import Table
from kg.store.results import Term
from kg.web import media

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --line: #8884; --soft: #8881 }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem }}
header {{ border-bottom: 1px solid var(--line); padding-bottom: .5rem }}
nav a:first-child {{ font-weight: bold; margin-right: 1.5rem }}
nav a {{ margin-right: 1rem }}
h1 {{ font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }}
.rows {{ overflow-x: auto }}
table {{ border-collapse: collapse; font-size: .9rem }}
time {{ white-space: nowrap }}
th, td {{ border-bottom: 1px solid var(--line); padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top }}
td {{ max-width: 32rem; overflow-wrap: break-word }}
tr:hover td {{ background: var(--soft) }}
label {{ display: inline-block; margin: .2rem 1rem .5rem 0 }}
textarea {{ max-width: 100%; box-sizing: border-box }}
li {{ margin: .4rem 0 }}
</style></head><body><header><nav><a href="/">kg</a> <a href="/queries">queries</a> <a href="/sparql">SPARQL</a>
<a href="/openapi.json">OpenAPI</a></nav></header><main><h1>{title}</h1>
{body}</main></body></html>
"""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def index(queries: Iterable[StoredQuery]) -> bytes:
    """Return the page of the server itself."""
    rows = "".join(
        f'<li><a href="/queries/{query.name}?format=html">{query.name}</a>: {escape(query.summary)}</li>\n'
        for query in queries
    )
    return _page("Who attributes which figure to whom", f"<h2>Stored queries</h2><ul>\n{rows}</ul>\n")


def table(  # noqa: PLR0913 - what was asked, and what was found
    kind: str, query: StoredQuery, given: Mapping[str, Sequence[str]], found: Table, *, count: int, base: str
) -> bytes:
    """Return a stored query's rows as JSON objects, CSV or a page; a page's cells are worded for people.

    `count` is how many rows there are, of which `found` may have the first only.
    """
    if kind == media.CSV:
        buffer = io.StringIO()
        lines = writer(buffer, lineterminator="\r\n")
        lines.writerow(found.columns)
        lines.writerows([cell or "" for cell in row] for row in found.rows)
        return buffer.getvalue().encode()
    if kind == media.HTML:
        return _page(query.summary, _form(query, given) + _rows(found, count, base))
    objects = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return (json.dumps(objects, ensure_ascii=False, indent=2) + "\n").encode()


def thing(node: NamedNode, quads: Iterable[Quad], base: str, *, cut: bool) -> bytes:
    """Return what is known of a thing as a page: a row per triple, what is said of it first, then where it is named.

    Where there is more (`cut`), the page says so.
    """
    listed = sorted({quad.triple for quad in quads}, key=lambda triple: (triple.subject != node, str(triple)))
    rows = [
        (_cell(triple.subject, base), escape(short(triple.predicate.value)), _cell(triple.object, base))
        for triple in listed
    ]
    columns = ("subject", "property", "value")
    more = f"<p>the first {len(rows)} statements; there are more</p>" if cut else ""
    return _page(node.value.removeprefix(base), f"<p>{escape(node.value)}</p>{more}{_table(columns, rows)}")


def asked(query: str, columns: Sequence[str] = (), rows: Iterable[Sequence[Term | None]] = (), note: str = "") -> bytes:
    """Return the page of the endpoint: a field with the query, and below it what it found, if it was asked yet."""
    field = (
        '<form action="/sparql" method="post"><label for="query">SPARQL</label><br>'
        f'<textarea id="query" name="query" rows="12" cols="100">{escape(query)}</textarea>'
        "<br><button>Ask</button></form>"
    )
    cells = [["" if term is None else escape(_shown(term)) for term in row] for row in rows]
    said = f"<p>{escape(note)}</p>" if note else ""
    return _page("SPARQL", f"{field}\n{said}{_table(columns, cells) if columns else ''}")


def _shown(term: Term) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)


def exported(form: str, quads: Iterable[Quad], base: str) -> bytes:
    """Return triples in a format of `kg.export`."""
    stream = io.BytesIO()
    export(quads, form, stream, base)
    return stream.getvalue()


def _form(query: StoredQuery, given: Mapping[str, Sequence[str]]) -> str:
    """Return the form of a query's parameters; of several values each has a field, and comes back as one."""
    fields = "".join(
        f'<label title="{escape(parameter.description)}">{parameter.name} '
        f'<input name="{parameter.name}" value="{escape(value)}"></label>'
        for parameter in query.parameters
        for value in given.get(parameter.name) or ("",)
    )
    send = (
        f'<form><input type="hidden" name="format" value="html">{fields}<button>Ask</button></form>' if fields else ""
    )
    return f"<p>{escape(query.description)}</p>\n{send}\n"


def _rows(found: Table, count: int, base: str) -> str:
    rows = ([_text(cell, base) for cell in row] for row in found.rows)
    counted = f"{count} row{'' if count == 1 else 's'}"
    first = "" if count == len(found.rows) else f", of which these are the first {len(found.rows)}"
    return f"<p>{counted}{first}</p>{_table(found.columns, rows)}"


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are markup; it scrolls by itself, with the keyboard too."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    frame = '<div class="rows" role="region" aria-label="rows" tabindex="0">'
    return f"{frame}<table>\n<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>\n"


def _cell(term: object, base: str) -> str:
    return _text(term.value, base) if isinstance(term, NamedNode) else escape(str(getattr(term, "value", term)))


def _text(text: str | None, base: str) -> str:
    """Return a cell; an IRI of this store, whole or as `e:name`, links to its own page."""
    if text is None:
        return ""
    if _DATE.fullmatch(text):
        return f"<time>{text}</time>"
    tail = text.removeprefix(base) if text.startswith(base) else None
    return escape(text) if tail is None else f'<a href="/id/{quote(tail, safe="/%")}">{escape(tail)}</a>'


def _page(title: str, body: str) -> bytes:
    return _PAGE.format(title=escape(title), body=body).encode()
