"""The shapes of datelines: « » marks the span, and after it what the words say."""
from datetime import date
from pathlib import Path

import pytest

from conflictparse import parse

BODY = " Government forces shelled the town on Sunday, killing at least 12 people, officials said. Another 30 were wounded."
ROWS = (Path(__file__).with_name("shapes.tsv").read_text("utf-8").splitlines())[1:]


@pytest.mark.parametrize("row", ROWS)
def test_shape(row):
    line, names, agency, day = row.replace("¶", "\n").split("\t")
    start, end = line.index("«"), line.index("»") - 1
    over, body = "Shelling kills 12 in town\n\n", BODY.lstrip() if line.endswith("\n") else BODY
    report = parse(over + line.replace("«", "").replace("»", "") + body, reference=date(2017, 10, 16))
    found = report.dateline
    assert (found.start, found.end) == (start + len(over), end + len(over))
    assert "|".join(place.name for place in found.places) == names and (found.agency or "") == agency
    assert (report.date.value, report.date.basis) == (day, "dateline") if day else report.date.basis != "dateline"


@pytest.mark.parametrize("text", [
    "GAZA — What we know\n\nRebels fired rockets at the town on Tuesday, officials said.",
    "Kabul, Afghanistan – Explosion kills 12\n\nRebels fired rockets at the town on Tuesday.",
    "SUGAR PRICES LONDON - APRIL 7\n May 1145/1148\n Aug 1167/1169\n",
    "CORRECTION - REBEL PORT TAKEN\n    In BEIRUT story headlined \"REBEL PORT\" please read in second paragraph ...",
    "******REBELS TAKE PORT, OFFICIALS SAY - REPORT\n",
    "Key points\n\n- Damascus – 12 killed\n- Aleppo – 14 wounded\n\nRebels fired rockets at the town on Tuesday.",
    "A man in Paris, March 3 - a Tuesday - shot at the police, who shot back.",
    "Rights Watchers (AFP) – they were there – fled the town on Tuesday, officials said.",
    "(Reuters) - Rebels fired rockets on Tuesday.",
    "Aleppo: Rebels fired rockets at the town on Tuesday, killing 12.\n\nHoms: Rebels fired rockets at the town on Tuesday, killing 14.",
    "ALEPPO\n\nHOMS\n\n12 killed",
    "WARNING\n\nRebels fired rockets at the town on Tuesday, killing 12, officials said.",
    "Location: Aleppo\nDate: 15 October 2017\nKilled: 12",
    "15 October 2017 - Rebels fired rockets at the town on Tuesday, killing 12, officials said.",
    "(Adds details) Rebels fired rockets at the town - the first in a week - on Tuesday, killing 12.",
    "Oct. 15 (Sunday) -- Rebels fired rockets at the town on Tuesday, killing 12.",
    "BACKGROUND - Rebels took the town in 2014, and the army has besieged it since.",
    "UPDATE - Rebels took the town in 2014, and the army has besieged it since.",
    "Q&A: Who are the rebels? - They took the town in 2014, and the army has besieged it since.",
    "Kabul – a city of five million – has been shelled by rebels since Tuesday, officials said there.",
    "", "\n", "-", "(", "BEIRUT",
])
def test_no_dateline(text):
    assert parse(text, reference=date(2017, 10, 16)).dateline is None


def test_the_dateline_after_headline_bullets_note_and_byline():
    text = "UPDATE 3-Port shelled\n\n* Toll may rise\n\n(Adds quotes)\n\nBy Mira Kolb\n\nBEIRUT, Oct 15 (Reuters) - Rebels fled."
    assert parse(text).dateline.text == "BEIRUT, Oct 15 (Reuters) -"


def test_the_headline_above_is_not_swallowed():
    assert parse("REBELS SHELL PORT\nBEIRUT, Oct 15 (Reuters) - Rebels fled.").dateline.text == "BEIRUT, Oct 15 (Reuters) -"


def test_what_the_format_marks_comes_first():
    from conflictparse import desk
    from conflictparse.story import Story

    story = Story("Port shelled\n\nDamascus, Oct. 3\n\nRebels fled.", known={"dateline": (14, 30)})
    found = desk.read(story).dateline
    assert (found.text, [place.name for place in found.places]) == ("Damascus, Oct. 3", ["Damascus"])
