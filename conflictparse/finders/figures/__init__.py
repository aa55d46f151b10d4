"""How many, how much: one entry for each number expression."""
from typing import Callable

from ...page import Page
from ...report import Figure, Quotation, StoryWarning


def find(page: Page, said: tuple[Quotation, ...], warn: Callable[[StoryWarning], None]) -> tuple[Figure, ...]:
    """Every figure of the story, in order."""
    return ()
