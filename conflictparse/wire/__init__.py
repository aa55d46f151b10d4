"""Bytes to stories: one module a format, one line a format in the table below."""
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from typing import BinaryIO, Callable, Iterator, NamedTuple

from ..errors import Malformed, UnknownName
from ..story import Story
from .reading.fields import Fields


class Format(NamedTuple):
    """A wire format: its module, the pattern in the first bytes that gives it away, the same in words, and where a story ends."""

    name: str
    sign: bytes
    says: str
    ends: bytes = b""
    """The pattern at which a stream is cut; without one the file is read as a whole"""
    records: bool = False
    """Whether it holds JSON records, whose fields the user may name"""
    holds: tuple[bytes, ...] = (b"",)
    """One of these, in small letters, is in whatever the pattern fits: looked for first, since a start pays for each pattern that is asked"""


LINE = rb"\n"
ETX = rb"\x03(?:[\r\n\x00 ]{0,4}(?:[A-Z]{2,9}-[A-Z]{0,3}-?)?\d\d[\d:-][^\x00-\x08\x0a-\x1f\x7f]{3,50}[\r\n]*)?(?:[\s\x0c\x7f\x00]*\x04)?|\x04"
NNNN = rb"\bNNNN\b[ \t\r]*\n?"
SGML = rb"(?i)</(?:DOC|REUTERS)>\s*|\n(?=[A-Z]+\d?-MUC\d-\d{4})"
NEXIS = rb"(?i)\n[ \t]*End of Document[ \t\r]*\n|\n(?=[ \t]*(?:document )?\d{1,5} of \d{1,5} documents)"
FACTIVA = rb"\f|\n[ \t]*(?:AN[ \t]+)?Document [A-Z][A-Za-z0-9]{9,}[ \t\r]*\n(?:\s*Document [A-Z][A-Za-z0-9]{9,}[ \t\r]*\n)?"
MAILBOX = rb"\n(?=From [^\n]{3,80} \d{4}[ \t\r]*\n[A-Z][\w-]{1,30}:)"
FIELD = rb"[A-Z][A-Za-z-]{1,30}:(?:[ \t][^\n]*|\r?)\n(?:[ \t]+\S[^\n]*\n)*"
PROQUEST = rb"\n[ \t]*_{40,}[ \t\r]*\n"
ROOT = rb"\A\s*(?:<\?xml[^>]{0,200}>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>|<!--[\s\S]*?-->|<\?[^>]{0,200}>|\s)*<"
# The order matters: the first sign that is seen decides, and plain takes whatever is left.
FORMATS = (
    Format("anpa", rb"\x16\x16\x01|\x01[^\x02\n]{1,60}\x1f|\x01[^\x02\n]{1,40}\n[a-z] [a-z\d] \S", "SYN SYN SOH, or SOH … US, then header lines and STX", ETX, holds=(b"\x01",)),
    Format("iptc7901", rb"(?:\x01|\A[\s\x00]*\^A)[A-Za-z]{0,6}\d{0,5} \d [A-Za-z]{1,3}[ \r\n]|\A\s*[A-Za-z]{1,6}\d{3,5} [1-9] [A-Za-z]{1,3} \d{0,5} [^\n]{0,40}\d\s*\n",
           "SOH (or ^A, or nothing), then a line like eca0124 3 i 93  dpa 1888", ETX, holds=(b"\x01", b"^a", *(b" %d " % priority for priority in range(1, 10)))),
    Format("nitf", ROOT + rb"nitf[\s>]", "XML whose root is nitf", holds=(b"<",)),
    Format("newsml", ROOT + rb"NewsML[\s>]", "XML whose root is NewsML (1.2)", holds=(b"<",)),
    Format("newsml_g2", ROOT + rb"(?:\w+:)?(?:newsMessage|newsItem|packageItem)[\s>]", "XML whose root is newsMessage or newsItem", holds=(b"<",)),
    Format("jsonlines", rb"\A\s*\{[ \t]*\"[^\n]*(?:\}[ \t\r]*\n|\Z)", "a first line that is a record, { … }", LINE, records=True, holds=(b"{",)),
    Format("ninjs", rb"\A\s*(?:\[\s*)?\{[\s\S]*\"(?:versioncreated|pubstatus|body_html|bodies)\"\s*:", "JSON with versioncreated, pubstatus, body_html …", records=True, holds=(b"{",)),
    Format("json", rb"\A\s*(?:(?:\[\s*)+[{\]]|\{\s*[\"}])", "JSON, { or [ {", records=True, holds=(b"{", b"[")),
    Format("sgml", rb"(?i)\A\s*(?:<!DOCTYPE[^>]*>|\s)*<(?:DOC|REUTERS)[\s>]|\A\s*[A-Z]+\d?-MUC\d-\d{4}", "<REUTERS …>, <DOC …> or a line like DEV-MUC3-0001", SGML, holds=(b"<", b"-muc")),
    Format("nexis", rb"(?i)^[ \t]*(?:(?:doc|dok)ument )?\d{1,5} (?:of|von) \d{1,5} (?:doc|dok)ument|"
           rb"\A(?=[\s\S]*^[ \t]*length:[ \t]*[\d,]+ words)(?=[\s\S]*^[ \t]*(?:body:?[ \t\r]*$|headline:|byline:|section:|load-date:))",
           "1 of 20 DOCUMENTS, or LENGTH: 512 words among labels like BODY:", NEXIS, holds=(b"ument", b"length:")),
    Format("factiva", rb"\A(?=[\s\S]*^[ \t]*HD[ \t\r\n])(?=[\s\S]*^[ \t]*(?:WC|PD|SN|LP)[ \t\r\n])|^[ \t]*\d[\d,.]* words[ \t\r]*\n\s*\d{1,2} [A-Z][a-z]+ \d{4}[ \t\r]*\n",
           "lines that begin with HD, and with WC, PD, SN or LP; or 512 words over 15 October 2017", FACTIVA, holds=(b"hd", b" words")),
    Format("proquest", rb"^[ \t]*(?:Publication title|ProQuest document ID|Full text): ", "labels like Publication title: and Full text:", PROQUEST, holds=(b": ",)),
    Format("message", rb"\A\s*(?:From [^\n]*\d{4}[ \t\r]*\n)?(?=(?:" + FIELD + rb"){0,40}?(?:From|Newsgroups|Message-I[Dd]|Path|To):)(?=(?:" + FIELD + rb"){1,40}?Subject:)",
           "a head of lines like From: and Subject:", MAILBOX, holds=(b"subject:",)),
    Format("newsbank", rb"^[^\n]{3,90} [-\xe2\x80\x93\x94\x96\x97]+ (?:[A-Z][a-z]+day,? )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}[ \t\r]*\n\s*(?:Author|Authors|Author/Byline|Byline|Section|Edition|Page|Readability|Column): ",
           "a paper and its day on a line, Author: or Section: on the next", holds=(b"author", b"byline", b"section:", b"edition:", b"page:", b"readability:", b"column:")),
    Format("zczc", rb"\A[\s\x00-\x1f]*ZCZC", "ZCZC at the head, NNNN at the end", NNNN, holds=(b"zczc",)),
    Format("plain", rb"", "whatever no other format has claimed; the file is the story"),
)
HEAD = 4096
NOISE = 20  # of so many bytes one may be a NUL, as a bad line makes them; where there are more, it is no text
CONTROLS, KINDS = frozenset(range(32)), 20  # a wire uses a dozen of them at most, with its line ends; random bytes have all
TOO_LARGE = "too large for a story"
BLANK = bytes(range(33)) + b"\x7f"


def recognise(raw: bytes) -> str:
    """The name of the format whose sign is seen first."""
    from ..patterns import MULTILINE, pattern
    from .reading.text import BINARY

    head = raw[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(BINARY) or head.count(0) * NOISE > len(head) or len(CONTROLS.intersection(head)) > KINDS:
        return "plain"
    head = head.replace(b"\0", b"")
    small = head.lower()
    possible = (form for form in FORMATS if any(words in small for words in form.holds))
    return next(form.name for form in possible if not form.sign or pattern(form.sign, MULTILINE).search(head))


def story(text: str) -> Story:
    """The story in a text that was decoded elsewhere."""
    from .reading.text import clean, notes

    text = clean(text)
    return Story(text, warnings=notes(text))


def stories(source: bytes | BinaryIO, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
            lost: Callable[[Malformed], None] | None = None) -> Iterator[Story]:
    """The stories in a file or a feed. Raises Malformed where one cannot be read; with `lost`, the error is handed to it and the others go on."""
    for found in read(source, format, encoding, fields):
        if isinstance(found, Story):
            yield found
        elif lost:
            lost(found)
        else:
            raise found


def read(source: bytes | BinaryIO, format: str | None = None, encoding: str | None = None, fields: Fields = Fields()) -> Iterator[Story | Malformed]:
    """The stories in a file or a feed, in order, each as soon as it has ended; in the place of one that cannot be read the error.

    Raises Malformed where nothing more can be read, OSError where the file cannot.
    """
    from .reading.stream import Feed
    from .reading.text import decode, guess, wide

    feed = Feed(BytesIO(source) if isinstance(source, bytes) else source)
    if not wide(feed.head(HEAD), encoding):
        form = _named(format or recognise(feed.head(HEAD)))
        yield from _read(feed, form, encoding, {"fields": fields} if form.records else {})
        return
    text, name, guessed = decode(feed.whole(), encoding)
    for found in read(text.encode("utf-8", "surrogatepass"), format, "utf-8", fields):
        if isinstance(found, Story):
            found = replace(found, source=replace(found.source, encoding=name), warnings=(*found.warnings, *guess(guessed and name)))
        yield found


def _named(name: str) -> Format:
    known = {form.name: form for form in FORMATS}
    if name not in known:
        raise UnknownName("format", name, tuple(known))
    return known[name]


def _read(feed, form: Format, encoding: str | None, options: dict) -> Iterator[Story | Malformed]:
    """The stories of each piece of a feed; the error, with its place, for a piece in which there are none."""
    nothing = True
    for number, piece in enumerate(feed.pieces(form.ends) if form.ends else [feed.whole()], 1):
        if form.ends and piece is not None and not piece.strip(BLANK):
            continue
        try:
            for found in _within(piece, form, encoding, options):
                nothing = False
                yield found
        except Malformed as error:
            nothing = False
            yield Malformed(f"{'line' if form.ends == LINE else 'story'} {number}: {error.reason}") if form.ends else error
    if nothing:
        yield Malformed("no story in it")


def _within(piece: bytes | None, form: Format, encoding: str | None, options: dict) -> Iterator[Story | Malformed]:
    """The stories of a piece; the error for one that is too large to be one. Raises Malformed where there are none."""
    from .reading import stream

    if piece is None:
        raise Malformed(TOO_LARGE)
    for found in import_module(f".{form.name}", __package__).read(piece, encoding, **options):
        yield Malformed(TOO_LARGE) if isinstance(found, Story) and len(found.text) > stream.LARGEST_STORY else found
