"""Rows to people and machines: table, csv, json, jsonl, markdown."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

import click

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
FORMATS = ("table", "csv", "json", "jsonl", "markdown")

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How rows are printed.",
)

sentences_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="How to print it.",
)
"""What findings that are told in sentences are printed as."""


def rows_as(form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the rows in one of FORMATS, with a final newline unless there is nothing to print."""
    listed = [tuple("" if cell is None and form not in ("json", "jsonl") else cell for cell in row) for row in rows]
    if form == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(listed)
        return buffer.getvalue()
    if form in ("json", "jsonl"):
        objects = [dict(zip(columns, row, strict=True)) for row in listed]
        if form == "json":
            return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
        return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)
    return _table(form, columns, listed)


def _table(form: str, columns: Sequence[str], rows: list[tuple[object, ...]]) -> str:
    from tabulate import tabulate

    if not rows and form == "table":
        return "no rows\n"
    cells = [[_cell(cell, markdown=form == "markdown") for cell in row] for row in rows]
    style = "github" if form == "markdown" else "simple"
    return tabulate(cells, headers=columns, tablefmt=style, disable_numparse=True) + "\n"


def _cell(value: object, *, markdown: bool) -> str:
    """Return a cell on one line; control characters of hostile input do not reach the terminal."""
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return text.replace("|", "\\|") if markdown else text


def one_line(text: str) -> str:
    """Return a message on one line; what names hold beside signs that can be seen stands in it as an escape."""
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def readable(text: str) -> str:
    """Return text for people with line ends and tabs, and other control characters as escapes: no terminal obeys it."""
    return _CONTROLS.sub(lambda found: _escaped(found[0]), text)


def _escaped(char: str) -> str:
    return char if unicodedata.category(char) == "Zs" else char.encode("unicode_escape").decode()


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
