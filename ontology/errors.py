"""The one exception tree.

BilateralError
 ├── SourceError     a file, address or row that cannot be read
 ├── OntologyError   a code, relation, date or claim that the ontology does not allow
 ├── FolderError     the folder of RDF files: locked, torn, read-only, missing
 ├── TargetError     a Cypher database: down, wrong password, not a Neo4j
 └── QueryError      a query that is refused, wrong or too slow

Each message is one line: what happened, where, what to do.
"""


def reason(error: OSError) -> str:
    """Why the system refused, in small letters, for the end of a message: "permission denied"."""
    return (error.strerror or str(error)).lower()


class BilateralError(Exception):
    """Base of every error that this project raises on purpose."""


class SourceError(BilateralError):
    """A source (file, folder, address, row) cannot be read."""


class OntologyError(BilateralError):
    """A claim, code, relation or date is not allowed by the ontology."""


class FolderError(BilateralError):
    """The folder that holds the claims cannot be used."""


class TargetError(BilateralError):
    """A Cypher database cannot be reached or used."""


class QueryError(BilateralError):
    """A query is refused, malformed or exceeded its limits."""
