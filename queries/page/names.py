"""Names and kinds of actors, for people."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from ontology.actor import Actor
from ontology.claim import Claim
from ontology.gazetteer import actors
from ontology.relations import relation

Kind = Literal["state", "organization"]


_LONG = 20  # letters; a longer name of an organization stands in the graph as its acronym


class Named(NamedTuple):
    """How the page calls an actor: in full, and beside its mark in the graph."""

    name: str
    short: str
    kind: Kind


def named(claims: Iterable[Claim], names: Mapping[str, str]) -> dict[str, Named]:
    """Name and kind of each actor in the claims, by code, sorted by code.

    A name given by the caller goes before the gazetteer's; a code without either is its own name.
    """
    return {
        code: _named(code, kind, names.get(code), actors().get(code))
        for code, kind in sorted(_by_relation(claims).items())
    }


def _named(code: str, kind: Kind, given: str | None, known: Actor | None) -> Named:
    if known is None:
        return Named(given or code, given or code, kind)
    name = given or known.name
    short = known.acronym if known.acronym and len(name) > _LONG and not given else name
    return Named(name, short, "organization" if known.kind == "organization" else "state")


def _by_relation(claims: Iterable[Claim]) -> dict[str, Kind]:
    """What the relations' domains and ranges tell, for codes that the gazetteer lacks."""
    kinds: dict[str, Kind] = {}
    for claim in claims:
        facts = relation(claim.relation)
        for code, place in ((claim.subject, facts.domain), (claim.object, facts.range)):
            kinds.setdefault(code, "state")
            if place == "Organization":
                kinds[code] = "organization"
    return kinds
