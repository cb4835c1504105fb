"""The command line: one file per command, each loaded only when it is called."""

import importlib
import os
import sys
import traceback
from typing import Any

import click

from kg import __version__
from kg.cli.memory import bounded
from kg.cli.output import one_line
from kg.cli.streams import ready
from kg.errors import KgError, UsageError
from kg.outputs import ReaderGone

COMMANDS = {
    "build": "Read news files into a store: extract, link, check, summarise.",
    "conflicts": "Tell which figures contradict each other, and which only seem to.",
    "demo": "Build the bundled example and show what it holds.",
    "diff": "Tell in sentences what changed between two stores, or since a day.",
    "explain": "Show where a figure comes from, as a tree.",
    "export": "Write a store's graph to a file.",
    "extract": "Print what files say, as rows or Turtle, without a store.",
    "names": "List things that only texts know, and which are likely the same.",
    "network": "Show who breaks figures, who relays them, and who cites whom.",
    "push": "Send a store's graphs to a graph database.",
    "query": "Run a stored query, or your own SPARQL.",
    "retract": "Take a document out of a store again.",
    "serve": "Serve a store over HTTP: SPARQL, stored queries, a page per thing.",
    "store": "Look after a store: check, compact, back up, restore.",
    "story": "Show one subject as a page: its figures, their sources, what contradicts them.",
    "validate": "Check Turtle files against the shapes.",
}
"""Every command with its one line of help. A test holds it against the files beside this one."""

_HELP = frozenset({"-h", "--help", "--version"})
_VOCABULARY, _NAMED_IN = "--vocabulary", "KG_VOCABULARY"

EPILOG = """\b
Examples:
  kg demo
  kg build articles/ --store graph
  kg query figure-sources --subject ByteDance --store graph
  kg --vocabulary mine.ttl build articles/ --store graph
  kg export --store graph --format turtle > graph.ttl
Exit codes: 0 fine, 1 findings (invalid data, conflicts asked for), 2 could not run or not all of it."""


class Commands(click.Group):
    """A group that imports a command's file when the command is called, so that help starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse an unknown command with the list of those there are."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no command '{args[0]}': there are {', '.join(sorted(COMMANDS))}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
@click.option("--debug", is_flag=True, expose_value=False, help="Show tracebacks of errors; may stand anywhere.")
@click.option(
    _VOCABULARY,
    multiple=True,
    expose_value=False,
    metavar="PATH",
    help="Names and words of your own beside kg's, a Turtle file or a folder of them; may be repeated and stand "
    "anywhere. Without it those that KG_VOCABULARY names.",
)
def group() -> None:
    """Build attributed knowledge graphs from news: who attributes which figure to whom."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    ready()
    given = sys.argv[1:] if arguments is None else arguments
    # The option may stand anywhere: who adds it to a command that failed puts it at the end.
    words, debug = [word for word in given if word != "--debug"], "--debug" in given
    try:
        _refuse_empty(words)
        words, paths = _own_vocabulary(words)
        with bounded():
            if paths or (os.environ.get(_NAMED_IN) and _HELP.isdisjoint(words)):
                importlib.import_module("kg.lexicon.using").use(paths or None)
            status = group.main(words, prog_name="kg", standalone_mode=False)
            sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        status = 2
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("kg: stopped", err=True)
        status = 130
    except ReaderGone:
        status = 0
    except Exception as problem:  # noqa: BLE001 - whatever went wrong is one line and an exit code
        if debug:
            traceback.print_exc()
        status = _failed(problem)
    _let_go()
    sys.exit(status if isinstance(status, int) else 0)


def _let_go() -> None:
    """Drop what standard output did not take: Python would try again when it ends, and complain."""
    try:
        sys.stdout.flush()
    except (ReaderGone, KgError):
        sys.stdout = None


def _own_vocabulary(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words without the options that name vocabularies, and what these name; behind `--` are no options.

    Raises UsageError for an option that names nothing.
    """
    rest, paths = [], []
    given = iter(words)
    for word in given:
        name, sign, value = word.partition("=")
        if name == _VOCABULARY:
            paths.append(value if sign else next(given, ""))
        else:
            rest.append(word)
        if word == "--":
            break
    if "" in paths:
        raise UsageError(f"{_VOCABULARY} needs a Turtle file or a folder of them")
    return [*rest, *given], paths


def _refuse_empty(words: list[str]) -> None:
    """Raise UsageError for an argument that is empty: as a path it would be the folder in which the command runs."""
    if "" in words:
        raise UsageError("an argument is empty: is a variable not set?")


def _path(name: str | bytes) -> str:
    return name if isinstance(name, str) else os.fsdecode(name)


def _failed(problem: Any) -> int:  # noqa: ANN401 - any exception
    """Print one line for an error and return its exit code."""
    said = one_line(str(problem))
    if isinstance(problem, OSError) and problem.filename is not None:
        said = one_line(f"{_path(problem.filename)}: {problem.strerror}")
    elif not isinstance(problem, KgError):
        said = f"unexpected {type(problem).__name__}: {said} (run again with --debug for the traceback)"
    click.echo(f"kg: {said}", err=True)
    return 2
