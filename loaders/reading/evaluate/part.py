"""The scores of a part of the annotated documents, such as the held-out third."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.reading.evaluate.bootstrap import Interval, intervals
from loaders.reading.evaluate.calibration import Calibration, calibration
from loaders.reading.evaluate.kinds import kind_of, kinds
from loaders.reading.evaluate.scores import Score, counts, score, summed
from loaders.reading.evaluate.taken import Taken
from loaders.reading.evaluate.years import Years, years
from ontology.relations import relations

THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Part:
    """Scores over some documents.

    Args:
        documents: their number.
        levels: level -> score.
        intervals: level -> 95 % interval of its F1, see ``bootstrap.intervals``.
        by_relation: relation -> exact score; those that neither gold nor reader has are left out.
        by_kind: kind of text -> number of documents and exact score.
        by_threshold: confidence -> exact score of the claims of at least that confidence.
        calibration: confidence against the share of exact claims that are right.
        years: of the claims that are right and dated in the gold.
    """

    documents: int
    levels: Mapping[str, Score]
    intervals: Mapping[str, Interval]
    by_relation: Mapping[str, Score]
    by_kind: Mapping[str, tuple[int, Score]]
    by_threshold: Mapping[float, Score]
    calibration: Calibration
    years: Years


def part(taken: Sequence[Taken], least: float) -> Part:
    """Score some documents, counting claims of at least a confidence."""
    rows = [each.rows(least) for each in taken]
    numbers = [counts(each) for each in rows]
    by_relation = {name: score(rows, name)["exact"] for name in relations()}
    return Part(
        documents=len(taken),
        levels=summed(numbers),
        intervals=intervals(numbers),
        by_relation={n: s for n, s in by_relation.items() if s.gold or s.predicted},
        by_kind=_by_kind(taken, least),
        by_threshold={
            limit: score([each.rows(limit) for each in taken])["exact"] for limit in THRESHOLDS
        },
        calibration=calibration(pair for each in taken for pair in each.judged()),
        years=years(taken, least),
    )


def _by_kind(taken: Sequence[Taken], least: float) -> dict[str, tuple[int, Score]]:
    found = {}
    for kind in kinds():
        some = [each.rows(least) for each in taken if kind_of(each.document) == kind]
        if some:
            found[kind] = (len(some), score(some)["exact"])
    return found
