"""A source becomes a document and its claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.documents.text import Given, text_document
from loaders.reading import read
from loaders.source import Source
from ontology.claim import Claim
from ontology.document import Document
from ontology.rules import problems

NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one source gave.

    Args:
        document: the source.
        claims: those that keep the ontology's rules.
        skipped: reason -> number of sentences that were not read.
        warnings: one line each, for the user.
    """

    document: Document
    claims: list[Claim]
    skipped: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def summary(self) -> str:
        """One line for people: "28 claims between 8 actors; 3 sentences skipped: no actor"."""
        actors = {code for claim in self.claims for code in (claim.subject, claim.object)}
        parts = [f"{_count(len(self.claims), 'claim')} between {_count(len(actors), 'actor')}"]
        if not self.claims:
            parts = ["no claims"]
        parts += [
            f"{_count(number, 'sentence')} skipped: {reason}"
            for reason, number in sorted(self.skipped.items())
            if number
        ]
        return "; ".join(parts)


def load(
    source: Source, given: Given = NOTHING_GIVEN, min_confidence: float | None = None
) -> Loaded:
    """Read one source into a document and its claims.

    Args:
        source: a file or standard input.
        given: what the user says of it (date, title, url, publisher).
        min_confidence: claims below it are dropped; None takes the reader's default.

    Raises:
        SourceError: it cannot be read.
    """
    text = text_document(source.data(), source.name, given)
    reading = read(text.text, text.document, start=text.start, min_confidence=min_confidence)
    sound = [claim for claim in reading.claims if not problems(claim, text.text)]
    return Loaded(text.document, sound, reading.skipped, text.warnings)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
