"""The actors of the world since 1816: states, territories, organizations, and what they are called.

The facts are the CSV files in ``ontology/actors`` (columns and sources: the README there). They are
read when first asked for, and once. What the words of a text mean is asked of ``ontology.resolve``.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.actor import (
    Actor,
    Leader,
    Lookalike,
    Membership,
    Name,
    Period,
    Recognition,
    Succession,
)
from ontology.span import covers, middle, when

__all__ = [
    "Actor",
    "Leader",
    "Lookalike",
    "Membership",
    "Name",
    "Period",
    "Recognition",
    "Succession",
    "actor_by_cow",
    "actors",
    "independent",
    "leaders",
    "lookalikes",
    "members",
    "memberships",
    "names",
    "periods",
    "recognitions",
    "successions",
]

FOLDER = Path(__file__).parent / "actors"


def _rows(file: str) -> Iterator[list[str]]:
    path = FOLDER / file
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows, None)
        yield from rows


@cache
def actors() -> Mapping[str, Actor]:
    """Every actor by its code, organizations before states."""
    known = {row[0]: _organization(row) for row in _rows("organizations.csv")}
    known.update((row[0], _state(row)) for row in _rows("states.csv"))
    return MappingProxyType(known)


def _state(row: list[str]) -> Actor:
    code, name, official, alpha2, cow, since, until, kind, region, capital, north, east, *_ = row
    return Actor(
        code, name, "state", kind, official, alpha2, tuple(map(int, cow.split())), since, until,
        kind == "disputed state", region, capital,
        float(north) if north else None, float(east) if east else None,
    )  # fmt: skip


def _organization(row: list[str]) -> Actor:
    code, name, acronym, kind, founded, dissolved, seat, *_ = row
    return Actor(
        code, name, "organization", kind, name,
        since=founded, until=dissolved, capital=seat, acronym=acronym,
    )  # fmt: skip


@cache
def names() -> Sequence[Name]:
    """Every name of every actor, states first."""
    files = ("names.csv", "organization_names.csv")
    return tuple(Name._make(row[:6]) for file in files for row in _rows(file))


@cache
def periods() -> Sequence[Period]:
    """The independent periods of states."""
    rows = _rows("periods.csv")
    return tuple(
        Period(code, int(cow) if cow else None, since, until)
        for code, cow, since, until, *_ in rows
    )


@cache
def successions() -> Sequence[Succession]:
    """Which state followed which, when and how."""
    return tuple(Succession._make(row[:4]) for row in _rows("successors.csv"))


@cache
def recognitions() -> Mapping[str, Recognition]:
    """The states whose recognition is disputed, by code."""
    rows = _rows("recognition.csv")
    return MappingProxyType(
        {row[0]: Recognition(row[0], row[1], tuple(row[2].split(";")), row[3]) for row in rows}
    )


@cache
def lookalikes() -> Sequence[Lookalike]:
    """Words that look like an actor and are none."""
    return tuple(Lookalike._make(row[:4]) for row in _rows("lookalikes.csv"))


@cache
def _memberships() -> Sequence[Membership]:
    return tuple(Membership._make(row[:5]) for row in _rows("members.csv"))


def members(org: str, on: str | date | None = None) -> tuple[Membership, ...]:
    """The members of an organization, at a date or ever."""
    moment = when(on)
    return tuple(
        m for m in _memberships() if m.organization == org and covers(m.since, m.until, moment)
    )


def memberships(state: str, on: str | date | None = None) -> tuple[Membership, ...]:
    """The organizations that a state belongs to, at a date or ever."""
    moment = when(on)
    return tuple(
        m for m in _memberships() if m.member == state and covers(m.since, m.until, moment)
    )


@cache
def leaders() -> Sequence[Leader]:
    """Heads of state and government and foreign ministers with their terms; read when asked for."""
    return tuple(
        Leader(state, person, office, since, until, tuple(filter(None, aliases.split(";"))))
        for state, person, office, since, until, aliases, *_ in _rows("leaders.csv")
    )


def independent(code: str, on: str | date) -> bool:
    """Whether the state was independent at that time, as ``periods.csv`` has it."""
    moment = when(on)
    return any(p.code == code and covers(p.since, p.until, moment) for p in periods())


def actor_by_cow(number: int, on: str | date | None = None) -> Actor | None:
    """The actor that bore a Correlates of War number at a date.

    Outside the number's periods, the actor nearest in time; a bare year is taken at its middle.
    None where the number is unknown.
    """
    spans = [p for p in periods() if p.cow == number]
    if not spans:
        return None
    day = middle(when(on))[0] if on else "9999"
    return actors()[min(spans, key=lambda p: _distance(p, day)).code]


def _distance(period: Period, day: str) -> tuple[int, int]:
    year = int(day[:4])
    if covers(period.since, period.until, (day, day)):
        return 0, 0
    ends = int(period.since[:4]), int(period.until[:4] or 9999)
    return 1, min(abs(year - end) for end in ends)
