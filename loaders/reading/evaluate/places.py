"""The sentences in which annotated words stand, and who is found in them."""

import re
from collections.abc import Sequence

from loaders.reading.gold import GoldDocument
from loaders.reading.scan import Scanned, scan


class Places:
    """A document's sentences, to be asked where a quote stands."""

    def __init__(self, document: GoldDocument) -> None:
        given = document.given
        self._text, self._start = given.text, given.start
        scanned = scan(given.text, given.document, given.start)
        spans = [(s.sentence.start, s.sentence.end) for s in scanned.sentences]
        self._spans = [scanned.repaired.span(*span) for span in spans]
        self._sentences = scanned.sentences

    def of(self, quote: str) -> list[Scanned]:
        """The sentences that hold the quote or a part of it, wherever it stands.

        Annotators may have written a line break as a space.
        """
        words = r"\s+".join(map(re.escape, quote.split()))
        if not words:
            return []
        ranges = [m.span() for m in re.compile(words).finditer(self._text, self._start)]
        return [
            sentence
            for sentence, (start, end) in zip(self._sentences, self._spans, strict=True)
            if any(start < last and first < end for first, last in ranges)
        ]

    def shown(self, sentences: Sequence[Scanned]) -> str:
        """Their words as given, white space apart."""
        chosen = {each.sentence.index for each in sentences}
        pairs = zip(self._sentences, self._spans, strict=True)
        parts = [self._text[slice(*span)] for s, span in pairs if s.sentence.index in chosen]
        return " ".join(" ".join(parts).split())


def absent(sentences: Sequence[Scanned], subject: str, obj: str) -> tuple[str, ...]:
    """The actors that no mention stands for, where no sentence has both; () where one has.

    Where each is found but never in the same sentence, both are told.
    """
    found = [{mention.actor for mention in each.mentions} for each in sentences]
    if any(subject in actors and obj in actors for actors in found):
        return ()
    every = set().union(*found)
    return tuple(actor for actor in (subject, obj) if actor not in every) or (subject, obj)
