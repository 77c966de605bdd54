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
            for child in above.children:
                if child.lower_ == "according":
                    return _according(seen, child)
            governor = above.head
            if above.dep_ != "ccomp" or governor.lemma_.lower() not in words("report"):
                continue
            for child in governor.children:
                if child.dep_ == "nsubj":
                    return _words(seen, child)
    return None


def _according(seen: View, mark: "Token") -> str | None:
    """Who is named in "according to ..."."""
    named = [t for c in mark.children if c.lower_ == "to" for t in c.children if t.dep_ == "pobj"]
    return _words(seen, named[0]) if named else None


def _words(seen: View, token: "Token") -> str:
    """A noun with what belongs to it; alone if that is long."""
    span = seen.doc[token.left_edge.i : token.right_edge.i + 1]
    return str(span.text) if len(span) <= 12 else str(token.text)


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
    joined = len(tokens) == 1 or all(t in tokens or t.dep_ == "conj" for t in way)
    if joined or (top.pos_ != "VERB" and top.dep_ in ("nsubj", "nsubjpass")):
        for token in [top, *top.ancestors]:
            way.append(token)
            if token.pos_ in ("VERB", "AUX"):
                break
    found = set(way)
    for token in way:
        if token.pos_ in ("VERB", "AUX"):
            found |= {c for c in token.children if c.dep_ in _OBJECTS}
            found |= _predicate(token)
    return found


def _predicate(verb: "Token") -> set["Token"]:
    """What a copula says of its subject: "were at war"."""
    if verb.lemma_ != "be" or any(c.dep_ in _OBJECTS[:3] for c in verb.children):
        return set()
    preps = [c for c in verb.children if c.dep_ == "prep"][:1]
    return {*preps, *(c for p in preps for c in p.children if c.dep_ == "pobj")}


def _whole(token: "Token") -> set["Token"]:
    """A noun's determiners and modifiers on its left."""
    return {c for c in token.lefts if c.dep_ in _LEFT}
