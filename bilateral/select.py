"""Which claims a person wants to see or take away."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.folder import Folder
from graph.record import Record
from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of claims; an empty field chooses all.

    Args:
        states: codes; a claim is kept if one of its ends is among them.
        relations: names of relations.
        since, until: a claim is kept if it may have held in that span; undated claims are left
            out where either is given.
        ids: ids of claims, as a query returned them.
    """

    states: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    since: PartialDate | None = None
    until: PartialDate | None = None
    ids: frozenset[str] | None = None

    @classmethod
    def of(
        cls,
        states: Sequence[str],
        relations: Sequence[str],
        since: PartialDate | None,
        until: PartialDate | None,
        ids: Collection[str] | None,
    ) -> "Selection":
        """A selection from a user's words: names of actors, spellings of relations.

        Raises:
            OntologyError: one is unknown, or the span ends before it begins.
        """
        if since and until and since.first_day() > until.last_day():
            raise OntologyError(f"no claim can be both since {since} and until {until}")
        from ontology.relations import parse_relation
        from ontology.resolve import require

        return cls(
            states=frozenset(require(name).code for name in states),
            relations=frozenset(parse_relation(name).name for name in relations),
            since=since,
            until=until,
            ids=None if ids is None else frozenset(ids),
        )

    def keeps(self, claim: Claim) -> bool:
        """Whether the claim is chosen."""
        return (
            (not self.states or claim.subject in self.states or claim.object in self.states)
            and (not self.relations or claim.relation in self.relations)
            and (self.ids is None or claim.id in self.ids)
            and self._in_time(claim)
        )

    def _in_time(self, claim: Claim) -> bool:
        if not self.since and not self.until:
            return True
        begins, ends = claim.since or claim.until, claim.until or claim.since
        if not begins or not ends:
            return False
        late = self.until is not None and begins.first_day() > self.until.last_day()
        early = self.since is not None and ends.last_day() < self.since.first_day()
        return not late and not early


def selected(folder: Folder, selection: Selection) -> Iterator[Record]:
    """The documents that stand, each with its chosen claims; those without any are left out."""
    for record in folder.records():
        claims = tuple(claim for claim in record.standing if selection.keeps(claim))
        if claims:
            yield Record(record.document, claims)
