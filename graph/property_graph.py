"""A record as the nodes and relationships of the property graph.

``(:Actor:State {code, name})``, ``(:Actor:Organization {code, name})`` and ``(:Document)``; each
claim that stands is one relationship from its subject to its object, its type the relation's name
in UPPER_SNAKE. Every node also bears the label ``Bilateral`` and an ``iri``, by which it is found
again among the data of others.
"""

from dataclasses import dataclass, field
from urllib.parse import quote

from graph.record import Record
from ontology.claim import Claim
from ontology.document import Document
from ontology.relations import relation
from ontology.vocabulary import ACTOR, DOCUMENT

Value = str | int | float | list[str]
Properties = dict[str, Value]
MARK = "Bilateral"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its labels beside the mark, in order, and its properties."""

    iri: str
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim: relationship type, the IRIs of its ends, and its properties."""

    type: str
    subject: str
    object: str
    properties: Properties

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Rows:
    """What one document gives: its node, the actors that it needs, its claims."""

    document: Properties
    actors: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)


def rows(record: Record, version: str) -> Rows:
    """The rows of one document.

    Args:
        record: the document with its claims; those withdrawn give no row.
        version: what the copy keeps as the document's ``hash``.
    """
    edges = [_edge(claim, record.document) for claim in record.standing]
    codes = sorted({code for c in record.standing for code in (c.subject, c.object)})
    described = _document(record.document, version)
    described["claims"] = len(edges)
    described["relations"] = sorted({edge.type for edge in edges})
    return Rows(described, {code: _actor(code) for code in codes}, edges)


def document_iri(document: str) -> str:
    """The IRI by which a document's node is found."""
    return DOCUMENT + quote(document, safe="._-~")


def actor_iri(code: str) -> str:
    """The IRI by which an actor's node is found."""
    return ACTOR + quote(code, safe="._-~")


def _actor(code: str) -> Node:
    from ontology.gazetteer import actors

    known = actors().get(code)
    labels = ("Actor", known.kind.capitalize()) if known else ("Actor",)
    return Node(actor_iri(code), labels, {"code": code, "name": known.name if known else code})


def _document(document: Document, version: str) -> Properties:
    return _told(
        {
            "id": document.id,
            "title": document.title,
            "url": document.url,
            "publisher": document.publisher,
            "date": str(document.date or ""),
            "kind": document.kind,
            "language": document.language,
            "licence": document.licence,
            "recorded": document.recorded,
            "hash": version,
        }
    )


def _edge(claim: Claim, document: Document) -> Edge:
    about = relation(claim.relation)
    properties = _told(
        {
            "id": claim.id,
            "modality": claim.modality,
            "since": str(claim.since or ""),
            "until": str(claim.until or ""),
            "year": claim.year,
            "quote": claim.quote,
            "sentence": claim.sentence,
            "start": claim.start,
            "end": claim.end,
            "speaker": claim.speaker,
            "confidence": claim.confidence,
            "document": document.id,
            "title": document.title,
            "url": document.url,
            "quad": about.quad,
            "plover": about.plover,
            "extractor": claim.extractor,
            "recorded": claim.recorded,
        }
    )
    return Edge(about.cypher, actor_iri(claim.subject), actor_iri(claim.object), properties)


def _told(values: dict[str, str | int | float | None]) -> Properties:
    """Only what is known: a property that is null does not exist in Cypher."""
    return {key: value for key, value in values.items() if value is not None and value != ""}
