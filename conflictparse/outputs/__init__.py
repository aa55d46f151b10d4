"""Reports to something to look at or to store: one module an output, one line an output in the table below.

A module has `show(report, look)`, which makes one report into text, in whatever process it stands, and what comes around
the reports: `head(look)`, BETWEEN, FOOT.
"""
from importlib import import_module
from typing import Iterable, Iterator, TextIO

from ..errors import UnknownName
from ..report import Report
from .look import Look

OUTPUTS = {
    "table": "rich tables for people",
    "jsonl": "JSON Lines for programs, one report a line",
    "json": "one JSON array of all reports",
    "csv": "rows for spreadsheets",
    "tsv": "rows for awk and cut: tabs between, \\t \\n \\\\ within",
    "text": "the stories with their finds marked",
}


def show(report: Report, name: str, look: Look) -> str:
    """A report as the output of that name gives it; empty where it has nothing to show, as a story without figures has no rows."""
    if look.vague == "acled":
        from .vague import acled

        report = acled(report)
    return _module(name).show(report, look)


def framed(pieces: Iterable[str], name: str, look: Look, head: bool = True) -> Iterator[str]:
    """What was shown, with what comes before, between and after; without its head where that stands there already."""
    module, before = _module(name), ""
    if head:
        yield module.head(look)
    for piece in filter(None, pieces):
        yield before + piece
        before = module.BETWEEN
    if module.FOOT:
        yield module.FOOT


def write(reports: Iterable[Report], out: TextIO, name: str, look: Look = Look()) -> None:
    """Write reports, as they come, in the output of that name."""
    for piece in framed((show(report, name, look) for report in reports), name, look):
        out.write(piece)


def _module(name: str):
    if name not in OUTPUTS:
        raise UnknownName("output", name, tuple(OUTPUTS))
    return import_module(f".{name}", __package__)
