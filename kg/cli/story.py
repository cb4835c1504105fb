"""`kg story`: one page about a subject."""

import click

from kg.cli.arguments import WORDS, store_option

EPILOG = """\b
Examples:
  kg story ByteDance --store graph > bytedance.html
  kg story "OpenAI" --store graph -o openai.html
  kg story https://w3id.org/kg-news/id/intel --store http://localhost:7878/query -o intel.html
The page needs no network and no script. Figures that measure the same thing (in measure, scope, period and mode)
stand together, those that most articles tell of first. Printed, it shows what is open."""


@click.command("story", epilog=EPILOG)
@click.argument("words", type=WORDS, nargs=-1, required=True, metavar="SUBJECT")
@store_option()
@click.option("-o", "--output", type=click.Path(dir_okay=False), default=None, help="Write the page to this file.")
def command(words: tuple[str, ...], store: str, output: str | None) -> None:
    """Show a subject's figures as a page: who says what, from whom they have it, what contradicts it, who answered."""
    from kg import outputs
    from kg.pipeline.explaining import story_of
    from kg.store.opening import open_store

    with open_store(store) as opened:
        page = story_of(opened, " ".join(words))
    if output is None:
        click.echo(page, nl=False)
        return
    outputs.write(output, page.encode())
    click.echo(f"wrote {output}", err=True)
