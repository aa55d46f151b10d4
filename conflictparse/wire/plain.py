"""Plain text: whatever no other format has claimed. The file is the story."""
from typing import Iterator

from ..report import Source
from ..story import Story
from .reading.text import clean, decode, notes


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """One story, the whole file, as it stands."""
    text, name, guessed = decode(raw, encoding)
    text = clean(text)
    yield Story(text, source=Source(format="plain", encoding=name), warnings=notes(text, guessed and name))
