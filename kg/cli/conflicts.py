"""`kg conflicts`: which figures contradict each other, and which only seem to."""

from decimal import Decimal, InvalidOperation

import click

from kg.cli.arguments import WORDS, store_option
from kg.cli.output import readable, sentences_option
from kg.errors import UsageError

EPILOG = """\b
Examples:
  kg conflicts --store graph
  kg conflicts --subject ByteDance --store graph --format markdown
  kg conflicts --store graph --fail-on conflict-hard --fail-on credited-wrongly
Figures conflict where subject, measure, scope, period and mode agree and what their wording allows does not overlap;
changes ("up 16%") also have to be counted from the same period. Each question is told once, with who says what first.
Plans and estimates told more than 45 days apart are revisions, and running totals of different days as well.
Estimates of one time that differ stand apart: neither forecaster says what is.
Amounts in different currencies are compared at the rate that an article states nearest in time, else not at all.
Exit code: 0 whatever is found; 1 where something of a kind named with --fail-on is.
Kinds: conflict-hard, conflict-soft, estimates-differ, revised, parts-exceed-whole, rate-differs, credited-wrongly,
no-conflict; any stands for all but estimates-differ, revised and no-conflict. Of the last only their number is told,
unless --all asks for them."""

_ANY, _SEEMS = "any", "no-conflict"
_DIGITS = 30
"""Most digits before or behind the point: `1e999999999` is no share, and no number can be multiplied by it."""


@click.command("conflicts", epilog=EPILOG)
@store_option()
@click.option(
    "--subject", type=WORDS, metavar="NAME", default=None, help="Only figures about this: a name, a slug or an IRI."
)
@click.option(
    "--slack", metavar="SHARE", default="0.25", show_default=True, help="How far an open bound reaches past its value."
)
@click.option("--all", "everything", is_flag=True, help="Also pairs that only look like a conflict, with why.")
@sentences_option
@click.option(
    "--fail-on",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Exit with 1 if something of this kind is; repeatable.",
)
def command(  # noqa: PLR0913 - one parameter per option
    store: str, subject: str | None, slack: str, *, everything: bool, form: str, kinds: tuple[str, ...]
) -> None:
    """Tell in sentences which figures contradict each other, which only seem to and why, and what does not add up."""
    from kg.analysis.contradictions import SEEMING, WRITING
    from kg.pipeline.comparing import contradicting
    from kg.store.opening import open_store

    unknown = [kind for kind in kinds if kind not in (*WRITING.headings, _ANY)]
    if unknown:
        raise UsageError(f"no kind of finding '{unknown[0]}': there are {_ANY}, {', '.join(WRITING.headings)}")
    with open_store(store) as opened:
        found = contradicting(opened, subject, _share(slack))
    told = [one for one in found if everything or one.kind != _SEEMS]
    click.echo(readable(WRITING.written(form, told, "findings")), nl=False)
    if len(told) < len(found):
        click.echo(f"{len(found) - len(told)} pairs look like conflicts and are none (--all lists them)", err=True)
    failing = {*kinds, *(kind for kind in WRITING.headings if _ANY in kinds and kind not in SEEMING)}
    if any(one.kind in failing for one in found):
        raise click.exceptions.Exit(1)


def _share(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal(-1)
    if not (value.is_finite() and value >= 0 and abs(value.adjusted()) <= _DIGITS):
        raise UsageError(f"--slack '{text}' is no share: write 0.25, or 0 for none")
    return value
