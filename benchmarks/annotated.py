"""The annotated documents, where they are present: in ``$BILATERAL_SHARED``, or ``../shared``."""

import os
from collections.abc import Iterator
from pathlib import Path

from loaders.reading.gold import GoldDocument, documents

SHARED = Path(os.environ.get("BILATERAL_SHARED", Path(__file__).parents[2] / "shared")) / "gold"


def annotated() -> Iterator[GoldDocument]:
    """All of them, the held-out third too; none where they are not present."""
    if SHARED.is_dir():
        yield from documents(SHARED / "claims", SHARED / "texts")


def developed() -> Iterator[GoldDocument]:
    """Those outside the held-out third, to learn from."""
    return (document for document in annotated() if not document.held_out)
