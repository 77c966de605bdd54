"""The record: a folder of TriG files, one a document."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graph import files, identity, index, merge
from graph.clock import now
from graph.diff import Diff
from graph.find import Found
from graph.index import Entry, Index
from graph.lock import Notify, locked
from graph.record import Record
from graph.view import View
from ontology.claim import Claim
from ontology.document import Document
from ontology.errors import FolderError


class Folder(View):
    """Documents and their claims as files that any RDF tool and git can read.

    Readers take no lock and always see whole documents. One writer at a time; others wait.

    Args:
        path: the folder. It is made at the first write.
        create: whether a missing folder is fine.
        notify: told what a person should know (a long wait, a file that can't be read).
        timeout: seconds to wait for another writer.

    Raises:
        FolderError: it is a file, or is missing and ``create`` is False.
    """

    def __init__(
        self,
        path: str | Path,
        create: bool = True,
        *,
        notify: Notify | None = None,
        timeout: float = 30.0,
    ) -> None:
        super().__init__(path, create, notify)
        self.timeout = timeout

    def put(
        self, document: Document, claims: Iterable[Claim], *, extractor: str | None = None
    ) -> Diff:
        """Store what was read from a document, in place of what was read from it before.

        Claims that stand as before keep their history; those that the same family of extractors
        no longer finds are withdrawn, never deleted. If nothing differs nothing is written.

        Args:
            document, claims: what was read.
            extractor: what read it (``reader-0.1``); needed where it may have found no claim.

        Raises:
            FolderError: another writer holds the folder, it can't be written, or the document's
                present file is broken (it is not overwritten).
        """
        with self.writing():
            record, diff = self._replaced(document, claims, extractor)
            return self._store(record, diff)

    def add(self, document: Document, claims: Iterable[Claim]) -> Diff:
        """Store some more claims of a document, new or known; nothing is withdrawn.

        Raises:
            FolderError: as ``put`` does.
        """
        with self.writing():
            record, diff = merge.extended(self._stored(document), document, claims, now())
            return self._store(record, diff)

    def diff(
        self, document: Document, claims: Iterable[Claim], *, extractor: str | None = None
    ) -> Diff:
        """What ``put`` would change; nothing is written."""
        return self._replaced(document, claims, extractor)[1]

    def retract(self, text: str, why: str) -> Record:
        """Withdraw a claim or a document, with the reason; it stays on record.

        Args:
            text: the id, or its unambiguous beginning (4 characters or more).
            why: the reason, for whoever reads it later.

        Returns:
            The record as it now stands.

        Raises:
            FolderError: no such id, more than one, no reason, or withdrawn already.
        """
        if not why.strip():
            raise FolderError("give a reason for withdrawing it (--why)")
        with self.writing():
            found = self.find(text)
            record = _withdrawn(found, now(), " ".join(why.split()))
            self._write(record)
            return record

    def id_for(self, document: Document) -> str:
        """The id under which a document is or will be stored.

        Its own id, unless another source has that (then with a suffix from its origin), or the
        very same content is stored under another.
        """
        if document.content_hash:
            for name, entry in self.index().items():
                if entry.content == document.content_hash:
                    return name
        if not self.file(document.id).exists():
            return document.id
        stored = self.read(document.id).document
        return document.id if identity.same(stored, document) else identity.suffixed(document)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock for several writes; each document still is a write of its own.

        Raises:
            FolderError: another writer holds it longer than the timeout, or the folder can't be
                written.
        """
        if self._writing:
            yield
            return
        prepare(self.path, self.private)
        what = f"the folder {self.path}"
        lock = self.private / "lock"
        with locked(lock, what, timeout=self.timeout, notify=self.notify):
            files.clean(self.path)
            self._set_index(None)  # another writer may have known more
            self._writing = True
            try:
                yield
            finally:
                self._writing = False
                self._save_index()

    def _set_index(self, known: Index | None) -> None:
        self._index = known

    def _save_index(self) -> None:
        if self._index is not None:
            index.save(self.private / "index.json", self._index)

    def _replaced(
        self, document: Document, claims: Iterable[Claim], extractor: str | None
    ) -> tuple[Record, Diff]:
        stored = self._stored(document)
        if stored:
            # As RDF gives them back, so that what is equal there is equal here.
            document, claims = _round_trip(document, claims)
        return merge.replaced(stored, document, claims, now(), extractor)

    def _stored(self, document: Document) -> Record | None:
        return self.read(document.id) if self.file(document.id).exists() else None

    def _store(self, record: Record, diff: Diff) -> Diff:
        if diff:
            self._write(record)
        return diff

    def _write(self, record: Record) -> None:
        from ontology.rdf import serialize

        data = serialize(record.document, record.claims)
        path = self.file(record.document.id)
        files.write(path, data)
        if self._index is None:
            self._index = index.load(self.private / "index.json")
        self._index[record.document.id] = _entry(path, data, record)


def prepare(path: Path, private: Path) -> None:
    """Make the folder, and its private part, which git is told to leave alone.

    Raises:
        FolderError: it can't be made.
    """
    try:
        private.mkdir(parents=True, exist_ok=True)
        ignore = private / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n")
    except OSError as error:
        raise FolderError(f"cannot write to the folder {path}: {error.strerror}") from error


def _entry(path: Path, data: bytes, record: Record) -> Entry:
    stat = path.stat()
    seen = files.Seen(stat.st_size, stat.st_mtime_ns, stat.st_ino)
    return index.entry(seen, data, record)


def _round_trip(document: Document, claims: Iterable[Claim]) -> tuple[Document, list[Claim]]:
    from ontology.rdf import serialize
    from ontology.rdf_read import parse

    # Of claims with one id, which differ in their note or speaker alone, the first stands.
    mine = {c.id: c for c in reversed([replace(c, document=document.id) for c in claims])}
    return parse(serialize(document, reversed(mine.values())), document.id)


def _withdrawn(found: Found, time: str, why: str) -> Record:
    thing = found.claim or found.record.document
    if thing.retracted:
        raise FolderError(f"{thing.id} was withdrawn already ({thing.retracted}: {thing.reason})")
    if found.claim is None:
        document = replace(found.record.document, retracted=time, reason=why)
        return replace(found.record, document=document)
    gone = replace(found.claim, retracted=time, reason=why)
    claims = tuple(gone if c.id == gone.id else c for c in found.record.claims)
    return replace(found.record, claims=claims)
