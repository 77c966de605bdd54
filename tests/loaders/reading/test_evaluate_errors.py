"""Errors by kind: what was missed and what is wrong, and why."""

from pathlib import Path

import pytest

from loaders.reading.evaluate import Error, evaluate
from loaders.reading.evaluate.errors import KINDS, errors
from loaders.reading.evaluate.taken import Taken
from loaders.reading.gold import documents
from ontology.claim import Claim
from tests.loaders.reading.gold_folder import Fields, gold, gold_folder, said

TEXT = "# source: a letter\nFrance accused Spain of theft. The visitors left. Norway\nmet Sweden.\n"
ACCUSED = gold("FRA", "accuses", "ESP", "accused Spain of theft")


def _errors(tmp_path: Path, claims: list[Fields], *read: Claim) -> list[Error]:
    folder = gold_folder(tmp_path, {"000-letter": (TEXT, claims)})
    reader = said({"000-letter": read})
    run = evaluate(folder / "claims", folder / "texts", min_confidence=0.5, reader=reader)
    return list(run.errors)


def _kinds(found: list[Error]) -> list[tuple[str, str]]:
    assert all((each.side, each.kind) in KINDS for each in found)
    return [(each.side, each.kind) for each in found]


def test_nothing_is_wrong_where_all_is_read(tmp_path: Path) -> None:
    optional = gold("ESP", "rejects", "FRA", "accused Spain of theft", opt=True)
    assert not _errors(tmp_path, [ACCUSED, optional], Claim("FRA", "accuses", "ESP"))


def test_a_wrong_stance_is_told_on_both_sides(tmp_path: Path) -> None:
    read = Claim("FRA", "accuses", "ESP", modality="denied", confidence=0.8)
    missed, wrong = _errors(tmp_path, [ACCUSED], read)
    assert _kinds([missed, wrong]) == [("missed", "stance"), ("wrong", "stance")]
    assert missed.sentence == "France accused Spain of theft."
    assert missed.instead[0].row == ("FRA", "accuses", "ESP", "denied")
    assert missed.instead[0].confidence == wrong.confidence == 0.8
    assert wrong.instead[0].row == ("FRA", "accuses", "ESP", "actual")


def test_the_wrong_direction(tmp_path: Path) -> None:
    found = _errors(tmp_path, [ACCUSED], Claim("ESP", "accuses", "FRA"))
    assert _kinds(found) == [("missed", "direction"), ("wrong", "direction")]


def test_the_relation_next_door(tmp_path: Path) -> None:
    found = _errors(tmp_path, [ACCUSED], Claim("ESP", "attacks", "FRA"))
    assert _kinds(found) == [("missed", "relation"), ("wrong", "relation")]


def test_another_claim_of_the_pair_that_is_right_is_not_in_place_of_the_missed_one(
    tmp_path: Path,
) -> None:
    other = gold("FRA", "strainedWith", "ESP", "accused Spain of theft")
    found = _errors(tmp_path, [ACCUSED, other], Claim("FRA", "strainedWith", "ESP"))
    assert _kinds(found) == [("missed", "faint")]


def test_one_claim_too_many_of_a_pair(tmp_path: Path) -> None:
    read = (Claim("FRA", "accuses", "ESP"), Claim("FRA", "attacks", "ESP"))
    assert _kinds(_errors(tmp_path, [ACCUSED], *read)) == [("wrong", "surplus")]


def test_a_pair_that_carries_nothing(tmp_path: Path) -> None:
    claim = Claim("FRA", "attacks", "SWE", quote="attacked", prefix="France ", suffix="\nSweden.")
    (wrong,) = _errors(tmp_path, [], claim)
    assert _kinds([wrong]) == [("wrong", "none")]
    assert wrong.sentence == "France attacked Sweden."


def test_a_claim_read_too_faintly_tells_its_confidence(tmp_path: Path) -> None:
    read = (
        Claim("FRA", "accuses", "ESP", confidence=0.2),
        Claim("FRA", "attacks", "ESP", confidence=0.3),
    )
    (missed,) = _errors(tmp_path, [ACCUSED], *read)
    assert _kinds([missed]) == [("missed", "faint")]
    assert missed.confidence == 0.2
    assert [told.row[1] for told in missed.instead] == ["attacks", "accuses"]


def test_an_actor_that_the_sentence_is_not_seen_to_hold(tmp_path: Path) -> None:
    (missed,) = _errors(tmp_path, [gold("BRA", "accuses", "SWE", "Norway met Sweden")])
    assert _kinds([missed]) == [("missed", "actor")]
    assert missed.absent == ("BRA",)
    # The annotator wrote a space for the line break; the sentence is found all the same.
    assert missed.sentence == "Norway met Sweden."


def test_the_errors_of_a_held_out_document_are_refused(tmp_path: Path) -> None:
    three = {f"00{n}-letter": (TEXT, [ACCUSED]) for n in range(3)}
    folder = gold_folder(tmp_path, three)
    held = [d for d in documents(folder / "claims", folder / "texts") if d.held_out]
    assert [d.name for d in held] == ["002-letter"]
    with pytest.raises(ValueError, match="held out"):
        errors(Taken(held[0], []), 0.5)
    found = evaluate(folder / "claims", folder / "texts", reader=said({}))
    assert {each.document for each in found.errors} == {"000-letter", "001-letter"}
