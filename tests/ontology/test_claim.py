"""The claim and its id."""

from dataclasses import replace

import pytest
from hypothesis import given

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import document_id
from ontology.errors import OntologyError
from tests.strategies import claims, words

CLAIM = Claim("USA", "sanctions", "PAK", "d1", quote="Washington also imposed", start=5, end=28)


def test_the_same_words_of_the_same_document_have_the_same_id() -> None:
    assert CLAIM.id == replace(CLAIM, recorded="2026-11-24T10:00:00Z", confidence=0.4).id
    assert CLAIM.id == replace(CLAIM, start=105, end=128).id, "moved down by a new paragraph"


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "GBR"},
        {"modality": "denied"},
        {"since": PartialDate("2024")},
        {"document": "d2"},
        {"quote": "Washington imposed"},
    ],
)
def test_another_statement_has_another_id(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).id != CLAIM.id  # type: ignore[arg-type]


@given(claims())
def test_a_symmetric_relation_has_one_id_in_either_order(claim: Claim) -> None:
    turned = replace(claim, subject=claim.object, object=claim.subject, relation="consultsWith")
    assert turned.id == replace(claim, relation="consultsWith").id


def test_a_relation_that_is_not_known_is_named_with_its_neighbours() -> None:
    with pytest.raises(OntologyError, match="did you mean sanctions"):
        _ = replace(CLAIM, relation="sanction").id


def test_a_plain_name_is_a_document_id_as_it_is() -> None:
    assert document_id("000-pakistan-us-missiles") == "000-pakistan-us-missiles"


@given(words, words)
def test_two_names_never_share_a_document_id(one: str, other: str) -> None:
    same = one.strip() == other.strip()
    assert (document_id(one.strip()) == document_id(other.strip())) == same
    assert not set(document_id(one)) & set('/\\:*?"<>| \n')
