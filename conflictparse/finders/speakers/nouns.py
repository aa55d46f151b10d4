"""Nouns for those who act and titles: what the lists say of each token of a story, looked up once for all who ask."""
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.names import TITLES

NOUNS = Lexicon(__package__, "kind.txt", ("person", "group", "document"))


class Listed(NamedTuple):
    """By each token with which an entry begins, which it is."""

    nouns: dict[int, Entry]
    titles: dict[int, Entry]


@lru_cache(maxsize=1)  # one story after the other; every mention asks, of several of its tokens
def listed(page: Page) -> Listed:
    """What the lists know of a story's tokens."""
    tokens, beginning = page.tokens, _beginning()
    begun = [i for i, token in enumerate(tokens) if token.lower in beginning]
    nouns, titles = ({i: entry for i in begun if (entry := words.at(tokens, i))} for words in (NOUNS, TITLES))
    return Listed(nouns, titles)


@cache
def _beginning() -> frozenset[str]:
    """The words with which an entry of one of the lists begins."""
    return frozenset(NOUNS.first_words | TITLES.first_words)
