"""The seven phrases on which other number tools stumble."""
import pytest

from conflictparse import parse

PHRASES = [
    ("Between 3,000 and 5,000 fighters remain, and hundreds of thousands have fled.",
     [("3,000 and 5,000", 3000, 3000, 5000, "range", "people"), ("hundreds of thousands", 200000, 200000, None, "vague", "people")]),
    ("Dozens were killed. A policeman was shot dead. No casualties were reported.",
     [("Dozens", 24, 24, None, "vague", "people"), ("A", 1, 1, 1, "exact", "people"), ("No", 0, 0, 0, "exact", "people")]),
    ("They offered a $1.3 million bounty.", [("$1.3 million", 1300000, 1300000, 1300000, "exact", "money")]),
    ("They fired half a dozen rockets.", [("half a dozen", 6, 6, None, "vague", "equipment")]),
    ("They came on October 17, 2017 under Resolution 2254 with AK-47 rifles.", []),
    ("Officials put the toll at 25, including six children.", [("25", 25, 25, 25, "exact", "people"), ("six", 6, 6, 6, "exact", "people")]),
    ("They saw one of them.", []),
]


@pytest.mark.parametrize("text, figures", PHRASES, ids=[text[:30] for text, _ in PHRASES])
def test_phrase(text, figures):
    assert [(f.number.text, f.value, f.low, f.high, f.qualifier, f.kind) for f in parse(text).figures] == figures


def test_what_befell_them():
    fates = [f.effect for text, _ in PHRASES for f in parse(text).figures]
    assert fates == [None, "displaced", "killed", "killed", "casualty", None, None, "killed", "killed"]


def test_six_children_are_among_the_25():
    whole, part = parse(PHRASES[5][0]).figures
    assert (whole.part_of, part.part_of) == (None, whole.id)
