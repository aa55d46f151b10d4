"""When a story was sent, in the shapes that wires, archives and feeds write it, as ISO 8601."""
from datetime import datetime, timezone

from ...almanac import dates
from ...patterns import pattern

ZONES = {"": "", "Z": "Z", "GMT": "Z", "UTC": "Z", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00", "CST": "-06:00", "MDT": "-06:00", "MST": "-07:00",
         "PDT": "-07:00", "PST": "-08:00", "BST": "+01:00", "CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00"}
ZONE = rf"(?P<zone>{'|'.join(sorted(filter(None, ZONES), key=len, reverse=True))}|[+-]\d\d:?\d\d)?"
EASTERN = r"(?i)(?<=\d\d|m)\s(?:eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?\stime\b"  # of which half of the year, the copy does not say
COMPACT = rf"(?P<year>(?:18|19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[T ]?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?)?\s*{ZONE}"
CLOCK = rf"(?i)(?<!\d)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?\s*(?P<noon>[ap]\.?m\b\.?)?\s*{ZONE}(?!\w)"


def iso(said: object) -> str | None:
    """`20151210T191044+0100`, `26-FEB-1987 15:01:01.79`, `October 15, 2017 Sunday 3:14 PM GMT`, seconds since 1970; None where it is no date."""
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        return _seconds(said)
    words = " ".join(said.split()) if isinstance(said, str) and len(said) < 200 else ""
    if pattern(r"\d{10}|\d{13}").fullmatch(words):
        return _seconds(int(words))
    if match := pattern(COMPACT).fullmatch(words):
        return moment(**match.groupdict())
    return _in_words(words)


def moment(year, month, day, hour=None, minute=None, second=None, zone=None) -> str | None:
    """A day, with a time if there is one; None where the calendar or the clock has none such."""
    try:
        day = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    zone = (zone or "").upper()
    offset = ZONES[zone] if zone in ZONES else f"{zone[:3]}:{zone[-2:]}"
    return day.isoformat() + ("Z" if offset == "+00:00" else offset) if hour else day.date().isoformat()


def full_year(two: str) -> int:
    """`87` is 1987, `17` is 2017: there were no such wires before 1970."""
    return int(two) if len(two) == 4 else int(two) + (1900 if int(two) >= 70 else 2000)


def _seconds(since: float) -> str | None:
    try:
        return datetime.fromtimestamp(since / 1000 if since > 1e11 else since, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return None


def _in_words(words: str) -> str | None:
    words = pattern(EASTERN).sub("", words)
    clock = pattern(CLOCK).search(words)
    day = dates.written_as(words[: clock.start()] + " " + words[clock.end() :] if clock else words)
    if day is None or not (day.year and day.month):
        return None
    if day.day is None:
        return f"{day.year:04}-{day.month:02}"
    if clock is None:
        return moment(day.year, day.month, day.day)
    hour = int(clock["hour"]) % 12 + 12 * (clock["noon"][0] in "pP") if clock["noon"] else int(clock["hour"])
    return moment(day.year, day.month, day.day, str(hour), clock["minute"], clock["second"], clock["zone"])
