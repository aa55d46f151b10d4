"""Which place a name means: found, ambiguous, or not known."""
import math
from pathlib import Path

import pytest

from conflictparse.almanac import places, spelling, table
from conflictparse.almanac.places import Ambiguous, Found, look_up


@pytest.mark.parametrize("name, country, number, match", [
    ("Ain Issa", "SY", 172134, "transliterated"),
    ("Hawija", "IQ", 390188, "transliterated"),
    ("Mazar-i-Sharif", "AF", 1133616, "folded"),
    ("BEIRUT", "LB", 276781, "exact"),
    ("Moscow", "SU", 524901, "exact"),
    ("Tripoli", "LB", 266826, "exact"),
    ("Ciudad de Guatemala", "GT", 3598132, "exact"),
])
def test_with_its_country(name, country, number, match):
    found = look_up(name, None, country)
    assert (found.geonames_id, found.match, found.precision) == (number, match, "town")


@pytest.mark.parametrize("name, code", [
    ("Beirut", "LB"), ("GOMA", "CD"), ("Tripoli", "LY"), ("San Salvador", "SV"), ("Santiago", "CL"), ("Geneva", "CH"), ("Genf", "CH"),
    ("Singapore", "SG"), ("Saigon", "VN"), ("Peking", "CN"), ("Rafah", "PS"), ("Avdiivka", "UA"),
])
def test_alone(name, code):
    found = look_up(name)
    assert isinstance(found, Found) and found.country_code == code


@pytest.mark.parametrize("name", ["San Jose", "Florencia", "San Miguel"])
def test_namesakes_are_ambiguous(name):
    assert isinstance(look_up(name), Ambiguous)


def test_namesakes_are_told_apart_by_the_countries_of_which_the_story_speaks():
    assert look_up("Koro", mentioned={"ML", "FR"}).country_code == "ML"
    assert look_up("Kafr Nabl") is None and look_up("Kafr Nabl", mentioned={"SY"}).country_code == "SY"


@pytest.mark.parametrize("name, country", [("Xyzzyq", None), ("Xyzzyq", "SY"), ("Ain Issa", "FR"), ("", None)])
def test_unknown_is_none(name, country):
    assert look_up(name, None, country) is None


@pytest.mark.parametrize("name, country, code", [("Juba", "SD", "SS"), ("Asmara", "ET", "ER"), ("Dacca", "PK", "BD"), ("Sevastopol", "RU", "UA"), ("Dili", "ID", "TL"), ("Badme", "ET", "ER")])
def test_places_of_a_country_that_was_larger(name, country, code):
    assert look_up(name, None, country).country_code == code


@pytest.mark.parametrize("name, code", [("Kuwait", "KW"), ("Islamabad", "PK"), ("Bridgetown", "BB")])
def test_capitals_alone(name, code):
    assert look_up(name).country_code == code


def test_the_table_kept_by_hand_is_sorted_and_has_each_name_once():
    keys = [row[0] for row in table.rows("extra.tsv", 8)]
    assert keys == sorted(set(keys), key=str.encode) and all(spelling.fold(key) == key for key in keys)


def test_the_state_decides():
    assert look_up("Portland", "Maine", "US").region == "Maine"
    assert look_up("Windsor", "Ontario", "CA").country_code == "CA"


@pytest.mark.parametrize("name, precision", [("Darfur", "region"), ("Gaza Strip", "region"), ("Syria", "country"), ("Eastern Ghouta", "region")])
def test_precision(name, precision):
    assert look_up(name).precision == precision


def test_the_tables_are_sorted_and_point_to_each_other():
    for name in ("names.tsv", "places.tsv"):
        keys = [line.partition(b"\t")[0] for line in bytes(table.opened(name).data).splitlines()]
        assert keys == sorted(keys) and len(keys) == len(set(keys))
    assert places.opened("places.tsv").find("172134")[2] == "SY"


def test_from_a_zip_the_bytes_are_searched(monkeypatch, tmp_path):
    monkeypatch.setattr(table.pathlib.Path, "with_name", lambda path, name: tmp_path / name)
    assert isinstance(table.Table("places.tsv").data, bytes)
    assert table.Table("places.tsv").find("172134")[2] == "SY"


def test_the_data_stay_small():
    folder = Path(table.__file__).parent
    assert sum(path.stat().st_size for path in folder.glob("*.tsv")) < 15_000_000


TOWNS = [line.split("\t") for line in Path(__file__).with_name("towns.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
NEAR = 25  # km


def distance(found, latitude, longitude):
    """Kilometres between a place that was found and where it should be."""
    one, other = (found.latitude, found.longitude), (float(latitude), float(longitude))
    y = math.radians(other[0] - one[0])
    x = math.radians(other[1] - one[1]) * math.cos(math.radians(one[0]))
    return 6371 * math.hypot(x, y)


def measured(with_country):
    """How many of the towns are found where they are, found elsewhere, and not found."""
    counts = {"right": 0, "wrong": 0, "null": 0}
    for name, code, *spot in TOWNS:
        found = look_up(name, None, code if with_country else None)
        sure = isinstance(found, Found) and found.latitude is not None
        right = sure and found.country_code == code and distance(found, *spot) <= NEAR
        counts["right" if right else "wrong" if sure else "null"] += 1
    return counts


@pytest.mark.parametrize("with_country, row", [(True, "named in the dateline"), (False, "not named")])
def test_what_the_readme_says_of_towns(with_country, row):
    counts = measured(with_country)
    assert counts["wrong"] <= len(TOWNS) / 100
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"| {row} | {counts['right']} | {counts['wrong']} | {counts['null']} |" in readme
