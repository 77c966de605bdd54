"""The reader's steps in order: scan, parse, pairs, head, claims."""

from collections import Counter
from collections.abc import Iterator

from loaders.reading import head
from loaders.reading.candidates import can_hold, pairs
from loaders.reading.claims import Found, claims, found_in
from loaders.reading.dates import when
from loaders.reading.features import both, view
from loaders.reading.mentions import Mention
from loaders.reading.parse import parse
from loaders.reading.scan import Scan, Scanned, scan
from ontology.claim import Claim
from ontology.document import Document


def run(
    text: str, document: Document, start: int, least: float
) -> tuple[list[Claim], Counter[str], int]:
    """Claims of a text, reasons for which sentences were passed over, number of sentences."""
    scanned = scan(text, document, start)
    skipped: Counter[str] = Counter()
    readable = []
    for sentence in scanned.sentences:
        reason = _passed_over(sentence)
        if reason:
            skipped[reason] += 1
        else:
            readable.append(sentence)
    found = [one for some in _seen(readable, scanned) for one in some]
    dating = when(scanned.repaired.text, document.date)
    made = claims(found, scanned.repaired, text, document, dating, least)
    return made, skipped, len(scanned.sentences)


def _passed_over(sentence: Scanned) -> str | None:
    if not sentence.mentions:
        return "no actor"
    return None if can_hold(sentence.mentions) else "one actor"


def _seen(readable: list[Scanned], scanned: Scan) -> Iterator[list[Found]]:
    weights = head.load("relation")
    parses = parse(sentence.sentence.text for sentence in readable)
    for sentence, doc in zip(readable, parses, strict=True):
        seen = view(doc, sentence.mentions, scanned.focus)
        ends: list[tuple[Mention, Mention]] = []
        rows: list[list[str]] = []
        for pair in pairs(sentence.mentions):
            rows += both(seen, pair)
            ends += [(pair.first, pair.second), (pair.second, pair.first)]
        if rows:
            scores = weights.probabilities(rows)
            yield found_in(seen, sentence.sentence, ends, rows, scores, weights.classes)
