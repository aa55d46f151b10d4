"""The agency: who filed the story, where its dateline says so."""
from functools import cache

from ...almanac import countries, dates
from ...lexicon import Lexicon
from ...page import Page

AGENCIES = Lexicon(__package__, "agency.txt", ("agency",))


def known(words: str) -> bool:
    """Whether these are an agency's words: `AFP`, `Reuters/AP`, `dpa/tca`, `ACAN-EFE`."""
    whole = " ".join(words.casefold().split())
    return whole in _names() or any(part.strip() in _names() for part in whole.replace("-", "/").split("/"))


@cache
def _names() -> frozenset[str]:
    return AGENCIES.by_section()["agency"]


def fits(words: str) -> bool:
    """Whether words in brackets can be an agency at all: no country, no date, no remark."""
    if countries.country(words) or countries.region(words) or dates.written_as(words):
        return False
    return known(words) or any(letter.isupper() for letter in words) and len(words.split()) <= 8 and not words.isdecimal()


def find(page: Page, offsets: tuple[int, int] | None) -> str | None:
    """The agency as it is written, in one line."""
    return " ".join(page.text[slice(*offsets)].split()) or None if offsets else None
