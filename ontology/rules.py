"""The rules of a claim, checked on every claim at load; ``shapes.ttl`` says the same in SHACL.

Plain Python, since SHACL takes 800 times as long (10,000 claims: 10 ms against 7.9 s); a test
holds the two to the same verdicts.
"""

from collections.abc import Iterator

from ontology.claim import MODALITIES, Claim
from ontology.errors import OntologyError
from ontology.gazetteer import Actor, actors
from ontology.relations import Relation, relation

_KIND = {"State": "state", "Organization": "organization"}
_A = {"State": "a state", "Organization": "an organization"}


def check(claim: Claim, text: str | None = None) -> Claim:
    """The claim itself, if it keeps the rules.

    Args:
        text: the document's text, to find the quote in; None where the source is no text.

    Raises:
        OntologyError: it breaks one or more; the message names each.
    """
    broken = problems(claim, text)
    if broken:
        raise OntologyError("; ".join(broken))
    return claim


def problems(claim: Claim, text: str | None = None) -> list[str]:
    """What is wrong with a claim, each as one clause; an empty list if nothing is."""
    return [*_ends(claim), *_values(claim), *_quote(claim, text)]


def _ends(claim: Claim) -> Iterator[str]:
    known = actors()
    ends = {"subject": claim.subject, "object": claim.object}
    unknown = [code for code in ends.values() if code not in known]
    yield from (f"unknown actor code {code!r}; see `bilateral show NAME`" for code in unknown)
    if claim.subject == claim.object:
        yield f"{claim.subject} can't stand in a relation to itself"
    try:
        rule = relation(claim.relation)
    except OntologyError as error:
        yield str(error)
        return
    if not unknown:
        yield from _classes(known[claim.subject], rule, known[claim.object])


def _classes(subject: Actor, rule: Relation, target: Actor) -> Iterator[str]:
    for actor, allowed, role in ((subject, rule.domain, "subject"), (target, rule.range, "object")):
        if allowed in _KIND and actor.kind != _KIND[allowed]:
            yield f"the {role} of {rule.name} must be {_A[allowed]}, {actor.code} is none"
    if "state" not in (subject.kind, target.kind):
        yield f"at least one side must be a state; {subject.code} and {target.code} are none"


def _values(claim: Claim) -> Iterator[str]:
    if claim.modality not in MODALITIES:
        yield f"unknown modality {claim.modality!r}; use one of {', '.join(MODALITIES)}"
    if claim.since and claim.until and claim.since.first_day() > claim.until.last_day():
        yield f"it ends ({claim.until}) before it begins ({claim.since})"
    if not 0 <= claim.confidence <= 1:
        yield f"confidence {claim.confidence} is outside 0 to 1"
    if claim.retracted and not claim.reason:
        yield "it is retracted without a reason"


def _quote(claim: Claim, text: str | None) -> Iterator[str]:
    if (claim.start is None) != (claim.end is None):
        yield "the quote has only one of start and end"
    elif claim.start is not None and claim.end is not None:
        if not 0 <= claim.start < claim.end:
            yield f"the quote's place {claim.start}-{claim.end} is empty or reversed"
        elif not claim.quote:
            yield "it has a place in the text but no quote"
        elif text is not None and text[claim.start : claim.end] != claim.quote:
            yield f"the quote is not what the text has at {claim.start}-{claim.end}"
    elif text is not None and claim.quote and claim.quote not in text:
        yield "the quote is not in the text; copy it exactly as the text has it"
