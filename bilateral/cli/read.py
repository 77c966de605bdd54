"""``bilateral read``: claims in a text, stored nowhere."""

import json
import sys
from collections.abc import Iterator
from pathlib import PurePath
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from bilateral.cli.common import Share, bar, claim_line, lexicon_option, taught, warn, width
from ontology.errors import SourceError

if TYPE_CHECKING:
    from loaders.load import Loaded
    from ontology.claim import Claim

_LONGEST = 120  # characters of an example as shown; the other formats have it whole
_FORMATS = ["table", "jsonl", "csv", "trig"]


@click.command(
    short_help="Print the claims in a text; store nothing.",
    epilog='Example: echo "France sanctioned Mali in 2022." | bilateral read -',
)
@click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--date", help="Date of the document: 2024, 2024-12 or 2024-12-20.")
@click.option("--min-confidence", type=Share(), help="Leave out claims below it.")
@lexicon_option
@click.option("--explain", is_flag=True, help="Say what each claim rests on.")
def read(
    names: tuple[str, ...],
    form: str,
    date: str | None,
    min_confidence: float | None,
    lexicons: tuple[str, ...],
    explain: bool,
) -> None:
    """Print the claims in files, folders, globs or standard input (-); store nothing."""
    if explain and form == "trig":
        raise click.UsageError("--explain goes with table, jsonl and csv; trig has the example")
    from loaders.documents.text import Given
    from loaders.load import load
    from loaders.source import sources
    from ontology.dates import partial

    given, bad, rows = Given(date=partial(date)), 0, []
    lexicon = taught(lexicons)
    for source in sources(names):
        try:
            loaded = load(source, given, min_confidence, lexicon, explain=explain, progress=bar())
        except SourceError as error:
            warn(str(error))
            bad += 1
            continue
        for line in loaded.warnings:
            warn(line)
        doc = "stdin" if source.name == "-" else PurePath(source.name).stem
        if form == "csv" or (form == "table" and not explain):
            rows += list(_records(doc, loaded, explain=explain))
        else:
            click.echo(_shown(doc, loaded, form, explain=explain), nl=False)
        if not loaded.claims:
            warn(f"{source.name}: {loaded.summary()}")
    if form == "csv" or (form == "table" and not explain):
        _print_rows(rows, form)
    if bad or (lexicon and lexicon.problems):
        sys.exit(1)


def _shown(doc: str, loaded: "Loaded", form: str, *, explain: bool) -> str | bytes:
    if form == "trig":
        return _trig(loaded)
    if form == "jsonl":
        return _lines(doc, loaded, explain=explain)
    return "".join(f"{line}\n" for claim in loaded.claims for line in _explained(claim, loaded))


def _explained(claim: "Claim", loaded: "Loaded") -> Iterator[str]:
    """A claim and what it rests on, for people."""
    yield f"{claim_line(claim)}  {claim.confidence}"
    if claim.id in loaded.taught:
        yield f"    your line: {claim.note} ({loaded.taught[claim.id]})"
    elif claim.note:
        yield f"    example:   {shorten(claim.note, _LONGEST, placeholder=' ...')}"
    else:
        yield "    example:   none; the words weigh for it"
    yield f"    reasons:   {'; '.join(_reasons(claim, loaded)) or 'no single word weighs much'}"


def _reasons(claim: "Claim", loaded: "Loaded") -> list[str]:
    return list(loaded.why.get(claim.id, ()))


def _records(doc: str, loaded: "Loaded", *, explain: bool) -> Iterator[dict[str, object]]:
    for claim in loaded.claims:
        told = {"lexicon": loaded.taught.get(claim.id), "reasons": _reasons(claim, loaded)}
        yield record(doc, claim) | (told if explain else {})


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


def _lines(doc: str, loaded: "Loaded", *, explain: bool) -> str:
    records = _records(doc, loaded, explain=explain)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records)


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
