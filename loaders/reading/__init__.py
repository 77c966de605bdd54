"""Text becomes claims: who stands or acts how toward whom, with the words that say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.reading import confidence
from ontology.claim import Claim
from ontology.document import Document

EXTRACTOR: str = str(confidence.settings()["extractor"])
DEFAULT_CONFIDENCE: float = confidence.default_confidence()


@dataclass(frozen=True)
class Reading:
    """What was read.

    Args:
        claims: in the order of the text.
        skipped: reason -> number of sentences in which no claim was looked for.
        sentences: number of all sentences.
    """

    claims: list[Claim]
    skipped: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0


def read(
    text: str, document: Document, *, start: int = 0, min_confidence: float | None = None
) -> Reading:
    """Read a text.

    Args:
        text: the whole file as given; offsets of claims count from its first character.
        document: where it comes from; its date dates leaders and "last year", its title may name
            the main actors.
        start: the character at which reading begins; metadata stands before it.
        min_confidence: leave out claims below; None for ``DEFAULT_CONFIDENCE``.

    Raises:
        SourceError: the language model is not installed.
    """
    from loaders.reading.pipeline import run

    least = DEFAULT_CONFIDENCE if min_confidence is None else min_confidence
    made, skipped, sentences = run(text, document, start, least)
    return Reading(made, dict(skipped), sentences)
