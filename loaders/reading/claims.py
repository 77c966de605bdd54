"""Claims from scored pairs: the best of each kind, with its words, stance and date."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.reading import confidence, head, patterns, quotes, rivals, stance
from loaders.reading.dates import When
from loaders.reading.features import View
from loaders.reading.mentions import Mention
from loaders.reading.names import organizations
from loaders.reading.repair import Repaired
from loaders.reading.sentences import Sentence
from ontology.claim import Claim, Modality
from ontology.document import Document
from ontology.relations import relation, relations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 0.05
REVERSE = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """A relation seen between two mentions.

    Args:
        subject, object: the mentions, in the direction of the relation.
        relation: its name.
        score: the head's probability.
        row: the features it was seen by.
        sentence, view: where.
    """

    subject: Mention
    object: Mention
    relation: str
    score: float
    row: list[str]
    sentence: Sentence
    view: View

    @property
    def key(self) -> tuple[str, str, str]:
        """Who does what to whom; a symmetric relation in one order."""
        ends = (self.subject.actor, self.object.actor)
        if relation(self.relation).symmetric:
            ends = (min(ends), max(ends))
        return ends[0], self.relation, ends[1]

    @property
    def level(self) -> int:
        """How its vaguer end is told, see ``rivals``."""
        return rivals.level(self.subject, self.object)


@cache
def fitting(subject: str, obj: str) -> frozenset[str]:
    """Relations whose domain and range admit the two actors."""
    kinds = ["Organization" if actor in organizations() else "State" for actor in (subject, obj)]
    return frozenset(
        name
        for name, found in relations().items()
        if found.domain in ("Actor", kinds[0]) and found.range in ("Actor", kinds[1])
    )


def found_in(
    view: View,
    sentence: Sentence,
    ends: list[tuple[Mention, Mention]],
    rows: list[list[str]],
    scores: "NDArray[np.float32]",
    classes: tuple[str, ...],
) -> list[Found]:
    """Relations of a sentence's directed pairs that score at least ``LEAST`` and stand."""
    found = []
    for (subject, obj), row, line in zip(ends, rows, scores, strict=True):
        admitted = fitting(subject.actor, obj.actor)
        for name, score in zip(classes, line, strict=True):
            if score >= LEAST and name in admitted:
                found.append(Found(subject, obj, name, float(score), row, sentence, view))
    return rivals.standing(found, rivals.named(view.nodes))


def claims(
    found: list[Found], repaired: Repaired, text: str, document: Document, when: When, least: float
) -> list[Claim]:
    """The claims of a document: for each actor pair, relation and stance the best one."""
    best: dict[tuple[str, str, str], Found] = {}
    for one in found:
        if one.key not in best or one.score > best[one.key].score:
            best[one.key] = one
    kept = [
        one
        for one in best.values()
        if confidence.calibrated(one.score) >= least and not _reversed(one, best)
    ]
    kept.sort(key=lambda one: (one.sentence.index, -one.score))
    return [_claim(one, repaired, text, document, when) for one in kept]


def _reversed(one: Found, best: dict[tuple[str, str, str], Found]) -> bool:
    """Whether the text says it more surely the other way round (measured: +.004 exact F1)."""
    subject, name, obj = one.key
    other = best.get((obj, name, subject))
    return other is not None and other is not one and other.score * REVERSE > one.score


def _claim(one: Found, repaired: Repaired, text: str, document: Document, when: When) -> Claim:
    first, last = quotes.quote(one.view, one.subject, one.object)
    base = one.sentence.start
    start, end = repaired.span(base + first, base + last)
    outer = repaired.span(base, one.sentence.end)
    modality = _stance(one)
    subject, name, obj = one.key
    since, until = when.span(one.view, (one.subject, one.object), name, modality, one.sentence)
    return Claim(
        subject=subject,
        relation=name,
        object=obj,
        document=document.id,
        modality=modality,
        since=since,
        until=until,
        quote=text[start:end],
        start=start,
        end=end,
        prefix=text[outer[0] : start],
        suffix=text[end : outer[1]],
        speaker=quotes.speaker(one.view, one.subject, one.object),
        confidence=confidence.calibrated(one.score),
        extractor=str(confidence.settings()["extractor"]),
        note=patterns.example(head.load("relation").reasons(one.row, name), name),
    )


def _stance(one: Found) -> Modality:
    sure = stance.sure(one.view, one.subject, one.object, one.relation)
    if sure:
        return sure
    row = stance.features(one.view, one.subject, one.object, one.relation)
    weights = head.load("stance")
    scores = dict(zip(weights.classes, weights.probabilities([row])[0], strict=True))
    if scores["actual"] >= 0.5:
        return "actual"
    return "possible" if scores["possible"] >= scores["denied"] else "denied"
