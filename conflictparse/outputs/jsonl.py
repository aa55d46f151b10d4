"""JSON Lines: a report a line, every field of the contract there; or a row a line."""
from functools import cache
from json import JSONEncoder
from operator import attrgetter
from typing import Any, Callable

from ..patterns import pattern
from ..report import Part, Report, Span
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
    line = fields(report)
    if not look.text:
        del line["text"]
    return [_line({"schema": line.pop("schema"), **line}, look.explain)]


def fields(thing: Part) -> dict[str, Any]:
    """What a report or a part of one says, without the reasons; parts within it are as they were."""
    if thing.__class__ is Span:  # as two of three parts are; four times as fast
        return {"text": thing.text, "start": thing.start, "end": thing.end}
    names, values = _fields_of(thing.__class__)
    return dict(zip(names, values(thing)))


def explained(thing: Part) -> dict[str, Any]:
    """The same, and of what was found also the `rule` and `why`."""
    line = fields(thing)
    if "why" in thing.__slots__:
        line["rule"], line["why"] = thing.why[0].rule if thing.why else None, thing.why
    return line


@cache
def _fields_of(kind: type) -> tuple[tuple[str, ...], Callable[[Part], tuple]]:
    """The names of the fields that parts of a kind have, and what gets them all."""
    names = tuple(name for name in kind.__slots__ if name != "why")
    return names, attrgetter(*names)


@cache
def encoder(explain: bool) -> JSONEncoder:
    """It asks for the fields of each part when it comes to it, and makes all else of them itself: a report that is made plain before takes twice as long."""
    return JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"), default=explained if explain else fields)


def _line(thing: dict, explain: bool = False) -> str:
    """JSON on one line, whatever a reader takes for the end of one, and whoever looks at it."""
    line = encoder(explain).encode(thing)
    return line if line.isprintable() else pattern(STUMBLING).sub(lambda match: f"\\u{ord(match[0]):04x}", line)
