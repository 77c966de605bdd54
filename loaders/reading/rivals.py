"""Of readings of one sentence that compete, the better founded one stands.

A sentence that says "France sanctioned Russia" in an article about Germany does not say that
Germany did: what is named goes before what is only referred to, and that before what is left
unsaid.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar

from loaders.reading.mentions import Mention
from loaders.reading.reference import IMPLICIT, NAMED

UNSAID, GUESSED, REFERRED, GIVEN = range(4)


class Rival(Protocol):
    """A relation seen in a sentence, with its score and how its ends are told."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Subject, relation, object; a symmetric relation in one order."""

    @property
    def score(self) -> float:
        """The head's probability."""

    @property
    def level(self) -> int:
        """How the vaguer of its ends is told, from ``UNSAID`` to ``GIVEN``."""


R = TypeVar("R", bound=Rival)


def level(a: Mention, b: Mention) -> int:
    """How the vaguer of two mentions is told."""
    return min(_level(a), _level(b))


def named(mentions: Iterable[Mention]) -> int:
    """How many actors a sentence tells of, by name or by reference."""
    return len({mention.actor for mention in mentions if mention.end})


def standing(rivals: Iterable[R], actors: int) -> list[R]:
    """Those that stand, of all that were seen in one sentence.

    Left out are readings with an unsaid end where the sentence has two actors of its own, and
    those that share an end and the relation with a likelier reading that is better founded (or,
    if their end is unsaid or the second guess of a pronoun, as well founded).

    Args:
        rivals: what was seen.
        actors: how many actors the sentence tells of, see ``named``.
    """
    by_relation: defaultdict[str, list[R]] = defaultdict(list)
    for one in rivals:
        if one.level != UNSAID or actors < 2:
            by_relation[one.key[1]].append(one)
    return [one for group in by_relation.values() for one in group if not _outdone(one, group)]


def _outdone(one: R, group: list[R]) -> bool:
    if one.level == GIVEN:
        return False
    ends = {one.key[0], one.key[2]}
    return any(
        other.score > one.score
        and (other.level > one.level or one.level <= GUESSED)
        and len(ends & {other.key[0], other.key[2]}) == 1
        for other in group
    )


def _level(mention: Mention) -> int:
    if mention.kind in IMPLICIT:
        return UNSAID
    if mention.kind == "pronoun-focus":
        return GUESSED
    return GIVEN if mention.kind in NAMED else REFERRED
