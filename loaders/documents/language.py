"""Whether a text is English, told by its script and its smallest words.

``languages.csv`` holds for each language the words that carry its grammar, without those that
English has too. A text of few words, or of names, tells nothing, and is read.
"""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import SourceError

ENGLISH = "en"
UNKNOWN = "und"
"""Code of ISO 639-2 for a language that is not known, here: one that is not English."""
_SHARED = "mul"  # small words of English that other languages have too

_FILE = Path(__file__).parent / "languages.csv"
_TAG = re.compile(r"en(-\w+)*")
_WORD = re.compile(r"[^\W\d_]+")
# Letters beyond Latin with its accents and phonetic signs.
_FOREIGN = re.compile(
    r"[^\W\d_a-zA-Zªº\u00c0-\u02ff\u1d00-\u1eff\u2071-\u209c\u2100-\u218f\uff21-\uff5a]"
)
_SIGNS = re.compile(r"[\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
_SCRIPTS = {"CJK": "Chinese", "HANGUL": "Korean"}
_SIGN = 3  # letters of a word that one Chinese, Japanese or Korean sign stands for
_LETTERS = 4  # so many letters of another script are no accident
_ALL_ENGLISH, _SOME_ENGLISH, _HARDLY_ENGLISH = 1 / 7, 1 / 12, 1 / 12
_OTHER, _HITS, _ENOUGH = 1 / 8, 3, 40
_GLANCE = 500  # a line that begins in English is not looked at beyond
_QUARTER = 3  # a text is refused if what is not English is more than so many times what is


@dataclass(frozen=True, slots=True)
class Languages:
    """What a text is written in.

    Args:
        main: ``en``, the code of another language or of a script (``Cyrillic``), ``und`` for a
            language that is not known and not English; None where the text is too short to tell.
        foreign: start and end of the paragraphs that are not English.
    """

    main: str | None
    foreign: list[tuple[int, int]]


def languages(text: str, start: int = 0) -> Languages:
    """The languages of a text and of its paragraphs.

    Args:
        text: the whole text.
        start: the character at which it begins; metadata stands before it.
    """
    weights: Counter[str] = Counter()
    foreign: list[tuple[int, int]] = []
    for first, last, code in _paragraphs(text, start):
        if code:
            weights[code] += _weight(text[first:last])
        if code not in (None, ENGLISH):
            foreign.append((first, last))
    english = weights.pop(ENGLISH, 0)
    if sum(weights.values()) > _QUARTER * english:
        return Languages(weights.most_common(1)[0][0], foreign)
    if english:
        return Languages(ENGLISH, foreign)
    return Languages(_language(text[start:], whole=True), foreign)


def accept(told: str | None, text: str, start: int, where: str) -> str | None:
    """The language of a text that can be read: ``en``, ``en-GB``; None where nothing tells.

    Args:
        told: the language as its metadata tell; it is believed.
        text, start: as for ``languages``.
        where: the text's name, for messages.

    Raises:
        SourceError: it is in another language.
    """
    if told:
        if told.casefold().split("-")[0].split("_")[0] in ("en", "eng", "english"):
            return told if _TAG.fullmatch(told) else ENGLISH
        raise SourceError(
            f"{where}: its metadata say language {told!r}; only English is read, load a translation"
        )
    main = languages(text, start).main
    if main in (None, ENGLISH):
        return main
    raise SourceError(
        f"{where}: {_seems(str(main))}; only English is read: load a translation, "
        "or begin the file with the line '# language: en' if it is English"
    )


def _seems(code: str) -> str:
    if code == UNKNOWN:
        return "seems not to be English"
    name = _names().get(code)
    return f"seems to be {name}, not English" if name else f"is written in {code} script"


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int, str | None]]:
    """Lines with their language; a line that tells nothing is of its block's language."""
    for block in _blocks(text, start):
        lines = [(first, last, _line(text[first:last])) for first, last in block]
        unclear = [text[first:last] for first, last, code in lines if code is None]
        rest = _language("\n".join(unclear)) if len(unclear) > 1 else None
        yield from ((first, last, code or rest) for first, last, code in lines)


def _blocks(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """The lines of a text as offsets, in blocks that empty lines divide."""
    block: list[tuple[int, int]] = []
    for found in re.compile(r"[^\r\n]+|\r?\n[^\S\n]*(?=\r?\n)").finditer(text, start):
        if not found[0].isspace():
            block.append(found.span())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _line(text: str) -> str | None:
    begins = _language(text[:_GLANCE])
    return begins if begins == ENGLISH or len(text) <= _GLANCE else _language(text)


def _language(text: str, *, whole: bool = False) -> str | None:
    script = None if text.isascii() else _script(text)
    if script:
        return script
    words = _words(text)
    small = _small()[ENGLISH]
    english = sum(word in small for word in words)
    if english > 1 and english >= _ALL_ENGLISH * len(words):
        return ENGLISH
    other = _other(words)
    if other and other[1] > 2 * english:
        return other[0]
    if english > 1 and english >= _SOME_ENGLISH * len(words):
        return ENGLISH
    if not whole or len(words) < _ENOUGH:
        return None
    shared = sum(word in _small()[_SHARED] for word in words)
    return UNKNOWN if english + shared < _HARDLY_ENGLISH * len(words) else None


def _words(text: str) -> list[str]:
    """The words without names, which tell no language; none if it is hardly more than names."""
    every = _WORD.findall(text)
    small = [word for word in every if word[0].islower()]
    if len(small) * 10 < len(every):
        return [word.casefold() for word in every]
    return small if len(small) * 2 > len(every) else []


def _other(words: Iterable[str]) -> tuple[str, int] | None:
    """The language other than English that has most of the words, and how many."""
    counts = Counter(words)
    total = counts.total()
    best: tuple[str, int] | None = None
    for code, known in _small().items():
        if code in (ENGLISH, _SHARED):
            continue
        hits = counts.keys() & known
        number = sum(counts[word] for word in hits)
        if len(hits) >= _HITS and number >= _OTHER * total and number > (best[1] if best else 0):
            best = code, number
    return best


def _script(text: str) -> str | None:
    """The script of most of the letters, unless that is Latin."""
    letters: list[str] = _FOREIGN.findall(text)
    weight = sum(_SIGN if _SIGNS.match(letter) else 1 for letter in letters)
    latin = sum(map(len, _WORD.findall(text))) - len(letters)
    if len(letters) < _LETTERS or weight <= latin:
        return None
    scripts = Counter(unicodedata.name(letter, "OTHER").split()[0] for letter in letters)
    if 10 * (scripts["HIRAGANA"] + scripts["KATAKANA"]) > len(letters):
        return "Japanese"
    found = scripts.most_common(1)[0][0]
    return _SCRIPTS.get(found, found.title())


def _weight(text: str) -> int:
    return len(text) if text.isascii() else len(text) + (_SIGN - 1) * len(_SIGNS.findall(text))


@cache
def _small() -> dict[str, frozenset[str]]:
    """The small words of each language."""
    return {row["code"]: frozenset(row["words"].split()) for row in _rows()}


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows()}


def _rows() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
