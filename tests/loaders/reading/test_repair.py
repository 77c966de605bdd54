"""Broken text: cut sentences, stray spaces, loose apostrophes; and the way back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import read
from loaders.reading.repair import repair
from loaders.reading.sentences import LONGEST, sentences
from ontology.dates import PartialDate
from ontology.document import Document

NEWS = Document("news", date=PartialDate("2021-06-09"))


def parts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(repair(text))]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Kenya ‘s army", "Kenya's army"),
        ("Kenya ’ s army", "Kenya's army"),
        ("Kenya` s army", "Kenya's army"),
        ("the talks , held in Cairo , failed .", "the talks, held in Cairo, failed."),
        ("Cairo ; Rabat : both ( too ) agreed !", "Cairo; Rabat: both ( too) agreed!"),
        ("“ an old friend ”", '" an old friend "'),
        ("Chad [12] and Niger[citation needed] met", "Chad and Niger met"),
        ("Chad\u00a0and   Niger\tmet", "Chad and Niger met"),
        ("Chad and Niger  \r\nmet", "Chad and Niger met"),
        ("the Chad–Niger border", "the Chad-Niger border"),
    ],
)
def test_stray_spaces_and_marks_are_put_right(broken: str, whole: str) -> None:
    assert repair(broken).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "The Ghanaian minister has warned . That its navy would answer Togo.",
        "Several advisers . Chosen by the new king are close to Oman.",
        "Togo lost the loans of Ghana. Forcing the cabinet to resign.",
        "Bonn paid for a port in Togo . Subject to many delays , it opened late.",
        "Ghana sold the boats of Togo. Which had paid for them.",
    ],
)
def test_a_sentence_that_a_full_stop_cuts_is_one(text: str) -> None:
    assert len(parts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ghana has warned Togo. That was the first time.",
        "Ghana has warned Togo. The navy is ready.",
        "Gen. Adu of the U.S. Army met Dr. Mensah in St. Louis. Togo was told.",
    ],
)
def test_whole_sentences_stay_apart(text: str) -> None:
    assert len(parts(text)) == 2


def test_lines_wrapped_at_a_width_are_joined_and_headings_are_not() -> None:
    text = (
        "Talks in Lomé\n\n"
        "The foreign ministers of Ghana and Togo met on Tuesday in the capital to\n"
        "speak about the frontier, which has been shut since the month of March, and\n"
        "about the fishing grounds that lie before the coast of the two countries and\n"
        "that boats from both of them use.\n"
    )
    assert len(parts(text)) == 2
    assert parts(text)[0] == "Talks in Lomé"


BROKEN = [
    (
        "Relations between Ghana and Togo , once partners in the hunt for smugglers , are at an "
        "all-time low .",
        ("GHA", "strainedWith", "TGO"),
    ),
    (
        "Accra imposed sanctions on Togo . Which had seized Ghana ‘s boats .",
        ("GHA", "sanctions", "TGO"),
    ),
    (
        "Lomé ‘s government condemned Ghana ’ s decision , a spokesman said .",
        ("TGO", "criticizes", "GHA"),
    ),
    (
        "Ghana joined the African Union in 2002 , an organization of all the continent ‘s states .",
        ("GHA", "memberOf", "AU"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), BROKEN)
def test_broken_sentences_give_their_claims(text: str, claim: tuple[str, str, str]) -> None:
    found = read(text, NEWS).claims
    keys = {(c.subject, c.relation, c.object) for c in found}
    assert claim in keys or (claim[2], claim[1], claim[0]) in keys
    for one in found:
        assert text[one.start : one.end] == one.quote


TEXT = st.lists(
    st.sampled_from(
        [" ‘s ", " , ", " . That ", "[3]", "\r\n", "\n\n", "\u00a0", " .", "é", "İ", "ß"]
    )
    | st.text(max_size=6),
    max_size=30,
).map("".join)


@given(TEXT, st.integers(0, 10))
def test_every_character_of_repaired_text_knows_where_it_stood(text: str, start: int) -> None:
    repaired = repair(text, min(start, len(text)))
    origin = list(repaired.origin)
    assert len(origin) == len(repaired.text)
    assert all(a < b for a, b in itertools.pairwise(origin))
    assert all(min(start, len(text)) <= at < len(text) for at in origin)
    for ch, at in zip(repaired.text, origin, strict=True):
        assert ch in (text[at], text[at].lower()) or not (ch.isalnum() or text[at].isalnum())


@given(TEXT)
def test_nothing_but_spaces_marks_and_notes_is_dropped(text: str) -> None:
    kept = set(repair(text).origin)
    lost = "".join(ch for at, ch in enumerate(text) if at not in kept)
    assert not any(ch.isalpha() for ch in lost.replace("citation needed", "")) or "[" in lost


@given(TEXT)
def test_sentences_stand_in_order_and_hold_every_letter(text: str) -> None:
    repaired = repair(text)
    found = list(sentences(repaired))
    assert [one.index for one in found] == list(range(len(found)))
    at = 0
    for one in found:
        assert one.start >= at
        assert not any(ch.isalpha() for ch in repaired.text[at : one.start])
        assert repaired.text[one.start : one.end] == one.text
        assert len(one.text) <= LONGEST
        at = one.end
    assert not any(ch.isalpha() for ch in repaired.text[at:])


def test_marks_of_a_web_page_are_no_words() -> None:
    text = "<p><em>Chad-Niger</em>: the border is open;</p><p>Chad and <b>Niger</b> met.</p>"
    repaired = repair(text)
    assert repaired.text.split("\n") == [
        "",
        "Chad-Niger: the border is open;",
        "",
        "Chad and Niger met.",
        "",
    ]
    at = repaired.text.index("Niger met")
    assert text[slice(*repaired.span(at, at + 5))] == "Niger"
