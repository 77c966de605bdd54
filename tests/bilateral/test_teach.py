"""Teaching by example on the command line: teach, and --lexicon and --explain of read and load."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

import bilateral
from tests.bilateral.conftest import Run

TEXT = "Brazil gave Egypt the cold shoulder. Chad met Niger.\n"
LINE = "rejects: A gave B the cold shoulder"
CLAIM = 'BRA rejects EGY "Brazil gave Egypt the cold shoulder"'


@pytest.fixture(autouse=True)
def _no_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BILATERAL_LEXICON", raising=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def teach(run: Run, *more: str) -> str:
    ran = run("teach", "A gave B the cold shoulder", "rejects", *more)
    assert ran.code == 0, ran.err
    return ran.out


def test_a_taught_line_is_read_by_the_next_load(run: Run, article: Path) -> None:
    assert "no graph in relations yet" in teach(run)
    assert run("load", str(article), "--lexicon", "lexicon.txt").code == 0
    shown = run("query", "MATCH (a)-[r:REJECTS]->(b) RETURN a.code, b.code", "--format", "jsonl")
    assert json.loads(shown.out) == {"a.code": "BRA", "b.code": "EGY"}


def test_teaching_says_what_it_matches_in_what_was_loaded(run: Run, article: Path) -> None:
    run("load", str(article), "--min-confidence", "1")
    told = teach(run)
    assert "A as subject, 'give', 'shoulder', 'cold', B after 'to'" in told
    assert f"article: {CLAIM}  0.95 (new)" in told
    run("load", str(article), "--lexicon", "lexicon.txt")
    assert "(already there)" in teach(run)
    article.unlink()
    assert "(already there)" in teach(run)  # the stored sentences answer


def test_a_line_that_nothing_matches_says_so(run: Run, article: Path) -> None:
    run("load", str(article))
    told = run("teach", "A buttered up B", "supports").out
    assert "no sentence of the last 20 documents in relations matches" in told


def test_a_line_of_none_names_the_claims_that_would_go(run: Run, article: Path) -> None:
    teach(run)
    run("load", str(article), "--lexicon", "lexicon.txt")
    told = run("teach", "A met B", "none").out
    assert "CHA" not in told
    assert "NER consultsWith TCD" in told
    assert "(would go)" in told


def test_a_file_keeps_every_byte_and_never_gets_a_line_twice(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_bytes(b"# mine \r\nbroken line\r\nattacks: A  hit B")
    before = file.read_bytes()
    assert teach(run, "--lexicon", "mine.txt").startswith(f"added to mine.txt: {LINE}\n")
    after = file.read_bytes()
    assert after == before + b"\r\n" + LINE.encode() + b"\r\n"
    assert teach(run, "--lexicon", "mine.txt").startswith("already in mine.txt")
    assert run("teach", "A hit B", "ATTACKS", "--lexicon", "mine.txt").out.startswith("already")
    assert file.read_bytes() == after
    assert not list(tmp_path.glob(".new*"))


def test_a_dry_run_writes_no_line(run: Run, tmp_path: Path) -> None:
    assert teach(run, "--dry-run").startswith("would add to lexicon.txt")
    assert not (tmp_path / "lexicon.txt").exists()


def test_the_same_words_with_another_meaning_are_pointed_out(run: Run) -> None:
    teach(run)
    assert "lexicon.txt:1: the same words" in run("teach", LINE[9:], "none").line


@pytest.mark.parametrize(
    ("words", "relation", "remedy"),
    [
        ("A hit B", "attaks", "did you mean attacks?"),
        ("A hit them", "attacks", "on whom as B"),
        ("A hit {B", "attacks", "braces"),
        ("A hit B | maybe", "attacks", "| possible"),
        ("A hit B | possible", "none", "neither possible nor denied"),
        ("A is B", "attacks", "say it in full"),
    ],
)
def test_a_bad_line_is_refused_with_its_remedy(
    run: Run, tmp_path: Path, words: str, relation: str, remedy: str
) -> None:
    ran = run("teach", words, relation)
    assert ran.code == 1
    assert remedy in ran.line
    assert not (tmp_path / "lexicon.txt").exists()


def test_bad_lines_are_named_and_the_good_ones_used(run: Run, article: Path) -> None:
    Path("lexicon.txt").write_text(f"nonsense\n{LINE}\n")
    ran = run("read", str(article), "--lexicon", "lexicon.txt", "--format", "jsonl")
    assert ran.code == 1
    assert ran.line.startswith("bilateral: lexicon.txt:1: ")
    assert LINE in {json.loads(each)["note"] for each in ran.out.splitlines()}
    strict = run("load", str(article), "--lexicon", "lexicon.txt", "--strict")
    assert strict.code == 1
    assert "nothing was written" in strict.err
    assert not Path("relations").exists()


def test_several_files_and_the_variable_and_several_processes(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("one.txt").write_text(f"{LINE}\n")
    Path("two.txt").write_text("criticizes: A tutted at B\n")
    other = article.with_name("other.txt")
    other.write_text("Kenya tutted at Uganda.")
    monkeypatch.setenv("BILATERAL_LEXICON", os.pathsep.join(["one.txt", "two.txt"]))
    assert run("load", str(article), str(other), "--jobs", "2").code == 0
    graph = bilateral.Graph("relations")
    notes = {claim.note for claim in graph.claims()}
    assert {LINE, "criticizes: A tutted at B"} <= notes


def test_python_takes_a_lexicon_and_refuses_a_bad_one(run: Run, article: Path) -> None:
    teach(run)
    claims = bilateral.read(TEXT, lexicon="lexicon.txt")
    assert LINE in {claim.note for claim in claims}
    told: list[str] = []
    Path("bad.txt").write_text("nonsense\n")
    with pytest.raises(bilateral.SourceError, match=r"bad.txt:1"):
        bilateral.read(TEXT, lexicon="bad.txt")
    graph = bilateral.Graph("relations", notify=told.append)
    graph.load(str(article), lexicon=["lexicon.txt", "bad.txt"])
    assert LINE in {claim.note for claim in graph.claims()}
    assert any("bad.txt:1" in each for each in told)


def test_explain_names_the_line_and_the_reasons(run: Run, article: Path) -> None:
    teach(run)
    words = ("read", str(article), "--lexicon", "lexicon.txt", "--explain")
    shown = run(*words).out
    assert f"{CLAIM}  0.95\n    your line: {LINE} (it matches as a whole)\n    reasons:" in shown
    rows = [json.loads(each) for each in run(*words, "--format", "jsonl").out.splitlines()]
    mine = next(row for row in rows if row["note"] == LINE)
    assert mine["lexicon"] == "it matches as a whole"
    assert isinstance(mine["reasons"], list)
    table = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    assert {"lexicon", "reasons", "note"} <= set(table[0])
    assert run(*words, "--format", "trig").code == 2


def test_explain_says_where_no_example_stands_behind_a_claim(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.reading.patterns.example", lambda reasons, relation: None)
    assert "example:   none" in run("read", str(article), "--explain", "--min-confidence", "0").out
