"""Partial dates: a year, a month or a day, never more precise than the source."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ontology.errors import OntologyError

Basis = Literal["text", "dateline", "dataset"]
Precision = Literal["year", "month", "day"]
BASES: tuple[Basis, ...] = get_args(Basis)

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date known to the year, month or day, and what it rests on.

    Args:
        value: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601, proleptic Gregorian, year 1-9999).
        basis: ``text`` (the words say so), ``dateline`` (taken from the document's own date) or
            ``dataset`` (a column of a dataset).

    Raises:
        OntologyError: the value is no such date, or the basis is unknown.
    """

    value: str
    basis: Basis = "text"

    def __post_init__(self) -> None:
        problem = _problem(self.value)
        if problem:
            raise OntologyError(
                f"{self.value!r} is no date: {problem}; write 2024, 2024-05 or 2024-05-17"
            )
        if self.basis not in BASES:
            raise OntologyError(
                f"unknown basis {self.basis!r} of a date; use one of {', '.join(BASES)}"
            )

    def __str__(self) -> str:
        return self.value

    @property
    def precision(self) -> Precision:
        """``year``, ``month`` or ``day``."""
        return _PRECISION[len(self.value)]

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.value[:4])

    def first_day(self) -> date:
        """The first day that the date may mean."""
        year, month, day = _parts(self.value)
        return date(year, month or 1, day or 1)

    def last_day(self) -> date:
        """The last day that the date may mean."""
        year, month, day = _parts(self.value)
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])


def partial(value: "str | date | PartialDate | None", basis: Basis = "text") -> PartialDate | None:
    """A partial date from what a caller has at hand; None and blank text give None.

    Raises:
        OntologyError: the text is no date.
    """
    if value is None or isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value.isoformat()[:10], basis)
    return PartialDate(value.strip(), basis) if value.strip() else None


def _parts(value: str) -> tuple[int, int | None, int | None]:
    found = _FORM.fullmatch(value)
    if not found:
        raise OntologyError(f"{value!r} is no date")
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day


def _problem(value: str) -> str | None:
    if not _FORM.fullmatch(value):
        return "not in the form YYYY, YYYY-MM or YYYY-MM-DD"
    year, month, day = _parts(value)
    if year < 1:
        return "there is no year 0"
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month}"
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        return f"there is no day {day} in that month"
    return None
