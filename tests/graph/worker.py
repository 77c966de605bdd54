"""A process to be killed: ``python -m tests.graph.worker put|sync|step FOLDER [URI]``."""

import sys
from dataclasses import replace

from graph.folder import Folder
from graph.neo4j import connect
from graph.step import update
from graph.sync import sync
from ontology.claim import Claim
from tests.graph.world import DOCUMENT, SANCTIONS

CLAIMS = 40


def claims(generation: int) -> list[Claim]:
    """A document's claims, all of one generation: a mixture would be half a document."""
    return [replace(SANCTIONS, quote=f"{generation}: {n}", start=n) for n in range(CLAIMS)]


def put(folder: Folder) -> None:
    """Write documents again and again, whole ones."""
    generation = 0
    while True:
        generation += 1
        for name in ("one", "two", "three"):
            document = replace(DOCUMENT, id=name, content_hash=f"{generation:064}")
            folder.put(document, claims(generation))


if __name__ == "__main__":
    command, path, *uri = sys.argv[1:]
    print("ready", flush=True)  # noqa: T201
    if command == "put":
        put(Folder(path))
    elif command == "step":
        update(Folder(path))
    else:
        with connect(uri[0]) as target:
            sync(Folder(path), target)
