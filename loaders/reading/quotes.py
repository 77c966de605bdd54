"""The words that carry a claim: the shortest clause with both ends and what joins them."""

from typing import TYPE_CHECKING

from loaders.reading.features import View
from loaders.reading.lexicon import words
from loaders.reading.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = ("dobj", "attr", "acomp", "prt", "neg", "aux", "auxpass", "xcomp", "oprd", "nsubjpass")
_LEFT = ("det", "amod", "compound", "poss", "nummod", "neg", "aux", "nmod", "quantmod", "case")


def quote(seen: View, a: Mention, b: Mention) -> tuple[int, int]:
    """Offsets in the sentence of the clause that carries a claim about two mentions."""
    tokens = [t for t in (seen.nodes[a], seen.nodes[b]) if t is not None]
    kept = set(tokens)
    for mention in (a, b):
        span = seen.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        kept |= set(span) if mention.end and span is not None else set()
    kept |= _joining(tokens)
    for token in list(kept):
        kept |= _whole(token)
    if not kept:
        return 0, len(seen.doc.text)
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def speaker(seen: View, a: Mention, b: Mention) -> str | None:
    """The words that name who is reported as saying it, if anyone is."""
    there = [t for t in (seen.nodes[a], seen.nodes[b]) if t is not None]
    for token in there[:1]:
        for above in [token, *token.ancestors]:
            governor = above.head
            if above.dep_ != "ccomp" or governor.lemma_.lower() not in words("report"):
                continue
            for child in governor.children:
                if child.dep_ == "nsubj":
                    span = seen.doc[child.left_edge.i : child.right_edge.i + 1]
                    return str(span.text) if len(span) <= 12 else str(child.text)
    return None


def told(seen: View, start: int, end: int) -> bool:
    """Whether the first finite verb of a quote is in the simple past or present."""
    for token in seen.doc:
        if start <= token.idx < end and token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return token.tag_ != "MD" and token.lemma_ != "have"
    return False


def _joining(tokens: list["Token"]) -> set["Token"]:
    """The tokens between the ends in the tree, with objects and complements of their verbs."""
    if not tokens:
        return set()
    first, second = tokens[0], tokens[-1]
    above = [first, *first.ancestors]
    there = {t.i for t in [second, *second.ancestors]}
    way = []
    for token in above:
        way.append(token)
        if token.i in there:
            break
    top = way[-1]
    for token in [second, *second.ancestors]:
        if token == top:
            break
        way.append(token)
    if len(tokens) == 1 or all(t in tokens or t.dep_ == "conj" for t in way):
        for token in [top, *top.ancestors]:
            way.append(token)
            if token.pos_ in ("VERB", "AUX"):
                break
    found = set(way)
    for token in way:
        if token.pos_ in ("VERB", "AUX"):
            found |= {c for c in token.children if c.dep_ in _OBJECTS}
    return found


def _whole(token: "Token") -> set["Token"]:
    """A noun's determiners and modifiers on its left."""
    return {c for c in token.lefts if c.dep_ in _LEFT}
