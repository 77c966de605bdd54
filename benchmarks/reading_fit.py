"""Fitting the reader's heads: a softmax with L2, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse as sparse  # type: ignore[import-untyped]
from scipy.optimize import minimize  # type: ignore[import-untyped]

from loaders.reading.head import SCALE, Head

Target = tuple[int, int, float]
OpenTarget = tuple[int, Sequence[int], float]


def fit(
    rows: Sequence[Sequence[str]],
    targets: Sequence[Target],
    classes: Sequence[str],
    strength: float,
    rounds: int = 60,
    least: int = 2,
    open_targets: Sequence[OpenTarget] = (),
) -> Head:
    """A head for rows of features.

    Args:
        targets: (row, class, weight); a row may have several.
        strength: inverse of the L2 penalty; larger fits closer.
        rounds: iterations of L-BFGS.
        open_targets: (row, classes, weight); one of the classes is right, it is not known which.
        least: features in fewer rows are left out.
    """
    counts = Counter(feature for row in rows for feature in set(row))
    known = sorted(feature for feature, count in counts.items() if count >= least)
    columns = {feature: number for number, feature in enumerate(known)}
    matrix = _matrix([rows[target[0]] for target in [*targets, *open_targets]], columns)
    flipped = matrix.T.tocsr()
    wanted = np.array([target[1] for target in targets])
    weight = np.array([target[2] for target in [*targets, *open_targets]], np.float32)
    may_be = np.zeros((len(open_targets), len(classes)), np.float32)
    for place, (_, those, _) in enumerate(open_targets):
        may_be[place, list(those)] = 1
    shape = len(known), len(classes)
    everywhere = np.arange(len(targets))

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(shape).astype(np.float32)
        scores = matrix @ weights
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        sums = chances.sum(1, keepdims=True)
        chances /= sums
        sure = len(targets)
        share = chances[sure:] * may_be
        likely = share.sum(1, keepdims=True) + 1e-9
        fitted = np.concatenate(
            [scores[everywhere, wanted] - np.log(sums[:sure, 0]), np.log(likely[:, 0])]
        )
        chances[everywhere, wanted] -= 1
        chances[sure:] -= share / likely
        slope = flipped @ (chances * weight[:, None]) + weights / strength
        value = -(weight * fitted).sum() + (weights * weights).sum() / (2 * strength)
        return float(value), slope.ravel().astype(np.float64)

    done = minimize(
        loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 6},
    )  # fmt: skip
    return Head(tuple(classes), columns, done.x.reshape(shape).astype(np.float32))


def _matrix(rows: Sequence[Sequence[str]], columns: dict[str, int]) -> Any:
    numbers: list[int] = []
    values: list[float] = []
    ends = [0]
    for row in rows:
        known = sorted({columns[feature] for feature in row if feature in columns})
        numbers += known
        values += [SCALE / max(1, len(known)) ** 0.5] * len(known)
        ends.append(len(numbers))
    shape = (len(rows), len(columns))
    return sparse.csr_matrix((np.array(values, np.float32), numbers, ends), shape=shape)
