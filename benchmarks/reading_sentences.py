"""How the reader does on sentences of our own: plain ones with a claim, neutral ones without.

python benchmarks/reading_sentences.py
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from loaders.reading import read  # noqa: E402
from loaders.reading.evaluate import Rows, score  # noqa: E402
from ontology.dates import partial  # noqa: E402
from ontology.document import Document  # noqa: E402

DATA = ROOT / "tests" / "loaders" / "reading" / "data"


def main() -> None:
    """Print scores of the plain sentences and the share of neutral ones that fire."""
    taken: list[Rows] = []
    for line in (DATA / "plain.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = read(row["text"], Document("plain", date=partial(row.get("date")))).claims
        gold = [((c[0], c[1], c[2], c[3]), False) for c in row["claims"]]
        taken.append((gold, [(c.subject, c.relation, c.object, c.modality) for c in made]))
    for level, value in score(taken).items():
        print(f"{level:15} P {value.precision:.3f} R {value.recall:.3f} F1 {value.f1:.3f}")
    neutral = [
        line
        for line in (DATA / "neutral.txt").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    fired = sum(bool(read(line, Document("neutral")).claims) for line in neutral)
    print(f"neutral: {fired} of {len(neutral)} sentences fire")


if __name__ == "__main__":
    main()
