"""How fast texts are read, beside bare spaCy with the same model, and what a long text takes.

    python benchmarks/reading.py [--words 400000]

The texts are the annotated documents where they are present, else the passages of
``benchmarks/passages``. Reader and spaCy read them in turn, in one process, three times; medians.
``--words`` reads one document of so many words, made of the passages, in a process of its own: its
time and the most memory that it held. Aims: at most the time of spaCy, which parses every
sentence; a sentence from cold in < 3 s; < 600 MB for a book.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from annotated import annotated  # noqa: E402
from commands import SENTENCE, measure  # noqa: E402
from passages import passages  # noqa: E402

from loaders.documents.text import Given, TextDocument, text_document  # noqa: E402
from loaders.reading import read  # noqa: E402

ROUNDS = 3


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--words", type=int, help="read one document of so many words")
    parser.add_argument("--book", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.book:
        _book(asked.book)
    elif asked.words:
        _long(asked.words)
    else:
        _beside_spacy(_texts())
        with tempfile.TemporaryDirectory() as folder:
            measure("read one sentence", ["read", "-"], Path(folder), lambda: None, SENTENCE)


def _texts() -> list[TextDocument]:
    found = [each.given for each in annotated()]
    return found or [each.given for each in passages()][::20]


def _beside_spacy(texts: Sequence[TextDocument]) -> None:
    words = sum(len(each.text[each.start :].split()) for each in texts)
    print(f"{len(texts)} texts, {words:,} words")
    runs: dict[str, Callable[[], None]] = {"spaCy": _spacy(texts), "reader": _reader(texts)}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            times[name].append(_seconds(run))
    for name, taken in times.items():
        middle = statistics.median(taken)
        spread = f"({min(taken):.2f} to {max(taken):.2f})"
        print(f"{name:20} {middle:6.2f} s   {spread}  {words / middle:,.0f} words/s")
    ratios = [a / b for a, b in zip(times["reader"], times["spaCy"], strict=True)]
    print(f"{'reader / spaCy':20} {statistics.median(ratios):6.2f}")


def _spacy(texts: Sequence[TextDocument]) -> Callable[[], None]:
    """The model with all that it brings, over whole texts."""
    import warnings

    import spacy

    from loaders.reading.parse import where

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        model = spacy.load(where())

    def run() -> None:
        for _ in model.pipe(each.text[each.start :] for each in texts):
            pass

    model("France sanctioned Mali.")
    return run


def _reader(texts: Sequence[TextDocument]) -> Callable[[], None]:
    def run() -> None:
        for each in texts:
            read(each.text, each.document, start=each.start)

    first = text_document(SENTENCE, "first", Given())
    read(first.text, first.document)
    return run


def _long(words: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.txt"
        book.write_text("\n\n".join(_paragraphs(words)) + "\n", encoding="utf-8")
        subprocess.run([sys.executable, __file__, "--book", str(book)], check=True)


def _paragraphs(words: int) -> Iterator[str]:
    """Paragraphs of the passages, in an order drawn with a fixed seed; repeated if need be."""
    lines = [line for each in passages() for line in each.given.text.splitlines() if line]
    random.Random(1).shuffle(lines)
    while words > 0:
        for line in lines:
            words -= len(line.split())
            yield line
            if words <= 0:
                return


def _book(file: Path) -> None:
    given = text_document(file.read_bytes(), file.name, Given())
    began = time.perf_counter()
    reading = read(given.text, given.document, start=given.start)
    took = time.perf_counter() - began
    # Kilobytes, but bytes on macOS.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )
    words = len(given.text.split())
    print(f"{words:,} words, {reading.sentences:,} sentences, {len(reading.claims):,} claims")
    print(f"{took:.0f} s, {words / took:,.0f} words/s; at most {most:.0f} MB")


def _seconds(run: Callable[[], None]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
