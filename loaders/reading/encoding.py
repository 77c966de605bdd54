"""A sentence as the encoder sees it: pieces of words, and a mark for each actor it tells of.

Actors are seen as "the first", "the second" ..., never by name: that Iran was sanctioned before
does not say who was now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reading.mentions import Mention
from loaders.reading.names import organizations
from loaders.reading.wordpiece import pieces, vocabulary

LONGEST = 128
STATES, ORGANIZATIONS, MARKS = 1, 50, 40
KINDS = (
    "words", "name", "adjective", "demonym", "capital", "metonym", "institution", "person",
    "surname", "pronoun", "pronoun-focus", "plural", "country", "topic", "focus", "previous",
    "other",
)  # fmt: skip
_KIND = {name: number for number, name in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Encoding:
    """Numbers of a sentence's pieces, of their kinds, and where each mention stands."""

    ids: list[int]
    kinds: list[int]
    places: dict[Mention, int]


def encoding(text: str, mentions: Sequence[Mention]) -> Encoding:
    """What the encoder sees of a sentence; what lies after the 128th piece is cut off."""
    made = _Making(mentions)
    unsaid = [mention for mention in mentions if not mention.end]
    for mention in unsaid:
        made.mark(mention)
    if unsaid:
        made.words(":")
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        if mention.end:
            spans.setdefault((mention.start, mention.end), []).append(mention)
    at = 0
    for (start, end), group in sorted(spans.items()):
        if start < at:
            made.places |= {mention: len(made.ids) - 1 for mention in group}
            continue
        made.words(text[at:start])
        for mention in group:
            made.mark(mention)
        at = end
    made.words(text[at:])
    return made.done()


class _Making:
    def __init__(self, mentions: Sequence[Mention]) -> None:
        actors = dict.fromkeys(mention.actor for mention in mentions)
        self._order = {actor: min(place, MARKS) for place, actor in enumerate(actors)}
        self.ids = [vocabulary()["[CLS]"]]
        self._kinds = [0]
        self.places: dict[Mention, int] = {}

    def mark(self, mention: Mention) -> None:
        first = ORGANIZATIONS if mention.actor in organizations() else STATES
        self.places[mention] = len(self.ids)
        self.ids.append(first + self._order[mention.actor])
        self._kinds.append(_KIND.get(mention.kind, len(KINDS) - 1))

    def words(self, text: str) -> None:
        found = pieces(text)
        self.ids += found
        self._kinds += [0] * len(found)

    def done(self) -> Encoding:
        ids = [*self.ids[: LONGEST - 1], vocabulary()["[SEP]"]]
        last = len(ids) - 1
        places = {mention: min(place, last) for mention, place in self.places.items()}
        return Encoding(ids, [*self._kinds[:last], 0], places)
