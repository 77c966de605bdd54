"""The closed list of relations, read from ``bilateral.ttl``; nothing repeats it in code."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.errors import OntologyError
from ontology.vocabulary import ONTOLOGY, ONTOLOGY_FILE, OWL, RDF, RDFS, SKOS


@dataclass(frozen=True, slots=True)
class Relation:
    """One way in which an actor stands or acts toward another.

    Args:
        name: local name in the ontology, such as ``suppliesArmsTo``.
        label: plain English ("supplies arms to").
        definition: what it means.
        domain, range: class of subject and object: ``State``, ``Organization`` or ``Actor``.
        symmetric: whether either order says the same.
        inverse: name of the inverse property, None where symmetric.
        kind: ``standing`` (a state of affairs) or ``event``.
        plover: PLOVER event type.
        quad: quad class, such as ``material conflict``.
        cameo: CAMEO roots or codes that map to it.
    """

    name: str
    label: str
    definition: str
    domain: str
    range: str
    symmetric: bool
    inverse: str | None
    kind: str
    plover: str
    quad: str
    cameo: tuple[str, ...]

    @property
    def cypher(self) -> str:
        """The relationship type in the property graph: ``SUPPLIES_ARMS_TO``."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", self.name).upper()


def relation(name: str) -> Relation:
    """The relation of that name.

    Raises:
        OntologyError: there is none; the message suggests the nearest names.
    """
    try:
        return relations()[name]
    except KeyError:
        raise OntologyError(_unknown(name)) from None


def ends(subject: str, name: str, obj: str) -> tuple[str, str]:
    """Subject and object as they count: of a symmetric relation in one order."""
    return (min(subject, obj), max(subject, obj)) if relation(name).symmetric else (subject, obj)


@cache
def relations() -> Mapping[str, Relation]:
    """All relations by name, in the ontology's order."""
    facts = _facts()
    names = [s for s, p, o in facts if p == RDF + "type" and o == ONTOLOGY + "Relation"]
    about: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for subject, predicate, value in facts:
        if subject in about:
            about[subject].append((predicate, value))
    return {_local(iri): _relation(iri, pairs) for iri, pairs in about.items()}


def parse_relation(text: str) -> Relation:
    """A relation from a user's spelling: ``sanctions``, ``SUPPLIES_ARMS_TO``, "supplies arms to".

    Raises:
        OntologyError: none is meant; the message suggests the nearest names.
    """
    wanted = re.sub(r"[\s_-]", "", text).casefold()
    for name, found in relations().items():
        if name.casefold() == wanted:
            return found
    raise OntologyError(_unknown(text))


def _unknown(name: str) -> str:
    spellings = {known.casefold(): known for known in relations()}
    near = difflib.get_close_matches(name.casefold(), spellings, 2, 0.6)
    meant = " or ".join(spellings[each] for each in near)
    return f"unknown relation {name!r}; " + (f"did you mean {meant}?" if meant else _known())


def _known() -> str:
    return f"use one of {', '.join(relations())}"


def _relation(iri: str, pairs: list[tuple[str, str]]) -> Relation:
    values: dict[str, list[str]] = {}
    for predicate, value in pairs:
        values.setdefault(predicate, []).append(value)
    types = values[RDF + "type"]
    inverse = values.get(OWL + "inverseOf")
    return Relation(
        name=_local(iri),
        label=values[RDFS + "label"][0],
        definition=values[SKOS + "definition"][0],
        domain=_local(values[RDFS + "domain"][0]),
        range=_local(values[RDFS + "range"][0]),
        symmetric=OWL + "SymmetricProperty" in types,
        inverse=_local(inverse[0]) if inverse else None,
        kind="standing" if ONTOLOGY + "StandingRelation" in types else "event",
        plover=_local(values[ONTOLOGY + "plover"][0]),
        quad=_quad(values[ONTOLOGY + "quadClass"][0]),
        cameo=tuple(sorted(values.get(ONTOLOGY + "cameo", []))),
    )


def _facts() -> list[tuple[str, str, str]]:
    import pyoxigraph as ox

    triples = ox.parse(path=str(ONTOLOGY_FILE), format=ox.RdfFormat.TURTLE)
    return [(_text(t.subject), t.predicate.value, _text(t.object)) for t in triples]


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _quad(iri: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _local(iri)).lower()
