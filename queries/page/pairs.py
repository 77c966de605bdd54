"""Bundles: all claims between two actors."""

from collections.abc import Sequence
from typing import NamedTuple

from ontology.claim import Claim


class Pair(NamedTuple):
    """Two actors and the places of their claims in the page's list, newest first."""

    first: str
    second: str
    claims: tuple[int, ...]


def pairs(claims: Sequence[Claim]) -> list[Pair]:
    """Every pair that has a claim, in the order of its codes, whichever way the claims point."""
    found: dict[tuple[str, str], list[int]] = {}
    for place, claim in enumerate(claims):
        first, second = sorted((claim.subject, claim.object))
        found.setdefault((first, second), []).append(place)
    return [Pair(*ends, tuple(places)) for ends, places in sorted(found.items())]
