"""Some documents' rows written to a target in one transaction: all of them or none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import statements
from graph.property_graph import Edge, Node, Rows, document_iri

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

STATEMENT = 5_000  # rows a statement: larger ones gain nothing and take memory


@dataclass(frozen=True, slots=True)
class Written:
    """How many claims a transaction made and removed."""

    made: int = 0
    removed: int = 0


def write(tx: "ManagedTransaction", rows: list[Rows]) -> Written:
    """Make the target's claims of these documents equal to the rows."""
    names = [str(each.document["id"]) for each in rows]
    before = _hold(tx, names)
    held = _held(tx, names, before)
    wanted = {edge.id: edge for each in rows for edge in each.edges}
    gone = [edge for key, edge in held.items() if wanted.get(key) != edge]
    made = [edge for key, edge in wanted.items() if held.get(key) != edge]
    _delete(tx, names, gone)
    _actors(tx, (node for each in rows for node in each.actors.values()))
    _create(tx, made)
    described = [
        {"iri": document_iri(name), "properties": each.document | {"iri": document_iri(name)}}
        for name, each in zip(names, rows, strict=True)
    ]
    tx.run(statements.DESCRIBE, rows=described).consume()
    return Written(len(made), len(gone))


def remove(tx: "ManagedTransaction", names: list[str]) -> Written:
    """Remove documents with their claims."""
    held = _held(tx, names, _hold(tx, names))
    _delete(tx, names, list(held.values()))
    tx.run(statements.FORGET, iris=[document_iri(name) for name in names]).consume()
    return Written(0, len(held))


def _hold(tx: "ManagedTransaction", names: list[str]) -> set[str]:
    """Lock the documents; the types of claims that the target has of them."""
    rows = [{"iri": document_iri(name), "id": name} for name in sorted(names)]
    found = tx.run(statements.HOLD, rows=rows).data()
    return {kind for row in found for kind in row["relations"]}


def _held(tx: "ManagedTransaction", names: list[str], types: set[str]) -> dict[str, Edge]:
    edges: dict[str, Edge] = {}
    for kind in sorted(types):
        for row in tx.run(statements.held(kind), documents=names):
            edge = Edge(kind, row["subject"], row["object"], row["properties"])
            edges[edge.id] = edge
    return edges


def _delete(tx: "ManagedTransaction", names: list[str], edges: list[Edge]) -> None:
    for kind, some in _by_type(edges):
        ids = [edge.id for edge in some]
        tx.run(statements.delete(kind), documents=names, ids=ids).consume()


def _create(tx: "ManagedTransaction", edges: list[Edge]) -> None:
    for kind, some in _by_type(edges):
        rows = [
            {"subject": edge.subject, "object": edge.object, "properties": edge.properties}
            for edge in some
        ]
        tx.run(statements.create(kind), rows=rows).consume()


def _actors(tx: "ManagedTransaction", nodes: Iterable[Node]) -> None:
    by_labels: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
    for node in nodes:
        by_labels[node.labels][node.iri] = {"iri": node.iri, "properties": node.properties}
    for labels, found in sorted(by_labels.items()):
        rows = [found[iri] for iri in sorted(found)]
        tx.run(statements.actors(labels), rows=rows).consume()


def _by_type(edges: list[Edge]) -> Iterator[tuple[str, tuple[Edge, ...]]]:
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type].append(edge)
    for kind in sorted(groups):
        for some in _batched(groups[kind]):
            yield kind, some


def _batched(edges: list[Edge]) -> Iterator[tuple[Edge, ...]]:
    for start in range(0, len(edges), STATEMENT):
        yield tuple(edges[start : start + STATEMENT])
