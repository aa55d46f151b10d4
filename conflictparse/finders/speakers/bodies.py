"""Bodies that a story may call by two names of which it explains neither."""
from functools import lru_cache

from ...lexicon import Lexicon
from ...page.words import VOCABULARY
from .wording import fold

BODIES = Lexicon(__package__, "bodies.txt", ("body",))


@lru_cache(maxsize=VOCABULARY)
def body_called(words: tuple[str, ...]) -> str | None:
    """The body of which these words are a known name: its first one in the list."""
    names = ((tuple(fold(word).removesuffix("'s").rstrip("'") for word in known if word != "the"), entry) for first in words[:1] for known, entry in BODIES.beginning(first))
    return next((entry.lemma for known, entry in names if known == words), None)
