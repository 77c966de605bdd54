"""Where documents come from: files, folders, globs and standard input."""

import glob
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.documents.decode import LIMIT_MB
from loaders.documents.text import ENDINGS
from ontology.errors import SourceError, reason


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to load: a path as the user gave it, or ``-``."""

    name: str

    def data(self) -> bytes:
        """Its bytes.

        Raises:
            SourceError: it is gone, may not be read, or is larger than the limit.
        """
        if self.name == "-":
            return sys.stdin.buffer.read(LIMIT_MB * 1_000_000 + 1)
        path = Path(self.name)
        try:
            size = path.stat().st_size
            if size > LIMIT_MB * 1_000_000:
                raise SourceError(
                    f"{self.name}: {size / 1e6:.0f} MB is above the limit of {LIMIT_MB} MB; "
                    "split it into documents"
                )
            return path.read_bytes()
        except OSError as error:
            raise SourceError(f"{self.name}: {reason(error)}") from None


def sources(names: Iterable[str]) -> list[Source]:
    """The sources that a user's words mean, each once, in order.

    Args:
        names: files, folders (searched for texts at any depth), globs, or ``-``.

    Raises:
        SourceError: a name means no file, a folder or glob holds no text, or it is an address.
    """
    found = (source for name in names for source in _expand(name))
    return list(dict.fromkeys(found))


def _expand(name: str) -> Iterator[Source]:
    try:
        yield from _meant(name)
    except OSError as error:
        raise SourceError(f"{name}: {reason(error)}") from None


def _meant(name: str) -> Iterator[Source]:
    if name == "-":
        yield Source(name)
    elif name.startswith(("http://", "https://")):
        raise SourceError(f"{name}: addresses can't be fetched yet; save the article as .txt")
    elif not name:
        raise SourceError("an empty name is no source; give a file, a folder, a glob or -")
    elif Path(name).is_dir():
        yield from _folder(Path(name))
    elif Path(name).exists():
        yield Source(name)
    elif glob.has_magic(name):
        yield from _matching(name)
    else:
        raise SourceError(f"{name}: no such file or folder; check the path")


def _folder(folder: Path) -> list[Source]:
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    visible = [p for p in paths if not any(x.startswith(".") for x in p.relative_to(folder).parts)]
    if not visible:
        raise SourceError(f"{folder}: holds no document; looked for {', '.join(ENDINGS)}")
    return [Source(str(path)) for path in visible]


def _matching(pattern: str) -> list[Source]:
    paths = sorted(p for p in glob.glob(pattern, recursive=True) if Path(p).is_file())
    if not paths:
        raise SourceError(f"{pattern}: matches no file; check the pattern")
    return [Source(path) for path in paths]
