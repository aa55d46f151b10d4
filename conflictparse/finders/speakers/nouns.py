"""Nouns for those who act and titles: what the lists say of each token of a story, looked up once for all who ask."""
from functools import lru_cache
from typing import NamedTuple

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.names import TITLES
from ...page.words import VOCABULARY

NOUNS = Lexicon(__package__, "kind.txt", ("person", "group", "document"))


class Listed(NamedTuple):
    """By each token with which one of a list may begin, what begins there, if anything does."""

    nouns: dict[int, Entry | None]
    titles: dict[int, Entry | None]


@lru_cache(maxsize=1)  # one story after the other; every mention asks, of several of its tokens
def listed(page: Page) -> Listed:
    """What the lists know of a story's tokens."""
    begun = [(i, lists) for i, token in enumerate(page.tokens) if (lists := _lists(token.lower))]
    return Listed(*({i: words.at(page.tokens, i) for i, lists in begun if words in lists} for words in (NOUNS, TITLES)))


@lru_cache(maxsize=VOCABULARY)
def _lists(word: str) -> tuple[Lexicon, ...]:
    """The lists of which an entry begins with a word."""
    return tuple(words for words in (NOUNS, TITLES) if word in words)
