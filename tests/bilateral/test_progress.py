"""A long text shows how far it is read, where somebody looks on."""

import io
import sys
from pathlib import Path

import pytest

from bilateral.cli import common
from loaders.load import load
from loaders.source import Source


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, sentences: int) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = common.bar()
    assert bar is not None
    for number in range(1, sentences + 1):
        bar(number, sentences)
    return terminal.getvalue()


def test_a_long_text_shows_its_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, common.LONG)
    assert "Reading" in text
    assert "100%" in text
    assert text.endswith("\n")


def test_a_short_text_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, common.LONG - 1) == ""


def test_a_file_or_pipe_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert common.bar() is None


def test_every_sentence_that_is_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Japan sanctioned Russia. It rained. Chad and Niger met. Chad attacked Mali.")
    told: list[tuple[int, int]] = []
    load(Source(str(file)), progress=lambda done, total: told.append((done, total)))
    assert len(told) >= 3
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]
