"""SHACL validation of RDF by pySHACL, against ``shapes.ttl`` and the ontology."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ontology import vocabulary as v

if TYPE_CHECKING:
    from rdflib import Graph


def violations(data: bytes) -> list[str]:
    """What SHACL finds wrong in one TriG file, each as "node: message", sorted.

    Args:
        data: TriG, already known to parse.
    """
    from pyshacl import validate
    from rdflib import Dataset, Graph

    graph = Graph()
    for subject, predicate, value, _ in Dataset().parse(data=data, format="trig").quads():
        graph.add((subject, predicate, value))
    ontology, shapes = _terms()
    for triple in ontology:
        graph.add(triple)
    conforms, report, _ = validate(graph, shacl_graph=shapes, advanced=False, meta_shacl=False)
    return [] if conforms else sorted(_messages(report))


@cache
def _terms() -> "tuple[Graph, Graph]":
    from rdflib import Graph

    ontology = Graph().parse(v.ONTOLOGY_FILE, format="turtle")
    return ontology, Graph().parse(v.SHAPES_FILE, format="turtle")


def _messages(report: "Graph") -> Iterator[str]:
    from rdflib import SH

    for result in report.subjects(SH.focusNode, None):
        focus = str(report.value(result, SH.focusNode))
        yield f"{focus.rpartition('/')[2]}: {report.value(result, SH.resultMessage)}"
