"""Text to claims, stored nowhere."""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812  (the parameter is named date)
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.documents.text import Given, english, text_document
from loaders.reading import read as read_document
from ontology.claim import Claim
from ontology.dates import PartialDate, partial
from ontology.errors import SourceError

if TYPE_CHECKING:
    from loaders.reading.taught_patterns import Lexicon

Lexicons = str | Path | Sequence[str | Path] | None


def read(
    text: str,
    *,
    date: str | Date | PartialDate | None = None,
    title: str | None = None,
    url: str | None = None,
    min_confidence: float | None = None,
    lexicon: Lexicons = None,
) -> list[Claim]:
    """The claims that a text makes, each with its quote and place.

    Args:
        text: English prose; it may begin with metadata (YAML front matter or one ``# key: value |``
            line). Offsets count characters from its start, so ``text[c.start:c.end] == c.quote``.
        date: the document's date; it dates leaders and words such as "last year".
        title, url: of the document.
        min_confidence: claims below it are left out; None takes the reader's default.
        lexicon: a file of lines that teach the reader (see ``bilateral teach``), or several.

    Raises:
        SourceError: the text is empty, is no text or no English, or a line of the lexicon is wrong.
        OntologyError: the date is none.
    """
    given = Given(date=partial(date), title=title, url=url)
    # A lone surrogate has no bytes; it is no letter either, so its place is kept by another.
    data = text.encode("utf-8", "replace")
    document = english(text_document(data, "-", given), "-")
    reading = read_document(
        text,
        document.document,
        start=document.start,
        min_confidence=min_confidence,
        lexicon=_sound(lexicon),
    )
    return reading.claims


def compiled(files: Lexicons) -> "Lexicon | None":
    """A user's lexicon ready for reading, None if there is no file.

    Raises:
        SourceError: a file can't be read.
    """
    if not files:
        return None
    from loaders.reading.taught_compile import lexicon

    return lexicon([files] if isinstance(files, str | Path) else files)


def _sound(files: Lexicons) -> "Lexicon | None":
    found = compiled(files)
    if found and found.problems:
        raise SourceError(found.problems[0])
    return found
