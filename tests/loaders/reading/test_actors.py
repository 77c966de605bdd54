"""Actors in text: each way in which a state or organization is named, and what is none."""

import pytest

from tests.loaders.reading.scanned import meant, named


def check(text: str, codes: str, date: str = "2022-03-04") -> None:
    assert named(text, date) == codes.split()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Niger and Nigeria opened a bridge.", "NER NGA"),
        ("South Sudan thanked Sudan.", "SSD SDN"),
        ("Guinea-Bissau and Papua New Guinea met Equatorial Guinea.", "GNB PNG GNQ"),
        ("The Democratic Republic of the Congo accused Rwanda.", "COD RWA"),
        ("The Dominican Republic wrote to Dominica.", "DOM DMA"),
        ("Burma and Swaziland sent envoys to Holland.", "MMR SWZ NLD"),
        ("U.S. and U.K. ships called at a port in the UAE.", "USA GBR ARE"),
        ("The DPRK fired a missile.", "PRK"),
    ],
)
def test_a_state_is_found_by_its_name(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kenyans and Ugandans watched the talks.", "KEN UGA"),
        ("The Dutch minister flew to meet the Swiss.", "NLD CHE"),
        ("An Englishman led the Danish delegation.", "GBR DNK"),
        ("Peruvian and Bolivian diplomats spoke.", "PER BOL"),
    ],
)
def test_a_state_is_found_by_what_its_people_are_called(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kinshasa accused Kigali of lying.", "COD RWA"),
        ("Bogotá answered Brasília within a day.", "COL BRA"),
        ("Riyadh and Islamabad wrote to Pyongyang.", "SAU PAK PRK"),
        ("Kyiv thanked Canberra.", "UKR AUS"),
    ],
)
def test_a_capital_stands_for_its_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The White House welcomed the offer of the Kremlin.", "USA RUS"),
        ("Whitehall answered the Quai d'Orsay.", "GBR FRA"),
        ("Downing Street and the Élysée were silent.", "GBR FRA"),
        ("The Blue House wrote to Zhongnanhai.", "KOR CHN"),
        ("The Islamic Republic warned the Jewish state.", "IRN ISR"),
        ("Brussels fined Poland.", "EU POL"),
    ],
)
def test_a_metonym_stands_for_its_actor(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Pentagon moved two ships.", "USA"),
        ("The State Department denounced Harare.", "USA ZWE"),
        ("The Knesset and the Bundestag voted.", "ISR DEU"),
        ("The People's Liberation Army drilled off Taiwan.", "CHN TWN"),
        ("The Bundeswehr trains soldiers in Mali.", "DEU MLI"),
        ("Ghana's central bank wrote to Togo's foreign ministry.", "GHA TGO"),
    ],
)
def test_an_institution_stands_for_its_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("Khrushchev wrote to Kennedy.", "1962-10-27", "SUN USA"),
        ("Reagan phoned Gorbachev.", "1987-06-12", "USA SUN"),
        ("Bush phoned Putin.", "2005-05-09", "USA RUS"),
        ("Obama left early.", "2013-09-05", "USA"),
        ("Trump left early.", "2019-06-28", "USA"),
        ("Mr. Biden and Xi Jinping spoke.", "2022-03-04", "USA CHN"),
        ("Modi thanked Aung San Suu Kyi.", "2018-01-25", "IND MMR"),
    ],
)
def test_a_leader_of_the_document_s_date_stands_for_the_state(
    text: str, date: str, codes: str
) -> None:
    check(text, codes, date)


@pytest.mark.parametrize(
    ("name", "before", "within"),
    [
        ("Sunak", "2019-05-05", "2023-05-05"),
        ("Thatcher", "1962-05-05", "1987-05-05"),
        ("Gorbachev", "1962-05-05", "1987-05-05"),
        ("Obama", "2005-05-05", "2013-05-05"),
        ("Khrushchev", "1987-05-05", "1962-05-05"),
    ],
)
def test_a_surname_is_a_leader_s_only_in_the_time_of_office(
    name: str, before: str, within: str
) -> None:
    assert named(f"{name} spoke.", within)
    assert not named(f"{name} spoke.", before)


def test_a_successor_is_known_beside_the_predecessor() -> None:
    check("Truss resigned and Sunak took over.", "GBR", "2022-10-25")
    check("Angela Merkel had written to Kyiv; Scholz went there.", "DEU UKR", "2022-02-14")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ghanaian envoy Kofi Amartey left. Amartey had met Togo.", "GHA TGO"),
        ("Chile's deputy foreign minister Rosa Quilapan spoke. Quilapan went to Peru.", "CHL PER"),
    ],
)
def test_an_official_whom_the_text_introduces_stands_for_the_state(text: str, codes: str) -> None:
    check(text, codes)
    assert named(text)[0] == codes[:3]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("NATO and the European Union met Ghana.", "NATO EU GHA"),
        ("The African Union suspended Mali.", "AU MLI"),
        ("ASEAN and the Arab League condemned Myanmar.", "ASEAN ARAB_LEAGUE MMR"),
        ("The Security Council warned Eritrea.", "UN ERI"),
        ("The IMF lent money to Ghana.", "IMF GHA"),
    ],
)
def test_an_organization_is_found(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("NATO members Greece and Turkey quarrelled.", "NATO GRC TUR"),
        ("ASEAN members, among them Laos and Vietnam, wrote to Japan.", "ASEAN LAO VNM JPN"),
        ("The Nordic countries wrote to Spain.", "ESP"),
        ("The West and regional powers wrote to Spain.", "ESP"),
    ],
)
def test_members_count_where_they_are_named_and_only_there(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The US-led coalition struck targets in Syria.", "USA SYR"),
        ("The Saudi-led coalition bombed Yemen.", "SAU YEM"),
        ("An Australian-led force landed.", "AUS"),
    ],
)
def test_a_coalition_counts_as_the_state_that_leads_it(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("Moscow spoke.", "1962-01-01", "SUN"),
        ("Moscow spoke.", "2005-01-01", "RUS"),
        ("Prussia and Austria-Hungary wrote to the Ottoman Empire.", "1866-05-01", "PRU AUH OTT"),
        ("The Soviet Union and East Germany warned Yugoslavia.", "1968-08-01", "SUN DDR YUG"),
        ("Czechoslovakia protested.", "1987-01-01", "CSK"),
    ],
)
def test_a_historical_state_is_found_by_date(text: str, date: str, codes: str) -> None:
    check(text, codes, date)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia's governor went to Atlanta with an envoy of Peru.", "PER"),
        ("Officials of New Mexico met Canada's consul.", "CAN"),
        ("New Jersey, New England and New London flooded.", ""),
        ("Washington state sued a firm.", ""),
        ("Lebanon, Pennsylvania is a town.", ""),
        ("Peru, Indiana, has a circus.", ""),
        ("Moscow, Idaho, has a university.", ""),
        ("London, Ontario, has another.", ""),
        ("St. Petersburg, Florida has a bay.", ""),
        ("Athens, Georgia, is a college town.", ""),
        ("Paris, Texas, won a prize.", ""),
    ],
)
def test_a_place_that_shares_a_name_is_no_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Michael Jordan thanked the Spanish king.", "ESP"),
        ("Jordan Peterson spoke.", ""),
        ("Paris Hilton flew to Oslo.", "NOR"),
        ("Chad Smith drummed in Oslo.", "NOR"),
        ("Israel Adesanya fought.", ""),
        ("Jack London wrote novels.", ""),
        ("George Washington crossed the river.", ""),
        ("Denzel Washington acted.", ""),
        ("Kenya Moore sang.", ""),
    ],
)
def test_a_person_who_shares_a_name_is_no_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("She cooked a turkey for the Japanese envoy.", "JPN"),
        ("Wild turkeys crossed the road.", ""),
        ("They ate at the Chinese restaurant in Lima.", "PER"),
        ("Guinea pigs and Brazil nuts are sold here.", ""),
        ("The French fries and the Turkish delight were cheap.", ""),
        ("The South China Sea and the Gulf of Oman are warm.", ""),
        ("Turkey and stuffing were served.", ""),
    ],
)
def test_a_thing_that_shares_a_name_is_no_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Gibraltar and Greenland are cold.", ""),
        ("Judges in The Hague heard Kenya.", "KEN"),
        ("Ghana sent ships past Gibraltar.", "GHA"),
    ],
)
def test_a_territory_and_the_seat_of_a_court_are_places(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Houthi rebels fired at Saudi Arabia.", "SAU"),
        ("Hezbollah fired at Israel.", "ISR"),
        ("Opposition leaders wrote to Peru.", "PER"),
    ],
)
def test_rebels_and_opposition_are_no_state(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A U.S. official met Peru's envoy.", "USA PER"),
        ("A U.N. envoy went to Mali.", "UN MLI"),
        ("Give us the keys, said Peru.", "PER"),
    ],
)
def test_small_words_make_no_organization(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("JAPAN SLAPS TARIFFS ON SOUTH KOREA", "JPN KOR"),
        ("US WARNS UK OVER CHINA", "USA GBR CHN"),
        ("TEHRAN, Iran (AP) - Iraq sent an envoy.", "IRN IRQ"),
        ("CAIRO (Reuters) - Sudan sent an envoy.", "EGY SDN"),
    ],
)
def test_capital_letters_of_headlines_and_datelines_are_read(text: str, codes: str) -> None:
    check(text, codes)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("North Korea fired. The South answered.", "South", {"KOR"}),
        ("South Korea drilled. The North was angry.", "North", {"PRK"}),
        ("Seoul wrote to Pyongyang. The North was angry.", "North", {"PRK"}),
        ("Italy is rich. The North pays for schools.", "North", set()),
        ("South Korea drilled. The North Atlantic is cold.", "North", set()),
    ],
)
def test_north_and_south_are_states_only_where_korea_is_spoken_of(
    text: str, words: str, codes: set[str]
) -> None:
    assert meant(text, words) == codes
