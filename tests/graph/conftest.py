"""Fixtures of the tests of the record and its copies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "relations")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the clock that writes the record."""

    def put(time: str) -> None:
        monkeypatch.setattr("graph.folder.now", lambda: time)

    return put
