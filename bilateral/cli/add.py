"""``bilateral add``: one claim by hand."""

import click

from bilateral.cli.common import Settings, claim_line, warn


@click.command(
    short_help="Add one claim by hand.",
    epilog='Example: bilateral add PAK sanctions IND --since 2024 --quote "Pakistan bars Indian '
    'goods" --source https://example.org/article',
)
@click.argument("subject")
@click.argument("relation", metavar="REL")
@click.argument("obj", metavar="OBJ")
@click.option("--quote", default="", help="The words that say so, copied exactly.")
@click.option("--source", help="Address, file or document id that the words come from.")
@click.option("--since", help="When it happened or began: 2024, 2024-05 or 2024-05-17.")
@click.option("--until", help="When it ended.")
@click.option(
    "--modality",
    type=click.Choice(["actual", "possible", "denied"]),
    default="actual",
    show_default=True,
)
@click.option("--speaker", help="Who is reported as saying it.")
@click.option("--dry-run", is_flag=True, help="Check it, but store nothing.")
@click.pass_obj
def add(
    settings: Settings,
    subject: str,
    relation: str,
    obj: str,
    quote: str,
    source: str | None,
    since: str | None,
    until: str | None,
    modality: str,
    speaker: str | None,
    dry_run: bool,
) -> None:
    """Add one claim by hand; SUBJ and OBJ are codes or names, REL a relation.

    Codes, relation, dates and, where the source is a text at hand, the quote are checked. A
    claim should have its quote and its source: without them nobody can verify it.
    """
    graph = settings.graph(create=True)
    claim, stored = graph.add(
        subject,
        relation,
        obj,
        quote=quote,
        source=source,
        since=since,
        until=until,
        modality=modality,
        speaker=speaker,
        dry_run=dry_run,
    )
    if not quote or not source:
        missing = " and ".join(n for n, v in (("--quote", quote), ("--source", source)) if not v)
        warn(f"this claim cites nothing; give it {missing}")
    state = "would add" if dry_run else "added" if stored else "already there:"
    click.echo(f"{state} {claim.id}  {claim_line(claim)}")
