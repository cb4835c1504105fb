"""`kg store`: look after the folder of a store."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import Progress, store_option
from kg.cli.output import counted, format_option, rows_as
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.results import Counts

EPILOG = """\b
Examples:
  kg store check --store graph
  kg store compact --store graph
  kg store backup graph-monday --store graph
  kg store restore graph-monday --store graph-again"""

CHECK_EPILOG = """\b
Examples:
  kg store check --store graph
  kg store check --store graph --format json
Exit codes: 0 all is well, 1 something is not, 2 could not check. While a build is at work, its unfinished run and the
text it has just written are listed too."""

COMPACT_EPILOG = """\b
Examples:
  kg store compact --store graph"""

BACKUP_EPILOG = """\b
Examples:
  kg store backup graph-monday --store graph
A backup is a store itself: kg query figure-sources --store graph-monday"""

RESTORE_EPILOG = """\b
Examples:
  kg store restore graph-monday --store graph-again"""

_folder_option = store_option(text="The folder of the store.")


@click.group("store", epilog=EPILOG)
def command() -> None:
    """Look after a store in a folder: check it, tidy it, copy it."""


@command.command("check", epilog=CHECK_EPILOG)
@_folder_option
@format_option
def check(store: str, form: str) -> None:
    """Read the whole store back and tell what is damaged, missing or unfinished."""
    from kg.store import maintenance

    faults = sorted(maintenance.check(_folder(store), Progress()))
    if faults or form != "table":
        click.echo(rows_as(form, ("what", "message"), [(fault.kind, fault.message) for fault in faults]), nl=False)
    else:
        click.echo(f"{store}: all graphs and texts are there and fit together")
    if faults:
        raise click.exceptions.Exit(1)


@command.command("compact", epilog=COMPACT_EPILOG)
@_folder_option
def compact(store: str) -> None:
    """Rewrite the database without what was replaced, and remove texts that belong to no document."""
    from kg.store import maintenance

    done = maintenance.compact(_folder(store))
    removed = f", {counted(done.texts, 'text')} of no document removed" if done.texts else ""
    click.echo(f"{store}: {_megabytes(done.before)} before, {_megabytes(done.after)} after{removed}")


@command.command("backup", epilog=BACKUP_EPILOG)
@click.argument("target", metavar="FOLDER")
@_folder_option
def backup(target: str, store: str) -> None:
    """Copy the store as it is at one moment to a new FOLDER, also while a build writes to it."""
    from kg.store import maintenance

    click.echo(_copied(store, target, maintenance.copy(_folder(store), Path(target))))


@command.command("restore", epilog=RESTORE_EPILOG)
@click.argument("source", metavar="FOLDER")
@_folder_option
def restore(source: str, store: str) -> None:
    """Make a store from the backup in FOLDER; a store that is there already is never overwritten."""
    from kg.store import maintenance

    click.echo(_copied(source, store, maintenance.copy(Path(source), _folder(store))))


def _folder(store: str) -> Path:
    if "://" in store:
        raise UsageError(f"'{store}' is a server's address: use the tools of the server, these look after folders")
    return Path(store)


def _copied(source: str, target: str, counts: "Counts") -> str:
    return f"{source} -> {target}: {counts.documents} documents, {counts.graphs} graphs, {counts.triples} triples"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
