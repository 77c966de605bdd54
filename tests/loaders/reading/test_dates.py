"""Dates: what a sentence tells of time, and which claim it belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.dates import when
from loaders.reading.dates.expressions import expressions
from loaders.reading.features import view
from loaders.reading.parse import parse
from loaders.reading.scan import scan
from ontology.dates import PartialDate
from ontology.document import Document

FRIDAY = PartialDate("2022-03-04")
Told = tuple[str | None, str | None]


def told(text: str, published: PartialDate | None = FRIDAY, *, ahead: bool = False) -> list[Told]:
    """(since, until) of every time in a sentence."""
    return [
        (str(e.since) if e.since else None, str(e.until) if e.until else None)
        for e in expressions(text, published, ahead=ahead)
    ]


def dated(
    text: str,
    subject: str,
    target: str,
    relation: str = "sanctions",
    *,
    stance: str = "actual",
    published: str | None = "2022-03-04",
) -> tuple[str | None, str | None, str | None]:
    """(since, until, basis) of a claim about the last sentence in which both ends are named."""
    document = Document("d", date=PartialDate(published) if published else None)
    scanned = scan(text, document)
    dating = when(scanned.repaired.text, document.date)
    found = (None, None, None)
    for sentence in scanned.sentences:
        ends = [
            next((m for m in sentence.mentions if m.end and m.actor == actor), None)
            for actor in (subject, target)
        ]
        if ends[0] is None or ends[1] is None:
            continue
        seen = view(next(iter(parse([sentence.sentence.text]))), sentence.mentions, [])
        pair = (ends[0], ends[1])
        since, until = dating.span(seen, pair, relation, stance, sentence.sentence)
        basis = (since or until).basis if since or until else None  # type: ignore[union-attr]
        found = (str(since) if since else None, str(until) if until else None, basis)  # type: ignore[assignment]
    return found


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("They have met since 2014.", "2014", None),
        ("They fought from 1979 to 1989.", "1979", "1989"),
        ("They fought between 2001 and 2005.", "2001", "2005"),
        ("The war of 1980-88 ended.", "1980", "1988"),
        ("They held it until 2003.", None, "2003"),
        ("It was so from May 2011 until 3 June 2013.", "2011-05", "2013-06-03"),
        ("They met in 1967 and 1973.", "1967", None),
        ("They met on 17 March 2021.", "2021-03-17", None),
        ("They met on March 17, 2021.", "2021-03-17", None),
        ("They met on 2021-03-17.", "2021-03-17", None),
        ("They met on the 3rd of March 2021.", "2021-03-03", None),
        ("They met in March 2021.", "2021-03", None),
        ("They met in Sept. 2021.", "2021-09", None),
        ("They met last year.", "2021", None),
        ("They met earlier this year.", "2022", None),
        ("They met last month.", "2022-02", None),
        ("They met this week.", "2022", None),
        ("They met last week.", "2022-02", None),
        ("They met on Tuesday.", "2022-03-01", None),
        ("They met on Friday.", "2022-03-04", None),
        ("They met yesterday.", "2022-03-03", None),
        ("They met overnight.", "2022-03", None),
        ("They met two years ago.", "2020", None),
        ("They met three days ago.", "2022-03-01", None),
        ("They met on February 1.", "2022-02-01", None),
        ("They met on 1 May.", "2021-05-01", None),
        ("They met in December.", "2021-12", None),
    ],
)
def test_a_time_is_told_as_precisely_as_the_words(
    text: str, since: str | None, until: str | None
) -> None:
    assert told(text) == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "They fought in the 1990s.",
        "They fought in the nineteenth century.",
        "They shall meet by 2030.",
        "They met a decade later.",
        "It was their first meeting since 1992.",
        "They met several years ago.",
        "They may meet again and march on.",
        "They sent 1800 troops under resolution 1929.",
        "The ship is 1900 km away.",
        "They signed on 31 February 2021.",
    ],
)
def test_what_tells_no_year_gives_none(text: str) -> None:
    assert all(found == (None, None) for found in told(text))


def test_without_a_date_of_the_document_nothing_relative_is_told() -> None:
    for text in ("They met last year.", "They met on Tuesday.", "They met on 1 May."):
        assert all(found == (None, None) for found in told(text, None))


def test_a_document_dated_to_the_month_gives_no_day() -> None:
    month = PartialDate("2018-09")
    assert told("They met on Monday.", month) == [("2018", None)]
    assert told("They met yesterday.", month) == [("2018", None)]
    assert told("They met last month.", month) == [("2018-08", None)]


def test_what_lies_ahead_counts_forward() -> None:
    assert told("They will meet in May.", ahead=True) == [("2022-05", None)]
    assert told("They will meet in January.", ahead=True) == [("2023-01", None)]


@given(st.text(alphabet="019258 -–,./Mayinfrom Junetosicluk", max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in expressions(text, FRIDAY):
        assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    ("text", "subject", "target", "since"),
    [
        (
            "The Emirates, which had lent to Qatar in 2017, sanctioned Chad in 2021.",
            "ARE",
            "TCD",
            "2021",
        ),
        (
            "Japan signed a treaty with Peru in 1939, and Chile sent a minister in 1948.",
            "JPN",
            "PER",
            "1939",
        ),
        (
            "Ecuador left the federation in 1830 and was recognized by France in 1832.",
            "FRA",
            "ECU",
            "1832",
        ),
        (
            "In 1990 Ghana sanctioned Togo and Benin expelled the envoy of Niger.",
            "BEN",
            "NER",
            "1990",
        ),
        ("1999: Free trade agreement of Mexico with Chile.", "MEX", "CHL", "1999"),
        (
            "Japan sanctioned Russia after Russia attacked Georgia in 2008.",
            "RUS",
            "GEO",
            "2008",
        ),
    ],
)
def test_a_year_belongs_to_the_verb_that_it_hangs_on(
    text: str, subject: str, target: str, since: str
) -> None:
    assert dated(text, subject, target, published=None)[0] == since


def test_a_standing_relation_keeps_its_since_and_until() -> None:
    allies = "Japan and Chile have been allies since 1951."
    assert dated(allies, "JPN", "CHL", "alliedWith") == ("1951", None, "text")
    once = "France and Russia were allies from 1894 until 1917."
    assert dated(once, "FRA", "RUS", "alliedWith") == ("1894", "1917", "text")


def test_news_takes_the_year_of_its_dateline() -> None:
    text = "Ghana's minister said that talks failed. Ghana sanctioned Togo."
    assert dated(text, "GHA", "TGO") == ("2022", None, "dateline")
    assert dated(text, "GHA", "TGO", stance="possible") == (None, None, None)
    assert dated(text, "GHA", "TGO", "alliedWith") == (None, None, None)
    assert dated(text, "GHA", "TGO", published=None) == (None, None, None)


def test_history_does_not_take_the_year_of_its_snapshot() -> None:
    text = "Ghana won a war in 1911. Togo lost one in 1932.\nGhana sanctioned Togo."
    assert dated(text, "GHA", "TGO", published="2019") == (None, None, None)


def test_history_goes_on_in_the_year_of_the_sentence_before() -> None:
    text = "In 1911 Ghana won a war. Ghana also sanctioned Togo."
    assert dated(text, "GHA", "TGO", published="2019") == ("1911", None, "text")
    standing = "In 1911 Ghana won a war. Ghana disputes a river with Togo."
    assert dated(standing, "GHA", "TGO", published="2019") == (None, None, None)


def test_a_month_of_history_takes_the_year_before_it() -> None:
    text = "In 1911 Ghana won a war. In May Ghana sanctioned Togo."
    assert dated(text, "GHA", "TGO", published="2019") == ("1911-05", None, "text")


def test_an_anniversary_is_not_the_event() -> None:
    text = "They said they marked the anniversary of the pact between Ghana and Togo."
    assert dated(text, "GHA", "TGO", "agreesWith") == (None, None, None)
