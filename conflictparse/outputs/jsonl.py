"""JSON Lines: a report a line, every field of the contract there."""
import json
from dataclasses import fields, is_dataclass
from typing import Any, Iterable, TextIO

from ..report import Report


def plain(thing: Any, *, text: bool = True, explain: bool = False) -> Any:
    """A report, or a part of one, as dictionaries and lists. With `explain`, what was found also has `rule` and `why`."""
    if is_dataclass(thing):
        line = {}
        for field in fields(thing):
            value = getattr(thing, field.name)
            if field.name == "why":
                if explain:
                    line["rule"] = value[0].rule if value else None
                    line["why"] = plain(value)
            elif text or field.name != "text" or not isinstance(thing, Report):
                line[field.name] = plain(value, explain=explain)
        return line
    if isinstance(thing, tuple):
        return [plain(item, explain=explain) for item in thing]
    return thing


def write(reports: Iterable[Report], out: TextIO, *, text: bool = False, explain: bool = False, color: bool = False, flush: bool = False) -> None:
    """Write each report as it comes; `text` adds the story, `explain` the rule behind each item. JSON has no colours."""
    for report in reports:
        line = plain(report, text=text, explain=explain)
        line = {"schema": line.pop("schema"), **line}
        try:
            out.write(_line(line))
        except UnicodeEncodeError:  # a lone surrogate, in a path for instance: escaped, for this line only
            out.write(_line(line, ascii=True))
        if flush:
            out.flush()


def _line(report: dict, ascii: bool = False) -> str:
    """A report on one line, whatever a reader takes for the end of one: Python's `splitlines` also breaks at these three."""
    line = json.dumps(report, ensure_ascii=ascii, allow_nan=False, separators=(",", ":"))
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
