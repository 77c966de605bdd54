"""How long the commands take, as a user feels it: whole processes, median of five.

``make bench``, or ``python benchmarks/commands.py``. Aims: ``--help`` < 0.3 s, ``query`` on the
embedded engine < 1.2 s, ``load`` of the sample article from cold < 10 s, ``read`` of one sentence
< 3 s.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "docs" / "sample" / "horn-of-africa.txt"
SENTENCE = b"France sanctioned Mali."
RUNS = 5
QUERY = "MATCH (a:State)-[r:SANCTIONS]->(b:State) RETURN a.name, b.name, r.year, r.quote"


def main() -> None:
    """Print a line a command: median, minimum and maximum in seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        graph = folder / "relations"

        def fresh() -> None:
            shutil.rmtree(graph, ignore_errors=True)

        def nothing() -> None:
            pass

        measure("--help", ["--help"], folder, nothing)
        measure("load, cold", ["load", str(SAMPLE)], folder, fresh)
        measure("load, again", ["load", str(SAMPLE)], folder, nothing)
        measure("query", ["query", QUERY], folder, nothing)
        measure("read one sentence", ["read", "-"], folder, nothing, SENTENCE)
        measure("status", ["status"], folder, nothing)
        measure("export page", ["export", "relations.html"], folder, nothing)
        measure("check", ["check"], folder, nothing)


def measure(
    name: str, words: list[str], folder: Path, before: Callable[[], None], given: bytes = b""
) -> None:
    """Run the command and print its times; the first run is a warm-up of the disk's cache."""
    times = []
    for run in range(RUNS + 1):
        before()
        began = time.perf_counter()
        command = [str(Path(sys.executable).with_name("bilateral")), *words]
        subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True)
        if run:
            times.append(time.perf_counter() - began)
    low, middle, high = min(times), statistics.median(times), max(times)
    print(f"{name:20} {middle:6.2f} s   ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
