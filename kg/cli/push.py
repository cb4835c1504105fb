"""`kg push`: a store's graphs to a graph database."""

import click

from kg.cli.arguments import WORDS, Progress, store_option

EPILOG = """\b
Examples:
  kg push http://localhost:7878 --store graph
  kg push http://localhost:3030/news --store graph --dry-run
  KG_STORE_USER=dba KG_STORE_PASSWORD=... kg push http://localhost:8890/sparql --store graph
Logins: KG_STORE_USER and KG_STORE_PASSWORD (basic or digest), KG_STORE_TOKEN (bearer), or a netrc file.
A push that was cut short is finished by the next one."""


@click.command("push", epilog=EPILOG)
@click.argument("url", type=WORDS)
@store_option(text="Folder of the store.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be sent and removed.")
@click.option("--all", "everything", is_flag=True, help="Send every graph, also those that did not change.")
def command(*, url: str, store: str, dry_run: bool, everything: bool) -> None:
    """Send the graphs of a store that changed to the SPARQL 1.1 server at URL, and remove those that are gone.

    Each document is a graph of its own on the server, in its old or its new state. Graphs that no push has sent are
    left alone. Afterwards the server's counts are compared with the store's.
    """
    from kg.export import push
    from kg.store.opening import open_store
    from kg.store.remote import RemoteStore

    with open_store(store) as source, RemoteStore(url, source.base, writable=not dry_run) as target:
        todo = push.plan(source, target, everything=everything)
        if todo.resumes:
            click.echo("an earlier push was cut short; this one finishes it", err=True)
        if dry_run:
            click.echo("".join(f"send {name}\n" for name in todo.send), nl=False)
            click.echo("".join(f"remove {name}\n" for name in todo.remove), nl=False)
        else:
            push.push(source, target, todo, Progress())
    done = "would be " if dry_run else ""
    triples = sum(held.triples for held in todo.contents.values())
    click.echo(
        f"{url}: {len(todo.send)} graphs {done}sent, {len(todo.remove)} {done}removed, {len(todo.unchanged)} unchanged "
        f"({triples} triples in {len(todo.contents)} graphs)"
    )
