"""Text becomes claims: who stands or acts how toward whom, with the words that say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.reading import confidence
from ontology.claim import Claim
from ontology.document import Document

if TYPE_CHECKING:
    from loaders.reading.pipeline import Progress
    from loaders.reading.taught_patterns import Lexicon

EXTRACTOR: str = str(confidence.settings()["extractor"])
DEFAULT_CONFIDENCE: float = confidence.default_confidence()


@dataclass(frozen=True)
class Reading:
    """What was read.

    Args:
        claims: in the order of the text.
        skipped: reason -> number of sentences in which no claim was looked for.
        sentences: number of all sentences.
        taught: id of a claim that a line of the user's lexicon made -> how the line matches.
        why: id of a claim -> what speaks for it, in words; empty unless asked for.
    """

    claims: list[Claim]
    skipped: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0
    taught: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read(
    text: str,
    document: Document,
    *,
    start: int = 0,
    min_confidence: float | None = None,
    lexicon: "Lexicon | None" = None,
    explain: bool = False,
    progress: "Progress | None" = None,
) -> Reading:
    """Read a text.

    Args:
        text: the whole file as given; offsets of claims count from its first character.
        document: where it comes from; its date dates leaders and "last year", its title may name
            the main actors.
        start: the character at which reading begins; metadata stands before it.
        min_confidence: leave out claims below; None for ``DEFAULT_CONFIDENCE``.
        lexicon: a user's lines, which teach the reader more.
        explain: say of each claim what speaks for it.
        progress: called again and again with the number of sentences read and to be read.

    Raises:
        SourceError: the language model is not installed.
    """
    from loaders.reading.pipeline import run

    least = DEFAULT_CONFIDENCE if min_confidence is None else min_confidence
    done = run(text, document, start, least, lexicon, explain=explain, progress=progress)
    return Reading(done.claims, dict(done.skipped), done.sentences, done.taught, done.why)
