"""`kg names`: things that only texts know, and which of them are likely the same."""

from typing import TYPE_CHECKING

import click

from kg.cli.arguments import WORDS, finish, jobs_option, store_option
from kg.cli.output import counted, format_option, readable, rows_as
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.analysis.alike import Alike
    from kg.analysis.unregistered import Unregistered
    from kg.pipeline.naming import Listing

EPILOG = """\b
Examples:
  kg names articles/
  kg names --class Company --least 3 --store graph --format csv > missing.csv
  kg names --alike --store graph
  kg names --alike --turtle --store graph > mine.ttl
  kg --vocabulary mine.ttl names --turtle --store graph > more.ttl
A thing that the registry lacks has its class in its id (organization/kestrin); the registry's have a slug (bytedance).
--alike compares names within a broad class (bodies, persons, products, places, rules), and lists what has the same name
in another one. Each pair is a suggestion, those on which most passages hang first; kg merges nothing by itself.
--turtle writes them as docs/vocabulary.md has them, with what they rest on as comments. Look through it before use,
and begin with --alike: names that a vocabulary has got are listed no more.
What is described rather than named ("Chinese chipmakers") is only counted, unless --all asks for it.
Exit code: 0 whatever is found; 2 where a file could not be read."""

_SHOWN = 120
"""Characters of a quote that a table shows; what machines read has all of it."""
_TOLD = ("documents", "mentions", "figures", "quote", "paths")


@click.command("names", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@store_option(text="The store, where no files are given: a folder, or a SPARQL endpoint's address.")
@format_option
@click.option("--alike", "pairs", is_flag=True, help="Pairs that are likely the same, instead of all things.")
@click.option("--turtle", is_flag=True, help="As entries of a vocabulary, to look through and then use.")
@click.option("--class", "kinds", type=WORDS, multiple=True, metavar="CLASS", help="Only things of it; repeatable.")
@click.option(
    "--least",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="Only things that so many documents name.",
)
@click.option("--all", "everything", is_flag=True, help="Also what is described, and what is known by now.")
@jobs_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter per option
    context: click.Context,
    *,
    paths: tuple[str, ...],
    store: str,
    form: str,
    pairs: bool,
    turtle: bool,
    kinds: tuple[str, ...],
    least: int,
    everything: bool,
    jobs: int,
) -> None:
    """List names in files or in a store that the registry lacks, or those that likely mean the same as another."""
    from kg import pipeline
    from kg.pipeline import naming
    from kg.store.opening import open_store

    given = {name for name in ("store", "form") if context.get_parameter_source(name) is _GIVEN}
    if turtle and "form" in given:
        raise UsageError("--turtle is a format of its own: leave out --format")
    if paths and "store" in given:
        raise UsageError("names are looked for in files or in a store: give paths, or --store")
    made = pipeline.build_in_memory(paths, jobs=jobs) if paths else None
    with made[0] if made else open_store(store) as opened:
        listing = naming.unknown_names(opened, kinds, least, everything=everything)
        alike = naming.alike_names(opened, listing) if pairs else None
    if turtle:
        click.echo(readable(naming.vocabulary_of(listing, alike)), nl=False)
    else:
        click.echo(_things(form, listing.things) if alike is None else _pairs(form, alike), nl=False)
    for line in _left_out(listing) if alike is None else ():
        click.echo(line, err=True)
    if made:
        finish(made[1].problems, made[1].notes)


_GIVEN = click.core.ParameterSource.COMMANDLINE


def _left_out(listing: "Listing") -> list[str]:
    """Return what was not listed, in lines."""
    said = []
    if listing.described:
        said.append(f"{counted(listing.described, 'thing')} described rather than named (--all lists them)")
    if listing.known:
        names = counted(listing.known, "name")
        said.append(f"{names} known by now: build with --refresh to link what they name (--all lists them)")
    return said


def _things(form: str, found: "Sequence[Unregistered]") -> str:
    rows = [(one.thing.name, one.thing.kind, one.thing.id, *_told(form, one)) for one in found]
    return rows_as(form, ("name", "class", "id", *_TOLD), rows)


def _pairs(form: str, found: "Sequence[Alike]") -> str:
    rows = [
        (
            *(pair.one.thing.name, pair.one.thing.kind, pair.one.thing.id),
            *(pair.other.name, pair.other.kind, pair.other.id),
            *(round(pair.score, 2) if form.startswith("json") else f"{pair.score:.2f}", pair.why),
            *_told(form, pair.one),
        )
        for pair in found
    ]
    return rows_as(form, ("name", "class", "id", "likely", "its_class", "its_id", "score", "why", *_TOLD), rows)


def _told(form: str, one: "Unregistered") -> tuple[object, ...]:
    quote, articles = one.quote, list(one.documents)
    listed: object = articles if form.startswith("json") else "; ".join(articles)
    if form in ("table", "markdown"):
        quote = quote if len(quote) <= _SHOWN else quote[:_SHOWN].rstrip() + "…"
        listed = articles[0] + (f" and {len(articles) - 1} more" if len(articles) > 1 else "") if articles else ""
    return len(articles), one.mentions, one.figures, quote, listed
