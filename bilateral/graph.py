"""A graph of claims: the record in a folder, and everything that can be asked of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812  (parameters are named date)
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilateral.hand import by_hand
from bilateral.select import Selection, selected
from graph.folder import Folder
from graph.record import Record
from ontology.claim import Claim
from ontology.dates import PartialDate, partial
from ontology.document import Document
from ontology.errors import FolderError, SourceError, reason

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset

    from bilateral.asking import Reply
    from bilateral.checking import Checked
    from bilateral.loading import Report
    from bilateral.reading import Lexicons
    from bilateral.status import Status
    from graph.sync import SyncReport

When = str | Date | PartialDate | None


def exists(folder: str | Path) -> bool:
    """Whether a folder of claims is there: one that holds records, or was made to."""
    path = Path(folder)
    return path.is_dir() and (any(path.glob("*.trig")) or (path / ".bilateral").is_dir())


class Graph:
    """Claims in a folder of RDF files, ``relations`` by default.

    Args:
        folder: the record; one TriG file a document.
        create: make it, at the first write, if it is not there.
        notify: told, a line each, what a person should know (a file that can't be read).

    Raises:
        FolderError: it is not there (and not to be made), or is no folder.
    """

    def __init__(
        self,
        folder: str | Path = "relations",
        *,
        create: bool = True,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        if not str(folder):
            raise FolderError("an empty name is no folder; give --graph DIR")
        if not create and not exists(folder) and not Path(folder).is_file():
            raise FolderError(
                f"{folder}: no graph here yet; `bilateral load article.txt` makes one"
            )
        self.folder = Folder(folder, create, notify=notify)

    def load(
        self,
        *names: str,
        date: When = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        min_confidence: float | None = None,
        dry_run: bool = False,
        jobs: int = 1,
        strict: bool = False,
        lexicon: "Lexicons" = None,
    ) -> "list[Report]":
        """Load files, folders, globs or standard input (``-``).

        Args:
            lexicon: a file of lines that teach the reader, or several. Lines that are wrong are
                told (``notify``), the others used.

        Returns:
            A report a source: its claims and what changed, or a problem in one line.

        Raises:
            SourceError: a name means nothing, a lexicon can't be read, or a source or a line of
                the lexicon is bad and ``strict`` is set.
        """
        from bilateral.loading import Order, load_all
        from bilateral.reading import compiled
        from loaders.documents.text import Given
        from loaders.source import sources

        given = Given(date=partial(date), title=title, url=url, publisher=publisher)
        taught = compiled(lexicon)
        for problem in taught.problems if taught else ():
            self.folder.notify(problem)
        order = Order(given, min_confidence, dry_run, jobs, strict, taught)
        return list(load_all(self.folder, sources(names), order))

    def add(
        self,
        subject: str,
        relation: str,
        obj: str,
        *,
        quote: str = "",
        source: str | None = None,
        since: When = None,
        until: When = None,
        modality: str = "actual",
        speaker: str | None = None,
        dry_run: bool = False,
    ) -> tuple[Claim, bool]:
        """Add one claim by hand.

        Args:
            subject, obj: codes or names ("PAK", "Pakistan", "Burma").
            relation: a name of the ontology, in any spelling ("suppliesArmsTo", "SANCTIONS").
            quote: the words that say so.
            source: address, file or id of a loaded document.
            since, until: partial dates.
            modality: ``actual``, ``possible`` or ``denied``.
            speaker: who is reported as saying it.
            dry_run: check, but store nothing.

        Returns:
            The claim, and whether it was new.

        Raises:
            OntologyError: a name, relation or date is unknown, or the claim breaks a rule.
        """
        document, claim = by_hand(
            self.folder,
            (subject, relation, obj),
            quote=quote,
            source=source,
            since=partial(since),
            until=partial(until),
            modality=modality,
            speaker=speaker,
        )
        if dry_run:
            return claim, True
        return claim, bool(self.folder.add(document, [claim]).added)

    def retract(self, ident: str, why: str) -> Record:
        """Withdraw a claim (id or its beginning) or a document; nothing is deleted.

        Raises:
            FolderError: there is none of that id, or several begin so.
        """
        return self.folder.retract(ident, why)

    def documents(self) -> Iterator[Document]:
        """The documents that stand."""
        return (r.document for r in self.folder.records() if not r.document.retracted)

    def claims(self, selection: Selection | None = None) -> Iterator[Claim]:
        """The claims that stand, of documents that stand."""
        for record in selected(self.folder, selection or Selection()):
            yield from record.claims

    def ask(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float = 30.0,
        uri: str | None = None,
    ) -> "Reply":
        """Run a Cypher query or a saved one by name; columns, rows, and a hint where empty.

        Args:
            cypher: the query, or the name of a saved one.
            params: its parameters.
            limit: most rows; None has no limit.
            timeout: seconds.
            uri: a Neo4j to ask; None asks the embedded copy.

        Raises:
            QueryError: it is refused, wrong, or takes too long.
            TargetError: the server can't be reached.
        """
        from bilateral.asking import reply

        return reply(self.folder, cypher, params or {}, limit=limit, timeout=timeout, uri=uri)

    def query(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        """The rows of a Cypher query on the embedded copy, each a dict by column."""
        answer = self.ask(cypher, params)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def sync(
        self,
        uri: str,
        user: str = "neo4j",
        password: str | None = None,
        *,
        database: str | None = None,
        dry_run: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> "SyncReport":
        """Bring a Neo4j in step; only documents that differ are written.

        Raises:
            TargetError: the server can't be reached or used; the message says why.
        """
        from graph.neo4j import connect
        from graph.sync import sync

        with connect(uri, user, password, database) as target:
            return sync(self.folder, target, progress=progress, dry_run=dry_run)

    def network(self, **filters: Any) -> "MultiDiGraph":
        """A networkx MultiDiGraph; filters as ``Selection`` has them."""
        from graph.network import network

        return network(list(selected(self.folder, Selection(**filters))))

    def rdf(self) -> "Dataset":
        """An rdflib Dataset of everything in the folder, a named graph a document."""
        from rdflib import Dataset

        dataset = Dataset()
        for name in self.folder.names():
            dataset.parse(source=self.folder.file(name), format="trig")
        return dataset

    def export(
        self,
        file: str | Path,
        *,
        states: Sequence[str] = (),
        relations: Sequence[str] = (),
        since: When = None,
        until: When = None,
        query: str | None = None,
        title: str | None = None,
    ) -> int:
        """Write the graph to a file; its ending says how (.html .ttl .trig .nq .csv ...).

        Returns:
            The number of claims written.

        Raises:
            SourceError: the ending is not known, the file can't be written, or it lies in the
                folder of the record.
        """
        from bilateral.exporting import write

        if self.folder.path.resolve() in Path(file).resolve().parents:
            raise SourceError(f"{file}: the folder of the record is no place for exports")
        ids = None if query is None else self.ask(query).claim_ids()
        choice = Selection.of(states, relations, partial(since), partial(until), ids)
        try:
            return write(Path(file), list(selected(self.folder, choice)), title)
        except OSError as error:
            raise SourceError(f"{file}: {reason(error)}") from None

    def check(self) -> "Iterator[Checked]":
        """Check each file: readable, ids in step, the ontology's rules, SHACL."""
        from bilateral.checking import check

        return check(self.folder)

    def status(self) -> "Status":
        """What the folder holds, and whether its copies are in step."""
        from bilateral.status import status

        return status(self.folder)
