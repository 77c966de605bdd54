"""The data that the page's script reads."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ontology.claim import Claim
from ontology.document import Document
from ontology.relations import Relation, relation
from queries.page.dates import period, spelled, years
from queries.page.names import named
from queries.page.network import network
from queries.page.pairs import pairs
from queries.page.seal import web_address

Json = dict[str, Any]


def model(
    records: Iterable[tuple[Document, Sequence[Claim]]], names: Mapping[str, str]
) -> dict[str, Any]:
    """Actors, pairs, relations, documents and claims, newest claim first, in a fixed order."""
    kept = [(document, _live(claims)) for document, claims in records if not document.retracted]
    documents = {document.id: document for document, _ in kept}
    claims = _ordered({claim.id: claim for _, found in kept for claim in found}, documents)
    actors = named(claims, names)
    cited = {claim.document for claim in claims}
    return {
        "empty": "" if claims else _why_empty(len(documents)),
        "actors": {code: {"name": it.name, "kind": it.kind} for code, it in actors.items()},
        "relations": _relations(claims),
        "documents": {key: _document(documents[key]) for key in sorted(cited & set(documents))},
        "claims": [_claim(claim) for claim in claims],
        "network": network(actors, pairs(claims)),
    }


def phrase(label: str) -> str:
    """A relation's label as the verb of a sentence: "member of" becomes "is a member of"."""
    first = label.split()[0]
    if first.endswith("s"):
        return label
    return f"is {label}" if first.endswith("ed") else f"is a {label}"


def _live(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if not claim.retracted]


def _ordered(claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> list[Claim]:
    """Newest first; then those without a date, by the date of their document."""

    def key(claim: Claim) -> tuple[bool, str, str]:
        source, own = documents.get(claim.document), claim.since or claim.until
        when = own or (source.date if source else None)
        return (own is not None, when.first_day().isoformat() if when else "", claim.id)

    return sorted(claims.values(), key=key, reverse=True)


def _why_empty(documents: int) -> str:
    if not documents:
        return "Nothing has been loaded yet, or all of it was withdrawn. Load an article first."
    many = "1 document was" if documents == 1 else f"{documents} documents were"
    return f"{many} read, and no claim about two states or organizations was found or kept."


def _relations(claims: Iterable[Claim]) -> Json:
    used = {claim.relation: relation(claim.relation) for claim in claims}
    return {name: _relation(used[name]) for name in sorted(used)}


def _relation(it: Relation) -> Json:
    return {
        "label": it.label,
        "phrase": phrase(it.label),
        "quad": it.quad,
        "plover": it.plover,
        "means": it.definition,
        "symmetric": it.symmetric,
    }


def _document(it: Document) -> Json:
    return _present(
        title=it.title or it.id,
        url=web_address(it.url),
        publisher=it.publisher,
        date=spelled(it.date) if it.date else None,
        licence=it.licence,
    )


def _claim(it: Claim) -> Json:
    when = it.since or it.until
    return _present(
        id=it.id,
        s=it.subject,
        r=it.relation,
        o=it.object,
        m=it.modality if it.modality != "actual" else None,
        when=period(it),
        basis=when.basis if when else None,
        years=years(it),
        pre=it.prefix,
        q=it.quote,
        suf=it.suffix,
        by=it.speaker,
        conf=it.confidence,
        doc=it.document,
        made=it.extractor,
    )


def _present(**fields: object) -> Json:
    """Without what is empty: a third less to mail."""
    return {key: value for key, value in fields.items() if value not in (None, "")}
