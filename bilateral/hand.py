"""A claim by hand: a user's words become a checked claim of a document."""

from pathlib import Path

from graph.folder import Folder
from loaders.documents.metadata import is_address
from loaders.documents.text import Given, text_document
from loaders.source import Source
from ontology.claim import MODALITIES, Claim
from ontology.dates import PartialDate
from ontology.document import Document, document_id
from ontology.errors import FolderError, OntologyError, SourceError
from ontology.gazetteer import Actor, successions
from ontology.relations import parse_relation
from ontology.resolve import require
from ontology.rules import check

EXTRACTOR = "hand"


def by_hand(
    folder: Folder,
    words: tuple[str, str, str],
    *,
    quote: str,
    source: str | None,
    since: PartialDate | None,
    until: PartialDate | None,
    modality: str,
    speaker: str | None,
) -> tuple[Document, Claim]:
    """The claim and the document it goes to; nothing is written.

    Raises:
        OntologyError: a name, relation or modality is unknown, or a rule is broken.
    """
    subject, relation, obj = words
    if modality not in MODALITIES:
        raise OntologyError(f"unknown modality {modality!r}; use one of {', '.join(MODALITIES)}")
    document, text = _source(folder, source)
    on = since.value if since else None
    place = text.find(quote) if text is not None and quote else -1
    ends = _living(require(subject, on), since), _living(require(obj, on), since)
    claim = Claim(
        subject=ends[0],
        relation=parse_relation(relation).name,
        object=ends[1],
        document=document.id,
        modality=modality,
        since=since,
        until=until,
        quote=quote,
        start=place if place >= 0 else None,
        end=place + len(quote) if place >= 0 else None,
        speaker=speaker,
        extractor=EXTRACTOR,
    )
    return document, check(claim, text)


def _living(actor: Actor, since: PartialDate | None) -> str:
    """The actor's code, if it existed when the claim begins."""
    if since and not actor.exists(since.value):
        span = f"{actor.since or '?'} to {actor.until or 'today'}"
        heirs = [s.successor for s in successions() if s.predecessor == actor.code]
        hint = f"; did you mean {' or '.join(heirs[:3])}?" if actor.until and heirs else ""
        raise OntologyError(f"{actor.name} ({actor.code}) existed {span}, not in {since}{hint}")
    return actor.code


def _source(folder: Folder, source: str | None) -> tuple[Document, str | None]:
    """The document for claims by hand from a source, and the source's text if it is at hand."""
    if not source:
        return Document("by-hand", "Added by hand", kind="hand"), None
    if is_address(source):
        name = document_id("hand-" + source.partition("://")[2])
        return Document(name, source, kind="hand", url=source), None
    loaded = _loaded(folder, source)
    path = Path(loaded.origin if loaded and loaded.origin else source)
    if path.is_file():
        text = text_document(Source(str(path)).data(), str(path), Given())
        document = loaded or text.document
        return _beside(document, str(path)), text.text
    if loaded:
        return _beside(loaded, loaded.origin), None
    raise SourceError(
        f"{source}: no such file, address or loaded document; give --source https://... or a path"
    )


def _loaded(folder: Folder, source: str) -> Document | None:
    try:
        return folder.read(source).document
    except FolderError:
        return None


def _beside(document: Document, origin: str | None) -> Document:
    # Claims by hand have a document of their own, so that reloading the text never touches them.
    return Document(
        document_id(f"hand-{document.id}"),
        document.title,
        kind="hand",
        url=document.url,
        origin=origin,
        publisher=document.publisher,
        date=document.date,
    )
