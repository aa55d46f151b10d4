"""ZCZC … NNNN: a message between the words that once started and stopped a teleprinter.

    ZCZC KNA0123 4 POL
    KOLBIA-PORT
    Port shelled, 12 dead
    PORT MIRA, Oct 15 (KNA) -- Gunners shelled …
    151430 OCT 17
    NNNN
"""
from typing import Iterator

from ..almanac import dates
from ..errors import Malformed
from ..patterns import pattern
from ..report import Header
from ..story import Story
from .reading import marks
from .reading.blocks import Blocks
from .reading.text import clean, decode
from .reading.times import iso

STORY = r"(?s)ZCZC[ \t]*(?P<line>[^\n]*)(?P<text>.*?)(?:\bNNNN\b|\Z)"
NUMBER = r"(?P<service>[A-Za-z]{0,6})[ -]?(?P<number>\d{1,6})\b(?:[ /]+(?P<priority>[1-9a-zA-Z])[ ]+(?P<category>[A-Za-z]{1,3})\b)?(?:[ ]+(?P<words>\d{2,4})\b)?"
CODE = r"""(?x) (?P<slug> [A-Z][A-Z0-9]* (?: [-/][A-Z0-9*]+ )+ (?: [ ] [^a-z\n]{0,30} )? )   # KOLBIA-PORT/UPDATE 2
  | \.[A-Z] [A-Z0-9 ]{0,30} | (?= \S*\d ) (?= \S*[A-Z_/] ) [A-Z0-9_/.-]{3,40}               # .NEWDELHI FGN1   XKO94921_SXA_QBXB
  | [A-Z]{3} (?: [ ][A-Z]{3} ){1,4} | (?P<priority> [A-Z] ) [ ] (?P<category> [A-Z]{3} ) (?: [ ][A-Z0-9]{3,4} ){0,4} """              # PRI GEN INT   R POL S0A QBXB
BEHIND = r"(?: SCHED)?(?: \d\d-\d\d)(?: (?P<words>\d{3,4}))?$| SCHED$"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each message. Raises Malformed where there is none."""
    said, name, guessed = decode(raw.replace(b"\0", b""), encoding)
    matches = list(pattern(STORY).finditer(clean(said)))
    if not matches:
        raise Malformed("no ZCZC")
    for match in matches:
        codes, lines = _parted(match["text"].split("\n"))
        lines, sent = _without_stamp(lines)
        blocks = Blocks()
        blocks.add("\n".join(lines))
        yield blocks.story("zczc", _header(match["line"], codes, sent), name, guessed)


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of codes below the first, and the text."""
    for number, line in enumerate(lines):
        if line.strip() and not pattern(CODE).fullmatch(line.strip()):
            return [code.strip() for code in lines[:number] if code.strip()], lines[number:]
    return [], lines


def _without_stamp(lines: list[str]) -> tuple[list[str], str | None]:
    """The text without the time in its last line."""
    lines = "\n".join(lines).rstrip().split("\n")
    last = lines[-1].strip()
    sent = dates.stamp(last) or (iso(last) if pattern(r"\d").search(last) and len(last) < 40 else None)
    return (lines[:-1], sent) if sent else (lines, None)


def _header(line: str, codes: list[str], sent: str | None) -> Header:
    """What the first line and the lines of codes say."""
    first = pattern(NUMBER).search(line) or next(filter(None, (pattern(NUMBER).match(code) for code in codes)), None)
    read = [pattern(CODE).fullmatch(code) for code in codes]
    part = lambda name: next((found[name] for found in (first, *read) if found and found.groupdict().get(name)), None)
    slug, words = _slug(part("slug"))
    return Header(service=part("service"), number=part("number"), priority=part("priority"), category=part("category"), slug=slug,
                  version=marks.at_the_end(slug), words=int(first["words"]) if part("words") else words, sent=sent)


def _slug(line: str | None) -> tuple[str | None, int | None]:
    """The slug without day, number of words and schedule behind it, and that number: `BC-KOLBIA-PORT SCHED 06-06 0412`."""
    match = pattern(BEHIND).search(line or "")
    return (line[: match.start()], int(match["words"]) if match["words"] else None) if match else (line, None)
