"""What a user's lines match: whole ways from A to B, and a telling word between the same roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading import patterns
from loaders.reading.examples import NONE
from loaders.reading.features import View
from loaders.reading.mentions import Mention
from loaders.reading.reasons import role
from loaders.reading.reference import NAMED
from loaders.reading.taught import Line
from loaders.reading.taught_ways import Way, ways

WHOLE, PARTLY = 0.95, 0.7
REFERRED = 0.75  # of it, where an end is a pronoun or the like: reference is right that often
EMPTY = frozenset({"be", "have", "do", "say", "make", "take", "get", "go", "come"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis", "conj"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one line matches.

    Args:
        line: the user's line.
        way: from A to B.
        needed: other words of the line that the sentence must have.
        trigger: the word that, between the same roles, tells the relation less surely.
    """

    line: Line
    way: Way
    needed: frozenset[str]
    trigger: str | None

    def whole(self, found: Way, words: frozenset[str]) -> bool:
        """Whether a way in a sentence of these words says the same as the line."""
        mine = self.way
        return (
            found.steps == mine.steps
            and found.above[: len(mine.above)] == mine.above
            and mine.core <= found.core
            and found.kinds <= mine.kinds
            and self.needed <= words
            and (mine.marks <= found.marks or not self.strict)
            and (not found.thing or len(mine.words - EMPTY) > 1)
        )

    def partly(self, found: Way) -> bool:
        """Whether the line's telling word stands between the same roles, in the same clause."""
        return (
            self.trigger is not None
            and not found.thing
            and self.trigger in found.core.union(found.steps)
            and not found.links & _CLAUSES - self.way.links
            # "slapped duties on" tells of sanctions as "slapped tariffs on" does, a label does not.
            and all(
                self.line.relation in patterns.words().get(w, ())
                for w in found.core - self.way.core
            )
        )

    def __str__(self) -> str:
        """For people: "A as subject, 'slap', 'tariff', B after 'on'"."""
        shown = [*self.way.steps, *sorted(self.way.core), *self.way.above, *sorted(self.needed)]
        marks = sorted(self.way.marks) if self.strict else []
        words = ", ".join(f"'{word}'" for word in dict.fromkeys([*marks, *shown]))
        a, b = (role(name) for name in self.way.roles)
        return f"A as {a}, {words}, B as {b}".replace("as after", "after").replace(
            "as joined", "joined"
        )

    @property
    def strict(self) -> bool:
        """Whether the line's negations and modals belong to what it says."""
        return self.line.relation == NONE or self.line.modality != "actual"


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of a sentence that a line matches.

    Args:
        pattern: of the line.
        whole: by the whole way; else by its telling word, or by what belongs to B.
        direct: whether the whole way leads to B itself.
        told: whether the sentence is told just as the line is (no more negation or modal).
        named: whether both ends are named.
    """

    pattern: Pattern
    whole: bool
    direct: bool
    told: bool
    named: bool

    @property
    def confidence(self) -> float:
        """How sure a claim is that stands on the match alone."""
        sure = WHOLE if self.whole and self.direct else PARTLY
        return sure if self.named else sure * REFERRED

    @property
    def how(self) -> str:
        """In words, for people."""
        if not self.whole:
            return f"its word '{self.pattern.trigger}' joins the two in the same way"
        return "it matches as a whole" + ("" if self.direct else ", for what belongs to B")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lines of one or more files, compiled, and what is wrong with others, a line each."""

    patterns: dict[tuple[str, str], tuple[Pattern, ...]]
    problems: tuple[str, ...] = ()

    def matches(self, seen: View, a: Mention, b: Mention) -> Iterator[Match]:
        """The lines that match what a sentence says of two actors; one match a line."""
        first, second = seen.nodes[a], seen.nodes[b]
        # The second guess of a pronoun founds nothing that is to be believed at once.
        if first is None or second is None or "pronoun-focus" in (a.kind, b.kind):
            return
        words = frozenset(seen.words)
        named = a.kind in NAMED and b.kind in NAMED
        done: set[Line] = set()
        for match in self._matches(list(ways(first, second)), words, named=named):
            if match.pattern.line not in done:
                done.add(match.pattern.line)
                yield match

    def _matches(
        self, found: Sequence[Way], words: frozenset[str], *, named: bool
    ) -> Iterator[Match]:
        """Whole matches first."""
        for way in found:
            for pattern in self.patterns.get(way.roles, ()):
                if pattern.whole(way, words):
                    told = way.marks == pattern.way.marks
                    yield Match(pattern, True, not way.thing, told, named)
        for way in found:
            for pattern in self.patterns.get(way.roles, ()):
                if pattern.partly(way):
                    yield Match(pattern, False, False, False, named)
