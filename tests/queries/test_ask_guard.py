"""The guard reads tokens: it is not fooled by strings, comments, names or escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import QueryError
from queries.columns import columns
from queries.guard import check
from queries.tokens import tokens


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n",
        "match (n) return n.set, n.delete, n.`create`",
        "MATCH (n:Set {create: 1}) WHERE n.merge = $remove RETURN n AS set",
        "RETURN 'CREATE (n)' AS x // DELETE n",
        'RETURN "it\'s; DROP" /* CREATE (n); */ AS x',
        "RETURN 'a\\'; CREATE (n)' AS x",
        "RETURN `LOAD CSV; x``y` LIMIT 3",
        "CALL { MATCH (n) RETURN n } RETURN n",
        "MATCH (a) CALL (a) { MATCH (a)--(b) RETURN b } RETURN b",
        "CALL db.labels() YIELD label RETURN label",
        "CALL `db`.`relationshipTypes`()",
        "MATCH (a)-[:CREATES|SET*1..2]->(b) RETURN b",
        "MATCH (n) WITH n.name AS start, n.code AS stop RETURN start, stop",
        "EXPLAIN MATCH (n) RETURN n",
        "MATCH (n) USING INDEX n:State(code) RETURN n",
        "WITH 1 AS show RETURN show",
    ],
)
def test_reading_is_allowed(query: str) -> None:
    assert check(query) == query


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "empty"),
        (" // nothing\n", "empty"),
        (";", "empty"),
        ("CREATE (n)", "CREATE at character 1"),
        ("match (n) set n.x = 1", "SET at character 11"),
        ("MATCH (n) DETACH/**/DELETE n", "DELETE"),
        ("MATCH (n) REMOVE n:State", "REMOVE"),
        ("MERGE(n)", "MERGE"),
        ("MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH"),
        ("MATCH (n) CALL { WITH n CREATE (m) RETURN m } RETURN m", "CREATE"),
        ("RETURN '' CREATE (n)", "CREATE"),
        ("RETURN 1; MATCH (n) RETURN n", "one query at a time"),
        ("RETURN 1;;", "one query at a time"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "LOAD CSV"),
        ("/* x */ load // y\n csv WITH HEADERS FROM 'a' AS x RETURN x", "LOAD CSV"),
        ("MATCH (n) LOAD CSV FROM n.url AS x RETURN x", "LOAD CSV"),
        ("\\u004cOAD CSV FROM 'a' AS x RETURN x", "LOAD CSV"),
        ("RETURN '\\u0027 LOAD CSV FROM 'a' AS x RETURN x //'", "LOAD CSV"),
        ("CALL dbms.listConfig()", "dbms.listConfig"),
        ("call `dbms` . `listConfig` ()", "dbms.listConfig"),
        ("CALL apoc.load.json('http://127.0.0.1')", "apoc.load.json"),
        ("OPTIONAL CALL db.clearQueryCaches()", "db.clearQueryCaches"),
        ("SHOW USERS", "SHOW"),
        ("EXPLAIN SHOW USERS", "SHOW"),
        ("CYPHER 5 runtime = slotted SHOW USERS", "SHOW"),
        ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
        ("DROP DATABASE neo4j", "DROP"),
        ("USE system MATCH (n) RETURN n", "USE"),
        ("ALTER USER neo4j SET PASSWORD 'x'", "ALTER"),
        ("GRANT ROLE x TO y", "GRANT"),
    ],
)
def test_what_writes_loads_or_administers_is_refused(query: str, told: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(query)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_closing_semicolon_is_taken_off() -> None:
    assert check("RETURN 1 AS x; // done") == "RETURN 1 AS x"


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    found = tokens(text)
    assert all(text[t.at : t.end] == t.text for t in found if t.kind != "name")
    columns(text)
    try:
        check(text)
    except QueryError as error:
        assert "\n" not in str(error)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_words_in_a_string_are_never_a_clause(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    if "\\u" not in quoted:
        assert check(f"RETURN '{quoted} CREATE (n); LOAD CSV' AS x")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("MATCH (n) RETURN n.name, count(*) , [x IN [1, 2] | x] LIMIT 3",
         ["n.name", "count(*)", "[x IN [1, 2] | x]"]),
        ("RETURN DISTINCT a.b, {x: 1, y: 2} as m;", ["a.b", "m"]),
        ("CALL { MATCH (n) RETURN n AS z } RETURN z ORDER BY z", ["z"]),
        ("RETURN 1 AS z UNION RETURN 2 AS z", ["z"]),
        ("RETURN `a b`, 'x, y' AS `c``d` // , e", ["a b", "c`d"]),
        ("MATCH (n) RETURN *", []),
        ("CALL db.labels()", []),
    ],
)  # fmt: skip
def test_a_query_tells_its_columns(query: str, names: list[str]) -> None:
    assert columns(query) == names
