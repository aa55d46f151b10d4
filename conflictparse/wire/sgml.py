"""SGML of the archives: Reuters-21578, Gigaword, TREC and TDT, MUC. Many roots, unclosed tags and bare control characters: no XML.

    <REUTERS NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE><UNKNOWN>…wire header…</UNKNOWN>
    <TEXT>&#2;<TITLE>…</TITLE><DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>…&#3;</BODY></TEXT></REUTERS>
    <DOC id="AFP_ENG_20101001.0001" type="story"><HEADLINE>…</HEADLINE><DATELINE>…</DATELINE><TEXT><P>…</P></TEXT></DOC>
    DEV-MUC3-0001 (NOSC)
"""
from dataclasses import replace
from html import unescape
from typing import Iterator

from ..errors import Malformed
from ..patterns import Match, pattern
from ..report import Header, Version
from ..story import Story
from . import anpa
from .reading.blocks import Blocks
from .reading.markup import of_html
from .reading.text import decode
from .reading.times import iso

MUC = r"(?m)^(?P<number>[A-Z]+\d?-MUC\d-\d{4})[ \t]*(?:\([^()\n]{1,60}\))?[ \t]*$"
GIGAWORD = r"(?P<agency>[A-Z]{3})(?:_[A-Z]{3})?_?(?P<day>\d{8})[._]\d+"
LAYOUT = r"&(?:UR|LR|QL|QR|QC|TL|HT);"  # of TDT and ACQUAINT: names of layout, no characters
AGENCIES = {"APW": "AP", "XIN": "Xinhua", "NYT": "NYT", "LTW": "LAT-WP", "WPB": "WP-Bloomberg"}
HEAD, BYLINE, SLUG, TEXT = ("TITLE", "HEADLINE", "HEAD", "HL", "H1"), ("AUTHOR", "BYLINE"), ("SLUG", "KEYWORD"), ("BODY", "TEXT", "TXT")
DAY, NUMBER = ("DATE", "DATE_TIME", "DATETIME", "DD", "STORYDATE"), ("DOCNO", "DOCID", "STORYID")


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """The story of each document. Raises Malformed where there is none."""
    text, name, guessed = decode(raw, encoding)
    text = text.replace("\r\n", "\n")
    documents = pattern(r"(?is)<(?:DOC|REUTERS)\b.*?(?=<(?:DOC|REUTERS)\b|\Z)").findall(text) or _of_muc(text)
    if not documents:
        raise Malformed("no SGML document")
    for document in documents:
        marked = pattern(MUC).search(document)
        yield _plain(document, marked, name, guessed) if marked and not document.lstrip().startswith("<") else _story(document, name, guessed)


def _of_muc(text: str) -> list[str]:
    """The stories of a file of MUC-3 or MUC-4, in which a line with the number opens each."""
    starts = [match.start() for match in pattern(MUC).finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)])]


def _plain(document: str, marked: Match, encoding: str, guessed: bool) -> Story:
    blocks = Blocks()
    blocks.add(document[marked.end() :])
    return blocks.story("sgml", Header(number=marked["number"]), encoding, guessed)


def _story(document: str, encoding: str, guessed: bool) -> Story:
    """Headline, byline, dateline, text; where dateline and text are one line, as Reuters had them, they stay one."""
    blocks, body = Blocks(), _inner(document, TEXT) or ""
    headline, byline, line = (_inner(document, names) or "" for names in (HEAD, BYLINE, ("DATELINE",)))
    for words, name in ((headline, "headline"), (byline, "byline")):
        blocks.add(" ".join(_bare(words).split()), name)
    body = pattern(rf"(?is)<({'|'.join((*HEAD, *BYLINE, 'DATELINE', *SLUG))})\b.*?</\1>").sub("", body)
    if headline and not pattern(r"(?i)<BODY\b|<P\b").search(document) and pattern(r"(?i)<TEXT\b[^<>]*>[^<]*<TITLE\b").search(document):
        blocks = _brief(_bare(_inner(document, ("TEXT",)) or ""), _bare(headline).strip())
    elif pattern(r"(?i)<P\b").search(body):
        paragraphs = of_html(body)
        blocks.add_place(_bare(line), paragraphs[0].words if paragraphs else "")
        for words, table in paragraphs:
            blocks.add_table(words) if table else blocks.add(words)
    else:
        body, line = _bare(body).strip("\n"), _bare(line).strip("\n")
        if line and not pattern(r"(?i)</DATELINE>\s*<BODY>\S").search(document):
            blocks.add_place(line, body)
        else:
            body = line + body
        blocks.add(body)
    return blocks.story("sgml", _header(document), encoding, guessed)


def _brief(words: str, headline: str) -> Blocks:
    """A brief of Reuters': the headline with the stars before it, and perhaps a line below."""
    blocks = Blocks()
    blocks.add(words)
    start = blocks.text.find(headline)
    if start >= 0:
        blocks.known["headline"] = start, start + len(headline)
    return blocks


def _inner(document: str, names: tuple[str, ...]) -> str | None:
    """What stands in the first of some elements; one that is not closed ends at the next tag of its kind, or with the document."""
    for name in names:
        match = pattern(rf"(?is)<{name}\b[^<>]*>(.*?)(?:</{name}\s*>|(?=</(?:DOC|REUTERS)\s*>)|\Z)").search(document)
        if match:
            return match[1]
    return None


def _bare(words: str) -> str:
    """Words without tags, their entities resolved."""
    return unescape(pattern(rf"</?[A-Za-z][^<>\n]{{0,200}}>|{LAYOUT}").sub("", words.replace("&MD;", "--")))


def _said(document: str, names: tuple[str, ...]) -> str | None:
    return " ".join(_bare(_inner(document, names) or "").split()) or None


def _attribute(document: str, name: str) -> str | None:
    match = pattern(rf"(?is)<\w+\b[^<>]*?\b{name}\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s<>\"']+))").match(document)
    return next(filter(None, match.groups()), None) if match else None


def _header(document: str) -> Header:
    """What the tags say, and the wire's own header, where the archive has kept that."""
    wire = _wire_header(document)
    number = _attribute(document, "id") or _attribute(document, "docid") or _said(document, NUMBER) or _attribute(document, "NEWID")
    known = pattern(GIGAWORD).fullmatch(number or "")
    kind = (_attribute(document, "type") or "").lower()
    topics = tuple(words for words in map(_bare, pattern(r"(?is)<D>(.*?)</D>").findall(_inner(document, ("TOPICS",)) or "")) if words)
    return replace(
        wire, agency=wire.agency or (AGENCIES.get(known["agency"], known["agency"]) if known else None), number=wire.number or number,
        slug=wire.slug or _said(document, SLUG), keywords=topics, version=wire.version or (Version("advisory", None, kind) if kind.startswith("advis") else None),
        sent=iso(_said(document, DAY)) or wire.sent or (iso(known["day"]) if known else None),
    )


def _wire_header(document: str) -> Header:
    """The header of the ANPA message that the story was: as Reuters-21578 keeps it, as TREC and TDT do for the AP."""
    kept, line, stamp = _inner(document, ("UNKNOWN", "HEADER")), _inner(document, ("FIRST",)), _said(document, ("FILEID", "TRAILER"))
    if kept is None and line is None:
        return Header()
    wire = kept.strip() if kept is not None else "\n" + line.strip()
    wire = pattern(r"&#(\d{1,3});|&Cx([0-9a-f]{2});").sub(lambda match: chr(int(match[1]) if match[1] else int(match[2], 16)), wire)
    wire = wire if "\x01" in wire else f"\x01{wire}"
    match = pattern(anpa.STORY).search(unescape(f"{wire}\n\x02\x03{stamp or ''}").encode("latin-1", "replace"))
    return anpa.header(match, "") if match else Header()
