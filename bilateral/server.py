"""The Neo4j that the environment describes."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.target import Target


def connected(uri: str) -> "Target":
    """A Neo4j, by ``$NEO4J_USERNAME``, ``$NEO4J_PASSWORD`` and ``$NEO4J_DATABASE``.

    Raises:
        TargetError: it can't be reached or used; the message says why.
    """
    from graph.neo4j import connect

    told = os.environ.get
    return connect(
        uri, told("NEO4J_USERNAME", "neo4j"), told("NEO4J_PASSWORD"), told("NEO4J_DATABASE")
    )
