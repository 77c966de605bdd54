"""The lexicon: example sentences of each relation, in plain English, a line each.

``loaders/reading/examples/<relation>.txt``: A acts on B; ``A~`` is the adjective ("Russian"), C and
D are bystanders; ``{a/b}`` are alternatives. A line may end in `` | possible`` or `` | denied``.
``none.txt`` holds lines in which A and B stand in no relation.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.mentions import Mention

FOLDER = Path(__file__).parent / "examples"
NONE = "none"
CHOICE = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"(?<![A-Za-z])([A-F])(~?)(?![A-Za-z~])")
_STATES = (
    ("FRA", "France", "French"),
    ("RUS", "Russia", "Russian"),
    ("IND", "India", "Indian"),
    ("BRA", "Brazil", "Brazilian"),
    ("EGY", "Egypt", "Egyptian"),
    ("JPN", "Japan", "Japanese"),
    ("IRN", "Iran", "Iranian"),
    ("CAN", "Canada", "Canadian"),
    ("TUR", "Turkey", "Turkish"),
    ("POL", "Poland", "Polish"),
    ("CHN", "China", "Chinese"),
    ("USA", "the United States", "American"),
)
_ORGANIZATIONS = (
    ("UN", "the United Nations", "UN"),
    ("EU", "the European Union", "EU"),
    ("NATO", "NATO", "NATO"),
    ("AU", "the African Union", "AU"),
)
MOST = 8


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence made from a line.

    Args:
        relation: name of the relation, or ``none``.
        modality: ``actual``, ``possible`` or ``denied``.
        line: the line as written.
        text: the sentence with actors put in.
        mentions: where they stand.
        subject, object: the actors put in for A and B.
    """

    relation: str
    modality: str
    line: str
    text: str
    mentions: tuple[Mention, ...]
    subject: str
    object: str


def lines(folder: Path = FOLDER) -> Iterator[tuple[str, str, str]]:
    """(relation, line, modality) of every example line, files in the order of their names."""
    for file in sorted(folder.glob("*.txt")):
        for raw in file.read_text(encoding="utf-8").splitlines():
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            words, _, tag = line.partition(" | ")
            yield file.stem, words.strip(), tag.strip() or "actual"


def fingerprint(folder: Path = FOLDER) -> str:
    """Hash of all example lines; compiled files carry it."""
    text = "\n".join("\t".join(line) for line in lines(folder))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """Sentences made from the lines, the same ones each time; every alternative occurs."""
    for relation, line, modality in lines(folder):
        for number, variant in enumerate(variants(line)):
            yield make(relation, variant, line, modality, number)


def slots(text: str) -> list[str]:
    """The letters that stand for actors in a line, in their order."""
    return [found[1] for found in _SLOT.finditer(text)]


def variants(line: str) -> list[str]:
    """The line with its alternatives filled in: as many as the longest choice has, at most 8."""
    choices = [found.split("/") for found in CHOICE.findall(line)]
    most = min(MOST, max((len(choice) for choice in choices), default=1))
    made = []
    for number in range(most):
        filled = [_pick(choice, number) for choice in choices]
        made.append(_fill(line, filled))
    return list(dict.fromkeys(made))


def make(relation: str, text: str, line: str, modality: str, number: int = 0) -> Example:
    """Put actors into a line whose alternatives are filled in."""
    chance = random.Random(f"{line} {number}")  # noqa: S311  (no secret: the same names each time)
    states = chance.sample(_STATES, 6)
    cast = dict(zip("ABCDEF", states, strict=True))
    if relation == "memberOf":
        cast["B"] = chance.choice(_ORGANIZATIONS)
    pieces: list[str] = []
    mentions: list[Mention] = []
    at = length = 0
    for found in _SLOT.finditer(text):
        pieces.append(text[at : found.start()])
        length += len(pieces[-1])
        code, name, adjective = cast[found[1]]
        word = adjective if found[2] else name
        kind = "adjective" if found[2] and len(adjective) > 4 else "name"
        bare = len(word) - len(word.removeprefix("the "))
        if length == 0:
            word = word[0].upper() + word[1:]
        mentions.append(Mention(length + bare, length + len(word), code, kind))
        pieces.append(word)
        length += len(word)
        at = found.end()
    pieces.append(text[at:])
    sentence = "".join(pieces)
    sentence = sentence[0].upper() + sentence[1:] + ("" if sentence[-1] in '.!?"' else ".")
    return Example(relation, modality, line, sentence, tuple(mentions), cast["A"][0], cast["B"][0])


def _fill(line: str, words: list[str]) -> str:
    for word in words:
        line = CHOICE.sub(word.replace("\\", r"\\"), line, count=1)
    return line


def _pick(choice: list[str], number: int) -> str:
    return choice[number % len(choice)].strip()
