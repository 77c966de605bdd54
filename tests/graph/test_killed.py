"""A process killed at any moment leaves whole documents, and the next one goes on."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from graph.folder import Folder
from graph.step import brought_in_step, in_step
from graph.sync import sync
from tests.conftest import ROOT
from tests.graph.targets import NEO4J, neo4j
from tests.graph.worker import CLAIMS, claims
from tests.graph.world import DOCUMENT

PER_DOCUMENT = "MATCH ()-[r]->() WHERE r.document IS NOT NULL RETURN r.document AS d, r.id AS id"


@contextmanager
def killed(*command: str, after: float) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.graph.worker", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()
    yield


@pytest.fixture
def many(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "relations")
    with folder.writing():
        for number in range(60):
            document = replace(DOCUMENT, id=f"d{number}", content_hash=f"{number:064}")
            folder.put(document, claims(number))
    return folder


def test_a_killed_writer_leaves_whole_documents_and_the_next_goes_on(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "relations"
    for _ in range(20):
        with killed("put", str(path), after=chance.uniform(0, 0.12)):
            folder = Folder(path)
            assert folder.broken() == []
            for record in folder.records():
                generations = {claim.quote.partition(":")[0] for claim in record.standing}
                assert len(generations) == 1
                assert len(record.standing) == CLAIMS
            folder.put(DOCUMENT, claims(0))
            assert not list(path.glob(".new-*"))


def test_a_killed_sync_of_the_embedded_copy_is_made_good_by_the_next_query(many: Folder) -> None:
    chance = random.Random(8)
    wanted = sorted(claim.id for record in many.records() for claim in record.standing)
    for _ in range(4):
        with killed("step", str(many.path), after=chance.uniform(0.3, 1.2)):
            with brought_in_step(many) as copy:
                assert sorted(row["id"] for row in copy.read(PER_DOCUMENT)) == wanted
            many.put(replace(DOCUMENT, id="d0", content_hash="f" * 64), claims(chance.randrange(9)))
            assert not in_step(many)
            wanted = sorted(claim.id for record in many.records() for claim in record.standing)


@pytest.mark.neo4j
def test_a_killed_sync_to_neo4j_leaves_whole_documents_and_goes_on(
    many: Folder,
) -> None:
    chance = random.Random(9)
    with neo4j() as target:
        for _ in range(4):
            with killed("sync", str(many.path), NEO4J, after=chance.uniform(0.6, 1.6)):
                held = Counter(row["d"] for row in target.read(PER_DOCUMENT))
                assert set(held.values()) <= {CLAIMS}
        sync(many, target)
        wanted = sorted(claim.id for record in many.records() for claim in record.standing)
        assert sorted(row["id"] for row in target.read(PER_DOCUMENT)) == wanted
        assert not sync(many, target)
