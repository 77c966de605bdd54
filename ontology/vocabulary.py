"""IRIs: the project's namespaces and the terms of others that it uses."""

from pathlib import Path
from typing import Final

BASE: Final = "https://w3id.org/bilateral/"
ONTOLOGY: Final = BASE + "ontology#"
ACTOR: Final = BASE + "actor/"
DOCUMENT: Final = BASE + "document/"
CLAIM: Final = BASE + "claim/"
AGENT: Final = BASE + "agent/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"

PREFIXES: Final = {
    "b": ONTOLOGY,
    "s": ACTOR,
    "d": DOCUMENT,
    "c": CLAIM,
    "g": AGENT,
    "rdfs": RDFS,
    "xsd": XSD,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
}

ONTOLOGY_FILE: Final = Path(__file__).parent / "bilateral.ttl"
SHAPES_FILE: Final = Path(__file__).parent / "shapes.ttl"
