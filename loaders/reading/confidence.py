"""From the head's score to a probability that a careful reader would agree.

The table is fitted by cross-validation over documents (``benchmarks/train_reader.py``) and kept,
with the default threshold, in ``reader.json``.
"""

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "reader.json"


@cache
def settings() -> dict[str, Any]:
    """Default threshold, calibration table, and what the weights were trained on."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def default_confidence() -> float:
    """The threshold with the best F1 in cross-validation."""
    return float(settings()["default_confidence"])


def encoder_share() -> float:
    """The encoder's part in what head and encoder say together, in [0, 1]."""
    return float(settings()["encoder_share"])


def calibrated(score: float) -> float:
    """The probability that belongs to a score."""
    return interpolated(settings()["calibration"], score)


def interpolated(table: list[tuple[float, float]], score: float) -> float:
    """Linear interpolation in a table of (score, probability), constant beyond its ends."""
    scores = [row[0] for row in table]
    place = bisect_right(scores, score)
    if place == 0:
        return float(table[0][1])
    if place == len(table):
        return float(table[-1][1])
    (x0, y0), (x1, y1) = table[place - 1], table[place]
    return float(y0 + (score - x0) / (x1 - x0) * (y1 - y0))
