"""The reader's steps in order: scan, parse, pairs, head and the user's lines, claims."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.reading import head
from loaders.reading.candidates import can_hold, pairs
from loaders.reading.claims import Found, claims, found_in
from loaders.reading.dates import when
from loaders.reading.features import both, view
from loaders.reading.mentions import Mention
from loaders.reading.parse import parse
from loaders.reading.reasons import readable
from loaders.reading.scan import Scan, Scanned, scan
from loaders.reading.taught_claims import Taught, merged, taught_in
from loaders.reading.taught_patterns import Lexicon
from ontology.claim import Claim
from ontology.document import Document


@dataclass(frozen=True, slots=True)
class Run:
    """What the steps made of a text.

    Args:
        claims: in the order of the text.
        skipped: reason -> number of sentences that were passed over.
        sentences: number of all sentences.
        taught: id of a claim that a user's line made -> how it matches.
        why: id of a claim -> what speaks for it; empty unless asked for.
    """

    claims: list[Claim]
    skipped: Counter[str]
    sentences: int
    taught: dict[str, str] = field(default_factory=dict)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)


def run(
    text: str,
    document: Document,
    start: int,
    least: float,
    lexicon: Lexicon | None = None,
    *,
    explain: bool = False,
) -> Run:
    """Read a text; see ``loaders.reading.read``."""
    scanned = scan(text, document, start)
    skipped: Counter[str] = Counter()
    readable_ones = []
    for sentence in scanned.sentences:
        reason = _passed_over(sentence)
        if reason:
            skipped[reason] += 1
        else:
            readable_ones.append(sentence)
    found: list[Found] = []
    taught: list[Taught] = []
    for some, lined in _seen(readable_ones, scanned, lexicon):
        found += some
        taught += lined
    dating = when(scanned.repaired.text, document.date)

    def made(some: list[Found], least: float) -> list[Claim]:
        return claims(some, scanned.repaired, text, document, dating, least)

    read = made(found, least)
    how: dict[str, str] = {}
    if lexicon:
        read, how = merged(read, taught, lambda one: made([one], 0.0)[0], least)
    why = _why(read, [*found, *(one.found for one in taught)]) if explain else {}
    return Run(read, skipped, len(scanned.sentences), how, why)


def _passed_over(sentence: Scanned) -> str | None:
    if not sentence.mentions:
        return "no actor"
    return None if can_hold(sentence.mentions) else "one actor"


def _seen(
    sentences: list[Scanned], scanned: Scan, lexicon: Lexicon | None
) -> Iterator[tuple[list[Found], list[Taught]]]:
    """What each sentence says, by the head and by the user's lines."""
    weights = head.load("relation")
    parses = parse(sentence.sentence.text for sentence in sentences)
    for sentence, doc in zip(sentences, parses, strict=True):
        seen = view(doc, sentence.mentions, scanned.focus)
        ends: list[tuple[Mention, Mention]] = []
        rows: list[list[str]] = []
        for pair in pairs(sentence.mentions):
            rows += both(seen, pair)
            ends += [(pair.first, pair.second), (pair.second, pair.first)]
        if not rows:
            continue
        scores = weights.probabilities(rows)
        place = sentence.sentence
        found = found_in(seen, place, ends, rows, scores, weights.classes)
        if lexicon is None:
            yield found, []
        else:
            yield taught_in(lexicon, seen, place, zip(ends, rows, strict=True), found)


def _why(made: Iterable[Claim], found: Iterable[Found]) -> dict[str, tuple[str, ...]]:
    """What speaks for each claim: the head's main reasons, where it is seen best."""
    best: dict[tuple[str, str, str], Found] = {}
    for one in found:
        if one.key not in best or one.score > best[one.key].score:
            best[one.key] = one
    weights = head.load("relation")
    why = {}
    for claim in made:
        one = best[(claim.subject, claim.relation, claim.object)]
        why[claim.id] = readable(weights.reasons(one.row, one.relation))
    return why
