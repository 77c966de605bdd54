"""The rules of a claim, in Python and in SHACL: the same verdicts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document
from ontology.errors import OntologyError
from ontology.rdf import serialize
from ontology.rules import check, problems
from ontology.shacl import violations
from tests.strategies import claims

GOOD = Claim("USA", "sanctions", "PAK", "d1", quote="sanctions on Islamabad", start=4, end=26)

BROKEN = [
    (replace(GOOD, object="XQX"), "unknown actor code"),
    (replace(GOOD, object="USA"), "itself"),
    (replace(GOOD, relation="memberOf"), "must be an organization"),
    (replace(GOOD, relation="alliedWith", object="EU"), "must be a state"),
    (replace(GOOD, subject="NATO", object="EU"), "at least one side must be a state"),
    (replace(GOOD, since=PartialDate("2024"), until=PartialDate("2023-05")), "before it begins"),
    (replace(GOOD, confidence=1.5), "outside 0 to 1"),
    (replace(GOOD, start=26, end=4), "empty or reversed"),
    (replace(GOOD, retracted="2026-01-01T00:00:00Z"), "without a reason"),
]


@settings(max_examples=15)
@given(claims())
def test_a_good_claim_passes_both(claim: Claim) -> None:
    assert problems(claim) == []
    assert violations(serialize(Document("d1"), [claim])) == []


@pytest.mark.parametrize(("claim", "told"), BROKEN)
def test_a_broken_claim_fails_both(claim: Claim, told: str) -> None:
    with pytest.raises(OntologyError, match=told):
        check(claim)
    assert violations(serialize(Document("d1"), [claim]))


def test_the_quote_must_be_what_the_text_has_there() -> None:
    text = "New sanctions on Islamabad were announced."
    assert problems(GOOD, text) == []
    assert "not what the text has" in problems(replace(GOOD, start=5, end=27), text)[0]
    loose = replace(GOOD, start=None, end=None, quote="sanctions against Islamabad")
    assert "not in the text" in problems(loose, text)[0]


def test_a_direct_triple_of_a_denied_claim_is_found_by_shacl() -> None:
    denied = replace(GOOD, modality="denied")
    data = serialize(Document("d1"), [denied]).replace(
        b"s:PAK a b:State", b"s:USA b:sanctions s:PAK .\n\ts:PAK a b:State"
    )
    assert any("direct triple" in message for _, message in violations(data))
