"""Days: the words of a date as an ISO value. A year that the words leave out is inferred from evidence, or not at all."""
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from ..patterns import Pattern, pattern
from .spelling import fold
from .table import names, rows

LATEST = 2049  # 50 is 1950: wire copy of the 1950s is rarer than dates in the 2040s will be
ODD = 40  # dateparser was twice slow on long strings; a date is short
ZONES = {  # as wires name them; IST may be India's, Israel's or Ireland's, so it is not here
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "Moscow time": "+03:00", "JST": "+09:00", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00", "CST": "-06:00", "MDT": "-06:00",
    "MST": "-07:00", "PDT": "-07:00", "PST": "-08:00",
}
TIMED = frozenset(("moscow", "z", "local", "hours", "hrs", "am", "pm", "a", "p", *map(str.casefold, ZONES)))  # one of them is in every time without a colon
STAMP = r"(?i)(?:[a-z]{2,4}[ -])?(\d\d)(\d\d)(\d\d)\s*(?P<gmt>gmt|utc|z)?\s+([a-z]{3,9})\.?\s+(\d{4}|\d\d)\s*(?P<gmt>gmt|utc|z)?"
STAMP_IN_FIGURES = r"(?i)(?:[a-z]{2,4}[ -]){1,2}(\d\d)-(\d\d)-(\d\d)\s+(\d\d):?(\d\d)\s?([a-z]{3})?"
LANGUAGES = "en es fr de it pt nl sv da nb ru uk tr pl cs ro id".split()


class Written(NamedTuple):
    """What the words of a date say; None is not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    time: str = ""
    """As ISO 8601 has it, from the T on"""


class Evidence:
    """What may tell the year that the words leave out.

    `near` is a day at or just before which the story was written: of the header, or given by the user; `year` the latest that the
    story mentions as past or present.
    """

    __slots__ = ("near", "year")

    def __init__(self, near: date | None = None, year: int | None = None):
        self.near, self.year = near, year


class Resolved(NamedTuple):
    """An ISO value, as much of it as is known; `inferred` where the words do not give the year."""

    value: str
    inferred: bool
    odd: bool = False
    """The weekday that the words name is not the weekday of this day"""


def resolve(words: str, evidence: Evidence = Evidence()) -> Resolved | None:
    """The day that the words of a date mean: `Oct. 15`, `15 OCT 17`, `Sunday, 15 October`, `2017-10`."""
    written = written_as(words) or odd(words)
    if written is None:
        return None
    if written.month is None:
        return _weekday_alone(written, evidence)
    if written.day is None:
        return Resolved(f"{written.year}-{written.month:02}", False) if written.year else None
    if written.year:
        return _given(written, written.year, False)
    year = year_before(written, evidence.near) if evidence.near else _year_by_weekday(written, evidence.year)
    return _given(written, year, True) if year else None


def _given(written: Written, year: int, inferred: bool) -> Resolved | None:
    """A full day, if the calendar has it."""
    day = _day(year, written.month, written.day)
    if day is None:
        return None
    odd = written.weekday is not None and written.weekday != day.weekday()
    return Resolved(day.isoformat() + written.time, inferred, odd)


def year_before(written: Written, near: date) -> int | None:
    """The year of the latest such day that is not after `near`; the Far East files tomorrow's date."""
    for year in range(near.year + 1, near.year - 9, -1):
        day = _day(year, written.month, written.day)
        if day and day <= near + timedelta(days=1) and written.weekday in (None, day.weekday()):
            return year
    return None if written.weekday is None else year_before(written._replace(weekday=None), near)


def _year_by_weekday(written: Written, mentioned: int | None) -> int | None:
    """The first year, from the latest that the story mentions on, in which this day has this weekday."""
    if written.weekday is None or mentioned is None:
        return None
    days = (_day(year, written.month, written.day) for year in range(mentioned, mentioned + 7))
    return next((day.year for day in days if day and day.weekday() == written.weekday), None)


def _weekday_alone(written: Written, evidence: Evidence) -> Resolved | None:
    """A weekday is the last one of that name."""
    if written.weekday is None or evidence.near is None or written.day:
        return None
    back = (evidence.near.weekday() - written.weekday) % 7
    return Resolved((evidence.near - timedelta(days=back)).isoformat(), True)


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


@lru_cache(maxsize=100)  # of a dateline's day six rules ask
def written_as(words: str) -> Written | None:
    """The parts of a date, in whatever order they stand; None if a word is none of a date's."""
    if "-" in words and (iso := pattern(r"\s*(\d{4})-(\d\d?)(?:-(\d\d?))?(?:[T ](\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?))?\s*").fullmatch(words)):
        year, month, day, time = iso.groups()
        return Written(int(year), int(month), int(day) if day else None, None, f"T{time}" if time else "")
    if "/" in words and (iso := pattern(r"\s*(\d{4})/(\d\d?)/(\d\d?)\s*").fullmatch(words)):
        return Written(*map(int, iso.groups()))
    words, time = _without_time(words)
    if words.strip()[:1].isdecimal() and (figures := pattern(r"\s*(\d\d?)([./-])(\d\d?)\2(\d{4}|\d\d)\s*").fullmatch(words)):
        return _in_figures(int(figures[1]), figures[2], int(figures[3]), int(figures[4]), time)
    return _in_words(pattern(r"\d+|[^\W\d_]+").findall(words), time)


def _in_figures(one: int, mark: str, other: int, year: int, time: str) -> Written | None:
    """15/10/2017: which is the day is plain where one is above 12, or between dots."""
    if one <= 12 and other <= 12 and one != other and mark != ".":
        return None
    day, month = (one, other) if other <= 12 else (other, one)
    return Written(_full(year), month, day, None, time)


def _in_words(words: list[str], time: str) -> Written | None:
    found: dict[str, int] = {}
    for word in words:
        kind, value = _word(word, found)
        if kind is None or kind in found:
            return None
        if kind:
            found[kind] = value
    return Written(**found, time=time) if found else None


def _word(word: str, found: dict[str, int]) -> tuple[str | None, int]:
    """What one word of a date says; the empty string if nothing of weight, None if it is no word of a date."""
    if word.isdecimal():
        number = int(word)
        if len(word) == 4:
            return "year", number
        if "day" not in found and 1 <= number <= 31:
            return "day", number
        return ("year", _full(number)) if len(word) == 2 else (None, 0)
    word = fold(word)
    if word in ("the", "of", "de", "del", "den", "der", "on", "st", "nd", "rd", "th"):
        return "", 0
    return _names().get(word, (None, 0))


def _without_time(words: str) -> tuple[str, str]:
    """The words without a time of day, and that time as ISO 8601 has it."""
    if ":" not in words and TIMED.isdisjoint(pattern(r"[^\W\d_]+").findall(words.casefold())):
        return words, ""
    for time in _times():
        if match := time.search(words):
            return words[: match.start()] + " " + words[match.end() :], _time(**match.groupdict())
    return words, ""


@cache
def _times() -> tuple[Pattern, ...]:
    """How a time is written: with a zone (`1530 GMT`, `0930 local time`), by the half of the day (`2:30 p.m.`), with a colon (`14:30`)."""
    zones = "|".join([*ZONES, "z", r"local(?:\s+time)?", "hours", "hrs"])
    minutes, noon, zone = r"(?: [:.h]? (?P<minute>\d\d) (?: :\d\d )? )", r"(?: \s* (?P<noon>[ap]\.?m\b\.? ) )", rf"(?: \s* (?P<zone> (?:{zones}) \b ) )"
    shapes = (rf"{minutes} {noon}? {zone}", rf"{minutes}? {noon} {zone}?", rf": (?P<minute>\d\d) (?: :\d\d )? {noon}? {zone}? (?!\w)")
    return tuple(pattern(rf"(?ix) (?: \b at \s )? \b (?P<hour>\d\d?) {shape}") for shape in shapes)


def _time(hour: str, minute: str | None, noon: str | None, zone: str | None) -> str:
    """From the T on; the empty string for a time that no clock shows."""
    hours, minutes = int(hour), int(minute or 0)
    hours = hours % 12 + 12 * (noon[0] in "pP") if noon else hours
    offset = {name.casefold(): offset for name, offset in ZONES.items()} | {"z": "Z"}
    return f"T{hours:02}:{minutes:02}:00{offset.get((zone or '').casefold(), '')}" if hours < 24 and minutes < 60 else ""


def _full(year: int) -> int:
    """`17` is 2017, `88` is 1988."""
    return year if year > 99 else year + (2000 if year + 2000 <= LATEST else 1900)


def odd(words: str) -> Written | None:
    """A date in a language whose months we do not list: `15 Ekim`, `5 maart 2017`. The last resort, and slow."""
    if len(words) > ODD or not pattern(r"[^\W\d_]{3}").search(words) or not pattern(r"\d").search(words) or written_as(words):
        return None
    import dateparser  # 70 ms, and 180 ms for the first date; rarely needed

    known = dateparser.parse(words, languages=LANGUAGES, settings={"REQUIRE_PARTS": ["day", "month"]})
    if known is None:
        return None
    return Written(known.year if pattern(r"\b\d{4}\b").search(words) else None, known.month, known.day)


@cache
def _names() -> dict[str, tuple[str, int]]:
    return {fold(name): (kind, int(value)) for kind, value, cell in rows("days.tsv", 3) for name in names(cell)}


@cache
def known_words(kind: str) -> frozenset[str]:
    """All words for a `month` or a `weekday`."""
    return frozenset(name for row in rows("days.tsv", 3) if row[0] == kind for name in names(row[2]))


@cache
def words_for(kind: str) -> tuple[str, ...]:
    """All words for a `month` or a `weekday`, longest first: for patterns that cut dates out."""
    return tuple(sorted(known_words(kind), key=lambda name: (-len(name), name)))


def stamp(words: str) -> str | None:
    """A wire's time stamp as ISO 8601: `051640 Apr 23 GMT`, `AFP 151430 OCT 17` begin with day, hour and minute; `AP-NY-07-24-88 1512EDT` with the month."""
    bare = words.strip()
    if len(bare) > 40 or not any(map(str.isdigit, bare[:9])):
        return None
    if match := pattern(STAMP).fullmatch(bare):
        kind, month = _names().get(fold(match[5]), ("", 0))
        return _stamped(match[6], month, match[1], match[2], match[3], "GMT" if match["gmt"] else "") if kind == "month" else None
    match = pattern(STAMP_IN_FIGURES).fullmatch(bare)
    return _stamped(match[3], int(match[1]), match[2], match[4], match[5], match[6] or "") if match else None


def _stamped(year: str, month: int, day: str, hour: str, minute: str, zone: str) -> str | None:
    """A day and time, if calendar and clock have them."""
    found = _day(_full(int(year)), month, int(day))
    return f"{found.isoformat()}T{hour}:{minute}:00{ZONES.get(zone.upper(), '')}" if found and int(hour) < 24 and int(minute) < 60 else None
