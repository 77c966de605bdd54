"""A document's sentences with the actors that each of them is about."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from loaders.documents.language import languages
from loaders.reading import people, reference
from loaders.reading.mentions import Mention, Scene, find
from loaders.reading.names import index
from loaders.reading.repair import Repaired, repair
from loaders.reading.sentences import Sentence, sentences
from ontology.document import Document


@dataclass(frozen=True, slots=True)
class Scanned:
    """A sentence and its mentions; ``own`` are those made by name."""

    sentence: Sentence
    mentions: list[Mention]
    own: list[Mention]


@dataclass(frozen=True, slots=True)
class Scan:
    """A document as scanned: its repaired text, its sentences, its main actors.

    ``foreign`` is the number of sentences in paragraphs that are not English; they are left out.
    """

    repaired: Repaired
    sentences: list[Scanned]
    focus: list[str]
    foreign: int = 0


def scan(text: str, document: Document, start: int = 0) -> Scan:
    """Find sentences, mentions and references. Reads text; needs no grammar."""
    repaired = repair(text, start)
    whole = list(sentences(repaired))
    every = _english(whole, repaired, languages(text, start).foreign)
    scene = Scene(document.date.year if document.date else None)
    _survey(every, scene)
    own = [find(sentence.text, index(), scene) for sentence in every]
    counts: Counter[str] = Counter()
    for mentions in own:
        counts.update(m.actor for m in mentions)
    title = find(document.title, index(), scene)
    memory = reference.Memory(reference.focus(title, counts))
    done = []
    for sentence, mentions in zip(every, own, strict=True):
        resolved = reference.resolve(sentence.text, mentions, memory)
        done.append(Scanned(sentence, resolved, mentions))
        reference.remember(sentence.text, mentions, resolved, memory)
    return Scan(repaired, done, memory.focus, len(whole) - len(every))


def _english(
    every: list[Sentence], repaired: Repaired, foreign: list[tuple[int, int]]
) -> list[Sentence]:
    """The sentences that do not begin in a stretch of another language."""
    if not foreign:
        return every
    starts = [start for start, _ in foreign]

    def inside(at: int) -> bool:
        place = bisect_right(starts, at)
        return place > 0 and at < foreign[place - 1][1]

    return [one for one in every if not inside(repaired.origin[one.start])]


def _survey(every: list[Sentence], scene: Scene) -> None:
    """First look: who is named without doubt, whom the text introduces."""
    for sentence in every:
        mentions = find(sentence.text, index(), scene)
        scene.counts.update(m.actor for m in mentions if m.kind in ("name", "adjective"))
        for name, state in people.introduced(sentence.text, mentions).items():
            if (name,) not in index().entries:
                scene.people.setdefault(name, state)
