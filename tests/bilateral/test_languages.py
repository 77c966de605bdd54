"""Texts in other languages, at the command line."""

from pathlib import Path

from tests.bilateral.conftest import Run

GERMAN = "Die Regierung hat den Botschafter einbestellt und gegen das Urteil protestiert.\n" * 3


def test_a_text_that_is_not_english_is_told_and_loses_no_good_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").write_text(GERMAN)
    english = "France sanctioned Mali in 2022, and that was the last that was heard of it. " * 3
    (tmp_path / "report.txt").write_text(f"{english}\n\n{GERMAN}\n{english}\n")
    found = run("load", "bericht.txt", "report.txt")
    assert found.code == 1
    assert "bericht.txt: seems to be German, not English; only English is read" in found.err
    assert found.err.count("\n") == 1
    assert "3 sentences skipped: not English" in found.out
    assert "1 document, 1 claim; 1 could not be read" in found.out


def test_read_refuses_it_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").write_text(GERMAN)
    found = run("read", "bericht.txt")
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("bilateral: bericht.txt: seems to be German")
