"""Where a dateline may begin: at which lines, and behind what: a byline, an agency, a note to editors."""
from functools import cache, lru_cache
from typing import Any, Iterator

from ...page import Page
from . import agency
from .day import ARTICLES, date_at, first_words, lunar, may_begin, pattern

NAME = r"\p{Lu}[\p{L}.'’-]+ (?: [ ] \p{Lu}[\p{L}.'’-]*\p{Ll}[\p{L}.'’-]* ){1,3}"
LAST, FULL = 3, 50  # lines of the foot; characters of a line that the next may carry on
INDENT = " \t\u3000*>•."
BEFORE = (  # behind what each can begin with, in lower case
    (("by ",), rf"By [ ] {NAME} (?: (?: [ ] and [ ] | ,[ ] ) {NAME} )? (?: ,[ ]\p{{Lu}}\p{{L}}{{1,9}} (?= [ ] ) )? ,? [ ]{{1,3}}"),   # By Mira Kolb, Reuters
    (("",), r"(?P<agency> \p{Lu}[\p{L}/]{1,14} (?: [ ] \p{Lu}\p{L}+ )? ) [ ] [-–—|]{1,2} [ ]"),                       # ANSA -
    (("(", "["), r"[(\[] (?P<agency> [^()\[\]\n]{2,30} ) [)\]] [ ] (?: [-–—]{1,2} [ ] )?"),                                # (ANSA) -
    (("(", "["), r"""[(\[] (?: (?: Add | Update | Recast | Correct | Repeat | Refile ) s? | Clarif\p{L}+ | Changes | Removes | Fixes | Writes | Eds ) \b
        [^()\[\]]{0,200} [)\]] \s{1,3}"""),                                                                          # (Recasts, adds quotes)
    (("[",), r"""(?: \[ (?: ["“]? Text | Excerpts? | Summary | Report | Article | Commentary | Editorial | Interview | Speech | Dispatch | Announcer | Unattributed | Correspondent | Telephone | Video | By ) \b
        [^\[\]]{0,120} \] \s{1,3} )+"""),                                                                                # [Text], [Article by Mira Kolb]
    (("repeat",), r"(?i: repeat(?: s | ing )? \s from \s (?: late \s | early \s )? \p{L}{3,9} ) [ ]{1,3}"),                 # Repeat from late Friday
)


WORDS = r"(?: [A-Za-z]++ [ ] )*+"
NAMES = 9  # words of which the name of a place may have so many
NOT_PLAIN = frozenset(("and", "by", "repeat", "undated"))


Opening = tuple[int, tuple[int, int] | None, tuple[int, int] | None]
"""An offset at which a dateline may begin, and what stands before it on the line: the offsets of an agency, of a date"""


def openings(page: Page) -> Iterator[Opening]:
    """All openings: behind what may stand before a dateline, then the line's own."""
    for start in lines(page):
        if not _prose(page.text, start):
            yield from _behind(page, start)
            yield start, None, None


def _prose(text: str, start: int) -> bool:
    """Whether more plain words open a line than a dateline can have before its first mark, or fewer before what is neither such a mark nor a day."""
    plain = pattern(WORDS).match(text, start, start + 150)
    end = plain.end() if plain else start
    words = text[start:end].lower().split()[: NAMES + 1]
    if not words or not _first_words().isdisjoint(words) or lunar(text, start, start + 250):
        return False
    if len(words) > NAMES:
        return text[start:end].split(" ", NAMES)[NAMES][0].islower()
    return text[end : end + 1] in ("\"", "“", "$") or text[end : end + 1].isdigit() and not may_begin(text, end)


@cache
def _first_words() -> frozenset[str]:
    """Words with which a date, a note before the dateline or another place may begin."""
    return first_words() | ARTICLES | NOT_PLAIN


def _behind(page: Page, start: int) -> Iterator[Opening]:
    """Openings behind a byline, an agency, a note, or a date before a bracket."""
    end = min(len(page.text), start + 260)
    head = page.text[start:end].lower()
    for words, before in BEFORE:
        match = pattern(before).match(page.text, start, end) if head.startswith(words) else None
        if match is None:
            continue
        if "agency" not in match.groupdict():
            yield match.end(), None, None
        elif agency.known(match["agency"]):
            yield match.end(), match.span("agency"), None
    if " " in head and (dated := date_at(page.text, start, end, r"(?P<date> {} ) [ ] (?= \( \p{{Lu}} | \p{{Lu}}{{3}} )")):    # October 15, 2017 (KHARTOUM) -, 2020-09-21 QUETTA:
        yield dated.end(), None, dated.span("date")


class Found:
    """What is looked for only as far as somebody asks, and kept: mostly the first line has the dateline, and no other need be read."""

    def __init__(self, looking: Iterator):
        self._looking, self._found = looking, []

    def __iter__(self) -> Iterator[Any]:
        number = 0
        while number < len(self._found) or self._another():
            yield self._found[number]
            number += 1

    def _another(self) -> bool:
        for thing in self._looking:
            self._found.append(thing)
            return True
        return False


@lru_cache(maxsize=1)  # style and date ask
def lines(page: Page) -> Found:
    """The beginnings of lines at which a dateline may stand: those of the head and of the first paragraphs of prose."""
    return Found(_lines(page))


def foot(text: str) -> list[tuple[int, int]]:
    """The offsets of the last lines that are not empty, without those that carry on a full one above."""
    found: list[tuple[int, int]] = []
    end = len(text)
    for _ in range(2 * LAST):
        start = text.rfind("\n", 0, end) + 1
        above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)].strip()
        if text[start:end].strip() and (len(above) < FULL or above.endswith((".", "!", "?", '"', "”"))):
            found.append((start, end))
        end = start - 1
        if end <= 0 or len(found) == LAST:
            break
    return found


def _lines(page: Page) -> Iterator[int]:
    found = prose = 0
    for block in page.paragraphs[:40]:
        start = page.text.rfind("\n", 0, block.start) + 1
        for line, at in _beginnings(page.text, start, min(block.end, block.start + 1500)):
            if at >= block.start and not _wrapped(page.text, line, block.start):
                found += 1
                yield at
        prose += not block.table and block.end - block.start > 150
        if prose >= 3 or found > 60:
            break


def _beginnings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets between two at which lines begin, and their words, if these begin with a letter, a digit or a bracket."""
    while start < end:
        line = text[start:end].partition("\n")[0]
        words = line.lstrip(INDENT)
        if words and (words[0].isalpha() or words[0].isdecimal() or words[0] in "(["):
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


