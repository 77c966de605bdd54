"""``bilateral queries``: the saved queries."""

import click

from bilateral.cli.common import width


@click.command(
    short_help="List the saved queries.", epilog="Example: bilateral query sanctions -p code=PAK"
)
def queries() -> None:
    """List the saved queries with their parameters."""
    from queries.answer import render
    from queries.saved import saved_queries

    rows = [(q.name, q.title, ", ".join(q.parameters)) for q in saved_queries().values()]
    click.echo(render(["name", "what it answers", "parameters"], rows, "table", width()), nl=False)
