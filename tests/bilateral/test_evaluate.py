"""``bilateral evaluate``: tables, JSON, and errors whose sentences may be seen."""

import json
from pathlib import Path

import pytest

from tests.bilateral.conftest import Run
from tests.loaders.reading.gold_folder import gold, gold_folder

OPEN = "# source: a letter\nNorway met Sweden by the pier.\n"
HELD = "# source: a letter\nNorway met Sweden among the zebras.\n"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    # Brazil is not there: whatever the reader's weights, these claims are missed.
    near = [
        gold("BRA", "accuses", "SWE", "met Sweden"),
        gold("BRA", "attacks", "NOR", "Norway met"),
    ]
    held = [gold("BRA", "accuses", "SWE", "met Sweden among the zebras")]
    texts = {"000-a": (OPEN, near), "001-b": (OPEN, near), "002-c": (HELD, held)}
    return str(gold_folder(tmp_path, texts))


def test_scores_are_told_without_a_sentence(run: Run, folder: str) -> None:
    done = run("evaluate", folder)
    assert done.code == 0
    for told in (
        "held-out third, 1 document (", "the rest, 2 documents", "95 % interval", "by relation",
        "by kind of text", "--min-confidence", "calibration", "errors by kind", "words a second",
    ):  # fmt: skip
        assert told in done.out
    assert "Norway met" not in done.out + done.err


def test_errors_are_shown_with_their_sentences_but_those_held_out_are_refused(
    run: Run, folder: str
) -> None:
    done = run("evaluate", folder, "--errors")
    assert "000-a: BRA accuses SWE" in done.out
    assert "001-b: BRA attacks NOR" in done.out
    assert "not found there: BRA" in done.out
    assert "Norway met Sweden by the pier." in done.out
    assert "kept apart" in done.line
    few = run("evaluate", folder, "--errors", "1").out
    assert few.count(": BRA ") == 1
    for form in ("table", "json", "jsonl"):
        done = run("evaluate", folder, "--errors", "--format", form)
        assert "zebra" not in done.out + done.err
        assert "002-c" not in done.out + done.err


def test_json_has_the_scores_and_jsonl_the_errors(run: Run, folder: str) -> None:
    scores = json.loads(run("evaluate", folder, "--format", "json").out)
    assert scores["held_out"]["levels"]["exact"]["gold"] == 1
    assert scores["rest"]["by_relation"]["attacks"]["recall"] == 0
    assert scores["rest"]["by_kind"]["other"]["documents"] == 2
    assert {"side", "kind", "meaning", "count"} == set(scores["error_counts"][0])
    assert "errors" not in scores
    lines = run("evaluate", folder, "--format", "jsonl").out.splitlines()
    missed = [e for e in map(json.loads, lines) if e["side"] == "missed"]
    assert len(missed) == 4
    assert {e["kind"] for e in missed} == {"actor"}
    assert missed[0]["absent"] == ["BRA"]


def test_a_folder_in_the_place_of_a_number_is_explained(run: Run, folder: str) -> None:
    done = run("evaluate", "--errors", folder)
    assert done.code == 2
    assert "put --errors after GOLD" in done.err
