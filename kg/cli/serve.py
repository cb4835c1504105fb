"""`kg serve`: a store as a read-only SPARQL endpoint and its stored queries as addresses."""

import re
from pathlib import Path

import click

from kg.cli.arguments import store_option
from kg.errors import UsageError

EPILOG = """\b
Examples:
  kg serve --store graph
  kg serve --store graph --port 9000 --timeout 10 --rows 1000
  curl 'http://127.0.0.1:8080/queries/figure-sources?subject=ByteDance&format=csv'
  curl http://127.0.0.1:8080/sparql --data-urlencode 'query=ASK { ?s ?p ?o }'
Anyone who can reach the address can read the whole store: --host 0.0.0.0 opens it to the network."""


_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[\x21-\x2e\x30-\x7e]+")
"""A scheme and a host, and no path: another form never equals what a browser sends."""


@click.command("serve", epilog=EPILOG)
@store_option(text="Folder of the store.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; this machine's own only.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Port; 0 takes a free one."
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds until a query is stopped."
)
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="Rows of an answer at most.")
@click.option(
    "--processes", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries answered at a time."
)
@click.option("--cors", default="*", show_default=True, help="Origin whose pages may ask; 'none' for none.")
def command(  # noqa: PLR0913 - one parameter per option
    *, store: str, host: str, port: int, timeout: float, rows: int, processes: int, cors: str
) -> None:
    """Serve a store over HTTP for reading, until stopped: SPARQL, the stored queries, and a page per thing.

    An answer cut at the row limit says so in the header X-SPARQL-MaxRows. SERVICE and updates are refused.
    """
    from kg.store.embedded import open_for_reading
    from kg.web.server import Settings, WebServer

    if "://" in store:
        raise UsageError(f"'{store}' is an address: give the folder of a store of this machine")
    if cors not in ("*", "none") and not _ORIGIN.fullmatch(cors):
        raise UsageError(f"'{cors}' is no origin: write it as https://example.org, or * for any, or none")
    folder = Path(store)
    open_for_reading(folder).close()
    origin = None if cors == "none" else cors
    settings = Settings(host, port, processes=processes, seconds=timeout, rows=rows, cors=origin)
    with WebServer(folder, settings) as server:
        click.echo(f"{store} is served at {server.url}/ (stop with Ctrl-C)", err=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
