"""Teaching by example: a line into the user's lexicon, and what it would change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph import files
from graph.folder import Folder
from graph.record import Record
from loaders.documents.text import Given, text_document
from loaders.reading import Reading, read
from loaders.reading.examples import NONE
from loaders.reading.taught import Line, appended, lines, taught
from loaders.reading.taught_compile import compiled, one
from loaders.source import Source
from ontology.claim import MODALITIES, Claim
from ontology.document import Document
from ontology.errors import FolderError, SourceError, reason
from ontology.relations import ends

if TYPE_CHECKING:
    from loaders.reading.taught_patterns import Pattern

LAST = 20
LONGEST = 300_000  # characters of a text that is read anew; of a longer one the stored sentences


@dataclass(frozen=True, slots=True)
class Lesson:
    """A line that was taught.

    Args:
        file: the lexicon it stands in.
        line: the line.
        patterns: what it matches.
        known: whether it stood there before.
        others: lines there that say the same words mean something else.
    """

    file: Path
    line: Line
    patterns: "tuple[Pattern, ...]"
    known: bool
    others: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that a line would make or take away: ``new``, ``there`` or ``gone``."""

    claim: Claim
    state: str


def teach(file: Path, words: str, relation: str, *, dry_run: bool = False) -> Lesson:
    """Put a line at the end of a lexicon, unless it stands there.

    Args:
        file: the lexicon; it is made if it is not there.
        words: the sentence, A acting on B; it may end in `` | possible`` or `` | denied``.
        relation: a relation in any spelling, or ``none``.
        dry_run: write nothing.

    Raises:
        SourceError: the line is wrong, or the file can't be read or written.
    """
    words, bar, tag = words.partition("|")
    line = taught(relation, words, tag.strip() if bar else MODALITIES[0])
    patterns = one(line)
    data, before = _before(file)
    known = any(line.same(other) for other in before)
    others = tuple(o for o in before if o.words == line.words and not line.same(o))
    if not known and not dry_run:
        _write(file, appended(data, [line]))
    return Lesson(file, line, patterns, known, others)


def hits(folder: Folder, line: Line) -> Iterator[Hit]:
    """What a line would make of the documents that were loaded last."""
    for record in _last(folder):
        yield from _hits(record, line)


def _before(file: Path) -> tuple[bytes, list[Line]]:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return b"", []
    except OSError as error:
        raise SourceError(f"lexicon {file}: {reason(error)}") from None
    return data, lines(file)[0]


def _write(file: Path, data: bytes) -> None:
    path = file.resolve()  # through a link to the file that it names
    try:
        mode = path.stat().st_mode if path.exists() else None
        files.put(path, data)
        if mode is not None:
            path.chmod(mode & 0o7777)
    except OSError as error:
        raise SourceError(f"lexicon {file}: {reason(error)}") from None


def _last(folder: Folder) -> Iterator[Record]:
    """The records of texts that were written last."""
    names = sorted(folder.names(), key=lambda name: -folder.file(name).stat().st_mtime_ns)
    found = 0
    for name in names:
        try:
            record = folder.read(name)
        except FolderError as error:
            folder.notify(str(error))
            continue
        if record.document.kind == "text" and not record.document.retracted:
            yield record
            found += 1
        if found == LAST:
            return


def _hits(record: Record, line: Line) -> Iterator[Hit]:
    lexicon = compiled([line])
    there = {_key(claim) for claim in record.standing}
    for text, document, start in _texts(record):
        taught = read(text, document, start=start, min_confidence=0.0, lexicon=lexicon)
        if line.relation == NONE:
            yield from _gone(text, document, start, taught, there)
        for claim in taught.claims:
            if claim.id in taught.taught:
                yield Hit(claim, "there" if _key(claim) in there else "new")


def _gone(
    text: str, document: Document, start: int, taught: Reading, there: set[tuple[str, ...]]
) -> Iterator[Hit]:
    """Claims that are there and would not be read any more."""
    left = {_key(claim) for claim in taught.claims}
    for claim in read(text, document, start=start, min_confidence=0.0).claims:
        if _key(claim) in there - left:
            yield Hit(claim, "gone")


def _texts(record: Record) -> Iterator[tuple[str, Document, int]]:
    """The text at the document's origin if it is the same still, else its stored sentences."""
    whole = _whole(record.document)
    if whole:
        yield whole
        return
    sentences = dict.fromkeys(claim.sentence for claim in record.claims if claim.quote)
    for sentence in sentences:
        yield sentence, record.document, 0


def _whole(document: Document) -> tuple[str, Document, int] | None:
    if not document.origin or not Path(document.origin).is_file():
        return None
    try:
        given = Given(date=document.date, title=document.title)
        text = text_document(Source(document.origin).data(), document.origin, given)
    except SourceError:
        return None
    same = text.document.content_hash == document.content_hash
    if not same or len(text.text) > LONGEST:
        return None
    return text.text, replace(text.document, id=document.id), text.start


def _key(claim: Claim) -> tuple[str, ...]:
    return (*ends(claim.subject, claim.relation, claim.object), claim.relation)
