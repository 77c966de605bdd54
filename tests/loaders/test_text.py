"""Files become documents: encodings, metadata, titles, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.documents.decode import LIMIT_MB, decode
from loaders.documents.metadata import metadata
from loaders.documents.text import Given, text_document
from ontology.dates import PartialDate
from ontology.errors import SourceError

NOTHING = Given()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\x01\x02\x03words\x05\x06" * 50, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP, Word or EPUB"),
        (b"\x89PNG\r\n", "image"),
        (b"<!DOCTYPE html><html><body>x", "HTML page"),
        (b"\xff\xfea", "broken UTF-16"),
        (b"a" * (LIMIT_MB * 1_000_000 + 1), "above the limit"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told) as caught:
        decode(data, "article.txt")
    assert str(caught.value).startswith("article.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-8-sig"])
def test_a_text_is_read_in_the_encoding_that_it_marks(encoding: str) -> None:
    decoded = decode("Türkiye’s envoy left.".encode(encoding), "a.txt")
    assert decoded.text.removeprefix("\ufeff") == "Türkiye’s envoy left."
    assert decoded.warning is None


def test_another_encoding_is_read_and_said_so() -> None:
    decoded = decode("Türkiye’s envoy left.".encode("cp1252"), "a.txt")
    assert decoded.text == "Türkiye’s envoy left."
    assert "read as Windows-1252" in (decoded.warning or "")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    try:
        assert decode(data, "a").text.strip()
    except SourceError as error:
        assert str(error).startswith("a: ")


def test_a_comment_line_dates_the_document_and_is_not_read() -> None:
    text = "# source: Example Wire | date: 2024-12-20 | licence: CC BY 4.0\nPakistan won.\n"
    found = text_document(text.encode(), "a.txt", NOTHING)
    assert found.document.date == PartialDate("2024-12-20")
    assert found.document.publisher == "Example Wire"
    assert found.document.licence == "CC BY 4.0"
    assert found.text[found.start :] == "Pakistan won.\n"


def test_yaml_front_matter_is_read() -> None:
    fields = ['title: "A: B"', "date: 2024-05-03", "url: https://e.org/a", "tags: [x]"]
    text = "\r\n".join(["---", *fields, "---", "Text."])
    found = text_document(text.encode(), "a.md", NOTHING)
    assert (found.document.title, found.document.url) == ("A: B", "https://e.org/a")
    assert str(found.document.date) == "2024-05-03"
    assert found.text[found.start :] == "Text."


def test_a_markdown_heading_is_text_and_gives_the_title() -> None:
    found = text_document(b"# Talks: a beginning\n\nFrance met Italy.\n", "a.md", NOTHING)
    assert found.start == 0
    assert found.document.title == "Talks: a beginning"


def test_what_the_user_says_goes_before_what_the_text_says() -> None:
    data = b"# date: 2020-01-01 | title: Old\nText.\n"
    given_date = Given(date=PartialDate("2024"), title="New", url="https://e.org")
    found = text_document(data, "a.txt", given_date).document
    assert (str(found.date), found.title, found.url) == ("2024", "New", "https://e.org")


@pytest.mark.parametrize(
    "text", ["# date: 2024-13-40 | source: x\nText.", "---\ndate: 2024-13-40\n---\nText."]
)
def test_a_wrong_date_in_the_metadata_is_named(text: str) -> None:
    with pytest.raises(SourceError, match=r"a\.txt: date in its metadata: '2024-13-40'"):
        text_document(text.encode(), "a.txt", NOTHING)


@pytest.mark.parametrize(
    ("told", "date"),
    [("2025-11 snapshot", "2025-11"), ("2024-05-03T10:00:00Z", "2024-05-03"), ("2008-2015", None)],
)
def test_a_loose_date_in_the_metadata_is_taken_as_far_as_it_goes(
    told: str, date: str | None
) -> None:
    found = text_document(f"# source: x | date: {told}\nText.".encode(), "a.txt", NOTHING)
    assert (str(found.document.date) if found.document.date else None) == date
    assert bool(found.warnings) == (date is None)


def test_broken_front_matter_is_named_with_its_line() -> None:
    with pytest.raises(SourceError, match=r"a\.md, line \d: front matter is no YAML"):
        metadata('---\ntitle: "open\nx: [\n---\nText.', "a.md")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_reading_begins_inside_the_text(text: str) -> None:
    try:
        found = metadata(text, "a")
    except SourceError:
        return
    assert 0 <= found.start <= len(text)


def test_the_title_of_a_text_without_headline_is_its_name(tmp_path: Path) -> None:
    long = "This sentence is a paragraph and no headline, it ends with a full stop.\n"
    assert text_document(long.encode(), "the-file_name.txt", NOTHING).document.title == (
        "the file name"
    )
