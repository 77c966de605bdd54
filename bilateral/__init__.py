"""The door: read text, keep claims in a graph, query and show them.

>>> import bilateral
>>> claims = bilateral.read("France sanctioned Russia in 2022.")
>>> [(c.subject, c.relation, c.object, str(c.since)) for c in claims]
[('FRA', 'sanctions', 'RUS', '2022')]
"""

from typing import TYPE_CHECKING, Any

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document
from ontology.errors import (
    BilateralError,
    FolderError,
    OntologyError,
    QueryError,
    SourceError,
    TargetError,
)

if TYPE_CHECKING:
    from bilateral.graph import Graph
    from bilateral.reading import read

__version__ = "0.1.0"
__all__ = [
    "BilateralError",
    "Claim",
    "Document",
    "FolderError",
    "Graph",
    "OntologyError",
    "PartialDate",
    "QueryError",
    "SourceError",
    "TargetError",
    "__version__",
    "read",
]

# The graph and the reader bring heavy libraries: they are imported when first asked for.
_LAZY = {"Graph": "bilateral.graph", "read": "bilateral.reading"}


def __getattr__(name: str) -> Any:
    import importlib

    if name in _LAZY:
        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'bilateral' has no attribute {name!r}")
