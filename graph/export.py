"""The graph as one file: RDF, tables, GraphML."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath

from graph.record import Record
from ontology.claim import Claim
from ontology.document import Document
from ontology.errors import SourceError

_RDF = {
    ".ttl": "TURTLE",
    ".trig": "TRIG",
    ".nq": "N_QUADS",
    ".nt": "N_TRIPLES",
    ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML",
}


def content(file: str, records: Sequence[Record]) -> bytes:
    """The bytes of an export file, by the file's ending.

    Args:
        file: its path.
        records: documents with the claims to write; their order is kept, so that the same graph
            gives the same bytes.

    Raises:
        SourceError: the ending is not known.
    """
    ending = PurePath(file).suffix.lower()
    if ending in _RDF:
        return _rdf(records, _RDF[ending])
    writers: Mapping[str, Callable[[Sequence[Record]], bytes]] = {
        ".csv": _csv,
        ".jsonl": _jsonl,
        ".graphml": _graphml,
    }
    if ending not in writers:
        known = " ".join([".html", *_RDF, *writers])
        raise SourceError(f"{file}: can't write {ending or 'a file without ending'}; use {known}")
    return writers[ending](records)


def flat(document: Document, claim: Claim) -> dict[str, object]:
    """A claim as one flat record with its document's title and address."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "relation": claim.relation,
        "object": claim.object,
        "modality": claim.modality,
        "since": str(claim.since) if claim.since else None,
        "since_basis": claim.since.basis if claim.since else None,
        "until": str(claim.until) if claim.until else None,
        "until_basis": claim.until.basis if claim.until else None,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "speaker": claim.speaker,
        "confidence": claim.confidence,
        "document": claim.document,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "date": str(document.date) if document.date else None,
        "extractor": claim.extractor,
        "recorded": claim.recorded,
    }


def _rdf(records: Sequence[Record], form: str) -> bytes:
    import pyoxigraph as ox

    from ontology.rdf import prefixed, quads

    shape: ox.RdfFormat = getattr(ox.RdfFormat, form)
    found = (quad for record in records for quad in quads(record.document, record.claims))
    # Without named graphs, two documents may state the same direct triple: it is written once.
    statements: Iterable[ox.Quad] | Iterable[ox.Triple] = found
    if not shape.supports_datasets:
        statements = dict.fromkeys(quad.triple for quad in found)
    if form in ("TURTLE", "TRIG"):
        return prefixed(statements, shape)
    return ox.serialize(statements, format=shape) or b""


def _rows(records: Sequence[Record]) -> list[dict[str, object]]:
    return [flat(record.document, claim) for record in records for claim in record.claims]


def _csv(records: Sequence[Record]) -> bytes:
    out = io.StringIO()
    header = list(flat(Document(""), Claim("", "sanctions", "")))
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(records))
    return out.getvalue().encode()


def _jsonl(records: Sequence[Record]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(records)).encode()


def _graphml(records: Sequence[Record]) -> bytes:
    import networkx as nx

    from graph.network import network

    full = network(records)
    for _, data in full.nodes(data=True):
        _drop_empty(data)
    for *_, data in full.edges(data=True):
        _drop_empty(data)
    out = io.BytesIO()
    nx.write_graphml(full, out)
    return out.getvalue()


def _drop_empty(data: dict[str, object]) -> None:
    # GraphML has no null: an attribute that is unknown is left out.
    for name in [key for key, value in data.items() if value is None]:
        del data[name]
