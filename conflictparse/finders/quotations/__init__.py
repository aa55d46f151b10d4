"""What was said: content, cue and source of each attribution."""
from typing import Callable

from ...page import Page
from ...report import Quotation, StoryWarning


def find(page: Page, warn: Callable[[StoryWarning], None]) -> tuple[Quotation, ...]:
    """Every attribution of the story, in order; `speaker` is still open."""
    return ()
