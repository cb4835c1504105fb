"""`kg network`: who breaks figures, who relays them, who cites whom in circles."""

from typing import TYPE_CHECKING

import click

from kg import outputs
from kg.cli.arguments import store_option
from kg.cli.output import FORMATS, rows_as
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.analysis.citations import Citations
    from kg.analysis.facts import Facts

EPILOG = """\b
Examples:
  kg network --store graph
  kg network reports --store graph --format csv
  kg network circles --store graph
  kg network --store graph --format gexf -o outlets.gexf
reliance: everyone who cites an outlet counts 1, everyone who cites one of these 1/2, and so on.
between: on how many shortest chains of citations an outlet stands in the middle."""

GRAPHS = ("graphml", "gexf")
KINDS = ("outlets", "reports", "circles")


@click.command("network", epilog=EPILOG)
@click.argument("what", type=click.Choice(KINDS), default="outlets")
@store_option()
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, *GRAPHS)),
    default="table",
    show_default=True,
    help="How rows are printed, or the file format of the graph (outlets and reports).",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), default=None, help="File to write; standard output without it."
)
def command(what: str, store: str, form: str, output: str | None) -> None:
    """Show who cites whom: the graph of outlets or of reports, or the circles of outlets that credit each other."""
    from kg.analysis.citations import citations
    from kg.analysis.facts import facts
    from kg.store.opening import open_store

    with open_store(store) as opened:
        known, figures = citations(opened), facts(opened)
    text = _graph(what, form, known, figures) if form in GRAPHS else _rows(what, form, known, figures)
    if output is None:
        click.echo(text, nl=False)
        return
    outputs.write(output, text.encode())
    click.echo(f"wrote {output}", err=True)


def _rows(what: str, form: str, known: "Citations", figures: "Facts") -> str:
    from kg.analysis.circles import circles
    from kg.analysis.network import Cited, Outlet, cited_reports, outlets

    if what == "reports":
        return _table(form, tuple(Cited.__dataclass_fields__), cited_reports(known))
    found = circles(known, figures)
    if what == "circles":
        rows = [(one.subject, one.figure, " -> ".join((*one.outlets, one.outlets[0])), one.places) for one in found]
        return rows_as(form, ("subject", "figure", "circle", "places"), [(*row[:3], ", ".join(row[3])) for row in rows])
    columns = tuple(name for name in Outlet.__dataclass_fields__ if name != "iri")
    table = _table(form, columns, outlets(known, figures))
    said = "".join(f"{one.sentence}\n" for one in found) or "No circular reporting.\n"
    return f"{table}\n{said}" if form in ("table", "markdown") else table


def _table(form: str, columns: tuple[str, ...], rows: tuple[object, ...]) -> str:
    return rows_as(form, columns, [tuple(getattr(row, name) for name in columns) for row in rows])


def _graph(what: str, form: str, known: "Citations", figures: "Facts") -> str:
    from kg.analysis import graphfiles
    from kg.analysis.network import annotated, outlet_graph, outlets, report_graph

    if what == "circles":
        raise UsageError(f"circles are rows, not a graph: choose another format than {form}, or outlets or reports")
    graph = report_graph(known) if what == "reports" else annotated(outlet_graph(known), outlets(known, figures))
    return graphfiles.gexf(graph) if form == "gexf" else graphfiles.graphml(graph)
