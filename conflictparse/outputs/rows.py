"""Flat rows: one for each item of a kind, or one for each story, with what a reader of the row would have to look up joined in."""
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Callable, Iterator, NamedTuple, Union, get_args, get_origin, get_type_hints

from ..errors import UnknownName
from ..report import Figure, Place, Quotation, Report, Speaker
from .look import Look


class Row(NamedTuple):
    """What a row is made from: a report, and the item of it that the row is about."""

    report: Report
    item: Any


class Kind(NamedTuple):
    """The items that may have rows: where they are, what they are, and their columns, each with what fills it."""

    items: Callable[[Report], tuple]
    type: type
    columns: dict[str, Callable[[Row], Any]]


def _place(row: Row) -> Place | None:
    """The first place of the dateline."""
    return row.report.dateline.places[0] if row.report.dateline and row.report.dateline.places else None


def _of(found: Callable[[Row], Any], name: str) -> Callable[[Row], Any]:
    """A field of something that may not be there."""
    return lambda row: getattr(found(row), name, None)


def _own(*names: str) -> dict[str, Callable[[Row], Any]]:
    """Fields of the item itself; of a span its words."""
    return {name: lambda row, name=name: _flat(getattr(row.item, name)) for name in names}


def _speaker(row: Row) -> Speaker | None:
    """Who says so; an item keeps only the id."""
    return next((speaker for speaker in row.report.speakers if speaker.id == row.item.speaker), None)


def _claimed(row: Row) -> int:
    return sum(figure.speaker == row.item.id for figure in row.report.figures)


def _head(name: str) -> Callable[[Row], Any]:
    return lambda row: _flat(getattr(row.report.header, name))


def _rule(row: Row) -> str | None:
    """The rule that found the item, or of a story its dateline."""
    found = row.report.dateline if row.item is row.report else row.item
    why = getattr(found, "why", ())
    return why[0].rule if why else None


COMMON = {"path": lambda row: row.report.source.path, "story": lambda row: row.report.source.story,
          "date": lambda row: row.report.date and row.report.date.value, "place": _of(_place, "name"), "country_code": _of(_place, "country_code")}
STORIES = Kind(lambda report: (report,), Report, {
    **COMMON, "latitude": _of(_place, "latitude"), "longitude": _of(_place, "longitude"),
    "agency": lambda row: getattr(row.report.dateline, "agency", None) or row.report.header.agency,
    "slug": _head("slug"), "headline": _head("headline"), "byline": _head("byline"), "speakers": lambda row: len(row.report.speakers),
    "quotations": lambda row: len(row.report.quotations), "figures": lambda row: len(row.report.figures),
    "warnings": lambda row: " ".join(dict.fromkeys(warning.code for warning in row.report.warnings)),
})
KINDS = {
    "figures": Kind(attrgetter("figures"), Figure, {
        **COMMON, **_own("id", "value", "low", "high", "qualifier", "kind", "effect", "modality", "counted"), "speaker": _of(_speaker, "name"),
        **_own("part_of", "same_as", "number", "text", "start", "end")}),
    "quotations": Kind(attrgetter("quotations"), Quotation, {
        **COMMON, **_own("id", "type"), "speaker": _of(_speaker, "name"), **_own("source", "cue", "content", "form"),
        "start": lambda row: row.item.content.start, "end": lambda row: row.item.content.end}),
    "speakers": Kind(attrgetter("speakers"), Speaker, {
        **COMMON, **_own("id", "name", "kind", "title", "role", "affiliation"), "mentions": lambda row: len(row.item.mentions),
        "quotations": lambda row: len(row.item.quotations), "figures": _claimed}),
    "places": Kind(lambda report: report.dateline.places if report.dateline else (), Place, {
        **COMMON, "place": lambda row: row.item.name,
        **_own("region", "country", "country_code", "latitude", "longitude", "geonames_id", "match", "precision")}),
}


def rows(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    """The rows of a report, each with the columns that are asked for."""
    kind, columns = KINDS.get(look.each, STORIES), _columns(look.each, look.fields, look.explain)
    for item in kind.items(report):
        row = Row(report, item)
        yield {name: fill(row) for name, fill in columns.items()}


def names(look: Look) -> tuple[str, ...]:
    """The columns that are asked for. Raises UnknownName."""
    return tuple(_columns(look.each, look.fields, look.explain))


@cache
def _columns(each: str | None, fields: tuple[str, ...], explain: bool) -> dict[str, Callable[[Row], Any]]:
    kind = KINDS.get(each, STORIES)
    known = {**kind.columns, **({"rule": _rule} if explain else {})}
    return {name: known.get(name) or _dotted(name, kind) for name in fields} if fields else known


def _dotted(name: str, kind: Kind) -> Callable[[Row], Any]:
    """What a dotted name leads to: in the item (`counted.start`), else in its report (`header.slug`, `dateline.places.0.region`)."""
    steps = tuple(name.split("."))
    for start, type in ((attrgetter("item"), kind.type), (attrgetter("report"), Report)):
        if _leads(type, steps):
            return lambda row: _flat(_walk(start(row), steps))
    raise UnknownName("field", name, (*kind.columns, "rule"))


def _leads(type: Any, steps: tuple[str, ...]) -> bool:
    """Whether some steps lead from a type of the contract to a single value, or to a span, whose words are one."""
    origin = get_origin(type)
    if origin in (Union, UnionType):
        return any(_leads(choice, steps) for choice in get_args(type))
    if origin is tuple:
        inner = get_args(type)[0]
        return steps[0].isdecimal() and _leads(inner, steps[1:]) if steps else inner is str
    if is_dataclass(type):
        hints = get_type_hints(type)
        return steps[0] in hints and _leads(hints[steps[0]], steps[1:]) if steps else "text" in hints
    return not steps and type is not NoneType


def _walk(thing: Any, steps: tuple[str, ...]) -> Any:
    """The thing at the end of some steps; None where a step leads nowhere in this story."""
    for step in steps:
        if isinstance(thing, tuple):
            thing = thing[int(step)] if int(step) < len(thing) else None
        else:
            thing = getattr(thing, step, None)
    return thing


def _flat(value: Any) -> Any:
    """A single value: the words of a span, ids and keywords in a row."""
    return " ".join(value) if isinstance(value, tuple) else getattr(value, "text", value)
