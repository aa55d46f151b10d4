"""The edges of a story: the short lines above its first paragraph of prose, and the last lines below its last."""
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import Iterator

from ... import patterns
from ...page import Page

HEAD, FOOT = 30, 10  # lines
LABELS = (
    "date:", "event:", "source:", "location:", "place:", "published:", "updated:", "posted:", "writer:", "author:", "subject:", "section:", "publication:", "newspaper:", "category:", "language:",
    "country:", "region:", "city:", "url:", "link:", "id:", "keywords:", "tags:", "words:", "length:", "dateline:", "byline:", "agency:", "provider:", "copyright:", "doc id:", "edition:", "page:",
)
RIGHTS = 120  # characters of a line of rights
PROSE = 150  # characters; a longer line is none of the head's
FULL = 50  # characters; a line of prose that another carries on has more
OPENING = 20  # characters


class Line:
    """A line without the blanks around it; `opening` is its beginning in lower case, as `begins` looks at it."""

    __slots__ = ("text", "start", "end", "opening")

    def __init__(self, text: str, start: int, end: int):
        self.text, self.start, self.end, self.opening = text, start, end, text[:OPENING].casefold()


@cache
def pattern(parts: str) -> patterns.Pattern:
    """Compiled when first needed, and kept."""
    return patterns.pattern(parts, patterns.VERBOSE | patterns.MULTILINE)


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines between two offsets that are not empty."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield from _stripped(text, start, stop)
        start = stop + 1


def lines_from_the_end(text: str, start: int, end: int) -> Iterator[Line]:
    """The same, the last one first."""
    while start < end:
        begin = max(start, text.rfind("\n", start, end) + 1)
        if end > begin:
            yield from _stripped(text, begin, end)
        end = begin - 1


def _stripped(text: str, start: int, end: int) -> tuple[Line, ...]:
    words = text[start:end].rstrip()
    line = words.lstrip()
    return (Line(line, start + len(words) - len(line), start + len(words)),) if line else ()


def begins(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text begins with one of some words in lower case: asked before a pattern that would cost more to compile than all that is done to a line."""
    return text[:OPENING].casefold().startswith(words)


@lru_cache(maxsize=1)
def head(page: Page) -> list[Line]:
    """The lines before the first prose, and the first two lines of that."""
    found: list[Line] = []
    for line in islice(lines(page.text, 0, min(len(page.text), 3000)), HEAD):
        found.append(line)
        if len(found) > 1 and _prose(found[-2], line):
            break
    return found


def _prose(line: Line, following: Line) -> bool:
    """Whether running text begins here: a long line, or a full one that goes on in small letters."""
    if len(line.text) > PROSE or len(line.text) > 90 and line.text.endswith("."):
        return True
    return following.text[0].islower() and following.start - line.end < 3 and len(line.text) > 45 and not line.text.isupper()


def labelled(text: str) -> bool:
    """Whether a line of the head says what it is: `Source: Reuters`, or whose the story is: `Copyright 2007`."""
    if len(text) > PROSE and text.endswith("."):
        return False  # Event: a bomb killed two people. Nobody claimed it.
    return ":" in text[:14] and begins(text, LABELS) or len(text) < RIGHTS and begins(text, ("copyright ", "©", "(c) "))


def carried_on(page: Page, line: Line) -> bool:
    """Whether a line only carries on a full one above it, as prose does that is broken to a column."""
    end = page.text.rfind("\n", 0, line.start)
    return end > 0 and len(page.text[page.text.rfind("\n", 0, end) + 1 : end].strip()) > FULL


@lru_cache(maxsize=1)
def foot(page: Page) -> list[Line]:
    """The last lines, the last one first; none of those above the first prose."""
    first = next((line.start for line in head(page)[-2:]), 0)
    start = page.text.rfind("\n", 0, max(0, len(page.text) - 1500)) + 1
    last = islice(lines_from_the_end(page.text, start, len(page.text)), FOOT)
    return list(takewhile(lambda line: line.start >= first, last))
