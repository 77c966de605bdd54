"""``bilateral evaluate``: score the reader on annotated documents."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilateral.cli.common import Share, warn, width

if TYPE_CHECKING:
    from loaders.reading.evaluate import Evaluation

_ALL = 0


class Number(click.IntRange):
    """How many errors of a kind; click reads a folder after a bare ``--errors`` as the number."""

    name = "number"

    def __init__(self) -> None:
        super().__init__(_ALL)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number: int = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no number of errors; put --errors after GOLD", param, ctx)
        return number


@click.command(
    short_help="Score the reader on annotated documents.",
    epilog="Example: bilateral evaluate ../shared/gold --errors 3",
)
@click.argument("gold", type=click.Path())
@click.option("--min-confidence", type=Share(), help="Leave out claims below it.")
@click.option(
    "--errors",
    "most",
    type=Number(),
    is_flag=False,
    flag_value=_ALL,
    metavar="[N]",
    help="Show what was missed and what is wrong, with the sentences; N of each kind.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="json: the scores; jsonl: the errors, one a line.",
)
def evaluate(gold: str, min_confidence: float | None, most: int | None, form: str) -> None:
    """Read the documents in GOLD/texts and score the claims against GOLD/claims.

    Prints precision, recall and F1 at five levels, from the pair of actors alone to the exact
    relation with its modality, with a 95 % interval of F1: where it would lie had other documents
    been annotated. Then by relation, kind of text and confidence; calibration, years, errors by
    kind, and speed.

    The held-out third are the documents whose place, sorted by name and counted from 0, leaves 2
    when divided by 3: nothing was written or trained on them, so only their figures tell how new
    documents are read, and their errors are never shown.
    """
    from loaders.reading.evaluate import evaluate as run

    found = run(Path(gold) / "claims", Path(gold) / "texts", min_confidence=min_confidence)
    if form == "jsonl":
        _jsonl(found, most or None)
    elif form == "json":
        _json(found, most)
    else:
        _tables(found, most)


def _tables(found: "Evaluation", most: int | None) -> None:
    from bilateral.evaluating import speed, tables
    from bilateral.mistakes import chosen, lines
    from queries.answer import render

    for table in tables(found):
        if table.rows:
            click.echo(f"\n{table.title}")
            click.echo(render(table.columns, table.rows, "table", width()), nl=False)
    click.echo(f"\n{speed(found)}")
    if most is not None:
        for line in lines(chosen(found, most or None), found):
            click.echo(line)
        _refuse(found)


def _json(found: "Evaluation", most: int | None) -> None:
    from bilateral import mistakes
    from bilateral.evaluating import record

    stored = record(found)
    if most is not None:
        stored["errors"] = [mistakes.record(e) for e in mistakes.chosen(found, most or None)]
        _refuse(found)
    click.echo(json.dumps(stored, ensure_ascii=False, indent=2))


def _jsonl(found: "Evaluation", most: int | None) -> None:
    from bilateral import mistakes

    for error in mistakes.chosen(found, most):
        click.echo(json.dumps(mistakes.record(error), ensure_ascii=False))
    _refuse(found)


def _refuse(found: "Evaluation") -> None:
    from bilateral.mistakes import kept_apart

    told = kept_apart(found)
    if told:
        warn(told)
