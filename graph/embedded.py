"""The embedded Cypher database as a target: a derived copy inside the folder."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine import DATABASE, USER, Engine
from graph.target import Target
from ontology.errors import TargetError

if TYPE_CHECKING:
    from neo4j import Driver


class Embedded(Target):
    """The embedded database, open. Readers share it; a writer has it alone.

    Args:
        home: the folder of its files.
        writable: open for a sync; otherwise every write is refused.
        lock: the descriptor of a lock that closing lets go of.

    Raises:
        TargetError: it can't be opened; its files may be damaged.
    """

    keeps_time = False

    def __init__(self, home: Path, *, writable: bool = False, lock: int | None = None) -> None:
        self._lock = lock
        self._engine: Engine | None = None
        try:
            self._engine = Engine(home / "files", writable=writable)
            super().__init__("the Cypher copy", _driver(self._engine), DATABASE)
            self.read("RETURN 1 AS one")
        except BaseException:
            self.close()
            raise

    def fault(self, cypher: str) -> str | None:
        """Ask the engine again without Bolt.

        Opened read-only it takes a query that it can't parse for a write, and says no more.
        """
        return self._engine.fault(cypher) if self._engine else None

    def close(self) -> None:
        """Let go of the database, its engine and its lock."""
        if hasattr(self, "driver"):
            self.driver.close()
        if self._engine:
            self._engine.stop()
            self._engine = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def wipe(home: Path) -> None:
    """Remove the database's files; only for one who knows that nobody has it open."""
    shutil.rmtree(home / "files", ignore_errors=True)
    if (home / "files").exists():
        raise TargetError(f"cannot remove {home / 'files'}; remove it by hand and try again")


def _driver(engine: Engine) -> "Driver":
    from neo4j import GraphDatabase

    return GraphDatabase.driver(
        engine.address, auth=(USER, engine.password), max_transaction_retry_time=10
    )
