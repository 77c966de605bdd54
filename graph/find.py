"""Documents and claims by id or the beginning of one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph import files
from graph.record import Record
from ontology.claim import Claim
from ontology.errors import FolderError

SHORTEST = 4  # characters of an id that may stand for the whole
_CLAIM_ID = re.compile(r"[0-9a-f]{4,16}")


@dataclass(frozen=True, slots=True)
class Found:
    """A document, or one claim of it."""

    record: Record
    claim: Claim | None = None


def documents(names: Iterable[str], text: str) -> list[str]:
    """Ids of the documents that are meant: the one so named, else those that begin so."""
    known = list(names)
    if text in known:
        return [text]
    return [name for name in known if len(text) >= SHORTEST and name.startswith(text)]


def may_hold(folder: Path, names: Iterable[str], text: str) -> list[str]:
    """Documents whose file mentions something like the claim's id; a look at bytes is quick."""
    if not _CLAIM_ID.fullmatch(text):
        return []
    mention = re.compile(rb"[:/]" + text.encode())
    return [name for name in names if mention.search((folder / (name + files.ENDING)).read_bytes())]


def one(found: list[Found], text: str, folder: Path) -> Found:
    """The only one found.

    Raises:
        FolderError: there is none, or more than one.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        raise FolderError(
            f"no document or claim {text!r} in {folder}; "
            f"give an id as `bilateral status` and `query` show them, or its first {SHORTEST} "
            "or more characters"
        )
    names = [item.claim.id if item.claim else item.record.document.id for item in found]
    more = ", ..." if len(names) > 5 else ""
    raise FolderError(
        f"{text!r} is the beginning of {len(names)} ids ({', '.join(names[:5])}{more}); "
        "give more characters"
    )
