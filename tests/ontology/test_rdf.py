"""Claims as RDF, both ways."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.claim import Claim
from ontology.document import Document
from ontology.errors import FolderError
from ontology.rdf import quads, serialize
from ontology.rdf_read import declared, from_quads, parse
from tests.strategies import claims, documents

DIRECT = "<https://w3id.org/bilateral/ontology#sanctions>"


def _in_order(items: list[Claim]) -> list[Claim]:
    return sorted(items, key=lambda c: c.id)


@settings(max_examples=60)
@given(documents, st.lists(claims(), max_size=4, unique_by=lambda c: c.id))
def test_a_claim_survives_the_way_to_trig_and_back(document: Document, told: list[Claim]) -> None:
    told = [replace(claim, document=document.id) for claim in told]
    data = serialize(document, told)
    again, read = parse(data, "test")
    assert again == document
    assert _in_order(read) == _in_order(told)
    assert serialize(again, read) == data, "the same claims give the same bytes"
    assert [ident for ident, _ in declared(data, "test")[1]] == [c.id for c in read]


@settings(max_examples=20)
@given(documents, claims())
def test_a_claim_survives_rdflib(document: Document, claim: Claim) -> None:
    claim = replace(claim, document=document.id)
    dataset = rdflib.Dataset()
    dataset.parse(data=serialize(document, [claim]), format="trig")
    again = ox.parse(dataset.serialize(format="nquads"), format=ox.RdfFormat.N_QUADS)
    assert from_quads(list(again), "test") == (document, [claim])


def test_only_an_actual_claim_that_stands_gives_the_direct_triple() -> None:
    claim = Claim("USA", "sanctions", "PAK", "d1", quote="sanctions on Islamabad")
    withdrawn = replace(claim, retracted="2026-01-01T00:00:00Z", reason="wrong")
    for told, expected in [
        (claim, True),
        (replace(claim, modality="possible"), False),
        (replace(claim, modality="denied"), False),
        (withdrawn, False),
    ]:
        direct = [q for q in quads(Document("d1"), [told]) if str(q.predicate) == DIRECT]
        assert bool(direct) == expected


def test_a_torn_file_is_named_with_its_line() -> None:
    data = serialize(Document("d1"), [Claim("USA", "sanctions", "PAK", "d1", quote="words")])
    with pytest.raises(FolderError, match=r"d1\.trig, line \d+: not readable as TriG"):
        parse(data[: len(data) // 2], "d1.trig")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"b:confidence 0.5 ;", b"", "has no confidence"),
        (b"b:actual", b"b:perhaps", "unknown modality 'perhaps'"),
        (b"a b:Document", b"a b:Nothing", "expected one b:Document"),
    ],
)
def test_a_file_edited_wrongly_says_what_is_wrong(old: bytes, new: bytes, told: str) -> None:
    data = serialize(
        Document("d1"), [Claim("USA", "sanctions", "PAK", "d1", quote="words", confidence=0.5)]
    )
    assert old in data
    with pytest.raises(FolderError, match=told):
        parse(data.replace(old, new), "d1.trig")
