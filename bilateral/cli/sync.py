"""``bilateral sync``: to Neo4j."""

import sys

import click

from bilateral.cli.common import Settings, count
from ontology.errors import TargetError


@click.command(
    short_help="Bring a Neo4j in step, incrementally.",
    epilog="Example: NEO4J_PASSWORD=... bilateral sync bolt://localhost:7687 --user neo4j",
)
@click.argument("uri", required=False, envvar="NEO4J_URI")
@click.option("--user", envvar="NEO4J_USERNAME", default="neo4j", show_default=True)
@click.option("--password", envvar="NEO4J_PASSWORD", help="Better given as $NEO4J_PASSWORD.")
@click.option("--database", envvar="NEO4J_DATABASE", help="Database; else the user's default.")
@click.option("--dry-run", is_flag=True, help="Tell what would be written.")
@click.pass_obj
def sync(
    settings: Settings,
    uri: str | None,
    user: str,
    password: str | None,
    database: str | None,
    dry_run: bool,
) -> None:
    """Bring a Neo4j in step with the folder; only documents that differ are written.

    It can be stopped anywhere and run again. Other data in the database stays untouched.
    """
    if not uri:
        raise TargetError("which server? give an address such as bolt://localhost:7687")
    from graph.neo4j import checked

    checked(uri)
    with click.progressbar(
        length=1, label="Syncing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        report = settings.graph().sync(
            uri, user, password, database=database, dry_run=dry_run, progress=progress
        )
    verb = "would write" if dry_run else "wrote"
    click.echo(
        f"{uri}: {verb} {count(report.documents_written, 'document')} with "
        f"{count(report.claims_written, 'claim')}, removed {report.documents_removed}, "
        f"{report.unchanged} unchanged"
    )
