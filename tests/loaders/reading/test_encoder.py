"""The encoder: words in pieces, actors as marks, and the same scores alone and in company."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import encoder, judge, read
from loaders.reading.encoding import LONGEST, Encoding, encoding
from loaders.reading.mentions import Mention
from loaders.reading.stance import CLASSES as STANCES
from loaders.reading.wordpiece import pieces, vocabulary
from ontology.document import Document
from ontology.relations import relations


def _encoded(text: str, *names: tuple[str, str]) -> tuple[Encoding, list[tuple[int, int]]]:
    made = [Mention(text.index(n), text.index(n) + len(n), code, "name") for n, code in names]
    seen = encoding(text, made)
    places = [seen.places[mention] for mention in made]
    return seen, [(places[0], places[1]), (places[1], places[0])]


SANCTIONS = _encoded("France imposed sanctions on Mali.", ("France", "FRA"), ("Mali", "MLI"))
TALKS = _encoded(
    "After a long night of talks in Geneva, Chad and Niger agreed to meet again next month.",
    ("Chad", "TCD"),
    ("Niger", "NER"),
)


def test_a_word_that_is_not_known_is_put_together_from_pieces() -> None:
    known = {number: piece for piece, number in vocabulary().items()}
    assert "".join(known[n].removeprefix("##") for n in pieces("Denuclearization")) == (
        "denuclearization"
    )


def test_accents_and_case_make_no_difference() -> None:
    assert pieces("ERDOĞAN") == pieces("Erdogan")


@given(st.text(max_size=200))
def test_any_text_has_pieces_of_the_vocabulary(text: str) -> None:
    assert set(pieces(text)) <= set(vocabulary().values())


def test_which_state_it_is_makes_no_difference() -> None:
    other, places = _encoded("Kenya imposed sanctions on Peru.", ("Kenya", "KEN"), ("Peru", "PER"))
    assert (other.ids, places) == (SANCTIONS[0].ids, SANCTIONS[1])


def test_an_organization_is_seen_as_one() -> None:
    other, _ = _encoded("France imposed sanctions on NATO.", ("France", "FRA"), ("NATO", "NATO"))
    assert other.ids != SANCTIONS[0].ids


def test_an_actor_named_twice_has_one_mark() -> None:
    text = "France said France would go."
    first, second = Mention(0, 6, "FRA", "name"), Mention(12, 18, "FRA", "name")
    seen = encoding(text, [first, second])
    assert seen.ids[seen.places[first]] == seen.ids[seen.places[second]]
    assert seen.places[first] != seen.places[second]


def test_an_unsaid_actor_stands_before_the_sentence() -> None:
    unsaid = Mention(0, 0, "RUS", "focus")
    named = Mention(0, 6, "FRA", "name")
    seen = encoding("France was warned.", [named, unsaid])
    assert seen.places[unsaid] < seen.places[named]


def test_the_sentence_before_follows_with_the_same_marks_and_moves_nothing() -> None:
    peru, chile = Mention(0, 4, "PER", "name"), Mention(12, 17, "CHL", "name")
    text = "Peru warned Chile."
    alone = encoding(text, [peru, chile])
    told = encoding(text, [peru, chile], ("Chile had been warned.", [Mention(0, 5, "CHL", "name")]))
    assert told.ids[: len(alone.ids)] == alone.ids
    assert told.places == alone.places
    assert told.ids[len(alone.ids)] == alone.ids[alone.places[chile]]


def test_of_a_very_long_sentence_the_end_is_cut_off() -> None:
    text = "France " + "said " * 400 + "Mali"
    seen = encoding(
        text, [Mention(0, 6, "FRA", "name"), Mention(len(text) - 4, len(text), "MLI", "name")]
    )
    assert len(seen.ids) == LONGEST
    assert all(place < LONGEST for place in seen.places.values())


def test_relations_and_stances_are_probabilities() -> None:
    ((said, stances),) = next(encoder.scores([SANCTIONS]))
    assert said.shape == (2, len(relations()) + 1)
    assert stances.shape == (2, len(STANCES))
    assert np.exp(said).sum(1) == pytest.approx(1, abs=1e-3)


def test_who_sanctions_whom_is_told_apart() -> None:
    ((said, _),) = next(encoder.scores([SANCTIONS]))
    place = list(relations()).index("sanctions")
    assert np.exp(said[0, place]) > 0.5 > np.exp(said[1, place])


def test_sentences_keep_their_order_and_nearly_their_scores_in_company() -> None:
    apart = [next(encoder.scores([one]))[0] for one in (TALKS, SANCTIONS)]
    together = next(encoder.scores([TALKS, SANCTIONS]))
    for (said, _), (same, _) in zip(apart, together, strict=True):
        assert np.exp(said) == pytest.approx(np.exp(same), abs=0.15)


def test_the_network_is_loaded_before_a_thread_of_its_own_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load, on_main = encoder.session, []

    def session() -> object:
        on_main.append(threading.current_thread() is threading.main_thread())
        return load()

    monkeypatch.setattr(encoder, "session", session)
    read("France imposed sanctions on Mali.", Document("news"))
    assert on_main[0]


def test_head_and_encoder_are_weighed_by_the_share() -> None:
    known = np.array([[0.9, 0.1]], np.float32)
    told = np.log(np.array([[0.2, 0.8]], np.float32))
    assert judge.mixed(known, told, 0.0) == pytest.approx(known, abs=1e-3)
    assert judge.mixed(known, told, 1.0) == pytest.approx(np.exp(told), abs=1e-3)
    assert 0.2 < judge.mixed(known, told, 0.5)[0, 0] < 0.9
