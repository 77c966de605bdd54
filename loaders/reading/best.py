"""The best finding of each kind, made a claim soon, so that its sentence can be forgotten."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = tuple[str, str, str]
Rank = tuple[float, ...]
SENTENCES = 200
"""Parsed sentences that are kept at a time, about 50 kB each."""

F = TypeVar("F")
M = TypeVar("M")


@dataclass(slots=True)
class _Entry(Generic[F, M]):
    rank: Rank
    found: F | None
    made: M | None = None


class Best(Generic[F, M]):
    """For each key the finding of highest rank, and what is made of it.

    A finding holds on to the grammar of its sentence. After every ``SENTENCES`` sentences the
    findings kept until then are made into what is wanted of them, and let go.

    Args:
        made: makes it.
    """

    def __init__(self, made: Callable[[F], M]) -> None:
        self._made = made
        self._entries: dict[Key, _Entry[F, M]] = {}
        self._open: list[_Entry[F, M]] = []
        self._since = 0

    def take(self, found: Iterable[tuple[Key, Rank, F]]) -> None:
        """Take a sentence's findings, with keys and ranks; of those of equal rank the first."""
        for key, rank, one in found:
            entry = self._entries.setdefault(key, _Entry(rank, one))
            if rank > entry.rank:
                entry.rank, entry.found = rank, one
            if entry.found is one:
                self._open.append(entry)
        self._since += 1
        if self._since >= SENTENCES:
            self._let_go()

    def all(self) -> dict[Key, M]:
        """What was made of the best, by key, in the order in which the keys were first met."""
        self._let_go()
        return {key: entry.made for key, entry in self._entries.items() if entry.made is not None}

    def _let_go(self) -> None:
        for entry in self._open:
            if entry.found is not None:
                entry.made, entry.found = self._made(entry.found), None
        self._open.clear()
        self._since = 0
