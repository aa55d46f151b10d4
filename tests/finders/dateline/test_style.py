"""The shapes of datelines: « » marks the span, and after it what the words say."""
from datetime import date

import pytest

from conflictparse import parse

BODY = " Government forces shelled the town on Sunday, killing at least 12 people, officials said. Another 30 were wounded."
SHAPES = [
    ("«BEIRUT, Oct 15 (Reuters) -»", ["Beirut"], "Reuters"),
    ("«BEIRUT (Reuters) -»", ["Beirut"], "Reuters"),
    ("«AMMAN/BEIRUT, Oct 15 (Reuters) -»", ["Amman", "Beirut"], "Reuters"),
    ("«GENEVA and DAMASCUS, Oct 15 (Reuters) -»", ["Geneva", "Damascus"], "Reuters"),
    ("«Ain Issa, Syria, Oct 15, 2017 (AFP) -»", ["Ain Issa"], "AFP"),
    ("«AIN ISSA , Syria –»", ["Ain Issa"], None),
    ("«CHATHAM, Mass. (AP) —»", ["Chatham"], "AP"),
    ("«BEIRUT (AP) _»", ["Beirut"], "AP"),
    ("«ABOARD THE USS NIMITZ, Arabian Sea (AP) —»", ["Aboard the USS Nimitz"], "AP"),
    ("«Los Angeles (tca/dpa) -»", ["Los Angeles"], "tca/dpa"),
    ("«BEIRUT, Oct. 15 (Xinhua) --»", ["Beirut"], "Xinhua"),
    ("«Bogotá, 15 oct (EFE).-»", ["Bogotá"], "EFE"),
    ("«SYDNEY March 22 AAP -»", ["Sydney"], "AAP"),
    ("«MOSCOW, October 15. /TASS/.»", ["Moscow"], "TASS"),
    ("«MOSCOW. Oct 15 (Interfax) -»", ["Moscow"], "Interfax"),
    ("«Damascus, SANA-»", ["Damascus"], "SANA"),
    ("«Tehran, Oct 15, IRNA –»", ["Tehran"], "IRNA"),
    ("«ABU DHABI, 15th October, 2017 (WAM) --»", ["Abu Dhabi"], "WAM"),
    ("«New Delhi, Oct 15 (PTI)»", ["New Delhi"], "PTI"),
    ("«KABUL (AFP):»", ["Kabul"], "AFP"),
    ("«GENEVA (15 October 2017) –»", ["Geneva"], None),
    ("«DAMASCUS/AMMAN, 15 October 2017 –»", ["Damascus", "Amman"], None),
    ("«Geneva/Goma (ICRC) –»", ["Geneva", "Goma"], "ICRC"),
    ("«SOUTHWEST ASIA, Oct. 15, 2017 —»", ["Southwest Asia"], None),
    ("«CAMP LEMONNIER, Djibouti –»", ["Camp Lemonnier"], None),
    ("«PORT OF SPAIN, Trinidad and Tobago (AP) —»", ["Port of Spain"], "AP"),
    ("«(UNDATED) —»", ["Undated"], None),
    ("«CLANDESTINE, 8 JAN 90 (RADIO UNO)--»", ["Clandestine"], "RADIO UNO"),
    ("«NO CITY (HONDURAS), NO DATE --»", ["No City"], None),
    ("«BOGOTA, 27 APR 90 [CANAL UNO) --»", ["Bogota"], "CANAL UNO"),
    ("«SAN JOSE (COSTA RICA), 5 MAY 90 (RADIO\nRELOJ) --»", ["San Jose"], "RADIO RELOJ"),
    ("«KANSAS CITY, Mo. - March 13 -»", ["Kansas City"], None),
    ("«WASHINGTON, D.C. March 18 -»", ["Washington"], None),
    ("«NEW YORK, June 29, -»", ["New York"], None),
    ("«TULSA, June 2-»", ["Tulsa"], None),
    ("«sioux falls, april 7 -»", ["Sioux Falls"], None),
    ("****«LONDON, March 26 -»", ["London"], None),
    ("By Mira Kolb, Reuters «MANILA, March 20 -»", ["Manila"], None),
    ("ANSA - «ROMA, 01 LUG -»", ["Roma"], "ANSA"),
    ("«ANKARA, 15 Ekim (AA) -»", ["Ankara"], "AA"),
    ("«BEIRUT —»", ["Beirut"], None),
    ("«PESHAWAR:»", ["Peshawar"], None),
]


@pytest.mark.parametrize("line, names, agency", SHAPES)
def test_shape(line, names, agency):
    start, end = line.index("«"), line.index("»") - 1
    over = "Shelling kills 12 in town\n\n"
    found = parse(over + line.replace("«", "").replace("»", "") + BODY, reference=date(2017, 10, 16)).dateline
    assert (found.start, found.end) == (start + len(over), end + len(over))
    assert [place.name for place in found.places] == names and found.agency == agency


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
