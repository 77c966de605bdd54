"""A copy follows the record, touches only what differs and nothing of others; on both targets."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.folder import Folder
from graph.sync import SyncReport, sync
from graph.target import Target
from tests.graph.targets import KINDS, neo4j, writable
from tests.graph.world import ALLIED, DOCUMENT, MEMBER, SANCTIONS

CLAIMS = "MATCH (a:Actor)-[r]->(b:Actor) RETURN a.code AS a, type(r) AS r, b.code AS b ORDER BY r"
OTHER = replace(DOCUMENT, id="other", title="Other", content_hash="9" * 64)


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Target]:
    with writable(request.param, tmp_path) as target:
        yield target


@pytest.fixture
def full(folder: Folder) -> Folder:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    folder.put(OTHER, [MEMBER])
    return folder


def rows(target: Target) -> list[tuple[str, str, str]]:
    return [(row["a"], row["r"], row["b"]) for row in target.read(CLAIMS)]


def test_a_claim_becomes_a_relationship_with_all_its_properties(
    full: Folder, target: Target
) -> None:
    sync(full, target)
    (row,) = target.read(
        "MATCH (a:State)-[r:SANCTIONS]->(b:State {code: 'PAK'}) "
        "RETURN a.name AS name, r.year AS year, properties(r) AS p"
    )
    claim = next(c for c in full.read("missiles").claims if c.relation == "sanctions")
    assert (row["name"], row["year"]) == ("United States", 2024)
    assert row["p"] == {
        "id": claim.id,
        "modality": "actual",
        "since": "2024-12",
        "year": 2024,
        "quote": SANCTIONS.quote,
        "sentence": SANCTIONS.sentence,
        "start": 10,
        "end": 50,
        "speaker": "the State Department",
        "confidence": 0.9,
        "document": "missiles",
        "title": DOCUMENT.title,
        "url": DOCUMENT.url,
        "quad": "material conflict",
        "plover": "SANCTION",
        "extractor": "reader-0.1",
        "recorded": claim.recorded,
    }


def test_states_organizations_and_documents_bear_their_labels(full: Folder, target: Target) -> None:
    sync(full, target)
    count = "MATCH (n:{}) RETURN count(n) AS n"
    found = {
        label: target.read(count.format(label))[0]["n"]
        for label in ("State", "Organization", "Actor", "Document")
    }
    assert found == {"State": 3, "Organization": 1, "Actor": 4, "Document": 2}
    (document,) = target.read("MATCH (d:Document {id: 'missiles'}) RETURN properties(d) AS d")
    assert document["d"]["title"] == DOCUMENT.title
    assert document["d"]["date"] == "2024-12-20"
    assert document["d"]["hash"]


def test_a_second_sync_writes_nothing(full: Folder, target: Target) -> None:
    assert sync(full, target) == SyncReport(2, 0, 0, 3, 0)
    before = target.read("MATCH (n) WHERE n:Bilateral RETURN properties(n) AS p ORDER BY n.iri")
    assert sync(full, target) == SyncReport(unchanged=2)
    after = target.read("MATCH (n) WHERE n:Bilateral RETURN properties(n) AS p ORDER BY n.iri")
    assert before == after


def test_only_documents_that_differ_are_written(full: Folder, target: Target) -> None:
    sync(full, target)
    told: list[tuple[int, int]] = []
    new = replace(ALLIED, object="RUS", quote="Pakistan's ally Russia")
    full.put(replace(DOCUMENT, content_hash="b" * 64), [SANCTIONS, new])
    report = sync(full, target, progress=lambda done, total: told.append((done, total)))
    assert report == SyncReport(1, 0, 1, 1, 1)
    assert told == [(1, 1)]
    assert rows(target) == [
        ("PAK", "ALLIED_WITH", "RUS"),
        ("PAK", "MEMBER_OF", "SCO"),
        ("USA", "SANCTIONS", "PAK"),
    ]


def test_a_dry_run_says_what_differs_and_changes_nothing(full: Folder, target: Target) -> None:
    assert sync(full, target, dry_run=True) == SyncReport(2, 0, 0, 3, 0)
    assert target.read("MATCH (n:Bilateral) RETURN count(n) AS n") == [{"n": 0}]
    sync(full, target)
    full.file("other").unlink()
    assert sync(full, target, dry_run=True) == SyncReport(0, 1, 1, 0, 1)


def test_what_was_withdrawn_or_vanished_leaves_the_copy(full: Folder, target: Target) -> None:
    sync(full, target)
    claim = next(c for c in full.read("missiles").claims if c.relation == "sanctions")
    full.retract(claim.id, "wrong")
    assert sync(full, target) == SyncReport(1, 0, 1, 0, 1)
    assert rows(target) == [("PAK", "ALLIED_WITH", "CHN"), ("PAK", "MEMBER_OF", "SCO")]
    full.retract("missiles", "a hoax")
    full.file("other").unlink()
    assert sync(full, target) == SyncReport(0, 2, 0, 0, 2)
    assert target.read("MATCH (n:Bilateral) RETURN count(n) AS n") == [{"n": 0}]


def test_a_broken_file_leaves_what_the_copy_has_of_it(full: Folder, target: Target) -> None:
    sync(full, target)
    full.file("other").write_bytes(b"torn {")
    assert sync(full, target) == SyncReport(unchanged=1)
    assert ("PAK", "MEMBER_OF", "SCO") in rows(target)


def test_the_data_of_others_stays_untouched(full: Folder, target: Target) -> None:
    target.write(
        lambda tx: tx.run(
            "CREATE (a:Foreign:Actor {code: 'USA'})-[:SANCTIONS {document: 'missiles', id: 'x'}]->"
            "(:Foreign:Document {id: 'missiles'}), (a)-[:ALLIED_WITH {document: 'other'}]->(a)"
        ).consume()
    )
    look = (
        "MATCH (a:Foreign)-[r]->(b:Foreign) RETURN properties(a) AS one, type(r) AS kind, "
        "properties(r) AS told, properties(b) AS other ORDER BY kind"
    )
    before = target.read(look)
    assert len(before) == 2
    sync(full, target)
    full.put(replace(DOCUMENT, content_hash="b" * 64), [ALLIED])
    sync(full, target)
    full.file("missiles").unlink()
    full.file("other").unlink()
    sync(full, target)
    assert target.read(look) == before


def test_someone_elses_link_to_an_actor_keeps_the_actor(full: Folder, target: Target) -> None:
    sync(full, target)
    target.write(
        lambda tx: tx.run(
            "MATCH (a:State {code: 'CHN'}) CREATE (:Foreign {name: 'my note'})-[:ABOUT]->(a)"
        ).consume()
    )
    for name in ("missiles", "other"):
        full.file(name).unlink()
    sync(full, target)
    assert target.read("MATCH (a:Actor) RETURN a.code AS code") == [{"code": "CHN"}]


def test_a_symmetric_claim_is_found_from_either_side(full: Folder, target: Target) -> None:
    sync(full, target)
    for code in ("PAK", "CHN"):
        query = "MATCH (a:State {code: $code})-[r:ALLIED_WITH]-(b) RETURN count(r) AS n"
        assert target.read(query, {"code": code}) == [{"n": 1}]


def test_many_claims_in_many_documents_arrive(folder: Folder, target: Target) -> None:
    with folder.writing():
        for number in range(60):
            quotes = [replace(SANCTIONS, quote=f"{n}", start=n) for n in range(100)]
            folder.put(replace(DOCUMENT, id=f"d{number}", content_hash=f"{number:064}"), quotes)
    assert sync(folder, target) == SyncReport(60, 0, 0, 6000, 0)
    assert target.read("MATCH (:State)-[r:SANCTIONS]->(:State) RETURN count(r) AS n") == [
        {"n": 6000}
    ]


@pytest.mark.neo4j
def test_two_syncs_at_once_make_no_claim_twice(full: Folder) -> None:
    with neo4j() as one, neo4j() as two:
        sync(full, one)  # the constraints
        for number in range(20):
            name = replace(DOCUMENT, id=f"d{number}", content_hash=f"{number:064}")
            full.put(name, [SANCTIONS, ALLIED])
        threads = [threading.Thread(target=sync, args=(Folder(full.path), t)) for t in (one, two)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert one.read("MATCH (:Actor)-[r]->(:Actor) RETURN count(r) AS n") == [{"n": 43}]
        assert not sync(full, one)
