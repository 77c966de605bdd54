"""The record keeps what it is given, changes only what differs, and deletes nothing."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.folder import Folder
from ontology.document import Document
from ontology.errors import FolderError
from tests.graph.world import ALLIED, DOCUMENT, MEMBER, SANCTIONS

Clock = Callable[[str], None]
FIRST, LATER = "2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"


def test_what_is_put_is_read_back_with_the_time_of_recording(folder: Folder, at: Clock) -> None:
    at(FIRST)
    diff = folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    assert diff.new
    assert len(diff.added) == 2
    record = folder.read("missiles")
    assert record.document == replace(DOCUMENT, recorded=FIRST)
    expected = [replace(c, document="missiles", recorded=FIRST) for c in (SANCTIONS, ALLIED)]
    assert list(record.claims) == expected
    assert [d.id for d in folder.documents()] == ["missiles"]


def test_loading_twice_writes_nothing(folder: Folder, at: Clock) -> None:
    at(FIRST)
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    before = folder.file("missiles").read_bytes(), folder.fingerprint()
    at(LATER)
    newer = [replace(c, extractor="reader-0.2") for c in (ALLIED, SANCTIONS)]
    for claims in ([ALLIED, SANCTIONS], [SANCTIONS, ALLIED, SANCTIONS], newer):
        assert not folder.put(DOCUMENT, claims)
    assert (folder.file("missiles").read_bytes(), folder.fingerprint()) == before


def test_a_changed_document_updates_adds_and_withdraws(folder: Folder, at: Clock) -> None:
    at(FIRST)
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    folder.add(DOCUMENT, [MEMBER])
    at(LATER)
    moved = replace(SANCTIONS, start=110, end=150)
    new = replace(ALLIED, object="RUS", quote="Pakistan's ally Russia")
    changed = replace(DOCUMENT, content_hash="b" * 64)
    seen = folder.diff(changed, [moved, new])
    before = folder.file("missiles").read_bytes()
    assert [line[0] for line in seen.lines()] == ["+", "~", "-", "~"]
    assert folder.put(changed, [moved, new]) == seen
    assert before != folder.file("missiles").read_bytes()
    by_object = {c.object: c for c in folder.read("missiles").claims}
    assert by_object["PAK"].recorded == FIRST
    assert by_object["PAK"].start == 110
    assert by_object["RUS"].recorded == LATER
    assert by_object["CHN"].retracted == LATER
    assert by_object["CHN"].reason == "document changed"
    assert by_object["SCO"].retracted is None, "what was added by hand outlives a new reading"


def test_a_claim_stands_again_when_its_words_come_back(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    folder.put(replace(DOCUMENT, content_hash="b" * 64), [SANCTIONS])
    diff = folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    assert [c.object for c in diff.added] == ["CHN"]
    assert len(folder.read("missiles").standing) == 2


def test_a_reading_that_finds_nothing_withdraws_what_the_reader_had_found(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    folder.add(DOCUMENT, [MEMBER])
    folder.put(DOCUMENT, [], extractor="reader-0.2")
    assert [c.relation for c in folder.read("missiles").standing] == ["memberOf"]
    (gone,) = [c for c in folder.read("missiles").claims if c.retracted]
    assert gone.reason == "extractor changed"


def test_a_claim_that_a_person_withdrew_stays_withdrawn(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    claim = folder.read("missiles").claims[0]
    folder.retract(claim.id[:6], "the article was corrected")
    assert not folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    kept = folder.claim(claim.id)
    assert kept.retracted
    assert kept.reason == "the article was corrected"
    assert [c.object for c in folder.read("missiles").standing] == ["CHN"]


def test_a_document_that_was_withdrawn_has_no_standing_claims(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    record = folder.retract("missi", "a hoax")
    assert record.document.reason == "a hoax"
    folder.put(replace(DOCUMENT, content_hash="b" * 64), [SANCTIONS, ALLIED])
    assert folder.read("missiles").standing == ()
    with pytest.raises(FolderError, match="withdrawn already"):
        folder.retract("missiles", "again")


def test_an_unknown_or_ambiguous_id_says_what_to_do(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    folder.put(replace(DOCUMENT, id="missiles-2"), [])
    for text in ("nothing", "mis", "abcd1234"):
        with pytest.raises(FolderError, match="no document or claim"):
            folder.retract(text, "why")
    with pytest.raises(FolderError, match="beginning of 2 ids"):
        folder.retract("miss", "why")
    with pytest.raises(FolderError, match="reason"):
        folder.retract("missiles", "  ")


def test_claims_added_by_hand_to_one_source_one_after_another_all_stand(folder: Folder) -> None:
    source = Document(id="example.org", kind="hand", url="https://example.org/a")
    folder.add(source, [MEMBER])
    folder.add(source, [replace(SANCTIONS, extractor="hand")])
    assert len(folder.read("example.org").standing) == 2


def test_adding_to_a_loaded_document_keeps_its_description(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    folder.add(Document(id="missiles", kind="hand", licence="CC0"), [MEMBER])
    document = folder.read("missiles").document
    assert (document.title, document.kind, document.licence) == (DOCUMENT.title, "text", "CC0")


def test_two_sources_of_one_name_are_two_documents(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    other = replace(DOCUMENT, origin="/b/missiles.txt", url=None, content_hash="c" * 64)
    name = folder.id_for(other)
    assert re.fullmatch(r"missiles-[0-9a-f]{6}", name)
    folder.put(replace(other, id=name), [])
    assert folder.id_for(replace(other, content_hash="d" * 64)) == name
    assert folder.id_for(replace(DOCUMENT, content_hash="e" * 64)) == "missiles"
    renamed = replace(DOCUMENT, id="renamed", origin="/c/renamed.txt")
    assert folder.id_for(renamed) == "missiles", "the same content is the same document"


def test_texts_from_standard_input_are_told_apart_by_content(folder: Folder) -> None:
    one = Document(id="stdin", origin="-", content_hash="1" * 64)
    two = replace(one, content_hash="2" * 64)
    folder.put(one, [])
    assert folder.id_for(one) == "stdin"
    assert folder.id_for(two) != "stdin"


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"GRAPH d:x { s:PAK b:", b"", b"# nothing\n"])
def test_a_broken_file_is_reported_and_the_rest_works(tmp_path: Path, broken: bytes) -> None:
    told: list[str] = []
    folder = Folder(tmp_path, notify=told.append)
    folder.put(DOCUMENT, [SANCTIONS])
    folder.put(replace(DOCUMENT, id="other", content_hash="9" * 64), [ALLIED])
    folder.file("other").write_bytes(broken)
    assert [record.document.id for record in folder.records()] == ["missiles"]
    assert "other.trig" in told[0]
    (line,) = folder.broken()
    assert "other.trig" in line
    assert "\n" not in line
    assert folder.summary().documents == 1
    assert folder.summary().broken == 1
    with pytest.raises(FolderError, match=r"other\.trig"):
        folder.put(replace(DOCUMENT, id="other"), [SANCTIONS])
    assert folder.file("other").read_bytes() == broken, "a hand-edited file is not overwritten"


def test_a_claim_edited_to_an_unknown_relation_is_reported(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    text = folder.file("missiles").read_text()
    folder.file("missiles").write_text(text.replace("b:sanctions", "b:sanktions"))
    (line,) = folder.broken()
    assert "missiles.trig" in line
    assert "sanktions" in line


def test_the_summary_counts_what_stands_and_follows_changes(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    assert (folder.summary().claims, folder.summary().actors) == (2, 3)
    folder.retract(folder.read("missiles").claims[0].id, "wrong")
    for view in (folder, Folder(folder.path)):
        assert (view.summary().claims, view.summary().standing) == (2, 1)
    folder.file("missiles").unlink()
    assert folder.summary().documents == 0


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"form": 1, "files": {"missiles": [1]}}'])
def test_the_index_may_be_lost_or_broken(folder: Folder, broken: str) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    index = folder.private / "index.json"
    assert "missiles" in json.loads(index.read_text())["files"]
    before = folder.index()
    index.write_text(broken)
    assert Folder(folder.path).index() == before


def test_leftovers_of_a_killed_writer_are_ignored_and_cleared(folder: Folder) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    leftover = folder.path / ".new-1-missiles.trig"
    leftover.write_bytes(b"half")
    assert [d.id for d in folder.documents()] == ["missiles"]
    folder.put(replace(DOCUMENT, id="other", content_hash="9" * 64), [])
    assert not leftover.exists()


def test_a_file_in_the_folders_place_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderError, match="is a file"):
        Folder(tmp_path / "file")
    with pytest.raises(FolderError, match="there is no folder"):
        Folder(tmp_path / "missing", create=False)
    assert list(Folder(tmp_path / "later").records()) == []
    assert not (tmp_path / "later").exists()


def test_a_full_disk_leaves_the_old_document(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put(DOCUMENT, [SANCTIONS])
    before = folder.file("missiles").read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderError, match="No space left"):
        folder.put(DOCUMENT, [SANCTIONS, ALLIED])
    monkeypatch.undo()
    assert folder.file("missiles").read_bytes() == before
    assert [f.name for f in folder.path.iterdir() if f.suffix == ".trig"] == ["missiles.trig"]


def test_a_second_writer_waits_and_is_told_who_holds_the_folder(folder: Folder) -> None:
    told: list[str] = []
    second = Folder(folder.path, notify=told.append, timeout=0.8)
    with folder.writing():
        with pytest.raises(FolderError, match=f"process {os.getpid()}"):
            second.put(DOCUMENT, [SANCTIONS])
        assert list(second.records()) == [], "readers need no lock"
    assert "waiting" in told[0]
    second.put(DOCUMENT, [SANCTIONS])


def test_a_document_id_can_not_leave_the_folder(folder: Folder) -> None:
    with pytest.raises(FolderError):
        folder.put(replace(DOCUMENT, id="../escape"), [])


def test_git_is_told_to_leave_what_is_derived(folder: Folder) -> None:
    folder.put(DOCUMENT, [])
    assert (folder.private / ".gitignore").read_text() == "*\n"
