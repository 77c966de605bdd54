"""Stance where grammar leaves no doubt, who says it, and the words that carry a claim."""

from collections.abc import Iterator

import pytest

from loaders.reading import quotes, stance
from loaders.reading.features import View, view
from loaders.reading.mentions import Mention
from loaders.reading.parse import parse
from loaders.reading.scan import scan
from ontology.document import Document


def ends(text: str, subject: str, target: str) -> tuple[View, Mention, Mention]:
    """The first sentence of a text and two actors named in it."""
    sentence = scan(text, Document("d")).sentences[0]
    seen = view(next(iter(parse([sentence.sentence.text]))), sentence.mentions, [])

    def named(actor: str) -> Iterator[Mention]:
        return (m for m in sentence.mentions if m.end and m.actor == actor)

    return seen, next(named(subject)), next(named(target))


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Japan recognizes Kosovo.", "recognizes", None),
        ("Japan does not recognize Kosovo.", "recognizes", "denied"),
        ("Japan never recognized Kosovo.", "recognizes", "denied"),
        ("Japan refused to recognize Kosovo.", "recognizes", "denied"),
        ("Japan not only recognized Kosovo.", "recognizes", None),
        ("Japan will recognize Kosovo.", "recognizes", "possible"),
        ("Japan may recognize Kosovo.", "recognizes", "possible"),
        ("Japan would have recognized Kosovo.", "recognizes", "possible"),
        ("Japan will not accept the demand of Kosovo.", "rejects", None),
        ("Japan could strike Kosovo, it warned.", "threatens", None),
    ],
)
def test_a_modal_or_a_negation_on_the_shared_verb_decides_for_deeds(
    text: str, relation: str, expected: str | None
) -> None:
    assert stance.sure(*ends(text, "JPN", "XKX"), relation) == expected


def test_a_copula_denies_membership() -> None:
    outside = ends("Switzerland is not a member of the European Union.", "CHE", "EU")
    assert stance.sure(*outside, "memberOf") == "denied"
    other = ends("Poland, a member of NATO, will not send soldiers.", "POL", "NATO")
    assert stance.sure(*other, "memberOf") is None


def test_who_says_a_thing_is_not_its_stance() -> None:
    seen, a, b = ends("Kyiv said that Russia recognized Kosovo.", "RUS", "XKX")
    assert stance.sure(seen, a, b, "recognizes") is None
    assert quotes.speaker(seen, a, b) == "Kyiv"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Russia attacked Poland, the Ukrainian minister said.", "the Ukrainian minister"),
        ("Russia attacked Poland, said Ukraine's president.", "Ukraine's president"),
        ("According to Kyiv, Russia attacked Poland.", "Kyiv"),
        ("Ukraine's army warned that Russia may attack Poland.", "Ukraine's army"),
        ("Russia attacked Poland.", None),
    ],
)
def test_the_speaker_is_named(text: str, speaker: str | None) -> None:
    assert quotes.speaker(*ends(text, "RUS", "POL")) == speaker


@pytest.mark.parametrize(
    ("text", "pair", "words"),
    [
        ("Iran and Iraq were at war.", ("IRN", "IRQ"), "were at war"),
        ("Relations between Poland and Ukraine soured.", ("POL", "UKR"), "soured"),
        ("Japan signed a treaty with Peru.", ("JPN", "PER"), "Japan signed a treaty with Peru"),
    ],
)
def test_a_quote_keeps_its_predicate(text: str, pair: tuple[str, str], words: str) -> None:
    seen, a, b = ends(text, *pair)
    start, end = quotes.quote(seen, a, b)
    assert words in text[start:end]
