"""Precision, recall and F1 at five levels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.relations import ends, relation

LEVELS = ("pair", "quad", "plover", "exact", "exact+modality")
Row = tuple[str, str, str, str]
Rows = tuple[list[tuple[Row, bool]], list[Row]]
Counts = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in [0, 1], with the numbers of claims they rest on."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int


def score(taken: Iterable[Rows], only: str | None = None) -> dict[str, Score]:
    """Scores by level, micro-averaged over documents.

    Args:
        taken: for each document its gold (subject, relation, object, modality) with whether it is
            optional, and what was predicted.
        only: count this relation alone.
    """
    return summed([counts(rows, only) for rows in taken])


def counts(rows: Rows, only: str | None = None) -> list[Counts]:
    """What the scores of a document rest on, a row a level.

    A row holds the numbers of gold claims that were found, of predicted claims that are right
    (an optional gold claim allows one and demands none), of gold claims, of predicted claims.
    """
    gold = [(row, optional) for row, optional in rows[0] if only in (None, row[1])]
    predicted = [row for row in rows[1] if only in (None, row[1])]
    return [_count(gold, predicted, level) for level in LEVELS]


def summed(documents: Sequence[Sequence[Counts]]) -> dict[str, Score]:
    """Scores by level from the counts of documents."""
    scores = {}
    for place, level in enumerate(LEVELS):
        columns = zip(*(document[place] for document in documents), strict=True)
        hit, right, gold, predicted = [sum(column) for column in columns] or (0, 0, 0, 0)
        precision = right / predicted if predicted else 0.0
        recall = hit / gold if gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        scores[level] = Score(precision, recall, f1, gold, predicted)
    return scores


def key(row: Row, level: str) -> tuple[str, ...]:
    """What of a claim counts at a level; a symmetric relation has one key in either order."""
    subject, name, obj, modality = row
    about = relation(name)
    pair = (min(subject, obj), max(subject, obj))
    match level:
        case "pair":
            return pair
        case "quad":
            return (*pair, about.quad)
        case "plover":
            return (*pair, about.plover)
        case "exact":
            return (*ends(subject, name, obj), name)
    return (*ends(subject, name, obj), name, modality)


def _count(gold: list[tuple[Row, bool]], predicted: list[Row], level: str) -> Counts:
    core = {key(row, level) for row, optional in gold if not optional}
    allowed = {key(row, level) for row, _ in gold}
    said = {key(row, level) for row in predicted}
    return len(core & said), len(said & allowed), len(core), len(said)
