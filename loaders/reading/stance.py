"""Whether a claim is told as fact, as possible, or as not so: what the stance head looks at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.reading.dates.attach import highest, nodes
from loaders.reading.lexicon import words
from loaders.reading.mentions import Mention
from ontology.claim import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

    from loaders.reading.features import View

CLASSES = ("possible", "denied", "actual")
_NEAR = 6


def sure(seen: "View", a: Mention, b: Mention, relation: str) -> Modality | None:
    """The stance where grammar leaves no doubt, None elsewhere.

    A modal, "not" or "refuse to" on the verb that the two ends share decides for deeds such as
    ``aids``. It does not for what is itself an act of speech or refusal: who "will not accept"
    rejects already, and who "could strike" threatens (measured: half of those are told as fact).
    """
    first, second = seen.nodes[a], seen.nodes[b]
    if first is None or second is None or relation not in words("deed"):
        return None
    claim = nodes([first, second])
    top = highest(claim)
    if top.pos_ not in ("VERB", "AUX"):
        return None
    if relation == "memberOf" and top.lemma_ not in words("join"):
        return None
    if _denied(top, claim):
        return "denied" if relation in words("deniable") else None
    modal = any(c.dep_ == "aux" and c.lower_ in words("plain modal") for c in top.children)
    return "possible" if modal else None


def _denied(top: "Token", claim: list["Token"]) -> bool:
    children = list(top.children)
    if any(c.dep_ == "neg" for c in children):
        return not any(c.lower_ in ("only", "just", "merely", "yet") for c in children)
    refused = top.dep_ == "xcomp" and top.head.lemma_ in words("declined")
    return refused or (
        top.lemma_ in words("declined") and any(t.dep_ == "xcomp" and t.head == top for t in claim)
    )


def features(seen: "View", a: Mention, b: Mention, relation: str) -> list[str]:
    """Negation, modals and governing words around the pair, and the relation claimed."""
    return ["bias", f"rel:{relation}", *dict.fromkeys(_around(seen, a, b))]


def _around(seen: "View", a: Mention, b: Mention) -> Iterator[str]:
    chain = _chain(seen, a, b)
    for step, token in enumerate(chain):
        near = "0" if step < 2 else "1"
        yield f"v{near}:{token.lemma_.lower()}"
        yield f"tag{near}:{token.tag_}"
        for child in token.children:
            yield from _mark(child, near)
    low, high = _window(seen, a, b)
    for word in seen.words[low:high]:
        yield f"w:{word}"
        yield from (f"w-{kind}" for kind in ("modal", "hope", "refuse") if word in words(kind))


def _mark(child: "Token", near: str) -> Iterator[str]:
    word = child.lemma_.lower()
    if child.dep_ == "neg" or word in ("no", "never"):
        yield f"neg{near}"
    if child.dep_ == "aux":
        yield f"aux{near}:{child.lower_}"
        if child.lower_ in words("modal"):
            yield f"modal{near}"
    if child.dep_ == "mark" and word in ("if", "unless", "whether"):
        yield f"if{near}"
    if child.dep_ in ("advmod", "amod", "det", "acomp") and word not in ("the", "a"):
        yield f"mod{near}:{word}"


def _chain(seen: "View", a: Mention, b: Mention) -> list["Token"]:
    """The tokens from the two mentions up to the root, near ones first."""
    tokens = [node for node in (seen.nodes[a], seen.nodes[b]) if node is not None]
    if not tokens:
        return []
    shared = [tokens[0], *tokens[0].ancestors]
    if len(tokens) == 2:
        other = {t.i for t in [tokens[1], *tokens[1].ancestors]}
        own = [t for t in [*tokens[1].ancestors] if t not in shared]
        inner = [t for t in shared[1:] if t.i not in other]
        shared = [*inner, *own, *[t for t in shared if t.i in other]]
    return shared[:6]


def _window(seen: "View", a: Mention, b: Mention) -> tuple[int, int]:
    places = [node.i for node in (seen.nodes[a], seen.nodes[b]) if node is not None]
    if not places:
        return 0, 0
    return max(0, min(places) - _NEAR), max(places) + _NEAR
