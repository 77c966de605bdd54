"""Words that point back: pronouns, "the two countries", "the kingdom", and what is left unsaid."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from loaders.reading.lexicon import words
from loaders.reading.mentions import Mention

_PRONOUN = re.compile(r"\b(?:[Ii]ts|[Ii]t|[Tt]heir|[Tt]hey|[Tt]hem)\b")
_SPEAKER = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_NEIGHBOR = re.compile(r"\b[Ii]ts\s(?:[a-z-]+\s)?(?:neighbor|neighbour)\b(?!s|ing)(?!,?\s[A-Z])")
_PERSON = re.compile(r"\b(?:[Hh]is|[Hh]e|[Hh]im|[Ss]he|[Hh]er)\b")
_HALVES = {"North": "PRK", "Northern": "PRK", "South": "KOR", "Southern": "KOR"}
_HALF = re.compile(r"\b[Tt]he (North(?:ern)?|South(?:ern)?)\b(?!\s(?:[A-Z]|of\b))")
_HEADING = 60
PERSONAL = ("person", "surname")
IMPLICIT = ("topic", "focus", "previous")
NAMED = ("name", "adjective", "demonym", "capital", "metonym", "institution", "person", "surname")


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while going through a document.

    Args:
        focus: the document's main actors, most important first.
        topic: the actor that the last heading names.
        recent: actors of the sentences before, the latest last, each in order of appearance.
        person: state of the person last named.
    """

    focus: list[str] = field(default_factory=list)
    topic: str | None = None
    recent: list[list[str]] = field(default_factory=list)
    person: str | None = None

    def nearest(self, without: frozenset[str] = frozenset()) -> list[str]:
        """Actors by how likely they are meant: main actors first among those spoken of lately."""
        weights: dict[str, float] = {}
        for back, actors in enumerate(reversed(self.recent[-4:])):
            for place, actor in enumerate(actors):
                weights.setdefault(actor, 3.0 - 0.8 * back - 0.3 * place)
        for rank, actor in enumerate(self.focus):
            weights[actor] = weights.get(actor, 0.0) + (2.0, 1.0, 0.3, 0.1)[rank]
        ranked = sorted(weights, key=lambda actor: -weights[actor])
        return [actor for actor in ranked if actor not in without]


def focus(title: list[Mention], counts: Counter[str]) -> list[str]:
    """The main actors: those of the title first, then the most often named (at most four)."""
    weights: Counter[str] = Counter(counts)
    for place, mention in enumerate(title[:3]):
        weights[mention.actor] += 6 - place
    return [actor for actor, _ in weights.most_common(4)]


def resolve(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    """The sentence's mentions with those that it makes by reference."""
    own = sorted([*own, *_halves(text, own, memory)], key=lambda m: (m.start, m.end))
    added = [*_plural(text, own, memory), *_country(text, own, memory)]
    added += [*_speaker(text, own, memory), *_neighbor(text, own, memory)]
    taken = [*own, *added]
    added += [m for m in _pronouns(text, own, memory) if not _inside(m, taken)]
    added += _implicit([*own, *added], memory)
    return sorted([*own, *added], key=lambda m: (m.start, m.end))


def remember(text: str, own: list[Mention], resolved: list[Mention], memory: Memory) -> None:
    """Take a sentence that was read into memory; "It ..." goes on speaking of the same actor."""
    actors = list(dict.fromkeys(m.actor for m in own if m.kind in NAMED))
    goes_on = [m.actor for m in resolved if m.kind == "pronoun" and m.end and m.start == 0]
    actors = list(dict.fromkeys([*goes_on[:1], *actors]))
    heading = len(text) <= _HEADING and not re.search(r"[.!?\"]$", text)
    if heading and len(text.split()) <= 6 and len(actors) == 1:
        memory.topic = actors[0]
    if actors:
        memory.recent.append(actors)
        del memory.recent[:-6]
    for mention in own:
        if mention.kind in PERSONAL:
            memory.person = mention.actor


@cache
def _plurals() -> re.Pattern[str]:
    known = sorted(words("plural"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b", re.IGNORECASE)


@cache
def _countries() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("country"), key=len, reverse=True))
    return re.compile(rf"\b[Tt]h(?:e|is|at)\s(?:[a-z-]+\s)?(?:{nouns})\b(?!\s(?:of|department))")


def _plural(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    found = _plurals().search(text)
    if not found:
        return []
    before = list(dict.fromkeys(m.actor for m in own if m.end <= found.start()))
    inside = list(dict.fromkeys(m.actor for m in own))
    if len(before) >= 2:
        ends = before[:2]
    elif len(inside) >= 2:
        return []
    else:
        ends = [*before, *memory.nearest(frozenset(before))][:2]
    return [Mention(found.start(), found.end(), actor, "plural") for actor in ends]


def _halves(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    """ "The North" and "the South" where the text is about Korea."""
    if not {"PRK", "KOR"} & set(memory.focus):
        return []
    made = [Mention(m.start(1), m.end(1), _HALVES[m[1]], "metonym") for m in _HALF.finditer(text)]
    return [mention for mention in made if not _inside(mention, own)]


def _country(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    found = _countries().search(text)
    if not found:
        return []
    before = [m.actor for m in own if m.end <= found.start()]
    last = before[:1] or (memory.recent[-1][:1] if memory.recent else []) or memory.focus[:1]
    return [Mention(found.start(), found.end(), actor, "country") for actor in last]


def _pronouns(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    made = []
    last = memory.recent[-1][0] if memory.recent else None
    main = memory.focus[0] if memory.focus else None
    for found in _PRONOUN.finditer(text):
        before = [m.actor for m in own if m.end <= found.start() and m.kind in NAMED]
        first = before[0] if before else last or main
        if first:
            made.append(Mention(found.start(), found.end(), first, "pronoun"))
        if main and first != main and not before:
            made.append(Mention(found.start(), found.end(), main, "pronoun-focus"))
    for found in _PERSON.finditer(text):
        before = [m.actor for m in own if m.end <= found.start() and m.kind in PERSONAL]
        actor = before[-1] if before else memory.person
        if actor:
            made.append(Mention(found.start(), found.end(), actor, "pronoun"))
    return made


def _speaker(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    """ "We" and "our" of a quotation: the state of who speaks outside of its marks."""
    if '"' not in text:
        return []
    outside = [m for m in own if text.count('"', 0, m.start) % 2 == 0 and m.kind in NAMED]
    persons = [m for m in outside if m.kind in PERSONAL]
    actor = (persons or outside)[0].actor if outside else memory.person
    if not actor:
        return []
    return [
        Mention(m.start(), m.end(), actor, "pronoun")
        for m in _SPEAKER.finditer(text)
        if text.count('"', 0, m.start()) % 2
    ]


def _neighbor(text: str, own: list[Mention], memory: Memory) -> list[Mention]:
    """ "Its neighbour": the other main actor."""
    found = _NEIGHBOR.search(text)
    if not found:
        return []
    before = [m.actor for m in own if m.end <= found.start() and m.kind in NAMED]
    last = memory.recent[-1][:1] if memory.recent else []
    others = memory.nearest(frozenset(before or last))[:1]
    return [Mention(found.start() + 4, found.end(), actor, "country") for actor in others]


def _implicit(known: list[Mention], memory: Memory) -> list[Mention]:
    """Counterparts that a sentence leaves unsaid: topic, main actor, those just spoken of."""
    there = {m.actor for m in known}
    if not there:
        return []
    unsaid: dict[str, str] = {}
    if memory.topic and memory.topic not in there:
        unsaid[memory.topic] = "topic"
    for actor in memory.focus[: 2 if len(there) == 1 else 1]:
        if actor not in there:
            unsaid.setdefault(actor, "focus")
    if memory.recent and len(there) == 1:
        for actor in memory.recent[-1][:2]:
            if actor not in there:
                unsaid.setdefault(actor, "previous")
    return [Mention(0, 0, actor, kind) for actor, kind in list(unsaid.items())[:3]]


def _inside(mention: Mention, others: list[Mention]) -> bool:
    return any(m.start < mention.end and mention.start < m.end for m in others)
