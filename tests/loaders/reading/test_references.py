"""Reference: what pronouns, "the two countries" and things left unsaid stand for."""

import pytest

from tests.loaders.reading.scanned import meant, unsaid


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("India warned Pakistan. It closed the border.", "It", "IND"),
        ("Ghana closed its embassy in Togo.", "its", "GHA"),
        ("Chad wrote to Niger. Its foreign ministry was silent.", "Its", "TCD"),
        ("India warned Pakistan. They closed the border.", "They", "IND"),
        ("Peru sent ships to Chile, but their captains turned back.", "their", "PER"),
    ],
)
def test_a_pronoun_means_the_actor_spoken_of_first(text: str, words: str, code: str) -> None:
    assert code in meant(text, words)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Modi said his country would help Nepal.", "his", "IND"),
        ("Putin left. His country is at war with Ukraine.", "His", "RUS"),
        ("Angela Merkel spoke. She thanked Poland.", "She", "DEU"),
        ("Macron wrote to Oman. He wants a treaty.", "He", "FRA"),
    ],
)
def test_a_personal_pronoun_means_the_state_of_the_leader_last_named(
    text: str, words: str, code: str
) -> None:
    assert meant(text, words) == {code}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad and Niger talked. The two countries signed a treaty.", "The two countries"),
        ("Chad and Niger talked. Both countries want peace.", "Both countries"),
        ("Chad wrote to Niger. Trade between the two countries grew.", "the two countries"),
    ],
)
def test_the_two_countries_are_those_just_named(text: str, words: str) -> None:
    assert meant(text, words) == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad and Niger talked. Both sides were content.", "Both sides"),
        ("Chad accused Niger. The parties met again.", "The parties"),
        ("Chad and Niger talked, and the two sides agreed.", "the two sides"),
    ],
)
def test_both_sides_are_those_just_named(text: str, words: str) -> None:
    assert meant(text, words) == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad and Niger accused each other of lying.", "each other"),
        ("Chad and Niger talked. They will help one another.", "one another"),
    ],
)
def test_each_other_means_both(text: str, words: str) -> None:
    assert meant(text, words) == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Saudi Arabia wrote to Oman. The kingdom wants peace.", "The kingdom", "SAU"),
        ("Cuba wrote to Oman. The island nation wants peace.", "The island nation", "CUB"),
        ("Kenya wrote to Oman. This country wants peace.", "This country", "KEN"),
    ],
)
def test_the_kingdom_is_the_state_spoken_of(text: str, words: str, code: str) -> None:
    assert meant(text, words) == {code}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Chad talked with Niger. Its neighbour was silent.", "neighbour", "NER"),
        ("Peru argued with Chile. Its neighbor closed the border.", "neighbor", "CHL"),
    ],
)
def test_its_neighbour_is_the_other_state(text: str, words: str, code: str) -> None:
    assert meant(text, words) == {code}


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        (
            "The talks were long. Relations with the Kremlin soured.",
            "Serbia at a crossroads",
            "SRB",
        ),
        ("Serbia is small. Serbia is old. Relations with the Kremlin soured.", "", "SRB"),
        ("Ties with Oman are close.", "Kenya and the sea", "KEN"),
    ],
)
def test_a_subject_left_unsaid_is_the_main_actor_of_the_text(
    text: str, title: str, code: str
) -> None:
    assert code in unsaid(text, "focus", title)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("France\nTies are close, and Oman is content.", "FRA"),
        ("Relations with Peru\n\nBolivia is high.\n\nTrade of Bolivia grew.", "PER"),
    ],
)
def test_a_heading_names_the_topic_of_what_follows(text: str, code: str) -> None:
    assert code in unsaid(text, "topic")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ('"We will defend our land," Putin told an envoy of Ukraine.', "We", "RUS"),
        ('Russia is angry. "Poland deceived our people," Lavrov said.', "our", "RUS"),
        ('Modi said: "We stand with Nepal."', "We", "IND"),
    ],
)
def test_we_in_a_quotation_is_the_state_of_the_speaker(text: str, words: str, code: str) -> None:
    assert meant(text, words) == {code}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Vladimir Putin met a guest. Putin thanked Oman.", "Putin", "RUS"),
        ("Emmanuel Macron left for Oman. Macron spoke there.", "Macron", "FRA"),
        ("Ghanaian envoy Kofi Amartey left. Amartey met Togo.", "Amartey", "GHA"),
    ],
)
def test_a_surname_after_the_full_name_means_the_same_state(
    text: str, words: str, code: str
) -> None:
    assert meant(text, words) == {code}
