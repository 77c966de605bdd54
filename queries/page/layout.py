"""Places on the plane: a seeded spring layout, then room for the names."""

from collections.abc import Mapping, Sequence
from math import cos, log1p, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

from queries.page.pairs import Pair

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
Places = dict[str, Point]
Label = tuple[str, float]
Boxed = tuple[Places, Point, Point]

_SEED = 1648  # any number does, as long as it stays
_STEP = 95.0  # pixels between neighbours, at a zoom of 1
_GAP = 60.0  # pixels between parts of the graph that no claim joins
_WIDE = 1.15  # screens and names are wider than high
_EASE = 0.75  # below 1, distances from the middle are evened out
_LETTER = 7.0  # pixels a letter of a name takes
_SPRING_MOST = 499  # networkx needs scipy for more


def layout(labels: Mapping[str, Label], pairs: Sequence[Pair]) -> dict[str, tuple[int, int]]:
    """A place, in whole pixels, for each actor.

    Args:
        labels: name and radius of each actor, by code.
        pairs: the bundles; many claims draw two actors nearer.

    Returns:
        Positions with the largest part of the graph first and the others below it; the same
        actors and pairs give the same places.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(labels))
    for pair in pairs:
        if pair.first != pair.second:
            graph.add_edge(pair.first, pair.second, weight=log1p(len(pair.claims)))
    _loosen(graph)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_by_size)
    placed = [_apart(_part(graph, part), labels) for part in parts]
    return {code: (round(x), round(y)) for code, (x, y) in _packed(placed, labels).items()}


def _loosen(graph: "nx.Graph") -> None:
    """Weaken the springs of the well connected, which would else all meet in one knot."""
    for first, second, facts in graph.edges(data=True):
        facts["weight"] *= 3 / sqrt(graph.degree(first) * graph.degree(second))


def _by_size(part: Sequence[str]) -> tuple[int, str]:
    return (-len(part), part[0])


def _part(graph: "nx.Graph", codes: Sequence[str]) -> Places:
    import networkx as nx

    size = len(codes)
    if size > _SPRING_MOST:
        return _spiral(graph, codes)
    # A subgraph view iterates in hash order, which differs from run to run.
    part = nx.Graph()
    part.add_nodes_from(codes)
    part.add_weighted_edges_from(sorted(graph.edges(codes, data="weight"), key=_ends))
    places: Mapping[str, Any] = nx.spring_layout(
        part, seed=_SEED, k=2.2 / sqrt(size), iterations=300
    )
    reach = _STEP * sqrt(size) * 0.8
    return {code: _eased(float(x), float(y), reach) for code, (x, y) in places.items()}


def _eased(x: float, y: float, reach: float) -> Point:
    """Wider in the crowded middle, narrower at the rim, where springs leave long tails."""
    distance = sqrt(x * x + y * y) or 1.0
    factor = reach * distance ** (_EASE - 1)
    return (x * factor * _WIDE, y * factor)


def _ends(edge: tuple[str, str, float]) -> tuple[str, ...]:
    return tuple(sorted(edge[:2]))


def _spiral(graph: "nx.Graph", codes: Sequence[str]) -> Places:
    """The best connected in the middle, the others around them on a sunflower's spiral."""
    ranked = sorted(codes, key=lambda code: (-graph.degree(code), code))
    golden = pi * (3 - sqrt(5))
    return {
        code: (
            _STEP * _WIDE * sqrt(rank) * cos(rank * golden),
            _STEP * sqrt(rank) * sin(rank * golden),
        )
        for rank, code in enumerate(ranked)
    }


def _apart(places: Places, labels: Mapping[str, Label]) -> Places:
    """Push boxes of actor and name apart until none overlap, or 200 rounds have passed."""
    import numpy as np

    codes = list(places)
    if len(codes) > _SPRING_MOST:
        return places
    at = np.array([places[code] for code in codes])
    half = np.array([_half(labels[code]) for code in codes])
    need = half[:, None, :] + half[None, :, :]
    for _ in range(200):
        between = at[:, None, :] - at[None, :, :]
        over = np.clip(need - np.abs(between), 0, None)
        both = (over > 0).all(axis=2)
        np.fill_diagonal(both, False)
        if not both.any():
            break
        # Move along the axis that needs the shorter way, half by each of the two.
        short = over[:, :, 0] < over[:, :, 1]
        move = np.stack([np.where(short, over[..., 0], 0), np.where(short, 0, over[..., 1])], 2)
        move *= both[..., None] * np.where(between < 0, -1.0, 1.0) * 0.3
        at = at + np.clip(move.sum(axis=1), -30, 30)
    return {code: (float(x), float(y)) for code, (x, y) in zip(codes, at, strict=True)}


def _half(label: Label) -> tuple[float, float]:
    name, radius = label
    return (max(radius, min(len(name), 24) * _LETTER / 2) + 7, radius + 17)


def _packed(parts: Sequence[Places], labels: Mapping[str, Label]) -> Places:
    """The parts in centred rows under the first, none wider than it."""
    placed: Places = {}
    top = 0.0
    for row in _rows([(part, *_box(part, labels)) for part in parts]):
        left = -(sum(_width(boxed) for boxed in row) + _GAP * (len(row) - 1)) / 2
        for part, low, high in row:
            for code, (x, y) in part.items():
                placed[code] = (x - low[0] + left, y - low[1] + top)
            left += high[0] - low[0] + _GAP
        top += max(high[1] - low[1] for _, low, high in row) + _GAP
    return placed


def _rows(parts: Sequence[Boxed]) -> list[list[Boxed]]:
    rows: list[list[Boxed]] = []
    room = _width(parts[0]) if parts else 0.0
    left = room
    for boxed in parts:
        if len(rows) < 2 or left + _GAP + _width(boxed) > room:
            rows.append([])
            left = -_GAP
        rows[-1].append(boxed)
        left += _GAP + _width(boxed)
    return rows


def _width(boxed: Boxed) -> float:
    _, low, high = boxed
    return high[0] - low[0]


def _box(part: Places, labels: Mapping[str, Label]) -> tuple[Point, Point]:
    halves = {code: _half(labels[code]) for code in part}
    lows = [(x - halves[code][0], y - halves[code][1]) for code, (x, y) in part.items()]
    highs = [(x + halves[code][0], y + halves[code][1]) for code, (x, y) in part.items()]
    low = (min(x for x, _ in lows), min(y for _, y in lows))
    high = (max(x for x, _ in highs), max(y for _, y in highs))
    return low, high
