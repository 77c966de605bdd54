"""How often the year of a claim is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.reading.evaluate.scores import key
from loaders.reading.evaluate.taken import Taken, row_of


@dataclass(frozen=True, slots=True)
class Years:
    """Of the exact claims that were found and that the gold dates, the shares in [0, 1].

    Args:
        claims: how many there are.
        right, wrong, undated: the shares whose year is the gold's, is another, is not told.
    """

    claims: int
    right: float
    wrong: float
    undated: float


def years(taken: Iterable[Taken], least: float) -> Years:
    """Compare the years of claims of at least a confidence."""
    right = wrong = total = 0
    for each in taken:
        kept = [claim for claim in each.claims if claim.confidence >= least]
        read = {key(row_of(claim), "exact"): claim.year for claim in kept}
        for gold in each.document.claims:
            exact = key(row_of(gold), "exact")
            if gold.year and exact in read:
                total += 1
                right += read[exact] == gold.year
                wrong += read[exact] not in (None, gold.year)
    if not total:
        return Years(0, 0.0, 0.0, 0.0)
    return Years(total, right / total, wrong / total, (total - right - wrong) / total)
