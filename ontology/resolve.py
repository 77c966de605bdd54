"""Resolution: from a name as someone wrote it, and a date, to the one actor that it means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from ontology.errors import OntologyError
from ontology.fold import fold
from ontology.gazetteer import Actor, Leader, Lookalike, Name, actors, leaders, lookalikes, names
from ontology.span import ALWAYS, When, covers, middle, spoken, when

_OWN = frozenset({"common", "official", "former", "local", "abbreviation", "code"})
_OF_PEOPLE = frozenset({"adjective", "demonym"})
_SPOKEN = {
    "common": "a name",
    "official": "an official name",
    "former": "a former name",
    "local": "a local name",
    "abbreviation": "an abbreviation",
    "code": "a code",
    "adjective": "the adjective",
    "demonym": "a word for the people",
    "capital": "a capital",
    "former capital": "a former capital",
    "metonym": "a metonym",
    "institution": "an institution",
    "epithet": "an epithet",
}
_TURNED = re.compile(r"(.+?)(?:, (.+)| ((?:\S+ )?(?:republic|fyr|duchy)(?: of)?))")
_REPUBLIC = re.compile(r"\brep\b")
_TODAY: When = ("9999-12-31", "9999-12-31")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: an actor, or None; why, in one sentence; and who else it may be."""

    name: str
    actor: Actor | None
    reason: str
    candidates: tuple[Actor, ...] = ()


def resolve(name: str, on: str | date | None = None, near: str = "") -> Resolution:
    """Find the actor that a name means.

    Args:
        name: a code (PAK), an ISO alpha-2 code in capitals, a name, demonym, capital, metonym,
            institution, organization, or (with a date) a leader. Case, accents and a leading
            "the" do not matter.
        on: the date of the text: a year, month or day; None for today's meaning.
        near: words around the name, which may show that it is no state ("Atlanta" near "Georgia").

    Raises:
        OntologyError: ``on`` is no date.
    """
    moment = when(on)
    key = fold(name)
    # "us" is the pronoun far more often than the country; every other key may be typed small.
    if not key or name.strip() == "us":
        return Resolution(name, None, f"{name.strip()!r} is no name of an actor")
    coded = actors().get(name.strip())
    if coded and (key not in _index() or covers(coded.since, coded.until, _asked(moment))):
        return _found(name, coded, f"{coded.code} is the code of {coded.name}", moment)
    false = _lookalike(name, key, near)
    if false:
        return Resolution(name, None, f"{name!r} here is {false.meaning}, no state")
    key = next((form for form in _forms(key) if form in _index()), key)
    rows = _index().get(key, ())
    if rows:
        return _choose(name, key, rows, moment)
    return _by_alpha2(name, moment) or _by_leader(name, key, moment, on) or _unknown(name, key)


def require(name: str, on: str | date | None = None) -> Actor:
    """The actor that a name means.

    Raises:
        OntologyError: no single actor, with the reason; or ``on`` is no date.
    """
    answer = resolve(name, on)
    if answer.actor is None:
        raise OntologyError(answer.reason)
    return answer.actor


@cache
def _index() -> Mapping[str, Sequence[Name]]:
    index: defaultdict[str, list[Name]] = defaultdict(list)
    for row in names():
        index[fold(row.name)].append(row)
    return index


def _forms(key: str) -> Iterable[str]:
    """The name, and the name as catalogues turn it: "Korea, North", "Moldova, Republic of"."""
    turned = _TURNED.fullmatch(_REPUBLIC.sub("republic", key))
    if not turned:
        return (key,)
    head, tail = turned[1], turned[2] or turned[3]
    return key, f"{tail} {head}", f"{tail} of {head}"


def _choose(name: str, key: str, rows: Sequence[Name], moment: When) -> Resolution:
    rows = _best(name, rows, moment)
    found = tuple(actors()[code] for code in dict.fromkeys(row.actor for row in rows))
    if len(found) > 1:
        listed = " or ".join(f"{actor.name} ({actor.code})" for actor in found)
        return Resolution(name, None, f"{name!r} is ambiguous: {listed}", found)
    actor, row = found[0], rows[0]
    gone = _elsewhere(key, actor, moment)
    if gone:
        return Resolution(name, None, f"{name!r} is {gone.meaning}, no state then", found)
    kind = _SPOKEN.get(row.kind, row.kind)
    reason = f"{row.name} is {kind} of {actor.name} ({actor.code})"
    if not covers(row.since, row.until, moment):
        reason += f", in use {spoken(row.since, row.until)}"
        # The Taliban of 2010 and Bonn in 2010 did not speak for a state, the KGB of 1980 did.
        if row.kind not in _OWN and covers(actor.since, actor.until, moment):
            return Resolution(name, None, f"{reason}, not at that date", found)
    return _found(name, actor, reason, moment)


def _asked(moment: When) -> When:
    return _TODAY if moment == ALWAYS else moment


def _best(name: str, rows: Sequence[Name], moment: When) -> Sequence[Name]:
    """Narrow step by step; a step that would leave nothing is not taken."""
    asked = _asked(moment)
    day = middle(asked)
    known = actors()
    steps = (
        lambda r: covers(r.since, r.until, asked),
        lambda r: covers(known[r.actor].since, known[r.actor].until, asked),
        lambda r: covers(r.since, r.until, day),
        lambda r: covers(known[r.actor].since, known[r.actor].until, day),
        lambda r: r.until != day[0],
        lambda r: r.kind in _OWN,
        lambda r: r.kind not in _OF_PEOPLE,
        lambda r: r.name == name.strip(),
    )
    for step in steps:
        rows = [row for row in rows if step(row)] or rows
    return rows


def _found(name: str, actor: Actor, reason: str, moment: When) -> Resolution:
    if actor.until and not covers(actor.since, actor.until, _asked(moment)):
        reason += f"; {actor.name} existed {spoken(actor.since, actor.until)}"
    elif not covers(actor.since, actor.until, moment):
        reason += f"; it has been a state of its own only {spoken(actor.since, actor.until)}"
    return Resolution(name, actor, reason, (actor,))


@cache
def _lookalikes_of(key: str) -> Sequence[tuple[re.Pattern[str], Lookalike]]:
    rows = (row for row in lookalikes() if row.pattern and fold(row.name) == key)
    return tuple((re.compile(row.pattern), row) for row in rows)


def _lookalike(name: str, key: str, near: str) -> Lookalike | None:
    if not near:
        return None
    return next((row for pattern, row in _lookalikes_of(key) if pattern.search(near)), None)


def _elsewhere(key: str, actor: Actor, moment: When) -> Lookalike | None:
    if covers(actor.since, actor.until, _asked(moment)):
        return None
    rows = (row for row in lookalikes() if row.kind == "elsewhere" and fold(row.name) == key)
    return next(rows, None)


def _by_alpha2(name: str, moment: When) -> Resolution | None:
    code = name.strip()
    if len(code) != 2 or not code.isupper():
        return None
    rows = [Name(a.code, code, "code", a.since, a.until, "") for a in actors().values()]
    rows = [row for row in rows if actors()[row.actor].alpha2 == code]
    return _choose(name, fold(name), rows, moment) if rows else None


@cache
def _terms() -> Mapping[str, Sequence[Leader]]:
    index: defaultdict[str, list[Leader]] = defaultdict(list)
    for leader in leaders():
        for key in {fold(alias) for alias in (leader.person, *leader.aliases)}:
            index[key].append(leader)
    return index


def _by_leader(name: str, key: str, moment: When, on: str | date | None) -> Resolution | None:
    terms = _terms().get(key, ())
    if not terms:
        return None
    serving = [term for term in terms if covers(term.since, term.until, moment)]
    codes = tuple(dict.fromkeys(term.state for term in (serving if on else terms)))
    found = tuple(actors()[code] for code in codes if code in actors())
    if on and len(found) == 1:
        term = serving[0]
        held = (
            f"{term.person} was {term.office} of {found[0].name} {spoken(term.since, term.until)}"
        )
        return Resolution(name, found[0], held, found)
    listed = "; ".join(
        f"{t.office} of {t.state} {spoken(t.since, t.until)}" for t in (serving or terms)[:3]
    )
    advice = "is a person: give the date of the text"
    if on:
        advice = "may be several office-holders" if serving else "held no office at that date"
    return Resolution(name, None, f"{name!r} {advice} ({listed})", found)


def _unknown(name: str, key: str) -> Resolution:
    for row in lookalikes():
        if row.kind == "phrase" and re.fullmatch(row.pattern, name.strip(), re.IGNORECASE):
            return Resolution(name, None, f"{name!r} is {row.meaning}, no state")
    close = get_close_matches(key, _index(), n=5, cutoff=0.8)
    near = _actors_of(code for match in close for code in _codes(match))
    if not near:
        return Resolution(name, None, f"no actor is known as {name!r}")
    listed = " or ".join(f"{actor.name} ({actor.code})" for actor in near[:3])
    return Resolution(name, None, f"no actor is known as {name!r}; did you mean {listed}?", near)


def _codes(key: str) -> Iterable[str]:
    return (row.actor for row in _index()[key])


def _actors_of(codes: Iterable[str]) -> tuple[Actor, ...]:
    return tuple(actors()[code] for code in dict.fromkeys(codes))
