"""Examples compiled to the grammar by which they are recognised, in ``patterns.json``.

A key is a whole dependency path (``p:``), a trigger with the roles of both ends (``wr:``) or a
trigger with the order of the ends (``wo:``). It names the example behind a claim.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "patterns.json"
KINDS = ("p:", "wr:", "wo:")


@cache
def compiled(file: Path = FILE) -> dict[str, Any]:
    """``fingerprint`` of the examples, their ``lines``, and ``keys``: key -> relation -> line."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def example(reasons: Iterable[str], relation: str) -> str | None:
    """The line of the lexicon that the strongest of these features comes from."""
    stored = compiled()
    for reason in reasons:
        number = stored["keys"].get(reason, {}).get(relation) if reason[:2] in _STARTS else None
        if number is not None:
            return str(stored["lines"][number])
    return None


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Each word that joins A and B in the examples, with the relations that it does so for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, told in compiled()["keys"].items():
        if key.startswith("wr:"):
            found[key[3:].split(" ", 1)[0]].update(told)
    return {word: frozenset(relations) for word, relations in found.items()}


def build(rows: Iterable[tuple[str, str, list[str]]], fingerprint: str) -> dict[str, Any]:
    """Compile (relation, line, features) of the examples' positive pairs."""
    lines: dict[str, int] = {}
    keys: dict[str, dict[str, int]] = {}
    for relation, line, features in rows:
        number = lines.setdefault(line, len(lines))
        for feature in features:
            if feature.startswith(KINDS):
                keys.setdefault(feature, {}).setdefault(relation, number)
    return {"fingerprint": fingerprint, "lines": list(lines), "keys": keys}


_STARTS = tuple(kind[:2] for kind in KINDS)
