"""Figures as a careful coder counts: value and bounds, what is counted, what befell it, whether it did."""
import pytest

from conflictparse import parse

# text, [(number, value, low, high, kind, effect, modality, counted)]
CASES = {
    "bounds from the words before": (
        "At least 12 people died, more than 30 were hurt and up to 200 families fled.",
        [("12", 12, 12, None, "people", "killed", "asserted", "people"), ("30", 30, 30, None, "people", "wounded", "asserted", None),
         ("200", 200, None, 200, "people", "displaced", "asserted", "families")],
    ),
    "about is neither low nor high": (
        "About 40 rebels surrendered.", [("40", 40, None, None, "people", "surrendered", "asserted", "rebels")],
    ),
    "a range": (
        "Between 10 and 15 miners are missing.", [("10 and 15", 10, 10, 15, "people", "missing", "asserted", "miners")],
    ),
    "vague words": (
        "Dozens were wounded and several hundred fled.",
        [("Dozens", 24, 24, None, "people", "wounded", "asserted", None), ("several hundred", 300, 300, None, "people", "displaced", "asserted", None)],
    ),
    "active, and a participle with others": (
        "A bomb killed 12 shoppers, wounding 30 others.",
        [("12", 12, 12, 12, "people", "killed", "asserted", "shoppers"), ("30", 30, 30, 30, "people", "wounded", "asserted", "others")],
    ),
    "a noun for what befell them": (
        "The mayor announced the arrest of six suspects and the death of nine hostages.",
        [("six", 6, 6, 6, "people", "captured", "asserted", "suspects"), ("nine", 9, 9, 9, "people", "killed", "asserted", "hostages")],
    ),
    "a toll": (
        "The toll rose to 25.", [("25", 25, 25, 25, "people", "killed", "asserted", None)],
    ),
    "one victim without a number, and none": (
        "A policeman was shot dead. No casualties were reported in Tema.",
        [("A", 1, 1, 1, "people", "killed", "asserted", "policeman"), ("No", 0, 0, 0, "people", "casualty", "asserted", "casualties")],
    ),
    "weapons and houses": (
        "The army destroyed four tanks and 17 houses and seized 200 rifles.",
        [("four", 4, 4, 4, "equipment", "destroyed", "asserted", "tanks"), ("17", 17, 17, 17, "structures", "destroyed", "asserted", "houses"),
         ("200", 200, 200, 200, "equipment", "seized", "asserted", "rifles")],
    ),
    "strikes, money, shares, distances, time": (
        "Three air strikes hit a depot 12 km away; repairs cost $4.7 million, two-thirds of it lent for five years.",
        [("Three", 3, 3, 3, "incidents", None, "asserted", "air strikes"), ("12", 12, 12, 12, "distance", None, "asserted", "km"),
         ("$4.7 million", 4700000, 4700000, 4700000, "money", None, "asserted", None), ("two-thirds", 66.67, 66.67, 66.67, "share", None, "asserted", None),
         ("five", 5, 5, 5, "duration", None, "asserted", "years")],
    ),
    "an age": (
        "A 14-year-old girl was wounded.",
        [("A", 1, 1, 1, "people", "wounded", "asserted", "14-year-old girl"), ("14", 14, 14, 14, "age", None, "asserted", "year")],
    ),
    "feared": (
        "Some 20 sailors are feared dead.", [("20", 20, None, None, "people", "killed", "possible", "sailors")],
    ),
    "to come": (
        "The army will free 30 prisoners on Monday.", [("30", 30, 30, 30, "people", "freed", "planned", "prisoners")],
    ),
    "attacked befalls nothing": (
        "Gunmen attacked 12 soldiers.", [("12", 12, 12, 12, "people", None, "asserted", "soldiers")],
    ),
    "a label and a colon": (
        "Fatalities: 3.", [("3", 3, 3, 3, "people", "killed", "asserted", None)],
    ),
    "digits grouped with blanks": (
        "Some 1 200 people fled.", [("1 200", 1200, None, None, "people", "displaced", "asserted", "people")],
    ),
}
NONE = {
    "dates and times": "The siege began on 15 October 2017 at 9.30 am.",
    "names": "Under Resolution 2254 the 101st Division left Route 1 with AK-47 rifles and a 155mm howitzer.",
    "one as a pronoun": "One of them fled, and no one saw it.",
    "one who says it": "One diplomat said the talks would go on.",
}
MISSED = {
    "one found dead": ("Two men were taken; one was later found dead.", [("Two", 2, 2, 2, "people", "captured", "asserted", "men"), ("one", 1, 1, 1, "people", "killed", "asserted", None)]),
}


def figures(text: str) -> list:
    found = parse(text).figures
    return [(f.number.text, f.value, f.low, f.high, f.kind, f.effect, f.modality, f.counted and f.counted.text) for f in found]


@pytest.mark.parametrize("text, wanted", CASES.values(), ids=CASES)
def test_figures(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_figures(text):
    assert figures(text) == []


@pytest.mark.xfail(strict=True, reason="no rule reads it yet")
@pytest.mark.parametrize("text, wanted", MISSED.values(), ids=MISSED)
def test_figures_missed(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize("text, links", [
    ("Rebels killed 12 people, including three children.", [(None, None), ("f1", None)]),
    ("They hold 40 hostages. Three of the 40 hostages are ill.", None),
    ("Blast kills 12 in Tema\n\nTEMA, Ghana (AFP) - A blast killed 12 people in Tema on Monday, police said.", [(None, None), (None, "f1")]),
    ("They walked 30km (19 miles) north.", [(None, None), (None, "f1")]),
    ("The army shot down 32 drones. Fourteen drones were shot down in the north and 18 in the south.", [(None, None), ("f1", None), ("f1", None)]),
    ("Police said 12 people died. Rebels said 30 people died.", [(None, None), (None, None)]),
    ("On 9 May 2020, rebels killed four guards.\n\nOn 12 May 2020, a mine killed four guards.\n\nOn 13 May 2020, four rebels were killed.", [(None, None)] * 3),
    ("On 9 May 2020, nine people died.\n\nOn 12 May 2020, rebels killed two guards and seven farmers.", [(None, None)] * 3),
])
def test_nothing_is_counted_twice(text, links):
    found = parse(text).figures
    if links is None:
        assert found[1].part_of == "f1"
    else:
        assert [(f.part_of, f.same_as) for f in found] == links


def test_rival_counts_have_their_speakers():
    report = parse("Police said 12 people died. Rebels said 30 people died.")
    names = {speaker.id: speaker.name for speaker in report.speakers}
    assert [names[figure.speaker] for figure in report.figures] == ["Police", "Rebels"]
