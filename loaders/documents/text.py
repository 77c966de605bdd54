"""Plain text and Markdown: a file's bytes become a document and its text."""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from loaders.documents.decode import decode
from loaders.documents.language import accept
from loaders.documents.metadata import Metadata, metadata
from ontology.dates import PartialDate
from ontology.document import Document, document_id

ENDINGS = (".txt", ".text", ".md", ".markdown")
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source; it overrides what the source says of itself."""

    date: PartialDate | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A document with its text as given, and the character at which reading begins."""

    document: Document
    text: str
    start: int
    warnings: tuple[str, ...]


def text_document(data: bytes, name: str, given: Given) -> TextDocument:
    """A document from the bytes of a text.

    Args:
        data: the whole file, or standard input.
        name: the path as given, or ``-`` for standard input.
        given: what the user says of it.

    Raises:
        SourceError: it cannot be read as text.
    """
    where = _where(name)
    decoded = decode(data, where)
    meta = metadata(decoded.text, where)
    date, unclear = meta.date(where)
    digest = hashlib.sha256(data).hexdigest()
    fields = meta.fields
    document = Document(
        id=f"stdin-{digest[:8]}" if name == "-" else document_id(PurePath(name).stem),
        title=_plain(given.title or fields.get("title") or _title(decoded.text, meta, name)),
        kind="text",
        url=given.url or fields.get("url"),
        origin=_plain(name),
        publisher=given.publisher or fields.get("publisher"),
        date=given.date or date,
        licence=fields.get("licence"),
        language=fields.get("language"),
        content_hash=digest,
    )
    warnings = [decoded.warning, None if given.date else unclear]
    told = tuple(warning for warning in warnings if warning)
    return TextDocument(document, decoded.text, meta.start, told)


def english(text: TextDocument, name: str) -> TextDocument:
    """The document with its language, if that is one that can be read.

    Args:
        text: the document.
        name: the path as given, or ``-`` for standard input.

    Raises:
        SourceError: its metadata or its words say that it is not English.
    """
    document = text.document
    language = accept(document.language, text.text, text.start, _where(name))
    return replace(text, document=replace(document, language=language))


def _where(name: str) -> str:
    return "standard input" if name == "-" else name


def _plain(text: str) -> str:
    """Without the bytes that are no UTF-8, which a file's name may hold and RDF may not."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _title(text: str, meta: Metadata, name: str) -> str:
    body = text[meta.start :].lstrip()
    first = re.sub(r"^#+\s*", "", body.splitlines()[0]).strip() if body else ""
    if first and len(first) <= _LONGEST_TITLE and not first.endswith("."):
        return first
    # What the title names weighs in reading: without a headline it is no part of the text.
    return PurePath(name).stem.replace("-", " ").replace("_", " ") if name != "-" else "untitled"
