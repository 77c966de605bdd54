"""The record as a networkx graph: for measures, and for every tool that reads one."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from graph.record import Record
from ontology.claim import Claim
from ontology.document import Document

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are wanted; what is left empty does not restrict.

    Args:
        since, until: first and last year, inclusive. A claim is in if what it tells of may have
            lasted or happened in that span; one without any date is in only if neither is given.
        relations: names of relations (``sanctions``).
        modalities: ``actual``, ``possible``, ``denied``.
        confidence: the least that a claim must have.
        actors: codes; a claim is in if either of its ends is one of them.
    """

    since: int | None = None
    until: int | None = None
    relations: Collection[str] = ()
    modalities: Collection[str] = ()
    confidence: float = 0.0
    actors: Collection[str] = ()

    def __call__(self, claim: Claim) -> bool:
        """Whether the claim is wanted."""
        return (
            claim.confidence >= self.confidence
            and (not self.relations or claim.relation in self.relations)
            and (not self.modalities or claim.modality in self.modalities)
            and (not self.actors or bool({claim.subject, claim.object} & set(self.actors)))
            and self._in_time(claim)
        )

    def _in_time(self, claim: Claim) -> bool:
        if self.since is None and self.until is None:
            return True
        span = years(claim)
        if span is None:
            return False
        first, last = span
        return (self.until is None or first <= self.until) and (
            self.since is None or last >= self.since
        )


def years(claim: Claim) -> tuple[int, int] | None:
    """First and last year that a claim tells of, or None where it has no date.

    A state of affairs without an end goes on; an event without one is over in its year.
    """
    from ontology.relations import relation

    if claim.since is None:
        return (1, claim.until.year) if claim.until else None
    if claim.until:
        return claim.since.year, claim.until.year
    lasting = relation(claim.relation).kind == "standing"
    return claim.since.year, 9999 if lasting else claim.since.year


def network(
    records: Iterable[Record],
    *,
    since: int | None = None,
    until: int | None = None,
    relations: Collection[str] = (),
    modalities: Collection[str] = (),
    confidence: float = 0.0,
    actors: Collection[str] = (),
) -> "nx.MultiDiGraph[str]":
    """The claims that stand as edges between actors; the rest as in ``Filter``.

    A node is an actor's code, with ``name`` and ``kind``. An edge's key is the claim's id; it bears
    every property of the claim, and its document's ``title`` and ``url``. What is unknown is None.
    An edge of a symmetric relation stands once, with ``symmetric`` true.
    """
    import networkx as nx

    wanted = Filter(since, until, relations, modalities, confidence, actors)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for document, claim in _standing(records, wanted):
        for code in (claim.subject, claim.object):
            if code not in graph:
                graph.add_node(code, **_actor(code))
        graph.add_edge(claim.subject, claim.object, key=claim.id, **_edge(document, claim))
    return graph


def _standing(records: Iterable[Record], wanted: Filter) -> Iterator[tuple[Document, Claim]]:
    return (
        (record.document, claim) for record in records for claim in record.standing if wanted(claim)
    )


def _actor(code: str) -> dict[str, Any]:
    from ontology.gazetteer import actors

    known = actors().get(code)
    return {"name": known.name if known else code, "kind": known.kind if known else None}


_HISTORY = frozenset({"subject", "object", "retracted", "reason"})


def _edge(document: Document, claim: Claim) -> dict[str, Any]:
    from ontology.relations import relation

    kind = relation(claim.relation)
    told = {f.name: getattr(claim, f.name) for f in fields(Claim) if f.name not in _HISTORY}
    return told | {
        "since": str(claim.since) if claim.since else None,
        "until": str(claim.until) if claim.until else None,
        "year": claim.year,
        "title": document.title,
        "url": document.url,
        "quad": kind.quad,
        "symmetric": kind.symmetric,
    }
