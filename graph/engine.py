"""The embedded Cypher engine: ArcadeDB's native library, served over Bolt inside this process.

It listens on loopback alone, on random ports, with a password that lives as long as it runs.
"""

import atexit
import os
import re
import secrets
import shutil
import socket
import tempfile
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from ontology.errors import TargetError

DATABASE = "relations"
HOST = "127.0.0.1"
USER = "root"
MEMORY = os.environ.get("BILATERAL_CYPHER_MEMORY", "2g")  # the most that the engine's heap may take
# Isolate arguments are the only ones that the engine heeds for these; they hold for the process.
SETTINGS = (
    f"-Xmx{MEMORY}",
    "-Darcadedb.txWalFlush=2",  # fsync each commit; the default trusts the operating system
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    # A query's own timeout is kept in queries.ask; this one frees the core that it used.
    "-Darcadedb.command.timeout=600000",
)
_CLASS = re.compile(r"^(?:Query failed: )?(?:com\.[\w.]+: )?(?:\w+: )?")
TRIES = 5  # another process may take the port between the choice and the start


class Engine:
    """A running engine on one folder of databases.

    Args:
        databases: where its files lie.
        writable: False refuses every write, and lets other processes read beside it.

    Raises:
        TargetError: it does not start.
    """

    def __init__(self, databases: Path, *, writable: bool) -> None:
        self.password = secrets.token_urlsafe(24)
        self._own = Path(tempfile.mkdtemp(prefix="bilateral-"))
        try:
            self._server, port = _started(databases, self._own, self.password, writable)
        except BaseException:
            shutil.rmtree(self._own, ignore_errors=True)
            raise
        self.address = f"bolt://{HOST}:{port}"
        atexit.register(self.stop)

    def fault(self, cypher: str) -> str | None:
        """What the engine finds wrong with a query; None if nothing, or that it writes."""
        try:
            self._server.get_database(DATABASE).query("opencypher", cypher)
        except _library().ArcadeDBError as error:
            text = str(error)
            if "NotIdempotent" not in text and "ReadOnly" not in text:
                return _CLASS.sub("", text.partition(" (caused by")[0])
        return None

    def stop(self) -> None:
        """End it; its queries end with it."""
        atexit.unregister(self.stop)
        self._server.stop()
        shutil.rmtree(self._own, ignore_errors=True)


@cache
def version() -> str:
    """The version of the installed engine; its files are made anew when it changes.

    Raises:
        TargetError: none is installed.
    """
    try:
        return metadata.version("arcadedb")
    except metadata.PackageNotFoundError:
        raise TargetError(
            "the embedded Cypher engine is not installed (pip install arcadedb); "
            "there is no build for Intel Macs and musl Linux: sync to a Neo4j server instead"
        ) from None


@cache
def _library() -> Any:
    """The engine's package, prepared before its first import, since it reads these only then."""
    version()
    logs = Path(tempfile.mkdtemp(prefix="bilateral-log-"))
    atexit.register(shutil.rmtree, logs, ignore_errors=True)
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(logs))
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    given = os.environ.get("ARCADEDB_NATIVE_ISOLATE_ARGS", "")
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join([given, *SETTINGS]).strip()
    import arcadedb

    return arcadedb


def _started(databases: Path, own: Path, password: str, writable: bool) -> tuple[Any, int]:
    library = _library()
    for left in reversed(range(TRIES)):
        port = _free_port()
        settings = _settings(databases, own, port, writable)
        server = library.create_server(str(own), password, settings)
        try:
            server.start()
            if writable:
                server.create_database(DATABASE)
        except library.ArcadeDBError as error:
            server.stop()
            if not left or "bind" not in str(error).lower():
                raise TargetError(
                    f"the Cypher copy in {databases} can't be opened: {error}"
                ) from error
        else:
            return server, port
    raise AssertionError("the last try returns or raises")


def _settings(databases: Path, own: Path, port: int, writable: bool) -> dict[str, Any]:
    return {
        "mode": "development",  # "production" hides the reason of an error
        "host": HOST,
        "http_port": 0,
        "bolt_host": HOST,
        "bolt_port": port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        # The password is kept there: a fresh folder gives a fresh one.
        "server_configDirectory": str(own / "config"),
        "server_databaseDirectory": str(databases.resolve()),
        "server_defaultDatabaseMode": "READ_WRITE" if writable else "READ_ONLY",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
