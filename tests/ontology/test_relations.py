"""The relations, as the ontology has them."""

import csv
from pathlib import Path

import pytest
import rdflib

from ontology.errors import OntologyError
from ontology.relations import parse_relation, relation, relations
from ontology.vocabulary import ONTOLOGY_FILE, SHAPES_FILE

QUADS = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}


def test_each_relation_is_described_in_full() -> None:
    assert len(relations()) == 33
    for rule in relations().values():
        assert rule.label and rule.definition.endswith(".") and rule.plover.isupper()
        assert rule.quad in QUADS
        assert {rule.domain, rule.range} <= {"State", "Organization", "Actor"}
        assert rule.symmetric != bool(rule.inverse)
        assert not rule.symmetric or rule.domain == rule.range


def test_it_agrees_with_the_table_that_it_grew_from(shared: Path) -> None:
    with (shared / "relations.csv").open(encoding="utf-8") as lines:
        rows = {row["relation"]: row for row in csv.DictReader(lines)}
    assert set(rows) == set(relations())
    for name, row in rows.items():
        rule = relation(name)
        assert (rule.domain, rule.range, rule.kind) == (row["subject"], row["object"], row["kind"])
        assert (rule.plover, rule.quad) == (row["plover"], row["quad"])
        assert (rule.inverse or "symmetric") == row["inverse_or_symmetric"]
        assert sorted(rule.cameo) == sorted(row["cameo"].split())


@pytest.mark.parametrize("spelling", ["suppliesArmsTo", "SUPPLIES_ARMS_TO", "supplies arms to"])
def test_a_relation_is_found_in_any_spelling(spelling: str) -> None:
    assert parse_relation(spelling).cypher == "SUPPLIES_ARMS_TO"


def test_an_unknown_relation_gets_a_suggestion() -> None:
    with pytest.raises(OntologyError, match="did you mean sanctions"):
        parse_relation("sanctioned")


def test_the_ontology_opens_in_rdflib_and_owlready2(tmp_path: Path) -> None:
    owlready2 = pytest.importorskip("owlready2", reason="pip install '.[test]' brings owlready2")
    graph = rdflib.Graph().parse(ONTOLOGY_FILE)
    graph.serialize(tmp_path / "bilateral.rdf", format="xml")
    world = owlready2.World()
    ontology = world.get_ontology((tmp_path / "bilateral.rdf").as_uri()).load()
    names = {prop.name for prop in ontology.object_properties()}
    assert set(relations()) <= names
    assert {"State", "Organization", "Claim", "Document", "Alliance", "Sanction", "Agreement"} <= {
        each.name for each in ontology.classes()
    }


def test_the_shapes_are_valid_shacl() -> None:
    from pyshacl import validate

    shapes = rdflib.Graph().parse(SHAPES_FILE)
    conforms, _, text = validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text
