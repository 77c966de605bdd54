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
BEFORE = 48
STATES, ORGANIZATIONS, MARKS = 1, 50, 40
KINDS = (
    "words", "name", "adjective", "demonym", "capital", "metonym", "institution", "person",
    "surname", "pronoun", "pronoun-focus", "plural", "country", "topic", "focus", "previous",
    "other", "before",
)  # fmt: skip
_KIND = {name: number for number, name in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Encoding:
    """Numbers of a sentence's pieces, of their kinds, and where each mention stands."""

    ids: list[int]
    kinds: list[int]
    places: dict[Mention, int]


def encoding(
    text: str, mentions: Sequence[Mention], before: tuple[str, Sequence[Mention]] | None = None
) -> Encoding:
    """What the encoder sees of a sentence; what lies after the 128th piece is cut off.

    Args:
        text, mentions: the sentence and the mentions that lie in it.
        before: the sentence before it and its mentions, of which the last 48 pieces are added. The
            encoder learns with it: then it need not take a claim that rests on what was said before
            for one that this sentence makes. It reads without it, which is quicker and no worse.
    """
    made = _Making(mentions)
    made.sentence(text, mentions)
    if before is None:
        return made.done()
    other = _Making([*mentions, *before[1]], words=_KIND["before"])
    other.sentence(*before)
    return made.done(other)


class _Making:
    def __init__(self, mentions: Sequence[Mention], words: int = 0) -> None:
        actors = dict.fromkeys(mention.actor for mention in mentions)
        self._order = {actor: min(place, MARKS) for place, actor in enumerate(actors)}
        self._words = words
        self._ids: list[int] = []
        self._kinds: list[int] = []
        self._places: dict[Mention, int] = {}

    def sentence(self, text: str, mentions: Sequence[Mention]) -> None:
        unsaid = [mention for mention in mentions if not mention.end]
        for mention in unsaid:
            self._mark(mention)
        if unsaid:
            self._write(":")
        spans: dict[tuple[int, int], list[Mention]] = {}
        for mention in mentions:
            if mention.end:
                spans.setdefault((mention.start, mention.end), []).append(mention)
        at = 0
        for (start, end), group in sorted(spans.items()):
            if start < at:
                self._places |= {mention: len(self._ids) - 1 for mention in group}
                continue
            self._write(text[at:start])
            for mention in group:
                self._mark(mention)
            at = end
        self._write(text[at:])

    def _mark(self, mention: Mention) -> None:
        first = ORGANIZATIONS if mention.actor in organizations() else STATES
        self._places[mention] = len(self._ids)
        self._ids.append(first + self._order[mention.actor])
        self._kinds.append(_KIND.get(mention.kind, _KIND["other"]))

    def _write(self, text: str) -> None:
        found = pieces(text)
        self._ids += found
        self._kinds += [self._words] * len(found)

    def done(self, before: "_Making | None" = None) -> Encoding:
        """Closed off: a first piece, the sentence, a last piece; the end of the one before."""
        start, close = (vocabulary()[name] for name in ("[CLS]", "[SEP]"))
        ids = [start, *self._ids[: LONGEST - 2], close]
        kinds = [0, *self._kinds[: LONGEST - 2], 0]
        last = len(ids) - 1
        places = {mention: min(place + 1, last) for mention, place in self._places.items()}
        if before and before._ids:
            ids += [*before._ids[-BEFORE:], close]
            kinds += [*before._kinds[-BEFORE:], before._words]
        return Encoding(ids, kinds, places)
