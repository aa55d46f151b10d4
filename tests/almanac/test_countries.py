"""Countries, peoples, states."""
import pytest

from conflictparse.almanac.countries import country, named, nationality, region
from conflictparse.almanac.table import rows


@pytest.mark.parametrize("name, code", [
    ("Syria", "SY"), ("SYRIA", "SY"), ("DR Congo", "CD"), ("Zaire", "CD"), ("Burma", "MM"), ("the UAE", "AE"), ("U.S.", "US"), ("US", "US"),
    ("USSR", "SU"), ("West Germany", "DE"), ("Bosnia-Herzegovina", "BA"), ("Côte d'Ivoire", "CI"), ("us", None), ("car", None), ("Raqqa", None),
])
def test_country(name, code):
    assert country(name) == code


@pytest.mark.parametrize("word, code", [
    ("Syrian", "SY"), ("Iraqis", "IQ"), ("Congolese", "CD"), ("North Koreans", "KP"), ("Frenchmen", "FR"), ("Soviet", "SU"), ("rebel", None),
])
def test_nationality(word, code):
    assert nationality(word) == code


@pytest.mark.parametrize("name, found", [
    ("Mass.", ("Massachusetts", "US")), ("MASS", ("Massachusetts", "US")), ("N.Y.", ("New York", "US")), ("NY", ("New York", "US")),
    ("Ont.", ("Ontario", "CA")), ("N.S.W.", ("New South Wales", "AU")), ("Georgia", ("Georgia", "US")), ("or", None), ("in", None), ("Syria", None),
])
def test_region(name, found):
    assert region(name) == found


def test_a_state_that_is_no_more_has_successors():
    assert "RU" in named("SU").successors and "BA" in named("YU").successors


def test_the_tables_hold_together():
    codes = [row[0] for row in rows("countries.tsv", 5)]
    assert len(codes) == len(set(codes)) > 240
    known = set(codes)
    assert all(row[0] in known for table, width in (("regions.tsv", 4), ("alone.tsv", 2)) for row in rows(table, width))
    assert all(row[3] in known | {""} for row in rows("extra.tsv", 8))
    assert all(set(named(code).successors) <= known for code in codes)


@pytest.mark.parametrize("table, width", [("countries.tsv", 5), ("regions.tsv", 4), ("alone.tsv", 2), ("extra.tsv", 8), ("days.tsv", 3)])
def test_names_stand_between_bars_with_a_blank_on_either_side(table, width):
    """As they are read: no name in a cell is empty or has blanks around it."""
    assert all(cell == " | ".join(filter(None, map(str.strip, cell.split("|")))) for row in rows(table, width) for cell in row)
