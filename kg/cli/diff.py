"""`kg diff`: what changed between two stores, or since a day."""

from contextlib import ExitStack

import click

from kg.cli.output import readable, sentences_option
from kg.errors import UsageError

EPILOG = """\b
Examples:
  kg diff yesterday today
  kg diff graph --since 2025-01-23
  kg diff main-store branch-store --format markdown > comment.md
  kg diff yesterday today --fail-on conflict-opened --fail-on denial-added
Exit code: 0 whatever changed; 1 where something of a kind named with --fail-on did.
Kinds: article-added, article-edited, article-removed, conflict-opened, conflict-resolved, denial-added, answer-added,
answer-removed, figure-changed, figure-drifted, origin-added, origin-removed, claim-added, claim-repeated,
claim-removed; any stands for all."""


@click.command("diff", epilog=EPILOG)
@click.argument("before", metavar="STORE_A")
@click.argument("after", metavar="[STORE_B]", required=False)
@click.option(
    "--since", metavar="DATE", default=None, help="Compare STORE_A with itself without articles from this day on."
)
@sentences_option
@click.option(
    "--fail-on",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Exit with 1 if something of this kind changed; repeatable.",
)
def command(before: str, after: str | None, since: str | None, form: str, kinds: tuple[str, ...]) -> None:
    """Tell in sentences what changed: claims, figures, origins, denials, conflicts. The same stores, the same words."""
    from kg.analysis import watch
    from kg.pipeline.comparing import compare, compare_since
    from kg.store.opening import open_store

    if (after is None) == (since is None):
        raise UsageError("give two stores, or one and --since DATE")
    unknown = [kind for kind in kinds if kind not in (*watch.KINDS, "any")]
    if unknown:
        raise UsageError(f"no kind of change '{unknown[0]}': there are any, {', '.join(watch.KINDS)}")
    with ExitStack() as stack:
        first = stack.enter_context(open_store(before))
        found = compare_since(first, since) if since else compare(first, stack.enter_context(open_store(str(after))))
    click.echo(readable(watch.WRITING.written(form, found, "changes")), nl=False)
    if any("any" in kinds or one.kind in kinds for one in found):
        raise click.exceptions.Exit(1)
