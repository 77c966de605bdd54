"""A record: one document and everything that was ever claimed from it."""

from dataclasses import dataclass

from ontology.claim import Claim
from ontology.document import Document


@dataclass(frozen=True, slots=True)
class Record:
    """One document and its claims, those withdrawn included."""

    document: Document
    claims: tuple[Claim, ...] = ()

    @property
    def standing(self) -> tuple[Claim, ...]:
        """The claims that stand: neither they nor their document were withdrawn."""
        if self.document.retracted:
            return ()
        return tuple(claim for claim in self.claims if not claim.retracted)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, or None."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)
