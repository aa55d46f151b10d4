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
    (f"1st Ld-Writethru\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"KILL KILL KILL\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"(ATTN: ADDS details in paras 3-5)\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"REBELS FLEE PORT\nARMY SAYS SIEGE IS OVER\n\n{LEAD}", "REBELS FLEE PORT"),
    (f"Al Jazeera\nNEWS | SIEGES\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"Kabul\n6 August 2012\nBy Mira Kolb\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"SEA WATCH INTERNATIONAL GROUP\n\nNEWS RELEASE\n\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"BULLETIN KILL\n\n{LEAD}", None),
    (f"Copyright (c) 2007, The Sea Courier\nRebels flee port\n\n{LEAD}", "Rebels flee port"),
    (f"ISTANBUL\n\n{LEAD[13:]}", None),
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
    (f"Rebels flee port\nMira Kolb, Reuters\n\n{LEAD}", "Mira Kolb, Reuters"),
    (f"Rebels flee port\nMira Kolb\nAgence France-Presse\n\n{LEAD}", "Mira Kolb"),
    (f"Rebels flee port\nBy MIRA KOLB\nAssociated Press Writer\n\n{LEAD}", "By MIRA KOLB"),
    (f"Rebels flee port\nBy Mira Kolb in Tema and Sam Odera in Accra\n\n{LEAD}", "By Mira Kolb in Tema and Sam Odera in Accra"),
    (f"Rebels flee port\nByline: Mira Kolb\n\n{LEAD}", "Mira Kolb"),
    (f"Rebels flee port\nStory by Reuters\n\n{LEAD}", "Story by Reuters"),
    (f"Rebels flee port\nby our staff reporter\n\n{LEAD}", "by our staff reporter"),
    (f"Rebels flee port\nArmy: Siege is over\n\n{LEAD}", None),
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
    ("The army came. (ANI)", "(ANI)"),
    ("The army came. PTI ABC DEF", "PTI ABC DEF"),
    ("Reporting by Mira Kolb Editing by Sam Odera", "Reporting by Mira Kolb Editing by Sam Odera"),
    ("With reporting by Reuters and AP", "With reporting by Reuters and AP"),
    ("© 2017 AFP", "© 2017 AFP"),
    ("Source: Reuters", "Source: Reuters"),
    ("The army came – late.", None),
    ("The army came (late).", None),
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
    ("REFILE-UPDATE 1-Rebels flee port", "refile", 1),
    ("1st Ld: Rebels flee port", "lead", 1),
    ("(2nd LD) Rebels flee port", "lead", 2),
    ("(LEAD) Rebels flee port", "lead", None),
    ("BREAKING: Rebels flee port", "alert", None),
    ("Rebels flee port 2ndlead", "lead", 2),
    ("Rebels flee port (Update 2)", "update", 2),
    ("Rebels flee port - UPDATE", "update", None),
    ("KILL KILL KILL\n\nRebels flee port", "kill", None),
    ("(ATTN: ADDS details in paras 3-5)\nRebels flee port", "update", None),
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


FURNITURE = [
    ("UPDATE 3-Rebels flee port", ""), ("REFILE-UPDATE 1-Rebels flee port", ""), ("Rebels flee port 2ndlead", ""),
    ("Rebels flee port\n\n(Adds quotes in paragraphs 4 and 12)\n\nBy Mira Kolb", ""),
    ("Rebels flee port\n\n(ATTN: ADDS details in paras 3-5; RECASTS)", ""),
    ("Rebels flee port\n\nEds: Adds that official said 12 were killed.", ""),
    ("Rebels flee port\nBy MIRA KOLB\nAssociated Press Writer", ""),
    ("", "Enditem"), ("", "ENDS"), ("", "-30-"), ("", "- 30 -"), ("", "###"), ("", "(END)"), ("", "-0-"), ("", "(MORE)"), ("", "___"),
    ("", "(Reporting by Mira Kolb; Additional reporting by 3 reporters in Accra; Editing by Sam Odera)"),
    ("", "Reporting by Mira Kolb Editing by Sam Odera"), ("", "Additional reporting by Sam Odera, who said so, in Accra"),
    ("", "Copyright 2017 The Associated Press. All rights reserved."), ("", "© 2017 AFP"), ("", "Our Standards: The Thomson Reuters Trust Principles."),
    ("", "For more information: Mira Kolb, press officer, +41 22 917 1234, mira@example.org"),
    ("", "(This story has not been edited by our staff, the agency said.)"), ("", "Follow us on 4 channels"),
]


@pytest.mark.parametrize("over, under", FURNITURE)
def test_furniture_is_neither_said_nor_counted(over, under):
    report, bare = parse(f"{over}\n\n{LEAD}{under}"), parse(LEAD)
    assert [(x.content.text, x.source.text) for x in report.quotations] == [(x.content.text, x.source.text) for x in bare.quotations]
    assert [x.text for x in report.figures] == [x.text for x in bare.figures]
    assert report.dateline.text == bare.dateline.text


def test_an_end_mark_behind_the_last_sentence():
    report = parse(f"{LEAD}Officials said the army took 12 men. Enditem")
    assert [x.content.text for x in report.quotations][-1] == "the army took 12 men"


def test_a_headline_of_two_lines_is_two_sentences():
    report = parse(f"Siege kills 12 in town\nRebels say they hit back at army\n\n{LEAD}")
    assert [x.name for x in report.speakers][0] == "Rebels"
