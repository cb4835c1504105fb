"""`kg retract`: a document out of a store."""

import click

from kg.cli.arguments import WORDS, store_option

EPILOG = """\b
Examples:
  kg retract articles/04-relay.txt --store graph
  kg retract https://w3id.org/kg-news/id/doc/0123456789abcdef --store graph
Facts that other documents support survive."""


@click.command("retract", epilog=EPILOG)
@click.argument("document", type=WORDS)
@store_option()
def command(document: str, store: str) -> None:
    """Take a document out of a store again, by its path, name or IRI."""
    from kg import pipeline

    for iri in pipeline.retract(store, document):
        click.echo(f"retracted {iri}")
