"""How fast a reader reads, on the machine at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from loaders.reading.evaluate.taken import Taken
from loaders.reading.gold import GoldDocument
from ontology.claim import Claim

Reader = Callable[[GoldDocument], list[Claim]]


@dataclass(slots=True)
class Speed:
    """Seconds of wall-clock time and words read in them; words are what spaces divide."""

    seconds: float = 0.0
    words: int = 0

    @property
    def rate(self) -> float:
        """Words a second."""
        return self.words / self.seconds if self.seconds else 0.0

    def timed(self, document: GoldDocument, read: Reader) -> Taken:
        """Read a document and add the time it took."""
        begun = perf_counter()
        claims = read(document)
        self.seconds += perf_counter() - begun
        self.words += len(document.given.text[document.given.start :].split())
        return Taken(document, claims)
