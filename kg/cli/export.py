"""`kg export`: a store's graph as a file."""

import click

from kg.cli.arguments import store_option

EPILOG = """\b
Examples:
  kg export --store graph > graph.ttl
  kg export --store graph -o graph.nq
  kg export --store graph --format neo4j -o import/"""


_LISTED = 10
"""Files that are named one by one."""


@click.command("export", epilog=EPILOG)
@store_option()
@click.option(
    "--format",
    "form",
    default=None,
    show_default="by the ending of the file, else turtle",
    help="Format; an unknown one lists those there are.",
)
@click.option(
    "-o",
    "--output",
    metavar="PLACE",
    default=None,
    help="File to write, or new or empty folder for a format of several files; standard output without it.",
)
def command(store: str, form: str | None, output: str | None) -> None:
    """Write a store's graph in a format of your choice; the same graph gives the same bytes."""
    from kg import pipeline

    paths = pipeline.export_store(store, form, output)
    if len(paths) > _LISTED:
        click.echo(f"wrote {len(paths)} files below {output}", err=True)
        return
    for path in paths:
        click.echo(f"wrote {path}", err=True)
