"""How far a score would move had other documents been annotated."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from loaders.reading.evaluate.scores import LEVELS, Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 0
SHARE = 95.0
Interval = tuple[float, float]


def intervals(documents: Sequence[Sequence[Counts]]) -> Mapping[str, Interval]:
    """The 95 % interval of F1 by level, by a percentile bootstrap over documents.

    Claims of one document stand or fall together, so documents are drawn, not claims: as many as
    there are, with replacement, 1,000 times. Each draw gives an F1 from its summed counts; the
    interval is what the middle 95 % of them span. The draws begin at a fixed seed and are the
    same for all levels, so a second run gives the same figures. The interval tells chance in the
    choice of documents; it does not tell whether the annotators were right.

    Args:
        documents: the counts of each document, see ``scores.counts``.

    Returns:
        level -> (low, high); empty for fewer than two documents, which say nothing of others.
    """
    if len(documents) < 2:
        return {}
    import numpy as np

    table = np.array(documents, np.int64)
    chance = np.random.default_rng(SEED)
    drawn = chance.integers(0, len(table), (RESAMPLES, len(table)))
    times = np.stack([np.bincount(row, minlength=len(table)) for row in drawn])
    edges = (50 - SHARE / 2, 50 + SHARE / 2)
    low, high = np.percentile(_f1(np.tensordot(times, table, 1)), edges, axis=0)
    return {level: (float(low[n]), float(high[n])) for n, level in enumerate(LEVELS)}


def _f1(counts: "NDArray[np.int64]") -> "NDArray[np.float64]":
    import numpy as np

    hit, right, gold, predicted = np.moveaxis(counts, -1, 0)
    precision, recall = right / np.maximum(predicted, 1), hit / np.maximum(gold, 1)
    both = precision + recall
    return 2 * precision * recall / np.where(both > 0, both, 1)  # type: ignore[no-any-return]
