"""NewsML 1.2: AFP, dpa, STT, ANA and others. A revision is counted in RevisionId; the slug is NameLabel.

    <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId/><DateId/><NewsItemId/><RevisionId>…</RevisionId></NewsIdentifier>
    <NameLabel>…</NameLabel></Identification><NewsManagement>…</NewsManagement>
    <NewsComponent><NewsLines><HeadLine/><ByLine/><DateLine/></NewsLines><ContentItem><DataContent><p>…</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
"""
from typing import Iterator

from ..errors import Malformed
from ..report import Header
from ..story import Story
from .reading import marks
from .reading.blocks import Blocks
from .reading.markup import Block, Element, documents, said, within
from .reading.times import iso

NO_TEXT = frozenset(("caption", "picture", "photo", "thumbnail", "quicklook", "preview", "graphic", "video", "keywords", "abstract", "summary", "teaser"))


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each item that has a text. Raises Malformed where none has, or the XML is broken."""
    for root, name, guessed in documents(raw, encoding):
        items = list(root.iter("NewsItem")) or [root]
        texts = [(item, content) for item in items if (content := _content(item, len(items) == 1))]
        if not texts:
            raise Malformed("no text in it")
        for item, content in texts:
            yield _story(root, item, content, name, guessed)


def _content(item: Element, alone: bool) -> list[Block]:
    """The paragraphs of the longest text of an item, which captions and summaries are not; of an alert its headline alone."""
    found: list[list[Block]] = []
    for component in item.iter("NewsComponent"):
        if (said(component, "Role@FormalName") or "").lower() in NO_TEXT:
            continue
        for content in component.iterfind("ContentItem/DataContent"):
            inner = content.find(".//body.content")
            inner = content.find(".//body") if inner is None else inner
            found.append(within(content if inner is None else inner))
    longest = max(found, key=lambda blocks: sum(len(block.words) for block in blocks), default=[])
    headline = said(item, ".//NewsLines/HeadLine") if alone and not longest and item.find(".//ContentItem") is None else None
    return longest or ([Block("")] if headline else [])


def _story(root: Element, item: Element, content: list[Block], encoding: str, guessed: bool) -> Story:
    blocks = Blocks()
    blocks.add(said(item, ".//NewsLines/HeadLine", ".//hedline/hl1"), "headline")
    blocks.add(said(item, ".//NewsLines/ByLine", ".//body.head/byline"), "byline")
    blocks.add_place(said(item, ".//NewsLines/DateLine", ".//body.head/dateline"), content[0].words)
    for words, table in content:
        blocks.add_table(words) if table else blocks.add(words)
    return blocks.story("newsml", _header(root, item), encoding, guessed)


def _header(root: Element, item: Element) -> Header:
    """What identification, management and the envelope say."""
    slug = said(item, "Identification/NameLabel", ".//NewsLines/SlugLine", ".//DescriptiveMetadata/SlugLine")
    management, provider = "NewsManagement/", said(item, ".//AdministrativeMetadata/Provider/Party@FormalName", ".//AdministrativeMetadata/Source/Party@FormalName")
    words = said(item, ".//Characteristics/Property[@FormalName='WordCount']@Value", ".//Characteristics/Property[@FormalName='Words']@Value") or ""
    found = marks.at_the_end(slug) or next(filter(None, (marks.wholly(" ".join("".join(line.itertext()).split())) for line in item.iterfind(".//NewsLines/NewsLine/NewsLineText"))), None)
    return Header(
        agency=provider or (said(item, "Identification/NewsIdentifier/ProviderId") or "").partition(".")[0] or None, service=said(root, "NewsEnvelope/NewsService@FormalName"),
        number=said(item, "Identification/NewsIdentifier/NewsItemId"), priority=said(item, f"{management}Urgency@FormalName", f"{management}Priority@FormalName")
        or said(root, "NewsEnvelope/Priority@FormalName"),
        category=said(item, ".//Property[@FormalName='Category']@Value", ".//Property[@FormalName='AnpaCategory']@Value"), slug=slug,
        keywords=tuple(words for line in item.iterfind(".//NewsLines/KeywordLine") for part in "".join(line.itertext()).split(",") if (words := " ".join(part.split()))),
        version=marks.withdrawn(said(item, f"{management}Status@FormalName")) or found or marks.revision(said(item, "Identification/NewsIdentifier/RevisionId")),
        words=int(words) if words.isdecimal() and len(words) < 7 else None,
        sent=iso(said(item, f"{management}ThisRevisionCreated", f"{management}FirstCreated")) or iso(said(root, "NewsEnvelope/DateAndTime"))
        or iso(said(item, "Identification/NewsIdentifier/DateId")),
    )
