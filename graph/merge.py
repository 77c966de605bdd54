"""A record and what a loader brings for the same document become one record."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from graph import identity
from graph.diff import Diff
from graph.record import Record
from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document

DOCUMENT_CHANGED = "document changed"
EXTRACTOR_CHANGED = "extractor changed"
# Withdrawn by a reload, not by a person: such a claim stands again when its words come back.
AUTOMATIC = frozenset({DOCUMENT_CHANGED, EXTRACTOR_CHANGED})
HAND = "hand"


def family(extractor: str) -> str:
    """An extractor without its version: ``reader`` of ``reader-0.1``."""
    return re.split(r"-v?(?=\d)", extractor, maxsplit=1)[0]


def replaced(
    stored: Record | None,
    document: Document,
    claims: Iterable[Claim],
    time: str,
    extractor: str | None = None,
) -> tuple[Record, Diff]:
    """The record after a document was read again, and how it differs.

    A claim that is still there keeps its time of recording, and stays withdrawn where a person
    withdrew it. One that is gone is withdrawn if the same family of extractors had made it: what
    was added by hand outlives a new reading.

    Args:
        stored: what the folder holds.
        document, claims: what was read now.
        time: now, as ``graph.clock.now`` writes it.
        extractor: what read it; needed only where it may have found no claim at all.
    """
    incoming = _unique(claims, document)
    families = _families(incoming, extractor)
    kept_document = _described(stored, document, time)
    reason = _reason(stored, document)
    merged = _merged(stored, incoming, time)
    for claim in stored.claims if stored else ():
        if claim.id not in merged:
            gone = not claim.retracted and _mine(claim, families)
            merged[claim.id] = replace(claim, retracted=time, reason=reason) if gone else claim
    record = Record(kept_document, tuple(merged.values()))
    return record, _diff(stored, record)


def extended(
    stored: Record | None, document: Document, claims: Iterable[Claim], time: str
) -> tuple[Record, Diff]:
    """The record with some more claims; nothing is withdrawn, no description is overwritten."""
    incoming = _unique(claims, document)
    kept_document = _described(stored, _filled(stored, document), time)
    merged = _merged(stored, incoming, time)
    for claim in stored.claims if stored else ():
        merged.setdefault(claim.id, claim)
    record = Record(kept_document, tuple(merged.values()))
    return record, _diff(stored, record)


def _unique(claims: Iterable[Claim], document: Document) -> dict[str, Claim]:
    """By id; of two with the same words in one document the first stands for both."""
    found: dict[str, Claim] = {}
    for claim in claims:
        mine = claim if claim.document == document.id else replace(claim, document=document.id)
        found.setdefault(mine.id, mine)
    return found


def _families(incoming: dict[str, Claim], extractor: str | None) -> set[str]:
    if extractor is not None:
        return {family(extractor)}
    return {family(claim.extractor) for claim in incoming.values()}


def _mine(claim: Claim, families: set[str]) -> bool:
    made_by = family(claim.extractor)
    return made_by in families if families else made_by != HAND


def _reason(stored: Record | None, document: Document) -> str:
    same = stored and stored.document.content_hash == document.content_hash
    return EXTRACTOR_CHANGED if same and document.content_hash else DOCUMENT_CHANGED


def _merged(stored: Record | None, incoming: dict[str, Claim], time: str) -> dict[str, Claim]:
    before = {claim.id: claim for claim in stored.claims} if stored else {}
    return {
        key: _claim(before[key], claim) if key in before else _fresh(claim, time)
        for key, claim in incoming.items()
    }


def _fresh(claim: Claim, time: str) -> Claim:
    return claim if claim.recorded else replace(claim, recorded=time)


def _claim(old: Claim, new: Claim) -> Claim:
    """The new details under the old history."""
    automatic = old.reason in AUTOMATIC
    back = replace(old, retracted=None, reason=None) if automatic else old
    if family(old.extractor) == HAND != family(new.extractor):
        return back
    update = replace(new, recorded=old.recorded, retracted=back.retracted, reason=back.reason)
    # A newer version that finds the very same claim has not made it.
    same = replace(update, extractor=old.extractor) == back
    return back if same and family(old.extractor) == family(new.extractor) else update


def _described(stored: Record | None, document: Document, time: str) -> Document:
    if document.date:  # the basis is for claims; a document's own date has none in RDF
        document = replace(document, date=PartialDate(document.date.value))
    if not stored:
        return document if document.recorded else replace(document, recorded=time)
    old = stored.document
    if identity.place(old.origin) == identity.place(document.origin):
        document = replace(document, origin=old.origin)  # the same file, named from elsewhere
    return replace(document, recorded=old.recorded, retracted=old.retracted, reason=old.reason)


def _filled(stored: Record | None, document: Document) -> Document:
    """The stored description, with what it lacked and the new one tells."""
    if not stored:
        return document
    old = stored.document
    told = {
        field.name: getattr(document, field.name)
        for field in fields(Document)
        if not getattr(old, field.name) and getattr(document, field.name)
    }
    return replace(old, **told)


def _diff(stored: Record | None, record: Record) -> Diff:
    before = {claim.id: claim for claim in stored.claims} if stored else {}
    changed = [(before[c.id], c) for c in record.claims if c.id in before and before[c.id] != c]
    back = [new for old, new in changed if old.retracted and not new.retracted]
    gone = [new for old, new in changed if new.retracted and not old.retracted]
    moved = {new.id for new in (*back, *gone)}
    fresh = [claim for claim in record.claims if claim.id not in before]
    return Diff(
        document=record.document,
        new=stored is None,
        described=stored is not None and stored.document != record.document,
        added=(*fresh, *back),
        changed=tuple(pair for pair in changed if pair[1].id not in moved),
        withdrawn=tuple(gone),
        kept=len(record.claims) - len(fresh) - len(changed),
    )
