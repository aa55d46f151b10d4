"""IPTC 7901, as dpa, AFP and others send it: SOH header line, slug, STX text, ETX and the time; several may follow one another.

    <SOH>eca0124 3 i 93  dpa 1888              service and number, priority, category, words, options, agency and its number
    Yemen/conflict/                            slug, each part closed by a stroke
    <STX>EXTRA                                 marks of version, headline, byline; the last of these lines ends in " ="
    Peace talks on Yemen begin =
    Washington (dpa) - ...
    <ETX>212101 GMT Nov 18

Mail gateways strip the control characters, or show them as ^A, ^B, ^C.
"""
from typing import Iterator

from ..almanac import dates
from ..errors import Malformed
from ..patterns import Match, pattern
from ..report import Header, Source, Version
from ..story import Story
from .reading import marks
from .reading.blocks import NOT_A_STORY, TABULAR
from .reading.rails import BY, NOTE, Rail, marked
from .reading.text import clean, decode, notes

HEADER = rb"""(?P<service> [A-Za-z]{0,6} ) (?P<number> \d{0,5} ) [ ] (?P<priority> \d ) [ ] (?P<category> [A-Za-z]{1,3} ) (?: [ ] (?P<words> \d{0,5} ) )?
    (?P<options> (?: [ ] [^\n]* )? ) \n"""
STORY = rb"(?xs) (?: \x01 | \A [\s\x00]* ) " + HEADER + rb"(?P<rest> [^\x01\x03]* ) (?: \x03 (?P<trailer> [^\x01\x02]{0,100} ) )?"
FILED = r"(?x) (?: ^ | \s ) \(? (?P<agency> [^\W\d_]{2,12} ) \)? [ ]+ \d{1,4} \s* $"  # dpa 1888
SLUG = r"[^\n]{1,60}/[ \t]*"
VISIBLE = ((rb"(?m)^\^A", b"\x01"), (rb"(?m)^\^B", b"\x02"), (rb"(?m)^\^C", b"\x03"))
NOTEBOOK = r"(?m)^[ \t]*(?:\#{1,2}[ \t]*(?:Notebook|Internet links?|Notes? to editors?|Editorial contacts?)\b|(?:\*[ ]?){3,}[ \t]*\n\s*The following information is not intended|Editorial contacts?:)"
SIGNED = r"(?m)^[ \t]*(?:[a-z]{2,5}(?:[ ][a-z]{1,4}){1,8}|[a-z]{1,4}(?:-[a-z]{1,4})*(?:/[a-z]{1,4}){1,4})[ \t]*$"
NO_STORY = frozenset(("rs",))  # categories of service copy
HEAD = 15  # lines


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each story between SOH and ETX. Raises Malformed where there is none."""
    raw = raw.replace(b"\r\n", b"\n").replace(b"\0", b"")
    if raw.lstrip().startswith(b"^A"):
        for shown, control in VISIBLE:
            raw = pattern(shown).sub(control, raw)
    matches = list(pattern(STORY).finditer(raw))
    if not matches:
        raise Malformed("no IPTC 7901 header")
    for match in matches:
        rest, name, guessed = decode(match["rest"], encoding)
        slugs, text = _parted(rest)
        text, trailer = _without_stamp(clean(text).strip("\n"), clean((match["trailer"] or b"").decode("latin-1")))
        text, known, aside, version = _head(_without_notebook(text))
        text, tables = _without_strokes(text)
        header = _header(match, slugs, version, trailer)
        warnings = notes(text, name if guessed else None) + (TABULAR,) * bool(tables) + (NOT_A_STORY,) * (header.category in NO_STORY)
        yield Story(text, header, Source(format="iptc7901", encoding=name), known, (*aside, *tables), warnings)


def _parted(rest: str) -> tuple[list[str], str]:
    """The lines of the slug, and the text: after STX, or after the last line that ends in a stroke."""
    before, stx, text = rest.partition("\x02")
    if not stx:
        slugs = pattern(rf"\s*(?:{SLUG}\n\s*)*").match(rest)
        before, text = slugs[0], rest[slugs.end() :]
    return [words for line in before.split("\n") if (words := " ".join(clean(line).split()))], text


def _without_stamp(text: str, trailer: str) -> tuple[str, str]:
    """The text without the time in its last line, where a gateway has stripped the ETX before it."""
    before, _, last = text.rstrip().rpartition("\n")
    return (before.rstrip("\n"), last) if not trailer.strip() and dates.stamp(last) else (text, trailer)


def _without_notebook(text: str) -> str:
    """The text without what is not meant for print: links, contacts, notes to editors. Who signs below it stays."""
    start = pattern(NOTEBOOK).search(text)
    if start is None:
        return text
    signed = list(pattern(SIGNED).finditer(text, start.end()))
    return text[: start.start()].rstrip() + (f"\n\n{signed[-1][0].strip()}" if signed else "")


def _head(text: str) -> tuple[str, dict[str, tuple[int, int]], list[tuple[int, int]], Version | None]:
    """The text without the sign that closes its head; where headline and byline stand, what is no prose, and the version."""
    lines = text.split("\n")
    last = next((number for number, line in enumerate(lines[:HEAD]) if line.rstrip().endswith("=")), None)
    if last is None:
        return text, {}, [], None
    lines[last] = lines[last].rstrip()[:-1].rstrip()
    rails: list[Rail] = []
    for number, line in enumerate(lines[: last + 1]):
        role = _role(line, {rail.role for rail in rails})
        if role == "headline" and rails and rails[-1].role == role:
            rails[-1] = rails[-1]._replace(last=number)
        elif line.strip():
            rails.append(Rail(line.strip(), number, number, role))
    said = " ".join(rail.words for rail in rails if rail.role == "version")
    text = "\n".join(lines)
    return text, *marked(text, rails), marks.of(said) if said else None


def _role(line: str, before: set[str]) -> str:
    """What a line of the head is."""
    if marks.wholly(line):
        return "version"
    if pattern(BY).match(line.strip()):
        return "byline"
    return "note" if pattern(NOTE).match(line) or "byline" in before else "headline"


def _without_strokes(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the lines `<#>` around a table, and where the tables stand."""
    lines, tables, start, at = [], [], None, 0
    for line in text.split("\n"):
        if line.strip() == "<#>":
            if start is not None and at > start:
                tables.append((start, at - 1))
            start = at if start is None else None
            continue
        lines.append(line)
        at += len(line) + 1
    if start is not None and at - 1 > start:
        tables.append((start, at - 1))
    return "\n".join(lines), tables


def _header(match: Match, slugs: list[str], version: Version | None, trailer: str) -> Header:
    """What header line, slug and trailer say."""
    service, number, priority, category, words, options = (
        (match[name] or b"").decode("latin-1").strip() for name in ("service", "number", "priority", "category", "words", "options"))
    filed = pattern(FILED).search(options)
    parts = tuple(part.strip() for line in slugs for part in line.split("/") if part.strip())
    slug = "/".join(parts) or (options if pattern(r"[^\W\d_][\w/ -]{4,}").fullmatch(options) and not filed else None)
    stamp = pattern(r"\d{6}[^\n]{4,30}").search(trailer)
    return Header(
        agency=filed["agency"] if filed else service if service.isupper() else None, service=service or None, number=number or None, priority=priority,
        category=category, slug=slug, keywords=parts, version=version or marks.at_the_end(slug), words=int(words) if words else None,
        sent=dates.stamp(stamp[0]) if stamp else None,
    )
