"""Both kinds of target for one suite: the embedded engine, and a Neo4j where one answers."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graph.embedded import Embedded
from graph.folder import Folder
from graph.neo4j import connect
from graph.step import brought_in_step
from graph.sync import sync
from graph.target import Target

NEO4J = os.environ.get("BILATERAL_NEO4J_URI", "bolt://127.0.0.1:17687")
USER = os.environ.get("BILATERAL_NEO4J_USERNAME")
PASSWORD = os.environ.get("BILATERAL_NEO4J_PASSWORD")
KINDS = ("embedded", pytest.param("neo4j", marks=pytest.mark.neo4j))
# Only what is ours, and what the tests put there: the server may be someone's own.
CLEAN = "MATCH (n) WHERE n:Bilateral OR n:Foreign DETACH DELETE n"


def neo4j() -> Target:
    """The server, without anything of ours; the test is skipped where none answers."""
    parts = urlsplit(NEO4J)
    with socket.socket() as probe:
        probe.settimeout(2)
        if probe.connect_ex((parts.hostname or "", parts.port or 7687)):
            absent = f"no Neo4j at {NEO4J}; start one with tests/neo4j/neo4j-test-server start"
            if os.environ.get("BILATERAL_REQUIRE_NEO4J"):
                pytest.fail(absent)
            pytest.skip(absent)
    target = connect(NEO4J, USER, PASSWORD)
    target.write(lambda tx: tx.run(CLEAN).consume())
    return target


@contextmanager
def writable(kind: str, path: Path) -> Iterator[Target]:
    """An empty target, open for a sync."""
    if kind == "embedded":
        with Embedded(path / "cypher", writable=True) as target:
            yield target
        return
    with neo4j() as target:
        yield target
        target.write(lambda tx: tx.run(CLEAN).consume())


@contextmanager
def holding(kind: str, folder: Folder) -> Iterator[Target]:
    """A target in step with the folder, as queries find it."""
    if kind == "embedded":
        with brought_in_step(folder) as target:
            yield target
        return
    with neo4j() as target:
        sync(folder, target)
        yield target
        target.write(lambda tx: tx.run(CLEAN).consume())
