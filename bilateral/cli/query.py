"""``bilateral query``: ask in Cypher."""

import math

import click

from bilateral.cli.common import Settings, warn, width
from ontology.errors import QueryError


@click.command(
    short_help="Ask in Cypher, or run a saved query.",
    epilog="Example: bilateral query \"MATCH (a:State)-[r:SANCTIONS]->(b:State {code:'PAK'}) "
    'RETURN a.name, r.year, r.quote"',
)
@click.argument("cypher", metavar="CYPHER|NAME")
@click.option("-p", "params", multiple=True, metavar="name=value", help="A parameter, as $name.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv", "markdown"]),
    default="table",
    show_default=True,
)
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True, help="Most rows.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    default=30.0,
    show_default=True,
    help="Seconds that the query may take.",
)
@click.option("--uri", help="Ask a Neo4j (bolt://...) that was synced, not the embedded copy.")
@click.pass_obj
def query(
    settings: Settings,
    cypher: str,
    params: tuple[str, ...],
    form: str,
    limit: int,
    timeout: float,
    uri: str | None,
) -> None:
    """Run a Cypher query, or a saved query by its name (see `bilateral queries`).

    Queries only read. One relationship is one claim, its type the relation in capitals:
    (a:State)-[r:SANCTIONS {modality, since, year, quote, url, document, ...}]->(b:State).
    """
    from queries.answer import FORMATS, render

    if math.isnan(timeout):
        raise click.UsageError("--timeout takes a number of seconds")

    answer = settings.graph().ask(
        cypher, dict(map(_param, params)), limit=limit, timeout=timeout, uri=uri
    )
    shape = next(known for known in FORMATS if known == form)
    if answer.rows or form != "table":
        click.echo(render(answer.columns, answer.rows, shape, width()), nl=False)
    if not answer.rows:
        warn(f"no rows; {answer.hint or 'nothing in this graph matches'}")
    if answer.truncated:
        warn(f"only the first {limit:,} rows; raise it with --limit")


def _param(pair: str) -> tuple[str, object]:
    name, equals, value = pair.partition("=")
    if not equals or not name.strip().isidentifier():
        raise QueryError(f"-p {pair!r} is no parameter; write -p code=PAK")
    return name.strip(), _value(value)


def _value(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return {"true": True, "false": False, "null": None}.get(text, text)
