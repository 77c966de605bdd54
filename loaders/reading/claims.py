"""Claims from scored pairs: the best of each kind, with its words, stance and date."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.reading import confidence, head, judge, patterns, quotes, rivals, stance
from loaders.reading.dates import When
from loaders.reading.features import View
from loaders.reading.judge import Judged
from loaders.reading.mentions import Mention
from loaders.reading.names import organizations
from loaders.reading.repair import Repaired
from loaders.reading.sentences import Sentence
from ontology.claim import Claim, Modality
from ontology.document import Document
from ontology.relations import ends, relations

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
        stances: the encoder's log probabilities of its stance, if it was asked.
    """

    subject: Mention
    object: Mention
    relation: str
    score: float
    row: list[str]
    sentence: Sentence
    view: View
    stances: "NDArray[np.float32] | None" = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Who does what to whom; a symmetric relation in one order."""
        subject, obj = ends(self.subject.actor, self.relation, self.object.actor)
        return subject, self.relation, obj

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


def found_in(one: Judged) -> list[Found]:
    """Relations of a sentence's directed pairs that score at least ``LEAST`` and stand."""
    found = []
    classes = head.load("relation").classes
    place = one.sentence.sentence
    lines = zip(one.ends, one.rows, one.relations, one.stances, strict=True)
    for (subject, obj), row, line, stances in lines:
        admitted = fitting(subject.actor, obj.actor)
        for name, score in zip(classes, line, strict=True):
            if score >= LEAST and name in admitted:
                found.append(Found(subject, obj, name, float(score), row, place, one.view, stances))
    return rivals.standing(found, rivals.named(one.view.nodes))


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as found best: the score, the number of its sentence, and what speaks for it."""

    claim: Claim
    score: float
    place: int
    why: tuple[str, ...] = ()


def standing(told: Mapping[tuple[str, str, str], Told]) -> list[Told]:
    """A document's best claims of each kind, without those that are told the other way round."""
    kept = [one for key, one in told.items() if not _reversed(key, one, told)]
    return sorted(kept, key=lambda one: (one.place, -one.score))


def _reversed(
    key: tuple[str, str, str], one: Told, told: Mapping[tuple[str, str, str], Told]
) -> bool:
    """Whether the text says it more surely the other way round (measured: +.004 exact F1)."""
    subject, name, obj = key
    other = told.get((obj, name, subject))
    return other is not None and other is not one and other.score * REVERSE > one.score


def claim(one: Found, repaired: Repaired, text: str, document: Document, when: When) -> Claim:
    """The claim that a finding makes, with its words, stance and date."""
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
    known = weights.probabilities([row])
    if one.stances is not None:
        known = judge.mixed(known, one.stances[None, :], confidence.encoder_share())
    scores = dict(zip(weights.classes, known[0], strict=True))
    if scores["actual"] >= 0.5:
        return "actual"
    return "possible" if scores["possible"] >= scores["denied"] else "denied"
