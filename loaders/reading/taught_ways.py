"""The way that leads from A to B in the grammar of a sentence, as the user's lines are matched.

Two sentences go the same way if they say the same of A and B, whatever stands beside it: tense,
adjuncts, passive or active, a shared subject, a noun that takes the preposition or leaves it to
its verb. What the way must hold is kept strictly, since a line is believed at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.reading.lexicon import words as listed
from loaders.reading.paths import role

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
_VERBAL = ("VERB", "AUX")
_COMPLEMENTS = ("dobj", "nsubjpass", "prt", "attr", "acomp", "oprd")
_LIFTING = ("amod", "compound", "poss", "nmod")
_DEEP = {
    "nsubjpass": "dobj",
    "prep_by": "nsubj",
    "dative": "prep_to",
    "amod": "poss",
    "compound": "poss",
    "nmod": "poss",
}
_GIVING = (
    "give",
    "lend",
    "loan",
    "sell",
    "send",
    "grant",
    "offer",
    "hand",
    "promise",
    "pay",
    "owe",
)
_RELATIVE = ("which", "who", "that")


@dataclass(frozen=True, slots=True)
class Way:
    """How A and B hang together.

    Args:
        roles: of A and B, as in an active sentence (``nsubj``, ``dobj``, ``prep_on`` ...).
        steps: lemmas that one passes from A to B.
        core: objects, complements and particles of the verbs on the way.
        kinds: which of these the sentence has.
        above: lemmas from the way up to the verb of its clause, where it holds no verb.
        links: grammatical names of the steps.
        marks: negations, modals and conditions on it.
        thing: what of B is meant ("wine" in "Italian wine"); empty for B itself.
    """

    roles: tuple[str, str]
    steps: tuple[str, ...]
    core: frozenset[str]
    kinds: frozenset[str]
    above: tuple[str, ...]
    links: frozenset[str]
    marks: frozenset[str]
    thing: str = ""

    @property
    def words(self) -> frozenset[str]:
        """All lemmas of the way."""
        return self.core.union(self.steps, self.above)


def ways(first: "Token", second: "Token") -> Iterator[Way]:
    """The way from A to B, then those to what belongs to B ("Italian wine", "goods from Italy")."""
    direct = _way(first, second)
    if direct:
        yield direct
    for thing in _things(second):
        if thing == first or first in thing.subtree:
            return
        found = _way(first, thing, thing.lemma_.lower())
        if found:
            yield found


def content(token: "Token") -> bool:
    """Whether a token is a word that tells something, and no actor."""
    return token.pos_ in _CONTENT and token.ent_type_ != "MENTION"


def _way(first: "Token", second: "Token", thing: str = "") -> Way | None:
    a, b = _place(first, second), _place(second, first)
    over = [b, *b.ancestors]
    top = next((t for t in (a, *a.ancestors) if t in over), None)
    if top is None:
        return None
    ups, downs = _inner(a, top), _inner(b, top)[::-1]
    roles = [_role(a), _role(b)]
    top = _clause(a, b, top, ups, downs, roles)
    spine = [*ups, *([top] if top not in (a, b) else []), *downs]
    steps = [t for t in spine if _step(t, top)]
    climbed = [] if top.pos_ in _VERBAL else _climb(top)
    core = {
        c for verb in [*spine, *climbed] if verb.pos_ in _VERBAL for c in _complements(verb, a, b)
    }
    inner = [t for t in spine if t != top and content(t) and t not in steps]
    core.update((t, _DEEP.get(t.dep_, t.dep_)) for t in inner)
    marked = [*spine, *climbed, *(t for t, _ in core)]
    return Way(
        (roles[0], roles[1]),
        tuple(t.lemma_.lower() for t in steps),
        frozenset(t.lemma_.lower() for t, _ in core),
        frozenset(kind for _, kind in core),
        tuple(t.lemma_.lower() for t in climbed if content(t) or t.pos_ == "AUX"),
        frozenset(_link(t) for t in spine if t != top),
        frozenset(mark for t in marked for mark in _marks(t)),
        thing,
    )


def _place(token: "Token", other: "Token") -> "Token":
    """The first conjunct of a list, unless the other end is in the way."""
    while token.dep_ in ("conj", "appos") and token.head not in (other, token):
        if token.dep_ == "conj" and token.pos_ in _VERBAL:
            break
        token = token.head
    return token


def _inner(token: "Token", top: "Token") -> list["Token"]:
    """The tokens between one and its ancestor, near ones first."""
    found = []
    for above in token.ancestors if token != top else ():
        if above == top:
            break
        found.append(above)
    return found


def _clause(
    a: "Token",
    b: "Token",
    top: "Token",
    ups: list["Token"],
    downs: list["Token"],
    roles: list[str],
) -> "Token":
    """Where the way turns: at the verb that an end is the subject of, though it is not said again.

    "France condemned Italy and slapped ...", "France, which slapped ...": tokens that are passed
    over leave ``ups`` and ``downs``; a role taken over is put in ``roles``.
    """
    while downs and a.head == top and roles[0] == "nsubj" and _shares(downs[0]):
        top = downs.pop(0)
    for end, place, side in ((a, 0, downs), (b, 1, ups)):
        below = side[0 if place == 0 else -1] if side else None
        if top == end and below is not None and below.dep_ in ("relcl", "acl"):
            taken = _taken(below)
            if taken:
                roles[place], top = taken, below
                side.remove(below)
    return top


def _shares(verb: "Token") -> bool:
    """Whether a verb has the subject of the one above it."""
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return verb.pos_ == "VERB" and joined and not own


def _taken(verb: "Token") -> str | None:
    """The role that a noun has in the clause that hangs on it."""
    for child in verb.children:
        if child.lower_ in _RELATIVE and child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return _DEEP.get(child.dep_, child.dep_)
    if verb.dep_ == "acl":
        return {"VBG": "nsubj", "VBN": "dobj"}.get(verb.tag_)
    return None


def _step(token: "Token", top: "Token") -> bool:
    """Whether a token is a step; an object on the way is a complement of its verb."""
    if token == top:
        return token.ent_type_ != "MENTION" and token.pos_ not in ("ADP", "PART", "DET")
    return content(token) and token.dep_ not in _COMPLEMENTS


def _complements(verb: "Token", a: "Token", b: "Token") -> Iterator[tuple["Token", str]]:
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS and child not in (a, b) and _noted(child):
            yield child, _DEEP.get(child.dep_, child.dep_)
    if verb.dep_ in ("acl", "relcl") and verb.head not in (a, b) and content(verb.head):
        yield verb.head, "dobj"


def _noted(token: "Token") -> bool:
    return token.dep_ == "prt" or content(token)


def _climb(token: "Token") -> list["Token"]:
    found = []
    for above in token.ancestors:
        found.append(above)
        if above.pos_ in _VERBAL:
            break
    return found


def _marks(token: "Token") -> Iterator[str]:
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            yield "not"
        modal = child.dep_ == "aux" and child.lower_ in listed("modal")
        if modal or (child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")):
            yield child.lower_


def _link(token: "Token") -> str:
    """A step's grammatical name; "urged C to ..." is a clause of C's."""
    others = token.dep_ == "xcomp" and any(c.dep_ == "dobj" for c in token.head.children)
    return "ccomp" if others else token.dep_


def _role(token: "Token") -> str:
    found = role(token)
    # The parser often takes "lent India money" for money of India.
    if found == "compound" and token.head.dep_ == "dobj" and token.head.head.lemma_ in _GIVING:
        return "prep_to"
    if found == "prep_by" and token.head.dep_ != "agent":
        return found
    return _DEEP.get(found, found)


def _things(token: "Token") -> Iterator["Token"]:
    """The nouns that a mention qualifies, up to two: "Italian wine", "imports of Italian wine"."""
    for _ in range(2):
        if token.dep_ in _LIFTING:
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ in ("of", "from"):
            token = token.head.head
        else:
            return
        if token.pos_ != "NOUN":
            return
        yield token
