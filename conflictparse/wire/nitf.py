"""NITF 3: the IPTC's news text in XML, in the dialects of AP, EFE, PA, AAP and others.

    <nitf><head><docdata><doc-id id-string="…"/><urgency ed-urg="3"/><date.issue norm="20171015T143000Z"/></docdata></head>
    <body><body.head><hedline><hl1>…</hl1></hedline><byline>…</byline><dateline>…</dateline></body.head>
    <body.content><p>…</p></body.content></body></nitf>
"""
from typing import Iterator

from ..errors import Malformed
from ..patterns import pattern
from ..report import Header, Version
from ..story import Story
from .reading import marks
from .reading.blocks import Blocks
from .reading.markup import Block, Element, documents, said, within
from .reading.times import iso

DATA = "head/docdata/"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """The story of each document. Raises Malformed where the XML is broken, or has no text."""
    for root, name, guessed in documents(raw, encoding):
        found = [root] if root.tag == "nitf" else list(root.iter("nitf"))
        if not found:
            raise Malformed("no nitf in it")
        for nitf in found:
            yield _story(nitf, name, guessed)


def _story(nitf: Element, encoding: str, guessed: bool) -> Story:
    blocks = Blocks()
    blocks.add(said(nitf, "body/body.head/hedline/hl1", "body/body.head/headline", "body/body.head/hedline", "head/title"), "headline")
    for line in nitf.iterfind("body/body.head/hedline/hl2"):
        blocks.add(said(line, ""))
    add_byline(blocks, nitf.find("body/body.head/byline"))
    content = [block for part in nitf.iterfind("body/body.content") for block in within(part)]
    content = content or [Block(words) for words in [said(nitf, "body/body.head/abstract")] if words]
    first = content[0].words if content else ""
    blocks.add_place(place(nitf), first) if place(nitf) else blocks.add_event(said(nitf, f"{DATA}evloc@city"), first)
    for words, table in content + [block for part in nitf.iterfind("body/body.end") for block in within(part)]:
        blocks.add_table(words) if table else blocks.add(words)
    if not blocks.text:
        raise Malformed("no text in it")
    return blocks.story("nitf", header(nitf), encoding, guessed)


def add_byline(blocks: Blocks, byline: Element | None) -> None:
    """The byline, and on a line of its own whose writer it is, which is no prose and no name."""
    if byline is None:
        return
    title = said(byline, "byttl")
    for element in byline.iterfind("byttl"):
        element.text = ""
        del element[:]
    blocks.add(said(byline, ""), "byline")
    blocks.add(title, aside=True)


def place(nitf: Element) -> str | None:
    """The dateline as its element has it: the parts of its location, else all its words."""
    line = "body/body.head/dateline"
    parts = (said(nitf, f"{line}/location/{part}", f"{line}/location/{other}") for part, other in (("city", "sublocation"), ("state", "region"), ("country", "country")))
    return ", ".join(filter(None, parts)) or said(nitf, f"{line}/location", line)


def header(nitf: Element) -> Header:
    """What the head says. `change.date` is that of the format, not of the story."""
    meta = {pattern(r"^(?:anpa|ap|efe|aap)[-.]").sub("", (one.get("name") or "").lower()): one.get("content") or "" for one in nitf.iterfind("head/meta")}
    words = said(nitf, "head/pubdata@item-length") or meta.get("wordcount", "")
    slug = meta.get("keyword") or meta.get("slug") or meta.get("slugline") or said(nitf, f"{DATA}du-key@key", f"{DATA}key-list/keyword@key")
    keys = f"{DATA}key-list/keyword"
    return Header(
        agency=said(nitf, "body/body.head/distributor/org", "body/body.head/distributor", f"{DATA}doc-id@regsrc", f"{DATA}doc.copyright@holder"),
        service=meta.get("service") or None, number=said(nitf, f"{DATA}doc-id@id-string"), priority=said(nitf, f"{DATA}urgency@ed-urg") or meta.get("priority") or None,
        category=meta.get("category") or None, slug=slug or None, keywords=tuple(word for key in nitf.iterfind(keys) if (word := said(key, "@key", ""))),
        version=_version(nitf, slug, meta), words=int(words) if words.isdecimal() and len(words) < 7 else None,
        sent=iso(said(nitf, f"{DATA}date.issue@norm", f"{DATA}date.release@norm", "body/body.head/dateline/story.date@norm", "head/pubdata@date.publication")),
    )


def _version(nitf: Element, slug: str | None, meta: dict[str, str]) -> Version | None:
    """Killed or withheld, or a mark in the slug, the note to editors, or the number of this part in a series."""
    data = nitf.find("head/docdata")
    status = data.get("management-status") if data is not None else None
    note = said(nitf, f"{DATA}ed-msg@info") or ""
    for words in (meta.get("version"), note, note.partition(":")[0], note.partition(".")[0]):
        if words and (version := marks.wholly(words)) and version.kind != "advisory":
            return marks.withdrawn(status) or version
    return marks.withdrawn(status) or marks.at_the_end(slug) or marks.revision(said(nitf, f"{DATA}du-key@version"))
