"""``bilateral check``: SHACL and integrity of the folder."""

import sys

import click

from bilateral.cli.common import Settings, count


@click.command(
    short_help="Check every file: rules, ids, SHACL.",
    epilog="Example: bilateral --graph relations check",
)
@click.pass_obj
def check(settings: Settings) -> None:
    """Check every file of the folder: readable, ids in step, ontology's rules, SHACL shapes."""
    graph = settings.graph()
    documents = claims = wrong = 0
    names = graph.folder.names()
    hidden = len(names) < 20 or not sys.stderr.isatty()
    with click.progressbar(
        graph.check(), length=len(names), label="Checking", file=sys.stderr, hidden=hidden
    ) as results:
        for result in results:
            documents += 1
            claims += result.claims
            wrong += len(result.problems)
            for line in result.problems:
                click.echo(line)
    click.echo(f"{count(documents, 'document')}, {count(claims, 'claim')}: ", nl=False)
    click.echo(f"{count(wrong, 'problem')}" if wrong else "sound")
    if wrong:
        sys.exit(1)
