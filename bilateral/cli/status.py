"""``bilateral status``: what the graph holds, and which copies follow it."""

import click

from bilateral.cli.common import Settings, warn


@click.command(
    short_help="What the graph holds; which copies are in step.", epilog="Example: bilateral status"
)
@click.pass_obj
def status(settings: Settings) -> None:
    """Print documents, claims, actors, and whether the Cypher copies are in step."""
    found = settings.graph().status()
    for name, value in found.rows():
        click.echo(f"{name + ':':12} {value}")
    for line in found.warnings:
        warn(line)
