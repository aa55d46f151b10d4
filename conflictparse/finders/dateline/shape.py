"""What a dateline is made of, in whatever order: names, a date, an agency, a dash; and how these are read off a line."""
from functools import cache
from typing import Iterator

from ... import patterns
from ...almanac import countries, dates
from ...page import Page
from . import agency
from .day import date_among, date_begins, date_end, date_pattern, lunar, pattern

DASH = r"[ \t]* [,.]? [ \t]* (?: \n [ \t]* (?= -- ) )? (?: \.?-{1,3} | [–—―‒−_] | (?<= [ ] ) \| (?= \s ) )"    # - -- – — _ .- |
GAP = r"[ \t]*+ (?: , [ \t]* \n [ \t]* | \n [ \t]* (?: \n [ \t]* )? (?= [(\[] ) | [,.;]? [ \t]* (?: (?: le | el | den ) [ ] (?= \d ) )? )"    # between two parts
HIJRI = r"(?: ,? [ ] \p{Lu}[\p{L}-]+ (?: [ ] [\p{L}-]+ )? [ ] \d{1,2} , [ ] 1[34]\d\d (?: [ ]? AH )? (?= [ ,] ) )"     # Muharram 25, 1439
ODD_DAY = r"(?: [1-3]?\d \.? [ ] \p{L}{3,12} | \p{L}{3,12} [ ] \d{1,2} ) (?: [ ] \d{4} )? (?= ,? [ ]? [(\[/–—] | [ ] - )"    # 15 Ekim
UP = r"(?: \p{Lu} [\p{Lu}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ (?! \p{Ll} ) )"       # N'DJAMENA  ST.  WINSTON-SALEM
ANY = r"(?: \p{L} [\p{L}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ )"
Offsets = tuple[int, int]
COMMA = r"[ ]? , (?: [ ]{1,3} | [ ]? \n [ ]{0,4} ) (?= \p{L} )"                                   # between a place and its state or country
AND = r"[ ]? (?: / | ; | [ ] and [ ] | [ ] & [ ] ) [ ]?"                                       # between two places
DASHES = frozenset("-–—―‒−_|")
CLOSED = DASHES | frozenset("([:\n0123456789")  # what no name goes on with
BRACKETS = {"(": ")", "[": "]"}
OPENS = {"(": "a", "[": "a", "/": "s"}
PARTS = {
    "a": r"[(\[] (?P<words> [^()\[\]]{2,60} ) [)\]]",                                       # (AFP)  [Inravision)
    "s": r"/ (?P<words> \p{L} [^/\n]{1,30} ) /",                                           # /TASS/
    "b": r"(?P<words> \p{Lu}[\p{L}/]{1,14} (?: [ -] \p{Lu}\p{L}{1,12} ){0,2} ) (?! \p{L} )",     # AAP  RIA Novosti  THE INDEPENDENT
}


class Shape:
    """A line's opening: where its parts lie, and in `order` one letter for each.

    h head, d date, a agency in brackets, s agency in slashes, b bare agency, - dash, : colon, ( and ) all before or but for the dash in brackets
    """

    __slots__ = ("order", "end", "head", "date", "agency")

    def __init__(self, order: str, end: int, head: Offsets, date: Offsets | None = None, agency: Offsets | None = None):
        self.order, self.end, self.head, self.date, self.agency = order, end, head, date, agency

    @property
    def start(self) -> int:
        """Where the dateline begins: at its first place, or the bracket before it; without a place, at its date."""
        return self.head[0] - self.order.startswith("(")

    def with_part(self, letter: str, end: int, date: Offsets | None = None, agency: Offsets | None = None) -> "Shape":
        """The shape with one part more."""
        return Shape(self.order + letter, end, self.head, date or self.date, agency or self.agency)

    def to(self, end: int) -> "Shape":
        """The shape with another end."""
        return Shape(self.order, end, self.head, self.date, self.agency)

    def behind(self, agency: Offsets | None, date: Offsets | None) -> "Shape":
        """The shape with what stands before it on the line, where it has none itself."""
        return Shape(self.order, self.end, self.head, self.date or date, self.agency or agency) if agency or date else self


def _head(text: str, start: int, word: str, end: int) -> int | None:
    """Where the names end with which a line begins; they end before a date."""
    stop = _places_end(text, start, word, end) if word is ANY or _capitals(text[start : start + 7]) else None
    if stop is None or not text[start].isalpha() or not date_among(text, start, stop, end):
        return stop
    for at in (start, *(name.start() for name in pattern(r"(?<= [ \n/;] ) \p{L}").finditer(text, start + 1, stop))):
        if date_begins(text, at, end):
            return _places_end(text, start, word, at)
    return stop


def _places_end(text: str, start: int, word: str, end: int) -> int | None:
    """Where one place ends or several, each with its state or country: `AMMAN/BEIRUT`, `CHATHAM, Mass.`, `GENEVA and DAMASCUS`."""
    stop = _place_end(text, start, word, end)
    if stop is None:
        undated = start + text.startswith("(", start)
        stop = undated + len("undated") if undated + len("undated") <= end and text[undated : undated + len("undated")].casefold() == "undated" else None
        return stop and stop + text.startswith(")", stop, end)
    for _ in range(4):
        more = pattern(AND).match(text, stop, end) if text[stop : stop + 3].lstrip(" ")[:1] in ("/", ";", "&", "a") else None
        further = _place_end(text, more.end(), word, end) if more else None
        if further is None:
            break
        stop = further
    return stop


def _place_end(text: str, start: int, word: str, end: int) -> int | None:
    """Where a place ends with what it belongs to: nine words, and twice five behind a comma. Its parts are patterns of their own, since few stories need all."""
    found = pattern(names(word, 8)).match(text, start, end)
    for _ in range(2):
        comma = pattern(COMMA).match(text, found.end(), end) if found and "," in text[found.end() : found.end() + 2] else None
        area = pattern(names(ANY, 4)).match(text, comma.end(), end) if comma else None
        if area is None:
            break
        found = area
    return found and found.end()


@cache
def names(word: str, more: int) -> str:
    """A word and some more."""
    return rf"(?! and \b ) {word} (?: [ ]{{1,2}} (?! and \b ) {word} ){{0,{more}}}"


def _capitals(words: str) -> bool:
    """Whether a word in capitals may begin here, or `undated`."""
    return not words[1:2].islower() or not words[0].isalpha() or words.casefold() == "undated"


def read(page: Page, start: int, word: str) -> Shape | None:
    """The parts of a dateline that stand one after the other from an offset on."""
    end = min(len(page.text), start + 250)
    return _in_brackets(page, start, end) or _behind(page, start, _head(page.text, start, word, end), end)


def readings(page: Page, start: int) -> Iterator[Shape]:
    """What stands at an offset, read as capitals and, where that is something else, as ordinary words; a place alone only where it ends the line."""
    end = min(len(page.text), start + 250)
    if shape := _in_brackets(page, start, end):
        yield shape
        return
    capitals = _head(page.text, start, UP, end)
    if (shape := _behind(page, start, capitals, end)) and (len(shape.order) > 1 or pattern(r"[ \t]* \n").match(page.text, shape.end)):
        yield shape
    if capitals and page.text[capitals : capitals + 2].lstrip(" ")[:1] in CLOSED:
        return
    words = _head(page.text, start, ANY, end)
    if words != capitals and (shape := _behind(page, start, words, end)) and (len(shape.order) > 1 or pattern(r"[ \t]* \n").match(page.text, shape.end)):
        yield shape


def _behind(page: Page, start: int, head: int | None, end: int) -> Shape | None:
    """The parts of a dateline from its names on, or, where there are none, from its date: `Oct. 15 (UPI) --`."""
    if head:
        return _grown(page, _without_agency(page, Shape("h", head, (start, head))), end)
    stop = date_end(page.text, start, end)
    return _grown(page, Shape("d", stop, (start, start), (start, stop)), end) if stop else None


def _grown(page: Page, shape: Shape, end: int) -> Shape:
    """The shape with all parts that follow before an offset."""
    while len(shape.order) < 6 and (longer := _next(page, shape, end)):
        shape = longer
    return shape


def _in_brackets(page: Page, start: int, end: int) -> Shape | None:
    """A dateline of which all but the dash is in brackets: `(Kabul, October 15, 2017) –`, `[Geneva, 3 June 2024]`."""
    if page.text[start : start + 1] not in BRACKETS or not page.text[start + 1 : start + 2].isalnum():
        return None
    closing = page.text.find(BRACKETS[page.text[start]], start, end)
    inner = read(page, start + 1, ANY) if closing > 0 else None
    if inner is None or inner.end != closing:
        return None
    dash = pattern(DASH).match(page.text, closing + 1, end)
    return Shape(f"({inner.order}{'-' if dash else ')'}", dash.end() if dash else closing + 1, inner.head, inner.date, inner.agency)


def _without_agency(page: Page, shape: Shape) -> Shape:
    """A head that ends in an agency's name, `Damascus, SANA` or `ASTANA. KAZINFORM`, gives it up."""
    words = page.text[slice(*shape.head)]
    first, comma, last = words.rpartition("," if "," in words else ". ")
    if not comma or countries.region(last.strip()) or countries.country(last.strip()) or not agency.known(last):
        return shape
    at = shape.head[0] + len(first)
    return Shape("hb", shape.end, (shape.head[0], at), None, (at + 1 + len(last) - len(last.lstrip()), shape.end))


def _next(page: Page, shape: Shape, end: int) -> Shape | None:
    """The shape with the part that comes next; the sign with which it begins tells which pattern is worth a try."""
    if shape.date and shape.agency and shape.order.endswith("-"):
        return None
    dashed = page.text[shape.end : end].lstrip(" \t\n,.")[:1] in DASHES
    if dashed and (dash := pattern(rf"{DASH} (?! > )").match(page.text, shape.end, end)):
        return None if shape.order.endswith("-") else shape.with_part("-", dash.end())
    if hijri := shape.date is None and lunar(page.text, shape.end, end) and pattern(HIJRI).match(page.text, shape.end, end):
        return shape.to(hijri.end())
    gap = pattern(GAP).match(page.text, shape.end, end)
    at = gap.end() if gap and (shape.date or page.text.count("\n", shape.end, gap.end()) < 2) else shape.end  # only a day may have its agency in the next paragraph
    if shape.date is None and at > shape.end and (stop := date_end(page.text, at, end)):
        return _after_dash(page, shape, shape.with_part("d", stop, date=(at, stop)), end)
    if shape.order == "h" and "," in page.text[shape.end : at] and (odd := pattern(ODD_DAY).match(page.text, at, end)) and dates.odd(odd[0]):
        return shape.with_part("d", odd.end(), date=odd.span())
    sign = page.text[at : at + 1]
    letter = OPENS.get(sign, "b" if sign.isupper() and at > shape.end else "")
    match = pattern(PARTS[letter]).match(page.text, at, end) if letter and shape.agency is None else None
    if match and (letter != "b" or _agency_alone(page, shape, match)):
        return _after_dash(page, shape, _bracketed(page, shape, match, letter), end)
    colon = page.text.startswith(" :", shape.end) + 1 if page.text[shape.end : shape.end + 2].lstrip(" ")[:1] == ":" else 0
    return shape.with_part(":", shape.end + colon) if colon and not shape.order.endswith(":") and "-" not in shape.order else None


def _agency_alone(page: Page, shape: Shape, match: patterns.Match) -> bool:
    """Whether a bare word is an agency: a known one, or capitals between the date and a dash: `15 Oct. AVN.-`."""
    closed = shape.order.endswith("d") and match["words"].isupper() and pattern(DASH).match(page.text, match.end(), match.end() + 4)
    return bool(closed) or agency.known(match["words"])


def _bracketed(page: Page, shape: Shape, match: patterns.Match, letter: str) -> Shape | None:
    """Words in brackets are an agency, a country that belongs to the place, a date, or an agency and a date."""
    words, span = match["words"], match.span("words")
    if letter == "a" and shape.order == "h" and (countries.country(words) or countries.region(words)) and not agency.known(words):
        return Shape(shape.order, match.end(), (shape.head[0], match.end()), shape.date, shape.agency)
    if letter == "a" and shape.date is None:
        if dates.written_as(words):
            return shape.with_part("d", match.end(), date=span)
        if both := date_pattern(page.text, *span, r"(?P<agency> .{{2,40}}? ) \s* [/,–—-] \s* (?P<date> {} )").fullmatch(page.text, *span):
            return shape.with_part("a", match.end(), agency=both.span("agency"), date=both.span("date"))
    return shape.with_part(letter, match.end(), agency=span)


def _after_dash(page: Page, shape: Shape, longer: Shape | None, end: int) -> Shape | None:
    """After a dash only what is closed by a dash, a full stop or the line's end is still dateline: `LOUISVILLE, Colo. - March 16 -`."""
    if longer is None or not shape.order.endswith("-"):
        return longer
    closed = pattern(rf"{DASH} | \. | [ \t]* (?: \n | \Z )").match(page.text, longer.end, end)
    return longer if closed and not (closed[0] == "." and longer.order.endswith("d")) else None
