"""A Cypher database that can hold a copy of the record; reached over Bolt whichever it is."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graph.target_errors import explained

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

Row = dict[str, Any]
T = TypeVar("T")


class Target:
    """An open database. Close it, or use it as a context manager.

    Args:
        where: its address for messages, without a password.
        driver: an open driver.
        database: the database's name; None for the server's default.
    """

    keeps_time = True  # whether it ends a query at the time that the driver asks for

    def __init__(self, where: str, driver: "Driver", database: str | None) -> None:
        self.where = where
        self.driver = driver
        self.database = database

    @contextmanager
    def session(self, *, write: bool = False) -> Iterator["Session"]:
        """A session, read-only unless asked otherwise; the driver's errors pass through."""
        from neo4j import READ_ACCESS, WRITE_ACCESS

        mode = WRITE_ACCESS if write else READ_ACCESS
        with self.driver.session(database=self.database, default_access_mode=mode) as session:
            yield session

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of one of our own reading statements.

        Raises:
            TargetError: the database can't be reached or refuses.
        """
        with self.errors(), self.session() as session:
            # A statement of its own: the embedded engine begins no transaction when read-only.
            return session.run(cypher, dict(parameters or {})).data()

    def write(self, work: "Callable[[ManagedTransaction], T]") -> T:
        """Run work in one transaction; it may run again if the database asks for it.

        Raises:
            TargetError: the database can't be reached or refuses.
        """
        with self.errors(), self.session(write=True) as session:
            return session.execute_write(work)

    def fault(self, cypher: str) -> str | None:
        """What is wrong with a query that was refused, where the refusal itself does not say."""
        return None

    def define(self, statement: str) -> None:
        """Run a statement that makes a constraint or an index.

        Raises:
            TargetError: the database can't be reached or refuses.
        """
        with self.errors(), self.session(write=True) as session:
            session.run(statement).consume()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn the driver's errors into ``TargetError``."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise explained(error, self.where) from error

    def close(self) -> None:
        """Let go of the database."""
        self.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
