"""Words in pieces, as the encoder knows them (BERT's uncased WordPiece, Devlin et al. 2019)."""

import re
from functools import cache
from pathlib import Path

from ontology.fold import unaccented

FILE = Path(__file__).parent / "encoder.vocab"
UNKNOWN = "[UNK]"
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 60


@cache
def vocabulary(file: Path = FILE) -> dict[str, int]:
    """Number of each piece; one a line, those that go on a word begin with ``##``."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def pieces(text: str) -> list[int]:
    """The numbers of a text's pieces."""
    return [number for word in _WORD.findall(unaccented(text).lower()) for number in _split(word)]


@cache
def _split(word: str) -> tuple[int, ...]:
    known = vocabulary()
    found: list[int] = []
    start = 0
    while start < len(word):
        sign = "##" if start else ""
        for end in range(min(len(word), start + _LONGEST), start, -1):
            number = known.get(sign + word[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return (known[UNKNOWN],)
    return tuple(found)
