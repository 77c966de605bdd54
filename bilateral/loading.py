"""Sources into the folder: read one by one or by several processes, written one by one."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.diff import Diff
from graph.folder import Folder
from loaders.documents.text import Given
from loaders.load import Loaded, load
from loaders.reading import EXTRACTOR
from loaders.source import Source
from ontology.document import Document
from ontology.errors import FolderError, SourceError

if TYPE_CHECKING:
    from loaders.reading.pipeline import Progress
    from loaders.reading.taught_patterns import Lexicon


@dataclass(frozen=True, slots=True)
class Order:
    """How to load.

    Args:
        given: what the user says of the sources.
        min_confidence: claims below it are dropped; None takes the reader's default.
        dry_run: write nothing, only tell what would change.
        jobs: number of processes that read.
        strict: write nothing if any source or line of the lexicon is bad.
        lexicon: a user's lines, which teach the reader more.
        progress: told how far a text is read; not with several processes.
    """

    given: Given = Given()  # noqa: RUF009  (frozen)
    min_confidence: float | None = None
    dry_run: bool = False
    jobs: int = 1
    strict: bool = False
    lexicon: "Lexicon | None" = None
    progress: "Progress | None" = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one source: loaded with a difference, or a problem in one line."""

    source: Source
    loaded: Loaded | None = None
    diff: Diff | None = None
    problem: str | None = None


def load_all(folder: Folder, sources: Sequence[Source], order: Order) -> Iterator[Report]:
    """Load each source; a bad one is reported and does not lose the good ones.

    Args:
        folder: the record.
        sources: what to load.
        order: how.

    Raises:
        SourceError: one is bad and the order is strict; nothing was written.
    """
    if order.strict and order.lexicon and order.lexicon.problems:
        raise SourceError(f"{order.lexicon.problems[0]}; nothing was written (--strict)")
    read = _read_all(sources, order)
    if order.strict:
        read = iter(_all_good(read))
    for report in read:
        try:
            yield _store(folder, report, order) if report.loaded else report
        except FolderError as error:
            yield Report(report.source, problem=str(error))


def _read_all(sources: Sequence[Source], order: Order) -> Iterator[Report]:
    work = functools.partial(_read, order=order)
    if order.jobs == 1 or len(sources) < 2:
        yield from map(work, sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: the parent may hold the threads of a database.
    with ProcessPoolExecutor(order.jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, sources)


def _read(source: Source, order: Order) -> Report:
    try:
        loaded = load(
            source, order.given, order.min_confidence, order.lexicon, progress=order.progress
        )
        return Report(source, loaded)
    except SourceError as error:
        return Report(source, problem=str(error))


def _all_good(reports: Iterable[Report]) -> list[Report]:
    read = list(reports)
    bad = [report.problem for report in read if report.problem]
    if bad:
        more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
        raise SourceError(f"{bad[0]}{more}; nothing was written (--strict)")
    return read


def _store(folder: Folder, report: Report, order: Order) -> Report:
    assert report.loaded is not None  # noqa: S101  (the caller looked)
    loaded = report.loaded
    document = replace(loaded.document, id=folder.id_for(loaded.document))
    twin = _twin(folder, loaded.document, document.id)
    if twin:
        folder.notify(f"{report.source.name}: the same text as {twin.origin or twin.id}")
        document = twin
    change = folder.diff if order.dry_run else folder.put
    return Report(report.source, loaded, change(document, loaded.claims, extractor=EXTRACTOR))


def _twin(folder: Folder, document: Document, ident: str) -> Document | None:
    """The stored document of the same text under another name or from another place."""
    if not folder.file(ident).exists():
        return None
    stored = folder.read(ident).document
    same = stored.content_hash == document.content_hash and stored.origin != document.origin
    return stored if same else None
