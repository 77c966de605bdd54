"""What head and encoder together say of the pairs of each sentence.

The head knows which words and grammar its examples had; the encoder knows which words are alike.
They err differently: their log probabilities are averaged.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from loaders.reading import confidence, encoder, head
from loaders.reading.candidates import Pair, pairs
from loaders.reading.encoder import Places, Scores
from loaders.reading.encoding import Encoding, encoding
from loaders.reading.features import View, both, view
from loaders.reading.mentions import Mention
from loaders.reading.parse import parse
from loaders.reading.scan import Scan, Scanned

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST = 1e-6
Ends = list[tuple[Mention, Mention]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its directed pairs.

    Args:
        sentence, view: the sentence, and its grammar.
        ends: the mentions of each pair, subject first.
        rows: the features of each pair.
        relations: a probability for each pair and relation, in the order of the head's classes.
        stances: the encoder's log probabilities of each pair's stance.
    """

    sentence: Scanned
    view: View
    ends: Ends
    rows: list[list[str]]
    relations: "NDArray[np.float32]"
    stances: "NDArray[np.float32]"


def judged(sentences: Sequence[Scanned], scanned: Scan) -> Iterator[Judged]:
    """Judge sentences that can hold a claim, in order.

    The encoder works on a thread of its own, ahead of the parser: neither waits for the other
    where there are two processors.
    """
    if sentences:
        encoder.session()  # loaded here: two threads that import numpy at once break each other
    with ThreadPoolExecutor(max_workers=1) as pool:
        told = _ahead(pool, encoder.scores(map(_encoded, sentences)))
        waiting = iter(sentences)
        while some := list(islice(waiting, encoder.TOGETHER)):
            for looked in _looked(some, scanned.focus):
                relations, stances = next(told)
                both_say = mixed(looked.known, relations, confidence.encoder_share())
                yield Judged(
                    looked.sentence, looked.view, looked.ends, looked.rows, both_say, stances
                )


@dataclass(frozen=True, slots=True)
class _Looked:
    """A sentence as the head sees it, and what the head says."""

    sentence: Scanned
    view: View
    ends: Ends
    rows: list[list[str]]
    known: "NDArray[np.float32]"


def _looked(sentences: list[Scanned], focus: list[str]) -> list[_Looked]:
    weights = head.load("relation")
    made = []
    parses = parse(sentence.sentence.text for sentence in sentences)
    for sentence, doc in zip(sentences, parses, strict=True):
        seen = view(doc, sentence.mentions, focus)
        found = pairs(sentence.mentions)
        rows = [row for pair in found for row in both(seen, pair)]
        made.append(_Looked(sentence, seen, _ends(found), rows, weights.probabilities(rows)))
    return made


def _ahead(pool: ThreadPoolExecutor, made: Iterator[list[Scores]]) -> Iterator[Scores]:
    """What is made, one by one; the next list is made while this one is used."""
    coming = pool.submit(next, made, None)

    def each() -> Iterator[Scores]:
        nonlocal coming
        while (some := coming.result()) is not None:
            coming = pool.submit(next, made, None)
            yield from some

    return each()


def mixed(
    known: "NDArray[np.float32]", told: "NDArray[np.float32]", share: float
) -> "NDArray[np.float32]":
    """Probabilities of both: the head's, and the encoder's log probabilities with a share."""
    import numpy as np

    logs = (1 - share) * np.log(known + _LEAST) + share * np.log(np.exp(told) + _LEAST)
    powers = np.exp(logs - logs.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), np.float32)


def _encoded(sentence: Scanned) -> tuple[Encoding, Places]:
    seen = encoding(sentence.sentence.text, sentence.mentions)
    return seen, [(seen.places[a], seen.places[b]) for a, b in _ends(pairs(sentence.mentions))]


def _ends(found: list[Pair]) -> Ends:
    return [
        ends for pair in found for ends in ((pair.first, pair.second), (pair.second, pair.first))
    ]
