"""How two mentions hang together in the grammar of their sentence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.reading.lexicon import words
from loaders.reading.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"amod", "compound", "poss", "nmod", "nn"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})


@dataclass(frozen=True, slots=True)
class Path:
    """The way from one mention to another.

    Args:
        roles: how each mention hangs on its governor (``nsubj``, ``poss``, ``prep_with`` ...).
        governors: lemma of each mention's governor.
        up, down: steps from the first to the common ancestor, and from it to the second.
        top: lemma of the common ancestor; empty if the mentions are conjoined there.
        triggers: lemmas on the path and hanging on it, near to far.
    """

    roles: tuple[str, str]
    governors: tuple[str, str]
    up: tuple[str, ...]
    top: str
    down: tuple[str, ...]
    triggers: tuple[str, ...]


def node(doc: "Doc", mention: Mention) -> "Token | None":
    """The token that stands for a mention, lifted to the office or body it belongs to."""
    if mention.end == 0:
        return None
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return lift(span.root) if span is not None and len(span) else None


def lift(token: "Token") -> "Token":
    """From "Russian" to "minister" in "the Russian minister", "minister of Russia"."""
    for _ in range(4):
        above = token.head
        inside = token.dep_ in _INSIDE and above.lemma_.lower() in words("agent")
        named = token.dep_ in ("compound", "amod", "nmod") and above.pos_ == "PROPN"
        if inside or named:
            token = above
        elif (
            token.dep_ == "pobj"
            and above.lower_ in ("of", "from")
            and above.head.lemma_.lower() in words("agent")
        ):
            token = above.head
        elif token.dep_ == "appos" and above.lemma_.lower() in words("agent"):
            token = above
        else:
            break
    return token


def path(first: "Token", second: "Token") -> Path:
    """The path between two tokens of a sentence; conjuncts share the place of the first one."""
    a, b = _unjoin(first, second), _unjoin(second, first)
    above_a, above_b = [a, *a.ancestors], [b, *b.ancestors]
    shared = {t.i for t in above_b}
    top = next((t for t in above_a if t.i in shared), above_a[-1])
    ups = above_a[: above_a.index(top)] if top in above_a else above_a
    downs = above_b[: above_b.index(top)] if top in above_b else above_b
    inner = [*ups[1:], *([top] if top not in (a, b) else []), *reversed(downs[1:])]
    hanging = [*inner, *_hanging(inner or _climb(top))]
    return Path(
        roles=(role(a), role(b)),
        governors=(_governor(a), _governor(b)),
        up=tuple(step for t in ups for step in _step(t, a)),
        top=_lemma(top) if top not in (a, b) else "",
        down=tuple(step for t in reversed(downs) for step in _step(t, b)),
        triggers=tuple(dict.fromkeys(_lemma(t) for t in hanging if t.pos_ in _CONTENT)),
    )


def lone(token: "Token") -> Path:
    """The path of a mention whose counterpart is unsaid: up to its clause."""
    start = _unjoin(token, None)
    climbed = _climb(start)
    hanging = [*climbed, *_hanging(climbed)]
    return Path(
        roles=(role(start), "unsaid"),
        governors=(_governor(start), ""),
        up=tuple(step for t in (start, *climbed[:1]) for step in _step(t, start)),
        top=_lemma(climbed[-1]) if climbed else "",
        down=(),
        triggers=tuple(dict.fromkeys(_lemma(t) for t in hanging if t.pos_ in _CONTENT)),
    )


def role(token: "Token") -> str:
    """How a token hangs on its governor."""
    if token.dep_ == "pobj":
        above = token.head
        mark = "by" if above.dep_ == "agent" else above.lower_
        return f"prep_{mark}"
    return token.dep_


def _unjoin(token: "Token", other: "Token | None") -> "Token":
    """The first conjunct of a list, unless the other mention is in the way."""
    for _ in range(12):
        if token.dep_ not in ("conj", "appos") or token.head == other:
            break
        if token.dep_ == "conj" and token.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
            break
        token = token.head
    return token


def _climb(token: "Token") -> list["Token"]:
    """From a token up to the verb of its clause."""
    climbed = [token] if token.pos_ in ("VERB", "NOUN") else []
    for above in token.ancestors:
        climbed.append(above)
        if above.pos_ in ("VERB", "AUX"):
            break
    return climbed


def _hanging(tokens: list["Token"]) -> list["Token"]:
    """Objects, complements, particles and modifiers of the path's tokens."""
    found = []
    for token in tokens:
        for child in token.children:
            if child.ent_type_ == "MENTION":
                continue
            if child.dep_ in ("dobj", "attr", "acomp", "prt", "xcomp", "oprd", "compound", "amod"):
                found.append(child)
                if child.dep_ in ("dobj", "attr"):
                    found += [c for c in child.children if c.dep_ in ("amod", "compound")]
            elif child.dep_ == "prep" and token.pos_ in ("VERB", "AUX"):
                found += [c for c in child.children if c.dep_ == "pobj"]
            elif child.dep_ in ("nsubjpass", "nsubj") and token.pos_ in ("VERB", "AUX"):
                found.append(child)
    return [t for t in found if t.ent_type_ != "MENTION"]


def _governor(token: "Token") -> str:
    above = token.head
    if token.dep_ == "pobj":
        above = above.head
    return _lemma(above) if above != token else ""


def _step(token: "Token", end: "Token") -> tuple[str, ...]:
    return (token.dep_,) if token == end else (_lemma(token), token.dep_)


def _lemma(token: "Token") -> str:
    return "X" if token.ent_type_ == "MENTION" else token.lemma_.lower()
