"""A database's error about a query, as one line that says where and what to do."""

import re

from graph.target_errors import first_line
from ontology.errors import QueryError
from queries.tokens import tokens

READ_ONLY = "queries only read; change the record with `bilateral load`, `add` and `retract`"


class WriteError(QueryError):
    """The database took the query for one that writes."""


def explained(error: Exception, cypher: str, timeout: float) -> QueryError | None:
    """The driver's error as ours; None if it is about the database, not the query."""
    code = str(getattr(error, "code", "") or "")
    text = first_line(error)
    if isinstance(error, TypeError | ValueError):
        return QueryError(f"a parameter can't be sent: {text}")
    if "TransactionTimedOut" in code or "Terminated" in code:
        return slow(timeout)
    if "read only" in text.lower() or "AccessMode" in code:
        return WriteError(READ_ONLY)
    if ".Statement.ParameterMissing" in code:
        return QueryError(f"{text}; give each with -p name=value")
    if ".Statement." in code or "Forbidden" in code:
        return QueryError(placed(text, cypher))
    if "UnknownError" in code:
        return QueryError(f"the query failed: {text}")
    return None


def slow(timeout: float) -> QueryError:
    """The query was given up."""
    return QueryError(
        f"the query took longer than {timeout:g} s; narrow it (a state, a relation, a LIMIT) or "
        "give it more time with --timeout"
    )


def placed(text: str, cypher: str) -> str:
    """The message with the place of the word that it names, if it does not tell a place."""
    named = re.search(r"['`](\w+)['`]", text)
    if "line" in text or not named:
        return text
    at = next((t.at for t in tokens(cypher) if t.text == named[1] and t.kind != "string"), None)
    if at is None:
        return text
    line = cypher.count("\n", 0, at) + 1
    column = at - (cypher.rfind("\n", 0, at) + 1) + 1
    return f"{text} (line {line}, column {column})"
