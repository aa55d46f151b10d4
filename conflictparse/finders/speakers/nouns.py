"""Nouns for those who act and titles: what the lists say of each token of a story, looked up once for all who ask."""
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.names import TITLES

NOUNS = Lexicon(__package__, "kind.txt", ("person", "group", "document"))


class Listed(NamedTuple):
    """By each token with which an entry begins, which it is; by each with which some end, where they begin, and which they are, the longest first."""

    nouns: dict[int, Entry]
    titles: dict[int, Entry]
    nouns_to: dict[int, list[tuple[int, Entry]]]
    titles_to: dict[int, list[tuple[int, Entry]]]


@lru_cache(maxsize=1)  # one story after the other; every mention asks, of several of its tokens
def listed(page: Page) -> Listed:
    """What the lists know of a story's tokens."""
    tokens, beginning = page.tokens, _beginning()
    begun = [(i, token.lower) for i, token in enumerate(tokens) if token.lower in beginning]
    in_nouns, in_titles = NOUNS.first_words, TITLES.first_words
    nouns = {i: entry for i, word in begun if word in in_nouns and (entry := NOUNS.at(tokens, i))}
    titles = {i: entry for i, word in begun if word in in_titles and (entry := TITLES.at(tokens, i))}
    return Listed(nouns, titles, _by_end(nouns), _by_end(titles))


def _by_end(entries: dict[int, Entry]) -> dict[int, list[tuple[int, Entry]]]:
    found: dict[int, list[tuple[int, Entry]]] = {}
    for i, entry in entries.items():
        found.setdefault(i + entry.length - 1, []).append((i, entry))
    return found


@cache
def _beginning() -> frozenset[str]:
    """The words with which an entry of one of the lists begins."""
    return frozenset(NOUNS.first_words | TITLES.first_words)
