"""The learned head: weights over features, kept in ``head.npz``; needs numpy only."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).parent / "head.npz"
SCALE = 5.0


@dataclass(frozen=True, slots=True)
class Head:
    """One softmax over classes.

    Args:
        classes: names in the order of the columns; the last one is what is left over.
        columns: number of each feature.
        weights: a row a feature, a column a class.
    """

    classes: tuple[str, ...]
    columns: dict[str, int]
    weights: "NDArray[np.float32]"

    def probabilities(self, rows: list[list[str]]) -> "NDArray[np.float32]":
        """Class probabilities, one row each."""
        import numpy as np

        scores = np.zeros((len(rows), len(self.classes)), np.float32)
        for number, row in enumerate(rows):
            known = sorted({self.columns[name] for name in row if name in self.columns})
            if known:
                scores[number] = self.weights[known].sum(0) * (SCALE / len(known) ** 0.5)
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        return np.asarray(powers / powers.sum(1, keepdims=True), np.float32)

    def reasons(self, row: list[str], wanted: str) -> list[str]:
        """The row's features, those that speak most for a class first."""
        column = self.classes.index(wanted)
        weigh = {f: float(self.weights[self.columns[f], column]) for f in row if f in self.columns}
        return sorted(weigh, key=lambda feature: -weigh[feature])


@cache
def load(name: str, file: Path = FILE) -> Head:
    """A head of the weights file: ``relation`` or ``stance``."""
    import numpy as np

    with np.load(file, allow_pickle=False) as stored:
        names = bytes(stored[f"{name}.features"]).decode().split("\n")
        classes = tuple(bytes(stored[f"{name}.classes"]).decode().split("\n"))
        weights = np.zeros((len(names), len(classes)), np.float32)
        rows = np.repeat(np.arange(len(names)), stored[f"{name}.counts"])
        values = stored[f"{name}.values"].astype(np.float32) * float(stored[f"{name}.step"])
        weights[rows, stored[f"{name}.columns"]] = values
    return Head(classes, {feature: i for i, feature in enumerate(names)}, weights)


def pack(name: str, head: Head, least: float = 0.005) -> dict[str, Any]:
    """A head as small arrays: weights in 16 bits, those near nothing left out."""
    import numpy as np

    step = float(np.abs(head.weights).max()) / 32767
    small = np.round(head.weights / step).astype(np.int16)
    small[np.abs(head.weights) < max(least, step)] = 0
    features = sorted(head.columns, key=head.columns.__getitem__)
    kept = [i for i in range(len(features)) if small[i].any()]
    small = small[kept]
    rows, columns = np.nonzero(small)
    return {
        f"{name}.features": _bytes("\n".join(features[i] for i in kept)),
        f"{name}.classes": _bytes("\n".join(head.classes)),
        f"{name}.counts": np.bincount(rows, minlength=len(kept)).astype(np.uint8),
        f"{name}.columns": columns.astype(np.uint8),
        f"{name}.values": small[rows, columns],
        f"{name}.step": np.float64(step),
    }


def facts(file: Path = FILE) -> dict[str, Any]:
    """What the weights were trained on."""
    import numpy as np

    with np.load(file, allow_pickle=False) as stored:
        found: dict[str, Any] = json.loads(bytes(stored["facts"]).decode())
    return found


def save(heads: dict[str, Head], about: dict[str, Any], file: Path = FILE) -> None:
    """Write heads and what they were trained on."""
    import numpy as np

    arrays: dict[str, Any] = {"facts": _bytes(json.dumps(about, sort_keys=True))}
    for name, head in heads.items():
        arrays |= pack(name, head)
    np.savez_compressed(file, **arrays)


def _bytes(text: str) -> "NDArray[np.uint8]":
    import numpy as np

    return np.frombuffer(text.encode(), np.uint8)
