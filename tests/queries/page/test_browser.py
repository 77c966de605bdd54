"""The page as a person uses it, in a real Chromium, from file://."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from .conftest import Opened
from .hostile import HOSTILE
from .samples import ARTICLE, CLAIMS, hostile_names, hostile_records

Show = Callable[..., Opened]
pytestmark = pytest.mark.browser

QUOTE = "imposed new sanctions on Pakistan"


def test_it_opens_from_a_file_without_an_error_or_a_request(show: Show) -> None:
    opened = show()
    opened.click_pair("PAK~USA")
    opened.tab.keyboard.press("Escape")
    opened.tab.click("#view-table")
    assert opened.said == []
    assert [url for url in opened.asked if not url.startswith("file:")] == []
    assert len(opened.asked) == 1


def test_a_click_on_a_line_shows_the_quote_in_its_sentence_and_its_source(show: Show) -> None:
    opened = show()
    opened.click_pair("PAK~USA")
    card = opened.tab.locator(".card").first
    assert card.locator("mark").inner_text() == QUOTE
    assert card.locator("blockquote").inner_text() == f"Washington {QUOTE}, an official said."
    for words in ("United States sanctions Pakistan", "in March 2024", "said by an official"):
        assert words in card.inner_text()
    for words in ("Harbour talks resume", "Example Wire, 17 May 2024", "confidence 0.80"):
        assert words in card.inner_text()
    assert opened.tab.locator(".card").count() == 3


def test_the_link_opens_the_article_at_the_quote(show: Show) -> None:
    opened = show()
    opened.click_pair("PAK~USA")
    link = opened.tab.locator(".card a").first
    assert link.get_attribute("href") == (
        "https://news.example/harbour-talks#:~:text=imposed%20new%20sanctions%20on%20Pakistan"
    )
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_long_quote_is_linked_by_its_ends_and_keeps_the_anchor(show: Show) -> None:
    source = replace(ARTICLE, url="https://news.example/a?b=1#part-2")
    quote = "a so-called, long quote of more than ten words, told & written on two lines"
    opened = show([(source, [replace(CLAIMS[0], quote=quote)])])
    opened.click_pair("PAK~USA")
    assert opened.tab.locator(".card a").first.get_attribute("href") == (
        "https://news.example/a?b=1#part-2:~:text=a%20so%2Dcalled%2C%20long%20quote,"
        "written%20on%20two%20lines"
    )


def test_a_click_on_a_state_lists_its_partners_and_claims(show: Show) -> None:
    opened = show()
    opened.click_actor("PAK")
    panel = opened.panel()
    assert "6 claims with 4 others" in panel
    for name in ("United States", "India", "China", "Shanghai Cooperation Organization"):
        assert name in panel


def test_possible_and_denied_claims_say_so(show: Show) -> None:
    opened = show()
    opened.click_pair("CHN~PAK")
    assert opened.tab.locator(".card.possible .badge").inner_text() == "Possible"
    opened.tab.keyboard.press("Escape")
    opened.click_pair("RUS~UKR")
    assert opened.tab.locator(".card.denied .badge").inner_text() == "Denied"


def test_the_legend_filters_the_graph_and_brings_it_back(show: Show) -> None:
    opened = show()
    everything = opened.drawn()
    opened.tab.uncheck('[data-filter="verbal cooperation"]')
    assert everything - opened.drawn() == {"PAK~SCO"}
    opened.tab.uncheck('[data-filter="denied"]')
    assert everything - opened.drawn() == {"PAK~SCO", "RUS~UKR"}
    opened.tab.click("#reset")
    assert opened.drawn() == everything


def test_years_keep_what_overlaps_them(show: Show) -> None:
    opened = show()
    opened.tab.uncheck('[data-filter="undated"]')
    opened.tab.fill('[data-filter="from"]', "2005")
    opened.tab.fill('[data-filter="to"]', "2012")
    assert opened.drawn() == {"PAK~USA"}
    opened.click_pair("PAK~USA")
    # The aid of 2010, and the alliance that began in 1954 and has no known end.
    assert "2 claims" in opened.panel()


def test_filters_that_let_nothing_through_say_so(show: Show) -> None:
    opened = show()
    for name in ("actual", "possible", "denied"):
        opened.tab.uncheck(f'[data-filter="{name}"]')
    assert "Nothing passes the filters" in opened.tab.inner_text("#notice")


@pytest.mark.parametrize(
    ("words", "found"),
    [("flood relief", "flood relief"), ("SANCTIONS pak", QUOTE), ("ukra", "Ukraine")],
)
def test_search_finds_quotes_relations_and_names(show: Show, words: str, found: str) -> None:
    opened = show()
    opened.tab.keyboard.press("/")
    opened.tab.keyboard.type(words)
    assert found in opened.panel()
    assert "Nothing found" not in opened.panel()
    opened.tab.keyboard.press("Escape")
    assert opened.tab.input_value("#search") == ""


def test_a_search_in_vain_says_so(show: Show) -> None:
    opened = show()
    opened.tab.fill("#search", "zebra")
    assert "Nothing found" in opened.panel()


def test_the_keyboard_alone_opens_a_claim_and_comes_back(show: Show) -> None:
    opened = show()
    opened.tab.keyboard.press("/")
    opened.tab.keyboard.press("ArrowDown")
    focused = "document.activeElement.dataset.key"
    assert opened.tab.evaluate(focused) == "pair PAK~USA"
    opened.tab.keyboard.press("Enter")
    assert opened.tab.locator(".card mark").first.inner_text() == QUOTE
    assert opened.tab.evaluate("document.activeElement.tagName") == "H2"
    opened.tab.keyboard.press("Escape")
    assert opened.tab.evaluate(focused) == "pair PAK~USA"


def test_tab_reaches_the_lists(show: Show) -> None:
    opened = show()
    for _ in range(40):
        opened.tab.keyboard.press("Tab")
        if opened.tab.evaluate("document.activeElement.closest('.list') !== null"):
            break
    opened.tab.keyboard.press("Enter")
    assert opened.tab.locator(".card").count() > 0


def test_the_table_holds_what_is_shown_and_sorts(show: Show) -> None:
    opened = show()
    opened.tab.click("#view-table")
    assert opened.tab.locator("tbody tr").count() == 7
    opened.tab.click("thead button >> text=From")
    first = [opened.tab.locator("tbody tr").nth(row).locator("th").inner_text() for row in range(2)]
    assert first == ["China", "India"]
    assert opened.tab.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    opened.tab.uncheck('[data-filter="denied"]')
    assert opened.tab.locator("tbody tr").count() == 6


def test_an_empty_page_says_why(show: Show) -> None:
    opened = show([])
    assert "Nothing has been loaded yet" in opened.tab.inner_text("#notice")
    assert opened.said == []


@pytest.mark.parametrize("dark", [False, True])
def test_a_phone_shows_all_without_scrolling_sideways(show: Show, dark: bool) -> None:
    opened = show(width=360, height=740, dark=dark)
    opened.click_pair("PAK~USA")
    assert QUOTE in opened.panel()
    assert opened.tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.tab.locator(".card").first.is_visible()


def test_light_and_dark_follow_the_system(show: Show) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    assert show().tab.evaluate(paper) != show(dark=True).tab.evaluate(paper)


def test_hostile_text_stays_text(show: Show) -> None:
    opened = show(hostile_records(), title=HOSTILE[1], names=hostile_names())
    tab = opened.tab
    # Through every view that shows names, quotes, titles and addresses.
    tab.fill("#search", "pwned")
    while tab.locator(".more button").count():
        tab.locator(".more button").first.click()
    for key in sorted(opened.drawn()):
        tab.fill("#search", key.replace("PAK", "").strip("~")[:40])
    tab.fill("#search", "")
    opened.click_actor("PAK")
    tab.keyboard.press("Escape")
    tab.click("#view-table")
    assert tab.locator("tbody tr").count() == 2 * len(HOSTILE)
    assert tab.title() == HOSTILE[1]
    assert tab.evaluate("window.pwned") is None
    assert tab.locator("a").count() == 0
    assert tab.locator("img, iframe, object, embed, form, base, math, animate").count() == 0
    assert tab.locator("script").count() == 3
    assert opened.said == []
    assert len(opened.asked) == 1
