"""Training rows of the reader: pairs of mentions with the relations that they stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotated import developed
from passages import passages

from loaders.reading import rivals
from loaders.reading.candidates import Pair, can_hold, pairs
from loaders.reading.examples import FOLDER, NONE, examples
from loaders.reading.features import both, view
from loaders.reading.gold import GoldClaim, GoldDocument
from loaders.reading.mentions import Mention
from loaders.reading.parse import parse
from loaders.reading.scan import Scan, Scanned, scan
from loaders.reading.stance import features as stance_features
from ontology.relations import relation

PARTLY = 0.35
OPTIONAL = 0.5
SEED, SEED_WEIGHT = "000", 4.0


@dataclass(slots=True)
class Row:
    """A directed pair.

    Args:
        source: name of the document, or the example line.
        subject, object: actor codes.
        features: what the head looks at.
        sentence, level, actors: of a document: which sentence, how the vaguer end is told, how
            many actors the sentence tells of.
        labels: relation -> weight.
        stances: (features, modality) of each label, for the stance head.
        unsure: relations told of the pair elsewhere in the document, neither right nor wrong here.
    """

    source: str
    subject: str
    object: str
    features: list[str]
    sentence: int = 0
    level: int = rivals.GIVEN
    actors: int = 2
    labels: dict[str, float] = field(default_factory=dict)
    stances: list[tuple[list[str], str]] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Sentence:
    """A sentence with its directed pairs: the two mentions of each, and its row.

    Args:
        before: the sentence before it, and the mentions made by name there.
    """

    source: str
    text: str
    mentions: list[Mention]
    before: tuple[str, list[Mention]] | None = None
    ends: list[tuple[Mention, Mention]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def example_sentences(folder: Path = FOLDER) -> Iterator[Sentence]:
    """The lexicon's sentences, each with the pair that its line is about."""
    made = list(examples(folder))
    for one, doc in zip(made, parse(e.text for e in made), strict=True):
        mentions = list(one.mentions)
        source = f"{one.relation}: {one.line}"
        seen = view(doc, mentions, [])
        sentence = Sentence(source, one.text, mentions)
        for pair in pairs(mentions):
            # What bystanders (C, D) do to each other a line does not say.
            if {pair.first.actor, pair.second.actor} != {one.subject, one.object}:
                continue
            for (a, b), features in _directions(pair, both(seen, pair)):
                row = Row(source, a.actor, b.actor, features)
                if one.relation != NONE and _same(a, b, one.subject, one.relation, one.object):
                    row.labels[one.relation] = 1.0
                    stance = stance_features(seen, a, b, one.relation)
                    row.stances.append((stance, one.modality))
                sentence.ends.append((a, b))
                sentence.rows.append(row)
        yield sentence


def weight(source: str) -> float:
    """What a gold document weighs: more if it is the seed article, all of which is to be read."""
    return SEED_WEIGHT if source.startswith(SEED) else 1.0


def rows_of(sentences: Iterable[Sentence]) -> list[Row]:
    """The rows of all sentences."""
    return [row for sentence in sentences for row in sentence.rows]


def passage_sentences() -> Iterator[Sentence]:
    """Sentences of our own annotated passages."""
    for document in passages():
        yield from document_sentences(document)


def gold_sentences() -> Iterator[Sentence]:
    """Sentences of the annotated documents outside the held-out third, where they are present."""
    for document in developed():
        yield from document_sentences(document)


def document_sentences(document: GoldDocument) -> Iterator[Sentence]:
    """The sentences of an annotated document that can hold a claim, with every pair."""
    given = document.given
    scanned = scan(given.text, given.document, given.start)
    every = scanned.sentences
    before = [None, *((one.sentence.text, one.own) for one in every[:-1])]
    readable = [
        (one, last) for one, last in zip(every, before, strict=True) if can_hold(one.mentions)
    ]
    spans = [(claim, _spans(given.text, claim.quote)) for claim in document.claims]
    parses = parse(one.sentence.text for one, _ in readable)
    for number, ((sentence, last), doc) in enumerate(zip(readable, parses, strict=True)):
        actors = rivals.named(sentence.mentions)
        seen = view(doc, sentence.mentions, scanned.focus)
        made = Sentence(document.name, sentence.sentence.text, sentence.mentions, last)
        for pair in pairs(sentence.mentions):
            for (a, b), features in _directions(pair, both(seen, pair)):
                level = rivals.level(a, b)
                row = Row(document.name, a.actor, b.actor, features, number, level, actors)
                for claim in _label(row, scanned, sentence, (a, b), spans):
                    stance = stance_features(seen, a, b, claim.relation)
                    row.stances.append((stance, claim.modality))
                made.ends.append((a, b))
                made.rows.append(row)
        yield made


def _label(
    row: Row,
    scanned: Scan,
    sentence: Scanned,
    ends: tuple[Mention, Mention],
    spans: Iterable[tuple[GoldClaim, list[tuple[int, int]]]],
) -> Iterator[GoldClaim]:
    base = sentence.sentence.start
    start, end = scanned.repaired.span(base, sentence.sentence.end)
    for claim, quotes in spans:
        if not _same(*ends, claim.subject, claim.relation, claim.object):
            continue
        here = [quote for quote in quotes if start < quote[1] and quote[0] < end]
        if not here:
            row.unsure.add(claim.relation)
            continue
        inside = any(_inside(scanned, base, ends, quote) for quote in here)
        weight = (OPTIONAL if claim.optional else 1.0) if inside else PARTLY
        row.labels[claim.relation] = max(weight, row.labels.get(claim.relation, 0.0))
        yield claim


def _inside(
    scanned: Scan, base: int, ends: tuple[Mention, Mention], quote: tuple[int, int]
) -> bool:
    for mention in ends:
        if mention.end == 0:
            continue
        start, end = scanned.repaired.span(base + mention.start, base + mention.end)
        if end < quote[0] or quote[1] < start:
            return False
    return True


def _directions(
    pair: Pair, rows: tuple[list[str], list[str]]
) -> Iterator[tuple[tuple[Mention, Mention], list[str]]]:
    yield (pair.first, pair.second), rows[0]
    yield (pair.second, pair.first), rows[1]


def _same(a: Mention, b: Mention, subject: str, name: str, obj: str) -> bool:
    if (a.actor, b.actor) == (subject, obj):
        return True
    return relation(name).symmetric and (b.actor, a.actor) == (subject, obj)


def _spans(text: str, quote: str) -> list[tuple[int, int]]:
    found = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found
