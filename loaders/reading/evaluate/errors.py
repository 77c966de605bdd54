"""What the reader missed and what it got wrong, sorted by kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from loaders.reading.evaluate.places import Places, absent
from loaders.reading.evaluate.scores import Row, key
from loaders.reading.evaluate.taken import Taken, row_of
from ontology.claim import Claim

Side = Literal["missed", "wrong"]
KINDS: Mapping[tuple[Side, str], str] = MappingProxyType(
    {
        ("missed", "stance"): "the claim is read with another stance",
        ("missed", "direction"): "the relation is read the other way round",
        ("missed", "actor"): "the quote's sentence is not seen to hold both actors",
        ("missed", "relation"): "another relation, a wrong one, is read of the pair",
        ("missed", "faint"): "both actors are seen, no claim of them is sure enough",
        ("wrong", "stance"): "the gold has the claim with another stance",
        ("wrong", "direction"): "the gold has it the other way round",
        ("wrong", "relation"): "the gold has another relation of the pair, which is missed",
        ("wrong", "surplus"): "what the gold has of the pair is read; this is too much",
        ("wrong", "none"): "the gold has no claim of the pair",
    }
)
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that stands where another was expected.

    Args:
        row: subject, relation, object, modality.
        confidence: None for a claim of the gold.
    """

    row: Row
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Error:
    """A claim that was missed, or one that is wrong.

    Args:
        document: name of the annotated document.
        side, kind: a key of ``KINDS``.
        row: the claim: subject, relation, object, modality.
        confidence: of a wrong claim; of a missed one, that with which it was read too faintly, or
            None if it was not read.
        instead: of a missed claim, what was read of the pair, be it too faintly; of a wrong one,
            what the gold has in its place.
        absent: the actors not found in the quote's sentence.
        quote, sentence: the words that carry it, and the sentence around them.
    """

    document: str
    side: Side
    kind: str
    row: Row
    confidence: float | None
    instead: tuple[Told, ...]
    absent: tuple[str, ...]
    quote: str
    sentence: str


def errors(taken: Taken, least: float) -> list[Error]:
    """The errors of a document, missed claims first.

    A claim with the wrong stance, direction or relation is told twice: as wrong, and as the claim
    that was missed for it. Optional claims of the gold are never missed.

    Args:
        taken: the document and what was read, down to faint claims.
        least: the confidence from which on a claim counts as read.

    Raises:
        ValueError: the document is held out: its sentences are not to be seen, so that nobody
            writes examples or rules after them.
    """
    if taken.document.held_out:
        raise ValueError(f"{taken.document.name} is held out: its errors are not shown")
    return [*_missed(taken, least), *_wrong(taken, least)]


def _missed(taken: Taken, least: float) -> Iterator[Error]:
    gold = {key(row_of(claim), "exact") for claim in taken.document.claims}
    said = [claim for claim in taken.claims if claim.confidence >= least]
    read = {key(row_of(claim), "exact+modality") for claim in said}
    places = None
    for claim in taken.document.claims:
        row = row_of(claim)
        if claim.optional or key(row, "exact+modality") in read:
            continue
        places = places or Places(taken.document)
        sentences = places.of(claim.quote)
        lacking = absent(sentences, claim.subject, claim.object)
        kind, instead = _astray(row, said, gold)
        if kind in ("relation", "") and lacking:
            kind = "actor"
        kind = kind or "faint"
        instead = instead or [each for each in taken.claims if each.confidence < least]
        yield Error(
            taken.document.name, "missed", kind, row, _faint(row, taken.claims),
            _told(row, instead), lacking if kind == "actor" else (), claim.quote,
            places.shown(sentences) or claim.quote,
        )  # fmt: skip


def _astray(row: Row, said: list[Claim], gold: set[tuple[str, ...]]) -> tuple[str, list[Claim]]:
    """Why claims that were read are not the one meant, and which they are; "" if none is near."""
    same = [each for each in said if key(row_of(each), "exact") == key(row, "exact")]
    if same:
        return "stance", same
    wrong = [each for each in said if key(row_of(each), "exact") not in gold]
    turned = [each for each in wrong if key(row_of(each), "exact") == _turned(row)]
    if turned:
        return "direction", turned
    beside = [each for each in wrong if key(row_of(each), "pair") == key(row, "pair")]
    return ("relation", beside) if beside else ("", [])


def _wrong(taken: Taken, least: float) -> Iterator[Error]:
    gold = taken.document.claims
    allowed = {key(row_of(claim), "exact+modality") for claim in gold}
    pairs: dict[tuple[str, ...], list[Row]] = {}
    for each in map(row_of, gold):
        pairs.setdefault(key(each, "pair"), []).append(each)
    said = [claim for claim in taken.claims if claim.confidence >= least]
    read = {key(row_of(claim), "exact") for claim in said}
    for claim in said:
        row = row_of(claim)
        if key(row, "exact+modality") in allowed:
            continue
        kind, instead = _meant(row, pairs.get(key(row, "pair"), []), read)
        yield Error(
            taken.document.name, "wrong", kind, row, claim.confidence,
            tuple(map(Told, instead)), (), claim.quote, " ".join(claim.sentence.split()),
        )  # fmt: skip


def _meant(row: Row, pair: list[Row], read: set[tuple[str, ...]]) -> tuple[str, list[Row]]:
    """Why a claim is wrong, and what the gold has of the pair in its place."""
    if not pair:
        return "none", []
    same = [each for each in pair if key(each, "exact") == key(row, "exact")]
    if same:
        return "stance", same
    turned = [each for each in pair if key(each, "exact") == _turned(row)]
    if turned:
        return "direction", turned
    missed = [each for each in pair if key(each, "exact") not in read]
    return ("relation", missed) if missed else ("surplus", pair)


def _turned(row: Row) -> tuple[str, ...]:
    subject, name, obj, modality = row
    return key((obj, name, subject, modality), "exact")


def _faint(row: Row, claims: Sequence[Claim]) -> float | None:
    """The confidence with which the very claim was read."""
    wanted = key(row, "exact+modality")
    found = [each.confidence for each in claims if key(row_of(each), "exact+modality") == wanted]
    return max(found, default=None)


def _told(row: Row, claims: list[Claim]) -> tuple[Told, ...]:
    """The surest of the claims that are of the same pair."""
    pair = key(row, "pair")
    same = [each for each in claims if key(row_of(each), "pair") == pair]
    same.sort(key=lambda each: -each.confidence)
    return tuple(Told(row_of(each), each.confidence) for each in same[:_SHOWN])
