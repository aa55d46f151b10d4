"""NewsML-G2: Reuters, ANSA and others. Several items may stand in one message; pictures and packages have no text.

    <newsItem guid="…" version="3"><itemMeta><versionCreated>…</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><urgency>3</urgency><slugline>…</slugline><headline>…</headline><by>…</by><located/></contentMeta>
    <contentSet><inlineXML><html>…<p>…</p></html></inlineXML></contentSet></newsItem>
"""
from typing import Iterator

from ..errors import Malformed
from ..report import Header
from ..story import Story
from . import nitf
from .reading import marks
from .reading.blocks import Blocks
from .reading.markup import Block, Element, documents, of_html, said, within
from .reading.times import iso

META = "contentMeta/"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each item that has a text. Raises Malformed where none has, or the XML is broken."""
    for root, name, guessed in documents(raw, encoding):
        items = [(item, _content(item)) for item in root.iter("newsItem")]
        texts = [(item, content) for item, content in items if content or len(items) == 1 and item.find("contentSet") is None and said(item, f"{META}headline")]
        if not texts:
            raise Malformed("no text in it")
        for item, content in texts:
            yield _story(item, content, name, guessed)


def _content(item: Element) -> list[Block]:
    """The paragraphs of the first content of an item in which there are any."""
    for part in item.iterfind("contentSet/inlineXML"):
        inner = part.find(".//body.content")
        inner = part.find(".//body") if inner is None else inner
        if blocks := within(part if inner is None else inner):
            return blocks
    for part in item.iterfind("contentSet/inlineData"):
        if blocks := of_html("".join(part.itertext())):
            return blocks
    return []


def _story(item: Element, content: list[Block], encoding: str, guessed: bool) -> Story:
    blocks, headline = Blocks(), said(item, f"{META}headline", ".//hedline/hl1", ".//inlineXML//title")
    blocks.add(headline, "headline")
    byline = said(item, f"{META}by")
    blocks.add(byline, "byline") if byline else nitf.add_byline(blocks, item.find(".//body.head/byline"))
    content = content[content[:1] == [Block(headline or "")] :]
    place = said(item, f"{META}dateline", ".//body.head/dateline", f"{META}located/name", "assert/located/name", f"{META}located@literal")
    blocks.add_place(place, content[0].words if content else "")
    for words, table in content:
        blocks.add_table(words) if table else blocks.add(words)
    return blocks.story("newsml_g2", _header(item), encoding, guessed)


def _header(item: Element) -> Header:
    """What the metadata of item and content say."""
    slug = said(item, f"{META}slugline")
    words = said(item, "contentSet/inlineXML@wordcount", "contentSet/inlineData@wordcount") or ""
    return Header(
        agency=said(item, f"{META}creditline", "itemMeta/provider/name", "itemMeta/provider@literal", f"{META}infoSource/name", f"{META}infoSource@literal",
                    "rightsInfo/copyrightHolder@literal", "rightsInfo/copyrightHolder/name") or _code(said(item, "itemMeta/provider@qcode")),
        service=said(item, "itemMeta/service/name") or _code(said(item, "itemMeta/service@qcode")), number=item.get("guid"),
        priority=said(item, f"{META}urgency", "itemMeta/priority"), category=_code(said(item, "itemMeta/profile@qcode")), slug=slug,
        keywords=tuple(words for word in item.iterfind(f"{META}keyword") if (words := said(word, ""))),
        version=marks.withdrawn(said(item, "itemMeta/pubStatus@qcode")) or marks.at_the_end(slug) or marks.wholly(said(item, "itemMeta/edNote") or "")
        or marks.revision(item.get("version") or ""),
        words=int(words) if words.isdecimal() and len(words) < 7 else None,
        sent=iso(said(item, "itemMeta/versionCreated", "itemMeta/firstCreated", f"{META}contentModified", f"{META}contentCreated")),
    )


def _code(qcode: str | None) -> str | None:
    """The code without the name of its list: `svc:world` is `world`."""
    return qcode.rpartition(":")[2] or None if qcode else None
