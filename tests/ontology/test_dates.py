"""Partial dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.dates import PartialDate, partial
from ontology.errors import OntologyError


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("1954-05-19", "day", "1954-05-19", "1954-05-19"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    value: str, precision: str, first: str, last: str
) -> None:
    date = PartialDate(value)
    assert date.precision == precision
    assert date.first_day().isoformat() == first
    assert date.last_day().isoformat() == last


@pytest.mark.parametrize(
    "value",
    ["2024-13", "2023-02-29", "0000", "24", "2024-1", "20240101", "May 2024", " 2024", "２０２４"],
)
def test_what_is_no_date_is_refused_with_the_form_to_use(value: str) -> None:
    with pytest.raises(OntologyError, match="write 2024"):
        PartialDate(value)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        date = partial(text)
    except OntologyError:
        return
    assert date is None or date.value == text.strip()
