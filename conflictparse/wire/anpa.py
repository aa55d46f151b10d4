"""ANPA 1312: SOH header, STX text, ETX; several stories may follow one another in a file.

    <SYN><SYN><SOH>f0704<US>reute              service, number, selector
    u f BC-BAHIA-COCOA-REVIEW   02-26 0105     priority, category, slug (24 columns), version, reference, month-day, words
    <STX>...text...<ETX>

AP pads less, puts codes for body and table type before the slug, rails (`^By A WRITER=`) around the lines of the text's
head, and after ETX the time: `AP-WF-11-13-13 1509GMT<`. Canadian Press writes the day before the month.
"""
from typing import Iterator

from ..errors import Malformed
from ..patterns import Match, pattern
from ..report import Header, Source, Version
from ..story import Story
from .reading import marks
from .reading.blocks import TABULAR
from .reading.rails import Rail, marked, unrailed
from .reading.text import clean, decode, notes
from .reading.times import full_year, moment

STORY = rb"""(?xs)
    \x01 (?P<circuit> [^\x01\x02\x1f\n]{0,60} ) (?: \x1f (?P<selector> [^\x01\x02\n]{0,40} ) )? \n
    (?P<line> [^\x01\x02\n]* ) [^\x01\x02]*
    \x02 (?P<text> .*? )
    (?: \x03 (?P<trailer> [^\x01\x02\x05\x16]{0,100} ) | (?= [\x05\x16]* \x01 ) | \x04 | \Z )
"""
CIRCUIT = r"(?x) \s* (?P<service> [A-Za-z]? ) \s* (?P<number> \d{1,4} )"
MARK = rf"(?: \*+ [ ]? \w+ | {marks.MARK} ) [^ ]*"
START = r"(?P<priority> [a-z] ) [ ]+ (?P<category> [a-z\d]{1,2} ) [ ]+ (?P<slug> \S .*? )"
BETWEEN = rf"(?: [ ]+ (?P<mark> {MARK} ) (?: [ ] .*? )? | [ ]{{2,}} .*? )?"  # an empty version or reference leaves two blanks
LINES = (rf"(?xi) {START} {BETWEEN} [ ]+ \d\d-\d\d [ ]* (?P<words> \d* ) \s*", rf"(?xi) {START} {BETWEEN} (?P<words> ) \s*")
ZONE = r"(?P<zone> GMT | UTC | [ECMP][SD]T )?"
STAMPS = tuple(rf"(?x) (?<!\d) {stamp} {ZONE}" for stamp in (
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) \s+ (?P<hour>\d\d) :? (?P<minute>\d\d) \s?",
    r"(?P<hour>\d\d):(?P<minute>\d\d) (?P<eastern> ET ) \s+ (?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d)",  # Canadian Press
    r"(?P<hour>\d\d):(?P<minute>\d\d) \s+ (?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)",
))
SENDERS = r"(?xi) ^ \W* (?P<agency> AP | NYT | CP | UPI ) - | (?P<bloomberg> bloomberg )"
CODES = bytes.maketrans(b"\x10\x1e\x0b", b"  ~")  # space bands between columns, without which two numbers become one; VT is a tilde in Spanish feeds
TABLE_ON = "\x12\x14"  # tabular and agate type
TYPES = {"\x11": {"\x12": False}, "\x12": {"\x12": True}, "\x13": {"\x14": False}, "\x14": {"\x14": True}}


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each story between SOH and ETX. Raises Malformed where there is none."""
    matches = list(pattern(STORY).finditer(raw.replace(b"\r\n", b"\n").replace(b"\0", b"")))
    if not matches:
        raise Malformed("an ANPA header without a text")
    for match in matches:
        said, name, guessed = decode(match["text"].translate(CODES), encoding)
        lines, rails = unrailed(said.replace("\r", "\n").replace("\x85", "\n").strip("\n"))
        tabular = any(code in (match["line"] or b"").decode("latin-1") for code in TABLE_ON)
        text, tables = _typed(lines, tabular)
        known, aside = marked(text, rails)
        head = header(match, next((rail.words for rail in rails if rail.role == "keywords"), ""))
        if "headline" not in known and pattern(r"(?i)news ?alert").search(f"{head.slug} {head.version and head.version.text}"):
            known |= _first_paragraph(text, rails)
        warnings = notes(text, name if guessed else None) + (TABULAR,) * bool(tables)
        yield Story(text, head, Source(format="anpa", encoding=name), known, (*aside, *tables), warnings)


def header(match: Match, keywords: str) -> Header:
    """What the two lines before the text say, the keyword line at the text's head, and the time after it."""
    circuit, selector, line, trailer = (clean((match[name] or b"").decode("latin-1")) for name in ("circuit", "selector", "line", "trailer"))
    first, second = pattern(CIRCUIT).match(circuit), next(filter(None, (pattern(form).fullmatch(line) for form in LINES)), None)
    slug, mark, words = (second["slug"], second["mark"], second["words"]) if second else (None, None, "")
    version = marks.of(mark) if mark else marks.at_the_end(slug) or _starred(slug) or marks.at_the_end(pattern(r",\s*\d*$").sub("", keywords))
    if second and second["category"].lower() == "v":
        version = version or Version("advisory", None, second["category"])
    counted = pattern(r",\s*(\d{1,5})$").search(keywords)
    return Header(
        agency=_agency(selector, trailer), service=first and first["service"] or None, number=first and first["number"],
        priority=second and second["priority"], category=second and second["category"], slug=slug, version=version,
        words=int(words or (counted[1] if counted else 0)) or None, sent=_sent(trailer),
    )


def _starred(slug: str | None) -> Version | None:
    """The version behind stars at a slug's end: `AM-KOLBIA-***URGENT`."""
    match = pattern(r"\*+ ?\w+$").search(slug or "")
    return marks.of(match[0]) if match else None


def _agency(selector: str, trailer: str) -> str | None:
    """Who sent it, as selector or trailer say."""
    if sender := pattern(SENDERS).search(trailer):
        return sender["agency"] or "Bloomberg"
    if pattern(r"\d\d:\d\dET ").search(trailer):
        return "CP"
    return "Reuters" if selector.startswith("reut") else None


def _sent(trailer: str) -> str | None:
    """When the story was sent; the trailer names the day in full, as the header does not."""
    said = next(filter(None, (pattern(stamp).search(trailer) for stamp in STAMPS)), None)
    if said is None:
        return None
    time = moment(full_year(said["year"]), said["month"], said["day"], said["hour"], said["minute"], None, said["zone"])
    swapped = moment(full_year(said["year"]), said["day"], said["month"], said["hour"], said["minute"], None, said["zone"])
    return time or (swapped if int(said["month"]) > 12 else None)


def _typed(lines: list[str], table: bool) -> tuple[str, list[tuple[int, int]]]:
    """The text without codes of type, and where it is a table: lines in tabular or agate type, or with a tab code at their head."""
    typed, tables, on = [], [], {code: table for code in TABLE_ON}
    at = 0
    for line in lines:
        words = clean(line)
        opening = line[: len(line) - len(line.lstrip("\x08\x11\x12\x13\x14 \t"))]
        for code in opening:
            on.update(TYPES.get(code, {}))
        if (any(on.values()) or "\x08" in opening) and any(map(str.isdigit, words)):
            tables.append((at, at + len(words)))
        for code in line[len(opening) :]:
            on.update(TYPES.get(code, {}))
        typed.append(words)
        at += len(words) + 1
    return "\n".join(typed), tables


def _first_paragraph(text: str, rails: list[Rail]) -> dict[str, tuple[int, int]]:
    """The first paragraph below the rails, which is all there is of an alert, as its headline."""
    match = pattern(r"\s*(?P<words>\S[^\n]*(?:\n(?![ \t\n])[^\n]*)*)").match(text, len("\n".join(text.split("\n")[: rails[-1].last + 1])) if rails else 0)
    return {"headline": match.span("words")} if match else {}
