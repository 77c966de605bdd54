"""Mentions of states and organizations in a sentence, by the gazetteer."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loaders.reading.lexicon import words
from loaders.reading.lookalikes import lookalike
from loaders.reading.names import WORD, Entry, Index, Key, places
from ontology.fold import unaccented

_LEADER_GRACE = 1
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a sentence that stand for an actor.

    Args:
        start, end: offsets in the sentence.
        actor: code of the state or organization.
        kind: how it is named: a kind of ``names.Entry``; or how it is referred to: ``pronoun``,
            ``pronoun-focus`` (its second guess), ``country``, ``plural``; or, with no words and
            offsets of 0, why it is thought of: ``topic``, ``focus``, ``previous``.
    """

    start: int
    end: int
    actor: str
    kind: str


@dataclass(slots=True)
class Scene:
    """What is known of the document while its sentences are read.

    Args:
        year: of the document's date, None if it has none.
        people: persons introduced by the text, by surname, with their state.
        counts: how often each actor is named without doubt.
    """

    year: int | None = None
    people: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, as looked up."""

    text: str
    start: int
    end: int


def split(sentence: str) -> list[Word]:
    """The words of a sentence with their offsets."""
    return [Word(unaccented(m[0]), m.start(), m.end()) for m in WORD.finditer(sentence)]


def find(sentence: str, index: Index, scene: Scene) -> list[Mention]:
    """The mentions of a sentence, left to right, longest first, none inside another."""
    tokens = split(sentence)
    mentions: list[Mention] = []
    at = 0
    while at < len(tokens):
        found = _match(sentence, tokens, at, index, scene)
        if found:
            mention, length = found
            if mention.actor not in places() and sentence[mention.start : mention.end] not in words(
                "place"
            ):
                mentions.append(mention)
            at += length
        else:
            at += 1
    return mentions


def _match(
    sentence: str, tokens: list[Word], at: int, index: Index, scene: Scene
) -> tuple[Mention, int] | None:
    text = tokens[at].text
    first = _cased(text)
    shouted = index.starts.get(text, ()) if first != text else ()
    for known in (*shouted, *index.starts.get(first, ())):
        length = len(known)
        if not _fits(sentence, tokens, at, known):
            continue
        start, end = tokens[at].start, tokens[at + length - 1].end
        if lookalike(known, sentence, start, end):
            continue
        entry = _choose(index.entries[known], scene, sentence, start, end)
        if entry and entry.kind in ("person", "surname") and _another(sentence, tokens, at, length):
            continue
        if entry:
            if len(tokens[at + length - 1].text) == 1 and sentence[end : end + 1] == ".":
                end += 1
            return Mention(start, end, entry.actor, entry.kind), length
    state = scene.people.get(first)
    if state:
        return Mention(tokens[at].start, tokens[at].end, state, "person"), 1
    return None


def _fits(sentence: str, tokens: list[Word], at: int, known: Key) -> bool:
    if at + len(known) > len(tokens):
        return False
    initials = all(len(word) == 1 for word in known)
    for step, word in enumerate(known):
        text = tokens[at + step].text
        if word not in (text, _cased(text)) and not (step and text == word.upper()):
            return False
        if step:
            gap = sentence[tokens[at + step - 1].end : tokens[at + step].start]
            if len(gap.strip(" .'-,&/")) or len(gap) > 3 or (initials and "." not in gap):
                return False
    return True


def _another(sentence: str, tokens: list[Word], at: int, length: int) -> bool:
    """Whether the name runs on: "Juan Carlos" of "Juan Carlos Varela" is someone else."""
    after = tokens[at + length] if at + length < len(tokens) else None
    if after is None or sentence[tokens[at + length - 1].end : after.start] != " ":
        return False
    known = words("honorific") | words("office") | words("agent")
    return after.text[0].isupper() and not {after.text, after.text.lower()} & known


def _cased(word: str) -> str:
    return word.title() if len(word) > 3 and word.isupper() else word


def _choose(
    entries: Iterable[Entry], scene: Scene, sentence: str, start: int, end: int
) -> Entry | None:
    fitting = [e for e in entries if _holds(e, scene, sentence, start, end)]
    if len({e.actor for e in fitting}) > 1:
        counts: Mapping[str, int] = scene.counts
        year = scene.year or _told(sentence)
        latest = max(e.until for e in fitting)
        # An undated text speaks of the states of today: "Turkey" is no empire.
        dated = [e for e in fitting if (e.since <= year <= e.until if year else e.until == latest)]
        fitting = dated or fitting
        # As often named: the seat of an organization stands for it ("Brussels").
        fitting.sort(key=lambda e: (-counts.get(e.actor, 0), e.kind != "metonym"))
    return fitting[0] if fitting else None


def _told(sentence: str) -> int:
    """The first year that the sentence names, 0 if none."""
    found = _YEAR.search(sentence)
    return int(found[0]) if found else 0


def _holds(entry: Entry, scene: Scene, sentence: str, start: int, end: int) -> bool:
    if entry.kind == "prefix":
        return sentence[end : end + 1] == "-"
    if entry.kind == "surname":
        if not scene.year:
            return False
        return entry.since - _LEADER_GRACE <= scene.year <= entry.until + _LEADER_GRACE
    if entry.kind == "person":
        return not scene.year or entry.since - _LEADER_GRACE <= scene.year
    if entry.kind == "capital" and scene.year and not entry.since <= scene.year <= entry.until:
        # What was a capital once is a town now, unless the text speaks of that time or state.
        told = _told(sentence)
        return scene.counts[entry.actor] > 0 or entry.since <= told <= entry.until
    return True
