"""When a story was written, and on what this rests."""
from datetime import date

import pytest

from conflictparse import desk, parse
from conflictparse.report import Header
from conflictparse.story import Story

CASES = [
    ("BEIRUT, «Oct 15» (Reuters) - Rebels fled.", date(2017, 10, 15), "2017-10-15", "dateline", True),
    ("WELLINGTON, «Feb 27» - Rebels fled.", date(1987, 2, 26), "1987-02-27", "dateline", True),
    ("Lima, «20 Aug 88» (EFE) -- Rebels fled.", None, "1988-08-20", "dateline", False),
    ("MOSCOW, «October 15». /TASS/. Rebels fled.", date(2023, 10, 15), "2023-10-15", "dateline", True),
    ("BEIRUT – Rebels who had come in 2014 fled on «Sunday, October 15», officials said.", None, "2017-10-15", "body", True),
    ("BEIRUT, «Oct 15» (AFP) - Rebels fled on Sunday, Oct. 15, 2017, officials said.", None, "2017-10-15", "dateline", True),
    ("BEIRUT, «Feb 29» (AFP) - Rebels fled.", date(2017, 10, 16), "2016-02-29", "dateline", True),
    ("BEIRUT, «Dec 31» (AFP) - Rebels fled.", date(2018, 1, 3), "2017-12-31", "dateline", True),
    ("BEIRUT, «October 2017» (AFP) - Rebels fled.", None, "2017-10", "dateline", False),
    ("BEIRUT, «Sunday» (AFP) - Rebels fled.", date(2017, 10, 16), "2017-10-15", "dateline", True),
    ("BEIRUT, «Oct. 15, 0930 local time» (AFP) - Rebels fled.", date(2017, 10, 16), "2017-10-15T09:30:00", "dateline", True),
    ("Port shelled\n\n«Oct 15, 2017, 10:30 AM»\n\nRebels fled the port on Tuesday, officials said.", None, "2017-10-15T10:30:00", "body", False),
    ("Port shelled\n\nPublished: «15/10/2017»\n\nRebels fled the port on Tuesday, officials said.", None, "2017-10-15", "body", False),
    ("Port shelled\n\nUpdated «14:30 GMT, 15 October 2017»\n\nRebels fled the port, officials said.", None, "2017-10-15T14:30:00Z", "body", False),
    ("BEIRUT (AFP) – Rebels fled on Thursday, officials said «Friday».", date(2023, 3, 10), "2023-03-10", "body", True),
    ("Port shelled\n\n«26 March 2021»\n\nRebels fled the port on Tuesday, officials said.", None, "2021-03-26", "body", False),
    ("THE SEA COURIER, MONDAY, JUNE 26, 1950\n\nPort shelled\n\nTEMA, «June 25».—Rebels fled the port on Tuesday, officials said.", None, "1950-06-25", "dateline", True),
    ("Port shelled\n\n«October 19, 2017»8:03 AM UTCUpdated 7 years ago\n\nRebels fled the port on Tuesday, officials said.", None, "2017-10-19", "body", False),
    ("Port shelled\n\n«19-Oct-2017»\n\nRebels fled the port on Tuesday, officials said.", None, "2017-10-19", "body", False),
    ("Port shelled\n\nRebels fled the port on Tuesday, officials said.\n\nSource: Radio Tema, Tema, in French «1700 GMT 25 Jan 99»", None, "1999-01-25T17:00:00Z", "body", False),
    ("Flash Update (as of «22 August 2023»)\n\nRebels fled the port on Tuesday, officials said.", None, "2023-08-22", "body", False),
    ("Port shelled\n\n«Thursday, May 7, 2015» – Rebels fled the port on Tuesday, officials said.", None, "2015-05-07", "body", False),
]


@pytest.mark.parametrize("text, reference, value, basis, inferred", CASES)
def test_date(text, reference, value, basis, inferred):
    start, end = text.index("«"), text.index("»") - 1
    found = parse(text.replace("«", "").replace("»", ""), reference=reference).date
    assert (found.value, found.basis, found.inferred) == (value, basis, inferred)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("text", [
    "On Monday 19 December the council adopted a resolution on the war, the minister said on Tuesday.",
    "Mira Kolb (died 4 February 2015) was a rebel. She was captured in May 2006, and freed later.",
    "SAN SALVADOR, NO DATE (RADIO UNO) -- [TEXT] THE REBELS FLED.",
    "BEIRUT (AP) — Rebels fled the port on Sunday.",
])
def test_no_evidence_no_date(text):
    assert parse(text).date is None


def test_the_reference_is_the_last_resort():
    found = parse("The rebels fled the port at night.", reference=date(2017, 10, 16)).date
    assert (found.value, found.basis, found.text) == ("2017-10-16", "reference", None)


@pytest.mark.parametrize("sent, reference, value, inferred", [
    ("2017-10-15T14:30:00Z", None, "2017-10-15T14:30:00Z", False), ("--03-05", date(1987, 3, 5), "1987-03-05", False),
])
def test_the_header(sent, reference, value, inferred):
    found = desk.read(Story("The rebels fled the port.", header=Header(sent=sent)), reference).date
    assert (found.value, found.basis, found.inferred) == (value, "header", inferred)


def test_the_header_gives_the_dateline_its_year():
    found = desk.read(Story("BEIRUT, Oct 15 (AFP) - The rebels fled.", header=Header(sent="2017-10-15T14:30:00Z"))).date
    assert (found.value, found.basis, found.inferred) == ("2017-10-15", "dateline", True)


def test_what_does_not_agree_is_warned_of():
    report = desk.read(Story("BEIRUT, Oct 1, 2017 (AFP) - The rebels fled.", header=Header(sent="2017-10-15T14:30:00Z")))
    assert [warning.code for warning in report.warnings] == ["date_conflict"]
    assert [warning.code for warning in parse("BEIRUT, Oct 15 (AFP) - The rebels fled.").warnings] == ["date_unread"]
    assert [warning.code for warning in parse("BEIRUT, Feb 29, 2017 (AFP) - The rebels fled.").warnings] == ["date_unread"]
