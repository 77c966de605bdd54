"""``bilateral export``: the graph as one file."""

import click

from bilateral.cli.common import Settings, count


@click.command(
    short_help="Write a page (.html), RDF, a table or GraphML.",
    epilog="Example: bilateral export relations.html --state PAK --state IND",
)
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--state", "states", multiple=True, help="Only claims with this actor (repeatable).")
@click.option("--relation", "relations", multiple=True, help="Only this relation (repeatable).")
@click.option("--since", help="Only claims of this date or later.")
@click.option("--until", help="Only claims of this date or earlier.")
@click.option("--query", "cypher", help="Only the relationships that this query returns.")
@click.option("--title", help="Title of the page.")
@click.pass_obj
def export(
    settings: Settings,
    file: str,
    states: tuple[str, ...],
    relations: tuple[str, ...],
    since: str | None,
    until: str | None,
    cypher: str | None,
    title: str | None,
) -> None:
    """Write the graph to FILE; its ending says how.

    .html is an interactive page that works offline; .ttl .trig .nq .jsonld are RDF; .csv and
    .jsonl are tables of claims; .graphml opens in Gephi, R and yEd.
    """
    number = settings.graph().export(
        file,
        states=states,
        relations=relations,
        since=since,
        until=until,
        query=cypher,
        title=title,
    )
    click.echo(f"wrote {file}: {count(number, 'claim')}")
