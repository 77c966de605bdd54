"""A user's lexicon: the file, what its lines match, and what they must not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.load import load
from loaders.reading import Reading, read
from loaders.reading.reasons import readable
from loaders.reading.taught import NONE, Line, appended, line, lines
from loaders.reading.taught_compile import compiled, lexicon
from loaders.source import Source
from ontology.claim import MODALITIES, Claim
from ontology.dates import PartialDate
from ontology.document import Document
from ontology.errors import SourceError
from ontology.relations import relations

NEWS = Document("news", date=PartialDate("2022-03-04"))
SLAPPED = "sanctions: A slapped tariffs on B"


def reading(text: str, *taught: str, least: float = 0.0) -> Reading:
    made = compiled([line(each) for each in taught])
    assert not made.problems
    return read(text, NEWS, lexicon=made, min_confidence=least)


def by_line(text: str, *taught: str) -> dict[tuple[str, str, str], Claim]:
    """The claims that the lines made."""
    done = reading(text, *taught)
    return {(c.subject, c.relation, c.object): c for c in done.claims if c.id in done.taught}


@pytest.mark.parametrize(
    "text",
    [
        "Brazil slapped tariffs on Egypt.",
        "Brazil will slap tariffs on Egypt.",
        "Brazil has slapped sweeping new tariffs on Egypt.",
        "In May the Brazilian president, after long talks, slapped steep tariffs on Egypt.",
        "Tariffs were slapped on Egypt by Brazil.",
        "Brazil criticized Peru and slapped tariffs on Egypt.",
        "The tariffs that Brazil slapped on Egypt hurt.",
        "Brazil slapped tariffs on Peru and Egypt.",
    ],
)
def test_a_line_matches_whatever_stands_beside_it(text: str) -> None:
    claim = by_line(text, SLAPPED)["BRA", "sanctions", "EGY"]
    assert claim.confidence >= 0.95
    assert claim.note == SLAPPED
    assert text[claim.start : claim.end] == claim.quote


def test_what_belongs_to_the_other_side_is_matched_less_surely() -> None:
    found = by_line("France on Tuesday slapped new tariffs on Italian wine.", SLAPPED)
    assert found["FRA", "sanctions", "ITA"].confidence >= 0.7


def test_a_telling_word_in_the_same_place_is_matched_less_surely() -> None:
    found = by_line("France slapped duties on Italy.", SLAPPED)
    assert found["FRA", "sanctions", "ITA"].note == SLAPPED
    assert reading("France slapped duties on Italy.", SLAPPED).taught


@pytest.mark.parametrize(
    "text",
    [
        "Brazil slapped a label on Egypt.",
        "Brazil said that Peru had slapped tariffs on Egypt.",
        "Brazil urged Peru to slap tariffs on Egypt.",
        "Brazil lifted tariffs on Egypt.",
        "Brazil met Egypt.",
    ],
)
def test_another_act_or_actor_is_not_matched(text: str) -> None:
    assert ("BRA", "sanctions", "EGY") not in by_line(text, SLAPPED)


def test_a_line_turns_a_claim_that_is_read_the_wrong_way_round() -> None:
    found = reading("France on Tuesday slapped new tariffs on Italian wine.", SLAPPED)
    assert ("ITA", "sanctions") not in {(c.subject, c.relation) for c in found.claims}


@pytest.mark.parametrize(
    ("taught", "text", "claim"),
    [
        (
            "improvesRelationsWith: A and B buried the hatchet",
            "Paris and Rome have at last buried the hatchet.",
            ("FRA", "improvesRelationsWith", "ITA"),
        ),
        (
            "strainedWith: ties between A and B {soured/frayed}",
            "Last year ties between Chad and Niger frayed.",
            ("NER", "strainedWith", "TCD"),
        ),
        (
            "rejects: A gave B the cold shoulder",
            "Kenya gave Uganda the cold shoulder.",
            ("KEN", "rejects", "UGA"),
        ),
        (
            "lendsTo: A {lent/loaned} money to B",
            "In 2018 Chad lent Niger money.",
            ("NER", "lendsTo", "TCD"),
        ),
        (
            "easesPressureOn: A's embargo against B was lifted",
            "The French embargo against Italy was lifted in 2020.",
            ("FRA", "easesPressureOn", "ITA"),
        ),
    ],
)
def test_lines_of_many_forms_are_learned(
    taught: str, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in {(min(s, o), r, max(s, o)) for s, r, o in by_line(text, taught)}


@pytest.mark.parametrize(
    ("taught", "text"),
    [
        ("coerces: A brought B to its knees", "France brought Italy a gift."),
        (
            "easesPressureOn: A's embargo against B was lifted",
            "France's embargo against Italy held.",
        ),
        ("strainedWith: ties between A and B soured", "Ties between France and Italy improved."),
        ("sanctions: A sanctioned B", "France sanctioned an Italian novelist."),
        ("recognizes: A did not recognize B | denied", "France recognized Italy."),
    ],
)
def test_every_word_of_a_line_counts(taught: str, text: str) -> None:
    assert not by_line(text, taught)


def test_a_line_says_how_its_sentence_is_told() -> None:
    taught = "threatens: A swore to bury B | possible"
    assert by_line("France swore to bury Italy.", taught)["FRA", "threatens", "ITA"].modality == (
        "possible"
    )


def test_a_line_of_none_takes_away_what_its_sentence_would_carry() -> None:
    text = "France imposed sanctions on Italy."
    assert reading(text).claims
    assert not reading(text, "none: A imposed sanctions on B").claims
    assert reading(text + " Chad attacked Niger.", "none: A imposed sanctions on B").claims


def test_of_two_lines_the_one_that_says_more_holds() -> None:
    taught = ("sanctions: A slapped tariffs on B", "none: A slapped tariffs on B in a dream")
    assert by_line("France slapped tariffs on Italy.", *taught)
    assert not by_line("France slapped tariffs on Italy in a dream.", *taught)


def test_a_pronoun_is_matched_less_surely_than_a_name() -> None:
    found = by_line("Italy struck back. It buttered up France.", "supports: A buttered up B")
    assert found["ITA", "supports", "FRA"].confidence < 0.95


def test_a_lexicon_leaves_other_sentences_as_they_were() -> None:
    text = "Japan imposed sanctions on Russia. Turkey joined NATO in 1952."
    assert reading(text, "rejects: A gave B the cold shoulder").claims == reading(text).claims


def test_good_lines_stand_beside_bad_ones_which_are_named(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.txt"
    file.write_text(
        "# ours\n\nsanctions: A slapped tariffs on B\nsanctons: A hit B\nno relation\n"
        "attacks: A hit {B\nattacks: A struck\nattacks: A hit B | perhaps\nattacks: A is B\n"
    )
    made = lexicon([file])
    assert [problem.partition(": ")[0] for problem in made.problems] == [
        f"{file}:{number}" for number in (4, 5, 6, 7, 8, 9)
    ]
    assert "did you mean sanctions?" in made.problems[0]
    assert all("\n" not in problem for problem in made.problems)
    text = tmp_path / "a.txt"
    text.write_text("Brazil slapped tariffs on Egypt.")
    assert load(Source(str(text)), lexicon=made).taught


@pytest.mark.parametrize("data", [b"\xff\xfe", None])
def test_a_lexicon_that_cannot_be_read_says_so_in_one_line(
    tmp_path: Path, data: bytes | None
) -> None:
    file = tmp_path / "lexicon.txt"
    if data:
        file.write_bytes(data)
    with pytest.raises(SourceError, match=r"lexicon.txt"):
        lexicon([file])


RELATIONS = st.sampled_from([NONE, *relations()])
WORDS = st.text(
    st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="{}|"), max_size=20
)


@st.composite
def written(draw: st.DrawFn) -> Line:
    relation = draw(RELATIONS)
    modality = "actual" if relation == NONE else draw(st.sampled_from(MODALITIES))
    words = f"A {draw(WORDS)} {{hit/{draw(WORDS).replace('/', '')}}} B {draw(WORDS)}"
    return Line(relation, " ".join(words.split()), modality)


@given(written())
def test_a_line_is_read_as_it_was_written(one: Line) -> None:
    assert line(str(one)).same(one)


@given(st.lists(written(), max_size=4), st.text(max_size=60))
def test_lines_are_appended_and_all_else_stays(new: list[Line], before: str) -> None:
    data = "".join(f"#{each}\n" for each in before.split("\n")).encode("utf-8", "replace")
    for start in (data, data[:-1]):
        done = appended(start, new)
        assert done.startswith(start)
        for one in new:
            assert str(one) in {str(line(text)) for text in _told(done)}


def _told(data: bytes) -> list[str]:
    return [each for each in data.decode().split("\n") if each.strip() and each[0] != "#"]


def test_a_file_read_again_has_each_line_once(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.txt"
    new = line(SLAPPED)
    file.write_bytes(appended(b"\xef\xbb\xbf# mine\r\n", [new, new]))
    assert file.read_bytes().endswith(b"B\r\n")
    found, problems = lines(file)
    assert ([str(each) for each in found], problems) == ([SLAPPED], [])


def test_reasons_are_words_that_need_no_grammar() -> None:
    shown = readable(["bias", "p:nsubj>impose<on<prep<pobj", "wr:impose nsubj prep_on", "s:the"])
    assert shown == (
        "the whole way between the two: 'impose on'",
        "trigger 'impose' between subject and after 'on'",
    )
    assert readable(["wr:sanction nsubj prep_on", "pl:pobj", "zz:new"]) == (
        "trigger 'sanction' between subject and after 'on'",
    )
