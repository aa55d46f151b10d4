"""Tab-separated values for pipes: a row a line under the names of the columns; tabs and ends of lines within a cell are \\t, \\n, \\r, and \\ is \\\\."""
from typing import Any

from ..report import Report
from . import rows
from .look import Look
from .visible import displayed

BETWEEN = FOOT = ""
ESCAPED = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"})


def head(look: Look) -> str:
    return "\t".join(rows.names(look)) + "\n"


def show(report: Report, look: Look) -> str:
    """The rows of a report; cut and awk need no more than the tabs between cells."""
    return "".join("\t".join(_cell(value, look) for value in row.values()) + "\n" for row in rows.rows(report, look))


def _cell(value: Any, look: Look) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return displayed(value.translate(ESCAPED), look.terminal)
