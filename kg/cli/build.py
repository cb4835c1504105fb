"""`kg build`: files into a store."""

from typing import TYPE_CHECKING

import click

from kg.cli.arguments import WORDS, Progress, extractor_option, finish, jobs_option, paths_argument, store_option
from kg.cli.output import counted, one_line

if TYPE_CHECKING:
    from kg.pipeline import Built

EPILOG = """\b
Examples:
  kg build articles/ --store graph
  kg build new.txt feed.jsonl page.html --store graph
  kg build archive/ --store graph --jobs 4
  cat article.txt | kg build - --store graph
Running it again on the same files changes nothing; a changed file replaces only its own documents."""


@click.command("build", epilog=EPILOG)
@paths_argument
@store_option(text="Folder of the store; made where there is none.")
@click.option(
    "--base", type=WORDS, default=None, metavar="IRI", help="Base of the data's IRIs in a new store; ends in '/'."
)
@click.option("--refresh", is_flag=True, help="Read every file again, also those that did not change.")
@click.option("--statements", is_flag=True, help="Keep attributed statements without a figure too, as their words.")
@click.option("--verbose", is_flag=True, help="Name every document, and what could not be told in it.")
@extractor_option
@jobs_option
def command(  # noqa: PLR0913 - one parameter per option
    *,
    paths: tuple[str, ...],
    store: str,
    base: str | None,
    refresh: bool,
    statements: bool,
    verbose: bool,
    extractor: str,
    jobs: int,
) -> None:
    """Read news files into a store: extract, check, commit, link, and say what was done."""
    from kg import pipeline
    from kg.store.allocator import one_heap

    one_heap()
    built = pipeline.build(
        paths,
        store,
        using=extractor,
        base=base,
        refresh=refresh,
        statements=statements,
        jobs=jobs,
        watch=Progress(),
    )
    click.echo(summary(built, store, verbose=verbose), nl=False)
    status = 1 if built.quarantined else 0
    finish(built.problems, built.notes, status)


def summary(built: "Built", store: str, *, verbose: bool) -> str:
    """Return what a build did, in lines."""
    added = counted(len(built.added), "document")
    lines = [f"{store}: {added} added, {len(built.unchanged)} unchanged, {len(built.removed)} removed"]
    if built.quarantined:
        lines.append(f"{counted(len(built.quarantined), 'document')} kept out, triples that break the shapes:")
        lines += [f"  {place}: {reason}" for place, reasons in built.quarantined for reason in reasons]
    told = ", ".join(counted(count, what.removesuffix("s")) for what, count in built.counts.items())
    lines.append(f"the store holds {told}")
    if built.remarks:
        hint = "" if verbose else " (--verbose lists them)"
        lines.append(f"{counted(len(built.remarks), 'place')} could not be told whole{hint}")
    if verbose:
        lines += [f"  added {place}" for place in built.added]
        lines += [f"  removed {place}" for place in built.removed]
        lines += [f"  {remark}" for remark in built.remarks]
    return "\n".join(map(one_line, lines)) + "\n"
