"""``bilateral retract``: withdraw a claim or a document."""

import click

from bilateral.cli.common import Settings, claim_line, count


@click.command(
    short_help="Withdraw a claim or a document, with the reason.",
    epilog='Example: bilateral retract 9f3a12 --why "the ministry corrected it"',
)
@click.argument("ident", metavar="ID")
@click.option("--why", required=True, help="The reason; it is kept with the claim.")
@click.pass_obj
def retract(settings: Settings, ident: str, why: str) -> None:
    """Withdraw a claim or a whole document; ID may be the beginning of a claim's id.

    Nothing is deleted: the claim stays in the folder with its reason, and leaves every copy.
    """
    record = settings.graph().retract(ident, why)
    claim = next((c for c in record.claims if c.id.startswith(ident)), None)
    if claim and not record.document.retracted:
        click.echo(f"retracted {claim.id}  {claim_line(claim)}")
    else:
        with_it = count(len(record.claims), "claim")
        click.echo(f"retracted {record.document.id}: {with_it} with it")
