"""The page: relations between states as one HTML file that works offline."""

from collections.abc import Iterable, Mapping, Sequence

from ontology.claim import Claim
from ontology.document import Document


def page(
    records: Iterable[tuple[Document, Sequence[Claim]]],
    *,
    title: str = "Relations between states",
    names: Mapping[str, str] | None = None,
) -> str:
    """A whole HTML file that shows the claims as a graph and asks the network for nothing.

    Args:
        records: each document with its claims; what is retracted is left out.
        title: the heading.
        names: names for actor codes, before those of the gazetteer.

    Returns:
        The text of the file; write it as UTF-8. The same records give the same text.

    Raises:
        OntologyError: a claim has a relation that the ontology does not know.
    """
    from queries.page.build import build

    return build(records, title=title, names=names or {})
