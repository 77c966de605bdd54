"""The folder checked: readable, ids in step with what is said, the ontology's rules, SHACL."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.files import ENDING
from graph.folder import Folder
from ontology.errors import FolderError, reason
from ontology.rdf_read import declared
from ontology.rules import problems
from ontology.shacl import violations

TOGETHER = 200  # documents whose RDF is validated in one call


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: its name, how many claims it holds, and what is wrong, a line each."""

    file: str
    claims: int
    problems: tuple[str, ...]


def check(folder: Folder) -> Iterator[Checked]:
    """Check each file of the folder, in order of name."""
    paths = [folder.path / (name + ENDING) for name in folder.names()]
    for start in range(0, len(paths), TOGETHER):
        yield from _checked(paths[start : start + TOGETHER])


def _checked(paths: list[Path]) -> Iterator[Checked]:
    results: list[Checked] = []
    sound: dict[str, int] = {}
    files: list[bytes] = []
    for path in paths:
        result, data, nodes = _one(path)
        if not result.problems:
            files.append(data)
            sound |= dict.fromkeys(nodes, len(results))
        results.append(result)
    for node, message in violations(*files) if files else ():
        # A selector's node is its claim's with a part's name behind it.
        place = sound.get(node, sound.get(node.rpartition("-")[0], 0))
        line = f"{results[place].file}: {node}: {message}"
        results[place] = replace(results[place], problems=(*results[place].problems, line))
    yield from results


def _one(path: Path) -> tuple[Checked, bytes, list[str]]:
    """The file by the rules in Python, its bytes, and the nodes it speaks of."""
    try:
        data = path.read_bytes()
        document, claims = declared(data, str(path))
    except FolderError as error:
        return Checked(str(path), 0, (str(error),)), b"", []
    except OSError as error:
        return Checked(str(path), 0, (f"{path}: {reason(error)}",)), b"", []
    found = [f"claim {c.id}: {problem}" for _, c in claims for problem in problems(c)]
    found += [
        f"claim {written} was edited: its fields give {claim.id}; load the source again"
        for written, claim in claims
        if claim.id != written
    ]
    if document.id != path.stem:
        found.append(f"holds document {document.id!r}; rename it to {document.id}{ENDING}")
    told = tuple(f"{path}: {line}" for line in found)
    return Checked(str(path), len(claims), told), data, [document.id, *(c.id for _, c in claims)]
