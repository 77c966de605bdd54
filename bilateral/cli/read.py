"""``bilateral read``: claims in a text, stored nowhere."""

import json
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from bilateral.cli.common import Share, warn, width
from ontology.errors import SourceError

if TYPE_CHECKING:
    from loaders.load import Loaded
    from ontology.claim import Claim

_FORMATS = ["table", "jsonl", "csv", "trig"]


@click.command(
    short_help="Print the claims in a text; store nothing.",
    epilog='Example: echo "France sanctioned Mali in 2022." | bilateral read -',
)
@click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--date", help="Date of the document: 2024, 2024-12 or 2024-12-20.")
@click.option("--min-confidence", type=Share(), help="Leave out claims below it.")
def read(names: tuple[str, ...], form: str, date: str | None, min_confidence: float | None) -> None:
    """Print the claims in files, folders, globs or standard input (-); store nothing."""
    from loaders.documents.text import Given
    from loaders.load import load
    from loaders.source import sources
    from ontology.dates import partial

    given, bad, rows = Given(date=partial(date)), 0, []
    for source in sources(names):
        try:
            loaded = load(source, given, min_confidence)
        except SourceError as error:
            warn(str(error))
            bad += 1
            continue
        for line in loaded.warnings:
            warn(line)
        doc = "stdin" if source.name == "-" else PurePath(source.name).stem
        if form in ("table", "csv"):
            rows += list(_records(doc, loaded))
        else:
            click.echo(_trig(loaded) if form == "trig" else _lines(doc, loaded), nl=False)
        if not loaded.claims:
            warn(f"{source.name}: {loaded.summary()}")
    if form in ("table", "csv"):
        _print_rows(rows, form)
    if bad:
        sys.exit(1)


def _records(doc: str, loaded: "Loaded") -> Iterator[dict[str, object]]:
    return (record(doc, claim) for claim in loaded.claims)


def record(doc: str, claim: "Claim") -> dict[str, object]:
    """A claim as one flat record; the names are a contract (see DESIGN of the command line)."""
    return {
        "doc": doc,
        "subject": claim.subject,
        "relation": claim.relation,
        "object": claim.object,
        "modality": claim.modality,
        "since": str(claim.since) if claim.since else None,
        "until": str(claim.until) if claim.until else None,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "speaker": claim.speaker,
        "confidence": claim.confidence,
        "note": claim.note,
    }


def _lines(doc: str, loaded: "Loaded") -> str:
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in _records(doc, loaded))
    return "".join(lines)


def _trig(loaded: "Loaded") -> bytes:
    from ontology.rdf import serialize

    return serialize(loaded.document, loaded.claims)


def _print_rows(rows: list[dict[str, object]], form: str) -> None:
    from queries.answer import render

    if form == "csv":
        columns = list(rows[0]) if rows else ["doc", "subject", "relation", "object"]
        click.echo(render(columns, [list(row.values()) for row in rows], "csv"), nl=False)
    elif rows:
        columns = ["subject", "relation", "object", "modality", "since", "confidence", "quote"]
        click.echo(
            render(columns, [[r[c] for c in columns] for r in rows], "table", width()), nl=False
        )
