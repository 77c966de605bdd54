"""Spans of partial dates: does a name, a state or a membership hold at a given time?

Dates are compared as text: ISO dates sort as they read, and a missing month or day at the end of a
span stands for the last one ("1997" ends with 1997-12-31). So thousands of rows load without any
date being parsed.
"""

from datetime import date

from ontology.dates import partial

_LAST = "-12-31"
_MIDDLE = "-07-01"

When = tuple[str, str]
ALWAYS: When = ("", "9999-12-31")


def when(on: str | date | None) -> When:
    """The first and last day that a date may mean; None means any time.

    Raises:
        OntologyError: the text is no date.
    """
    moment = partial(on)
    if moment is None:
        return ALWAYS
    return moment.first_day().isoformat(), moment.last_day().isoformat()


def middle(moment: When) -> When:
    """One day in the middle: what a bare year means where something must be chosen."""
    first, last = moment
    if not first or first == last:
        return moment
    day = f"{first[:4]}{_MIDDLE}" if first[:7] != last[:7] else f"{first[:7]}-15"
    return day, day


def covers(since: str, until: str, moment: When) -> bool:
    """Whether the span touches the time; an empty end is open."""
    first, last = moment
    return since <= last and (not until or until + _LAST[len(until) - 4 :] >= first)


def spoken(since: str, until: str) -> str:
    """A span in words: ``1971-10-27 to 1997-05-17``, ``since 1971``, ``until 1997`` or nothing."""
    if since and until:
        return f"{since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""
