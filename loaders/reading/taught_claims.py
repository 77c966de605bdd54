"""Claims that a user's lines found or forbid, put among those of the head."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.reading.claims import REVERSE, Found, Told, fitting
from loaders.reading.examples import NONE
from loaders.reading.features import View
from loaders.reading.mentions import Mention
from loaders.reading.sentences import Sentence
from loaders.reading.taught_patterns import Lexicon, Match
from ontology.claim import Claim
from ontology.relations import relation

Ends = tuple[Mention, Mention]
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Taught:
    """A relation that a line of the user's found; ``found`` has the head's own score."""

    found: Found
    match: Match

    @property
    def rank(self) -> tuple[float, float]:
        """Of two lines that tell the same the better one has the higher rank."""
        return self.match.confidence, self.found.score

    def put(self, claim: Claim) -> Claim:
        """The claim as the line makes it: surer, with the line, told as the line is."""
        line = self.match.pattern.line
        as_told = line.modality if line.modality != "actual" and self.match.told else claim.modality
        sure = max(claim.confidence, self.match.confidence)
        return replace(claim, confidence=sure, note=str(line), modality=as_told)


def taught_in(
    lexicon: Lexicon,
    seen: View,
    sentence: Sentence,
    rows: Iterable[tuple[Ends, list[str]]],
    found: Sequence[Found],
) -> tuple[list[Found], list[Taught]]:
    """What the head found in a sentence and no line forbids, and what the lines find.

    Args:
        lexicon: the lines.
        seen, sentence: where.
        rows: the pairs of mentions, with the features they are seen by.
        found: what the head found.
    """
    scores = {(one.subject, one.object, one.relation): one.score for one in found}
    lined: list[Taught] = []
    silent: set[Ends] = set()
    for pair, row in rows:
        matches = list(lexicon.matches(seen, *pair))
        nothing = _words(m for m in matches if m.pattern.line.relation == NONE and m.whole)
        silent |= {pair, pair[::-1]} if nothing else set()
        for match in matches:
            name = match.pattern.line.relation
            if name == NONE or name not in fitting(pair[0].actor, pair[1].actor):
                continue
            # Of a line that tells a relation and one of `none`, the one that says more holds.
            if not nothing or (match.whole and _words([match]) > nothing):
                score = scores.get((*pair, name), 0.0)
                lined.append(Taught(Found(*pair, name, score, row, sentence, seen), match))
    turned = {(t.found.object, t.found.subject, t.found.relation) for t in lined if t.match.whole}
    kept = [
        one
        for one in _unforbidden(found, silent)
        if (one.subject, one.object, one.relation) not in turned or _symmetric(one.relation)
    ]
    return kept, lined


def _unforbidden(found: Sequence[Found], silent: set[Ends]) -> list[Found]:
    """What does not rest on a way that tells nothing.

    Another mention of the same actor ("met in Rome") often carries the same reading; it goes too,
    unless the head is much surer of it there.
    """
    most: dict[Key, float] = {}
    for one in found:
        if (one.subject, one.object) in silent:
            most[one.key] = max(one.score, most.get(one.key, 0.0))
    return [
        one
        for one in found
        if (one.subject, one.object) not in silent and one.score * REVERSE > most.get(one.key, 0.0)
    ]


def merged(
    told: Iterable[Told], lined: Mapping[Key, tuple[Told, str]], least: float
) -> tuple[list[Told], dict[str, str]]:
    """The claims with those of the lines, in the order of the text, and how each of these came.

    Args:
        told: the head's.
        lined: those of the lines, each with how its line matches.
        least: claims below this confidence are left out.
    """
    if not lined:
        return list(told), {}
    new = {key: pair for key, pair in lined.items() if pair[0].claim.confidence >= least}
    claims = {key: one.claim for key, (one, _) in new.items()}
    kept = [one for one in told if _key(one.claim) not in new and not _reversed(one.claim, claims)]
    every = [*kept, *(one for one, _ in new.values())]
    every.sort(key=lambda one: one.claim.start or 0)
    return every, {one.claim.id: how for one, how in new.values()}


def _words(matches: Iterable[Match]) -> int:
    """How many words the longest of the lines has."""
    sizes = (len(m.pattern.way.words) + len(m.pattern.needed) for m in matches)
    return max(sizes, default=0)


def _key(claim: Claim) -> Key:
    return claim.subject, claim.relation, claim.object


def _reversed(claim: Claim, new: dict[Key, Claim]) -> bool:
    """Whether a line tells it the other way round, more surely."""
    other = new.get((claim.object, claim.relation, claim.subject))
    if other is None or _symmetric(claim.relation):
        return False
    return other.confidence * REVERSE > claim.confidence


def _symmetric(name: str) -> bool:
    return relation(name).symmetric
