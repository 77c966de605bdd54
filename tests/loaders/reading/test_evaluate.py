"""Evaluation: the same figures as the annotators' own script gives."""

import importlib.util
import os
import random
from pathlib import Path

import pytest

from loaders.reading.evaluate import LEVELS, evaluate, score
from loaders.reading.gold import GoldDocument
from ontology.claim import MODALITIES, Claim
from ontology.errors import SourceError
from ontology.relations import relations

SHARED = Path(os.environ.get("BILATERAL_SHARED", Path(__file__).parents[4] / "shared")) / "gold"
here = pytest.mark.skipif(not SHARED.exists(), reason="the gold is not here (BILATERAL_SHARED)")


def test_an_optional_claim_is_neither_demanded_nor_held_against() -> None:
    sure = (("FRA", "attacks", "ESP", "actual"), False)
    maybe = (("FRA", "accuses", "ESP", "actual"), True)
    said = [sure[0], maybe[0], ("ESP", "attacks", "FRA", "actual")]
    found = score([([sure, maybe], said)])["exact"]
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == 1.0


def test_a_symmetric_relation_counts_in_either_order() -> None:
    gold = [(("FRA", "alliedWith", "ESP", "actual"), False)]
    assert score([(gold, [("ESP", "alliedWith", "FRA", "actual")])])["exact+modality"].f1 == 1.0


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no annotated documents"):
        evaluate(tmp_path, tmp_path)


@here
def test_it_agrees_with_the_annotators_script() -> None:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    chance = random.Random(7)
    predicted: dict[str, list[tuple[str, str, str, str]]] = {}

    def reader(document: GoldDocument) -> list[Claim]:
        claims = []
        for gold in document.claims:
            if chance.random() < 0.6:
                name = gold.relation if chance.random() < 0.7 else chance.choice([*relations()])
                modality = chance.choice(MODALITIES)
                claims.append(Claim(gold.subject, name, gold.object, modality=modality))
        predicted[document.name] = [(c.subject, c.relation, c.object, c.modality) for c in claims]
        return claims

    ours = evaluate(SHARED / "claims", SHARED / "texts", reader=reader).overall
    expected = theirs.score(theirs.load_gold(SHARED / "claims"), predicted)
    for level in LEVELS:
        assert (ours[level].precision, ours[level].recall) == pytest.approx(expected[level][:2])
        assert (ours[level].gold, ours[level].predicted) == tuple(expected[level][3:])
