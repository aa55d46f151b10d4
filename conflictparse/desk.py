"""One story in, one report out: the order of the work."""
from datetime import date

from .finders import dateline, figures, header, quotations, speakers
from .page import Page
from .report import Report, StoryWarning
from .story import Story


def read(story: Story, reference: date | None = None) -> Report:
    """Lay the story out, ask each finder in turn, and put down what they say."""
    warnings: list[StoryWarning] = list(story.warnings)
    warn = warnings.append
    page = Page.of(story)
    head = header.find(page)
    line, written = dateline.find(page, head, reference, warn)
    page = page.set_aside(line, *header.aside(page, head, line)).parted(head.headline)
    said = quotations.find(page, warn)
    who, said = speakers.find(page, said, warn)
    counted = figures.find(page, said, warn)
    return Report(text=story.text, source=story.source, header=head, dateline=line, date=written, speakers=who,
                  quotations=said, figures=counted, warnings=tuple(warnings))
