"""How right dates and stance are, apart from the head that finds relations.

    python benchmarks/reading_dates.py [--errors years|stance] [--of gold|plain|passages]

For the claims of annotated documents outside the held-out third whose two ends are found in the
sentence of their quote, the date and stance components alone are asked. Stance is cross-validated
by document.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from annotated import developed  # noqa: E402
from passages import passages  # noqa: E402
from reading_fit import Target, fit  # noqa: E402
from reading_rows import example_sentences, rows_of  # noqa: E402

from loaders.documents.text import Given, text_document  # noqa: E402
from loaders.reading import stance  # noqa: E402
from loaders.reading.candidates import can_hold, pairs  # noqa: E402
from loaders.reading.dates import When, when  # noqa: E402
from loaders.reading.features import View, view  # noqa: E402
from loaders.reading.gold import GoldClaim, GoldDocument  # noqa: E402
from loaders.reading.mentions import Mention  # noqa: E402
from loaders.reading.parse import parse  # noqa: E402
from loaders.reading.scan import Scan, Scanned, scan  # noqa: E402
from ontology.claim import Modality  # noqa: E402
from ontology.dates import partial  # noqa: E402
from ontology.relations import relation  # noqa: E402

PLAIN = ROOT / "tests/loaders/reading/data/plain.jsonl"
FOLDS = 5
EXAMPLE_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Item:
    """A gold claim where its two ends are found."""

    source: str
    claim: GoldClaim
    scanned: Scanned
    seen: View
    a: Mention
    b: Mention
    dating: When


def items(found: Iterable[GoldDocument]) -> Iterator[Item]:
    """The claims of documents whose ends are found in the sentence of the quote."""
    for document in found:
        given = document.given
        scanned = scan(given.text, given.document, given.start)
        dating = when(scanned.repaired.text, given.document.date)
        readable = [s for s in scanned.sentences if can_hold(s.mentions)]
        best: dict[int, tuple[int, Item]] = {}
        for sentence, doc in zip(readable, parse(s.sentence.text for s in readable), strict=True):
            seen = view(doc, sentence.mentions, scanned.focus)
            for number, claim in enumerate(document.claims):
                for rank, a, b in _ends(given.text, scanned, sentence, claim):
                    if number not in best or rank < best[number][0]:
                        item = Item(document.name, claim, sentence, seen, a, b, dating)
                        best[number] = rank, item
        yield from (item for _, item in best.values())


def _ends(
    text: str, scanned: Scan, sentence: Scanned, claim: GoldClaim
) -> Iterator[tuple[int, Mention, Mention]]:
    """Pairs that may be meant; how far they lie outside the quote."""
    base = sentence.sentence.start
    start, end = scanned.repaired.span(base, sentence.sentence.end)
    at = text.find(claim.quote)
    quote = (at, at + len(claim.quote))
    if claim.quote and not (start < quote[1] and quote[0] < end):
        return
    for pair in pairs(sentence.mentions):
        for a, b in ((pair.first, pair.second), (pair.second, pair.first)):
            turned = relation(claim.relation).symmetric and (b.actor, a.actor)
            if (claim.subject, claim.object) not in ((a.actor, b.actor), turned):
                continue
            outside = 0
            for mention in (a, b):
                place = scanned.repaired.span(base + mention.start, base + mention.end)
                within = mention.end and quote[0] <= place[0] and place[1] <= quote[1]
                outside += 0 if within or not claim.quote else 1
            yield outside, a, b


def plain() -> Iterator[GoldDocument]:
    """The sentences of our own; their claims have no quotes."""
    for number, line in enumerate(PLAIN.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        given = text_document(
            row["text"].encode(), f"plain-{number}", Given(date=partial(row["date"]))
        )
        claims = [
            GoldClaim(s, r, o, m, y, quote="", optional=False) for s, r, o, m, y in row["claims"]
        ]
        yield GoldDocument(f"plain-{number:03}", given, claims, held_out=False)


def year(item: Item) -> int | None:
    """The year that the dates component tells."""
    claim = item.claim
    at = item.scanned.sentence
    since, until = item.dating.span(item.seen, (item.a, item.b), claim.relation, claim.modality, at)
    found = since or until
    return found.year if found else None


def years(found: list[Item], *, errors: bool) -> None:
    """Print how many years are right, wrong, missing, told where the gold has none."""
    counts: Counter[str] = Counter()
    for item in found:
        said, gold = year(item), item.claim.year
        kind = "right" if said == gold else "missing" if said is None else "wrong"
        kind = ("none: " + ("right" if said is None else "told")) if gold is None else kind
        counts[kind] += 1
        if errors and kind in ("missing", "wrong", "none: told"):
            _show(item, f"{kind} {gold} said {said} of {item.dating.published}")
    dated = sum(counts[kind] for kind in ("right", "wrong", "missing"))
    shares = {kind: round(counts[kind] / dated, 3) for kind in ("right", "wrong", "missing")}
    print(f"years: {dict(counts)}, of {dated} dated {shares}")


def stances(found: list[Item], taught: list[tuple[list[str], str]], *, errors: bool) -> None:
    """Print how stance is told, cross-validated by document."""
    rows = [stance.features(i.seen, i.a, i.b, i.claim.relation) for i in found]
    names = sorted({item.source for item in found})
    said: dict[int, str] = {}
    for fold in range(FOLDS):
        apart = {name for place, name in enumerate(names) if place % FOLDS == fold}
        known = [place for place, item in enumerate(found) if item.source not in apart]
        data = [(rows[place], found[place].claim.modality, 1.0) for place in known]
        data += [(row, modality, EXAMPLE_WEIGHT) for row, modality in taught]
        targets: list[Target] = [
            (place, stance.CLASSES.index(cast(Modality, modality)), weight)
            for place, (_, modality, weight) in enumerate(data)
        ]
        weights = fit([row for row, _, _ in data], targets, stance.CLASSES, 0.3)
        left = [place for place in range(len(found)) if place not in set(known)]
        for place, line in zip(left, weights.probabilities([rows[p] for p in left]), strict=True):
            best = [n for n, s in zip(weights.classes, line, strict=True) if s >= 0.5]
            said[place] = best[0] if best else "actual"
    counts = Counter((found[place].claim.modality, told) for place, told in said.items())
    for place, told in said.items():
        if errors and told != found[place].claim.modality:
            _show(found[place], f"{found[place].claim.modality} said {told}")
    right = sum(number for (gold, told), number in counts.items() if gold == told)
    print(f"stance: {right / len(found):.4f} of {len(found)} right; {_f1(counts)}")
    print("  gold > told: " + ", ".join(f"{a} > {b} {n}" for (a, b), n in sorted(counts.items())))


def _f1(counts: Counter[tuple[str, str]]) -> str:
    shown = []
    for name in stance.CLASSES:
        hit = counts[name, name]
        both = sum(n * ((a == name) + (b == name)) for (a, b), n in counts.items())
        shown.append(f"{name} F1 {2 * hit / both if both else 0:.3f}")
    return ", ".join(shown)


def _show(item: Item, what: str) -> None:
    claim = item.claim
    print(f"{item.source} {claim.subject} {claim.relation} {claim.object}: {what}")
    print(f"    [{claim.quote}] in: {item.scanned.sentence.text}")


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", choices=("years", "stance"), help="show what is not right")
    arguments.add_argument("--of", default="gold", choices=("gold", "plain", "passages"))
    options = arguments.parse_args()
    taught = [stance for row in rows_of(example_sentences()) for stance in row.stances]
    gold = developed()
    groups = {"gold": gold, "plain": plain(), "passages": passages()}
    found = list(items(groups[options.of]))
    print(f"{options.of}: {len(found)} claims")
    years(found, errors=options.errors == "years")
    stances(found, taught, errors=options.errors == "stance")


if __name__ == "__main__":
    main()
