"""Where and when a story was filed."""
from datetime import date as Day
from typing import Callable

from ...page import Page
from ...report import Date, Dateline, Header, StoryWarning
from . import agency, date, places
from .style import STYLE, read_all


def find(page: Page, head: Header, reference: Day | None, warn: Callable[[StoryWarning], None]) -> tuple[Dateline | None, Date | None]:
    """The dateline, and the day on which the story was written."""
    ruling = STYLE.settle(page, read_all(page))
    if ruling is None:
        return None, date.find(page, None, head, reference, warn)
    shape = ruling.value
    span = page.story.span(shape.start, shape.end)
    line = Dateline(span.text, span.start, span.end, places.find(page, shape.head, warn), agency.find(page, shape.agency), (ruling.why,))
    _compare(page, line, warn)
    return line, date.find(page, shape, head, reference, warn)


def _compare(page: Page, line: Dateline, warn: Callable[[StoryWarning], None]) -> None:
    """Say so where the format marks another place than the text's own dateline, which stands."""
    if "dateline" not in page.story.known:
        return
    marked = page.story.span(*page.story.known["dateline"])
    named = places.split(marked.text.partition("(")[0])
    if marked.start != line.start and named and line.places and not {named[0].name.casefold()} & {place.name.casefold() for place in line.places}:
        warn(StoryWarning("dateline_conflict", f"the format says {named[0].name}", marked))
