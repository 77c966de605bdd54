"""Which kind of text an annotated document is."""

import csv
import re
from functools import cache
from pathlib import Path

from loaders.reading.gold import GoldDocument

OTHER = "other"
_FILE = Path(__file__).parent.parent / "kinds.csv"


def kind_of(document: GoldDocument) -> str:
    """The kind by the source that the text's own first line names, ``other`` if none is known.

    ``kinds.csv`` has a name a row, with its kind; the first whose words stand in the source holds.
    """
    about = document.given.document
    return _kind(about.publisher or about.url or "")


@cache
def kinds() -> tuple[str, ...]:
    """The kinds in the order in which they are printed."""
    return (*dict.fromkeys(kind for kind, _ in _rows()), OTHER)


def _kind(source: str) -> str:
    return next((kind for kind, name in _rows() if name.search(source)), OTHER)


@cache
def _rows() -> list[tuple[str, re.Pattern[str]]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], _words(row["name"])) for row in csv.DictReader(file)]


def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
