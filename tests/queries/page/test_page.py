"""The file as a text: what is in it, what never is, and that it stays the same."""

import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries.page
from ontology.document import Document
from queries.page import page
from queries.page.seal import island, web_address

from .hostile import HOSTILE, NO_LINKS
from .samples import ARTICLE, CLAIMS, RECORDS, hostile_names, hostile_records


class Outline(HTMLParser):
    """The tags of a page and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


@pytest.fixture(scope="module")
def html() -> str:
    return page(RECORDS)


@pytest.fixture(scope="module")
def hostile() -> str:
    return page(hostile_records(), title=HOSTILE[1], names=hostile_names())


def test_a_pair_is_one_bundle_whichever_way_its_claims_point(html: str) -> None:
    edges = data_of(html)["network"]["edges"]
    assert [edge["id"] for edge in edges].count("PAK~USA") == 1
    bundle = next(edge for edge in edges if edge["id"] == "PAK~USA")
    assert len(bundle["claims"]) == 3


def test_claims_are_newest_first_and_those_without_a_date_come_last(html: str) -> None:
    when = [claim.get("when") for claim in data_of(html)["claims"]]
    assert when[:4] == ["in March 2024", "since 2017", "on 2 August 2010", "since 1954"]
    assert when[4:] == [None, None, None]


def test_the_quote_keeps_its_sentence(html: str) -> None:
    first = data_of(html)["claims"][0]
    assert first["pre"] + first["q"] + first["suf"] == CLAIMS[0].sentence


def test_states_and_organizations_differ_in_shape(html: str) -> None:
    shapes = {node["id"]: node["shape"] for node in data_of(html)["network"]["nodes"]}
    assert (shapes["PAK"], shapes["SCO"]) == ("dot", "square")


def test_names_of_the_caller_go_first_and_an_unknown_code_names_itself() -> None:
    odd = replace(CLAIMS[0], object="XQZ")
    actors = data_of(page([(ARTICLE, [odd])], names={"USA": "America"}))["actors"]
    assert actors["USA"]["name"] == "America"
    assert actors["XQZ"]["name"] == "XQZ"


def test_retracted_claims_and_documents_are_absent() -> None:
    gone = replace(CLAIMS[0], retracted="2024-06-01T00:00:00Z")
    dead = Document("dead", retracted="2024-06-01T00:00:00Z")
    data = data_of(
        page([(ARTICLE, [gone, CLAIMS[3]]), (dead, [replace(CLAIMS[1], document="dead")])])
    )
    assert [claim["r"] for claim in data["claims"]] == ["memberOf"]


@pytest.mark.parametrize("records", [[], [(ARTICLE, [])]])
def test_an_empty_page_says_why(records: Any) -> None:
    assert data_of(page(records))["empty"]


def test_the_same_graph_gives_the_same_bytes_in_any_order() -> None:
    claims = list(CLAIMS)
    random.Random(7).shuffle(claims)
    other = Document("other", title="Other")
    more = [replace(claim, document="other") for claim in CLAIMS[:2]]
    assert page([(ARTICLE, CLAIMS), (other, more)]) == page([(other, more), (ARTICLE, claims)])


def test_the_same_graph_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.queries.page.samples import RECORDS; "
        "from queries.page import page; print(hashlib.sha256(page(RECORDS).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ".", "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    loading = {"src", "href", "srcset", "data", "action", "poster"}
    assert [tag for tag, attributes in Outline(html).tags if loading & set(attributes)] == []
    assert "default-src 'none'" in html.replace("&#39;", "'")


def test_the_policy_names_hashes_only(html: str) -> None:
    metas = [attributes for tag, attributes in Outline(html).tags if tag == "meta"]
    policy = next(m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == 3


def test_hostile_text_adds_no_tag_and_no_attribute(html: str, hostile: str) -> None:
    assert Outline(hostile).tags[3:] == Outline(html).tags[3:]
    assert Outline(hostile).tags[:3] == Outline(html).tags[:3]


def test_hostile_text_arrives_letter_for_letter(hostile: str) -> None:
    quotes = {claim["q"] for claim in data_of(hostile)["claims"]}
    assert quotes == {text.replace("\ud800", "?") for text in HOSTILE}


def test_the_page_can_be_written_as_utf8(hostile: str) -> None:
    assert hostile.encode("utf-8")


def test_our_scripts_never_parse_html() -> None:
    parsing = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|DOMParser")
    folder = Path(queries.page.__file__).parent
    scripts = sorted(folder.glob("*.js"))
    assert scripts
    assert [path.name for path in scripts if parsing.search(path.read_text("utf-8"))] == []


def test_importing_the_page_is_light() -> None:
    heavy = {"pyvis", "networkx", "numpy", "jinja2"}
    code = f"import sys, queries.page; print(*{heavy!r} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == ""


@pytest.mark.parametrize("address", NO_LINKS)
def test_what_is_no_web_address_never_becomes_a_link(address: str) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org:80/ü"])
def test_a_web_address_stays_as_it_is(address: str) -> None:
    assert web_address(address) == address


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(max_examples=60, deadline=None)
def test_the_data_island_holds_no_markup_and_loses_nothing(value: object) -> None:
    text = island(value)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == value
