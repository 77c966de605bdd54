"""Train the reader's head: examples, passages, and gold outside the held-out third.

    python benchmarks/train_reader.py [--check]

Run ``benchmarks/train_encoder.py`` before. Threshold and calibration are chosen on gold documents
by a head and an encoder that learned from our own texts alone (``build/encoder_unseen.npz``); the
weights that are written learned from those documents too. Writes ``head.npz``, ``patterns.json``
and ``reader.json`` in ``loaders/reading``. ``--check`` only prints the scores on the gold unseen.
The gold is looked for in ``$BILATERAL_SHARED`` (default ``../shared``); without it the weights
rest on our own texts alone, and threshold and calibration stay as they are.
"""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from annotated import developed  # noqa: E402
from passages import FOLDER as PASSAGES  # noqa: E402
from reading_fit import OpenTarget, Target, fit  # noqa: E402
from reading_rows import (  # noqa: E402
    Row,
    example_sentences,
    gold_sentences,
    passage_sentences,
    rows_of,
    weight,
)

from loaders.reading import confidence, head, judge, patterns, rivals  # noqa: E402
from loaders.reading.claims import REVERSE, fitting  # noqa: E402
from loaders.reading.evaluate import Row as Said  # noqa: E402
from loaders.reading.evaluate import Rows, score  # noqa: E402
from loaders.reading.examples import fingerprint  # noqa: E402
from loaders.reading.head import Head  # noqa: E402
from loaders.reading.stance import CLASSES  # noqa: E402
from ontology.relations import ends, relation, relations  # noqa: E402

EXAMPLE_WEIGHT = 0.3
STRENGTH = 0.2
SLACK = 0.003
ENCODED = ROOT / "build" / "encoder_unseen.npz"
NOTHING = "none"
Scores = dict[tuple[str, str, str, str], float]


@dataclass(frozen=True, slots=True)
class Seen:
    """A relation seen in a sentence, as ``rivals`` weighs it."""

    key: tuple[str, str, str]
    score: float
    level: int


def relation_head(gold: list[Row], taught: list[Row]) -> Head:
    """The head that tells relations, from annotated rows and those of the examples."""
    classes = [*relations(), NOTHING]
    number = {name: place for place, name in enumerate(classes)}
    targets: list[Target] = []
    unclear: list[OpenTarget] = []
    for place, row in enumerate([*gold, *taught]):
        share = weight(row.source) if place < len(gold) else EXAMPLE_WEIGHT
        for name, told in row.labels.items():
            targets.append((place, number[name], told * share))
        if not row.labels and not row.unsure:
            targets.append((place, number[NOTHING], share))
        elif not row.labels:
            # Nothing, or once more what the document says of the pair elsewhere.
            maybe = [number[name] for name in row.unsure]
            unclear.append((place, [number[NOTHING], *maybe], share))
    rows = [row.features for row in [*gold, *taught]]
    return fit(rows, targets, classes, STRENGTH, open_targets=unclear)


def stance_head(gold: list[Row], taught: list[Row]) -> Head:
    """The head that tells what is told as possible or denied."""
    rows: list[list[str]] = []
    targets: list[Target] = []
    for share, group in ((1.0, gold), (EXAMPLE_WEIGHT, taught)):
        for row in group:
            for features, modality in row.stances:
                targets.append((len(rows), CLASSES.index(modality), share))
                rows.append(features)
    return fit(rows, targets, CLASSES, 0.3)


def scores(rows: list[Row], chances: Any) -> Scores:
    """The best score of each (document, subject, relation, object).

    Args:
        rows: pairs of documents.
        chances: a probability for each row and relation.
    """
    best: Scores = {}
    sentences: defaultdict[tuple[str, int, int], list[Seen]] = defaultdict(list)
    for row, line in zip(rows, chances, strict=True):
        admitted = fitting(row.subject, row.object)
        for name, chance in zip([*relations(), NOTHING], line, strict=True):
            if chance >= 0.03 and name in admitted:
                key = _ends((row.subject, name, row.object, ""))
                seen = Seen(key, float(chance), row.level)
                sentences[row.source, row.sentence, row.actors].append(seen)
    for (source, _, actors), group in sentences.items():
        for seen in rivals.standing(group, actors):
            there = (source, *seen.key)
            best[there] = max(best.get(there, 0.0), seen.score)
    return best


def unseen(gold: list[Row], own: list[Row], taught: list[Row]) -> dict[str, Scores]:
    """Scores of gold documents by weights that did not see them: of head, encoder and both."""
    known = relation_head(own, taught).probabilities([row.features for row in gold])
    with np.load(ENCODED) as stored:
        told = np.log(stored["relations"] + 1e-9)
    if len(told) != len(gold):
        raise SystemExit(f"{ENCODED} is out of step with the gold: run train_encoder.py first")
    mixed = judge.mixed(known, told, confidence.encoder_share())
    said = {"head": known, "encoder": np.exp(told), "both": mixed}
    return {name: scores(gold, chances) for name, chances in said.items()}


def table(found: Scores) -> tuple[float, list[tuple[float, float]]]:
    """The score to stop at, and score -> probability in monotone steps.

    F1 is flat around its best. Of the scores within ``SLACK`` of it the highest is taken, since a
    wrong claim is worse than a missing one.
    """
    gold = _gold()
    curve = {i / 100: _exact(found, gold, i / 100) for i in range(8, 70)}
    most = max(curve.values())
    best = max(least for least, f1 in curve.items() if f1 >= most - SLACK)
    right = {(n, *key) for n, rows in gold.items() for row, _ in rows for key in [_ends(row)]}
    ranked = sorted(found.items(), key=lambda item: item[1])
    size = max(40, len(ranked) // 14)
    steps: list[tuple[float, float]] = [(0.0, 0.0)]
    for start in range(0, len(ranked) - size // 2, size):
        block = ranked[start : start + size]
        share = sum(key in right for key, _ in block) / len(block)
        middle = sum(value for _, value in block) / len(block)
        steps.append((round(middle, 4), round(max(share, steps[-1][1]), 4)))
    return best, [*steps, (1.0, max(steps[-1][1], 0.95))]


def _ends(row: Said) -> tuple[str, str, str]:
    subject, name, obj, _ = row
    subject, obj = ends(subject, name, obj)
    return subject, name, obj


def _gold() -> dict[str, list[tuple[Said, bool]]]:
    return {
        document.name: [
            ((c.subject, c.relation, c.object, c.modality), c.optional) for c in document.claims
        ]
        for document in developed()
    }


def _predicted(found: Scores, gold: dict[str, list[tuple[Said, bool]]], least: float) -> list[Rows]:
    said: dict[str, list[Said]] = defaultdict(list)
    for (document, subject, name, obj), value in found.items():
        turned = 0.0 if relation(name).symmetric else found.get((document, obj, name, subject), 0.0)
        if value >= least and turned * REVERSE <= value:
            said[document].append((subject, name, obj, "actual"))
    return [(rows, said[name]) for name, rows in gold.items()]


def _exact(found: Scores, gold: dict[str, list[tuple[Said, bool]]], least: float) -> float:
    return score(_predicted(found, gold, least))["exact"].f1


def _print(name: str, found: Scores, least: float) -> None:
    for level, value in score(_predicted(found, _gold(), least)).items():
        numbers = f"P {value.precision:.3f} R {value.recall:.3f} F1 {value.f1:.3f}"
        print(f"{name:8} {level:15} {numbers}")


def main() -> None:
    """Score on what was not seen, train on everything, write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="only print the scores")
    options = arguments.parse_args()
    taught, own = rows_of(example_sentences()), rows_of(passage_sentences())
    gold = rows_of(gold_sentences())
    print(f"{len(gold)} pairs of the gold, {len(own)} of passages, {len(taught)} of examples")
    settings = dict(confidence.settings())
    if gold:
        found = unseen(gold, own, taught)
        for name, each in found.items():
            _print(name, each, table(each)[0])
        least, steps = table(found["both"])
        settings["calibration"] = steps
        settings["default_confidence"] = round(confidence.interpolated(steps, least), 3)
    if options.check:
        return
    about = {
        "examples": fingerprint(),
        "passages": fingerprint(PASSAGES),
        "gold": sorted({row.source for row in gold}),
        "held_out": "every third document of the gold, by name",
    }
    every = [*gold, *own]
    heads = {"relation": relation_head(every, taught), "stance": stance_head(every, taught)}
    head.save(heads, about)
    lines = ((name, row.source, row.features) for row in taught for name in row.labels)
    kept = json.dumps(patterns.build(lines, fingerprint()), ensure_ascii=False, sort_keys=True)
    patterns.FILE.write_text(kept + "\n", encoding="utf-8")
    confidence.FILE.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
