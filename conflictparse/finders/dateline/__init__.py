"""Where and when a story was filed."""
from datetime import date
from typing import Callable

from ...page import Page
from ...report import Date, Dateline, Header, StoryWarning


def find(page: Page, head: Header, reference: date | None, warn: Callable[[StoryWarning], None]) -> tuple[Dateline | None, Date | None]:
    """The dateline and the date."""
    return None, None
