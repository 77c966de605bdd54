"""``bilateral show``: a claim, a document or an actor, with everything that is known of it."""

import click

from bilateral.cli.common import Settings, width


@click.command(
    short_help="All that is known of a claim, a document or an actor.",
    epilog="Example: bilateral show PAK",
)
@click.argument("ident", metavar="ID|CODE|NAME")
@click.pass_obj
def show(settings: Settings, ident: str) -> None:
    """Show a claim (by the beginning of its id), a document, or an actor (code or name)."""
    from bilateral.describe import describe
    from bilateral.graph import exists
    from queries.answer import render

    graph = settings.graph() if exists(settings.folder) else None
    for part in describe(ident, graph):
        if part.title:
            click.echo(part.title)
        for name, value in part.fields.items():
            click.echo(f"  {name + ':':13} {value}")
        if part.rows:
            click.echo(render(part.columns, part.rows, "table", width()), nl=False)
