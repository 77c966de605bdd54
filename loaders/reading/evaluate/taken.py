"""A document with what a reader took from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reading.evaluate.scores import Row, Rows, key
from loaders.reading.gold import GoldClaim, GoldDocument
from ontology.claim import Claim

FAINTEST = 0.05
"""Claims are read down to this confidence, to see how right the faint ones are."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An annotated document and all claims read in it, down to ``FAINTEST``."""

    document: GoldDocument
    claims: Sequence[Claim]

    def rows(self, least: float) -> Rows:
        """What is to be compared: the gold, and the claims of at least this confidence."""
        gold = [(row_of(claim), claim.optional) for claim in self.document.claims]
        return gold, [row_of(claim) for claim in self.claims if claim.confidence >= least]

    def judged(self) -> list[tuple[float, bool]]:
        """For each exact relation that was read, its confidence and whether the gold has it."""
        allowed = {key(row_of(claim), "exact") for claim in self.document.claims}
        best: dict[tuple[str, ...], float] = {}
        for claim in self.claims:
            exact = key(row_of(claim), "exact")
            best[exact] = max(claim.confidence, best.get(exact, 0.0))
        return [(confidence, exact in allowed) for exact, confidence in best.items()]


def row_of(claim: Claim | GoldClaim) -> Row:
    """A claim as the scores compare it."""
    return claim.subject, claim.relation, claim.object, claim.modality
