"""A story as a reader hands it on: the text, what the wire said about it, where it came from."""
from dataclasses import field, replace
from functools import cache
from typing import Callable

from .report import Header, Part, Source, Span, StoryWarning, part


@part
class Story(Part):
    """One story. Its text never changes from here on, so that every offset stays true."""

    text: str
    header: Header = Header()
    source: Source = Source()
    known: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Offsets that the format itself marks (`headline`, `byline`, `dateline`): finders take them before they look."""
    aside: tuple[tuple[int, int], ...] = ()
    """Offsets of what the format marks as no prose: keyword lines, notes to editors, tables; no sentence holds them."""
    warnings: tuple[StoryWarning, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets. Nobody else makes a span, so none can disagree with the text."""
        return Span(self.text[start:end], start, end)

    def at(self, path: str, number: int) -> "Story":
        """The story with the place where it was read and the checksum of its text."""
        digest = _sha256()(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(self, source=replace(self.source, path=path, story=number, sha256=digest))


@cache
def _sha256() -> Callable:
    """Python's own checksum where it is built in: `hashlib` brings in OpenSSL for it, which takes 4 ms, and these texts are short."""
    try:
        from _sha256 import sha256  # as the standard library's `random` does; from Python 3.12 on it is in `_sha2`
    except ImportError:
        from hashlib import sha256
    return sha256
