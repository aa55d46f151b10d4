"""JSON: one article, or an array of articles, each a record with a text; broken over lines or not.

    [{"id": 7, "date": "2017-10-15", "title": "Port shelled", "text": "PORT MIRA (Reuters) - …"}, …]
"""
from typing import Any, Iterator

from ..errors import Malformed
from ..patterns import pattern
from ..report import Header
from ..story import Story
from . import ninjs
from .reading.blocks import Blocks
from .reading.fields import DATE, ID, TEXT, Fields, pick
from .reading.records import add_body, articles, is_ninjs, parsed
from .reading.text import decode
from .reading.times import iso

AGENCY = ("agency", "sitename", "source_domain", "source", "publisher", "publication")
TITLE = ("title", "headline", "hl", "webTitle", "source_headline")


def read(raw: bytes, encoding: str | None = None, fields: Fields = Fields()) -> Iterator[Story | Malformed]:
    """Each article, or why it is none. Raises Malformed where the JSON is broken."""
    text, name, guessed = decode(raw, encoding)
    found = articles(parsed(text), fields)
    for number, record in enumerate(found, 1):
        try:
            yield story(record, fields, "json", name, guessed)
        except Malformed as error:
            yield Malformed(f"article {number}: {error.reason}") if len(found) > 1 else error


def story(record: Any, fields: Fields, form: str, encoding: str, guessed: bool) -> Story:
    """The story of one record: ninjs if it has ninjs' names, else what stands in its field of text. Raises Malformed."""
    if is_ninjs(record) and fields.text is None:
        return ninjs.story(record, fields, encoding, guessed)
    text, blocks = _text(record, fields), Blocks()
    title = pick(record, None, TITLE) if fields.text is None else None
    title = pick(title, None, ("main", "name", "text", "rendered")) if isinstance(title, dict) else title
    if isinstance(title, str) and not text.lstrip().startswith(title.strip()):
        blocks.add(" ".join(title.split()), "headline")
    add_body(blocks, text)
    return blocks.story(form, _header(record, fields), encoding, guessed)


def _text(record: Any, fields: Fields) -> str:
    """The text of a record; where its field is there and empty, the story is."""
    if not isinstance(record, dict):
        raise Malformed("an article is a record, {…}, and this is none")
    text = pick(record, fields.text, TEXT)
    if text is None and not (fields.text is None and set(TEXT) & set(record)):
        raise Malformed(f"no field {fields.text}" if fields.text else f"no field with a text ({', '.join(TEXT[:6])}); name it with --text-field")
    if not isinstance(text, str | None):
        raise Malformed("the field with the text holds no text")
    return text or ""


def _header(record: dict, fields: Fields) -> Header:
    """What the other fields say, under the names that crawlers give them."""
    number, agency = pick(record, fields.id, ID), pick(record, None, AGENCY)
    agency = pick(agency, None, ("name", "title")) if isinstance(agency, dict) else agency
    keywords = pick(record, None, ("keywords", "tags")) or ()
    keywords = pattern(r"\s*[,;]\s*").split(keywords) if isinstance(keywords, str) else keywords
    return Header(
        agency=agency if isinstance(agency, str) else None, number=str(number) if isinstance(number, str | int) else None,
        keywords=tuple(word for word in keywords if isinstance(word, str) and word) if isinstance(keywords, list | tuple) else (),
        sent=iso(pick(record, fields.date, DATE)),
    )
