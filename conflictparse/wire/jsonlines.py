"""JSON Lines: an article a line, as crawlers and archives write them.

    {"url": "https://…", "date_publish": "2017-10-15 14:30:00", "title": "Port shelled", "maintext": "PORT MIRA (Reuters) - …"}
"""
from typing import Iterator

from ..story import Story
from . import json
from .reading.fields import Fields
from .reading.records import articles, parsed
from .reading.text import decode


def read(raw: bytes, encoding: str | None = None, fields: Fields = Fields()) -> Iterator[Story]:
    """The article of one line. Raises Malformed where there is none."""
    text, name, guessed = decode(raw, encoding)
    for record in articles(parsed(text), fields):
        yield json.story(record, fields, "jsonlines", name, guessed)
