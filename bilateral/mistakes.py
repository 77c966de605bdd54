"""The reader's errors on annotated documents, in lines for people and records for programs."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.reading.evaluate import Error, Evaluation
    from loaders.reading.evaluate.errors import Told
    from loaders.reading.evaluate.scores import Row


def chosen(found: "Evaluation", most: int | None) -> list["Error"]:
    """The errors by kind, in each kind the surest claims first.

    Args:
        found: the evaluation; it holds no errors of held-out documents.
        most: of a kind; None for all.
    """
    from loaders.reading.evaluate.errors import KINDS

    every = sorted(found.errors, key=_sureness, reverse=True)
    kinds = ((e for e in every if (e.side, e.kind) == kind) for kind in KINDS)
    return [error for some in kinds for error in islice(some, most)]


def kept_apart(found: "Evaluation") -> str:
    """Why the errors of held-out documents are not shown; "" if there are none."""
    number = found.held_out.documents
    if not number:
        return ""
    some = "the held-out document is" if number == 1 else f"the {number} held-out documents are"
    return f"{some} kept apart, so that nothing is written after them: no sentence is shown"


def lines(some: Sequence["Error"], found: "Evaluation") -> Iterator[str]:
    """Errors under a heading for each kind."""
    from loaders.reading.evaluate.errors import KINDS

    counts = found.error_counts()
    last = None
    for error in some:
        kind = (error.side, error.kind)
        if kind != last:
            yield f"\n{error.side}, {error.kind}: {KINDS[kind]} ({counts[kind]})"
            last = kind
        yield from _lines(error)


def record(error: "Error") -> dict[str, object]:
    """An error as one flat record; the names are a contract."""
    return {
        "doc": error.document,
        "side": error.side,
        "kind": error.kind,
        **_row(error.row),
        "confidence": error.confidence,
        "quote": error.quote,
        "sentence": error.sentence,
        "instead": [_row(told.row) | {"confidence": told.confidence} for told in error.instead],
        "absent": list(error.absent),
    }


def _lines(error: "Error") -> Iterator[str]:
    sure = "" if error.confidence is None else f"  {error.confidence}"
    yield f"  {error.document}: {_said(error.row)}{sure}"
    if error.absent:
        yield f"    not found there: {', '.join(error.absent)}"
    if error.instead:
        whose = "in the gold" if error.side == "wrong" else "read"
        yield f"    {whose}: {'; '.join(map(_told, error.instead))}"
    yield f"    {error.sentence}"


def _told(told: "Told") -> str:
    return _said(told.row) + ("" if told.confidence is None else f" {told.confidence}")


def _said(row: "Row") -> str:
    subject, name, obj, modality = row
    return f"{subject} {name} {obj}" + ("" if modality == "actual" else f" [{modality}]")


def _row(row: "Row") -> dict[str, object]:
    return dict(zip(("subject", "relation", "object", "modality"), row, strict=True))


def _sureness(error: "Error") -> float:
    """How sure the reader was of something wrong, or how near it was to what is right."""
    told = [error.confidence, *(each.confidence for each in error.instead)]
    return max((each for each in told if each is not None), default=0.0)
