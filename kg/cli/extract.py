"""`kg extract`: what files say, as rows or Turtle, without a store."""

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import click

from kg.cli.arguments import extractor_option, finish, jobs_option, paths_argument
from kg.cli.output import rows_as
from kg.errors import UsageError

KINDS = ("figure", "response", "relation", "attribution", "quantity")
FORMATS = ("jsonl", "json", "csv", "table", "markdown", "turtle", "html")
COLUMNS = {
    "figure": ("source", "text", "bound", "subject", "measure", "period", "modality", "attributed_to", "origin"),
    "response": ("source", "agent", "stance", "about"),
    "relation": ("source", "subject", "predicate", "object", "modality", "negated"),
    "attribution": ("source", "source_span", "cue", "content"),
    "quantity": ("source", "text", "value", "high", "unit", "bound"),
}
"""What a table shows; JSON has every key."""

EPILOG = """\b
Examples:
  kg extract articles/*.txt --format jsonl > rows.jsonl
  kg extract article.txt --format table
  kg extract articles/ --jobs 4 > rows.jsonl
  kg extract article.txt --attributions
  kg extract article.txt --explain
  kg extract article.txt --format html > article.html
  cat article.txt | kg extract - --format turtle"""


@click.command("extract", epilog=EPILOG)
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="How it is printed; html is a page of the articles with what was read marked, and why.",
)
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only rows of this kind; may be repeated."
)
@click.option(
    "--attributions", is_flag=True, help="Source, cue and content of every reported statement, figures or not."
)
@click.option("--quantities", is_flag=True, help="Every quantity expression, also those that state no figure.")
@click.option(
    "--explain",
    is_flag=True,
    help="For each row the rules that fired, the words each field rests on, and how often such a reading was right.",
)
@extractor_option
@jobs_option
def command(  # noqa: PLR0913 - one parameter per option
    *,
    paths: tuple[str, ...],
    form: str,
    kinds: tuple[str, ...],
    attributions: bool,
    quantities: bool,
    explain: bool,
    extractor: str,
    jobs: int,
) -> None:
    """Print what files say: figures, responses and relations, with the passage of each."""
    from kg import pipeline

    if form == "turtle" and (kinds or attributions or quantities or explain):
        raise UsageError("Turtle holds what a graph holds: choose rows (--format jsonl) with these options")
    corpus = pipeline.corpus(paths)
    wanted = {*kinds, *(["attribution"] if attributions else []), *(["quantity"] if quantities else [])}
    wanted = wanted or {"figure", "response", "relation"}
    if form == "turtle":
        click.echo(pipeline.turtle_of(corpus.documents, extractor, jobs=jobs), nl=False)
    elif form == "html":
        click.echo(pipeline.page_of(corpus.documents, extractor, wanted, jobs=jobs), nl=False)
    else:
        rows = pipeline.rows_of(corpus.documents, extractor, wanted, explain=explain, jobs=jobs)
        _print(form, rows, [k for k in KINDS if k in wanted])
    finish(corpus.problems, corpus.notes)


def _print(form: str, rows: Iterable[dict[str, Any]], kinds: list[str]) -> None:
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    listed = list(rows)
    if form == "json":
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    grouped = [[row for row in listed if row["kind"] == kind] for kind in kinds]
    if form == "csv":
        # One table, whose columns are those of all kinds: a program reads one head.
        together = list(chain.from_iterable(grouped))
        columns = tuple(dict.fromkeys(chain.from_iterable(together)))
        click.echo(rows_as(form, columns, _cells(together, columns)) if together else "", nl=False)
        return
    for kind, rows_of_kind in zip(kinds, grouped, strict=True):
        if rows_of_kind:
            click.echo(rows_as(form, COLUMNS[kind], _cells(rows_of_kind, COLUMNS[kind])))


def _cells(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> list[list[object]]:
    return [[_cell(row.get(column)) for column in columns] for row in rows]


def _cell(value: object) -> object:
    """Return a value of a row as one cell of a table."""
    if isinstance(value, dict):
        return value.get("text", json.dumps(value, ensure_ascii=False))
    if isinstance(value, list):
        return "; ".join(str(_cell(item)) for item in value)
    return value
