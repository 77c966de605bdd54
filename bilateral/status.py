"""What a graph holds, and which copies follow it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from bilateral.server import connected
from graph.folder import Folder
from graph.view import Summary
from ontology.errors import TargetError


@dataclass(frozen=True, slots=True)
class Status:
    """Numbers of the folder, the state of each copy, and warnings, a line each."""

    folder: str
    summary: Summary
    copies: Sequence[tuple[str, str]]
    warnings: Sequence[str]

    def rows(self) -> list[tuple[str, str]]:
        """Names and values to print."""
        s = self.summary
        gone = f" ({s.retracted_documents} retracted)" if s.retracted_documents else ""
        withdrawn = f" ({s.claims - s.standing:,} retracted)" if s.claims > s.standing else ""
        return [
            ("folder", self.folder),
            ("documents", f"{s.documents:,}{gone}"),
            ("claims", f"{s.standing:,}{withdrawn}"),
            ("actors", f"{s.actors:,}"),
            *self.copies,
        ]


def status(folder: Folder) -> Status:
    """Look at the folder and its copies; nothing is written to them.

    A Neo4j is looked at where ``$NEO4J_URI`` names one.
    """
    from graph.step import in_step

    state = "in step" if in_step(folder) else "behind; the next query brings it in step"
    copies = [("embedded", state)]
    uri = os.environ.get("NEO4J_URI")
    if uri:
        copies.append((uri, _neo4j(folder, uri)))
    return Status(str(folder.path), folder.summary(), copies, folder.broken())


def _neo4j(folder: Folder, uri: str) -> str:
    from graph.sync import sync

    try:
        with connected(uri) as target:
            report = sync(folder, target, dry_run=True)
    except TargetError as error:
        return f"unknown: {error}"
    behind = report.documents_written + report.documents_removed
    return f"behind by {behind:,} documents; `bilateral sync`" if behind else "in step"
