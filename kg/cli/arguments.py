"""Arguments and options that several commands share, and how progress is shown."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from kg.cli.output import one_line
from kg.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def store_option(
    default: str | None = "kg-store", text: str = "The store: a folder, or a SPARQL endpoint's address."
) -> Callable[[F], F]:
    """Return the `--store` option."""
    return click.option("--store", "store", default=default, show_default=default is not None, metavar="DIR", help=text)


extractor_option = click.option(
    "--extractor", default="rules", show_default=True, help="Which extractor reads the texts; plug-ins may add others."
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 99),
    default=1,
    show_default=True,
    help="How many processes read at a time; what comes out is the same.",
)


def pairs(texts: tuple[str, ...], shape: str) -> dict[str, str]:
    """Return texts such as `NAME=VALUE` as a mapping; `shape` says what they are called.

    Raises UsageError for one that lacks a part and for a name that is given twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if not name or not value:
            raise UsageError(f"'{text}' is no {shape}")
        if name in found:
            raise UsageError(f"'{name}' is given twice")
        found[name] = value
    return found


class _Words(click.ParamType[str]):
    """What is looked up in a graph or written into one. Paths may be any bytes, but not what a graph holds."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return the words. Raises UsageError for bytes that are not UTF-8, which Python has as lone surrogates."""
        return unicode(value)


WORDS = _Words()


def unicode(value: str) -> str:
    """Return a text, read as UTF-8 whatever the locale. Raises UsageError where it is not."""
    given = value.encode(errors="surrogateescape")
    try:
        return given.decode()
    except UnicodeDecodeError as problem:
        shown = given.decode(errors="backslashreplace")
        raise UsageError(f"'{shown}' is not UTF-8, and no graph holds such a text: give it in UTF-8") from problem


class Progress:
    """Tells on a terminal how far long work is; quiet anywhere else."""

    def __init__(self) -> None:
        self._stream = sys.stderr
        self._live = self._stream.isatty()

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show `done` of `total`, and what is worked on."""
        if self._live:
            line = f"\r{done}/{total} {what}"[:79]
            self._stream.write(f"{line:<79}" + ("\r" + " " * 79 + "\r" if done >= total else ""))
            self._stream.flush()


def finish(problems: tuple[str, ...], notes: tuple[str, ...] = (), status: int = 0) -> None:
    """Print notes and problems to standard error and leave: with 2 where there are problems, else with `status`."""
    for line in notes:
        click.echo(f"kg: note: {one_line(line)}", err=True)
    for line in problems:
        click.echo(f"kg: {one_line(line)}", err=True)
    if problems:
        what = "thing" if len(problems) == 1 else "things"
        click.echo(f"kg: {len(problems)} {what} could not be read; the rest was done", err=True)
    if problems or status:
        raise click.exceptions.Exit(2 if problems else status)
