"""The names that the gazetteer knows, indexed by their words."""

import re
from dataclasses import dataclass
from functools import cache

from loaders.reading.lexicon import words
from ontology.fold import unaccented

WORD = re.compile(r"[^\W_]+")
_KINDS = {
    "common": "name",
    "official": "name",
    "former": "name",
    "local": "name",
    "abbreviation": "name",
    "former capital": "capital",
    "epithet": "metonym",
}
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name may mean.

    Args:
        actor: code of the state or organization.
        kind: ``name``, ``adjective``, ``demonym``, ``capital``, ``metonym``, ``institution``,
            ``person`` (full name) or ``surname``.
        since, until: first and last year in which the name meant the actor, 0 and 9999 if open.
    """

    actor: str
    kind: str
    since: int = 0
    until: int = 9999


@dataclass(frozen=True, slots=True)
class Index:
    """Entries by the words of their names, and by first word the keys that begin with it."""

    entries: dict[Key, list[Entry]]
    starts: dict[str, list[Key]]


def key(name: str) -> Key:
    """The words by which a name is looked up."""
    return tuple(unaccented(word) for word in WORD.findall(name.replace("'s", " s")))


@cache
def index() -> Index:
    """All names, leaders and learned prefixes of the gazetteer."""
    from ontology import gazetteer

    entries: dict[Key, list[Entry]] = {}
    # Where nothing else decides, a name means the actor at which it is not noted as ambiguous.
    for name in sorted(gazetteer.names(), key=lambda name: name.note.startswith("ambiguous")):
        kind = _KINDS.get(name.kind, name.kind)
        years = _year(name.since, 0), _year(name.until, 9999)
        entries.setdefault(key(name.name), []).append(Entry(name.actor, kind, *years))
    for leader in gazetteer.leaders():
        years = _year(leader.since, 0), _year(leader.until, 9999)
        for alias in (leader.person, *leader.aliases):
            found = key(alias)
            kind = "person" if len(found) > 1 else "surname"
            entries.setdefault(found, []).append(Entry(leader.state, kind, *years))
    for prefix in words("prefix"):
        word, _, actor = prefix.partition(":")
        entries.setdefault((word,), []).append(Entry(actor, "prefix"))
    entries.pop((), None)
    starts: dict[str, list[Key]] = {}
    for known in sorted(entries, key=len, reverse=True):
        starts.setdefault(known[0], []).append(known)
    return Index(entries, starts)


@cache
def organizations() -> frozenset[str]:
    """Codes of the organizations."""
    from ontology import gazetteer

    return frozenset(a.code for a in gazetteer.actors().values() if a.kind == "organization")


@cache
def places() -> frozenset[str]:
    """Codes of territories that texts name as places; few act for themselves."""
    from ontology import gazetteer

    found = (a.code for a in gazetteer.actors().values() if a.subkind == "territory")
    return frozenset(found) - words("acting territory")


def _year(value: object, default: int) -> int:
    return int(str(value)[:4]) if value else default
