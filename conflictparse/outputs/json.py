"""One JSON document: an array of the reports, or of the rows, each on a line of its own."""
from ..report import Report
from . import jsonl
from .look import Look

BETWEEN, FOOT = ",\n", "\n]\n"


def head(look: Look) -> str:
    return "[\n"


def show(report: Report, look: Look) -> str:
    """What JSON Lines has on its lines, with a comma between."""
    return BETWEEN.join(jsonl.lines(report, look))
