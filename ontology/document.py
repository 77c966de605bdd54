"""A document: the source that claims are derived from."""

import hashlib
import re
from dataclasses import dataclass

from ontology.dates import PartialDate
from ontology.fold import unaccented


@dataclass(frozen=True, slots=True)
class Document:
    """One source: an article, a dataset file, or claims added by hand.

    Args:
        id: short name, unique in a folder, safe as a file name (see ``document_id``).
        title: headline or name for people.
        kind: which loader made it (``text``, ``hand``, ...).
        url: http(s) address, if any.
        origin: the path or address it was loaded from, as the user gave it.
        publisher: who published it.
        date: date of publication; dates relative words such as "last year".
        licence: terms, as the source states them.
        language: ISO 639-1 code.
        content_hash: SHA-256 (hex) of the source's bytes.
        recorded: when it was first loaded, ISO 8601 UTC to the second (``2026-11-24T10:00:00Z``).
        retracted: when the document was withdrawn, same form, or None.
        reason: why it was withdrawn.
    """

    id: str
    title: str = ""
    kind: str = "text"
    url: str | None = None
    origin: str | None = None
    publisher: str | None = None
    date: PartialDate | None = None
    licence: str | None = None
    language: str | None = None
    content_hash: str = ""
    recorded: str = ""
    retracted: str | None = None
    reason: str | None = None


def document_id(name: str) -> str:
    """A file-name-safe, IRI-safe id from a file's stem, a title or an address.

    ASCII letters, digits, ``.``, ``_`` and ``-`` are kept; what else stands in the name is folded
    to ``-``. A name that loses letters this way, or is longer than 80 characters, gets a short hash
    so that two names never share an id.
    """
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", unaccented(name.strip())).strip("-.")
    if slug == name and len(slug) <= 80:
        return slug
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug[:72].rstrip('-.')}-{digest}".lstrip("-")
