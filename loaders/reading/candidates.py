"""Pairs of mentions that may stand in a relation."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reading.mentions import Mention
from loaders.reading.names import organizations
from loaders.reading.reference import IMPLICIT

MOST_MENTIONS = 14
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of different actors in one sentence, in the order of the text."""

    first: Mention
    second: Mention


def pairs(mentions: list[Mention]) -> list[Pair]:
    """The pairs of a sentence: for every two actors, the mentions that stand nearest.

    At least one side is a state; what is implicit is paired only with what is named.
    """
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in _every(mentions[:MOST_MENTIONS] + _unsaid(mentions[MOST_MENTIONS:])):
        a, b = sorted((pair.first.actor, pair.second.actor))
        found.setdefault((a, b), []).append(pair)
    best = []
    for group in found.values():
        group.sort(key=lambda p: (p.first.kind in IMPLICIT, p.second.start - p.first.end))
        best += group[:NEAREST]
    return best


def can_hold(mentions: list[Mention]) -> bool:
    """Whether a sentence with these mentions can hold a claim at all."""
    return next(iter(_every(mentions)), None) is not None


def _unsaid(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in IMPLICIT]


def _every(mentions: list[Mention]) -> Iterator[Pair]:
    for place, first in enumerate(mentions):
        for second in mentions[place + 1 :]:
            if first.actor == second.actor:
                continue
            if first.kind in IMPLICIT and second.kind in IMPLICIT:
                continue
            if first.actor in organizations() and second.actor in organizations():
                continue
            yield Pair(first, second)
