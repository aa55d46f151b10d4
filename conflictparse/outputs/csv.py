"""Comma-separated values for spreadsheets: rows under the names of their columns; unknown is an empty cell."""
from typing import Any, Iterable

from ..report import Report
from . import rows
from .look import Look
from .visible import displayed

BETWEEN = FOOT = ""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def head(look: Look) -> str:
    return _line(rows.names(look))


def show(report: Report, look: Look) -> str:
    """The rows of a report. A cell that a spreadsheet would run as a formula gets an apostrophe, unless `raw_csv`; `-` alone is none."""
    return "".join(_line(_cell(value, look) for value in row.values()) for row in rows.rows(report, look))


def _cell(value: Any, look: Look) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    guarded = value.startswith(FORMULA) and value != "-" and not look.raw_csv
    return displayed("'" * guarded + value, look.terminal)


def _line(cells: Iterable[str]) -> str:
    """A row. Python's own writer leaves a carriage return unquoted that its reader takes for the end of the row."""
    line = ",".join('"' + cell.replace('"', '""') + '"' if any(char in cell for char in ',"\n\r') else cell for cell in cells)
    return (line or '""') + "\n"
