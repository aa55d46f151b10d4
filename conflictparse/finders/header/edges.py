"""The edges of a story: the short lines above its first paragraph of prose, and the last lines below its last."""
from functools import cache, lru_cache
from typing import NamedTuple

from ... import patterns
from ...page import Page

HEAD, FOOT = 30, 10  # lines


class Line(NamedTuple):
    """A line without the blanks around it."""

    text: str
    start: int
    end: int


@cache
def pattern(parts: str) -> patterns.Pattern:
    """Compiled when first needed, and kept."""
    return patterns.pattern(parts, patterns.VERBOSE | patterns.MULTILINE)


def lines(text: str, start: int, end: int) -> list[Line]:
    """The lines between two offsets that are not empty."""
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        words = text[start:stop].rstrip()
        if line := words.lstrip():
            at = start + len(words) - len(line)
            found.append(Line(line, at, at + len(line)))
        start = stop + 1
    return found


def begins(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text begins with one of some words in lower case: asked before a pattern that would cost more to compile than all that is done to a line."""
    return text[:20].casefold().startswith(words)


@lru_cache(maxsize=1)
def head(page: Page) -> list[Line]:
    """The lines before the first prose, and the first two lines of that."""
    found = lines(page.text, 0, min(len(page.text), 3000))[:HEAD]
    for number, line in enumerate(found):
        if _prose(line, found[number + 1 : number + 2]):
            return found[: number + 2]
    return found


def _prose(line: Line, following: list[Line]) -> bool:
    """Whether running text begins here: a long line, or a full one that goes on in small letters."""
    if len(line.text) > 150 or len(line.text) > 90 and line.text.endswith("."):
        return True
    goes_on = following and following[0].text[0].islower() and following[0].start - line.end < 3
    return bool(goes_on) and len(line.text) > 45 and not line.text.isupper()


@lru_cache(maxsize=1)
def foot(page: Page) -> list[Line]:
    """The last lines, the last one first; none of those above the first prose."""
    first = next((line.start for line in head(page)[-2:]), 0)
    start = page.text.rfind("\n", 0, max(0, len(page.text) - 1500)) + 1
    return [line for line in lines(page.text, start, len(page.text))[-FOOT:][::-1] if line.start >= first]
