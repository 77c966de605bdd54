"""One query text, the same answer on both targets; nothing but reading."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.folder import Folder
from graph.target import Target
from ontology.errors import QueryError
from queries.ask import ask
from tests.graph.targets import KINDS, holding
from tests.graph.world import ALLIED, DOCUMENT, MEMBER, SANCTIONS

SLOW = (
    "UNWIND range(1, 6000000) AS x UNWIND range(1, 6000000) AS y "
    "WITH x + y AS z WHERE z < 0 RETURN count(z)"
)


@pytest.fixture(scope="module", params=KINDS)
def target(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Target]:
    folder = Folder(tmp_path_factory.mktemp("ask") / "relations")
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    folder.add(DOCUMENT, [MEMBER])
    with holding(request.param, folder) as target:
        yield target


def test_the_question_of_the_readme_has_its_answer(target: Target) -> None:
    answer = ask(
        target,
        "MATCH (a:State)-[r:SANCTIONS]->(b:State {code:'PAK'}) RETURN a.name, r.year, r.quote",
    )
    assert answer.columns == ["a.name", "r.year", "r.quote"]
    assert answer.rows == [["United States", 2024, SANCTIONS.quote]]
    assert not answer.truncated


# What every person would write, with the rows that both targets must give.
QUERIES = {
    "MATCH (a:Actor)-[r]->(b:Actor) RETURN a.code, type(r), b.code ORDER BY type(r)": [
        ["PAK", "ALLIED_WITH", "CHN"],
        ["PAK", "MEMBER_OF", "SCO"],
        ["USA", "SANCTIONS", "PAK"],
    ],
    "MATCH (a:State)-[r:SANCTIONS|ALLIED_WITH]-(b) RETURN a.code AS a, count(r) AS n ORDER BY a": [
        ["CHN", 1],
        ["PAK", 2],
        ["USA", 1],
    ],
    "MATCH (a:State) OPTIONAL MATCH (a)-[:MEMBER_OF]->(o:Organization) "
    "RETURN a.code, o.name ORDER BY a.code": [
        ["CHN", None],
        ["PAK", "Shanghai Cooperation Organization"],
        ["USA", None],
    ],
    "MATCH (a:State)-[r]->() WITH a.code AS a, collect(DISTINCT type(r)) AS types "
    "RETURN a, size(types) AS n ORDER BY n DESC, a": [["PAK", 2], ["USA", 1]],
    "MATCH (a {code: 'USA'}), (b {code: 'SCO'}), p = shortestPath((a)-[*..4]-(b)) "
    "RETURN [n IN nodes(p) | n.code] AS codes": [["USA", "PAK", "SCO"]],
    "MATCH (a:State) WHERE EXISTS { (a)-[:SANCTIONS]->() } RETURN a.code": [["USA"]],
    "MATCH (a:State {code: 'PAK'}) RETURN COUNT { (a)--(:Actor) } AS n": [[3]],
    "MATCH (d:Document) RETURN d.id, d.title, d.url, d.date": [
        ["missiles", DOCUMENT.title, DOCUMENT.url, "2024-12-20"]
    ],
    "MATCH ()-[r]->() WHERE r.since >= '2020' RETURN r.since UNION RETURN 'x' AS `r.since`": [
        ["2024-12"],
        ["x"],
    ],
    "MATCH (a:State) WHERE a.name =~ '(?i)united.*' RETURN toUpper(a.name) AS name": [
        ["UNITED STATES"]
    ],
    "RETURN date('2024-05-01') AS d, duration('P1D') AS p, [1, null, {a: 2.5}] AS l, true AS t": [
        ["2024-05-01", "P1D", [1, None, {"a": 2.5}], True]
    ],
    "UNWIND $codes AS c MATCH (a:State {code: c}) RETURN a.name": [["China"]],
    "CALL { MATCH (a:State) RETURN count(a) AS n } RETURN n;": [[3]],
}


@pytest.mark.parametrize("query", QUERIES)
def test_both_targets_give_the_same_rows(target: Target, query: str) -> None:
    wanted = QUERIES[query]
    rows = ask(target, query, {"codes": ["CHN"]} if "$codes" in query else {}).rows
    if "collect" in query or "UNION" in query:
        assert sorted(rows) == sorted(wanted)
    elif "codes" in query and "nodes(p)" in query:
        assert rows == [wanted]
    else:
        assert rows == wanted


def test_nodes_relationships_and_paths_are_plain(target: Target) -> None:
    query = "MATCH p = (a:State {code: 'USA'})-[r:SANCTIONS]->() RETURN a, r, p"
    ((node, edge, path),) = ask(target, query).rows
    assert {"Actor", "State"} <= set(node["labels"])
    assert (node["code"], node["name"]) == ("USA", "United States")
    assert (edge["type"], edge["start_code"], edge["end_code"]) == ("SANCTIONS", "USA", "PAK")
    assert edge["quote"] == SANCTIONS.quote
    assert [part.get("code") or part["type"] for part in path] == ["USA", "SANCTIONS", "PAK"]


def test_a_relationship_alone_tells_its_ends(target: Target) -> None:
    rows = ask(target, "MATCH ()-[r]->() RETURN [r] AS rs").rows
    assert {(r[0][0]["start_code"], r[0][0]["end_code"]) for r in rows} == {
        ("USA", "PAK"),
        ("PAK", "CHN"),
        ("PAK", "SCO"),
    }


def test_columns_are_named_where_there_is_no_row(target: Target) -> None:
    query = "MATCH (a:State {code: 'XXX'})-[r]->(b) RETURN DISTINCT a.name, r.year AS `the year`"
    answer = ask(target, query)
    assert (answer.columns, answer.rows) == (["a.name", "the year"], [])


def test_a_limit_cuts_and_says_so(target: Target) -> None:
    assert ask(target, "UNWIND range(1, 5) AS x RETURN x", limit=5).truncated is False
    cut = ask(target, "UNWIND range(1, 50000) AS x RETURN x", limit=3)
    assert (cut.rows, cut.truncated) == ([[1], [2], [3]], True)
    assert ask(target, "RETURN 1 AS x", limit=0).rows == []


def test_a_slow_query_is_given_up_and_the_next_one_runs(target: Target) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.5 s.*--timeout"):
        ask(target, SLOW, timeout=0.5)
    assert time.monotonic() - begun < 10
    assert ask(target, "RETURN 1 AS x").rows == [[1]]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (n RETURN n", r"line 1"),
        ("MATCH (n)\nRETURN m", r"m.* not defined \(line 2, column 8"),
        ("RETURN foo(1)", r"foo.*line 1, column 8"),
        ("RETURN $x", r"x; give each with -p"),
        ("RETURN 1 / 0", r"zero"),
        ("FOO", r"FOO|line 1"),
    ],
)
def test_a_wrong_query_is_told_in_one_line(target: Target, query: str, told: str) -> None:
    with pytest.raises(QueryError, match=told) as caught:
        ask(target, query)
    assert "\n" not in str(caught.value)
    assert "arcadedb" not in str(caught.value)


def test_a_parameter_that_can_not_be_sent_is_told(target: Target) -> None:
    with pytest.raises(QueryError, match="parameter"):
        ask(target, "RETURN $x", {"x": object()})


def test_writes_are_refused_by_the_guard_and_by_the_database(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = "MATCH (n) RETURN count(n) AS n"
    before = ask(target, count).rows
    writes = [
        "CREATE (n:Foreign) RETURN n",
        "MERGE (n:Foreign {a: 1})",
        "MATCH (n:State) SET n.name = 'x'",
        "MATCH (n:State) REMOVE n.name",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:State) FOREACH (x IN [1] | SET n.x = x)",
        "CALL { CREATE (n:Foreign) RETURN n } RETURN n",
        "CREATE INDEX foreign_index FOR (n:Foreign) ON (n.x)",
    ]
    for guarded in (True, False):
        if not guarded:
            monkeypatch.setattr("queries.ask.check", lambda query: query)
        for write in writes:
            with pytest.raises(QueryError, match="only read"):
                ask(target, write)
    assert ask(target, count).rows == before


def test_files_are_not_read_even_without_the_guard(
    target: Target, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    load = f"LOAD CSV FROM '{secret.as_uri()}' AS line RETURN line"
    with pytest.raises(QueryError, match="LOAD CSV"):
        ask(target, load)
    if target.keeps_time:
        return  # a Neo4j's own settings decide; only the guard is ours
    monkeypatch.setattr("queries.ask.check", lambda query: query)
    for address in (secret.as_uri(), "http://127.0.0.1:9/x.csv"):
        with pytest.raises(QueryError) as caught:
            ask(target, f"LOAD CSV FROM '{address}' AS line RETURN line")
        assert "disabled" in str(caught.value)


def test_every_saved_query_runs(target: Target) -> None:
    from queries.saved import saved_queries

    for saved in saved_queries().values():
        given = {name: default or "PAK" for name, default in saved.parameters.items()}
        assert ask(target, saved.cypher, given).columns, saved.name
