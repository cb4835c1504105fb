"""`kg demo`: the main job on the bundled example, and what it found."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.arguments import Progress, finish
from kg.cli.output import counted

if TYPE_CHECKING:
    from kg.query.run import Table
    from kg.store.protocol import Store

EPILOG = """\b
Examples:
  kg demo
  kg demo --into /tmp/demo
  kg query figure-drift --subject ByteDance --store demo/store"""

SUBJECT = "ByteDance"


@click.command("demo", epilog=EPILOG)
@click.option(
    "--into",
    default="demo",
    show_default=True,
    metavar="DIR",
    help="Where the store, the Turtle and the page of articles go.",
)
def command(into: str) -> None:
    """Build the bundled example and tell what it holds: figures, chains, answers, conflicts, origins."""
    from kg import outputs, pipeline, resources
    from kg.store.opening import open_store

    folder = Path(into)
    store, turtle, page = folder / "store", folder / "graph.ttl", folder / "articles.html"
    story = folder / f"{SUBJECT.lower()}.html"
    articles = resources.folder("examples") / "articles"
    built = pipeline.build([str(articles)], str(store), watch=Progress())
    pipeline.export_store(str(store), "turtle", str(turtle))
    outputs.write(page, pipeline.page_of(pipeline.corpus([str(articles)]).documents).encode())
    with open_store(str(store)) as opened:
        counts = opened.counts()
        click.echo(
            f"{counts.documents} articles, most of them on {SUBJECT}'s AI spending in 2025, "
            f"gave {counts.triples} triples."
        )
        outputs.write(story, pipeline.story_of(opened, SUBJECT).encode())
        for heading, text in _sections(opened):
            click.echo(f"\n{heading}\n{'-' * len(heading)}\n{text}", nl=False)
    click.echo(f"\n{SUBJECT}'s figures as a page: {story}\nThe articles with what was read, and why: {page}")
    click.echo(f"The graph as Turtle: {turtle}")
    click.echo(f"The store: {store}\n\nGo on:")
    for line in ("query --list", "query figure-drift --subject ByteDance", 'explain "ByteDance 12 billion"'):
        click.echo(f"  kg {line}" + ("" if line.endswith("--list") else f" --store {store}"))
    finish(built.problems, (), 0)


def _sections(store: "Store") -> list[tuple[str, str]]:
    """Return the headings and texts of what the demo shows."""
    return [
        (
            "Who reported which figure, via whom, resting on whom",
            _figures(_ask(store, "figure-sources", subject=SUBJECT)),
        ),
        ("Who answered what", _answers(_ask(store, "responses"))),
        ("Which figures conflict", _conflicts(_ask(store, "figure-conflicts"))),
        ("How many independent origins", _origins(_ask(store, "independent-origins", subject=SUBJECT))),
        (
            "What rests on one report's unnamed people",
            _anonymous(_ask(store, "single-anonymous-source", subject=SUBJECT)),
        ),
    ]


def _ask(store: "Store", name: str, **given: str) -> "Table":
    from kg.query import run
    from kg.query.catalogue import catalogue, named

    return run.ask(store, named(name, catalogue()), given)


def _dicts(table: "Table") -> list[dict[str, str]]:
    return [{key: cell or "" for key, cell in zip(table.columns, row, strict=True)} for row in table.rows]


def _figures(table: "Table") -> str:
    """Return the money figures by measure, one line each: figure, period, chain, date."""
    lines: list[str] = []
    measure = None
    for row in _dicts(table):
        if not any(sign in row["figure"] for sign in ("$", "yuan", "Rmb", "RMB", "MYR")):
            continue
        if row["measure"] != measure:
            measure = row["measure"]
            lines.append(f"{row['subject']}, {measure}")
        period = f" for {row['period']}" if row["period"] else ""
        lines.append(f"  {row['figure']}{period}: {row['via'] or 'not told by whom'} ({row['date'] or 'undated'})")
    return _text(lines)


def _answers(table: "Table") -> str:
    """Return the answers, each once: one that answers several things has several rows."""
    lines = [
        f"  {row['responder']} {row['stance'].replace('_', ' ')} ({row['via'] or 'outlet unknown'}): {row['quote']}"
        for row in _dicts(table)
    ]
    return _text(list(dict.fromkeys(lines)))


def _conflicts(table: "Table") -> str:
    lines = []
    for row in _dicts(table):
        question = f"{row['subject']}, {row['measure']}, {row['period'] or 'no period'}"
        sides = f"{row['figure_a']} ({row['outlet_a']}) against {row['figure_b']} ({row['outlet_b']})"
        lines.append(f"  {question}: {sides}, {row['strength']}")
    return _text(lines)


def _origins(table: "Table") -> str:
    rows = [row for row in _dicts(table) if int(row["articles"]) > 1]
    return _text(
        [
            f"  {row['measure']}{' ' + row['period'] if row['period'] else ''}: "
            f"{counted(int(row['articles']), 'article')}, {counted(int(row['origins']), 'origin')}"
            for row in rows
        ]
    )


def _anonymous(table: "Table") -> str:
    return _text(
        [
            f"  {row['measure']} {row['first_figure']}: {row['source']}, in {row['origin_outlet']}; "
            f"{counted(int(row['articles']), 'article')}"
            for row in _dicts(table)
        ]
    )


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines) or "  none\n"
