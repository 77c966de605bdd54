"""The saved queries: ``library/*.cypher``, each with a header of comments."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ontology.errors import QueryError

FOLDER = Path(__file__).parent / "library"
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with a name.

    Args:
        name: what one types.
        title: what it answers, in one line.
        cypher: its text.
        parameters: name -> default; a parameter without default has None.
    """

    name: str
    title: str
    cypher: str
    parameters: Mapping[str, str | None] = field(default_factory=dict)


@cache
def saved_queries() -> Mapping[str, SavedQuery]:
    """All saved queries by name, sorted."""
    return {path.stem: _parse(path) for path in sorted(FOLDER.glob("*.cypher"))}


def is_name(text: str) -> bool:
    """Whether a user's words can only be the name of a saved query, not Cypher."""
    return bool(_NAME.fullmatch(text.strip()))


def saved_query(name: str) -> SavedQuery:
    """The saved query of that name.

    Raises:
        QueryError: there is none; the message suggests the nearest.
    """
    try:
        return saved_queries()[name.strip()]
    except KeyError:
        near = difflib.get_close_matches(name, saved_queries(), 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "see `bilateral queries`"
        raise QueryError(f"no saved query {name!r}; {hint}") from None


def filled(query: SavedQuery, given: Mapping[str, object]) -> dict[str, object]:
    """The parameters of a run: those given, else the defaults.

    Raises:
        QueryError: one is missing or unknown.
    """
    unknown = sorted(set(given) - set(query.parameters))
    if unknown:
        takes = ", ".join(query.parameters) or "none"
        raise QueryError(f"{query.name} has no parameter {unknown[0]!r}; it takes {takes}")
    values = {**query.parameters, **given}
    missing = [name for name, value in values.items() if value is None and name not in given]
    if missing:
        raise QueryError(f"{query.name} needs -p {missing[0]}=...; see `bilateral queries`")
    return values


def _parse(path: Path) -> SavedQuery:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line[2:].strip() for line in lines if line.startswith("//")]
    body = "\n".join(line for line in lines if not line.startswith("//")).strip()
    parameters: dict[str, str | None] = {}
    for line in header[1:]:
        found = re.fullmatch(r"\$(\w+)(?:\s*=\s*(\S+))?:.*", line)
        if found:
            parameters[found[1]] = found[2]
    return SavedQuery(path.stem, header[0], body, parameters)
