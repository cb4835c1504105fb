"""`kg explain`: where a figure comes from."""

import click

from kg.cli.arguments import WORDS, store_option
from kg.cli.output import readable
from kg.errors import UsageError

EPILOG = """\b
Examples:
  kg explain "ByteDance 12 billion" --store graph
  kg explain "$12bn" --store graph --format markdown
  kg explain "Intel yield 2025" --store graph -o yield.svg
  kg explain https://w3id.org/kg-news/id/claim/0123456789abcdef --store graph --format json
Years count as words: they name periods. A line number counts in the article, not in a page of several."""

FORMATS = ("text", "json", "markdown", "mermaid", "dot")


@click.command("explain", epilog=EPILOG)
@click.argument("words", type=WORDS, nargs=-1, required=True, metavar="FIGURE|CLAIM|TEXT")
@store_option()
@click.option("--format", "form", type=click.Choice(FORMATS), default=None, help="How it is printed; text without it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    default=None,
    help="Draw it into this file instead: .svg, or .png (needs the extra 'pictures').",
)
def command(words: tuple[str, ...], store: str, form: str | None, output: str | None) -> None:
    """Show where a figure comes from: who states it, through whom, what changed, who denies it, how many origins."""
    from kg.pipeline.explaining import draw_explanation, explain_store
    from kg.store.opening import open_store

    if form is not None and output is not None:
        raise UsageError("--format and -o do not go together: -o draws a picture, --format prints")
    text = " ".join(words)
    with open_store(store) as opened:
        if output is None:
            click.echo(readable(explain_store(opened, text, form or "text")), nl=False)
            return
        draw_explanation(opened, text, output)
    click.echo(f"wrote {output}", err=True)
