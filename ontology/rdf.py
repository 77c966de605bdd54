"""A document and its claims as RDF, one named graph, both ways without loss.

The shape: PROV-O says where a claim comes from and what made it, Web Annotation selectors carry
the quote and its place, and a claim that is actual and stands also gives the direct triple
(``s:PAK b:alliedWith s:USA``). There are no blank nodes, so that reading a file again changes
nothing.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote as escape

import pyoxigraph as ox

from ontology import vocabulary as v
from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document
from ontology.gazetteer import actors

_GYEAR = {4: "gYear", 7: "gYearMonth", 10: "date"}
_CLASS = {"state": "State", "organization": "Organization"}
Value = ox.NamedNode | ox.Literal


def quads(document: Document, claims: Iterable[Claim]) -> list[ox.Quad]:
    """The quads of one document's named graph, in a fixed order (claims by place, then id)."""
    ordered = sorted(claims, key=lambda c: (-1 if c.start is None else c.start, c.id))
    graph = node(v.DOCUMENT, document.id)
    triples: list[tuple[ox.NamedNode, str, Value]] = []
    triples += ((graph, p, o) for p, o in _document(document))
    triples += _actors(ordered)
    triples += _direct(ordered, document)
    for claim in ordered:
        triples += _claim(claim, graph)
    return [ox.Quad(s, ox.NamedNode(p), o, graph) for s, p, o in triples]


def serialize(document: Document, claims: Iterable[Claim]) -> bytes:
    """One document and its claims as TriG; the same fields give the same bytes."""
    return prefixed(quads(document, claims), ox.RdfFormat.TRIG)


def prefixed(statements: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    """Statements in Turtle or TriG, with the project's prefixes in a fixed order."""
    data = ox.serialize(statements, format=form, prefixes=v.PREFIXES) or b""
    lines = data.splitlines(keepends=True)
    # The serializer writes the prefixes in any order; the same claims must give the same bytes.
    return b"".join(sorted(lines[: len(v.PREFIXES)]) + lines[len(v.PREFIXES) :])


def node(namespace: str, name: str) -> ox.NamedNode:
    """The IRI of a name in one of the project's namespaces."""
    return ox.NamedNode(namespace + escape(name, safe="._-~+"))


def _document(d: Document) -> Iterator[tuple[str, Value]]:
    yield v.RDF + "type", ox.NamedNode(v.ONTOLOGY + "Document")
    yield v.ONTOLOGY + "kind", ox.Literal(d.kind)
    yield from _texts(
        {
            v.DCTERMS + "title": d.title or None,
            v.DCTERMS + "source": d.url,
            v.ONTOLOGY + "origin": d.origin,
            v.DCTERMS + "publisher": d.publisher,
            v.DCTERMS + "license": d.licence,
            v.DCTERMS + "language": d.language,
            v.ONTOLOGY + "contentHash": d.content_hash or None,
            v.ONTOLOGY + "reason": d.reason,
        }
    )
    if d.date:
        yield v.DCTERMS + "issued", when(d.date)
    yield from _times(d.recorded, d.retracted)


def _actors(claims: list[Claim]) -> Iterator[tuple[ox.NamedNode, str, Value]]:
    known = actors()
    for code in sorted({code for c in claims for code in (c.subject, c.object)} & known.keys()):
        actor = known[code]
        yield node(v.ACTOR, code), v.RDF + "type", ox.NamedNode(v.ONTOLOGY + _CLASS[actor.kind])
        yield node(v.ACTOR, code), v.RDFS + "label", ox.Literal(actor.name)


def _direct(claims: list[Claim], document: Document) -> Iterator[tuple[ox.NamedNode, str, Value]]:
    facts = {
        (c.subject, c.relation, c.object)
        for c in claims
        if c.modality == "actual" and not c.retracted and not document.retracted
    }
    for subject, relation, target in sorted(facts):
        yield node(v.ACTOR, subject), v.ONTOLOGY + relation, node(v.ACTOR, target)


def _claim(c: Claim, graph: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, str, Value]]:
    me = node(v.CLAIM, c.id)
    for predicate, value in _statement(c):
        yield me, predicate, value
    yield me, v.PROV + "wasDerivedFrom", graph
    if c.extractor:
        yield me, v.PROV + "wasAttributedTo", node(v.AGENT, c.extractor)
    for predicate, value in _times(c.recorded, c.retracted):
        yield me, predicate, value
    parts = {name: facts for name, facts in _parts(c).items() if facts}
    for name in parts:
        yield me, _LINK[name], ox.NamedNode(f"{me.value}-{name}")
    for name, facts in parts.items():
        part = ox.NamedNode(f"{me.value}-{name}")
        yield from ((part, predicate, value) for predicate, value in facts)


_LINK = {
    "quote": v.OA + "hasSelector",
    "position": v.OA + "hasSelector",
    "speaker": v.ONTOLOGY + "speaker",
}


def _statement(c: Claim) -> Iterator[tuple[str, Value]]:
    yield v.RDF + "type", ox.NamedNode(v.ONTOLOGY + "Claim")
    yield v.ONTOLOGY + "subject", node(v.ACTOR, c.subject)
    yield v.ONTOLOGY + "relation", ox.NamedNode(v.ONTOLOGY + c.relation)
    yield v.ONTOLOGY + "object", node(v.ACTOR, c.object)
    yield v.ONTOLOGY + "modality", ox.NamedNode(v.ONTOLOGY + c.modality)
    for name, date in (("since", c.since), ("until", c.until)):
        if date:
            yield v.ONTOLOGY + name, when(date)
            yield f"{v.ONTOLOGY}{name}Basis", ox.Literal(date.basis)
    yield v.ONTOLOGY + "confidence", _decimal(c.confidence)
    yield from _texts({v.ONTOLOGY + "note": c.note, v.ONTOLOGY + "reason": c.reason})


def _parts(c: Claim) -> dict[str, list[tuple[str, Value]]]:
    kind = v.RDF + "type"
    quote: list[tuple[str, Value]] = []
    if c.quote:
        quote = [(kind, ox.NamedNode(v.OA + "TextQuoteSelector"))]
        words = {"exact": c.quote, "prefix": c.prefix or None, "suffix": c.suffix or None}
        quote += _texts({v.OA + name: text for name, text in words.items()})
    place: list[tuple[str, Value]] = []
    if c.start is not None and c.end is not None:
        place = [
            (kind, ox.NamedNode(v.OA + "TextPositionSelector")),
            (v.OA + "start", ox.Literal(c.start)),
            (v.OA + "end", ox.Literal(c.end)),
        ]
    speaker: list[tuple[str, Value]] = []
    if c.speaker:
        speaker = [
            (kind, ox.NamedNode(v.PROV + "Agent")),
            (v.RDFS + "label", ox.Literal(c.speaker)),
        ]
    return {"quote": quote, "position": place, "speaker": speaker}


def _texts(values: dict[str, str | None]) -> Iterator[tuple[str, Value]]:
    for predicate, text in values.items():
        if text is not None:
            yield predicate, ox.Literal(text)


def _times(recorded: str, retracted: str | None) -> Iterator[tuple[str, Value]]:
    stamp = ox.NamedNode(v.XSD + "dateTime")
    if recorded:
        yield v.PROV + "generatedAtTime", ox.Literal(recorded, datatype=stamp)
    if retracted:
        yield v.ONTOLOGY + "retracted", ox.Literal(retracted, datatype=stamp)


def when(date: PartialDate) -> ox.Literal:
    """A partial date typed by its precision: xsd:gYear, xsd:gYearMonth or xsd:date."""
    return ox.Literal(date.value, datatype=ox.NamedNode(v.XSD + _GYEAR[len(date.value)]))


def _decimal(number: float) -> ox.Literal:
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return ox.Literal(text, datatype=ox.NamedNode(v.XSD + "decimal"))
