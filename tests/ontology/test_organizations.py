"""The organizations file: complete, consistent, and right where a reader would notice."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import ontology

ACTORS = Path(ontology.__file__).parent / "actors"
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MEMBER = {"member", "founding member"}

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    with (ACTORS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def current(organization: str) -> set[str]:
    """The members of today: they joined, and no date of leaving is given."""
    return {
        row["member"]
        for row in table("members")
        if row["organization"] == organization and row["status"] in MEMBER and not row["until"]
    }


def since(organization: str, member: str) -> list[str]:
    return [
        row["since"]
        for row in table("members")
        if (row["organization"], row["member"]) == (organization, member)
        and row["status"] in MEMBER
    ]


@pytest.mark.parametrize("name", ["organizations", "organization_names", "members"])
def test_rows_are_sorted_differ_and_name_their_source(name: str) -> None:
    rows = [tuple(row.values()) for row in table(name)]
    assert rows == sorted(set(rows))
    assert all(row[-1] for row in rows)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("organizations", "founded", "dissolved"),
        ("organization_names", "from", "until"),
        ("members", "since", "until"),
    ],
)
def test_dates_are_partial_dates_in_order(name: str, start: str, end: str) -> None:
    for row in table(name):
        assert all(not d or PARTIAL_DATE.fullmatch(d) for d in (row[start], row[end])), row
        if row[start] and row[end]:
            shared = min(len(row[start]), len(row[end]))
            assert row[start][:shared] <= row[end][:shared], row


def test_at_least_a_hundred_organizations_with_codes_that_are_no_states() -> None:
    codes = [row["code"] for row in table("organizations")]
    assert len(codes) == len(set(codes)) >= 100
    assert not set(codes) & {row["code"] for row in table("states")}


def test_names_and_memberships_speak_of_known_actors() -> None:
    organizations = {row["code"] for row in table("organizations")}
    actors = organizations | {row["code"] for row in table("states")}
    assert {row["actor"] for row in table("organization_names")} == organizations
    assert {row["organization"] for row in table("members")} <= organizations
    assert {row["member"] for row in table("members")} <= actors


def test_no_name_is_shared_by_two_organizations() -> None:
    owners = {(row["name"], row["actor"]) for row in table("organization_names")}
    shared = [name for name, n in Counter(name for name, _ in owners).items() if n > 1]
    assert not shared


@pytest.mark.parametrize(
    ("organization", "count"),
    [
        ("UN", 193),
        ("NATO", 32),
        ("EU", 27),
        ("ASEAN", 11),
        ("OPEC", 12),
        ("G7", 7),
        ("GCC", 6),
        ("SCO", 10),
        ("AU", 55),
        ("ARAB_LEAGUE", 22),
        ("COMMONWEALTH", 56),
        ("COE", 46),
        ("OSCE", 57),
        ("OECD", 38),
        ("WTO", 166),
        ("ECOWAS", 12),
        ("SAARC", 8),
        ("EUROZONE", 21),
        ("SCHENGEN", 29),
    ],
)
def test_well_known_memberships_are_complete(organization: str, count: int) -> None:
    assert len(current(organization)) == count


def test_dissolved_organizations_have_no_members_today() -> None:
    dissolved = {row["code"] for row in table("organizations") if row["dissolved"]}
    assert not {code for code in dissolved if current(code)}


@pytest.mark.parametrize(
    ("organization", "member", "date"),
    [
        ("NATO", "FIN", "2023-04-04"),
        ("NATO", "SWE", "2024-03-07"),
        ("NATO", "TUR", "1952-02-18"),
        ("EU", "HRV", "2013-07-01"),
        ("UN", "CHE", "2002-09-10"),
        ("UN", "SSD", "2011-07-14"),
        ("SCO", "BLR", "2024-07-04"),
        ("BRICS", "ZAF", "2010-12-24"),
        ("WTO", "CHN", "2001-12-11"),
        ("ASEAN", "TLS", "2025-10-26"),
        ("ICC", "ARM", "2024-02-01"),
    ],
)
def test_accession_dates(organization: str, member: str, date: str) -> None:
    assert since(organization, member) == [date]


@pytest.mark.parametrize(
    ("organization", "member", "left"),
    [
        ("EU", "GBR", "2020-01-31"),
        ("ECOWAS", "MLI", "2025-01-29"),
        ("WARSAW_PACT", "ALB", "1968-09-13"),
        ("COE", "RUS", "2022-03-16"),
        ("LEAGUE_OF_NATIONS", "SUN", "1939-12-14"),
        ("ICC", "PHL", "2019-03-17"),
        ("OPEC", "QAT", "2019-01-01"),
    ],
)
def test_departures(organization: str, member: str, left: str) -> None:
    assert member not in current(organization)
    ends = [
        row["until"]
        for row in table("members")
        if (row["organization"], row["member"]) == (organization, member)
    ]
    assert ends == [left]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Shanghai Cooperation Organisation", "SCO"),
        ("World Trade Organisation", "WTO"),
        ("UN Security Council", "UN"),
        ("European Commission", "EU"),
        ("Arab League", "ARAB_LEAGUE"),
        ("World Bank", "WB"),
        ("U.N.", "UN"),
        ("Warsaw Pact", "WARSAW_PACT"),
    ],
)
def test_names_as_newspapers_write_them(name: str, code: str) -> None:
    assert {r["actor"] for r in table("organization_names") if r["name"] == name} == {code}
