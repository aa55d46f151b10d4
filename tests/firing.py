"""Which rules fired in a report, and on which words."""
from dataclasses import fields, is_dataclass
from typing import Any, Iterator

from conflictparse.report import Span, Why


def reasons(thing: Any) -> Iterator[Why]:
    """Every reason in a report or a part of one."""
    if isinstance(thing, Why):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from reasons(item)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from reasons(getattr(thing, field.name))


def spans(thing: Any) -> Iterator[Span]:
    """Every span in a report, also of what is a span and more: a dateline, a figure, a date."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from spans(item)
    elif is_dataclass(thing):
        if getattr(thing, "start", None) is not None:
            yield Span(thing.text, thing.start, thing.end)
        for field in fields(thing):
            yield from spans(getattr(thing, field.name))


def firings(report, rule: str) -> set[tuple[int, int]]:
    """The places on which a rule rests its answers in a report."""
    return {(why.words.start, why.words.end) for why in reasons(report) if why.rule == rule and why.words}
