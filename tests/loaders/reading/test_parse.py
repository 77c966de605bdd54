"""The grammar: spaCy comes quickly, and whole for everybody else in the program."""

import subprocess
import sys

CODE = """
import sys
from loaders.reading.parse import model, parse
doc = next(parse(["France sanctioned Mali."]))
print([(t.lemma_, t.dep_) for t in doc][:3], "spacy.cli" in sys.modules)
import spacy
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(callable(spacy.cli.download))
"""


def test_spacy_is_loaded_without_its_commands_and_has_them_when_asked() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "[('France', 'nsubj'), ('sanction', 'ROOT'), ('Mali', 'dobj')] False",
        "True",
        "True",
    ]
