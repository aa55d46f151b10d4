"""One story in, one report out: the order of the work."""
from dataclasses import replace
from datetime import date
from typing import Callable

from .finders import dateline, figures, header, quotations, speakers
from .page import Page
from .patterns import limited
from .report import Report, StoryWarning
from .story import Story


def read(story: Story, reference: date | None = None) -> Report:
    """The report of a story, also where a pattern took too long in it."""
    warnings: list[StoryWarning] = list(story.warnings)
    with limited(lambda who: warnings.append(StoryWarning("rule_timeout", f"{who} took too long, its finds are missing"))):
        found = _found(story, reference, warnings.append)
    return replace(found, warnings=tuple(warnings))


def _found(story: Story, reference: date | None, warn: Callable[[StoryWarning], None]) -> Report:
    """Lay the story out, ask each finder in turn, and put down what they say."""
    page = Page.of(story)
    head = header.find(page)
    line, written = dateline.find(page, head, reference, warn)
    page = page.set_aside(line, *header.aside(page, head, line)).parted(head.headline)
    said = quotations.find(page, warn)
    who, said = speakers.find(page, said, warn)
    counted = figures.find(page, said, warn)
    return Report(text=story.text, source=story.source, header=head, dateline=line, date=written, speakers=who,
                  quotations=said, figures=counted)
