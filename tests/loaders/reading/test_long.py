"""Long texts: sentences are forgotten when their claims are made, and nothing else changes."""

import gc

import pytest

from loaders.reading import Reading, best, read
from loaders.reading.encoder import TOGETHER
from loaders.reading.features import View
from ontology.dates import PartialDate
from ontology.document import Document

NEWS = Document("news", date=PartialDate("2021-06-09"))
TEXT = "\n".join(
    [
        "Ghana and Togo held talks in Accra on Monday. Ghana condemned Benin.",
        "Benin may impose sanctions on Ghana. Togo refused to recognize Mali.",
        "Ghana imposed sanctions on Benin in 2014. Togo joined the African Union in 2001.",
        "Mali thanked Togo for its aid. Ghana imposed sanctions on Benin.",
        "Benin met Ghana. Mali attacked Niger in May 2019, the minister of Chad said.",
    ]
)


def reading(text: str, monkeypatch: pytest.MonkeyPatch, sentences: int) -> Reading:
    monkeypatch.setattr(best, "SENTENCES", sentences)
    return read(text, NEWS, min_confidence=0.1, explain=True)


def test_what_is_read_is_the_same_whenever_sentences_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_once = reading(TEXT * 3, monkeypatch, 1000)
    assert len(at_once.claims) > 5
    for sentences in (1, 2, 7):
        assert reading(TEXT * 3, monkeypatch, sentences) == at_once


def test_few_sentences_are_kept_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(best, "SENTENCES", 10)
    text = " ".join(f"In {1816 + n} Ghana imposed sanctions on Togo." for n in range(200))
    held: list[int] = []

    def look(done: int, total: int) -> None:
        if done % 50 == 0:
            held.append(sum(type(each) is View for each in gc.get_objects()))

    read(text, NEWS, progress=look)
    assert len(held) == 4
    assert max(held) <= 12 + TOGETHER
