"""The folder checked: readable, ids in step with what is said, the ontology's rules, SHACL."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.folder import Folder
from ontology.errors import FolderError
from ontology.rdf_read import declared_ids, parse
from ontology.rules import problems
from ontology.shacl import violations


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: its name, how many claims it holds, and what is wrong, a line each."""

    file: str
    claims: int
    problems: tuple[str, ...]


def check(folder: Folder) -> Iterator[Checked]:
    """Check each file of the folder, in order of name."""
    for path in map(folder.file, folder.names()):
        try:
            data = path.read_bytes()
            document, claims = parse(data, str(path))
        except FolderError as error:
            yield Checked(str(path), 0, (str(error),))
            continue
        except OSError as error:
            yield Checked(str(path), 0, (f"{path}: {(error.strerror or str(error)).lower()}",))
            continue
        found = [f"claim {c.id}: {problem}" for c in claims for problem in problems(c)]
        found += [
            f"claim {declared} was edited: its fields give {claim.id}; load the source again"
            for declared, claim in declared_ids(data, str(path))
            if replace(claim, document=document.id).id != declared
        ]
        found += [line for line in violations(data) if not found]
        yield Checked(str(path), len(claims), tuple(f"{path}: {line}" for line in found))
