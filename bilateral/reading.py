"""Text to claims, stored nowhere."""

from datetime import date as Date  # noqa: N812  (the parameter is named date)

from loaders.documents.text import Given, text_document
from loaders.reading import read as read_document
from ontology.claim import Claim
from ontology.dates import PartialDate, partial


def read(
    text: str,
    *,
    date: str | Date | PartialDate | None = None,
    title: str | None = None,
    url: str | None = None,
    min_confidence: float | None = None,
) -> list[Claim]:
    """The claims that a text makes, each with its quote and place.

    Args:
        text: English prose; it may begin with metadata (YAML front matter or one ``# key: value |``
            line). Offsets count characters from its start, so ``text[c.start:c.end] == c.quote``.
        date: the document's date; it dates leaders and words such as "last year".
        title, url: of the document.
        min_confidence: claims below it are left out; None takes the reader's default.

    Raises:
        SourceError: the text is empty or is no text.
        OntologyError: the date is none.
    """
    given = Given(date=partial(date), title=title, url=url)
    # A lone surrogate has no bytes; it is no letter either, so its place is kept by another.
    data = text.encode("utf-8", "replace")
    document = text_document(data, "-", given)
    reading = read_document(
        text, document.document, start=document.start, min_confidence=min_confidence
    )
    return reading.claims
