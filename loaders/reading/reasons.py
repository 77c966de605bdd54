"""What speaks for a claim, in words that need no grammar."""

from collections.abc import Callable, Iterable

MOST = 3
_LOOKED_AT = 12  # of so many the plainest are shown
_STRONG = ("p", "wr", "wo", "wa", "wb", "w", "bb")
_GRAMMAR = frozenset({"prep", "pobj", "agent", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"})
_WORDS_OF_GRAMMAR = (
    "a an the it its this that X 0 's ' \" . , of on in to by with for from at as and or not "
    "after before between be have do will would"
)
_LITTLE = frozenset(_WORDS_OF_GRAMMAR.split())
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "the one it is done to",
    "dobj": "object",
    "poss": "owner",
    "amod": "adjective",
    "compound": "adjective",
    "nmod": "adjective",
    "conj": "joined by 'and'",
    "appos": "in apposition",
    "dative": "receiver",
    "unsaid": "the side left unsaid",
    "ROOT": "head of the sentence",
}


def readable(features: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """The first features that people can read, in words; one reason a word.

    Args:
        features: of a pair, those that speak most for the claim first.
        most: how many reasons are wanted.
    """
    told: list[tuple[bool, str, str]] = []
    for feature in features:
        kind, _, rest = feature.partition(":")
        made = _WORDS[kind](rest) if kind in _WORDS and rest else None
        if made:
            told.append((kind not in _STRONG, *made))
        if len(told) == _LOOKED_AT:
            break
    by_word: dict[str, str] = {}
    for _, word, shown in sorted(told, key=lambda each: each[0]):
        by_word.setdefault(word, shown)
    return tuple(by_word.values())[:most]


def role(name: str) -> str:
    """How an end stands in its sentence: "subject", "after 'on'"."""
    if name.startswith("prep_"):
        return f"after '{name[5:]}'"
    return _ROLES.get(name, "its place")


Told = tuple[str, str] | None


def _trigger(rest: str) -> Told:
    word, *roles = rest.split(" ")
    if len(roles) != 2 or word in _LITTLE:
        return None
    return word, f"trigger '{word}' between {role(roles[0])} and {role(roles[1])}"


def _ordered(rest: str) -> Told:
    word, _, order = rest.partition(" ")
    if word in _LITTLE:
        return None
    return word, f"trigger '{word}', {'who acts' if order == '>' else 'who it is done to'} first"


def _sided(end: str) -> Callable[[str], Told]:
    def told(rest: str) -> Told:
        word, _, name = rest.partition(" ")
        return None if word in _LITTLE else (word, f"trigger '{word}' with {end} as {role(name)}")

    return told


def _whole(rest: str) -> Told:
    steps = [step for half in rest.split("<") for step in half.split(">") if step]
    words = [step for step in steps if not _grammar(step)]
    if not set(words) - _LITTLE:
        return None
    return " ".join(words), f"the whole way between the two: '{' '.join(words)}'"


def _grammar(step: str) -> bool:
    return step in _ROLES or step in _GRAMMAR


def _quoted(text: str) -> Callable[[str], Told]:
    def told(rest: str) -> Told:
        words = [word for word in rest.split(" ") if word not in ("(", ")", "X")]
        if not set(words) - _LITTLE or _grammar(rest):
            return None
        return " ".join(words), text.format(" ".join(words))

    return told


_WORDS: dict[str, Callable[[str], Told]] = {
    "p": _whole,
    "wr": _trigger,
    "wo": _ordered,
    "wa": _sided("who acts"),
    "wb": _sided("the other side"),
    "w": _quoted("trigger '{}'"),
    "pl": _quoted("'{}' on the way from one to the other"),
    "top": _quoted("'{}' joins the two"),
    "ga": _quoted("who acts belongs to '{}'"),
    "gb": _quoted("the other side belongs to '{}'"),
    "b": _quoted("'{}' between the two"),
    "bb": _quoted("'{}' between the two"),
    "l": _quoted("'{}' before the two"),
    "r": _quoted("'{}' after the two"),
    "s": _quoted("'{}' in the sentence"),
}
