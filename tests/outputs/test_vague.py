"""Vague numbers as ACLED's coders read them."""
import pytest

from conflictparse import parse
from conflictparse.outputs.vague import acled


@pytest.mark.parametrize("number, literal, coded", [
    ("Dozens of", 24, 12), ("Several", 3, 10), ("A few", 3, 10), ("A handful of", 3, 10), ("Hundreds of", 200, 100), ("Several hundred", 300, 100), ("Several dozen", 36, 12),
    ("Scores of", 40, 20), ("Thousands of", 2000, 1000), ("Tens of thousands of", 20000, 10000), ("Hundreds of thousands of", 200000, 100000),
    ("A dozen", 12, 12), ("Two dozen", 24, 24), ("Half a dozen", 6, 6), ("A couple of", 2, 2), ("Two hundred", 200, 200), ("Forty", 40, 40), ("4,500", 4500, 4500),
])
def test_values(number, literal, coded):
    report = parse(f"{number} soldiers were killed on Friday, police said.")
    assert [figure.value for figure in (*report.figures, *acled(report).figures)] == [literal, coded]


@pytest.mark.parametrize("qualifier, low, high", [("At least", 100, None), ("Up to", None, 100), ("About", None, None)])
def test_bounds_go_with_the_value(qualifier, low, high):
    (figure,) = acled(parse(f"{qualifier} several hundred soldiers were killed.")).figures
    assert (figure.value, figure.low, figure.high) == (100, low, high)
