"""Scan sentences of our own: which actors the reader finds, and by which words."""

from loaders.reading.scan import Scanned, scan
from ontology.dates import PartialDate
from ontology.document import Document


def scanned(text: str, date: str = "2022-03-04", title: str = "") -> list[Scanned]:
    """The sentences of a news text of that date, with their mentions."""
    day = PartialDate(date) if date else None
    return scan(text, Document("news", title=title, date=day)).sentences


def named(text: str, date: str = "2022-03-04") -> list[str]:
    """Codes of the actors that the text names, in its order, each once."""
    mentions = [m for one in scanned(text, date) for m in one.own]
    return list(dict.fromkeys(m.actor for m in mentions))


def meant(text: str, words: str, date: str = "2022-03-04", title: str = "") -> set[str]:
    """Codes of the actors that those words stand for in the last sentence."""
    last = scanned(text, date, title)[-1]
    return {
        m.actor for m in last.mentions if m.end and last.sentence.text[m.start : m.end] == words
    }


def unsaid(text: str, kind: str, title: str = "") -> set[str]:
    """Codes of the actors that the last sentence leaves unsaid, for that reason."""
    last = scanned(text, title=title)[-1]
    return {m.actor for m in last.mentions if not m.end and m.kind == kind}
