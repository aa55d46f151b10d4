"""When the story was sent, where its foot says so and no header does."""
from ...almanac import dates
from ...page import Page
from ...rule import Rulebook
from .edges import foot

SENT = Rulebook("header.sent")


@SENT.rule
def stamp_in_the_last_lines(page: Page):
    """One of the last lines is a time stamp: day, hour and minute in six digits, month, year.

    + «051640 Apr 23 GMT»   \t
    - The siege of April 2023 is over.
    """
    for line in foot(page)[:3]:
        if value := dates.stamp(line.text):
            return value, page.story.span(line.start, line.end)
    return None
