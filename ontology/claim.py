"""The one noun: a claim, one statement of one source about how one actor stands toward another."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Literal, get_args

from ontology.dates import PartialDate
from ontology.relations import ends

Modality = Literal["actual", "possible", "denied"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one source, with the words that carry it.

    Args:
        subject, object: actor codes (ISO 3166-1 alpha-3, historical codes, organization acronyms).
        relation: a name from the ontology, such as ``sanctions``.
        document: id of the document it is derived from.
        modality: ``actual`` (told as fact), ``possible`` (planned, conditional, feared) or
            ``denied`` (said not to be so).
        since, until: partial dates with their basis.
        quote: the verbatim words; empty only where a dataset has none.
        start, end: offsets of the quote in the document's text, in characters from the start of
            the file as given; None where the source is no text.
        prefix, suffix: the rest of the quote's sentence, before and after it.
        speaker: who is reported as saying it, in the text's words.
        confidence: calibrated probability in [0, 1] that a careful reader would agree.
        extractor: what made the claim, such as ``reader-0.1`` or ``hand``.
        recorded: when it entered the record, ISO 8601 UTC to the second.
        retracted: when it was withdrawn, or None.
        reason: why it was withdrawn.
        note: which example or row the claim rests on, for ``--explain``.
    """

    subject: str
    relation: str
    object: str
    document: str = ""
    modality: Modality = "actual"
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    speaker: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    recorded: str = ""
    retracted: str | None = None
    reason: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        # Three decimals are kept alike by every RDF library; more would not be.
        object.__setattr__(self, "confidence", round(float(self.confidence), 3))

    @property
    def id(self) -> str:
        """16 hex digits of a SHA-256 over what is said, in which words, by which document.

        The quote's text stands for its span, so that a claim keeps its id when a paragraph is
        inserted above it. A symmetric relation has one id in either order.
        """
        told = ends(self.subject, self.relation, self.object)
        when = [str(self.since or ""), str(self.until or "")]
        words = re.sub(r"\s+", " ", self.quote).strip()
        fields = [self.document, *told, self.relation, self.modality, *when, words]
        text = json.dumps(fields, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def year(self) -> int | None:
        """The year in which it happened or began (else ended), where the source tells."""
        when = self.since or self.until
        return when.year if when else None

    @property
    def sentence(self) -> str:
        """The quote in its sentence."""
        return f"{self.prefix}{self.quote}{self.suffix}"
