"""Whatever claims and documents there may be, the folder gives them back and stays as it is."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.folder import Folder
from ontology.claim import Claim
from ontology.document import Document
from tests.strategies import claims, documents


def plain(claim: Claim) -> Claim:
    return replace(claim, recorded="")


@settings(max_examples=40)
@given(document=documents, found=st.lists(claims(), max_size=5))
def test_a_folder_gives_back_what_it_was_given(document: Document, found: list[Claim]) -> None:
    with tempfile.TemporaryDirectory() as path:
        folder = Folder(path)
        folder.put(document, found)
        record = Folder(path).read(document.id)
        given_ones = {c.id: c for c in reversed([replace(c, document=document.id) for c in found])}
        assert {c.id: plain(c) for c in record.claims} == {
            key: plain(claim) for key, claim in given_ones.items()
        }
        assert replace(record.document, recorded="") == replace(document, recorded="")
        assert all(claim.recorded for claim in record.claims)
        before = folder.file(document.id).read_bytes()
        assert not folder.put(document, found)
        assert folder.file(document.id).read_bytes() == before


@settings(max_examples=40)
@given(
    document=documents,
    readings=st.lists(
        st.lists(claims().map(lambda c: replace(c, retracted=None, reason=None)), max_size=4),
        min_size=1,
        max_size=4,
    ),
)
def test_after_any_readings_the_last_one_stands_and_none_is_lost(
    document: Document, readings: list[list[Claim]]
) -> None:
    with tempfile.TemporaryDirectory() as path:
        folder = Folder(Path(path))
        seen: set[str] = set()
        for number, found in enumerate(readings):
            mine = [replace(c, document=document.id, extractor="reader-1") for c in found]
            seen |= {c.id for c in mine}
            told = replace(document, content_hash=f"{number:064}")
            folder.put(told, mine, extractor="reader-1")
            record = folder.read(document.id)
            assert {c.id for c in record.standing} == {c.id for c in mine}
            assert {c.id for c in record.claims} == seen
