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


OPENING = rb"(?s)\A\s*(?:<\?xml.{0,200}?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|<!--.*?-->|<\?.{0,200}?\?>|\s)*"
LINE = rb"\n"
LABEL = rb"(?m)^[ \t]*"
ETX = rb"\x03(?:[\r\n\x00 ]{0,4}(?:[A-Z]{2,9}-[A-Z]{0,3}-?)?\d\d[\d:-][^\x00-\x08\x0a-\x1f\x7f]{3,50}[\r\n]*)?(?:[\s\x0c\x7f\x00]*\x04)?|\x04"
# The order matters: the first sign that is seen decides, and plain takes whatever is left.
FORMATS = (
    Format("anpa", rb"\x16\x16\x01|\x01[^\x02\n]{1,40}\x1f|\x01[^\x02\n]{1,40}\n[a-z] [a-z\d] \S", "SYN SYN SOH or SOH … US, header lines, STX", ETX),
    Format("jsonlines", rb"\A\s*\{[ \t]*\"[^\n]*(?:\}[ \t\r]*\n|\Z)", "a line is a record, {\"…\": …}", LINE, records=True),
    Format("ninjs", rb"(?s)\A\s*(?:\[\s*)?\{.*\"(?:versioncreated|pubstatus|body_html|bodies|slugline|body_text)\"\s*:", "JSON with versioncreated, pubstatus, slugline, body_text …", records=True),
    Format("json", rb"\A\s*(?:\[\s*\{|\{\s*\"|\[\s*\]|\{\s*\})", "JSON, { or [ {, with a field of text", records=True),
    Format("plain", rb"", "whatever no other format has claimed; the file is the story"),
)
HEAD = 4096
BLANK = bytes(range(33)) + b"\x7f"


def recognise(raw: bytes) -> str:
    """The name of the format whose sign is seen first."""
    import re

    from .reading.text import BINARY

    head = raw[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(BINARY):
        return "plain"
    return next(form.name for form in FORMATS if not form.sign or re.search(form.sign, head))


def story(text: str) -> Story:
    """The story in a text that was decoded elsewhere."""
    from .reading.text import clean, notes

    text = clean(text)
    return Story(text, warnings=notes(text))


def stories(source: bytes | BinaryIO, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
            lost: Callable[[Malformed], None] | None = None) -> Iterator[Story]:
    """The stories in a file or a feed, in order, each as soon as it has ended.

    Raises Malformed where a story cannot be read; with `lost`, the error is handed to it and the stories that follow go on.
    """
    from .reading.stream import Feed
    from .reading.text import decode, guess, wide

    feed = Feed(BytesIO(source) if isinstance(source, bytes) else source)
    if wide(feed.head(HEAD), encoding):
        text, name, guessed = decode(feed.whole(), encoding)
        for found in stories(text.encode("utf-8", "surrogatepass"), format, "utf-8", fields, lost):
            yield replace(found, source=replace(found.source, encoding=name), warnings=(*found.warnings, *guess(guessed and name)))
        return
    form = _named(format or recognise(feed.head(HEAD)))
    for found in _read(feed, form, encoding, {"fields": fields} if form.records else {}):
        if isinstance(found, Story):
            yield found
        elif lost:
            lost(found)
        else:
            raise found


def _named(name: str) -> Format:
    known = {form.name: form for form in FORMATS}
    if name not in known:
        raise UnknownName("format", name, tuple(known))
    return known[name]


def _read(feed, form: Format, encoding: str | None, options: dict) -> Iterator[Story | Malformed]:
    """The stories of each piece of a feed; the error, with its place, for a piece in which there are none."""
    reader = import_module(f".{form.name}", __package__)
    place = "line" if form.ends == LINE else "story"
    for number, piece in enumerate(feed.pieces(form.ends) if form.ends else [feed.whole()], 1):
        if form.ends and piece is not None and not piece.strip(BLANK):
            continue
        try:
            if piece is None:
                raise Malformed("too large for a story")
            yield from reader.read(piece, encoding, **options)
        except Malformed as error:
            yield Malformed(f"{place} {number}: {error.reason}") if form.ends else error
