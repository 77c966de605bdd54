"""A question in Cypher, answered from the embedded copy or from a Neo4j."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bilateral.server import connected
from graph.folder import Folder
from ontology.errors import QueryError
from queries.saved import filled, is_name, saved_query

if TYPE_CHECKING:
    from graph.target import Target


@dataclass(frozen=True, slots=True)
class Reply:
    """Rows, and what to tell where there are none.

    Args:
        columns: names, in the query's order.
        rows: plain Python values.
        truncated: whether the limit cut rows off.
        hint: why there may be no rows, in one clause.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    truncated: bool = False
    hint: str = ""

    def claim_ids(self) -> set[str]:
        """Ids of the claims among the answer's relationships and paths.

        Raises:
            QueryError: the query returns none.
        """
        ids = {found for row in self.rows for value in row for found in _ids(value)}
        if self.rows and not ids:
            raise QueryError("the query returns no relationships; RETURN r, or the path")
        return ids


def reply(
    folder: Folder,
    cypher: str,
    params: Mapping[str, Any],
    *,
    limit: int | None,
    timeout: float,
    uri: str | None,
) -> Reply:
    """Ask; the embedded copy is brought in step with the folder before.

    Raises:
        QueryError: the query is refused, wrong, or takes too long.
        TargetError: the database can't be reached.
    """
    from queries.ask import ask

    if is_name(cypher):
        saved = saved_query(cypher)
        cypher, params = saved.cypher, filled(saved, params)
    for line in folder.broken() if uri is None else ():
        folder.notify(f"not in the answer: {line}")
    with _target(folder, uri) as target:
        answer = ask(target, cypher, params, limit=limit, timeout=timeout)
        hint = "" if answer.rows else _hint(target, cypher)
    return Reply(answer.columns, answer.rows, answer.truncated, hint)


def _target(folder: Folder, uri: str | None) -> "Target":
    if uri is None:
        from graph.step import brought_in_step

        return brought_in_step(folder)
    return connected(uri)


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if "start_code" in value and "id" in value:
            yield str(value["id"])
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _ids(item)


def _hint(target: "Target", cypher: str) -> str:
    """Which relationship types the query names that this graph does not have."""
    from queries.ask import ask

    named = set(re.findall(r"\[\s*\w*\s*:([\w|:\s]+)", cypher))
    wanted = {part for group in named for part in re.split(r"[|:\s]+", group) if part}
    found = ask(target, "MATCH (:Actor)-[r]->(:Actor) RETURN DISTINCT type(r) AS t ORDER BY t")
    here = [str(row[0]) for row in found.rows]
    if not here:
        return "the graph holds no claims yet; `bilateral load article.txt` adds some"
    absent = sorted(wanted - set(here))
    return f"no {', '.join(absent)} in this graph; it has {', '.join(here)}" if absent else ""
