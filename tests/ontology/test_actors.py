"""What the gazetteer knows of actors, and that its tables are clean."""

import csv
import os
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from ontology.dates import PartialDate
from ontology.fold import fold
from ontology.gazetteer import (
    FOLDER,
    Name,
    actor_by_cow,
    actors,
    independent,
    lookalikes,
    members,
    memberships,
    names,
    periods,
    recognitions,
    successions,
)
from ontology.span import covers

SHARED = Path(os.environ.get("BILATERAL_SHARED", Path(__file__).parents[2].parent / "shared"))
ISO_3166_1 = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR
BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL
COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK
FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV
HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN
PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE
SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO
TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
ISO_3166_3 = "AFI ANT CSK CTE DDR GEL NHB NTZ PCI PCZ RHO SCG SKM SUN VDR YMD YUG"
RENAMED = {"BUR": "MMR", "BYS": "BLR", "DHY": "BEN", "HVO": "BFA", "TMP": "TLS", "ZAR": "COD"}
KINDS = {
    "common", "official", "former", "local", "abbreviation", "code", "adjective", "demonym",
    "capital", "former capital", "metonym", "institution", "epithet",
}  # fmt: skip
MEANT_TO_BE_AMBIGUOUS = {"congo", "korea", "vietnam"}
FILES = {
    "states.csv": "code,name,official,alpha2,cow,from,until,kind,region,capital,latitude,longitude",
    "periods.csv": "code,cow,from,until",
    "names.csv": "actor,name,kind,from,until,note",
    "successors.csv": "predecessor,successor,date,kind",
    "recognition.csv": "actor,status,contested_by,since",
    "lookalikes.csv": "name,kind,pattern,meaning",
}


def rows(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def overlap(one: Name, other: Name) -> bool:
    def span(name: Name) -> tuple[str, str]:
        actor = actors()[name.actor]
        return max(name.since, actor.since), min(name.until or "9999", actor.until or "9999")

    (start, end), (first, last) = span(one), span(other)
    return start < last and first < end and start < end and first < last


def test_every_state_of_iso_3166_is_known() -> None:
    known = actors()
    assert [code for code in (ISO_3166_1 + ISO_3166_3).split() if code not in known] == []
    assert len(ISO_3166_1.split()) == 249


def test_every_code_of_iso_3166_1_has_its_alpha2() -> None:
    pairs = Counter(actors()[code].alpha2 for code in ISO_3166_1.split())
    assert "" not in pairs and max(pairs.values()) == 1


def test_a_withdrawn_code_of_a_renamed_state_is_a_name_of_that_state() -> None:
    codes = {name.name: name.actor for name in names() if name.kind == "code"}
    assert {old: codes.get(old) for old in RENAMED} == RENAMED


@pytest.mark.parametrize("file", FILES)
def test_a_table_is_clean(file: str) -> None:
    table = rows(file)
    assert ",".join(table[0]) == FILES[file] + ",source"
    for number, row in enumerate(table, 2):
        assert None not in row and None not in row.values(), f"{file}:{number} columns"
        assert row["source"], f"{file}:{number} names no source"
        assert all(value == value.strip() for value in row.values()), f"{file}:{number} spaces"
        for column in ("from", "until", "date", "since"):
            if row.get(column):
                PartialDate(row[column])
        if row.get("from") and row.get("until"):
            assert row["from"] <= row["until"], f"{file}:{number} ends before it begins"
        for column in ("code", "actor", "predecessor", "successor"):
            assert row.get(column, "FRA") in actors(), f"{file}:{number} unknown {row[column]}"
    keys = [tuple(row.values()) for row in table]
    assert keys == sorted(keys), f"{file} is not sorted"
    assert len(keys) == len(set(keys)), f"{file} repeats a row"


def test_no_code_is_given_twice() -> None:
    codes = Counter(row["code"] for row in rows("states.csv"))
    codes.update(row["code"] for row in rows("organizations.csv"))
    assert [code for code, times in codes.items() if times > 1] == []


def test_names_have_known_kinds_and_actors() -> None:
    assert {name.kind for name in names()} <= KINDS
    assert [name for name in names() if set(name.name) & set("{}|@;")] == []
    assert [name for name in names() if name.actor not in actors()] == []


def test_no_two_actors_share_a_name_at_the_same_time_unless_meant() -> None:
    by_key: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names():
        if name.kind in ("common", "official") and actors()[name.actor].kind == "state":
            by_key[fold(name.name)].append(name)
    shared = {
        key
        for key, found in by_key.items()
        for one in found
        for other in found
        if one.actor != other.actor and overlap(one, other)
    }
    assert shared <= MEANT_TO_BE_AMBIGUOUS


def test_every_state_has_an_official_name_a_place_and_a_capital() -> None:
    for actor in actors().values():
        if actor.kind == "state" and actor.subkind != "territory":
            assert actor.official and actor.capital and actor.region, actor.code
            assert actor.latitude is not None and -90 <= actor.latitude <= 90, actor.code
            assert actor.longitude is not None and -180 <= actor.longitude <= 180, actor.code


def test_every_state_of_today_has_an_adjective_and_people() -> None:
    kinds = defaultdict(set)
    for name in names():
        kinds[name.actor].add(name.kind)
    states = [a for a in actors().values() if a.subkind == "state"]
    assert len(states) == 196
    assert [a.code for a in states if "adjective" not in kinds[a.code]] == []
    assert [a.code for a in states if "demonym" not in kinds[a.code]] == []


def test_an_ended_state_has_a_successor() -> None:
    followed = {row.predecessor for row in successions()}
    ended = [a.code for a in actors().values() if a.subkind == "historical state" and a.until]
    assert [code for code in ended if code not in followed] == []


def test_a_disputed_state_says_who_contests_it() -> None:
    disputed = [a.code for a in actors().values() if a.disputed]
    assert {"XKX", "TWN", "PSE", "ESH", "ABK", "TRN", "SML"} <= set(disputed)
    assert [code for code in disputed if code not in recognitions()] == []
    assert recognitions()["XKX"].contested_by == ("SRB", "RUS", "CHN")
    for recognition in recognitions().values():
        assert all(code in actors() for code in recognition.contested_by if code)


def test_lookalike_patterns_are_regular_expressions() -> None:
    for row in lookalikes():
        assert row.kind in ("phrase", "context", "elsewhere")
        assert bool(row.pattern) == (row.kind != "elsewhere"), row
        re.compile(row.pattern)


@pytest.mark.parametrize(
    ("number", "on", "code"),
    [
        (2, "1850", "USA"),
        (220, "1940", "FRA"),
        (220, "1943", "FRA"),
        (255, "1850", "PRU"),
        (255, "1914", "DEU"),
        (255, "1995", "DEU"),
        (260, "1970", "DEU"),
        (260, "1950", "DEU"),
        (265, "1970", "DDR"),
        (300, "1880", "AUH"),
        (315, "1968", "CSK"),
        (325, "1850", "SAR"),
        (325, "1900", "ITA"),
        (345, "1910", "SRB"),
        (345, "1930", "YUG"),
        (345, "1942", "YUG"),
        (345, "1980", "YUG"),
        (345, "2004", "SCG"),
        (345, "2010", "SRB"),
        (365, "1900", "RUS"),
        (365, "1950", "SUN"),
        (365, "1991", "SUN"),
        (365, "1991-12-26", "RUS"),
        (365, "1995", "RUS"),
        (365, None, "RUS"),
        (511, "1964-02", "ZAN"),
        (552, "1970", "RHO"),
        (552, "1985", "ZWE"),
        (640, "1850", "OTT"),
        (640, "1950", "TUR"),
        (651, "1960", "EGY"),
        (678, "1970", "YAR"),
        (679, "2000", "YEM"),
        (680, "1970", "YMD"),
        (713, "1970", "TWN"),
        (730, "1900", "JOS"),
        (816, "1960", "VDR"),
        (816, "1990", "VNM"),
        (817, "1960", "RVN"),
        (20, "1900", "CAN"),
    ],
)
def test_a_correlates_of_war_number_means_one_actor_at_a_date(
    number: int, on: str | None, code: str
) -> None:
    actor = actor_by_cow(number, on)
    assert actor is not None and actor.code == code


def test_an_unknown_correlates_of_war_number_means_nobody() -> None:
    assert actor_by_cow(999, "2000") is None


def test_every_row_of_the_correlates_of_war_state_list_has_a_home() -> None:
    path = SHARED / "data/cow/states2016.csv"
    if not path.exists():
        pytest.skip(f"no {path}: set BILATERAL_SHARED to a folder that has it")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            number, abbreviation = int(row["ccode"]), row["stateabb"]
            spans = [p for p in periods() if p.cow == number]
            assert spans, abbreviation
            for end in ("st", "end"):
                year, month, day = (int(row[end + part]) for part in ("year", "month", "day"))
                moment = f"{year:04}-{month:02}-{day:02}"
                held = [p for p in spans if covers(p.since, p.until, (moment, moment))]
                assert len(held) == 1, (abbreviation, moment, held)


def test_independence_follows_the_periods() -> None:
    assert independent("EST", "1930") and not independent("EST", "1950")
    assert independent("EST", "2000")
    assert not independent("UKR", "1970") and independent("UKR", "2020")


def test_members_of_an_organization_depend_on_the_date() -> None:
    assert "FIN" not in {m.member for m in members("NATO", "2020")}
    assert "FIN" in {m.member for m in members("NATO", "2024")}
    assert "NATO" in {m.organization for m in memberships("FIN", "2024")}
