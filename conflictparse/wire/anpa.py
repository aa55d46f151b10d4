"""ANPA 1312: SOH header, STX text, ETX; several stories may follow one another in a file.

    <SYN><SYN><SOH>f0704<US>reute              service, number, selector
    u f BC-BAHIA-COCOA-REVIEW   02-26 0105     priority, category, slug (24 columns), version, month-day, words
    <STX>...text...<ETX>

AP pads less, puts codes for body and table type before the slug, rails (`^By A WRITER=`) around the lines of the text's
head, and after ETX the time: `AP-WF-11-13-13 1509GMT<`.
"""
import re
from datetime import datetime
from functools import cache
from typing import Iterator

from ..errors import Malformed
from ..report import Header, Source, Version
from ..story import Story
from .reading.text import clean, decode, notes

STORY = rb"""(?xs)
    \x01 (?P<circuit> [^\x01\x02\x1f\n]{0,40} ) \x1f (?P<selector> [^\x01\x02\n]{0,40} ) \n
    (?P<line> [^\x01\x02\n]* ) [^\x01\x02]*
    \x02 (?P<text> .*? )
    (?: \x03 (?P<trailer> [^\x01\x02\x05\x16]{0,100} ) | (?= [\x05\x16]* \x01 ) | \Z )
"""
CIRCUIT = r"(?x) \s* (?P<service> [A-Za-z]? ) \s* (?P<number> \d{1,4} )"
MARK = r"(?: \*+ [ ]? \w+ | (?: \d{1,2} (?: st | nd | rd | th ) [ -]? )? (?: ld | lead | add | take | writethru | urgent | bulletin | correction ) ) [^ ]*"
LINE = rf"""(?xi)
    (?P<priority> [a-z] ) [ ]+ (?P<category> [a-z\d] ) [ ]+
    (?P<slug> \S .*? )
    (?: [ ]+ (?P<mark> {MARK} ) (?: [ ] .*? )? | [ ]{{2,}} .*? )?
    [ ]+ \d\d-\d\d [ ]* (?P<words> \d* ) \s*
"""
VERSION = r"""(?xi)
    (?: (?P<number> \d{1,2} ) (?: st | nd | rd | th ) [ -]? )?
    (?: (?P<lead> ld | lead ) | (?P<add> add | take ) | (?P<urgent> urgent | bulletin ) | (?P<correction> correction ) )?
    [ (-]* (?P<writethru> writethr )?
"""
STAMP = r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d):?(?P<minute>\d\d)\s?(?P<zone>GMT|UTC|[ECMP][SD]T)?"
STAMP_HOUR_FIRST = r"(?P<hour>\d\d):(?P<minute>\d\d)\s+(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)(?P<zone>)"
ZONES = {"GMT": "Z", "UTC": "Z", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00", "CST": "-06:00", "MDT": "-06:00", "MST": "-07:00", "PDT": "-07:00", "PST": "-08:00"}
SPACES = bytes.maketrans(b"\x10\x1e", b"  ")  # space bands between the columns of a table: without them two numbers become one


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each story between SOH and ETX. Raises Malformed where there is none."""
    matches = list(_pattern(STORY).finditer(raw.replace(b"\r\n", b"\n").replace(b"\0", b"")))
    if not matches:
        raise Malformed("an ANPA header without a text")
    for match in matches:
        text, name, guessed = decode(match["text"].translate(SPACES), encoding)
        text = _unrailed(clean(text).strip("\n"))
        yield Story(text, _header(match), Source(format="anpa", encoding=name), warnings=notes(text, guessed and name))


@cache
def _pattern(parts) -> re.Pattern:
    return re.compile(parts)


def _header(match: re.Match) -> Header:
    """What the two lines before the text say, and the time after it."""
    circuit, selector, line, trailer = (clean((match[name] or b"").decode("latin-1")) for name in ("circuit", "selector", "line", "trailer"))
    first, second = _pattern(CIRCUIT).match(circuit), _pattern(LINE).fullmatch(line)
    return Header(
        agency="AP" if "AP-" in trailer else "Reuters" if selector.startswith("reut") else None,
        service=first and first["service"] or None, number=first and first["number"],
        priority=second and second["priority"], category=second and second["category"], slug=second and second["slug"],
        version=_version(second["slug"], second["mark"]) if second else None,
        words=int(second["words"]) if second and second["words"] else None, sent=_sent(trailer),
    )


def _version(slug: str, mark: str | None) -> Version | None:
    """The version after the slug, or at its end: `1STLD-(WRITETHROUGH)`, `***URGENT`."""
    if mark is None:
        at_the_end = _pattern(rf"(?xi) (?<= - ) {MARK} $").search(slug)
        mark = at_the_end and at_the_end[0]
    if mark is None:
        return None
    said = _pattern(VERSION).match(mark.lstrip("* "))
    kinds = ("writethru", "correction", "urgent", "add", "lead")
    return Version(next((kind for kind in kinds if said[kind]), None), int(said["number"]) if said["number"] else None, mark)


def _sent(trailer: str) -> str | None:
    """When the story was sent; the trailer names the day in full, as the header does not."""
    said = _pattern(STAMP).search(trailer) or _pattern(STAMP_HOUR_FIRST).search(trailer)
    if said is None:
        return None
    century = 1900 if int(said["year"]) >= 70 else 2000
    try:
        time = datetime(century + int(said["year"]), *(int(said[part]) for part in ("month", "day", "hour", "minute")))
    except ValueError:
        return None
    return time.isoformat() + ZONES.get(said["zone"] or "", "")


def _unrailed(text: str) -> str:
    """The text without rail codes: `^` before a line of the head, and the `<` or `=` that closes it, there or some lines on."""
    lines, railed = text.split("\n"), False
    for number, line in enumerate(lines):
        if line.startswith("^"):
            line, railed = line[1:], True
        elif line[:1] in ("\t", " ", ""):
            railed = False
        if railed and line.rstrip()[-1:] in ("<", "="):
            line, railed = line.rstrip()[:-1], False
        lines[number] = line
    return "\n".join(lines)
