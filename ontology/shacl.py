"""SHACL validation of RDF by pySHACL, against ``shapes.ttl`` and the ontology."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ontology import vocabulary as v

if TYPE_CHECKING:
    from rdflib import Graph


def violations(*files: bytes) -> list[tuple[str, str]]:
    """What SHACL finds wrong, each as the name of a node and a message, sorted.

    Args:
        files: TriG documents that are known to parse; validated together, since each call costs
            half a second however little it is given.
    """
    from pyshacl import validate

    ontology, shapes = _terms()
    graph = _merged(files)
    for triple in ontology:
        graph.add(triple)
    conforms, report, _ = validate(graph, shacl_graph=shapes, advanced=False, meta_shacl=False)
    return [] if conforms else sorted(_messages(report))


def _merged(files: Iterable[bytes]) -> "Graph":
    import pyoxigraph as ox
    from rdflib import Graph

    graph = Graph()
    for data in files:
        triples = (quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TRIG))
        lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
        graph.parse(data=lines or b"", format="nt")
    return graph


@cache
def _terms() -> "tuple[Graph, Graph]":
    from rdflib import Graph

    ontology = Graph().parse(v.ONTOLOGY_FILE, format="turtle")
    return ontology, Graph().parse(v.SHAPES_FILE, format="turtle")


def _messages(report: "Graph") -> Iterator[tuple[str, str]]:
    from rdflib import SH

    for result in report.subjects(SH.focusNode, None):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        # A rule over all claims has the class as its focus and the claim as its value.
        node = str(value if str(focus) == v.ONTOLOGY + "Claim" else focus)
        yield node.rpartition("/")[2], str(report.value(result, SH.resultMessage))
