"""Reading: sentences of our own, and what must hold for any text."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading import Reading, encoder, head, patterns, read
from loaders.reading.examples import examples, fingerprint, variants
from ontology.dates import PartialDate
from ontology.document import Document

SHARED = Path(os.environ.get("BILATERAL_SHARED", Path(__file__).parents[4] / "shared")) / "gold"
PASSAGES = Path(__file__).parents[3] / "benchmarks" / "passages"
NEWS = Document("news", date=PartialDate("2022-03-04"))


def said(text: str, document: Document = NEWS) -> set[tuple[str, str, str]]:
    """(subject, relation, object) of what is read; symmetric relations in alphabetical order."""
    return {(c.subject, c.relation, c.object) for c in read(text, document).claims}


def one(text: str, relation: str, document: Document = NEWS) -> object:
    return next(c for c in read(text, document).claims if c.relation == relation)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Japan imposed sanctions on Russia.", ("JPN", "sanctions", "RUS")),
        ("Tokyo imposed sanctions on Moscow.", ("JPN", "sanctions", "RUS")),
        ("Russia was hit with Japanese sanctions.", ("JPN", "sanctions", "RUS")),
        ("Turkey joined NATO in 1952.", ("TUR", "memberOf", "NATO")),
        ("The Soviet Union invaded Hungary in 1956.", ("SUN", "attacks", "HUN")),
        ("Putin met Macron on Monday.", ("FRA", "consultsWith", "RUS")),
        ("Brazil and Peru signed a trade agreement.", ("BRA", "agreesWith", "PER")),
        ("Ghana condemned Togo's decision.", ("GHA", "criticizes", "TGO")),
        ("India sold missiles to Vietnam.", ("IND", "suppliesArmsTo", "VNM")),
    ],
)
def test_a_plain_sentence_gives_its_claim(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Students of the Georgia Institute of Technology visited Alabama.",
        "Roast turkey is served with cranberries.",
        "The weather in the mountains was cold.",
        "",
        "\n\n  \t",
    ],
)
def test_a_text_without_states_gives_nothing(text: str) -> None:
    assert said(text) == set()


def test_the_two_countries_are_those_named_before() -> None:
    text = "Chad and Niger share a border. The two countries signed a military agreement."
    assert ("NER", "agreesWith", "TCD") in {(min(s, o), r, max(s, o)) for s, r, o in said(text)}


def test_a_continued_sentence_is_put_together() -> None:
    from loaders.reading.repair import repair

    fixed = repair("Kenya ‘s army has explained . That its missiles , in fact , deter Somalia .")
    assert fixed.text == "Kenya's army has explained, that its missiles, in fact, deter Somalia."


@pytest.mark.parametrize(
    ("text", "relation", "modality"),
    [
        ("Japan imposed sanctions on Russia.", "sanctions", "actual"),
        ("Japan will impose sanctions on Russia.", "sanctions", "possible"),
        ("Japan may impose sanctions on Russia.", "sanctions", "possible"),
        ("Japan refused to impose sanctions on Russia.", "sanctions", "denied"),
        ("Japan did not impose sanctions on Russia.", "sanctions", "denied"),
    ],
)
def test_stance_is_read(text: str, relation: str, modality: str) -> None:
    assert {c.modality for c in read(text, NEWS).claims if c.relation == relation} == {modality}


@pytest.mark.parametrize(
    ("text", "since", "basis"),
    [
        ("Japan imposed sanctions on Russia in 2014.", "2014", "text"),
        ("On 5 May 2014 Japan imposed sanctions on Russia.", "2014-05-05", "text"),
        ("Japan imposed sanctions on Russia in May 2014.", "2014-05", "text"),
        ("Japan imposed sanctions on Russia last year.", "2021", "text"),
        ("Japan imposed sanctions on Russia on Monday.", "2022-02-28", "text"),
        ("Japan imposed sanctions on Russia, the minister said.", "2022", "dateline"),
    ],
)
def test_a_date_is_as_precise_as_the_text(text: str, since: str, basis: str) -> None:
    found = next(c for c in read(text, NEWS).claims if c.relation == "sanctions").since
    assert found is not None
    assert (found.value, found.basis) == (since, basis)


def test_a_standing_fact_without_a_date_gets_none() -> None:
    claims = read("Chile is an ally of Peru.", Document("a")).claims
    assert all(claim.since is None for claim in claims)


def test_reading_begins_where_told_and_counts_from_the_start_of_the_file() -> None:
    text = "# Iran attacked Iraq | date: 2020-01-01\r\nJapan imposed sanctions\r\non Russia.\r\n"
    reading = read(text, NEWS, start=text.index("\n") + 1)
    assert {c.subject for c in reading.claims} == {"JPN"}
    held(text, reading)


def test_every_claim_meets_domain_and_range_and_is_said_once() -> None:
    from ontology.relations import relation

    text = "Turkey, Greece and NATO met. Turkey joined NATO. Turkey joined NATO again in 1952."
    claims = read(text, NEWS, min_confidence=0.05).claims
    assert len({(c.subject, c.relation, c.object, c.modality) for c in claims}) == len(claims)
    for claim in claims:
        assert claim.subject != claim.object
        if relation(claim.relation).range == "Organization":
            assert claim.object == "NATO"


def test_a_claim_names_the_example_behind_it() -> None:
    claim = next(c for c in read("Japan imposed sanctions on Russia.", NEWS).claims)
    assert claim.note is not None
    assert claim.note.startswith("sanctions: A ")


def test_sentences_without_two_actors_are_counted() -> None:
    reading = read("It rained. France was calm. France attacked Spain.", Document("a"))
    assert reading.sentences == 3
    assert sum(reading.skipped.values()) <= 2


def held(text: str, reading: Reading) -> None:
    for claim in reading.claims:
        assert claim.start is not None
        assert claim.end is not None
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
        assert claim.sentence in text


PIECES = (
    "France |Iran’s |attacked |sanctions on |Moscow ‘s | , |. |;|\r\n|\n|\r|\xa0|🇫🇷|é|“|”|"
    "the U.S. |met |NATO |[1]|\u200f|İ|ﬁ|\x00"
)
SCRAP = st.sampled_from(PIECES.split("|"))


@settings(max_examples=60, deadline=None)
@given(st.lists(SCRAP | st.text(max_size=4), max_size=25).map("".join), st.integers(0, 5))
def test_quotes_stand_where_they_say(text: str, start: int) -> None:
    start = min(start, len(text))
    held(text, read(text, NEWS, start=start, min_confidence=0.0))


@pytest.mark.skipif(not SHARED.exists(), reason="the gold texts are not here (BILATERAL_SHARED)")
def test_quotes_of_all_gold_texts_stand_where_they_say() -> None:
    for file in sorted((SHARED / "texts").glob("*.txt")):
        text = file.read_bytes().decode()
        held(text, read(text, Document(file.stem), start=text.index("\n") + 1))


def test_weights_and_patterns_are_in_step_with_the_examples() -> None:
    # Run make train after a change of the examples or the passages.
    assert head.facts()["examples"] == fingerprint()
    assert patterns.compiled()["fingerprint"] == fingerprint()
    assert encoder.facts()["examples"] == fingerprint()


@pytest.mark.skipif(not PASSAGES.is_dir(), reason="the passages are not there (no checkout)")
def test_the_weights_are_in_step_with_the_passages() -> None:
    assert head.facts()["passages"] == fingerprint(PASSAGES)
    assert encoder.facts()["passages"] == fingerprint(PASSAGES)


def test_every_alternative_of_a_line_occurs() -> None:
    made = variants("A {met/saw} {B's king/the B~ queen/B}")
    assert made == ["A met B's king", "A saw the B~ queen", "A met B"]


def test_examples_carry_both_actors_where_they_say() -> None:
    for example in list(examples())[::50]:
        for mention in example.mentions:
            assert example.text[mention.start : mention.end].strip() != ""
