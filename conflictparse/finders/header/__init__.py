"""The head and foot of a story."""
from ...page import Page
from ...report import Header


def find(page: Page) -> Header:
    """What the story itself says in its head and foot, added to what the wire said."""
    return page.story.header
