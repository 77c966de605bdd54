"""The embedded copy in step with its folder, ready for queries."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from graph import embedded, stamp
from graph.embedded import Embedded
from graph.folder import Folder, prepare
from graph.lock import acquire, locked
from graph.stamp import Stamp
from graph.sync import Progress, SyncReport, sync
from ontology.errors import TargetError

STAMP = "stamp.json"
TRIES = 3  # a folder that is being written changes again meanwhile


def brought_in_step(
    folder: Folder, progress: Progress | None = None, timeout: float = 30.0
) -> Embedded:
    """The embedded copy, brought in step if it is behind, opened read-only.

    Args:
        folder: the record.
        progress: told how many documents are done, of how many, if it was behind.
        timeout: seconds to wait for other processes that use the copy.

    Raises:
        FolderError: others use it longer than that, or it can't be written.
        TargetError: the engine can't be started.
    """
    where = home(folder)
    trouble = f"{folder.path} is being changed by others; try again when they are done"
    for _ in range(TRIES):
        try:
            opened = _opened(folder, where, stamp.wanted(folder, where), timeout)
            if opened:
                return opened
        except TargetError as error:  # damaged files: repaired or made anew by the update
            trouble = str(error)
            stamp.remove(where / STAMP)
        update(folder, progress, timeout)
    raise TargetError(trouble)


def in_step(folder: Folder) -> bool:
    """Whether the embedded copy is the copy of what the folder holds now."""
    where = home(folder)
    return stamp.read(where / STAMP) == stamp.wanted(folder, where)


def update(folder: Folder, progress: Progress | None = None, timeout: float = 30.0) -> SyncReport:
    """Bring the embedded copy in step; it is made anew where it can't be opened.

    Raises:
        FolderError, TargetError: as ``brought_in_step`` does.
    """
    where = home(folder)
    prepare(folder.path, where)
    with locked(where / "lock", _what(where), timeout=timeout, notify=folder.notify):
        # Taken before the files are read: what changes meanwhile leaves the copy behind.
        wanted = stamp.wanted(folder, where)
        before = stamp.read(where / STAMP)
        if before == wanted:
            return SyncReport(unchanged=len(folder.names()))
        stamp.remove(where / STAMP)
        # A killed writer leaves no stamp: the engine repairs its files when it opens them.
        if before and (before.engine, before.sizes) != (wanted.engine, wanted.sizes):
            embedded.wipe(where)
        report = _synced(folder, where, progress)
        stamp.write(where / STAMP, replace(wanted, sizes=stamp.sizes(where)))
        return report


def _synced(folder: Folder, where: Path, progress: Progress | None) -> SyncReport:
    try:
        with Embedded(where, writable=True) as copy:
            return sync(folder, copy, progress)
    except TargetError as error:
        folder.notify(f"the Cypher copy is made anew ({error})")
        embedded.wipe(where)
    with Embedded(where, writable=True) as copy:
        return sync(folder, copy, progress)


def home(folder: Folder) -> Path:
    """Where the copy lies: in the folder, or in the user's cache if that can't be written."""
    if not folder.path.exists() or os.access(folder.path, os.W_OK):
        return folder.private / "cypher"
    name = hashlib.sha256(str(folder.path.resolve()).encode()).hexdigest()[:16]
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "bilateral" / name / "cypher"


def _opened(folder: Folder, where: Path, wanted: Stamp, timeout: float) -> Embedded | None:
    if stamp.read(where / STAMP) != wanted:
        return None
    lock = acquire(where / "lock", _what(where), shared=True, timeout=timeout, notify=folder.notify)
    # A writer may have come between the look at the stamp and the lock.
    if stamp.read(where / STAMP) == wanted:
        return Embedded(where, lock=lock)
    os.close(lock)
    return None


def _what(where: Path) -> str:
    return f"the Cypher copy in {where}"
