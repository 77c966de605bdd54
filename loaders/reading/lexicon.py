"""Word lists of the reader, kept as data in ``lexicon.csv`` (kind, words)."""

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, such as ``office`` or ``continuation``.

    Raises:
        KeyError: the lexicon has no such kind.
    """
    return _lexicon()[kind]


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    with (HERE / "lexicon.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lists.setdefault(row["kind"], set()).update(row["words"].split("|"))
    return {kind: frozenset(found) for kind, found in lists.items()}
