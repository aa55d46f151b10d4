"""JSON Lines: a report a line, every field of the contract there; or a row a line."""
import json
from typing import Any

from ..patterns import pattern
from ..report import Part, Report
from .look import Look

BETWEEN = FOOT = ""
# What JSON allows and a line or a terminal may stumble over: ends of lines other than \n, control characters, overrides of the
# writing direction, and half a surrogate pair, as in a file's name that is no UTF-8.
STUMBLING = r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


def head(look: Look) -> str:
    return ""


def show(report: Report, look: Look) -> str:
    """A line a report, or a line a row. JSON has no colours."""
    return "".join(f"{line}\n" for line in lines(report, look))


def lines(report: Report, look: Look) -> list[str]:
    """The report, or its rows, each as JSON on one line."""
    if look.each or look.fields:
        from .rows import rows

        return [_line(row) for row in rows(report, look)]
    line = plain(report, text=look.text, explain=look.explain)
    return [_line({"schema": line.pop("schema"), **line})]


def plain(thing: Any, *, text: bool = True, explain: bool = False) -> Any:
    """A report, or a part of one, as dictionaries and lists. With `explain`, what was found also has `rule` and `why`."""
    if isinstance(thing, tuple):
        return [plain(item, explain=explain) for item in thing]
    if not isinstance(thing, Part):
        return thing
    line = {}
    for name in thing.__slots__:
        value = getattr(thing, name)
        if name == "why":
            if explain:
                line["rule"] = value[0].rule if value else None
                line["why"] = plain(value)
        elif text or name != "text" or not isinstance(thing, Report):
            line[name] = plain(value, explain=explain) if isinstance(value, (tuple, Part)) else value
    return line


def _line(thing: dict) -> str:
    """JSON on one line, whatever a reader takes for the end of one, and whoever looks at it."""
    line = json.dumps(thing, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return line if line.isprintable() else pattern(STUMBLING).sub(lambda match: f"\\u{ord(match[0]):04x}", line)
