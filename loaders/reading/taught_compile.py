"""A user's lines compiled, by the parser that reads the texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.reading import patterns
from loaders.reading.examples import NONE, Example, make, variants
from loaders.reading.features import View, view
from loaders.reading.parse import parse
from loaders.reading.taught import Line, lines
from loaders.reading.taught_patterns import EMPTY, Lexicon, Pattern
from loaders.reading.taught_ways import Way, content, ways
from ontology.errors import SourceError

if TYPE_CHECKING:
    from spacy.tokens import Token

_CASTS = 2  # sentences a line and alternative, with other actors: the parser may trip over one
_MOST_RELATIONS = 2


def lexicon(files: Iterable[str | Path]) -> Lexicon:
    """Compile the lines of a user's files.

    Raises:
        SourceError: a file can't be read, or the language model is not installed.
    """
    good: list[Line] = []
    problems: list[str] = []
    for file in files:
        mine, bad = lines(file)
        good += mine
        problems += bad
    return compiled(good, problems)


def compiled(good: Iterable[Line], problems: Iterable[str] = ()) -> Lexicon:
    """Compile lines; those of which nothing can be learned join the problems."""
    cast = [(line, one) for line in good for one in _examples(line)]
    found: dict[Line, dict[Pattern, None]] = {line: {} for line, _ in cast}
    for (line, one), doc in zip(cast, parse(one.text for _, one in cast), strict=True):
        pattern = _pattern(line, one, view(doc, list(one.mentions), []))
        if pattern:
            found[line][pattern] = None
    by_roles: defaultdict[tuple[str, str], list[Pattern]] = defaultdict(list)
    for pattern in (each for some in found.values() for each in some):
        by_roles[pattern.way.roles].append(pattern)
    empty = [_untold(line) for line, some in found.items() if not some]
    return Lexicon({r: tuple(some) for r, some in by_roles.items()}, (*problems, *empty))


def one(line: Line) -> tuple[Pattern, ...]:
    """What a single line matches.

    Raises:
        SourceError: nothing can be learned of it.
    """
    made = compiled([line])
    if made.problems:
        raise SourceError(made.problems[0])
    return tuple(pattern for some in made.patterns.values() for pattern in some)


def _examples(line: Line) -> Iterator[Example]:
    for number, variant in enumerate(variants(line.words)):
        for cast in range(_CASTS):
            yield make(line.relation, variant, line.words, line.modality, number + 100 * cast)


def _pattern(line: Line, example: Example, seen: View) -> Pattern | None:
    way = _between(example, seen)
    if way is None or not way.words - EMPTY:
        return None
    offices = {t.i for node in seen.nodes.values() if node for t in node.subtree if _office(node)}
    told = [t for t in seen.doc if content(t) and t.i not in offices]
    needed = frozenset(t.lemma_.lower() for t in told if not t.lemma_.endswith("ly")) - way.words
    return Pattern(line, way, needed, None if needed else _trigger(line, way))


def _between(example: Example, seen: View) -> Way | None:
    """The way between the nearest mentions of A and B."""
    pairs = [
        (a, b)
        for a in example.mentions
        for b in example.mentions
        if (a.actor, b.actor) == (example.subject, example.object)
    ]
    a, b = min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start))
    first, second = seen.nodes[a], seen.nodes[b]
    return next(ways(first, second), None) if first and second else None


def _office(node: "Token") -> bool:
    """Whether an end is a body of its state ("A's president"), which no sentence need repeat."""
    return node.ent_type_ != "MENTION"


def _trigger(line: Line, way: Way) -> str | None:
    """The most telling word of a plain line; a noun goes before its verb."""
    if line.relation == NONE or line.modality != "actual" or way.above or len(way.steps) > 1:
        return None
    telling = [w for w in (*sorted(way.core), *way.steps) if _relations(w) <= _MOST_RELATIONS]
    return min(telling, key=_relations, default=None)


def _relations(word: str) -> int:
    return 99 if word in EMPTY else len(patterns.words().get(word, ()))


def _untold(line: Line) -> str:
    told = f"{line.words!r} has no words between A and B that tell a relation; say it in full"
    return f"{line.place}: {told}" if line.place else told
