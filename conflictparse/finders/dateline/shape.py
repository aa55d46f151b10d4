"""What a dateline is made of, in whatever order: names, a date, an agency, a dash; and how these are read off a line."""
from functools import cache
from typing import NamedTuple

import regex

from ...almanac import countries, dates
from ...page import Page
from . import agency

DASH = r"[ \t]* [,.]? [ \t]* (?: \n [ \t]* (?= -- ) )? (?: \.?-{1,3} | [–—―‒−_] )"              # - -- – — _ .-
GAP = r"(?: [ \t]* , [ \t]* \n [ \t]* | [ \t]* \n [ \t]* (?= [(\[] ) | [ \t]* [,.;]? [ \t]* )"    # between two parts
TIME = r"(?: ,? [ ] \d{1,2} [:.h]? \d\d (?: :\d\d )? \s? (?: [ap]\.?m\.? )? \s? (?: GMT | UTC | EDT | EST | local ) )"
YEAR = r"(?: ,? \s{1,3} (?: del? \s )? (?: \d{4} | [’']?\d\d (?! [\d:.] ) ) )"                   # , 2017   89
DAY = r"(?: \d{1,2} (?: st | nd | rd | th | er | º )? (?! \d ) )"                                # 15  15th
UP = r"(?: \p{Lu} [\p{Lu}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ (?! \p{Ll} ) )"       # N'DJAMENA  ST.  WINSTON-SALEM
ANY = r"(?: \p{L} [\p{L}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ )"
ODD_DAY = r"(?: [1-3]?\d \.? [ ] \p{L}{3,12} | \p{L}{3,12} [ ] \d{1,2} ) (?: [ ] \d{4} )? (?= ,? [ ]? [(\[/–—] | [ ] - )"    # 15 Ekim
PARTS = {
    "agency": r"[(\[] (?P<words> [^()\[\]]{2,60} ) [)\]]",                                       # (AFP)  [Inravision)
    "slashes": r"/ (?P<words> \p{L} [^/\n]{1,30} ) /",                                           # /TASS/
    "bare": r"(?P<words> \p{Lu}[\p{L}/]{1,14} (?: [ -] \p{Lu}\p{L}{2,10} )? ) (?! \p{L} )",      # AAP  RIA Novosti
}


class Shape(NamedTuple):
    """A line's opening: where its parts lie, and in `order` one letter for each.

    h head, d date, a agency in brackets, s agency in slashes, b bare agency, - dash, : colon
    """

    order: str
    end: int
    head: tuple[int, int]
    date: tuple[int, int] | None = None
    agency: tuple[int, int] | None = None

    def with_part(self, letter: str, end: int, **parts) -> "Shape":
        """The shape with one part more."""
        return self._replace(order=self.order + letter, end=end, **parts)


@cache
def pattern(parts: str) -> regex.Pattern:
    """Compiled when first needed, and kept."""
    return regex.compile(parts, regex.X | regex.V0)


@cache
def date_pattern() -> str:
    """Any date: `March 5`, `15 OCT 17`, `Sunday, Oct. 15`, `2017-10-15`, `NO DATE`."""
    month, weekday = (rf"(?: (?: {'|'.join(dates.words_for(kind))} ) \b (?: (?<! \p{{L}}{{6}} ) \. )? )" for kind in ("month", "weekday"))
    figures = r"\d{4} [-/] \d\d? (?: [-/] \d\d? )? | \d\d? [./] \d\d? [./] \d{2,4}"
    month_first = rf"{month} (?: \s{{0,2}} {DAY} {YEAR}? | ,? \s \d{{4}} )"
    day_first = rf"{DAY} \.? [\s-]? (?: de \s )? {month} {YEAR}?"
    return rf"(?i: no \s date | (?: {weekday} [,.]? \s )? (?: {month_first} | {day_first} | {figures} ) {TIME}? | {weekday} )"


@cache
def head_pattern(word: str) -> str:
    """One place or several, each with its state or country: `AMMAN/BEIRUT`, `CHATHAM, Mass.`, `GENEVA and DAMASCUS`."""
    months, weekdays = ("|".join(dates.words_for(kind)) for kind in ("month", "weekday"))
    month = rf"(?: {months} ) \b"
    weekday = rf"(?: {weekdays} ) \b \.? (?: , | \s* [-–—(/\d] | \s (?= {month} ) )"
    before = rf"(?: {month} \.? \s{{0,2}} \d | {weekday} | no \s date )"
    no_date = "(?! (?&date) )"  # defined once: written out at each place, the pattern took 100 ms to compile
    name = rf"(?: {no_date} (?! and \b ) {word} )"
    part = rf"(?: {no_date} (?! and \b ) {ANY} )"
    area = rf"(?: [ ]? , (?: [ ]{{1,3}} | [ ]? \n [ ]{{0,4}} ) {part} (?: [ ]{{1,2}} {part} ){{0,4}} )"
    place = rf"(?: {name} (?: [ ]{{1,2}} {name} ){{0,5}} {area}{{0,2}} )"
    more = rf"(?: [ ]? (?: / | ; | [ ] and [ ] | [ ] & [ ] ) [ ]? {place} )"
    return rf"(?(DEFINE) (?P<date> (?i: {before} ) ) ) (?: {place} {more}{{0,4}} | \(?(?i:UNDATED)\)? )"


def openings(page: Page) -> tuple[int, ...]:
    """Where a dateline may begin: at the lines of the head and of the first paragraphs of prose."""
    found, prose = [], 0
    for block in page.paragraphs[:40]:
        start = page.text.rfind("\n", 0, block.start) + 1
        lines = pattern(r"(?m: ^ ) [ \t\u3000*>•.]*+ (?= [\p{L}\d(] )").finditer(page.text, start, min(block.end, block.start + 1500))
        found += [line.end() for line in lines if line.end() >= block.start and not _wrapped(page.text, line.start(), block.start)]
        prose += not block.table and block.end - block.start > 150
        if prose >= 3 or len(found) > 60:
            break
    return tuple(found)


def _wrapped(text: str, line: int, block: int) -> bool:
    """Whether a line only carries on the prose above it: that is full, and neither is it a headline over a dateline."""
    if line <= block:
        return False
    above, here = text[text.rfind("\n", 0, line - 1) + 1 : line - 1].strip(), text[line : line + 101].partition("\n")[0]
    if len(above) < 50 or len(here) > 100 or above.startswith("By "):
        return False
    headline = text.find(above) == len(text) - len(text.lstrip()) and above.isupper() != here.split(" ")[0].strip(",").isupper()
    return not (headline or above.isupper() and not here.isupper())


def read(page: Page, start: int, word: str) -> Shape | None:
    """The parts of a dateline that stand one after the other from an offset on."""
    end = min(len(page.text), start + 250)
    match = pattern(head_pattern(word)).match(page.text, start, end)
    if match is None:
        return None
    shape = _without_agency(page, Shape("h", match.end(), match.span()))
    while len(shape.order) < 5 and (longer := _next(page, shape, end)):
        shape = longer
    return shape


def _without_agency(page: Page, shape: Shape) -> Shape:
    """A head that ends in an agency's name, `Damascus, SANA`, gives it up."""
    first, comma, last = page.text[slice(*shape.head)].rpartition(",")
    if not comma or countries.region(last.strip()) or countries.country(last.strip()) or not agency.known(last):
        return shape
    at = shape.head[0] + len(first)
    return Shape("hb", shape.end, (shape.head[0], at), None, (at + 1 + len(last) - len(last.lstrip()), shape.end))


def _next(page: Page, shape: Shape, end: int) -> Shape | None:
    """The shape with the part that comes next."""
    if dash := pattern(rf"{DASH} (?! > )").match(page.text, shape.end, end):
        return None if shape.order.endswith("-") else shape.with_part("-", dash.end())
    at = pattern(GAP).match(page.text, shape.end, end).end()
    if shape.date is None and (date := pattern(date_pattern()).match(page.text, at, end)) and at > shape.end:
        return _after_dash(page, shape, shape.with_part("d", date.end(), date=date.span()), end)
    if shape.order == "h" and "," in page.text[shape.end : at] and (odd := pattern(ODD_DAY).match(page.text, at, end)) and dates.odd(odd[0]):
        return shape.with_part("d", odd.end(), date=odd.span())
    for kind, letter in (("agency", "a"), ("slashes", "s"), ("bare", "b")):
        match = pattern(PARTS[kind]).match(page.text, at, end) if shape.agency is None else None
        if match and (kind != "bare" or agency.known(match["words"]) and at > shape.end):
            return _after_dash(page, shape, _bracketed(page, shape, match, letter), end)
    colon = page.text[shape.end : shape.end + 1] == ":"
    return shape.with_part(":", shape.end + 1) if colon and shape.order in ("h", "ha", "hda") else None


def _bracketed(page: Page, shape: Shape, match: regex.Match, letter: str) -> Shape | None:
    """Words in brackets are an agency, a country that belongs to the place, or a date."""
    words, span = match["words"], match.span("words")
    if letter == "a" and shape.order == "h" and (countries.country(words) or countries.region(words)):
        return shape._replace(end=match.end(), head=(shape.head[0], match.end()))
    if letter == "a" and shape.date is None and dates.written_as(words):
        return shape.with_part("d", match.end(), date=span)
    return shape.with_part(letter, match.end(), agency=span)


def _after_dash(page: Page, shape: Shape, longer: Shape | None, end: int) -> Shape | None:
    """After a dash only what is closed by a dash or a full stop is still dateline: `LOUISVILLE, Colo. - March 16 -`."""
    if longer is None or not shape.order.endswith("-"):
        return longer
    closed = pattern(rf"{DASH} | \.").match(page.text, longer.end, end)
    return longer if closed and not (closed[0] == "." and longer.order.endswith("d")) else None
