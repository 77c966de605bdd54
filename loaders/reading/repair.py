"""Repair of broken text, with a way back to the text as given."""

import itertools
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reading.lexicon import words

_REFERENCE = re.compile(r"[ \t\u00a0]*\[(?:\d{1,3}|[a-z]|citation needed|note \d+)\]")
_APOSTROPHE = re.compile(r"\s*['’‘`´]\s?(?=s\b)")
_SPACE_BEFORE = re.compile(r"[ \t\u00a0]+(?=[,;:?!)\]]|\.(?:\s|$))")
_LINE_END = re.compile(r"[ \t\u00a0\r]+(?=\n)")
_TAG = re.compile(r"</?(?:em|strong|i|b|u|a|span|sup|sub|small|font|abbr)\b[^<>\n]{0,200}>", re.I)
_BLOCK = re.compile(
    r"</?(?:p|br|div|li|ul|ol|tr|td|th|h[1-6]|table|section)\b[^<>\n]{0,200}>", re.I
)
_BLANK = re.compile(r"[ \t\u00a0\u2009\u202f\f\v]+")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("\u00a0\u2009\u202f\t\f\v", " ")
    | {"\u2011": "-", "–": "-", "—": "-", "\u00ad": "-", "\ufeff": " "}
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """Text put right, and where each of its characters stood.

    Args:
        text: the repaired text.
        origin: for each character of ``text``, its offset in the text as given.
    """

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of ``text[start:end]`` (which must not be empty)."""
        return self.origin[start], self.origin[end - 1] + 1


def repair(text: str, start: int = 0) -> Repaired:
    """Put spaces, quotes, apostrophes, line breaks and cut sentences right from ``start`` on.

    The seed article of the project shows all of these faults; each is common in text that was
    copied from pages or went through a translator.
    """
    chars: list[str] = []
    origin = array("I")  # a book has millions
    for kept, at in _pieces(text, start):
        chars.append(kept)
        origin.extend(range(at, at + len(kept)))
    joined = "".join(chars).translate(_PLAIN)
    return Repaired(_rejoin(_unwrap(joined)), origin)


def _pieces(text: str, start: int) -> list[tuple[str, int]]:
    """The kept stretches of the text; what stands between them is dropped."""
    cuts = [found.span() for found in _BLOCK.finditer(text, start)]
    breaks = {first for first, _ in cuts}
    for fault in (_REFERENCE, _SPACE_BEFORE, _LINE_END, _TAG):
        cuts += [found.span() for found in fault.finditer(text, start)]
    for found in _APOSTROPHE.finditer(text, start):
        first = found.start()
        mark = next(i for i in range(first, found.end()) if not text[i].isspace())
        cuts += [(first, mark), (mark + 1, found.end())]
    for found in _BLANK.finditer(text, start):
        cuts.append((found.start() + 1, found.end()))
    pieces: list[tuple[str, int]] = []
    at = start
    for first, last in sorted(cuts):
        if first > at:
            pieces.append((text[at:first], at))
        if first in breaks and first >= at:
            pieces.append(("\n", first))
        at = max(at, last)
    if at < len(text):
        pieces.append((text[at:], at))
    return pieces


def _unwrap(text: str) -> str:
    """Line breaks inside a sentence become spaces (same length); others stay."""
    text = text.replace("\r", " ")
    lines = text.split("\n")
    long = sorted(len(line) for line in lines if line.strip())
    wrapped = len(long) > 3 and long[-1] <= 120 and long[len(long) // 2] >= 50
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        last, first = before.rstrip()[-1:], line.lstrip()[:1]
        runs_on = bool(last) and (first.islower() or last in ",-")
        if wrapped and last and last not in ".!?:\"'" and len(before) >= 0.6 * long[-1]:
            runs_on = bool(first)
        out.append((" " if runs_on else "\n") + line)
    return "".join(out)


def _rejoin(text: str) -> str:
    """A full stop that cuts a sentence before its continuation becomes a comma."""
    return _continuation().sub(lambda m: m[0].replace(".", ",").lower(), text)


def _continuation() -> re.Pattern[str]:
    starts = "|".join(re.escape(word) for word in sorted(words("continuation")))
    return re.compile(rf"(?<=[a-z])\.\s(?:{starts})\b")
