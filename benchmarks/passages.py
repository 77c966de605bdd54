"""Annotated passages of our own: short texts in the styles of the field, with all their claims.

A file of ``benchmarks/passages`` holds passages such as

    @ 2019-03-12
    Russia summoned the Estonian ambassador on Tuesday, a day after Tallinn expelled two of its
    diplomats and said more might follow.
    = RUS protestsTo EST 2019: summoned the Estonian ambassador
    = EST reducesRelationsWith RUS 2019: expelled two of its diplomats
    = EST reducesRelationsWith RUS possible: more might follow

``@`` gives the date of the text, ``=`` a claim: subject, relation, object, then ``possible`` or
``denied`` if it is no fact, the year if it is told, and the words that say so. A passage without
``=`` carries no claim. To check the files:

    python -m benchmarks.passages benchmarks/passages/*.txt
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from loaders.documents.text import Given, text_document
from loaders.reading.gold import GoldClaim, GoldDocument
from ontology.dates import PartialDate
from ontology.gazetteer import actors
from ontology.relations import relations

FOLDER = Path(__file__).parent / "passages"
_CLAIM = re.compile(
    r"= (?P<s>\w+) (?P<r>\w+) (?P<o>\w+)(?: (?P<m>possible|denied))?(?: (?P<y>\d{4}))?: (?P<q>.+)"
)


def passages(folder: Path = FOLDER) -> Iterator[GoldDocument]:
    """The passages of a folder, named by file and number; none is held out."""
    for file in sorted(folder.glob("*.txt")):
        for number, block in enumerate(_blocks(file.read_text(encoding="utf-8")), start=1):
            yield _passage(f"{file.stem}-{number:03}", block)


def _blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"(?m)^@ ", text)[1:]]


def _passage(name: str, block: str) -> GoldDocument:
    date, _, rest = block.partition("\n")
    lines = rest.splitlines()
    text = "\n".join(line for line in lines if not line.startswith("= ")).strip() + "\n"
    made = [_claim(line) for line in lines if line.startswith("= ")]
    given = text_document(text.encode(), name, Given(date=PartialDate(date.strip())))
    return GoldDocument(name, given, made, held_out=False)


def _claim(line: str) -> GoldClaim:
    found = _CLAIM.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"not '= SUBJECT relation OBJECT [possible|denied] [YEAR]: words': {line}")
    year = int(found["y"]) if found["y"] else None
    return GoldClaim(
        found["s"], found["r"], found["o"], found["m"] or "actual", year, found["q"], optional=False
    )


def faults(file: Path) -> Iterator[str]:
    """What is wrong in a file, a line each."""
    for number, block in enumerate(_blocks(file.read_text(encoding="utf-8")), start=1):
        where = f"{file.name}: passage {number}"
        try:
            passage = _passage(where, block)
        except ValueError as error:
            yield f"{where}: {error}"
            continue
        seen = set()
        for claim in passage.claims:
            yield from (f"{where}: {fault}" for fault in _wrong(claim, passage.given.text))
            key = (claim.subject, claim.relation, claim.object, claim.modality)
            if key in seen:
                yield f"{where}: {key} stands twice"
            seen.add(key)


def _wrong(claim: GoldClaim, text: str) -> Iterator[str]:
    known = actors()
    ends = [known.get(code) for code in (claim.subject, claim.object)]
    for code, actor in zip((claim.subject, claim.object), ends, strict=True):
        if actor is None:
            yield f"no actor {code}"
    if claim.subject == claim.object:
        yield f"{claim.subject} on itself"
    if claim.relation not in relations():
        yield f"no relation {claim.relation}"
    if claim.quote not in text:
        yield f"words not in the text: {claim.quote}"


def main(files: list[str]) -> int:
    """Check the files; print what is wrong and how many claims each relation has."""
    count: Counter[str] = Counter()
    number = bare = bad = 0
    for file in map(Path, files):
        for fault in faults(file):
            print(fault)
            bad += 1
        for block in _blocks(file.read_text(encoding="utf-8")):
            number += 1
            told = re.findall(r"(?m)^= \w+ (\w+)", block)
            bare += not told
            count.update(told)
    print(f"{number} passages, {bare} without a claim, {sum(count.values())} claims, {bad} faults")
    print(", ".join(f"{name} {times}" for name, times in count.most_common()))
    return bad > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
