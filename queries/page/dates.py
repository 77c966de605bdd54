"""Dates as people write them."""

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.relations import relation

# Not calendar.month_name: it follows the locale, and the same graph must give the same page.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def spelled(when: PartialDate) -> str:
    """``17 May 2024``, ``May 2024`` or ``2024``."""
    year, *rest = when.value.split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    if rest:
        words.append(_MONTHS[int(rest[0]) - 1])
    return " ".join([*words, str(int(year))])


def period(claim: Claim) -> str:
    """When it holds or happened: ``since 2017``, ``on 17 May 2024``, ``1954 to 1977``, or empty."""
    since, until = claim.since, claim.until
    if since and until and since.value != until.value:
        return f"{spelled(since)} to {spelled(until)}"
    if since and not until and relation(claim.relation).kind == "standing":
        return f"since {spelled(since)}"
    if until and not since:
        return f"until {spelled(until)}"
    if since:
        return f"{'on' if since.precision == 'day' else 'in'} {spelled(since)}"
    return ""


def years(claim: Claim) -> list[int | None] | None:
    """First and last year; None as the last where a standing relation has no known end."""
    first, last = claim.since or claim.until, claim.until or claim.since
    if not first or not last:
        return None
    is_open = claim.until is None and relation(claim.relation).kind == "standing"
    return [first.year, None if is_open else last.year]
