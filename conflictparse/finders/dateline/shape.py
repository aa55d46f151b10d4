"""What a dateline is made of: names, a date, an agency, a dash; and how these are cut out of a line."""
from functools import cache
from typing import NamedTuple

import regex

from ...almanac import dates
from ...page import Page
from .agency import known

DASH = r"(?: \s* [,.]? \s* (?: \.?-{1,3} | [–—―‒−_] ) )"                     # - -- – — _ .-
TIME = r"(?: [ ]? ,? [ ] \d{1,2} [:.h]? \d\d (?: :\d\d )? \s? (?: [ap]\.?m\.? )? \s? (?: GMT | UTC | EDT | EST | local ) )"
YEAR = r"(?: ,? \s{1,3} (?: del? \s )? (?: \d{4} | ’?'?\d\d (?! [\d:.] ) ) )"          # , 2017   89
DAY = r"(?: \d{1,2} (?: st | nd | rd | th | er | º | \. )? (?! \d ) )"       # 15  15th  15.
UP = r"(?: \p{Lu} [\p{Lu}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ (?! \p{Ll} ) )"  # N'DJAMENA, ST., WINSTON-SALEM
ANY = r"(?: \p{L} [\p{L}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ )"
GAP = r"(?: [ ]{1,2} | [ ]? \n [ ]{0,3} )"                                    # a dateline may be broken over two lines
BRACKET = r"(?: [(\[] (?P<agency> [^()\[\]]{2,60} ) [)\]] )"                   # (AFP), [Inravision)
SLASHES = r"(?: / (?P<agency> \p{L} [^/\n]{1,30} ) / )"                        # /TASS/
BARE = r"(?P<agency> \p{Lu}[\p{L}-]{1,14} (?: [ ] \p{Lu}\p{L}{2,10} )? )"      # AAP, RIA Novosti; must be a known agency


class Shape(NamedTuple):
    """A line's opening in the shape of a dateline: offsets of the whole and of its parts."""

    start: int
    end: int
    head: tuple[int, int]
    date: tuple[int, int] | None
    agency: tuple[int, int] | None


@cache
def date_pattern() -> str:
    """Any date: `March 5`, `15 OCT 17`, `Sunday, Oct. 15`, `2017-10-15`, `NO DATE`."""
    month = rf"(?: (?: {'|'.join(dates.words_for('month'))} ) \b \.? )"
    weekday = rf"(?: (?: {'|'.join(dates.words_for('weekday'))} ) \b \.? )"
    day = rf"(?: {month} \s{{0,2}} {DAY} {YEAR}? | {DAY} \s? (?: de \s )? {month} {YEAR}? | \d{{4}} [-/] \d\d? [-/] \d\d? | \d\d? [./] \d\d? [./] \d{{2,4}} )"
    return rf"(?i: no \s date | (?: {weekday} [,.]? \s )? {day} {TIME}? | {month} ,? \s \d{{4}} | {weekday} (?! \s \p{{L}} ) )"


@cache
def head_pattern(word: str) -> str:
    """One place or several, each with its state or country: `AMMAN/BEIRUT`, `CHATHAM, Mass.`, `SAN JOSE (COSTA RICA)`."""
    term = rf"(?! {date_pattern()} ) {word} (?: {GAP} (?! {date_pattern()} | and \b ) {word} ){{0,5}}"
    area = rf"(?: \s? , \s{{1,3}} (?! {date_pattern()} ) {ANY} (?: {GAP} (?! {date_pattern()} | and \b ) {ANY} ){{0,4}} )"
    place = rf"(?: {term} {area}{{0,2}} (?: \s? \( [\p{{L}}][\p{{L}} .-]{{2,30}} \) (?= \s* , | \s* - ) )? )"
    return rf"(?P<head> {place} (?: \s? (?: / | ; | \s and \s | \s & \s | \s [-–] \s ) \s? {place} ){{0,4}}? )"


@cache
def _compiled(pattern: str) -> regex.Pattern:
    return regex.compile(pattern, regex.X | regex.V0)


def openings(page: Page) -> tuple[int, ...]:
    """Where a dateline may begin: at the lines of the head and of the first paragraphs of prose."""
    text, found, prose = page.text, [], 0
    for block in page.paragraphs[:40]:
        end = min(block.end, block.start + 1500)
        lines = regex.finditer(r"(?m)^[ \t\u3000*>•.]*+(?=[\p{L}(])", text, pos=max(0, block.start - 60), endpos=end)
        found += [line.end() for line in lines if line.end() >= block.start]
        prose += not block.table and block.end - block.start > 150
        if prose >= 3 or len(found) > 60:
            break
    return tuple(dict.fromkeys(found))


def fit(page: Page, start: int, pattern: str) -> Shape | None:
    """The opening at an offset, if it has this shape."""
    match = _compiled(pattern).match(page.text, start, min(len(page.text), start + 250), timeout=1)
    if match is None:
        return None
    groups = match.groupdict()
    part = lambda name: match.span(name) if groups.get(name) else None
    return Shape(start, match.end(), match.span("head"), part("date"), part("agency"))


__all__ = ["ANY", "BARE", "BRACKET", "DASH", "SLASHES", "Shape", "UP", "date_pattern", "fit", "head_pattern", "known", "openings"]
