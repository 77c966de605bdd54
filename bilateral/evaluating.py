"""An evaluation of the reader, as tables for people and as records for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.reading.evaluate import Evaluation, Part, Score

_SCORE = ("P", "R", "F1", "gold", "read")
_BRIEF = ("rest: F1", "rest: gold")
_BOTH = "left: held-out third, right: the rest"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, the rows."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


def tables(found: "Evaluation") -> Iterator[Table]:
    """The evaluation as tables, the most important first."""
    held, rest = found.held_out, found.developed
    yield from _levels("held-out third, {} (quote these)", held)
    yield from _levels("the rest, {} (developed and trained on)", rest)
    yield from _levels("all, {}", found.overall)
    if found.seed:
        yield Table("seed document", ("level", *_SCORE), _rows(found.seed))
    yield _relations(held, rest)
    yield _kinds(held, rest)
    yield _thresholds(held, rest)
    yield _calibration(held, rest)
    yield _years(found)
    yield _errors(found)


def record(found: "Evaluation") -> dict[str, object]:
    """All scores, under stable names; the errors are only counted."""
    parts = {"held_out": found.held_out, "rest": found.developed, "all": found.overall}
    return {
        "min_confidence": found.min_confidence,
        **{name: _part(part) for name, part in parts.items()},
        "seed": {level: asdict(score) for level, score in found.seed.items()},
        "error_counts": [
            {"side": side, "kind": kind, "meaning": meaning, "count": count}
            for side, kind, count, meaning in _counted(found)
        ],
        "speed": {
            "seconds": round(found.speed.seconds, 2),
            "words": found.speed.words,
            "words_per_second": round(found.speed.rate),
        },
    }


def speed(found: "Evaluation") -> str:
    """One line."""
    told = found.speed
    return (
        f"{told.words:,} words read in {told.seconds:.1f} s, {told.rate:,.0f} words a second "
        "(measured now on this machine, one process, without the loading of models)"
    )


def _part(part: "Part") -> dict[str, object]:
    stored = asdict(part)
    stored["by_kind"] = {
        kind: {"documents": number, **asdict(score)}
        for kind, (number, score) in part.by_kind.items()
    }
    stored["by_threshold"] = [
        {"min_confidence": limit, **asdict(score)} for limit, score in part.by_threshold.items()
    ]
    return stored


def _levels(title: str, part: "Part") -> Iterator[Table]:
    if part.documents:
        spans = [part.intervals.get(level) for level in part.levels]
        rows = [
            [*row, f"{span[0]:.3f} to {span[1]:.3f}" if span else ""]
            for row, span in zip(_rows(part.levels), spans, strict=True)
        ]
        number = f"{part.documents} document{'' if part.documents == 1 else 's'}"
        yield Table(title.format(number), ("level", *_SCORE, "95 % interval of F1"), rows)


def _relations(held: "Part", rest: "Part") -> Table:
    from ontology.relations import relations

    rows = [
        [name, *_figures(held.by_relation.get(name)), *_brief(rest.by_relation.get(name))]
        for name in relations()
        if name in held.by_relation or name in rest.by_relation
    ]
    return Table("exact, by relation (held-out third)", ("relation", *_SCORE, *_BRIEF), rows)


def _kinds(held: "Part", rest: "Part") -> Table:
    rows = []
    for kind in dict.fromkeys((*rest.by_kind, *held.by_kind)):
        number, score = held.by_kind.get(kind, (None, None))
        others, other = rest.by_kind.get(kind, (None, None))
        rows.append([kind, number, *_figures(score), others, *_brief(other)])
    columns = ("kind", "texts", *_SCORE, "rest: texts", *_BRIEF)
    return Table("exact, by kind of text (held-out third)", columns, rows)


def _thresholds(held: "Part", rest: "Part") -> Table:
    rows = [
        [limit, *_figures(held.by_threshold[limit]), *_figures(rest.by_threshold[limit])]
        for limit in held.by_threshold
    ]
    title = f"exact, at other values of --min-confidence ({_BOTH})"
    return Table(title, ("confidence", *_SCORE, *_SCORE), rows)


def _calibration(held: "Part", rest: "Part") -> Table:
    bins = [{each.low: each for each in part.calibration.bins} for part in (held, rest)]
    rows = []
    for low in sorted({*bins[0], *bins[1]}):
        row: list[object] = [f"{low:.1f} to {low + 0.1:.1f}"]
        for side in bins:
            each = side.get(low)
            told = (each.claims, _share(each.confidence), _share(each.right)) if each else ()
            row += told or (None, "", "")
        rows.append(row)
    apart = [f"{part.calibration.error:.3f}" for part in (held, rest)]
    title = f"calibration, exact: expected error {apart[0]} held-out, {apart[1]} the rest ({_BOTH})"
    return Table(title, ("confidence", *("claims", "mean", "right") * 2), rows)


def _years(found: "Evaluation") -> Table:
    parts = (("held-out", found.held_out), ("rest", found.developed), ("all", found.overall))
    rows = [
        [name, _share(y.right), _share(y.wrong), _share(y.undated), y.claims]
        for name, y in ((name, part.years) for name, part in parts)
        if y.claims
    ]
    title = "years, of right claims that the gold dates"
    return Table(title, ("", "right", "wrong", "undated", "claims"), rows)


def _errors(found: "Evaluation") -> Table:
    title = "errors by kind, exact + modality (outside the held-out third; --errors shows them)"
    rows = list(_counted(found))
    return Table(title, ("", "kind", "errors", "meaning"), rows)


def _counted(found: "Evaluation") -> Iterator[tuple[str, str, int, str]]:
    from loaders.reading.evaluate.errors import KINDS

    counts = found.error_counts()
    for (side, kind), meaning in KINDS.items():
        yield side, kind, counts.get((side, kind), 0), meaning


def _rows(scores: "Mapping[str, Score]") -> list[list[object]]:
    return [[name, *_figures(score)] for name, score in scores.items()]


def _figures(score: "Score | None") -> list[object]:
    if score is None:
        return ["", "", "", None, None]
    return [*map(_share, (score.precision, score.recall, score.f1)), score.gold, score.predicted]


def _brief(score: "Score | None") -> list[object]:
    return ["", None] if score is None else [_share(score.f1), score.gold]


def _share(value: float) -> str:
    return f"{value:.3f}"
