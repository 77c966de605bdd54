"""A derived summary of each file, so that what has not changed is not read again.

It may be lost, old or broken at any time: an entry counts only while the file system tells the same
of the file as it did then.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from graph import files
from graph.files import Seen
from graph.record import Record
from ontology.errors import FolderError

FORM = 1  # of the index file; another number and it is made anew


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one file.

    Args:
        seen: what the file system told when it was read.
        hash: SHA-256 (hex) of the file's bytes.
        claims, standing: how many claims it holds, and how many of them stand.
        actors: codes of the actors in the claims that stand.
        retracted: whether the document was withdrawn.
        content: the content hash of the document's source.
        problem: why the file can't be read, or empty.
    """

    seen: Seen
    hash: str
    claims: int = 0
    standing: int = 0
    actors: tuple[str, ...] = ()
    retracted: bool = False
    content: str = ""
    problem: str = ""


Index = dict[str, Entry]
Read = Callable[[bytes, str], Record]


def entry(seen: Seen, data: bytes, record: Record) -> Entry:
    """The entry of a file that was just read or written."""
    standing = record.standing
    codes = {code for claim in standing for code in (claim.subject, claim.object)}
    return Entry(
        seen=seen,
        hash=digest(data),
        claims=len(record.claims),
        standing=len(standing),
        actors=tuple(sorted(codes)),
        retracted=record.document.retracted is not None,
        content=record.document.content_hash,
    )


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def current(folder: Path, known: Index, read: Read) -> Index:
    """The index of what lies in the folder now, by document id, in order of id.

    Args:
        folder: where the files are.
        known: what an earlier index says.
        read: makes a record of a file's bytes (and its document's id), or raises FolderError.
    """
    found = {name: _entry(folder, name, seen, known, read) for name, seen in files.scan(folder)}
    return {name: found[name] for name in sorted(found)}


def _entry(folder: Path, name: str, seen: Seen, known: Index, read: Read) -> Entry:
    old = known.get(name)
    if old and old.seen == seen:
        return old
    try:
        data = (folder / (name + files.ENDING)).read_bytes()
        return entry(seen, data, read(data, name))
    except FolderError as error:
        return Entry(seen, "", problem=str(error))
    except OSError as error:
        return Entry(seen, "", problem=f"{name}{files.ENDING}: {error.strerror}")


def load(path: Path) -> Index:
    """The stored index; an empty one if there is none or it makes no sense."""
    try:
        stored = json.loads(path.read_bytes())
        if stored["form"] != FORM:
            return {}
        return {name: _from_row(row) for name, row in stored["files"].items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def save(path: Path, index: Index) -> None:
    """Keep an index; a folder that can't be written goes without."""
    rows = {name: astuple(entry) for name, entry in index.items()}
    text = json.dumps({"form": FORM, "files": rows}, separators=(",", ":"))
    with suppress(FolderError):
        files.write(path, text.encode())


def _from_row(row: list[object]) -> Entry:
    seen, sha, claims, standing, actors, retracted, content, problem = row
    return Entry(
        seen=Seen(*seen),  # type: ignore[misc]
        hash=str(sha),
        claims=int(claims),  # type: ignore[call-overload]
        standing=int(standing),  # type: ignore[call-overload]
        actors=tuple(actors),  # type: ignore[arg-type]
        retracted=bool(retracted),
        content=str(content),
        problem=str(problem),
    )
