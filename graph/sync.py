"""Bring a Cypher copy in step with the folder: only what differs, and again after any crash."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from graph import batch, stamp, statements
from graph.property_graph import Rows, rows
from graph.target import Target
from graph.view import View

Progress = Callable[[int, int], None]
CLAIMS = 5_000  # in a transaction, about: enough to be quick, few enough to hold in memory
DOCUMENTS = 500


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did, or with ``dry_run`` would do.

    Args:
        documents_written, documents_removed, unchanged: documents.
        claims_written, claims_removed: relationships; with ``dry_run`` an upper bound, since the
            target's own claims are not compared then.
    """

    documents_written: int = 0
    documents_removed: int = 0
    unchanged: int = 0
    claims_written: int = 0
    claims_removed: int = 0

    def __bool__(self) -> bool:
        """Whether anything differed."""
        return bool(self.documents_written or self.documents_removed)

    def __str__(self) -> str:
        return (
            f"{self.documents_written} documents written, {self.documents_removed} removed, "
            f"{self.unchanged} unchanged; {self.claims_written} claims written, "
            f"{self.claims_removed} removed"
        )


def sync(
    folder: View, target: Target, progress: Progress | None = None, dry_run: bool = False
) -> SyncReport:
    """Bring a target in step with the folder.

    Documents whose hash on the target is the folder's are not touched. A file that can't be read
    leaves what the target has of it. It may be killed anywhere and run again.

    Args:
        folder: the record.
        target: an open database, writable.
        progress: told how many documents are done, of how many.
        dry_run: only say what differs.

    Raises:
        TargetError: the database can't be reached, refuses, or was lost on the way.
    """
    index = folder.index()
    wanted = {n: version(e.hash) for n, e in index.items() if not (e.problem or e.retracted)}
    held = {row["id"]: row for row in target.read(statements.HASHES)}
    differ = [name for name, told in wanted.items() if held.get(name, {}).get("hash") != told]
    gone = sorted(name for name in held if name not in wanted and not _broken(index.get(name)))
    report = SyncReport(len(differ), len(gone), len(wanted) - len(differ))
    if dry_run:
        return replace(
            report,
            claims_written=sum(index[name].standing for name in differ),
            claims_removed=sum(held[name]["claims"] or 0 for name in gone),
        )
    if not report:
        return report
    _prepare(target, known=bool(held))
    indexed = {kind for row in held.values() for kind in row["relations"] or ()}
    work = _Work(folder, target, indexed, len(differ) + len(gone), progress)
    made, removed = work.write(differ)
    removed += work.remove(gone)
    target.write(lambda tx: tx.run(statements.ORPHANS).consume())
    return replace(report, claims_written=made, claims_removed=removed)


def version(file_hash: str) -> str:
    """What a target keeps as a document's ``hash``: the file's, and the rules' it was read by."""
    return f"{file_hash[:32]}-{stamp.rules()}"


def _prepare(target: Target, known: bool) -> None:
    """Make the constraint and the index of the nodes; a target that holds documents has them."""
    for statement in () if known else statements.UNIQUE:
        target.define(statement)


class _Work:
    """The writing part of one sync.

    Args:
        folder, target: from where and to where.
        indexed: relationship types whose index the target has.
        total: how many documents there are to do.
        progress: told after each transaction.
    """

    def __init__(
        self,
        folder: View,
        target: Target,
        indexed: set[str],
        total: int,
        progress: Progress | None,
    ) -> None:
        self.folder, self.target, self.indexed = folder, target, indexed
        self.done, self.total, self.progress = 0, total, progress

    def write(self, names: list[str]) -> tuple[int, int]:
        """How many claims were made and removed."""
        made = removed = 0
        for some in _transactions(self.folder, names):
            self._index(some)
            written = self.target.write(partial(batch.write, rows=some))
            made, removed = made + written.made, removed + written.removed
            self._tell(len(some))
        return made, removed

    def remove(self, names: list[str]) -> int:
        """How many claims were removed."""
        removed = 0
        for start in range(0, len(names), DOCUMENTS):
            some = names[start : start + DOCUMENTS]
            removed += self.target.write(partial(batch.remove, names=some)).removed
            self._tell(len(some))
        return removed

    def _index(self, some: list[Rows]) -> None:
        for kind in sorted({edge.type for each in some for edge in each.edges} - self.indexed):
            self.target.define(statements.index(kind))
            self.indexed.add(kind)

    def _tell(self, documents: int) -> None:
        self.done += documents
        if self.progress:
            self.progress(self.done, self.total)


def _transactions(folder: View, names: Iterable[str]) -> Iterator[list[Rows]]:
    """Documents in groups of about as many claims as one transaction should have."""
    some: list[Rows] = []
    claims = 0
    for name in names:
        if each := _rows(folder, name):
            some.append(each)
            claims += len(each.edges)
        if claims >= CLAIMS or len(some) >= DOCUMENTS:
            yield some
            some, claims = [], 0
    if some:
        yield some


def _rows(folder: View, name: str) -> Rows | None:
    """None where the document vanished, broke or was withdrawn since the folder was looked at."""
    found = folder.stored(name)
    if not found or found[0].document.retracted:
        return None
    return rows(found[0], version(found[1]))


def _broken(entry: object) -> bool:
    return bool(getattr(entry, "problem", ""))
