"""The README does not go stale: what it shows is what the program prints."""

import re
from typing import Any

import pytest

from tests.readme import README, blocks, played, stage


def test_the_readme_shows_what_the_program_prints() -> None:
    shown = blocks(README.read_text(encoding="utf-8"))
    assert len(shown) >= 5
    with stage() as folder:
        for block in shown:
            assert played(block, folder) == block


def test_the_readmes_python_and_cypher_run(monkeypatch: pytest.MonkeyPatch) -> None:
    text = README.read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (cypher,) = re.findall(r"```cypher\n(.*?)```", text, re.DOTALL)
    with stage() as folder:
        monkeypatch.chdir(folder)
        given: dict[str, Any] = {}
        exec(program, given)  # noqa: S102  (our own README)
        assert {"who": "United States"} in given["rows"]
        assert given["network"].number_of_edges() > 10
        assert len(given["dataset"]) > 100
        assert (folder / "relations.html").stat().st_size > 100_000
        for query in cypher.split("\n\n"):
            given["graph"].query(query)
