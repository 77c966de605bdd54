"""The embedded copy follows the folder, and is made anew when it is lost."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph import step
from graph.engine import Engine
from graph.folder import Folder
from graph.step import brought_in_step, in_step, update
from ontology.errors import BilateralError, FolderError
from tests.conftest import ROOT
from tests.graph.world import ALLIED, DOCUMENT, MEMBER, SANCTIONS

COUNT = "MATCH (:Actor)-[r]->(:Actor) RETURN count(r) AS n"


def count(folder: Folder) -> int:
    with brought_in_step(folder) as copy:
        return int(copy.read(COUNT)[0]["n"])


@pytest.fixture
def full(folder: Folder) -> Folder:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    return folder


def test_a_query_sees_every_change_of_the_folder(full: Folder) -> None:
    assert not in_step(full)
    assert count(full) == 2
    assert in_step(full)
    full.add(DOCUMENT, [MEMBER])
    assert not in_step(full)
    assert count(full) == 3
    full.retract("missiles", "a hoax")
    assert count(full) == 0


def test_an_empty_folder_answers_with_nothing(folder: Folder) -> None:
    assert count(folder) == 0


def test_a_copy_in_step_is_not_written(full: Folder) -> None:
    update(full)
    assert not update(full)


def test_a_file_edited_by_hand_is_followed(full: Folder) -> None:
    count(full)
    path = full.file("missiles")
    path.write_text(path.read_text().replace("b:confidence 0.9", "b:confidence 0.5"))
    with brought_in_step(full) as copy:
        low = "MATCH ()-[r:SANCTIONS]->() RETURN r.confidence AS c"
        assert copy.read(low) == [{"c": 0.5}]


@pytest.mark.parametrize("damage", ["lost", "torn", "stamp lost", "stamp torn", "other engine"])
def test_a_damaged_copy_is_made_anew(full: Folder, damage: str) -> None:
    count(full)
    home = step.home(full)
    files = [f for f in (home / "files").rglob("*") if f.is_file()]
    if damage == "lost":
        for file in files:
            file.unlink()
    elif damage == "torn":
        for file in files:
            file.write_bytes(file.read_bytes()[:100] + b"torn")
    elif damage == "stamp lost":
        (home / "stamp.json").unlink()
    elif damage == "stamp torn":
        (home / "stamp.json").write_text("{")
    else:
        stamp = json.loads((home / "stamp.json").read_text())
        (home / "stamp.json").write_text(json.dumps(stamp | {"engine": "1.0"}))
    assert count(full) == 2


def test_many_readers_at_once_and_a_writer_waits_for_them(full: Folder) -> None:
    with brought_in_step(full) as one, brought_in_step(full) as two:
        assert one.read(COUNT) == two.read(COUNT) == [{"n": 2}]
        full.add(DOCUMENT, [MEMBER])
        with pytest.raises(FolderError, match=f"in use by process {os.getpid()}"):
            brought_in_step(full, timeout=0.3)
    assert count(full) == 3


def test_a_broken_file_does_not_keep_the_rest_from_answering(full: Folder) -> None:
    full.put(replace(DOCUMENT, id="other", content_hash="9" * 64), [MEMBER])
    full.file("other").write_bytes(b"torn {")
    assert count(full) == 2


def test_a_folder_that_can_not_be_written_is_copied_to_the_cache(
    full: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert count(full) == 2
    assert (tmp_path / "cache").exists()
    assert not (full.private / "cypher").exists()


def test_the_engine_listens_on_loopback_alone_with_a_password_of_its_own(tmp_path: Path) -> None:
    one, two = (Engine(tmp_path / name, writable=True) for name in ("one", "two"))
    try:
        assert one.address.startswith("bolt://127.0.0.1:")
        assert one.password != two.password
        table = Path("/proc/self/net/tcp")
        if table.exists():
            ports = {f"{int(e.address.rpartition(':')[2]):04X}" for e in (one, two)}
            listening = [r.split()[1].split(":") for r in table.read_text().splitlines()[1:]]
            assert {host for host, port in listening if port in ports} <= {"0100007F"}
    finally:
        one.stop()
        two.stop()


def test_a_query_in_step_needs_no_rdf_library_and_leaves_nothing_behind(
    full: Folder, tmp_path: Path
) -> None:
    count(full)
    script = (
        "import sys; from graph.folder import Folder; from graph.step import brought_in_step\n"
        "from queries.ask import ask\n"
        f"with brought_in_step(Folder({str(full.path)!r})) as copy:\n"
        "    print(ask(copy, 'MATCH (a:State) RETURN count(a) AS n').rows)\n"
        "print(sorted({'rdflib', 'pyoxigraph', 'networkx', 'spacy'} & set(sys.modules)))"
    )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    env = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    env.pop("ARCADEDB_LOG_DIR", None)
    env.pop("ARCADEDB_NATIVE_ISOLATE_ARGS", None)
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, check=True
    )
    assert run.stdout == b"[[3]]\n[]\n"
    assert run.stderr == b""
    assert list(temporary.iterdir()) == []


def test_the_engines_absence_is_told(full: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph import engine

    def absent(name: str) -> str:
        raise engine.metadata.PackageNotFoundError(name)

    engine.version.cache_clear()
    monkeypatch.setattr(engine.metadata, "version", absent)
    with pytest.raises(BilateralError, match="not installed"):
        brought_in_step(full)
    engine.version.cache_clear()
