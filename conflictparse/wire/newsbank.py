"""NewsBank as text: the title, the paper and its day on the next line, fields behind labels above and below the text.

    Gunners shell port, 12 dead
    Mira Courier, The (Kolbia) - October 15, 2017
    Author: Mira Kolb, Staff Writer
    PORT MIRA - Gunners shelled …
    Section: World
    Record Number: 1710150033
    Copyright (c) 2017 The Mira Courier
"""
from typing import Iterator

from ..errors import Malformed
from ..patterns import Match, pattern
from ..story import Story
from .reading.blocks import Blocks
from .reading.labels import header
from .reading.text import clean, decode

PAPER = r"(?m)^[ \t]{0,20}(?P<paper>\S[^\n]{2,90}?)[ \t]{1,3}[-–—][ \t]{1,3}(?P<day>(?:[A-Z][a-z]+day,? )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})[ \t]{0,20}$"
NAMES = "Author|Authors|Author/Byline|Byline|Dateline|Section|Edition|Page|Pages|Column|Series|Readability|Record Number|Record|Caption|Memo|Source|Index Terms|Correction|Copyright|Graphic|Illustration|Notes|Citation"
LABEL = rf"(?m)^[ \t]*(?P<name>{NAMES}):[ \t]*(?P<words>[^\n]*)$|^[ \t]*(?P<rights>Copyright,? (?:\(c\)|©|\d{{4}})[^\n]*|(?:\(c\)|©) (?:Copyright )?\d{{4}}[^\n]*)$"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each article. Raises Malformed where there is none."""
    said, name, guessed = decode(raw, encoding)
    text = clean(said)
    papers = [match for match in pattern(PAPER).finditer(text) if pattern(LABEL).match(text, _behind(text, match))]
    if not papers:
        raise Malformed("no paper with its day")
    starts = [_title(text, match) for match in papers]
    for (start, title), paper, end in zip(starts, papers, [*(start for start, _ in starts[1:]), len(text)]):
        yield _story(text, title, paper, max(end, paper.end()), name, guessed)


def _behind(text: str, match: Match) -> int:
    """Where the first line begins that is not empty, behind a line."""
    return pattern(r"(?:[ \t]*\n)*").match(text, match.end()).end()


def _title(text: str, paper: Match) -> tuple[int, str]:
    """The line above the paper's, and where it begins."""
    above = text[: paper.start()].rstrip()
    start = above.rfind("\n") + 1
    return (start, above[start:].strip()) if above else (paper.start(), "")


def _story(text: str, title: str, paper: Match, end: int, encoding: str, guessed: bool) -> Story:
    """Title, author and text, which stands between the labels above and those below."""
    fields: dict[str, str] = {}
    at = _behind(text, paper)
    while (label := pattern(LABEL).match(text, at, end)) and label.end() > at:
        fields.setdefault(label["name"] or "rights", (label["words"] or "").strip())
        at = _behind(text, label)
    below = [label for label in pattern(LABEL).finditer(text, at, end)]
    for label in below:
        fields.setdefault(label["name"] or "rights", (label["words"] or "").strip())
    body = text[at : below[0].start() if below else end].rstrip()
    author = next((fields[name] for name in ("Author", "Authors", "Author/Byline", "Byline") if fields.get(name)), None)
    blocks = Blocks()
    blocks.add(title, "headline")
    blocks.add(author, "byline")
    blocks.add_place(fields.get("Dateline"), body)
    blocks.add(body)
    number = fields.get("Record Number") or fields.get("Record")
    return blocks.story("newsbank", header(" ".join(paper["paper"].split()), number, None, paper["day"], category=fields.get("Section") or None), encoding, guessed)
