"""Which stored document a source is: the same content or the same origin means the same one."""

import hashlib
import os

from ontology.document import Document

NOWHERE = frozenset({None, "", "-"})  # standard input has no lasting address


def same(one: Document, other: Document) -> bool:
    """Whether two documents that would share an id are one and the same source."""
    if one.content_hash and one.content_hash == other.content_hash:
        return True
    pairs = ((place(one.origin), place(other.origin)), (one.url, other.url))
    told = [(a, b) for a, b in pairs if a not in NOWHERE and b not in NOWHERE]
    if told:
        return any(a == b for a, b in told)
    # No address on either side: two contents are two documents, no content is no difference.
    return not (one.content_hash and other.content_hash)


def suffixed(document: Document) -> str:
    """The id of a document whose own id is taken by another source."""
    where = place(document.origin)
    key = where if where not in NOWHERE else document.url or document.content_hash
    return f"{document.id}-{hashlib.sha256(str(key).encode()).hexdigest()[:6]}"


def place(origin: str | None) -> str | None:
    """An address as it is; a path made absolute, so that it is one from wherever it is named."""
    if origin is None or origin in NOWHERE or "://" in origin:
        return origin
    return os.path.abspath(origin)  # noqa: PTH100  (no look at the disk: links stay as named)
