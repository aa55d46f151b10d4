"""Bytes to stories: one module a format, one line a format in the table below."""
from importlib import import_module
from typing import Iterator, NamedTuple

from ..errors import UnknownName
from ..story import Story


class Format(NamedTuple):
    """A wire format: the name of its module, and the pattern in the first kilobyte that gives it away."""

    name: str
    sign: bytes


# The order matters: the first sign that is seen decides, and plain takes whatever is left.
FORMATS = (
    Format("anpa", rb"\x16\x16\x01|\x01[^\x02]{1,40}\x1f"),
    Format("plain", rb""),
)
HEAD = 1024


def recognise(raw: bytes) -> str:
    """The name of the format whose sign is seen first."""
    import re

    head = raw[:HEAD]
    return next(form.name for form in FORMATS if not form.sign or re.search(form.sign, head))


def story(text: str) -> Story:
    """The story in a text that was decoded elsewhere."""
    from .text import clean, notes

    text = clean(text)
    return Story(text, warnings=notes(text))


def stories(raw: bytes, format: str | None = None, encoding: str | None = None) -> Iterator[Story]:
    """The stories in some bytes, in order. Raises Malformed where they are none."""
    known = tuple(form.name for form in FORMATS)
    if format is not None and format not in known:
        raise UnknownName("format", format, known)
    reader = import_module(f".{format or recognise(raw)}", __package__)
    yield from reader.read(raw, encoding)
