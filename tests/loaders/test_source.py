"""Which files a user's words mean."""

from pathlib import Path

import pytest

from loaders.source import Source, sources
from ontology.errors import SourceError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ["b.txt", "a.md", "deep/c.TXT", "image.png", ".hidden/d.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("France met Italy.")
    return tmp_path


def test_a_folder_gives_its_texts_at_any_depth(tree: Path) -> None:
    found = [Path(source.name).name for source in sources([str(tree)])]
    assert found == ["a.md", "b.txt", "c.TXT"]


def test_a_glob_and_a_file_are_taken_once(tree: Path) -> None:
    found = sources([str(tree / "*.txt"), str(tree / "b.txt"), "-"])
    assert found == [Source(str(tree / "b.txt")), Source("-")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "an empty name is no source"),
        ("missing.txt", "no such file or folder"),
        ("*.nothing", "matches no file"),
        ("empty", "holds no document"),
        ("https://example.org/a", "can't be fetched yet"),
    ],
)
def test_what_means_nothing_is_said_in_one_line(
    name: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=told):
        sources([name])


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as out:
        out.truncate(50_000_000)
    with pytest.raises(SourceError, match="50 MB is above the limit of 20 MB"):
        Source(str(path)).data()
