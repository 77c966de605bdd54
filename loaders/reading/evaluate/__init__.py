"""How right the reader is, on annotated documents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.evaluate.errors import Error, Side, errors
from loaders.reading.evaluate.part import Part, part
from loaders.reading.evaluate.scores import LEVELS, Row, Rows, Score, score
from loaders.reading.evaluate.speed import Reader, Speed
from loaders.reading.evaluate.taken import FAINTEST
from loaders.reading.gold import GoldDocument, documents
from ontology.claim import Claim

__all__ = [
    "LEVELS", "Error", "Evaluation", "Part", "Reader", "Row", "Rows", "Score", "Speed", "evaluate",
    "score",
]  # fmt: skip
SEED = "000"
_WARM_UP = "France imposed sanctions on Russia in 2022."


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of a reader.

    Args:
        min_confidence: the confidence from which on claims count as read.
        held_out, developed, overall: scores over the held-out third, the rest, all documents.
        seed: level -> score of the seed document (empty if it is not there).
        errors: what was missed and wrong in the documents outside the held-out third.
        speed: of the reading itself: the models were loaded before.
    """

    min_confidence: float
    held_out: Part
    developed: Part
    overall: Part
    seed: Mapping[str, Score]
    errors: Sequence[Error]
    speed: Speed

    def error_counts(self) -> Mapping[tuple[Side, str], int]:
        """How many errors there are of each kind, by (side, kind)."""
        return Counter((each.side, each.kind) for each in self.errors)


def evaluate(
    claims: Path, texts: Path, *, min_confidence: float | None = None, reader: Reader | None = None
) -> Evaluation:
    """Read annotated documents and compare.

    Each text is read once, down to a confidence of ``FAINTEST``; what counts as read is what has
    at least ``min_confidence``.

    Args:
        claims, texts: folders with the annotations (``*.json``) and the texts (``*.txt``).
        min_confidence: leave out claims below; None for the reader's default.
        reader: what reads a document; None for ``loaders.reading.read``.

    Raises:
        SourceError: a folder is missing or empty, or a text is.
    """
    from loaders.reading import DEFAULT_CONFIDENCE

    least = DEFAULT_CONFIDENCE if min_confidence is None else min_confidence
    every = list(documents(claims, texts))
    read = reader or _reader(min(least, FAINTEST))
    speed = Speed()
    taken = [speed.timed(document, read) for document in every]
    held = [each for each in taken if each.document.held_out]
    kept = [each for each in taken if not each.document.held_out]
    seed = [each.rows(least) for each in taken if each.document.name.startswith(SEED)]
    return Evaluation(
        min_confidence=least,
        held_out=part(held, least),
        developed=part(kept, least),
        overall=part(taken, least),
        seed=score(seed) if seed else {},
        errors=[error for each in kept for error in errors(each, least)],
        speed=speed,
    )


def _reader(least: float) -> Reader:
    from loaders.documents.text import Given, text_document
    from loaders.reading import read

    # What is loaded once in a process is no part of the time that a text takes.
    first = text_document(_WARM_UP.encode(), "first.txt", Given())
    read(first.text, first.document)

    def reader(document: GoldDocument) -> list[Claim]:
        given = document.given
        return read(given.text, given.document, start=given.start, min_confidence=least).claims

    return reader
