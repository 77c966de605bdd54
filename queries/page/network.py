"""pyvis as the holder of what vis-network draws."""

import json
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from queries.page.layout import layout
from queries.page.names import Named
from queries.page.pairs import Pair

# Nothing moves by itself and nothing is restyled by the library: places are computed in Python,
# and what is selected is told by the page's own script.
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "selectable": False, "tooltipDelay": 100000},
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {"smooth": False, "chosen": False, "selfReference": {"size": 24}},
}


def network(actors: Mapping[str, Named], pairs: Sequence[Pair]) -> dict[str, Any]:
    """Nodes, edges and options for vis-network, one edge a pair, with places."""
    from pyvis.network import Network

    # Directed: pyvis compares each undirected edge with all before it.
    net = Network(directed=True)
    net.set_options(json.dumps(_OPTIONS))
    sizes = _sizes(actors, pairs)
    places = layout({code: (actors[code].short, sizes[code]) for code in actors}, pairs)
    for code, actor in actors.items():
        x, y = places[code]
        shape = "dot" if actor.kind == "state" else "square"
        net.add_node(code, actor.short, shape, size=sizes[code], x=x, y=y)
    for pair in pairs:
        key = f"{pair.first}~{pair.second}"
        net.add_edge(pair.first, pair.second, id=key, claims=list(pair.claims))
    nodes, edges, *_, options = net.get_network_data()
    return {
        "nodes": [_without(node, "color", "font") for node in nodes],
        "edges": [_without(edge, "arrows") for edge in edges],
        "options": json.loads(options),
    }


def _sizes(actors: Mapping[str, Named], pairs: Sequence[Pair]) -> dict[str, float]:
    counts = dict.fromkeys(actors, 0)
    for pair in pairs:
        for code in {pair.first, pair.second}:
            counts[code] += len(pair.claims)
    return {code: round(min(7 + 2.6 * sqrt(count), 34), 1) for code, count in counts.items()}


def _without(options: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    # Colours and arrows follow the theme and the filters, so the script sets them.
    return {key: value for key, value in options.items() if key not in keys}
