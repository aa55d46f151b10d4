"""What the head and foot of a story say."""
import pytest

from conflictparse import desk, parse
from conflictparse.finders.header.version import key
from conflictparse.report import Header
from conflictparse.story import Story

LEAD = "BEIRUT (AFP) - Rebels fled the port on Sunday after a siege of three weeks, officials in the capital said on Monday.\n\n"


@pytest.mark.parametrize("text, headline", [
    (f"Rebels flee port\n\n{LEAD}", "Rebels flee port"),
    ("******REBELS FLEE PORT AFTER LONG SIEGE\n", "REBELS FLEE PORT AFTER LONG SIEGE"),
    (f"ABC-0123 (XY)\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"FORCE FOR PEACE - PRESS\n\nRelease No. 12\n\nFOR IMMEDIATE RELEASE\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"Rebels flee port\nBy Mira Kolb\n{LEAD}", "Rebels flee port"),
    (LEAD, None),
    ("   LIMA, 3 SEP 88 (EFE) -- [TEXT] THE REBELS FLED THE PORT AFTER\nA SIEGE, AND THE ARMY CAME.\n", None),
    ("NEW YORK, March 12 -\n    Shr 38 cts\n", None),
])
def test_headline(text, headline):
    found = parse(text).header.headline
    assert (found and found.text) == headline


@pytest.mark.parametrize("text, byline", [
    (f"Rebels flee port\n\nBy Mira Kolb and Sam Odera\n\n{LEAD}", "By Mira Kolb and Sam Odera"),
    (f"REBELS FLEE PORT\n    By Mira Kolb, Reuters\n    {LEAD}", "By Mira Kolb, Reuters"),
    ("LIMA, 3 SEP 88 (EFE) -- [REPORT] [MIRA KOLB] [TEXT] THE REBELS FLED.", "MIRA KOLB"),
    (f"Rebels flee port\n\nBy Tuesday, all was quiet.\n\n{LEAD}", None),
])
def test_byline(text, byline):
    found = parse(text).header.byline
    assert (found and found.text) == byline


@pytest.mark.parametrize("foot, credit", [
    ("The army came. – Newsdesk.com", "Newsdesk.com"),
    ("(Reporting by Mira Kolb; Editing by Sam Odera)", "(Reporting by Mira Kolb; Editing by Sam Odera)"),
    ("str-ok/abm/jpw", "str-ok/abm/jpw"),
    ("SAW/mk/rh", "SAW/mk/rh"),
    ("dpa ok xx eb amc\n051640 Apr 23 GMT", "dpa ok xx eb amc"),
    (" REUTER\n", "REUTER"),
    ("The army came. - AFP", "AFP"),
    ("Associated Press writer Sam Odera contributed to this report.", "Associated Press writer Sam Odera contributed to this report."),
    ("The army came – late.", None),
])
def test_credit(foot, credit):
    found = parse(f"Rebels flee port\n\n{LEAD}{foot}").header.credit
    assert (found and found.text) == credit


@pytest.mark.parametrize("head, kind, number", [
    ("UPDATE 3-Rebels flee port", "update", 3),
    ("WRAPUP 2-Rebels flee port", "update", 2),
    ("CORRECTED-Rebels flee port", "correction", None),
    ("RPT-Rebels flee port", "refile", None),
    ("URGENT: Rebels flee port", "urgent", None),
    ("Rebels flee port\n\n1st Ld-Writethru", "writethru", 1),
    ("Rebels flee port\n\nFlash Update No. 7", "update", 7),
    ("Rebels flee port\n\n(Corrects paragraph 3 to read port)", "correction", None),
    ("MORE REBELS FLEE PORT", None, None),
    ("Rebels flee port", None, None),
])
def test_version(head, kind, number):
    found = parse(f"{head}\n\n{LEAD}").header.version
    assert (found and found.kind, found and found.number) == (kind, number)


@pytest.mark.parametrize("slug, expected", [
    ("BC-PORT-SIEGE", "PORT-SIEGE"), ("AM-PORT-SIEGE 1STLD", "PORT-SIEGE"), ("AM-PORT-SIEGE 1STLD-(WRITETHROUGH)", "PORT-SIEGE"),
    ("AM-PORT-SIEGE ***URGENT", "PORT-SIEGE"), ("Port-siege,2ndlead", "PORT-SIEGE"), ("BC-PORT-SIEGE (UPDATE 3)", "PORT-SIEGE"),
    ("BC-LEADERS-MEET", "LEADERS-MEET"), (None, None), ("", None),
])
def test_story_key(slug, expected):
    assert key(slug) == expected


def test_the_stamp_at_the_foot():
    assert parse(f"{LEAD}dpa ok xx\n051640 Apr 23 GMT").header.sent == "2023-04-05T16:40:00Z"


def test_what_the_wire_says_stays():
    header = desk.read(Story(LEAD, header=Header(slug="BC-PORT", story_key="PORT", sent="2017-10-15"))).header
    assert (header.slug, header.story_key, header.sent) == ("BC-PORT", "PORT", "2017-10-15")
