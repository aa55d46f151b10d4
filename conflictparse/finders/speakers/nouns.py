"""Nouns for those who act and titles: what the lists say of each token of a story, looked up once for all who ask."""
from functools import lru_cache

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.names import TITLES

NOUNS = Lexicon(__package__, "kind.txt", ("person", "group", "document"))


@lru_cache(maxsize=1)  # one story after the other; every mention asks, of several of its tokens
def nouns(page: Page) -> dict[int, Entry | None]:
    """The noun at each token with which one of the list may begin."""
    return _beginning(page, NOUNS)


@lru_cache(maxsize=1)
def titles(page: Page) -> dict[int, Entry | None]:
    """The title at each token with which one may begin."""
    return _beginning(page, TITLES)


def _beginning(page: Page, known: Lexicon) -> dict[int, Entry | None]:
    words = {word for word in {token.lower for token in page.tokens} if word in known}
    return {i: known.at(page.tokens, i) for i, token in enumerate(page.tokens) if token.lower in words}
