"""The places of a dateline, as they are written and as they are looked up."""
import pytest

from conflictparse import parse
from conflictparse.finders.dateline.places import split


@pytest.mark.parametrize("head, named", [
    ("AMMAN/BEIRUT", [("AMMAN", ()), ("BEIRUT", ())]),
    ("CHATHAM, Mass.", [("CHATHAM", ("Mass.",))]),
    ("SAN JOSE (COSTA RICA)", [("SAN JOSE", ("COSTA RICA",))]),
    ("GENEVA, DAMASCUS and AMMAN", [("GENEVA", ()), ("DAMASCUS", ()), ("AMMAN", ())]),
    ("SARAJEVO, Bosnia and Herzegovina", [("SARAJEVO", ("Bosnia and Herzegovina",))]),
    ("AIN ISSA, Raqqa province, Syria", [("AIN ISSA", ("Raqqa province", "Syria"))]),
    ("ST. PAUL", [("ST. PAUL", ())]),
])
def test_split(head, named):
    assert [tuple(one) for one in split(head)] == named


def place(dateline):
    return parse(f"{dateline} Rebels fled the town on Sunday, officials in Mali said. It was quiet.").dateline.places[0]


@pytest.mark.parametrize("dateline, region, country, code", [
    ("AIN ISSA , Syria –", "Raqqa", "Syria", "SY"),
    ("CAMDEN, N.J. (AP) —", "N.J.", "United States", "US"),
    ("WINDSOR, Ontario (AP) —", "Ontario", "Canada", "CA"),
    ("TBILISI, Georgia (AP) —", "T'bilisi", "Georgia", "GE"),
    ("ATLANTA, Georgia (AP) —", "Georgia", "United States", "US"),
    ("MOSCOW (USSR), 2 JAN 90 (TASS) --", "Moscow", "USSR", "RU"),
    ("GOMA, DR Congo (AFP) –", "North Kivu", "DR Congo", "CD"),
    ("GAO (AFP) –", "Gao", "Mali", "ML"),
    ("BRAZZAVILLE, Congo (AP) —", "Brazzaville", "Congo", "CG"),
    ("GOMA, Congo (AP) —", "North Kivu", "Congo", "CD"),
    ("JUBA, Sudan (AP) —", "Central Equatoria", "Sudan", "SD"),
    ("BAGRAM AIR FIELD, Afghanistan (AP) —", "Parwan", "Afghanistan", "AF"),
    ("NEAR BAGHOUZ, Syria (AP) —", "Deir ez-Zor", "Syria", "SY"),
    ("XYZZYQ, Syria (AP) —", None, "Syria", "SY"),
])
def test_place(dateline, region, country, code):
    found = place(dateline)
    assert (found.region, found.country, found.country_code) == (region, country, code)


def test_the_headline_too_tells_namesakes_apart():
    found = parse("Rebels flee in Uganda\n\nGULU (AFP) - Rebels fled the town.").dateline.places[0]
    assert (found.country_code, found.region) == ("UG", "Northern Region")


def test_namesakes_in_one_country_leave_the_country():
    found = parse("PEORIA, Oct 3 (AP) - Rebels fled the town.").dateline.places[0]
    assert (found.country_code, found.country, found.latitude) == ("US", "United States", None)


def test_what_is_ambiguous_or_unknown_is_null_and_warned_of():
    report = parse("SAN JOSE (AFP) - The rebels fled the town.")
    assert report.dateline.places[0].country is None and report.dateline.places[0].latitude is None
    assert [warning.code for warning in report.warnings] == ["place_ambiguous"]
    assert [warning.code for warning in parse("XYZZYQ, March 3 (AP) - The rebels fled the town.").warnings][:1] == ["place_unknown"]
