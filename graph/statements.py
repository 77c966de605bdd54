"""The Cypher that keeps a copy; the same text for both kinds of target.

Everything of ours bears the label of ``property_graph.MARK``; nothing else is touched. Types and
labels can't be parameters in Cypher: they come from the ontology alone, never from a document.
"""

from graph.property_graph import MARK

HASHES = f"""MATCH (d:{MARK}:Document)
RETURN d.id AS id, d.hash AS hash, d.claims AS claims, d.relations AS relations"""

# Taking hold of the document first makes a second sync at the same moment wait for this one.
HOLD = f"""UNWIND $rows AS row
MERGE (d:{MARK}:Document {{iri: row.iri}})
SET d.id = row.id, d.hash = ''
RETURN d.id AS id, coalesce(d.relations, []) AS relations"""

DESCRIBE = f"""UNWIND $rows AS row
MATCH (d:{MARK}:Document {{iri: row.iri}})
SET d = row.properties"""

FORGET = f"UNWIND $iris AS iri MATCH (d:{MARK}:Document {{iri: iri}}) DETACH DELETE d"

ORPHANS = f"MATCH (a:{MARK}:Actor) WHERE NOT (a)--() DELETE a"

UNIQUE = (
    f"CREATE CONSTRAINT bilateral_iri IF NOT EXISTS FOR (n:{MARK}) REQUIRE n.iri IS UNIQUE",
    "CREATE INDEX bilateral_document IF NOT EXISTS FOR (n:Document) ON (n.id)",
)


def index(kind: str) -> str:
    """Finds the claims of one document among those of a type."""
    name = f"bilateral_{kind.lower()}"
    return f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.document)"


def actors(labels: tuple[str, ...]) -> str:
    """Makes actors that are missing; all labels in the pattern, since adding one later fails."""
    return f"""UNWIND $rows AS row
MERGE (a:{":".join((MARK, *labels))} {{iri: row.iri}})
SET a.code = row.properties.code, a.name = row.properties.name"""


def held(kind: str) -> str:
    """The claims of some documents as the target has them."""
    return f"""MATCH (a:{MARK})-[r:{kind}]->(b:{MARK}) WHERE r.document IN $documents
RETURN a.iri AS subject, b.iri AS object, properties(r) AS properties"""


def create(kind: str) -> str:
    """Makes claims."""
    return f"""UNWIND $rows AS row
MATCH (a:{MARK} {{iri: row.subject}}) MATCH (b:{MARK} {{iri: row.object}})
CREATE (a)-[r:{kind}]->(b) SET r = row.properties"""


def delete(kind: str) -> str:
    """Removes claims."""
    return f"""MATCH (:{MARK})-[r:{kind}]->(:{MARK})
WHERE r.document IN $documents AND r.id IN $ids DELETE r"""
