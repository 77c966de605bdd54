"""What a query may not do, told before it runs.

The databases refuse writes themselves (a read-only engine, a read session); but a read session of
Neo4j still loads files and addresses, ends the transactions of others and shows users, and its
words for a refusal are not kind.
"""

from collections.abc import Iterator

from ontology.errors import QueryError
from queries.tokens import Token, readings, tokens

WRITES = frozenset({"CREATE", "MERGE", "SET", "DELETE", "REMOVE", "FOREACH", "INSERT"})
ADMINISTERS = frozenset(
    {"ALTER", "DEALLOCATE", "DENY", "DROP", "DRYRUN", "ENABLE", "GRANT", "REALLOCATE", "RENAME"}
    | {"REVOKE", "SHOW", "START", "STOP", "TERMINATE", "USE"}
)
# What tells of the graph itself; every other procedure may reach files, addresses or users.
PROCEDURES = frozenset(
    {"db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization"}
    | {"db.schema.nodetypeproperties", "db.schema.reltypeproperties"}
)
# Before a name that only looks like a keyword: n.set, :Set, $set, AS set.
_BEFORE_NAME = frozenset({".", ":", "$", "&", "|", "!", "%"})


def check(cypher: str) -> str:
    """The query as it is to be run, if it only reads.

    Args:
        cypher: one statement; a closing semicolon is fine.

    Raises:
        QueryError: it is empty, or more than one statement, or would write, administer, load a file
            or an address, or call a procedure that may.
    """
    for reading in readings(cypher):
        problem = next(_problems(tokens(reading)), None)
        if problem:
            raise QueryError(problem)
    return _without_semicolon(cypher)


def _problems(found: list[Token]) -> Iterator[str]:
    if found and found[-1].text == ";":
        found = found[:-1]
    if not found:
        yield "the query is empty; write one such as MATCH (a)-[r]->(b) RETURN a.name, b.name"
    found = _without_prefix(found)
    for place, token in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        if token.kind == "sign" and token.text == ";":
            yield f"one query at a time: there is more after the semicolon at {_at(token)}"
        elif token.keyword == "LOAD" and after and after.keyword == "CSV":
            yield "a query can't load files (LOAD CSV); bring data in with `bilateral load`"
        elif token.keyword and not _is_name(before, after):
            yield from _clause(token, found[place + 1 :], first=place == 0)


def _clause(token: Token, rest: list[Token], first: bool) -> Iterator[str]:
    word = token.keyword
    if word in WRITES and rest:
        yield (
            f"queries only read, and {word} at {_at(token)} would write; change the record with "
            "`bilateral load`, `add` and `retract` (a name that is a keyword goes in backticks)"
        )
    elif word in ADMINISTERS and first:
        yield f"queries only read the graph, and {word} administers the database"
    elif word == "CALL":
        name = _procedure(rest)
        if name and name.lower() not in PROCEDURES:
            yield f"the procedure {name} can't be called; only {', '.join(sorted(PROCEDURES))} can"


def _without_prefix(found: list[Token]) -> list[Token]:
    """Without what may stand before a statement: EXPLAIN, CYPHER 5, runtime=slotted."""
    place = 0
    while place < len(found):
        token = found[place]
        if token.keyword in ("EXPLAIN", "PROFILE", "CYPHER") or token.text[:1].isdigit():
            place += 1
        elif [t.text for t in found[place + 1 : place + 2]] == ["="]:
            place += 3
        else:
            break
    return found[place:]


def _procedure(rest: list[Token]) -> str:
    """The called procedure's name; empty for a subquery: ``CALL {`` or ``CALL (x) {``."""
    parts: list[str] = []
    for token in rest:
        if token.kind not in ("word", "name") and token.text != ".":
            break
        parts.append(token.text)
    return "".join(parts)


def _is_name(before: Token | None, after: Token | None) -> bool:
    if before and (before.text in _BEFORE_NAME or before.keyword == "AS"):
        return True
    return bool(after and after.kind == "sign" and after.text in (":", ".", ",", ")", "]", "="))


def _at(token: Token) -> str:
    return f"character {token.at + 1}"


def _without_semicolon(cypher: str) -> str:
    found = tokens(cypher)
    return cypher[: found[-1].at] if found and found[-1].text == ";" else cypher
