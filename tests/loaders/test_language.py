"""Only English is read: other languages are refused or passed over; what tells nothing is read."""

from collections import defaultdict
from pathlib import Path

import pytest

from bilateral import read
from loaders.documents.language import languages
from loaders.documents.text import Given
from loaders.load import load
from loaders.reading.examples import examples
from loaders.source import Source
from ontology.errors import SourceError

HERE = Path(__file__).parent
FOREIGN: dict[str, list[str]] = defaultdict(list)
for line in (HERE / "languages.tsv").read_text(encoding="utf-8").splitlines():
    FOREIGN[line.partition("\t")[0]].append(line.partition("\t")[2])
ENGLISH = (HERE / "english.txt").read_text(encoding="utf-8").splitlines()
NAMES = {
    "fr": "seems to be French",
    "nl": "seems to be Dutch",
    "tr": "seems to be Turkish",
    "ru": "is written in Cyrillic script",
    "zh": "is written in Chinese script",
    "ja": "is written in Japanese script",
    "ko": "is written in Korean script",
    "fa": "is written in Arabic script",
    "hi": "is written in Devanagari script",
}
LATIN = "Senatus populusque foedus cum rege renovavit neque legati postea ex urbe redierunt. "


def source(folder: Path, text: str) -> Source:
    file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    return Source(str(file))


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("joint", ["\n", "\n\n", " "])
def test_another_language_is_known(code: str, joint: str) -> None:
    assert languages(joint.join(FOREIGN[code])).main not in ("en", None)


def test_hardly_a_sentence_of_another_language_is_taken_for_one_that_tells_nothing() -> None:
    every = [text for texts in FOREIGN.values() for text in texts]
    found = [languages(text).main for text in every]
    assert "en" not in found
    assert found.count(None) <= 2


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_names_quotes_or_little_grammar_is_read(text: str) -> None:
    assert languages(text).main in ("en", None)
    assert languages(text).foreign == []


def test_every_example_is_english() -> None:
    lines = [example.text for example in examples()]
    assert {languages(line).main for line in lines} <= {"en", None}
    for size, joint in ((10, " "), (10, "\n"), (25, "\n\n")):
        parts = [joint.join(lines[at : at + size]) for at in range(0, len(lines), size)]
        assert {languages(part).main for part in parts} <= {"en", None}


@pytest.mark.parametrize("code", NAMES)
def test_a_text_in_another_language_is_refused_in_one_line(tmp_path: Path, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        load(source(tmp_path, "\n".join(FOREIGN[code])))
    told = str(caught.value)
    assert told.startswith(f"{tmp_path / 'article.txt'}: {NAMES[code]}")
    assert "only English is read" in told
    assert "\n" not in told


def test_a_language_that_is_not_known_is_refused_if_the_text_is_long(tmp_path: Path) -> None:
    assert load(source(tmp_path, LATIN)).claims == []
    with pytest.raises(SourceError, match="seems not to be English"):
        load(source(tmp_path, LATIN * 5))


def test_python_refuses_it_too() -> None:
    with pytest.raises(SourceError, match=r"standard input: seems to be German"):
        read("\n".join(FOREIGN["de"]))


def test_a_headline_is_read() -> None:
    assert languages("Japan sanctions Russia").main is None
    assert [claim.relation for claim in read("Japan sanctions Russia")] == ["sanctions"]


ARTICLE = "Japan imposed sanctions on Russia in 2014. It was the first time that they did so."


@pytest.mark.parametrize("code", FOREIGN)
def test_paragraphs_in_another_language_are_passed_over_and_counted(
    tmp_path: Path, code: str
) -> None:
    text = f"{ARTICLE}\n\n{FOREIGN[code][0]} {FOREIGN[code][-1]}\n\n{ARTICLE}\n{ARTICLE}\n"
    loaded = load(source(tmp_path, text))
    assert {claim.relation for claim in loaded.claims} == {"sanctions"}
    assert loaded.skipped["not English"] >= 1
    assert "skipped: not English" in loaded.summary()
    assert loaded.document.language == "en"


def test_what_is_passed_over_names_no_actors() -> None:
    text = f"{ARTICLE}\n\nLa Chine a condamné la France et le Mali, selon une source.\n"
    assert {c.subject for c in read(text)} | {c.object for c in read(text)} == {"JPN", "RUS"}


def test_a_text_with_a_little_english_around_it_is_refused(tmp_path: Path) -> None:
    text = "Share this story with your friends.\n\n" + "\n\n".join(FOREIGN["es"] * 2)
    with pytest.raises(SourceError, match="seems to be Spanish"):
        load(source(tmp_path, text))


@pytest.mark.parametrize(("told", "stored"), [("en", "en"), ("en-GB", "en-GB"), ("English", "en")])
def test_metadata_that_say_english_are_believed(tmp_path: Path, told: str, stored: str) -> None:
    found = load(source(tmp_path, f"# language: {told}\n" + LATIN * 5))
    assert found.document.language == stored


@pytest.mark.parametrize("told", ["fr", "fr-CA", "French"])
def test_metadata_that_say_another_language_are_believed(tmp_path: Path, told: str) -> None:
    with pytest.raises(SourceError, match=f"article.txt: its metadata say language '{told}'"):
        load(source(tmp_path, f"# language: {told} | date: 2020\n{ARTICLE}"))


def test_a_text_of_no_language_has_none(tmp_path: Path) -> None:
    assert load(source(tmp_path, "Japan, Russia"), Given()).document.language is None
