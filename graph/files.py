"""Files of the folder: written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import FolderError

ENDING = ".trig"
TEMPORARY = ".new-"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the file system tells of a file; when one of these changes, the file has changed."""

    size: int
    modified: int  # nanoseconds
    inode: int


def write(path: Path, data: bytes) -> None:
    """Put bytes in a file's place, as ``put`` does.

    Raises:
        FolderError: the disk is full, the folder read-only or the like; the old file still stands.
    """
    try:
        put(path, data)
    except OSError as error:
        raise FolderError(f"cannot write {path}: {error.strerror}") from error


def put(path: Path, data: bytes) -> None:
    """Put bytes in a file's place in one step that survives a crash.

    The temporary file stands in the same folder, so that the rename cannot cross file systems;
    the folder is synced too, or the rename itself could be lost.

    Raises:
        OSError: the disk is full, the folder read-only or the like; the old file still stands.
    """
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def clean(folder: Path) -> None:
    """Remove what killed writers left; only for the one who holds the writer's lock."""
    for name in os.listdir(folder):  # noqa: PTH208  (a name is all that is needed)
        if name.startswith(TEMPORARY):
            with suppress(OSError):
                (folder / name).unlink()


def scan(folder: Path) -> Iterator[tuple[str, Seen]]:
    """Document ids and what the file system tells of their files, in no order.

    Raises:
        FolderError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(ENDING) and not entry.name.startswith("."):
                    seen = _seen(entry)
                    if seen:
                        yield entry.name[: -len(ENDING)], seen
    except FileNotFoundError:
        return
    except OSError as error:
        raise FolderError(f"cannot read the folder {folder}: {error.strerror}") from error


def _seen(entry: "os.DirEntry[str]") -> Seen | None:
    try:
        stat = entry.stat()
    except FileNotFoundError:  # removed or replaced since it was listed
        return None
    return Seen(stat.st_size, stat.st_mtime_ns, stat.st_ino)


def sync(folder: Path) -> None:
    """Make a change of names in a folder survive a crash."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
