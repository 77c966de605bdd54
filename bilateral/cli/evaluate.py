"""``bilateral evaluate``: score the reader on annotated documents."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilateral.cli.common import Share, width

if TYPE_CHECKING:
    from loaders.reading.evaluate import Evaluation, Score


@click.command(
    short_help="Score the reader on annotated documents.",
    epilog="Example: bilateral evaluate ../shared/gold",
)
@click.argument("gold", type=click.Path())
@click.option("--min-confidence", type=Share(), help="Leave out claims below it.")
def evaluate(gold: str, min_confidence: float | None) -> None:
    """Read the documents in GOLD/texts and score the claims against GOLD/claims.

    Prints precision, recall and F1 at five levels, from the pair of actors alone to the exact
    relation with its modality. The held-out third are the documents whose place, sorted by name
    and counted from 0, leaves 2 when divided by 3: nothing was written or trained on them, so
    only their figures tell how new documents are read.
    """
    from loaders.reading.evaluate import evaluate as run

    result = run(Path(gold) / "claims", Path(gold) / "texts", min_confidence=min_confidence)
    for title, scores in _groups(result):
        if scores:
            click.echo(f"\n{title}")
            _print("level", list(scores.items()))
    click.echo("\nexact, by relation (held-out third)")
    _print("relation", [(n, s) for n, s in result.by_relation.items() if s.gold or s.predicted])
    right, wrong = result.years
    click.echo(f"\nyears of right claims that are dated in the gold: {right:.2f} right, ", nl=False)
    click.echo(f"{wrong:.2f} wrong")


def _groups(result: "Evaluation") -> Iterator[tuple[str, "Mapping[str, Score]"]]:
    yield "held-out third (quote these)", result.held_out
    yield "the other two thirds (developed and trained on)", result.developed
    yield f"all {result.documents} documents", result.overall
    yield "seed document", result.seed


def _print(name: str, scores: "Sequence[tuple[str, Score]]") -> None:
    from queries.answer import render

    columns = [name, "precision", "recall", "F1", "in gold", "read"]
    rows = [
        [label, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", s.gold, s.predicted]
        for label, s in scores
    ]
    click.echo(render(columns, rows, "table", width()), nl=False)
