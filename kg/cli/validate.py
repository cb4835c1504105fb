"""`kg validate`: Turtle against the shapes, alone or as a change of what is there."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import outputs
from kg.cli.arguments import Progress, pairs
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import Checks
    from kg.validate import Report

FORMATS = ("text", "github", "sarif", "junit", "json", "turtle")
SEVERITIES = ("violation", "warning", "info")

EPILOG = """\b
Examples:
  kg validate graph.ttl
  kg validate new.ttl --against graph --remove old.ttl
  kg validate graph/ --texts articles --fail-on warning
  kg validate new.ttl --against graph --output-format github
  kg validate --store graph --output-format sarif > kg.sarif
  kg validate new.ttl --against graph --output-format github --report sarif=kg.sarif --report junit=kg.xml
Exit codes: 0 nothing as bad as --fail-on, 1 findings, 2 could not run (missing file, broken Turtle)."""


@click.command("validate", epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--store", default=None, metavar="DIR", help="Check a whole store instead of files.")
@click.option(
    "--against",
    default=None,
    metavar="BASE",
    help="What the files are added to: a store, an endpoint, a folder of RDF.",
)
@click.option(
    "--remove", multiple=True, metavar="FILE", help="RDF file with triples that the change takes away; may be repeated."
)
@click.option("--shapes", multiple=True, metavar="FILE", help="Shapes of your own instead of kg's; may be repeated.")
@click.option(
    "--texts", default=None, metavar="DIR", help="Folder of the articles, so that quotes are checked verbatim."
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="violation",
    show_default=True,
    help="The least severity that fails.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found; 2 still says that it could not run.")
@click.option("--baseline", default=None, metavar="FILE", help="Fingerprints of old findings, which are left out.")
@click.option("--write-baseline", default=None, metavar="FILE", help="Write the fingerprints of what is found now.")
@click.option(
    "--output-format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Form of the report."
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORM=FILE",
    help="Write the report to a file as well, in a form of its own; may be repeated.",
)
@click.option(
    "--engine",
    type=click.Choice(("shifty", "pyshacl")),
    default="shifty",
    show_default=True,
    help="SHACL engine; pyshacl is the reference.",
)
def command(  # noqa: PLR0913 - one parameter per option
    *,
    files: tuple[str, ...],
    store: str | None,
    against: str | None,
    remove: tuple[str, ...],
    shapes: tuple[str, ...],
    texts: str | None,
    fail_on: str,
    exit_zero: bool,
    baseline: str | None,
    write_baseline: str | None,
    form: str,
    reports: tuple[str, ...],
    engine: str,
) -> None:
    """Check RDF files against kg's shapes: structure, rules for figures and chains, quotes, IRIs, terms."""
    from kg.pipeline import Checks
    from kg.validate import Severity, formats
    from kg.validate import baseline as known

    wanted = _wanted(reports)
    old = known.read(Path(baseline)) if baseline is not None else frozenset()
    checks = Checks(tuple(map(Path, shapes)), texts, Severity[fail_on.upper()], engine, Progress())
    report = _report([Path(file) for file in files], store, against, [Path(file) for file in remove], checks)
    if write_baseline is not None:
        known.write(report, Path(write_baseline))
    report = known.without(report, old)
    for its, target in wanted.items():
        outputs.write(target, formats.written(report, its).encode(errors="replace"))
    click.echo(formats.written(report, form).encode(errors="replace"), nl=False)
    raise click.exceptions.Exit(0 if exit_zero else report.status)


def _wanted(reports: tuple[str, ...]) -> dict[str, str]:
    """Return the files to write by form. Raises UsageError for an unknown form."""
    wanted = pairs(reports, "FORM=FILE")
    for form in wanted:
        if form not in FORMATS:
            raise UsageError(f"no report format '{form}': there are {', '.join(FORMATS)}")
    return wanted


def _report(
    files: list[Path], store: str | None, against: str | None, removed: list[Path], checks: "Checks"
) -> "Report":
    """Run what the arguments ask for. Raises UsageError where they do not fit together."""
    from kg import pipeline

    if store is not None:
        if files or against or removed:
            raise UsageError("--store checks a whole store: give no files, --against or --remove with it")
        return pipeline.check_store(store, checks)
    if not files and not removed:
        raise UsageError("name the RDF files to check, or a store with --store")
    if against is None:
        if removed:
            raise UsageError("--remove takes triples from a base: name it with --against")
        return pipeline.check_files(files, checks)
    return pipeline.check_change(files, against, removed, checks)
