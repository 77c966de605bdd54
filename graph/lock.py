"""Locks between processes: many readers or one writer, held by an open file (``flock``).

The kernel drops such a lock when its process ends, however it ends, so none is ever stale.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ontology.errors import FolderError

Notify = Callable[[str], None]
POLL = 0.05
PATIENCE = 0.5  # seconds of waiting before it is worth a word


@contextmanager
def locked(
    path: Path,
    what: str,
    *,
    shared: bool = False,
    timeout: float = 30.0,
    notify: Notify | None = None,
) -> Iterator[None]:
    """Hold the lock of a file while the block runs.

    Args:
        path: the lock's file; made when missing, never removed.
        what: what it guards, for messages ("the folder relations").
        shared: let others hold it too, as long as all share it.
        timeout: seconds to wait for it.
        notify: told once when the wait gets long.

    Raises:
        FolderError: it was not free in time (says who holds it), or the file cannot be made.
    """
    file = acquire(path, what, shared=shared, timeout=timeout, notify=notify)
    try:
        yield
    finally:
        os.close(file)


def acquire(
    path: Path,
    what: str,
    *,
    shared: bool = False,
    timeout: float = 30.0,
    notify: Notify | None = None,
) -> int:
    """As ``locked``, for a holder that outlives a block: closing the descriptor lets go."""
    file = _open(path, what)
    try:
        _wait(file, what, shared, timeout, notify)
    except BaseException:
        os.close(file)
        raise
    with suppress(OSError):  # only a courtesy to whoever waits
        os.truncate(file, 0)
        os.pwrite(file, str(os.getpid()).encode(), 0)
    return file


def _open(path: Path, what: str) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise FolderError(f"cannot write to {what}: {error.strerror} ({path})") from error


def _wait(file: int, what: str, shared: bool, timeout: float, notify: Notify | None) -> None:
    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    begun = time.monotonic()
    told = False
    while True:
        try:
            return fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = time.monotonic() - begun
        if waited >= timeout:
            raise FolderError(
                f"{what} is in use by {_holder(file)} and was not free within {timeout:g} s; "
                "wait for it to end, or end it, and try again"
            )
        if waited > PATIENCE and not told and notify:
            notify(f"waiting for {_holder(file)}, which is using {what} ...")
            told = True
        time.sleep(POLL)


def _holder(file: int) -> str:
    """Who wrote its id last; with several readers one of them."""
    try:
        pid = int(os.pread(file, 20, 0))
        os.kill(pid, 0)
    except PermissionError:
        pass
    except (ValueError, OSError):
        return "another process"
    return f"process {pid}"
