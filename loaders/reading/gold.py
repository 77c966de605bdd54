"""Annotated documents: texts with the claims that careful readers took from them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.documents.text import Given, TextDocument, text_document
from ontology.dates import PartialDate
from ontology.errors import OntologyError, SourceError

EVERY, PLACE = 3, 2


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that a reader took; an ``optional`` one is neither demanded nor held against us."""

    subject: str
    relation: str
    object: str
    modality: str
    year: int | None
    quote: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and its claims; ``held_out`` if kept apart from all that is learned or written."""

    name: str
    given: TextDocument
    claims: list[GoldClaim]
    held_out: bool


def documents(claims: Path, texts: Path) -> Iterator[GoldDocument]:
    """The annotated documents of a folder, in the order of their names.

    Every third one (places 2, 5, 8 ... counted from 0) is held out.

    Raises:
        SourceError: a folder is missing or empty, or a text is.
    """
    files = sorted(claims.glob("*.json"))
    if not files:
        raise SourceError(f"{claims}: no annotated documents (*.json) here")
    for place, file in enumerate(files):
        text = texts / f"{file.stem}.txt"
        if not text.exists():
            raise SourceError(f"{text}: the text of {file.name} is missing")
        stored = json.loads(file.read_text(encoding="utf-8"))
        given = text_document(text.read_bytes(), str(text), Given(date=_date(stored.get("date"))))
        made = [_claim(row) for row in stored["claims"]]
        yield GoldDocument(file.stem, given, made, place % EVERY == PLACE)


def _claim(row: dict[str, object]) -> GoldClaim:
    year = row.get("y")
    return GoldClaim(
        str(row["s"]), str(row["r"]), str(row["o"]), str(row.get("m", "actual")),
        int(str(year)[:4]) if year else None, str(row.get("q", "")), bool(row.get("opt")),
    )  # fmt: skip


def _date(value: object) -> PartialDate | None:
    """The date in a note such as "2025-11 snapshot"; of a span of years, the last."""
    found = re.search(r"(?:\d{4}-)?(\d{4}(?:-\d{2}){0,2})(?!\d)", str(value or ""))
    try:
        return PartialDate(found[1]) if found else None
    except OntologyError:
        return None
