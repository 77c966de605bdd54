"""The record as a networkx graph."""

from dataclasses import replace

import pytest

from graph.folder import Folder
from graph.network import network
from ontology.dates import PartialDate
from tests.graph.world import ALLIED, DOCUMENT, MEMBER, SANCTIONS

DENIED = replace(SANCTIONS, object="IND", modality="denied", since=None, quote="no sanctions")
EARLY = replace(ALLIED, object="USA", since=PartialDate("1954"), until=PartialDate("1979"))


@pytest.fixture
def full(folder: Folder) -> Folder:
    folder.put(DOCUMENT, [SANCTIONS, ALLIED, DENIED, EARLY])
    folder.add(DOCUMENT, [MEMBER])
    return folder


def test_every_standing_claim_is_an_edge_with_its_properties(full: Folder) -> None:
    full.retract(next(c.id for c in full.read("missiles").claims if c.object == "CHN"), "wrong")
    graph = network(full.records())
    assert sorted((a, b) for a, b, _ in graph.edges) == [
        ("PAK", "SCO"), ("PAK", "USA"), ("USA", "IND"), ("USA", "PAK"),
    ]  # fmt: skip
    assert graph.nodes["PAK"] == {"name": "Pakistan", "kind": "state"}
    ((key, edge),) = graph["USA"]["PAK"].items()
    claim = full.claim(key)
    assert edge["relation"] == "sanctions"
    assert (edge["since"], edge["year"]) == ("2024-12", 2024)
    assert (edge["quote"], edge["url"]) == (claim.quote, DOCUMENT.url)
    assert edge["quad"]


@pytest.mark.parametrize(
    ("chosen", "ends"),
    [
        ({"relations": ["sanctions"]}, {"IND", "PAK"}),
        ({"modalities": ["actual"]}, {"PAK", "CHN", "USA", "SCO"}),
        ({"confidence": 0.95}, {"SCO"}),
        ({"actors": ["CHN", "SCO"]}, {"CHN", "SCO"}),
        ({"since": 2020}, {"PAK", "SCO"}),
        ({"until": 1960}, {"USA"}),
        ({"since": 1960, "until": 1970}, {"USA"}),
        ({"since": 1980, "until": 2016}, set()),
    ],
)
def test_a_network_can_be_narrowed(full: Folder, chosen: dict[str, object], ends: set[str]) -> None:
    graph = network(full.records(), **chosen)  # type: ignore[arg-type]
    assert {b for _, b, _ in graph.edges} == ends
