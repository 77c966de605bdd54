"""What the head looks at: features of a pair of mentions, as words."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.reading.candidates import Pair
from loaders.reading.mentions import Mention
from loaders.reading.names import organizations
from loaders.reading.paths import Path, lone, node, path
from loaders.reading.reference import IMPLICIT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = (2, 4, 8, 15, 30)
_WINDOW = 4


@dataclass(frozen=True, slots=True)
class View:
    """A parsed sentence, ready for looking at its pairs.

    Args:
        doc: the parse.
        words: its lemmas; words of mentions are ``X``, numbers ``0``.
        focus: the document's main actors.
        nodes: the token of each mention.
    """

    doc: "Doc"
    words: list[str]
    focus: tuple[str, ...]
    nodes: dict[Mention, "Token | None"]


def view(doc: "Doc", mentions: list[Mention], focus: list[str]) -> View:
    """Prepare a sentence. Marks the mentions' tokens in the parse."""
    for mention in mentions:
        if mention.end:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            for token in span or ():
                token.ent_type_ = "MENTION"
    nodes = {mention: node(doc, mention) for mention in mentions}
    lemmas = [_word(token) for token in doc]
    return View(doc, lemmas, tuple(focus[:2]), nodes)


def both(seen: View, pair: Pair) -> tuple[list[str], list[str]]:
    """Features of the pair with the first as subject, and with the second as subject."""
    there = _between(seen, pair)
    shared = list(_shared(seen, pair, there))
    return (
        [*shared, *_directed(seen, pair.first, pair.second, forward=True)],
        [*shared, *_directed(seen, pair.second, pair.first, forward=False)],
    )


def _shared(seen: View, pair: Pair, there: tuple[int, int]) -> Iterator[str]:
    start, end = there
    between = seen.words[start:end]
    yield "bias"
    yield f"far:{sum(end - start > step for step in _FAR)}"
    yield from (f"b:{word}" for word in set(between) if len(between) <= 25)
    if len(between) <= 12:
        padded = ["(", *between, ")"]
        yield from (f"bb:{a} {b}" for a, b in itertools.pairwise(padded))
    yield f"mb:{min(between.count('X'), 4)}"
    yield f"ms:{min(len({m.actor for m in seen.nodes if m.end}), 6)}"
    yield from (f"l:{word}" for word in seen.words[max(0, start - 1 - _WINDOW) : max(0, start - 1)])
    yield from (f"r:{word}" for word in seen.words[end + 1 : end + 1 + _WINDOW])
    yield from (f"s:{word}" for word in set(seen.words))


def _directed(seen: View, a: Mention, b: Mention, *, forward: bool) -> Iterator[str]:
    order = ">" if forward else "<"
    yield f"o:{order}"
    yield f"k:{a.kind}{order}{b.kind}"
    yield f"ka:{a.kind}"
    yield f"kb:{b.kind}"
    yield f"t:{_type(a)}{_type(b)}"
    yield f"f:{_rank(seen, a)}{_rank(seen, b)}"
    yield from _grammar(seen, a, b, order)


def _grammar(seen: View, a: Mention, b: Mention, order: str) -> Iterator[str]:
    found = _path(seen, a, b)
    if found is None:
        return
    ra, rb = found.roles
    yield f"ra:{ra}"
    yield f"rb:{rb}"
    yield f"rr:{ra} {rb}"
    yield f"ga:{found.governors[0]}"
    yield f"gb:{found.governors[1]}"
    yield f"gra:{found.governors[0]} {ra}"
    yield f"grb:{found.governors[1]} {rb}"
    yield f"top:{found.top}"
    if len(found.up) + len(found.down) <= 12:
        whole = f"{'>'.join(found.up)}>{found.top}<{'<'.join(found.down)}"
        yield f"p:{whole}"
        yield f"pt:{'>'.join(found.up[::2])}<{'<'.join(found.down[::2])}"
    yield from (f"pl:{step}" for step in {*found.up[1::2], *found.down[0::2], found.top})
    for trigger in found.triggers[:12]:
        yield f"w:{trigger}"
        yield f"wr:{trigger} {ra} {rb}"
        yield f"wo:{trigger} {order}"
        yield f"wa:{trigger} {ra}"
        yield f"wb:{trigger} {rb}"


def _path(seen: View, a: Mention, b: Mention) -> Path | None:
    first, second = seen.nodes[a], seen.nodes[b]
    if first is None or second is None:
        there = first if first is not None else second
        if there is None:
            return None
        found = lone(there)
        if first is not None:
            return found
        return Path(
            found.roles[::-1], found.governors[::-1], (), found.top, found.up[::-1], found.triggers
        )
    return path(first, second)


def _between(seen: View, pair: Pair) -> tuple[int, int]:
    """Token numbers between the two mentions; around the named one if the other is unsaid."""
    doc = seen.doc
    spans = [
        doc.char_span(m.start, m.end, alignment_mode="expand")
        for m in (pair.first, pair.second)
        if m.kind not in IMPLICIT
    ]
    ends = [(span.start, span.end) for span in spans if span is not None]
    if len(ends) == 2:
        return ends[0][1], max(ends[0][1], ends[1][0])
    if ends:
        return ends[0][1], ends[0][1]
    return 0, 0


def _word(token: "Token") -> str:
    if token.ent_type_ == "MENTION":
        return "X"
    return "0" if token.like_num else token.lemma_.lower()


def _type(mention: Mention) -> str:
    return "O" if mention.actor in organizations() else "S"


def _rank(seen: View, mention: Mention) -> str:
    return str(seen.focus.index(mention.actor)) if mention.actor in seen.focus else "-"
