"""`kg query`: stored queries with their parameters, or SPARQL of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import store_option, unicode
from kg.cli.output import format_option, rows_as
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.catalogue import StoredQuery

EPILOG = """\b
Examples:
  kg query --list
  kg query figure-sources --subject ByteDance
  kg query figure-sources --describe
  kg query figure-conflicts --format csv > conflicts.csv
  kg query -f mine.rq --format json
  echo 'ASK { ?s ?p ?o }' | kg query -f -
A stored query's parameters are options: --subject ByteDance, --slack 0.1."""


@click.command("query", epilog=EPILOG, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("name", required=False)
@store_option()
@format_option
@click.option("--list", "listed", is_flag=True, help="List the stored queries.")
@click.option("--describe", is_flag=True, help="Tell what a stored query answers and which parameters it takes.")
@click.option(
    "-f",
    "--file",
    "file",
    type=click.Path(dir_okay=False),
    default=None,
    help="A file with SPARQL of your own; '-' is standard input.",
)
@click.option(
    "--queries", "folder", type=click.Path(file_okay=False), default=None, help="A folder with more stored queries."
)
@click.option("--full", is_flag=True, help="Whole IRIs instead of names, as machines want them.")
@click.pass_context
def command(  # noqa: PLR0913 - one parameter per option
    context: click.Context,
    *,
    name: str | None,
    store: str,
    form: str,
    listed: bool,
    describe: bool,
    file: str | None,
    folder: str | None,
    full: bool,
) -> None:
    """Answer a stored query, or SPARQL from a file, from a store."""
    from kg.query.catalogue import catalogue, named

    queries = catalogue(Path(folder) if folder else None)
    if listed:
        rows = [
            (query.name, query.summary, " ".join(f"--{p.name}" for p in query.parameters)) for query in queries.values()
        ]
        click.echo(rows_as(form, ("query", "answers", "parameters"), rows), nl=False)
        return
    if describe and name is None:
        raise UsageError("--describe tells of a stored query: name one ('kg query --list' shows them)")
    if (name is None) == (file is None):
        raise UsageError("name one stored query ('kg query --list' shows them) or give a file with -f")
    if name is not None and describe:
        _describe(named(name, queries))
        return
    click.echo(_answer(context.args, store, form, named(name, queries) if name else None, file, full=full), nl=False)


def _answer(  # noqa: PLR0913 - what the options say
    words: list[str], store: str, form: str, query: "StoredQuery | None", file: str | None, *, full: bool
) -> str:
    from kg.query import run
    from kg.store.opening import open_store

    with open_store(store) as opened:
        if query is not None:
            table = run.ask(opened, query, parameters(words), machine=full)
        elif words:
            raise UsageError(f"'{words[0]}' goes with a stored query, not with a file")
        else:
            table = run.run(opened, run.read(Path("/dev/stdin" if file == "-" else str(file))), machine=full)
    return rows_as(form, table.columns, table.rows)


def parameters(words: list[str]) -> dict[str, list[str]]:
    """Return `--subject ByteDance` and `--subject=ByteDance` words as values by name; a repeated one has several."""
    found: dict[str, list[str]] = {}
    rest = iter(words)
    for word in map(unicode, rest):
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise UsageError(f"'{word}' is no parameter: write --NAME VALUE")
        given = value if sign else next(rest, None)
        if given is None:
            raise UsageError(f"--{name} needs a value")
        found.setdefault(name, []).append(unicode(given))
    return found


def _describe(query: "StoredQuery") -> None:
    click.echo(f"{query.name}: {query.summary}\n\n{query.description}\n")
    for parameter in query.parameters:
        default = f" (default {', '.join(parameter.default)})" if parameter.default else ""
        click.echo(f"  --{parameter.name} {parameter.kind.upper()}{default}\n      {parameter.description}")
    click.echo(f"\nExample: {query.example}")
