"""Where a dateline may begin: at which lines, and behind what: a byline, an agency, a note to editors."""
from functools import lru_cache
from typing import Iterator, NamedTuple

from ...page import Page
from . import agency
from .day import date_at, pattern

NAME = r"\p{Lu}[\p{L}.'’-]+ (?: [ ] \p{Lu}[\p{L}.'’-]*\p{Ll}[\p{L}.'’-]* ){1,3}"
INDENT = " \t\u3000*>•."
BEFORE = (  # behind what each can begin with, in lower case
    (("by ",), rf"By [ ] {NAME} (?: (?: [ ] and [ ] | ,[ ] ) {NAME} )? (?: ,[ ]\p{{Lu}}\p{{L}}{{1,9}} (?= [ ] ) )? ,? [ ]{{1,3}}"),   # By Mira Kolb, Reuters
    (("",), r"(?P<agency> \p{Lu}[\p{L}/]{1,14} (?: [ ] \p{Lu}\p{L}+ )? ) [ ] [-–—|]{1,2} [ ]"),                       # ANSA -
    (("(", "["), r"[(\[] (?P<agency> [^()\[\]\n]{2,30} ) [)\]] [ ] (?: [-–—]{1,2} [ ] )?"),                                # (ANSA) -
    (("(", "["), r"""[(\[] (?: (?: Add | Update | Recast | Correct | Repeat | Refile ) s? | Clarif\p{L}+ | Changes | Removes | Fixes | Writes | Eds ) \b
        [^()\[\]]{0,200} [)\]] \s{1,3}"""),                                                                          # (Recasts, adds quotes)
    (("repeat",), r"(?i: repeat(?: s | ing )? \s from \s (?: late \s | early \s )? \p{L}{3,9} ) [ ]{1,3}"),                 # Repeat from late Friday
)


class Opening(NamedTuple):
    """An offset at which a dateline may begin, and what stands before it on the line: the offsets of an agency, of a date."""

    at: int
    agency: tuple[int, int] | None = None
    date: tuple[int, int] | None = None


def openings(page: Page) -> Iterator[Opening]:
    """All openings: behind what may stand before a dateline, then the line's own."""
    for start in lines(page):
        yield from _behind(page, start)
        yield Opening(start)


def _behind(page: Page, start: int) -> Iterator[Opening]:
    """Openings behind a byline, an agency, a note, or a date before a bracket."""
    end = min(len(page.text), start + 260)
    head = page.text[start:end].lower()
    for words, before in BEFORE:
        match = pattern(before).match(page.text, start, end) if head.startswith(words) else None
        if match is None:
            continue
        if "agency" not in match.groupdict():
            yield Opening(match.end())
        elif agency.known(match["agency"]):
            yield Opening(match.end(), match.span("agency"))
    if " (" in head and (dated := date_at(page.text, start, end, r"(?P<date> {} ) [ ] (?= \( \p{{Lu}} )")):    # October 15, 2017 (KHARTOUM) -
        yield Opening(dated.end(), None, dated.span("date"))


@lru_cache(maxsize=1)  # style and date ask
def lines(page: Page) -> tuple[int, ...]:
    """The beginnings of lines at which a dateline may stand: those of the head and of the first paragraphs of prose."""
    found, prose = [], 0
    for block in page.paragraphs[:40]:
        start = page.text.rfind("\n", 0, block.start) + 1
        lines = _beginnings(page.text, start, min(block.end, block.start + 1500))
        found += [at for line, at in lines if at >= block.start and not _wrapped(page.text, line, block.start)]
        prose += not block.table and block.end - block.start > 150
        if prose >= 3 or len(found) > 60:
            break
    return tuple(found)


def _beginnings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets between two at which lines begin, and their words, if these begin with a letter, a digit or a bracket."""
    while start < end:
        line = text[start:end].partition("\n")[0]
        words = line.lstrip(INDENT)
        if words and (words[0].isalpha() or words[0].isdecimal() or words[0] == "("):
            yield start, start + len(line) - len(words)
        start += len(line) + 1


def _wrapped(text: str, line: int, block: int) -> bool:
    """Whether a line only carries on the prose above it: that is full, and neither is it a headline over a dateline."""
    if line <= block:
        return False
    above, here = text[text.rfind("\n", 0, line - 1) + 1 : line - 1].strip(), text[line : line + 101].partition("\n")[0]
    if len(above) < 50 or len(here) > 100 or above.startswith("By "):
        return False
    headline = text.find(above) == len(text) - len(text.lstrip()) and above.isupper() != here.split(" ")[0].strip(",").isupper()
    return not (headline or above.isupper() and not here.isupper())


