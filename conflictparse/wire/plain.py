"""Plain text: whatever no other format has claimed. The file is the story."""
from typing import Iterator

from ..report import Source, StoryWarning
from ..story import Story
from .text import clean, decode


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """One story, the whole file, as it stands."""
    text, name, guessed = decode(raw, encoding)
    warnings = (StoryWarning("encoding_guessed", f"read as {name}"),) if guessed else ()
    yield Story(clean(text), source=Source(format="plain", encoding=name), warnings=warnings)
