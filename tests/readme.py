"""The README's console blocks: run them, and compare or rewrite what they print.

``python -m tests.readme`` rewrites the README with what the commands print now.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def blocks(text: str) -> list[str]:
    """The console blocks, in order."""
    return _BLOCK.findall(text)


def played(block: str, folder: Path) -> str:
    """The block with each command followed by what it prints now in the folder."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_output(line[2:], folder)}" for line in commands)


def _output(command: str, folder: Path) -> str:
    program, *words = shlex.split(command)
    assert program == "bilateral"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("BILATERAL", "NEO4J"))}
    env["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", *words],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout.rstrip("\n") + "\n" if done.stdout.strip() else ""


@contextmanager
def stage() -> Iterator[Path]:
    """An empty folder with the sample article in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "docs" / "sample", folder / "docs" / "sample")
        yield folder


def main() -> None:
    """Rewrite the README."""
    text = README.read_text(encoding="utf-8")
    with stage() as folder:
        README.write_text(_BLOCK.sub(lambda m: played(m[0], folder), text), encoding="utf-8")


if __name__ == "__main__":
    main()
