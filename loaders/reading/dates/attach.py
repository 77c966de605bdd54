"""Which of the times that a sentence tells belongs to a claim: the one that hangs on its verb."""

from typing import TYPE_CHECKING

from loaders.reading.dates.expressions import Expression
from loaders.reading.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST = 1.5
LONE = 1.6
LEAD = 0.9
# What it costs to go up from a word to the word it hangs on, when the word belongs to the time
# and when it belongs to the claim. A relative clause keeps its time to itself; what is told in
# the main clause holds for an infinitive.
_TIME = {
    "relcl": 2.0, "acl": 0.6, "advcl": 1.0, "ccomp": 1.5, "xcomp": 0.3, "conj": 1.5,
    "parataxis": 1.5, "pcomp": 0.8, "appos": 0.4, "dobj": 0.8, "nsubj": 0.3, "nsubjpass": 0.3,
}  # fmt: skip
_CLAIM = {"relcl": 1.0, "acl": 0.5, "advcl": 0.3, "ccomp": 0.1, "conj": 0.6, "pcomp": 0.4}
_SMALL = 0.05


def nearest(
    doc: "Doc", ends: "list[Token]", told: list[Expression], most: float = MOST
) -> Expression | None:
    """The time that belongs to a claim.

    Args:
        doc: the parsed sentence.
        ends: the tokens of the claim's two actors, or of the one that is named.
        told: the times that the sentence tells.
        most: how far in the tree, in costs, a time may lie.
    """
    claim = nodes(ends)
    if not claim:
        return None
    ranked = []
    for one in told:
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is not None and len(span):
            apart = min(abs(span.root.i - token.i) for token in claim)
            paid = cost(span.root, claim)
            # "In 1990, ...", "1990: ..." frame the whole sentence.
            paid = min(paid, LEAD) if span.start <= 2 else paid
            ranked.append((paid + apart / 1000, one.start, one))
    best = min(ranked, default=None, key=lambda item: item[:2])
    if best and best[0] > most and len(told) == 1:
        most = LONE
    return best[2] if best and best[0] <= most else None


def nodes(ends: "list[Token]") -> "list[Token]":
    """The words between two ends in the tree."""
    if not ends:
        return []
    first, second = _climb(ends[0]), _climb(ends[-1])
    there = {token.i for token in second}
    top = next((token for token in first if token.i in there), first[-1])
    one = first[: first.index(top)]
    two = second[: second.index(top)] if top in second else []
    # "X withdrew in 1830 and was recognized by Y in 1832": X hangs on the first verb, but acts in
    # the second one.
    for mine, other in ((one, two), (two, one)):
        joined = [t for t in mine if t.dep_ == "conj" and t.pos_ in ("VERB", "AUX")]
        if joined and len(other) == 1 and top.pos_ in ("VERB", "AUX"):
            return mine[: mine.index(joined[-1]) + 1]
    return [*one, *two, top]


def highest(claim: "list[Token]") -> "Token":
    """The word of a claim that stands highest in the tree."""
    return min(claim, key=lambda token: len(list(token.ancestors)))


def cost(root: "Token", claim: "list[Token]") -> float:
    """How far apart a time and a claim hang in the tree."""
    inside = {token.i for token in claim}
    top = highest(claim)
    above: dict[int, float] = {}
    paid = 0.0
    for token in _climb(top):
        above[token.i] = paid
        paid += _up(token)
    spent = 0.0
    for token in _climb(root):
        if token.i in inside:
            return spent
        if token.i in above:
            return spent + above[token.i]
        spent += _down(token)
    return 9.0


def _up(token: "Token") -> float:
    if token.dep_ == "conj" and token.pos_ not in ("VERB", "AUX"):
        return _SMALL
    return _CLAIM.get(token.dep_, _SMALL)


def _down(token: "Token") -> float:
    if token.dep_ in ("pobj", "npadvmod"):
        return 0.0
    if token.dep_ == "conj" and token.pos_ not in ("VERB", "AUX"):
        return 0.1
    if token.dep_ == "advcl":
        marks = [c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")]
        return 2.5 if "since" in marks else 2.0 if {"until", "before"} & {*marks} else 1.0
    return _TIME.get(token.dep_, _SMALL)


def _climb(token: "Token") -> "list[Token]":
    return [token, *token.ancestors]


def past(ends: "list[Token]") -> bool:
    """Whether the verb of a claim is in the simple past."""
    verb = _verb(ends)
    if verb is None or any(c.lower_ in ("has", "have", "had") for c in verb.children):
        return False
    auxiliary = any(c.tag_ == "VBD" for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return verb.tag_ == "VBD" or auxiliary


def remembered(token: "Token") -> bool:
    """Whether an actor stands in what is only remembered: "the anniversary of ..."."""
    for above in token.ancestors:
        if above.lemma_.lower() in words("remembered"):
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _verb(ends: "list[Token]") -> "Token | None":
    claim = nodes(ends)
    if not claim:
        return None
    top = highest(claim)
    return next((t for t in _climb(top) if t.pos_ in ("VERB", "AUX")), None)
