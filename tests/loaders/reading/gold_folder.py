"""A small folder of annotated documents, and a reader that says what it is told to say."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from loaders.reading.evaluate import Reader
from loaders.reading.gold import GoldDocument
from ontology.claim import Claim

Fields = Mapping[str, object]


def gold_folder(folder: Path, documents: Mapping[str, tuple[str, Sequence[Fields]]]) -> Path:
    """Write texts (with their comment line) and annotations; return the folder."""
    for name in ("claims", "texts"):
        (folder / name).mkdir()
    for name, (text, claims) in documents.items():
        stored = {"doc": name, "date": "2022-03-01", "claims": claims}
        (folder / "claims" / f"{name}.json").write_text(json.dumps(stored))
        (folder / "texts" / f"{name}.txt").write_text(text)
    return folder


def gold(subject: str, relation: str, obj: str, quote: str, **more: object) -> Fields:
    """An annotated claim."""
    return {"s": subject, "r": relation, "o": obj, "q": quote, **more}


def said(claims: Mapping[str, Sequence[Claim]]) -> Reader:
    """A reader that takes these claims from the documents of these names."""

    def read(document: GoldDocument) -> list[Claim]:
        return list(claims.get(document.name, ()))

    return read
