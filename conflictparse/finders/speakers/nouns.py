"""Nouns for those who act and titles: what the lists say of each token of a story, looked up once for all who ask."""
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.names import TITLES
from ...page.words import VOCABULARY

STANDING = frozenset("former senior top chief deputy retired late veteran acting current main leading prominent outgoing ex-army first second own".split())  # of persons, not of their bodies
OFFICES = Lexicon(__package__, "offices.txt", ("office",))
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
    tokens, beginning, found = page.tokens, _beginning(), Listed({}, {}, {}, {})
    for i in [i for i, token in enumerate(tokens) if token.lower in beginning]:
        noun, title = _alone(tokens[i].lower) or (NOUNS.at(tokens, i), TITLES.at(tokens, i))
        if noun:
            found.nouns[i] = noun
            found.nouns_to.setdefault(i + noun.length - 1, []).append((i, noun))
        if title:
            found.titles[i] = title
            found.titles_to.setdefault(i + title.length - 1, []).append((i, title))
    return found


@lru_cache(maxsize=VOCABULARY)
def _alone(word: str) -> tuple[Entry | None, Entry | None] | None:
    """The noun and the title that a word is wherever it stands; None where words that follow may tell."""
    nouns, titles = NOUNS.beginning(word), TITLES.beginning(word)
    if any(entry.length > 1 for _, entry in (*nouns, *titles)):
        return None
    return nouns[0][1] if nouns else None, titles[0][1] if titles else None


@cache
def _beginning() -> frozenset[str]:
    """The words with which an entry of one of the lists begins."""
    return frozenset(NOUNS.first_words | TITLES.first_words)
