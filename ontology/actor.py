"""What the gazetteer holds: an actor, its names, its periods, and who belongs to or leads it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ontology.span import covers, when


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, territory or intergovernmental organization.

    ``subkind`` is ``state``, ``historical state``, ``disputed state`` or ``territory`` for a state,
    and the file's kind for an organization. ``capital`` is a state's capital or an organization's
    headquarters. ``since`` and ``until`` are partial dates; empty means unknown or ongoing.
    Latitude and longitude, in degrees, are those of the capital.
    """

    code: str
    name: str
    kind: Literal["state", "organization"]
    subkind: str
    official: str = ""
    alpha2: str = ""
    cow: tuple[int, ...] = ()
    since: str = ""
    until: str = ""
    disputed: bool = False
    region: str = ""
    capital: str = ""
    latitude: float | None = None
    longitude: float | None = None
    acronym: str = ""

    def exists(self, on: str | date | None) -> bool:
        """Whether it existed at that time (a year or month counts if any day of it does)."""
        return covers(self.since, self.until, when(on))


class Name(NamedTuple):
    """One way to call an actor, and when it was used."""

    actor: str
    name: str
    kind: str
    since: str
    until: str
    note: str


class Period(NamedTuple):
    """A time in which a state was independent, under its Correlates of War number if it has one."""

    code: str
    cow: int | None
    since: str
    until: str


class Succession(NamedTuple):
    """One state followed another, wholly or in part."""

    predecessor: str
    successor: str
    date: str
    kind: str


class Recognition(NamedTuple):
    """How far a state is recognised and who contests it."""

    actor: str
    status: str
    contested_by: tuple[str, ...]
    since: str


class Membership(NamedTuple):
    """A state in an organization."""

    organization: str
    member: str
    since: str
    until: str
    status: str


class Leader(NamedTuple):
    """Someone who spoke for a state, with the office and the term."""

    state: str
    person: str
    office: str
    since: str
    until: str
    aliases: tuple[str, ...]


class Lookalike(NamedTuple):
    """Words that look like an actor and are none.

    ``kind``: ``phrase`` (the pattern spans the name itself), ``context`` (the pattern stands near
    the name) or ``elsewhere`` (no pattern: a place that is no state outside its dates).
    """

    name: str
    kind: str
    pattern: str
    meaning: str
