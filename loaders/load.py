"""A source becomes a document and its claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.documents.text import Given, english, text_document
from loaders.reading import read
from loaders.source import Source
from ontology.claim import Claim
from ontology.document import Document
from ontology.rules import problems

if TYPE_CHECKING:
    from loaders.reading.pipeline import Progress
    from loaders.reading.taught_patterns import Lexicon

NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one source gave.

    Args:
        document: the source.
        claims: those that keep the ontology's rules.
        skipped: reason -> number of sentences that were not read.
        warnings: one line each, for the user.
        taught: id of a claim that a line of the user's lexicon made -> how the line matches.
        why: id of a claim -> what speaks for it; empty unless asked for.
    """

    document: Document
    claims: list[Claim]
    skipped: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    taught: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    source: Source,
    given: Given = NOTHING_GIVEN,
    min_confidence: float | None = None,
    lexicon: "Lexicon | None" = None,
    *,
    explain: bool = False,
    progress: "Progress | None" = None,
) -> Loaded:
    """Read one source into a document and its claims.

    Args:
        source: a file or standard input.
        given: what the user says of it (date, title, url, publisher).
        min_confidence: claims below it are dropped; None takes the reader's default.
        lexicon: a user's lines, which teach the reader more.
        explain: say of each claim what speaks for it.
        progress: called again and again with the number of sentences read and to be read.

    Raises:
        SourceError: it cannot be read, or is not English.
    """
    text = english(text_document(source.data(), source.name, given), source.name)
    reading = read(
        text.text,
        text.document,
        start=text.start,
        min_confidence=min_confidence,
        lexicon=lexicon,
        explain=explain,
        progress=progress,
    )
    sound = [claim for claim in reading.claims if not problems(claim, text.text)]
    return Loaded(text.document, sound, reading.skipped, text.warnings, reading.taught, reading.why)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
