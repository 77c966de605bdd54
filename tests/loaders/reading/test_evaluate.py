"""Evaluation: the same figures as the annotators' own script gives, and what they rest on."""

import importlib.util
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import DEFAULT_CONFIDENCE, read
from loaders.reading.evaluate import LEVELS, Row, Rows, evaluate, score
from loaders.reading.evaluate.bootstrap import intervals
from loaders.reading.evaluate.calibration import calibration
from loaders.reading.evaluate.scores import counts
from loaders.reading.gold import GoldDocument
from ontology.claim import MODALITIES, Claim
from ontology.dates import PartialDate
from ontology.document import Document
from ontology.errors import SourceError
from ontology.relations import relations
from tests.loaders.reading.gold_folder import gold, gold_folder, said

SHARED = Path(os.environ.get("BILATERAL_SHARED", Path(__file__).parents[4] / "shared")) / "gold"
here = pytest.mark.skipif(not SHARED.exists(), reason="the gold is not here (BILATERAL_SHARED)")

codes = st.sampled_from(["FRA", "ESP", "RUS", "UN"])
rows: st.SearchStrategy[Row] = st.tuples(
    codes, st.sampled_from(["attacks", "accuses", "alliedWith"]), codes, st.sampled_from(MODALITIES)
)
documents: st.SearchStrategy[list[Rows]] = st.lists(
    st.tuples(st.lists(st.tuples(rows, st.booleans()), max_size=6), st.lists(rows, max_size=6)),
    max_size=8,
)


def test_an_optional_claim_is_neither_demanded_nor_held_against() -> None:
    sure = (("FRA", "attacks", "ESP", "actual"), False)
    maybe = (("FRA", "accuses", "ESP", "actual"), True)
    claims = [sure[0], maybe[0], ("ESP", "attacks", "FRA", "actual")]
    found = score([([sure, maybe], claims)])["exact"]
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == 1.0


def test_a_symmetric_relation_counts_in_either_order() -> None:
    one = [(("FRA", "alliedWith", "ESP", "actual"), False)]
    assert score([(one, [("ESP", "alliedWith", "FRA", "actual")])])["exact+modality"].f1 == 1.0


@given(documents, st.randoms(use_true_random=False))
def test_scores_do_not_depend_on_the_order_of_documents_and_claims(
    taken: list[Rows], chance: random.Random
) -> None:
    mixed = [(chance.sample(g, len(g)), chance.sample(p, len(p))) for g, p in taken]
    chance.shuffle(mixed)
    assert score(mixed) == score(taken)


@given(documents)
def test_the_interval_holds_the_score_and_is_the_same_again(taken: list[Rows]) -> None:
    numbers = [counts(each) for each in taken]
    found = intervals(numbers)
    assert intervals(numbers) == found
    assert bool(found) == (len(taken) > 1)
    for level, (low, high) in found.items():
        assert 0 <= low <= score(taken)[level].f1 + 1e-9
        assert score(taken)[level].f1 - 1e-9 <= high <= 1


def test_the_interval_is_narrow_where_documents_are_alike() -> None:
    right: Row = ("FRA", "attacks", "ESP", "actual")
    wrong: Row = ("FRA", "accuses", "ESP", "actual")
    alike = [counts(([(right, False)], [right, wrong]))] * 20
    mixed = [counts(([(right, False)], [right]))] * 10 + [counts(([(right, False)], [wrong]))] * 10
    low, high = intervals(alike)["exact"]
    assert low == high == pytest.approx(2 / 3)
    low, high = intervals(mixed)["exact"]
    assert low < 0.4
    assert high > 0.6


def test_calibration_error_is_how_far_confidence_and_truth_lie_apart() -> None:
    honest = [(0.75, True), (0.75, True), (0.75, True), (0.75, False)]
    assert calibration(honest).error == 0
    vain = calibration([*honest, (1.0, False), (1.0, False), (1.0, False), (1.0, False)])
    assert vain.error == pytest.approx(0.5)
    assert [(each.low, each.claims, each.right) for each in vain.bins] == [
        (0.7, 4, 0.75),
        (0.9, 4, 0),
    ]
    assert calibration([]).error == 0


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no annotated documents"):
        evaluate(tmp_path, tmp_path)


def test_parts_kinds_thresholds_and_years(tmp_path: Path) -> None:
    text = "# source: {}\nFrance attacked Spain.\n"
    one = [gold("FRA", "attacks", "ESP", "France attacked Spain", y=2022)]
    folder = gold_folder(
        tmp_path,
        {
            "000-first": (text.format("seed document"), one),
            "001-second": (text.format('English Wikipedia "France", section "Spain"'), one),
            "002-third": (text.format("reuters.1 via github wmt-conference"), one),
            "003-fourth": (text.format("a letter"), one),
        },
    )
    sure = Claim("FRA", "attacks", "ESP", confidence=0.9, since=PartialDate("2022"))
    late = Claim("FRA", "attacks", "ESP", confidence=0.9, since=PartialDate("2021"))
    faint = Claim("FRA", "attacks", "ESP", confidence=0.45)
    more = Claim("ESP", "attacks", "FRA", confidence=0.15)
    reader = said({"000-first": [sure], "001-second": [late], "002-third": [faint, more]})
    found = evaluate(folder / "claims", folder / "texts", min_confidence=0.4, reader=reader)
    assert (found.held_out.documents, found.developed.documents) == (1, 3)
    assert found.held_out.levels["exact"].f1 == found.seed["exact"].f1 == 1.0
    assert found.developed.levels["exact"].recall == pytest.approx(2 / 3)
    assert list(found.held_out.by_kind) == ["news agency"]
    assert list(found.developed.by_kind) == ["seed", "encyclopedia", "other"]
    assert list(found.overall.by_relation) == ["attacks"]
    limits = found.held_out.by_threshold
    assert [limits[x].predicted for x in (0.1, 0.2, 0.5)] == [2, 1, 0]
    assert sum(each.claims for each in found.held_out.calibration.bins) == 2
    years = found.overall.years
    assert (years.claims, years.right, years.wrong) == pytest.approx((3, 1 / 3, 1 / 3))
    assert found.speed.words == 12


def test_reading_once_down_to_faint_claims_gives_what_reading_by_default_gives() -> None:
    text = "France imposed sanctions on Russia. Japan met China and praised India for its help."
    document = Document(id="x", title="x")
    every = read(text, document, min_confidence=0.0).claims
    clear = [claim for claim in every if claim.confidence >= DEFAULT_CONFIDENCE]
    assert {c.id for c in clear} == {c.id for c in read(text, document).claims}


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
        for known in document.claims:
            if chance.random() < 0.6:
                name = known.relation if chance.random() < 0.7 else chance.choice([*relations()])
                modality = chance.choice(MODALITIES)
                claims.append(Claim(known.subject, name, known.object, modality=modality))
        predicted[document.name] = [(c.subject, c.relation, c.object, c.modality) for c in claims]
        return claims

    ours = evaluate(SHARED / "claims", SHARED / "texts", reader=reader).overall.levels
    expected = theirs.score(theirs.load_gold(SHARED / "claims"), predicted)
    for level in LEVELS:
        assert (ours[level].precision, ours[level].recall) == pytest.approx(expected[level][:2])
        assert (ours[level].gold, ours[level].predicted) == tuple(expected[level][3:])
