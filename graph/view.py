"""What can be read of a folder, without any lock."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import files, find, index
from graph.find import Found
from graph.index import Index
from graph.lock import Notify
from graph.record import Record
from ontology.claim import Claim
from ontology.document import Document, document_id
from ontology.errors import FolderError, OntologyError

PRIVATE = ".bilateral"  # what is derived: locks, the index, the Cypher copy


@dataclass(frozen=True, slots=True)
class Summary:
    """What a folder holds, in numbers."""

    documents: int
    retracted_documents: int
    claims: int
    standing: int
    actors: int
    broken: int


class View:
    """The reading half of ``graph.folder.Folder``: readers always see whole documents.

    Args:
        path, create, notify: as the folder has them.

    Raises:
        FolderError: the path is a file, or is missing and ``create`` is False.
    """

    def __init__(self, path: str | Path, create: bool, notify: Notify | None) -> None:
        self.path = Path(path)
        self.private = self.path / PRIVATE
        self.notify: Notify = notify or (lambda message: None)
        self._index: Index | None = None
        self._writing = False
        if self.path.exists() and not self.path.is_dir():
            raise FolderError(f"{self.path} is a file, not a folder; name a folder with --graph")
        if not create and not self.path.exists():
            raise FolderError(
                f"there is no folder {self.path}; make it with `bilateral load FILE`, "
                "or name another with --graph"
            )

    def names(self) -> list[str]:
        """Ids of the documents, in order, whether their files can be read or not."""
        return sorted(name for name, _ in files.scan(self.path))

    def read(self, document: str) -> Record:
        """A document and its claims.

        Raises:
            FolderError: there is no such document, or its file can't be read (says where).
        """
        try:
            data = self.file(document).read_bytes()
        except FileNotFoundError:
            raise FolderError(f"no document {document!r} in {self.path}") from None
        except OSError as error:
            raise FolderError(f"cannot read {self.file(document)}: {error.strerror}") from error
        return self._parse(data, document)

    def stored(self, document: str) -> tuple[Record, str] | None:
        """A document with the hash of its file; None if it is gone or can't be read."""
        try:
            data = self.file(document).read_bytes()
            return self._parse(data, document), index.digest(data)
        except (OSError, FolderError):
            return None

    def records(self, documents: Iterable[str] | None = None) -> Iterator[Record]:
        """Every document with its claims, in order of id; one that can't be read is reported."""
        for name in self.names() if documents is None else documents:
            try:
                yield self.read(name)
            except FolderError as error:
                self.notify(str(error))

    def documents(self) -> Iterator[Document]:
        """Every document, in order of id."""
        return (record.document for record in self.records())

    def claim(self, text: str) -> Claim:
        """The claim of that id, or whose id begins so.

        Raises:
            FolderError: there is none, or more than one.
        """
        return find.one(self._claims(text), text, self.path).claim  # type: ignore[return-value]

    def find(self, text: str) -> Found:
        """The document or claim of that id, or whose id begins so (4 characters or more).

        Raises:
            FolderError: there is none, or more than one.
        """
        names = find.documents(self.names(), text)
        if names == [text]:
            return Found(self.read(text))
        found = [Found(self.read(name)) for name in sorted(names)]
        return find.one(found + self._claims(text), text, self.path)

    def file(self, document: str) -> Path:
        """Where a document's file lies."""
        if document_id(document) != document:
            raise FolderError(f"{document!r} can't be a document's id; see ontology.document_id")
        return self.path / (document + files.ENDING)

    def index(self) -> Index:
        """A summary of each file by document id, up to date; unchanged files are not read."""
        path = self.private / "index.json"
        known = index.load(path) if self._index is None else self._index
        self._index = index.current(self.path, known, self._parse)
        if self._index != known and self.private.is_dir() and not self._writing:
            index.save(path, self._index)
        return self._index

    def summary(self) -> Summary:
        """What the folder holds, in numbers; quick where little has changed."""
        entries = self.index().values()
        return Summary(
            documents=sum(not e.problem for e in entries),
            retracted_documents=sum(e.retracted for e in entries),
            claims=sum(e.claims for e in entries),
            standing=sum(e.standing for e in entries),
            actors=len({code for e in entries for code in e.actors}),
            broken=sum(bool(e.problem) for e in entries),
        )

    def broken(self) -> list[str]:
        """The files that can't be read, each as one line with its place."""
        return [e.problem for e in self.index().values() if e.problem]

    def fingerprint(self) -> str:
        """Tells whether any file has changed, from the file system alone."""
        seen = sorted(
            f"{name}\0{s.size}\0{s.modified}\0{s.inode}" for name, s in files.scan(self.path)
        )
        return hashlib.sha256("\n".join(seen).encode("utf-8", "surrogateescape")).hexdigest()

    def _claims(self, text: str) -> list[Found]:
        names = self.names()
        records = self.records(find.may_hold(self.path, names, text))
        return [Found(r, c) for r in records for c in r.claims if c.id.startswith(text)]

    def _parse(self, data: bytes, document: str) -> Record:
        from ontology.rdf_read import parse

        where = str(self.file(document))
        try:
            told, claims = parse(data, where)
            for claim in claims:
                _ = claim.id  # an unknown relation shows here
        except OntologyError as error:
            raise FolderError(f"{where}: {error}") from error
        if told.id != document:
            raise FolderError(f"{where}: holds document {told.id!r}; name the file after it")
        return Record(told, tuple(claims))
