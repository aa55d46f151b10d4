"""What a dateline is made of, in whatever order: names, a date, an agency, a dash; and how these are read off a line."""
from functools import cache
from typing import NamedTuple

from ... import patterns
from ...almanac import countries, dates
from ...page import Page
from . import agency

DASH = r"[ \t]* [,.]? [ \t]* (?: \n [ \t]* (?= -- ) )? (?: \.?-{1,3} | [–—―‒−_] | (?<= [ ] ) \| (?= \s ) )"    # - -- – — _ .- |
GAP = r"(?: [ \t]* , [ \t]* \n [ \t]* | [ \t]* \n [ \t]* (?= [(\[] ) | [ \t]* [,.;]? [ \t]* (?: (?: le | el | den ) [ ] (?= \d ) )? )"    # between two parts
CLOCK = rf"""(?: (?: \d{{1,2}} [:.h]? \d\d (?: :\d\d )? \s? (?: [ap]\.?m\.? )? | \d{{1,2}} \s? [ap]\.?m\.? )
              \s? (?: {'|'.join(dates.ZONES)} | local (?: \s time )? | hours | hrs ) \b
            | \d{{1,2}} [:.] \d\d (?: \s? [ap]\.?m\b \.? )? (?! [\d.:] ) )"""                                  # 1530 GMT  2:30 p.m. EDT  10:30
YEAR = r"(?: ,? \s{1,3} (?: del? \s )? (?: (?: 1[6-9] | 20 ) \d\d (?! \s? (?: GMT | UTC | local | h ) ) | [’']?\d\d (?! [\d:.] ) ) )"    # , 2017   89
HIJRI = r"(?: ,? [ ] \p{Lu}[\p{L}-]+ (?: [ ] [\p{L}-]+ )? [ ] \d{1,2} , [ ] 1[34]\d\d (?: [ ]? AH )? (?= [ ,] ) )"     # Muharram 25, 1439
DAY = r"(?: \d{1,2} (?: st | nd | rd | th | er | º )? (?! \d ) )"                                # 15  15th
UP = r"(?: \p{Lu} [\p{Lu}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ (?! \p{Ll} ) )"       # N'DJAMENA  ST.  WINSTON-SALEM
ANY = r"(?: \p{L} [\p{L}\p{M}'’‘`.]*+ (?: - \p{L} [\p{L}\p{M}'’‘`.]*+ )*+ )"
ODD_DAY = r"(?: [1-3]?\d \.? [ ] \p{L}{3,12} | \p{L}{3,12} [ ] \d{1,2} ) (?: [ ] \d{4} )? (?= ,? [ ]? [(\[/–—] | [ ] - )"    # 15 Ekim
ENGLISH = frozenset((  # the words of a date in it, and four that it has for other things
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ago gen mars set"
).split())
PARTS = {
    "agency": r"[(\[] (?P<words> [^()\[\]]{2,60} ) [)\]]",                                       # (AFP)  [Inravision)
    "slashes": r"/ (?P<words> \p{L} [^/\n]{1,30} ) /",                                           # /TASS/
    "bare": r"(?P<words> \p{Lu}[\p{L}/]{1,14} (?: [ -] \p{Lu}\p{L}{1,12} ){0,2} ) (?! \p{L} )",     # AAP  RIA Novosti  THE INDEPENDENT
}


class Shape(NamedTuple):
    """A line's opening: where its parts lie, and in `order` one letter for each.

    h head, d date, a agency in brackets, s agency in slashes, b bare agency, - dash, : colon, ( all before the dash in brackets
    """

    order: str
    end: int
    head: tuple[int, int]
    date: tuple[int, int] | None = None
    agency: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where the dateline begins: at its first place, or the bracket before it; without a place, at its date."""
        return self.head[0] - self.order.startswith("(")

    def with_part(self, letter: str, end: int, **parts) -> "Shape":
        """The shape with one part more."""
        return self._replace(order=self.order + letter, end=end, **parts)


@cache
def pattern(parts: str) -> patterns.Pattern:
    """Compiled when first needed, and kept."""
    return patterns.pattern(parts, patterns.VERBOSE)


def date_pattern(text: str, start: int, end: int) -> str:
    """Any date between two offsets: `March 5`, `15 OCT 17`, `Sunday, Oct. 15`, `2017-10-15`, `NO DATE`. Ask `names_a_day` first.

    With the words of all languages it takes 5 ms to compile, without those that no English has 3: so they are left out where none of them stands.
    """
    found = pattern(r"[^\W\d_]+").findall(text[start:end].casefold())
    return _date_pattern(_foreign().isdisjoint(found) and _foreign().isdisjoint(word[2:] for word in found))    # 15thOctober


@cache
def _foreign() -> frozenset[str]:
    """Words of a date in other languages."""
    return (dates.known_words("month") | dates.known_words("weekday")) - ENGLISH


@cache
def _date_pattern(english: bool) -> str:
    words = {kind: [word for word in dates.words_for(kind) if not english or word in ENGLISH] for kind in ("month", "weekday")}
    kinds = (rf"(?P<{kind}> (?: {'|'.join(words[kind])} ) \b (?: (?<! \p{{L}}{{6}} ) \. )? )" for kind in words)
    month, weekday, time = "(?&month)", "(?&weekday)", r"(?: ,? [ ] (?: at \s )? (?&clock) )"
    begins = "|".join(sorted({word[:2] for kind in words for word in words[kind]}))  # seven times faster than without this look ahead
    figures = r"\d{4} [-/] \d\d? (?: [-/] \d\d? )? | \d\d? [./] \d\d? [./] \d{2,4}"
    month_first = rf"{month} (?: \s{{0,2}} (?&day) (?&year)? | ,? \s \d{{4}} )"
    day_first = rf"(?&day) \.? [\s-]? (?: de \s )? {month} (?&year)?"
    day = rf"(?: (?&clock) ,? \s )? (?: {weekday} [,.]? \s )? (?: {month_first} | {day_first} | {figures} ) {time}?"
    return rf"(?<! \w ) (?i: (?= \d | no | {begins} ) (?(DEFINE) {' '.join(kinds)} (?P<clock> {CLOCK} ) (?P<day> {DAY} ) (?P<year> {YEAR} ) ) (?: no \s date | {day} | {weekday} ) )"


def names_a_day(text: str, start: int, end: int | None = None) -> bool:
    """Whether a date may begin at an offset, or with `end` somewhere up to there: with a digit, a month, a weekday or `no date`."""
    last = start if end is None else end
    for match in pattern(r"\w++").finditer(text, start, len(text) if end is None else end):
        if match.start() <= last and may_begin(match[0]):
            return True
        if end is None:
            return False
    return False


def may_begin(word: str) -> bool:
    """Whether a date may begin with a word."""
    word = _plain(word)
    return word[0].isdigit() or word == "no" or word in dates.known_words("month") or word in dates.known_words("weekday")


def _plain(word: str) -> str:
    """A word as the almanac has it, a Turkish capital i too."""
    return word.casefold().replace("\u0307", "")


def date_at(text: str, start: int, end: int, around: str = "{}") -> patterns.Match | None:
    """The date that begins at an offset, with what the pattern `around` it asks for."""
    return pattern(around.format(date_pattern(text, start, end))).match(text, start, end) if names_a_day(text, start) else None


@cache
def head_pattern(word: str) -> str:
    """One place or several, each with its state or country: `AMMAN/BEIRUT`, `CHATHAM, Mass.`, `GENEVA and DAMASCUS`."""
    names = rf"(?(DEFINE) (?P<name> (?! and \b ) {word} ) (?P<part> (?! and \b ) {ANY} ) )"
    area = r"(?: [ ]? , (?: [ ]{1,3} | [ ]? \n [ ]{0,4} ) (?&part) (?: [ ]{1,2} (?&part) ){0,4} )"
    place = rf"(?P<place> (?&name) (?: [ ]{{1,2}} (?&name) ){{0,5}} {area}{{0,2}} )"
    more = r"(?: [ ]? (?: / | ; | [ ] and [ ] | [ ] & [ ] ) [ ]? (?&place) )"
    return rf"{names} {place} {more}{{0,4}} | \(?(?i:UNDATED)\)?"


def _head(text: str, start: int, word: str, end: int) -> patterns.Match | None:
    """The names with which a line begins; they end before a date."""
    match = pattern(head_pattern(word)).match(text, start, end)
    if match is None or not text[start].isalpha():
        return match
    for at in (start, *(name.start() for name in pattern(r"(?<= [ \n/;] ) \p{L}").finditer(text, start + 1, match.end()))):
        if _date_begins(text, at, end):
            return pattern(head_pattern(word)).match(text, start, at)
    return match


def _date_begins(text: str, at: int, end: int) -> bool:
    """Whether a word among names opens a date: a month before a day, a weekday before a mark or a month, `no date`."""
    found = pattern(r"\w++").match(text, at, end)
    word, behind = _plain(found[0]), found.end()
    if word in dates.known_words("month") and pattern(r"\.? \s{0,2} \d").match(text, behind, end):
        return True
    if word in dates.known_words("weekday"):
        if pattern(r"\.? (?: , | \s* [-–—(/\d] )").match(text, behind, end):
            return True
        following = pattern(r"\.? \s (?P<word> \w++ )").match(text, behind, end)
        return following is not None and _plain(following["word"]) in dates.known_words("month")
    if word not in ("no", "le", "el", "den") and not _lunar(text, at, end):
        return False
    return bool(pattern(
        r"(?i: no \s date | (?: le | el | den ) \s \d | (?<= , [ ] ) [\p{L}-]+ (?: [ ] [\p{L}-]+ )? [ ] \d\d? , [ ] 1[34]\d\d )"
    ).match(text, at, end))


def _lunar(text: str, start: int, end: int) -> bool:
    """Whether a year of the Hijra may stand between two offsets."""
    return " 13" in text[start:end] or " 14" in text[start:end]


def read(page: Page, start: int, word: str) -> Shape | None:
    """The parts of a dateline that stand one after the other from an offset on."""
    end = min(len(page.text), start + 250)
    if page.text.startswith("(", start) and page.text[start + 1 : start + 2].isalnum() and (shape := _in_brackets(page, start, end)):
        return shape
    match = _head(page.text, start, word, end)
    return _grown(page, _without_agency(page, Shape("h", match.end(), match.span())), end) if match else _without_place(page, start, end)


def _grown(page: Page, shape: Shape, end: int) -> Shape:
    """The shape with all parts that follow before an offset."""
    while len(shape.order) < 6 and (longer := _next(page, shape, end)):
        shape = longer
    return shape


def _in_brackets(page: Page, start: int, end: int) -> Shape | None:
    """A dateline of which all but the dash is in brackets: `(Kabul, October 15, 2017) –`."""
    closing = page.text.find(")", start, end)
    inner = read(page, start + 1, ANY) if closing > 0 else None
    dash = pattern(DASH).match(page.text, closing + 1, end) if inner and inner.end == closing else None
    return inner._replace(order=f"({inner.order}-", end=dash.end()) if dash else None


def _without_place(page: Page, start: int, end: int) -> Shape | None:
    """A dateline that names no place: `Oct. 15 (UPI) --`."""
    date = date_at(page.text, start, end)
    return _grown(page, Shape("d", date.end(), (start, start), date.span()), end) if date else None


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
    if hijri := shape.date is None and _lunar(page.text, shape.end, end) and pattern(HIJRI).match(page.text, shape.end, end):
        return shape._replace(end=hijri.end())
    at = pattern(GAP).match(page.text, shape.end, end).end()
    if shape.date is None and (date := date_at(page.text, at, end)) and at > shape.end:
        return _after_dash(page, shape, shape.with_part("d", date.end(), date=date.span()), end)
    if shape.order == "h" and "," in page.text[shape.end : at] and (odd := pattern(ODD_DAY).match(page.text, at, end)) and dates.odd(odd[0]):
        return shape.with_part("d", odd.end(), date=odd.span())
    for kind, letter in (("agency", "a"), ("slashes", "s"), ("bare", "b")):
        match = pattern(PARTS[kind]).match(page.text, at, end) if shape.agency is None else None
        if match and (kind != "bare" or at > shape.end and _agency_alone(page, shape, match)):
            return _after_dash(page, shape, _bracketed(page, shape, match, letter), end)
    colon = page.text[shape.end : shape.end + 1] == ":"
    return shape.with_part(":", shape.end + 1) if colon and ":" not in shape.order and "-" not in shape.order else None


def _agency_alone(page: Page, shape: Shape, match: patterns.Match) -> bool:
    """Whether a bare word is an agency: a known one, or capitals between the date and a dash: `15 Oct. AVN.-`."""
    closed = shape.order.endswith("d") and match["words"].isupper() and pattern(DASH).match(page.text, match.end(), match.end() + 4)
    return bool(closed) or agency.known(match["words"])


def _bracketed(page: Page, shape: Shape, match: patterns.Match, letter: str) -> Shape | None:
    """Words in brackets are an agency, a country that belongs to the place, a date, or an agency and a date."""
    words, span = match["words"], match.span("words")
    if letter == "a" and shape.order == "h" and (countries.country(words) or countries.region(words)) and not agency.known(words):
        return shape._replace(end=match.end(), head=(shape.head[0], match.end()))
    if letter == "a" and shape.date is None:
        if dates.written_as(words):
            return shape.with_part("d", match.end(), date=span)
        if both := pattern(rf"(?P<agency> .{{2,40}}? ) \s* [/,–—-] \s* (?P<date> {date_pattern(page.text, *span)} )").fullmatch(page.text, *span):
            return shape.with_part("a", match.end(), agency=both.span("agency"), date=both.span("date"))
    return shape.with_part(letter, match.end(), agency=span)


def _after_dash(page: Page, shape: Shape, longer: Shape | None, end: int) -> Shape | None:
    """After a dash only what is closed by a dash, a full stop or the line's end is still dateline: `LOUISVILLE, Colo. - March 16 -`."""
    if longer is None or not shape.order.endswith("-"):
        return longer
    closed = pattern(rf"{DASH} | \. | [ \t]* (?: \n | \Z )").match(page.text, longer.end, end)
    return longer if closed and not (closed[0] == "." and longer.order.endswith("d")) else None
