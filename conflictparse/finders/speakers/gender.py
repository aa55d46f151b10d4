"""Man or woman: what titles, nouns and given names tell."""
from typing import Iterable

from ...lexicon import Lexicon

WORDS = Lexicon(__package__, "gender.txt", ("male", "female"))
PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


def of(words: Iterable[str]) -> str | None:
    """The gender that the first telling word has; None where no word tells."""
    for word in words:
        if section := WORDS.of(word):
            return section
    return None
