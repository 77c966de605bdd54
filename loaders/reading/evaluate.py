"""How right the reader is, on annotated documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loaders.reading.gold import GoldDocument, documents
from ontology.claim import Claim
from ontology.relations import relation, relations

LEVELS = ("pair", "quad", "plover", "exact", "exact+modality")
SEED = "000"
Row = tuple[str, str, str, str]
Reader = Callable[[GoldDocument], list[Claim]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in [0, 1], with the numbers of claims they rest on."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of a reader.

    Args:
        overall, held_out, developed, seed: level -> score, over all documents, the held-out
            third, the rest, and the seed document (empty if it is not there).
        by_relation: relation -> exact score over the held-out third.
        documents: number of documents.
        years: of the claims that are right and dated in the gold, the shares whose year is
            right and wrong (the rest is undated).
    """

    overall: Mapping[str, Score]
    held_out: Mapping[str, Score]
    developed: Mapping[str, Score]
    seed: Mapping[str, Score]
    by_relation: Mapping[str, Score]
    documents: int
    years: tuple[float, float] = field(default=(0.0, 0.0))


def evaluate(
    claims: Path, texts: Path, *, min_confidence: float | None = None, reader: Reader | None = None
) -> Evaluation:
    """Read annotated documents and compare.

    Args:
        claims, texts: folders with the annotations (``*.json``) and the texts (``*.txt``).
        min_confidence: leave out claims below; None for the reader's default.
        reader: what reads a document; None for ``loaders.reading.read``.

    Raises:
        SourceError: a folder is missing or empty, or a text is.
    """
    read = reader or _reader(min_confidence)
    taken = [(document, read(document)) for document in documents(claims, texts)]
    held = [pair for pair in taken if pair[0].held_out]
    kept = [pair for pair in taken if not pair[0].held_out]
    seed = [pair for pair in taken if pair[0].name.startswith(SEED)]
    return Evaluation(
        overall=score(map(_rows, taken)),
        held_out=score(map(_rows, held)),
        developed=score(map(_rows, kept)),
        seed=score(map(_rows, seed)) if seed else {},
        by_relation={name: score(map(_rows, held), name)["exact"] for name in relations()},
        documents=len(taken),
        years=_years(taken),
    )


Rows = tuple[list[tuple[Row, bool]], list[Row]]


def score(taken: Iterable[Rows], only: str | None = None) -> dict[str, Score]:
    """Scores by level, micro-averaged over documents.

    Args:
        taken: for each document its gold (subject, relation, object, modality) with whether it is
            optional, and what was predicted.
        only: count this relation alone.
    """
    counts = {level: [0, 0, 0, 0] for level in LEVELS}
    for gold, predicted in taken:
        gold = [(row, optional) for row, optional in gold if only in (None, row[1])]
        predicted = [row for row in predicted if only in (None, row[1])]
        for level in LEVELS:
            core = {_key(row, level) for row, optional in gold if not optional}
            allowed = {_key(row, level) for row, _ in gold}
            said = {_key(row, level) for row in predicted}
            sums = (len(core & said), len(said & allowed), len(core), len(said))
            counts[level] = [a + b for a, b in zip(counts[level], sums, strict=True)]
    return {level: _score(*numbers) for level, numbers in counts.items()}


def _score(hit: int, right: int, gold: int, predicted: int) -> Score:
    precision = right / predicted if predicted else 0.0
    recall = hit / gold if gold else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0, gold, predicted)


def _key(row: Row, level: str) -> tuple[str, ...]:
    subject, name, obj, modality = row
    pair = (min(subject, obj), max(subject, obj))
    about = relation(name)
    ends = pair if about.symmetric else (subject, obj)
    return {
        "pair": pair,
        "quad": (*pair, about.quad),
        "plover": (*pair, about.plover),
        "exact": (*ends, name),
        "exact+modality": (*ends, name, modality),
    }[level]


def _rows(taken: tuple[GoldDocument, list[Claim]]) -> Rows:
    document, claims = taken
    gold = [((c.subject, c.relation, c.object, c.modality), c.optional) for c in document.claims]
    return gold, [(c.subject, c.relation, c.object, c.modality) for c in claims]


def _years(taken: Iterable[tuple[GoldDocument, list[Claim]]]) -> tuple[float, float]:
    right = wrong = total = 0
    for document, claims in taken:
        read = {_exact(c.subject, c.relation, c.object): c.year for c in claims}
        for gold in document.claims:
            key = _exact(gold.subject, gold.relation, gold.object)
            if gold.year and key in read:
                total += 1
                right += read[key] == gold.year
                wrong += read[key] not in (None, gold.year)
    return (right / total, wrong / total) if total else (0.0, 0.0)


def _exact(subject: str, name: str, obj: str) -> tuple[str, ...]:
    return _key((subject, name, obj, "actual"), "exact")


def _reader(min_confidence: float | None) -> Reader:
    from loaders.reading import read

    def reader(document: GoldDocument) -> list[Claim]:
        given = document.given
        return read(
            given.text, given.document, start=given.start, min_confidence=min_confidence
        ).claims

    return reader
