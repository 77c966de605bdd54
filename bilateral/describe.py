"""Everything that is known of a claim, a document or an actor."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.folder import Folder
from ontology import gazetteer
from ontology.claim import Claim
from ontology.document import Document
from ontology.errors import FolderError, OntologyError
from ontology.resolve import resolve

if TYPE_CHECKING:
    from bilateral.graph import Graph


_MEMBERS = ("member", "founding member", "nonregional member")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with fields, or a table."""

    title: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()


def describe(ident: str, graph: "Graph | None") -> list[Part]:
    """What is known under an id, a code or a name.

    Args:
        ident: a claim's id or its beginning, a document's id, or an actor's code or name.
        graph: where to look for claims; None if there is no folder yet.

    Raises:
        OntologyError: nothing goes by that name; the message suggests what may be meant.
    """
    resolution = resolve(ident)
    if resolution.actor:
        return list(_actor(resolution.actor, graph.folder if graph else None))
    if graph:
        try:
            return list(_stored(ident, graph.folder))
        except FolderError as error:
            if "beginning of" in str(error):
                raise
    raise OntologyError(f"nothing is known as {ident!r}: {resolution.reason}")


def _stored(ident: str, folder: Folder) -> Iterator[Part]:
    found = folder.find(ident)
    if found.claim:
        yield _claim(found.claim)
    yield _document(found.record.document)
    if not found.claim:
        yield _table(found.record.claims)


def _claim(c: Claim) -> Part:
    dates = {
        name: f"{date} (from the {date.basis})"
        for name, date in (("since", c.since), ("until", c.until))
        if date
    }
    place = f"{c.start}-{c.end}" if c.start is not None else None
    withdrawn = f"{c.retracted}: {c.reason}" if c.retracted else None
    values = {
        "modality": c.modality,
        **dates,
        "quote": c.quote,
        "sentence": " ".join(c.sentence.split()) if c.prefix or c.suffix else None,
        "place": place,
        "speaker": c.speaker,
        "confidence": c.confidence,
        "made by": c.extractor,
        "rests on": c.note,
        "recorded": c.recorded,
        "retracted": withdrawn,
    }
    heading = f"claim {c.id}: {_name(c.subject)} {c.relation} {_name(c.object)}"
    return Part(heading, _known(values))


def _document(d: Document) -> Part:
    values = {
        "title": d.title,
        "date": d.date,
        "publisher": d.publisher,
        "url": d.url,
        "origin": d.origin,
        "licence": d.licence,
        "recorded": d.recorded,
        "retracted": f"{d.retracted}: {d.reason}" if d.retracted else None,
    }
    return Part(f"document {d.id}", _known(values))


def _actor(actor: gazetteer.Actor, folder: Folder | None) -> Iterator[Part]:
    names: dict[str, list[str]] = {}
    for name in gazetteer.names():
        if name.actor == actor.code and name.name != actor.name:
            names.setdefault(name.kind, []).append(name.name)
    span = (
        f"{actor.since or '?'} to {actor.until or 'today'}" if actor.since or actor.until else None
    )
    values = {
        "kind": actor.subkind or actor.kind,
        "official": actor.official,
        "ISO alpha-2": actor.alpha2,
        "COW": ", ".join(map(str, actor.cow)),
        "span": span,
        **{kind: ", ".join(dict.fromkeys(found)) for kind, found in names.items()},
        **_memberships(actor),
    }
    yield Part(f"{actor.name} ({actor.code})", _known(values))
    claims = [c for r in folder.records() for c in r.standing if _about(c, actor)] if folder else []
    if claims:
        yield _partners(actor.code, claims)
        yield _table(claims)


def _memberships(actor: gazetteer.Actor) -> dict[str, str]:
    """Organizations by status: an observer or a candidate is no member."""
    found: dict[str, list[str]] = {}
    for each in gazetteer.memberships(actor.code) if actor.kind == "state" else ():
        if not each.until and each.status != "former member":
            status = "member" if each.status in _MEMBERS else each.status
            found.setdefault(f"{status} of", []).append(each.organization)
    return {status: ", ".join(sorted(names)) for status, names in sorted(found.items())}


def _about(claim: Claim, actor: gazetteer.Actor) -> bool:
    return actor.code in (claim.subject, claim.object)


def _partners(code: str, claims: Sequence[Claim]) -> Part:
    others = Counter(c.object if c.subject == code else c.subject for c in claims)
    told = ", ".join(f"{_name(other)} {number}" for other, number in others.most_common())
    return Part("", {"claims with": told})


def _table(claims: Sequence[Claim]) -> Part:
    columns = ["id", "subject", "relation", "object", "modality", "since", "quote"]
    rows = [
        [
            c.id[:8],
            c.subject,
            c.relation,
            c.object,
            "retracted" if c.retracted else c.modality,
            str(c.since or ""),
            c.quote,
        ]
        for c in claims
    ]
    return Part("", {}, columns, rows)


def _name(code: str) -> str:
    known = gazetteer.actors().get(code)
    return f"{known.name} ({code})" if known else code


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "")}
