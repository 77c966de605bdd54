"""A user's lexicon: a file of lines that teach the reader, in plain English.

    # what our desk sees as sanctions
    sanctions: A slapped tariffs on B
    threatens: A vowed to {punish/crush} B | possible
    none: a ship of A sank off B

A relation or ``none``, a colon, and a sentence in the syntax of ``examples``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.examples import CHOICE, NONE, slots
from ontology.claim import MODALITIES, Modality
from ontology.errors import OntologyError, SourceError, reason
from ontology.relations import parse_relation


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a lexicon.

    Args:
        relation: what A does to B; ``none`` for nothing at all.
        words: the sentence, with A, B and alternatives.
        modality: how the sentence is told.
        place: the file and the number of the line, for messages.
    """

    relation: str
    words: str
    modality: Modality = "actual"
    place: str = ""

    def __str__(self) -> str:
        """The line as a file has it."""
        tag = "" if self.modality == "actual" else f" | {self.modality}"
        return f"{self.relation}: {self.words}{tag}"

    def same(self, other: "Line") -> bool:
        """Whether both say the same, wherever they stand."""
        return str(self) == str(other)


def line(text: str, place: str = "") -> Line:
    """The line that a text is.

    Raises:
        SourceError: it is none; the message says what to write.
    """
    head, colon, rest = text.partition(":")
    if not colon:
        raise _bad(place, f"{_short(text)} has no relation; write `sanctions: A punished B`")
    words, bar, tag = rest.partition("|")
    return taught(head, words, tag.strip() if bar else "actual", place)


def taught(relation: str, words: str, modality: str = "actual", place: str = "") -> Line:
    """A line from its parts.

    Raises:
        SourceError: the relation or the modality is unknown, A or B is missing, or braces are.
    """
    words = " ".join(words.split())
    name = _relation(relation, place)
    problem = _problem(words)
    if problem:
        raise _bad(place, problem)
    for known in MODALITIES:
        if modality == known and (known == "actual" or name != NONE):
            return Line(name, words, known, place)
    if name == NONE:
        raise _bad(place, "a line of `none` is neither possible nor denied; end it before the |")
    raise _bad(place, f"{modality!r} is no modality; end the line in `| possible` or `| denied`")


def lines(file: str | Path) -> tuple[list[Line], list[str]]:
    """The good lines of a file, each once, and what is wrong with the others, a line each.

    Raises:
        SourceError: the file can't be read, or is no UTF-8 text.
    """
    good: dict[str, Line] = {}
    problems = []
    for number, text in enumerate(_text(file).split("\n"), 1):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        try:
            found = line(text, f"{file}:{number}")
            good.setdefault(str(found), found)
        except SourceError as error:
            problems.append(str(error))
    return list(good.values()), problems


def appended(data: bytes, new: Iterable[Line]) -> bytes:
    """A lexicon's bytes with lines at its end; what was there stays as it is."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    if data and not data.endswith(b"\n"):
        data += end
    return data + b"".join(str(each).encode() + end for each in new)


def _text(file: str | Path) -> str:
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SourceError(f"lexicon {file}: {reason(error)}") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"lexicon {file}: no UTF-8 at byte {error.start}; save it so") from None


def _relation(text: str, place: str) -> str:
    if text.strip() == NONE:
        return NONE
    try:
        return parse_relation(text.strip()).name
    except OntologyError as error:
        raise _bad(place, str(error)) from None


def _problem(words: str) -> str | None:
    """What is wrong with a sentence, and how to mend it."""
    plain = CHOICE.sub("", words)
    if "{" in plain or "}" in plain:
        return f"braces of {_short(words)} don't match; write alternatives as {{hit/struck}}"
    if "|" in words:
        return "there is more than one |; end the line in `| possible` or `| denied`"
    if not words.isprintable():
        return f"{_short(words)} holds a character that can't be printed; write it anew"
    for slot in "AB":
        choices = CHOICE.findall(words)
        always = slot in slots(plain)
        if not always and not any(_each_has(slot, choice) for choice in choices):
            return f"{_short(words)} doesn't always name {slot}; write who acts as A, on whom as B"
    return None


def _each_has(slot: str, choice: str) -> bool:
    return all(slot in slots(each) for each in choice.split("/"))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _bad(place: str, problem: str) -> SourceError:
    return SourceError(f"{place}: {problem}" if place else problem)
