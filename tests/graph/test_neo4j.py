"""Wrong addresses, passwords and servers are told in one line."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j import connect
from ontology.errors import TargetError
from tests.conftest import ROOT
from tests.graph.targets import NEO4J, neo4j

SERVER = ROOT / "tests" / "neo4j" / "neo4j-test-server"
PASSWORD = "long-enough"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("uri", "hint"),
    [
        ("http://127.0.0.1:7474", "bolt://127.0.0.1:7687"),
        ("https://example.org", "bolt://example.org:7687"),
        ("127.0.0.1:7687", "bolt://127.0.0.1:7687"),
        ("bolt://", "bolt://127.0.0.1:7687"),
        ("bolt://localhost:notaport", "no address"),
        ("bolt://neo4j:secret@localhost", "NEO4J_PASSWORD"),
        ("", "bolt://"),
    ],
)
def test_an_address_that_is_none_is_refused_with_one_that_is(uri: str, hint: str) -> None:
    with pytest.raises(TargetError) as caught:
        connect(uri)
    assert hint in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_is_down_is_told_at_once() -> None:
    with pytest.raises(TargetError, match="no Neo4j answers there"):
        connect(f"bolt://127.0.0.1:{free_port()}", "neo4j", "wrong")


def test_something_that_is_no_neo4j_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        address = f"bolt://127.0.0.1:{server.getsockname()[1]}"

        def answer() -> None:
            line, _ = server.accept()
            line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            line.close()

        import threading

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(TargetError) as caught:
            connect(address)
        thread.join()
    assert "\n" not in str(caught.value)


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_told() -> None:
    neo4j().close()
    with pytest.raises(TargetError, match=r"nowhere.*--database"):
        connect(NEO4J, database="nowhere")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A second server, one that asks for a password."""
    if not (shutil.which("mvn") and shutil.which("java")):
        pytest.skip("needs Maven and a JDK to start a Neo4j with a password")
    home: Path = tmp_path_factory.mktemp("neo4j")
    port = str(free_port())
    own = {"PORT": port, "AUTH": PASSWORD, "HOME": str(home), "HEAP": "256m", "PAGECACHE": "32m"}
    env = os.environ | {f"NEO4J_TEST_{name}": value for name, value in own.items()}
    subprocess.run([SERVER, "start"], env=env, check=True, capture_output=True)
    yield f"bolt://127.0.0.1:{port}"
    subprocess.run([SERVER, "stop"], env=env, check=True, capture_output=True)


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_wrong_password_is_told_and_the_right_one_works(guarded: str) -> None:
    connect(guarded, "neo4j", PASSWORD).close()
    for password in (None, "wrong"):
        with pytest.raises(TargetError, match="NEO4J_PASSWORD"):
            connect(guarded, "neo4j", password)
