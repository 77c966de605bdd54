"""Whether confidence means what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence.

    Args:
        low, high: from where to where, ``high`` left out (save in the last bin).
        claims: how many there are.
        confidence: their mean confidence.
        right: the share of them that is right.
    """

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold claims, and the expected calibration error (ECE).

    The ECE is the mean distance between a bin's confidence and its share right, each bin weighing
    as much as it holds claims.
    """

    bins: tuple[Bin, ...]
    error: float


def calibration(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """Sort claims into ten bins of equal width.

    Args:
        judged: for each claim its confidence in [0, 1] and whether it is right.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    bins = tuple(_bin(place, some) for place, some in enumerate(held) if some)
    every = sum(each.claims for each in bins)
    apart = sum(each.claims * abs(each.confidence - each.right) for each in bins)
    return Calibration(bins, apart / every if every else 0.0)


def _bin(place: int, some: list[tuple[float, bool]]) -> Bin:
    number = len(some)
    mean = sum(confidence for confidence, _ in some) / number
    right = sum(right for _, right in some) / number
    return Bin(place / BINS, (place + 1) / BINS, number, mean, right)
