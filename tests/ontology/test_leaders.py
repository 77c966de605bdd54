"""The office-holders file: consistent, readable, and right where a reader would notice."""

import csv
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import ontology

ACTORS = Path(ontology.__file__).parent / "actors"
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NUMERAL = re.compile(r"[IVX]+")

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    with (ACTORS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def serving(name: str, day: str) -> set[tuple[str, str]]:
    """The (state, office) that a name, or an alias, stands for on a day."""
    return {
        (row["state"], row["office"])
        for row in table("leaders")
        if name in (row["person"], *row["aliases"].split(";"))
        and (not row["from"] or row["from"] <= day[: len(row["from"])])
        and (not row["until"] or day[: len(row["until"])] <= row["until"])
    }


def states(name: str, day: str) -> set[str]:
    return {state for state, _ in serving(name, day)}


def test_rows_are_sorted_differ_and_name_their_source() -> None:
    rows = [tuple(row.values()) for row in table("leaders")]
    assert rows == sorted(set(rows))
    assert all(row["source"] and row["office"] and row["person"] for row in table("leaders"))


def test_a_term_begins_once() -> None:
    keys = [(r["state"], r["person"], r["office"], r["from"]) for r in table("leaders")]
    assert len(keys) == len(set(keys))


def test_terms_are_partial_dates_in_order() -> None:
    for row in table("leaders"):
        start, end = row["from"], row["until"]
        assert all(not d or PARTIAL_DATE.fullmatch(d) for d in (start, end)), row
        shared = min(len(start), len(end))
        assert start[:shared] <= end[:shared], row


def test_every_office_is_of_a_known_actor() -> None:
    known = {row["code"] for name in ("states", "organizations") for row in table(name)}
    assert {row["state"] for row in table("leaders")} <= known


def test_persons_are_written_as_people_write_them() -> None:
    for row in table("leaders"):
        words = re.split(r"[ -]", row["person"])
        shouted = [
            w
            for w in words
            if len(w) > 3 and w.isalpha() and w.isupper() and not NUMERAL.fullmatch(w)
        ]
        assert not shouted, row
        assert not re.search(r"[\d_;()\[\]/]", row["person"]), row


def test_aliases_are_distinct_from_the_person_and_never_empty() -> None:
    for row in table("leaders"):
        if row["aliases"]:
            aliases = row["aliases"].split(";")
            assert all(a == a.strip() and len(a) > 1 for a in aliases), row
            assert row["person"] not in aliases
            assert len(aliases) == len(set(aliases)), row


def test_presidents_of_the_united_states_follow_without_a_gap() -> None:
    terms = sorted(
        (row["from"], row["until"])
        for row in table("leaders")
        if row["state"] == "USA" and row["office"] == "head of state"
    )
    assert terms[0][0] == "1809-03-04"
    assert all(left[1] == right[0] for left, right in pairwise(terms))
    assert terms[-1][1] == ""


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("Bush", "1990-08-02", "USA"),
        ("Trudeau", "1970-01-01", "CAN"),
        ("Putin", "2014-03-18", "RUS"),
        ("Gorbachev", "1986-10-11", "SUN"),
        ("Xi", "2020-01-01", "CHN"),
        ("Modi", "2019-02-26", "IND"),
        ("Erdogan", "2010-01-01", "TUR"),
        ("Thatcher", "1982-04-02", "GBR"),
        ("Bismarck", "1870-07-19", "PRU"),
        ("Bismarck", "1882-05-20", "DEU"),
        ("Metternich", "1815-06-09", "AUH"),
        ("Araghchi", "2025-06-13", "IRN"),
        ("Baerbock", "2023-04-14", "DEU"),
        ("Wadephul", "2025-10-01", "DEU"),
        ("Sybiha", "2025-01-01", "UKR"),
        ("Rubio", "2025-05-10", "USA"),
        ("Zakharova", "2022-02-24", "RUS"),
        ("Mao Ning", "2023-05-01", "CHN"),
        ("Jaishankar", "2020-06-16", "IND"),
        ("Sheinbaum", "2025-02-01", "MEX"),
        ("Milei", "2024-02-06", "ARG"),
        ("Assad", "2018-04-14", "SYR"),
    ],
)
def test_a_name_in_the_news_finds_its_state(name: str, day: str, state: str) -> None:
    assert states(name, day) == {state}


@pytest.mark.parametrize(
    ("name", "before", "first", "after", "second"),
    [
        ("Rutte", "2020-01-01", "NLD", "2025-01-01", "NATO"),
        ("Stoltenberg", "2010-01-01", "NOR", "2020-01-01", "NATO"),
        ("von der Leyen", "2016-01-01", "DEU", "2022-01-01", "EU"),
        ("Kallas", "2022-01-01", "EST", "2025-02-01", "EU"),
        ("Guterres", "2000-01-01", "PRT", "2020-01-01", "UN"),
        ("Ban Ki-moon", "2005-01-01", "KOR", "2010-01-01", "UN"),
    ],
)
def test_who_changed_office_changes_actor(
    name: str, before: str, first: str, after: str, second: str
) -> None:
    assert states(name, before) == {first}
    assert states(name, after) == {second}


@pytest.mark.parametrize("word", ["May", "Major", "Price", "Grant", "Said", "Ban", "Win"])
def test_words_of_the_language_are_nobodys_alias(word: str) -> None:
    assert not [row for row in table("leaders") if word in row["aliases"].split(";")]


@pytest.mark.parametrize("person", ["Tony Blair", "Barack Obama", "Jacques Chirac"])
def test_nobody_serves_forever(person: str) -> None:
    assert not serving(person, "2026-01-01")
