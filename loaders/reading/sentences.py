"""Sentences of repaired text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reading.lexicon import words
from loaders.reading.repair import Repaired

_END = re.compile(r"(?:[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9À-Þ])|[;\n]|\s[•*]\s|[.!?][\"']?\s*$)")
_INITIAL = re.compile(r"(?:^|[\s(\"'.])(?:[A-Z]|[A-Z]\.[A-Z]|[A-Za-z]\.[a-z])$")
LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one part of a list that semicolons divide.

    Args:
        text: its repaired words.
        start: where it begins in the repaired text.
        index: its number in the document, from 0.
        paragraph: number of its line in the document, from 0.
    """

    text: str
    start: int
    index: int
    paragraph: int

    @property
    def end(self) -> int:
        """Where it ends in the repaired text."""
        return self.start + len(self.text)


def sentences(repaired: Repaired) -> Iterator[Sentence]:
    """The sentences of a text in order; none is longer than ``LONGEST`` characters."""
    index = paragraph = 0
    for start, end in _spans(repaired.text):
        part = repaired.text[start:end]
        if part.strip() and any(ch.isalpha() for ch in part):
            lead = len(part) - len(part.lstrip())
            yield Sentence(part.strip(), start + lead, index, paragraph)
            index += 1
        if repaired.text[end : end + 1] == "\n" or part.endswith("\n"):
            paragraph += 1


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if found[0].startswith(".") and _abbreviated(text[max(0, start) : found.start()]):
            continue
        yield from _cut(start, end)
        start = end
    if start < len(text):
        yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        yield start, start + LONGEST
        start += LONGEST
    yield start, end


def _abbreviated(before: str) -> bool:
    last = before.rpartition(" ")[2].lstrip("(\"'")
    return last in words("abbreviation") or bool(_INITIAL.search(before[-6:]))
