"""Run a query that only reads, on either kind of target, with a limit and a time."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.target import Target
from ontology.errors import QueryError
from queries import faults
from queries.columns import columns
from queries.faults import WriteError, placed
from queries.guard import check
from queries.values import nameless_ends, plain

if TYPE_CHECKING:
    from neo4j import Session

GRACE = 2.0  # seconds that a server may be late with its own end of a query
CODES = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.code AS code"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query.

    Args:
        columns: names, in the query's order.
        rows: plain Python values, see ``queries.values.plain``.
        truncated: whether there were more rows than the limit.
    """

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool = False


def ask(
    target: Target,
    cypher: str,
    params: Mapping[str, Any] | None = None,
    *,
    limit: int | None = None,
    timeout: float = 30.0,
) -> Answer:
    """Ask a question in Cypher.

    Args:
        target: an open database.
        cypher: one statement that only reads.
        params: values of its parameters, by name without the ``$``.
        limit: most rows to fetch; None fetches all.
        timeout: seconds until it is given up.

    Raises:
        QueryError: it is refused (see ``queries.guard``), wrong (with the place), or too slow.
        TargetError: the database was lost.
    """
    wanted = check(cypher)
    job = _Job(target, wanted, dict(params or {}), limit, timeout)
    # In a thread of its own, since the embedded engine heeds no timeout of the driver, and so that
    # Ctrl-C is heard. It is a daemon: an abandoned query never keeps the process.
    thread = threading.Thread(target=job.run, name="query", daemon=True)
    thread.start()
    thread.join(timeout + GRACE if target.keeps_time else timeout)
    if thread.is_alive():
        raise faults.slow(timeout)
    if job.error:
        raise job.error
    if job.answer is None:
        raise QueryError("the query ended without an answer")
    return job.answer


class _Job:
    def __init__(
        self,
        target: Target,
        cypher: str,
        params: dict[str, Any],
        limit: int | None,
        timeout: float,
    ) -> None:
        self.target, self.cypher, self.params = target, cypher, params
        self.limit, self.timeout = limit, timeout
        self.answer: Answer | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            with self.target.errors(), self.target.session() as session:
                try:
                    self.answer = self._asked(session)
                except (Neo4jError, DriverError, TypeError, ValueError) as error:
                    self._told(error)
        except BaseException as error:  # noqa: BLE001  (it is raised again where it is awaited)
            self.error = self.error or error

    def _asked(self, session: "Session") -> Answer:
        from neo4j import Query

        # The guard has seen the text; parameters are never part of it.
        timeout = self.timeout if self.target.keeps_time else None
        result = session.run(Query(self.cypher, timeout=timeout), self.params)
        names = list(result.keys())
        records = result.fetch(self.limit + 1) if self.limit is not None else list(result)
        values = [list(record.values()) for record in records]
        truncated = self.limit is not None and len(values) > self.limit
        if not truncated:
            result.consume()
        rows = values[: self.limit] if truncated else values
        codes = self._codes(rows)
        names = names or columns(self.cypher)
        return Answer(names, [[plain(v, codes.get) for v in row] for row in rows], truncated)

    def _codes(self, rows: list[list[Any]]) -> dict[str, str | None]:
        ids = sorted({end for row in rows for value in row for end in nameless_ends(value)})
        if not ids:
            return {}
        with self.target.session() as session:
            return {r["id"]: r["code"] for r in session.run(CODES, ids=ids)}

    def _told(self, error: Exception) -> None:
        fault = faults.explained(error, self.cypher, self.timeout)
        if fault is None:
            raise error
        if isinstance(fault, WriteError) and (reason := self.target.fault(self.cypher)):
            fault = QueryError(placed(reason, self.cypher))
        self.error = fault
