"""How vague numbers become values: as ACLED's coders read them, where somebody wants that instead of the contract's least literal reading."""
from dataclasses import replace
from math import prod

from ..patterns import pattern
from ..report import Figure, Report

# The codebook has several, a few 10; dozens 12; hundreds 100. Units of which it says nothing go the same way: one of each.
UNITS = {"ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
SEVERAL, FEW = 10, {"several", "few", "handful"}


def acled(report: Report) -> Report:
    """The report with the values that an ACLED coder would put down for its vague numbers."""
    return replace(report, figures=tuple(map(_acled, report.figures)))


def _acled(figure: Figure) -> Figure:
    """A figure; where its number is vague, with another value, also for the bound that was the value."""
    value = _reading(figure.number.text.lower())
    if value is None:
        return figure
    low, high = (value if bound == figure.value else bound for bound in (figure.low, figure.high))
    return replace(figure, value=value, low=low, high=high)


def _reading(number: str) -> int | None:
    """`hundreds of thousands` 100,000, `several dozen` 12, `a few` 10; None where the number is not vague, as `two dozen`."""
    words = pattern(r"[a-z]+").findall(number)
    units = [UNITS[word.removesuffix("s")] for word in words if word.removesuffix("s") in UNITS]
    if FEW.isdisjoint(words) and not any(word[-1] == "s" and word[:-1] in UNITS for word in words):
        return None
    return prod(units) if units else SEVERAL
