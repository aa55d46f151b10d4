"""Markup: XML from strangers, read without risk, and paragraphs out of XML or HTML."""
from html import unescape
from html.entities import html5
from typing import Iterator, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ...errors import Malformed
from ...patterns import Match, pattern
from .text import decode

DEEPEST = 200  # levels of nesting; 20 are common
OURS = frozenset(("amp", "lt", "gt", "quot", "apos"))  # the entities that XML itself knows
BLOCKS = frozenset("""p div h1 h2 h3 h4 h5 h6 hl1 hl2 hr li ul ol dl dt dd blockquote bq block body body.content body.end tagline section article header footer
    main table caption tr pre center note nitf-table fixture""".split())
UNSEEN = frozenset("script style head title media figure figcaption aside nav iframe button svg body.head nitf-table-metadata".split())
TAG = r"<(?P<closing>/?)(?P<name>[a-zA-Z][\w.:-]*)[^<>]{0,5000}>"
BLANK = r"[ \t\r\n]+"  # what markup takes for one blank; a no-break space is a character of the text
LINE = "\x1f"  # stands for a line break until the paragraph is complete


class Block(NamedTuple):
    """A paragraph, or a table: its rows one a line, its cells parted by tabs."""

    words: str
    table: bool = False


def documents(raw: bytes, encoding: str | None) -> Iterator[tuple[Element, str, bool]]:
    """The root of each XML document in a file, its tags without namespaces; the encoding, and whether that was guessed.

    Raises Malformed for what is broken, declares entities, or nests too deep. Nothing is fetched, no entity is expanded.
    """
    text, name, guessed = decode(raw, encoding)
    if "<!ENTITY" in text:
        raise Malformed("an XML document that declares entities is not read")
    for document in pattern(r"(?<!\A)(?=<\?xml\s)").split(text.lstrip()):
        yield _root(pattern(r"(?s)\A<\?xml\s.{0,200}?\?>").sub("", document, count=1)), name, guessed


def _root(document: str) -> Element:
    """The root of one document."""
    parser, depth, root = ElementTree.XMLPullParser(("start", "end")), 0, None
    document = _mended(document)
    try:
        for at in range(0, len(document), 1 << 16):
            parser.feed(document[at : at + (1 << 16)])
            for event, element in parser.read_events():
                if event == "start":
                    element.tag = element.tag.rpartition("}")[2]
                    root = element if root is None else root
                depth += 1 if event == "start" else -1
                if depth > DEEPEST:
                    raise Malformed(f"XML nested deeper than {DEEPEST} levels")
        parser.close()
    except ElementTree.ParseError as error:
        raise Malformed(f"broken XML: {error}") from None
    if root is None:
        raise Malformed("broken XML: no element")
    return root


def _mended(document: str) -> str:
    """The document with HTML's names of characters as those characters, and without characters that XML does not allow."""
    document = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]").sub("", document)
    return pattern(r"(?s)<!\[CDATA\[.*?(?:\]\]>|\Z)|&(\w+);|&#(?:x([0-9a-fA-F]{1,8})|(\d{1,8}));").sub(_character, document)


def _character(match: Match) -> str:
    name, hexadecimal, number = match.groups()
    if name:
        return html5.get(f"{name};", match[0]) if name not in OURS else match[0]
    if hexadecimal or number:
        code = int(hexadecimal, 16) if hexadecimal else int(number)
        return match[0] if code >= 32 or code in (9, 10, 13) else ""
    return match[0]


def said(element: Element, *paths: str) -> str | None:
    """The words, or the attribute, at the first of some paths at which there are any: `head/docdata/urgency@ed-urg`."""
    for path in paths:
        path, attribute = pattern(r"(.*?)(?:@([\w.-]+))?").fullmatch(path).groups()
        for found in element.iterfind(path) if path else [element]:
            words = " ".join((found.get(attribute) or "" if attribute else "".join(found.itertext())).split())
            if words:
                return words
    return None


def within(element: Element) -> list[Block]:
    """The paragraphs of an XML element; of the HTML that it holds as text, if it holds that; without any tags, those between blank lines."""
    if not len(element):
        words = element.text or ""
        return of_html(words) if pattern(TAG).search(words) else _plain(words)
    paragraphs = Paragraphs()
    _walk(element, paragraphs)
    return paragraphs.finished()


def _plain(words: str) -> list[Block]:
    return [Block(part.strip("\n")) for part in pattern(r"\n[ \t\r]*\n").split(words) if part.strip()]


def _walk(element: Element, paragraphs: "Paragraphs") -> None:
    tag = str(element.tag).lower()
    paragraphs.opened(tag)
    paragraphs.words(element.text or "")
    for child in element:
        _walk(child, paragraphs)
        paragraphs.words(child.tail or "")
    paragraphs.closed(tag)


def of_html(source: str) -> list[Block]:
    """The paragraphs of some HTML, however broken; of text without tags, those between blank lines.

    The standard library's reader of HTML takes a minute for 200 KB of `<p<p<p`; this one looks at each character once.
    """
    if not pattern(TAG).search(source):
        return _plain(unescape(source))
    paragraphs, at = Paragraphs(), 0
    for match in pattern(rf"(?s)<!--.*?(?:-->|\Z)|{TAG}").finditer(source):
        paragraphs.words(unescape(source[at : match.start()]))
        at = match.end()
        if match["name"] is None:
            continue
        tag = match["name"].lower()
        if not match["closing"]:
            paragraphs.opened(tag)
        if (match["closing"] or match[0].endswith("/>")) and tag != "br":
            paragraphs.closed(tag)
    paragraphs.words(unescape(source[at:]))
    return paragraphs.finished()


class Paragraphs:
    """Collects words into paragraphs as tags open and close."""

    def __init__(self):
        self.found: list[Block] = []
        self.line: list[str] = []
        self.rows: list[str] = []
        self.unseen = self.tables = self.kept = 0

    def opened(self, tag: str) -> None:
        if tag == "body":
            self.unseen = 0  # nothing before it reaches into it, closed or not
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self.line.append(LINE)
        elif tag in ("td", "th") and self.tables:
            self.line.append("\t")
        elif tag in BLOCKS and not (self.tables and tag in ("p", "div")):
            self._flush()
            self.tables += tag == "table"
            self.kept += tag == "pre"

    def closed(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in BLOCKS and not (self.tables and tag in ("p", "div")):
            self._flush()
            self.kept = max(0, self.kept - (tag == "pre"))
            if tag == "table" and self.tables:
                self.tables -= 1
                self._close_table()

    def words(self, words: str) -> None:
        """Words between tags."""
        if not self.unseen:
            self.line.append(words if self.kept else pattern(BLANK).sub(" ", words))

    def finished(self) -> list[Block]:
        """All paragraphs, when there is no more."""
        self._flush()
        self._close_table()
        return self.found

    def _flush(self) -> None:
        line, self.line = "".join(self.line), []
        if self.tables:
            cells = [" ".join(cell.replace(LINE, " ").split()) for cell in line.strip(" ").removeprefix("\t").split("\t")]
            self.rows += ["\t".join(cells)] if any(cells) else []
        elif self.kept:
            self.found += [Block(line.replace(LINE, "\n").strip("\n"))] if line.strip() else []
        else:
            parts = pattern(f"{LINE}[ ]*{LINE}[ {LINE}]*").split(line)
            self.found += [Block(pattern(BLANK).sub(" ", part.replace(LINE, " ")).strip(" ")) for part in parts if part.strip(f" \u00a0{LINE}")]

    def _close_table(self) -> None:
        if self.rows and not self.tables:
            self.found.append(Block("\n".join(self.rows), True))
            self.rows = []
