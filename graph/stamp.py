"""A note beside the embedded copy: of which state of the folder it is the copy."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from graph import engine, files
from graph.view import View
from ontology.vocabulary import ONTOLOGY_FILE

# What the property graph is made by; when one of these changes, every copy is made anew.
_RULES = (
    Path(__file__).with_name("property_graph.py"),
    ONTOLOGY_FILE,
    ONTOLOGY_FILE.parent / "actors" / "states.csv",
    ONTOLOGY_FILE.parent / "actors" / "organizations.csv",
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a copy was made of.

    Args:
        fingerprint: of the folder's files.
        rules: of the vocabulary, the actors' names and the form of the property graph.
        engine: version of the engine whose files these are.
        sizes: of the engine's files; a cut or lost one would answer, and wrongly.
    """

    fingerprint: str
    rules: str
    engine: str
    sizes: str


def wanted(folder: View, home: Path) -> Stamp:
    """The stamp of a copy that lies there, whole, and is in step with the folder now."""
    return Stamp(folder.fingerprint(), rules(), engine.version(), sizes(home))


def sizes(home: Path) -> str:
    """Stands for the names and sizes of the engine's data files; it rewrites its JSON at will."""
    found = sorted(
        f"{file.relative_to(home)} {file.stat().st_size}"
        for file in (home / "files").rglob("*")
        if file.is_file() and file.suffix != ".json"
    )
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:16]


@cache
def rules() -> str:
    """Stands for all that the property graph is derived from beside the record itself."""
    digest = hashlib.sha256()
    for file in _RULES:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def read(path: Path) -> Stamp | None:
    """The stamp that was written, or None."""
    try:
        return Stamp(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, stamp: Stamp) -> None:
    """Say that the copy is complete.

    Raises:
        FolderError: it can't be written.
    """
    files.write(path, json.dumps(asdict(stamp)).encode())


def remove(path: Path) -> None:
    """Say that the copy is about to change."""
    with suppress(FileNotFoundError):
        path.unlink()
        files.sync(path.parent)
