"""RDF back into a document and its claims; the other half of ``ontology.rdf``."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

import pyoxigraph as ox

from ontology import vocabulary as v
from ontology.claim import MODALITIES, Claim, Modality
from ontology.dates import BASES, PartialDate
from ontology.document import Document
from ontology.errors import FolderError, OntologyError

Facts = Mapping[str, Mapping[str, list[str]]]


def parse(data: bytes, where: str) -> tuple[Document, list[Claim]]:
    """A document and its claims from one TriG file.

    Args:
        data: the file's bytes.
        where: its name, for messages.

    Raises:
        FolderError: the file is torn, is no TriG, holds no document, or a claim in it lacks a
            field or has one that cannot be read; the message names the file and, for broken
            syntax, the line.
    """
    return from_quads(_quads(data, where), where)


def declared(data: bytes, where: str) -> tuple[Document, list[tuple[str, Claim]]]:
    """A document, and each claim with its id as written in the file, to check one by the other.

    Raises:
        FolderError: as ``parse`` does.
    """
    return _read(_quads(data, where), where)


def from_quads(quads: Iterable[ox.Quad], where: str) -> tuple[Document, list[Claim]]:
    """A document and its claims from quads, in any order.

    Raises:
        FolderError: as ``parse`` does.
    """
    document, claims = _read(quads, where)
    return document, [claim for _, claim in claims]


def _read(quads: Iterable[ox.Quad], where: str) -> tuple[Document, list[tuple[str, Claim]]]:
    facts = _group(quads)
    documents = _of_type(facts, "Document")
    if len(documents) != 1:
        raise FolderError(
            f"{where}: expected one b:Document, found {len(documents)}; "
            "restore the file or move it out of the folder"
        )
    try:
        document = _document(documents[0], facts)
        told = _of_type(facts, "Claim")
        claims = [(_local(iri), _claim(iri, facts, document.id)) for iri in told]
    except OntologyError as error:
        raise FolderError(f"{where}: {error}") from None
    return document, claims


def _quads(data: bytes, where: str) -> list[ox.Quad]:
    try:
        return list(ox.parse(data, format=ox.RdfFormat.TRIG))
    except SyntaxError as error:
        reason = (error.msg or "broken").splitlines()[0]
        raise FolderError(
            f"{where}, line {error.lineno or '?'}: not readable as TriG ({reason}); "
            "restore the file, or delete it and load its source again"
        ) from None
    except ValueError as error:
        raise FolderError(f"{where}: not readable as TriG ({error})") from None


def _group(quads: Iterable[ox.Quad]) -> dict[str, dict[str, list[str]]]:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for q in quads:
        facts[_value(q.subject)][_value(q.predicate)].append(_value(q.object))
    return facts


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _of_type(facts: Facts, kind: str) -> list[str]:
    wanted = v.ONTOLOGY + kind
    return [iri for iri, about in facts.items() if wanted in about.get(v.RDF + "type", ())]


class _About:
    """What is said of one node, with one value a predicate."""

    def __init__(self, iri: str, facts: Facts) -> None:
        self._iri = iri
        self._about = facts.get(iri, {})

    def text(self, predicate: str) -> str | None:
        values = self._about.get(predicate, [])
        if len(set(values)) > 1:
            raise OntologyError(f"{_local(self._iri)} has {len(values)} values of {predicate}")
        return values[0] if values else None

    def need(self, predicate: str) -> str:
        value = self.text(predicate)
        if value is None:
            raise OntologyError(f"claim {_local(self._iri)} has no {_local(predicate)}")
        return value

    def all(self, predicate: str) -> list[str]:
        return self._about.get(predicate, [])

    def date(self, name: str) -> PartialDate | None:
        value = self.text(v.ONTOLOGY + name)
        basis = self.text(f"{v.ONTOLOGY}{name}Basis") or "text"
        if basis not in BASES:
            raise OntologyError(f"unknown basis {basis!r} of {name}")
        return PartialDate(value, basis) if value else None


def _document(iri: str, facts: Facts) -> Document:
    about = _About(iri, facts)
    issued = about.text(v.DCTERMS + "issued")
    return Document(
        id=_local(iri),
        title=about.text(v.DCTERMS + "title") or "",
        kind=about.text(v.ONTOLOGY + "kind") or "text",
        url=about.text(v.DCTERMS + "source"),
        origin=about.text(v.ONTOLOGY + "origin"),
        publisher=about.text(v.DCTERMS + "publisher"),
        date=PartialDate(issued) if issued else None,
        licence=about.text(v.DCTERMS + "license"),
        language=about.text(v.DCTERMS + "language"),
        content_hash=about.text(v.ONTOLOGY + "contentHash") or "",
        recorded=_stamp(about.text(v.PROV + "generatedAtTime")) or "",
        retracted=_stamp(about.text(v.ONTOLOGY + "retracted")),
        reason=about.text(v.ONTOLOGY + "reason"),
    )


def _claim(iri: str, facts: Facts, document: str) -> Claim:
    about = _About(iri, facts)
    source = about.text(v.PROV + "wasDerivedFrom")
    quote, place = _selectors(about, facts)
    speaker = about.text(v.ONTOLOGY + "speaker")
    start, end = place.text(v.OA + "start"), place.text(v.OA + "end")
    return Claim(
        subject=_local(about.need(v.ONTOLOGY + "subject")),
        relation=_local(about.need(v.ONTOLOGY + "relation")),
        object=_local(about.need(v.ONTOLOGY + "object")),
        document=_local(source) if source else document,
        modality=_modality(about.need(v.ONTOLOGY + "modality")),
        since=about.date("since"),
        until=about.date("until"),
        quote=quote.text(v.OA + "exact") or "",
        start=_number(start),
        end=_number(end),
        prefix=quote.text(v.OA + "prefix") or "",
        suffix=quote.text(v.OA + "suffix") or "",
        speaker=_About(speaker, facts).text(v.RDFS + "label") if speaker else None,
        confidence=_confidence(about.need(v.ONTOLOGY + "confidence")),
        extractor=_local(about.text(v.PROV + "wasAttributedTo") or ""),
        recorded=_stamp(about.text(v.PROV + "generatedAtTime")) or "",
        retracted=_stamp(about.text(v.ONTOLOGY + "retracted")),
        reason=about.text(v.ONTOLOGY + "reason"),
        note=about.text(v.ONTOLOGY + "note"),
    )


def _selectors(about: _About, facts: Facts) -> tuple[_About, _About]:
    found = {kind: _About("", facts) for kind in ("TextQuoteSelector", "TextPositionSelector")}
    for iri in about.all(v.OA + "hasSelector"):
        selector = _About(iri, facts)
        for kind in found:
            if v.OA + kind in selector.all(v.RDF + "type"):
                found[kind] = selector
    return found["TextQuoteSelector"], found["TextPositionSelector"]


def _modality(iri: str) -> Modality:
    name = _local(iri)
    if name not in MODALITIES:
        raise OntologyError(f"unknown modality {name!r}; use one of {', '.join(MODALITIES)}")
    return name


def _number(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        raise OntologyError(f"offset {text!r} is no whole number") from None


def _confidence(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise OntologyError(f"confidence {text!r} is no number") from None


def _stamp(text: str | None) -> str | None:
    # Some RDF libraries write +00:00 for the Z that we write.
    return text.removesuffix("+00:00") + "Z" if text and text.endswith("+00:00") else text


def _local(iri: str) -> str:
    return unquote(iri.rpartition("#")[2].rpartition("/")[2])
