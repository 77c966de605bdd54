"""What a write changes in one document's record."""

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.claim import Claim
from ontology.document import Document


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference between a stored record and the one that takes its place.

    Args:
        document: the document as it will stand.
        new: whether the folder did not know the document.
        described: whether the document's own description differs (title, date, content ...).
        added: claims that were not there, or that a change of the document had withdrawn.
        changed: claims with the same id and other details: before and after.
        withdrawn: claims that the document no longer carries.
        kept: how many claims stay as they are.
    """

    document: Document
    new: bool = False
    described: bool = False
    added: tuple[Claim, ...] = ()
    changed: tuple[tuple[Claim, Claim], ...] = ()
    withdrawn: tuple[Claim, ...] = ()
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.described or self.added or self.changed or self.withdrawn)

    def lines(self) -> Iterator[str]:
        """One line a difference, as ``--dry-run`` prints them: ``+ - ~`` and the claim."""
        for claim in self.added:
            yield f"+ {brief(claim)}"
        for _, after in self.changed:
            yield f"~ {brief(after)}"
        for claim in self.withdrawn:
            yield f"- {brief(claim)}"
        if self.described and not self.new:
            yield f"~ {self.document.id}: the document's description"

    def __str__(self) -> str:
        counts = f"+{len(self.added)} ~{len(self.changed)} -{len(self.withdrawn)}"
        return f"{self.document.id}: {counts}, {self.kept} unchanged"


def brief(claim: Claim) -> str:
    """A claim in one line: ``USA sanctions PAK 2024 "the words"``."""
    parts = [claim.subject, claim.relation, claim.object]
    if claim.modality != "actual":
        parts.append(f"({claim.modality})")
    parts += [str(date) for date in (claim.since,) if date]
    if claim.until:
        parts.append(f"until {claim.until}")
    words = " ".join(claim.quote.split())
    return " ".join(parts) + (f' "{words}"' if words else "")
